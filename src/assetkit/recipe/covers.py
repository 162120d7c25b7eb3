"""The cover of a post as written to a record."""

from __future__ import annotations

from assetkit.recipe.cover_models import CoverModel
from assetkit.recipe.cover_records import Cover
from assetkit.recipe.scope import Scope
from assetkit.timecode import Duration, Timecode, parse_duration, parse_timecode
from assetkit.yaml_text import YamlPath


def resolve_cover(scope: Scope, choice: str | CoverModel | None, path: YamlPath) -> Cover | None:
    """Give the cover of a post; None where the recipe wants none. One that is not said is the best frame."""
    if choice == "none":
        return None
    place = scope.document.key_place(path)
    if not isinstance(choice, CoverModel):
        return Cover(place=place)
    title = scope.texts(choice.title, (*path, "title")) if choice.title else {}
    return Cover(_moment(choice.frame), choice.card or 0, title, place)


def _moment(text: str | None) -> Duration | Timecode | None:
    if text is None:
        return None
    if text == "start":
        return Duration(frames=0)
    return parse_timecode(text) if ":" in text else parse_duration(text)
