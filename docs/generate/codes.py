"""The page of codes: what each means and what to do."""

from __future__ import annotations

from assetkit.codes import CODES
from docs.generate.markdown import code, page, table

_INTRO = (
    "Every problem has a code that never changes its meaning. `assetkit check` prints it with the place, the "
    "line and a remedy; `post.json` gives the codes of all checks that a finished file passed or failed. An "
    "`error` forbids rendering, a `draft` lets it be rendered and says why it may not be published yet, a "
    "`warning` is told and nothing more."
)
# By the number that each group begins with.
_GROUPS = {
    101: "Reading YAML",
    201: "Recipes and the campaign file",
    301: "Cuts, clips and masters",
    401: "Texts, and what makes a draft",
    420: "Cards",
    501: "Platforms",
    520: "Finished files",
    560: "Finished files and their platform",
}


def write_codes() -> str:
    """Write the page."""
    parts = ["# Codes", _INTRO]
    for first, title in _GROUPS.items():
        rows = [(code(name), words) for name, words in sorted(CODES.items()) if _group(name) == first]
        parts += [f"## {title}", table(("code", "what it means, and what to do"), rows)]
    return page(*parts)


def _group(name: str) -> int:
    return max(first for first in _GROUPS if first <= int(name.removeprefix("AK")))
