"""What items of a sequence refer to: records of the campaign, by their names, and how long a card stands."""

from __future__ import annotations

from collections.abc import Collection

from assetkit.recipe.scope import Scope
from assetkit.timecode import Duration, parse_duration
from assetkit.validation import nearest, shorten
from assetkit.yaml_text import YamlPath


def find_record(
    scope: Scope,
    code: str,
    kind: str,
    name: str,
    known: Collection[str] | None,
    read: Collection[str],
    path: YamlPath,
) -> None:
    """Report a record of the campaign that nobody wrote; one that was written and refused flaws the cut."""
    if known is not None and name not in known:
        message = f"the campaign has no {kind} {shorten(name)}"
        remedy = nearest(name, known) or f"add it under `{kind}s:` of assetkit.yaml"
        scope.error(code, message, scope.document.place(path), remedy)
    elif name not in read:
        scope.flawed = True


def item_length(text: str) -> Duration | None:
    """Give how long a card stands; None for `auto`."""
    return None if text == "auto" else parse_duration(text)
