"""The pictures of a picture post: cards, and frames of films, resolved to items of a sequence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.recipe.item_models import ClipModel
from assetkit.recipe.items import AnyItem, resolve_clip, resolve_item
from assetkit.recipe.layers import Layer
from assetkit.recipe.ranges import parse_range
from assetkit.recipe.records import ClipItem, Item
from assetkit.recipe.scope import Scope
from assetkit.recipe.still_models import FrameModel
from assetkit.recipe.word_cards import check_warning
from assetkit.timecode import Timecode, parse_timecode
from assetkit.validation import shorten
from assetkit.yaml_text import YamlPath

_OF_VIDEOS = ("sequence", "hooks", "over", "captions", "sound", "length", "motion")
_TO_THE_END = "99:59:59"


@dataclass(frozen=True)
class FrameAfter(Timecode):
    """The frame after a timecode: where a range of that one frame ends."""

    def in_frames(self, rate: Fraction) -> int:
        """Count frames from 00:00:00:00."""
        return super().in_frames(rate) + 1


def resolve_stills(scope: Scope, layer: Layer, name: str) -> tuple[Item, ...]:
    """Give the pictures of a cut that is none; a frame is a clip of which one frame is shown."""
    sourced = layer["stills"]
    for key in _OF_VIDEOS:
        if key in layer:
            place = scope.document.key_place(layer[key].path)
            message = f"the cut `{name}` makes pictures, so `{key}:` has no effect"
            scope.error("AK844", message, place, f"take out `{key}:`, or `stills:`")
    if not sourced.value:
        scope.flawed |= sourced.value is None
        if sourced.value == []:
            place = scope.document.key_place(sourced.path)
            scope.error(
                "AK844", f"the cut `{name}` has no pictures", place, "add cards or frames to `stills:`"
            )
        return ()
    found = (_picture(scope, model, (*sourced.path, index)) for index, model in enumerate(sourced.value))
    items = tuple(item for item in found if item)
    check_warning(scope, items)
    return items


def _picture(scope: Scope, model: FrameModel | AnyItem, path: YamlPath) -> Item | None:
    return _frame(scope, model, path) if isinstance(model, FrameModel) else resolve_item(scope, model, path)


def _frame(scope: Scope, model: FrameModel, path: YamlPath) -> ClipItem | None:
    """Resolve a frame as the clip that it is taken from: all of a select, or the one frame."""
    at = _moment(model.frame)
    if at is None and ":" in model.frame and not _is_range(model.frame):
        place, message = (
            scope.document.place((*path, "frame")),
            f"{shorten(model.frame)} is not a time in a film",
        )
        scope.error("AK844", message, place, "write 00:00:05:12, a select, or a range: 1s - 3s")
        return None
    clip = ClipModel.model_construct(
        clip=f"{model.frame} - {_TO_THE_END}" if at else model.frame,
        **{field: getattr(model, field) for field in ("focus", "fit", "ground", "for_shape")},
    )
    item = resolve_clip(scope, clip, path, "frame")
    return _only(item, at) if at and item else item


def _only(item: ClipItem, at: Timecode) -> ClipItem:
    after = FrameAfter(at.hours, at.minutes, at.seconds, at.frames, at.drop_frame)
    return replace(item, start=at, stop=after)


def _is_range(text: str) -> bool:
    try:
        return bool(parse_range(text))
    except ValueError:
        return " - " in text


def _moment(text: str) -> Timecode | None:
    try:
        return parse_timecode(text)
    except ValueError:
        return None
