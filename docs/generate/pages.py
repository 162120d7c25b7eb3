"""The reference pages: which there are, and the note that each begins with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docs.generate.codes import write_codes
from docs.generate.commands import write_commands
from docs.generate.files import write_campaign, write_manifest, write_post, write_recipe
from docs.generate.platforms import write_platforms

REFERENCE = Path(__file__).parent.parent / "reference"
"""The folder of the written pages."""

_NOTE = "<!-- Written by `make docs` from the program. Change the program, not this page. -->"
_PAGES: dict[str, Callable[[], str]] = {
    "campaign.md": write_campaign,
    "codes.md": write_codes,
    "commands.md": write_commands,
    "manifest.md": write_manifest,
    "platforms.md": write_platforms,
    "post.md": write_post,
    "recipe.md": write_recipe,
}


def write_pages() -> dict[str, str]:
    """Give the text of every page by the name of its file."""
    return {name: f"{_NOTE}\n\n{write()}" for name, write in _PAGES.items()}
