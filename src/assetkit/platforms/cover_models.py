"""How a platform takes the cover of a video, as a person writes it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, model_validator

from assetkit.geometry import Box, Size
from assetkit.platforms.records import CoverRule
from assetkit.validation import Strict, refuse


def _box(value: Any) -> Box:
    whole = isinstance(value, list) and len(value) == 4 and all(type(item) is int for item in value)
    if not whole or min(value) < 0 or 0 in value[2:] or max(value) > 1 << 14:
        raise refuse("AK842", "what is shown of a cover is four whole numbers", "write [x, y, width, height]")
    return Box(*value)


class CoverText(Strict):
    """How a platform takes a cover, whole; its picture is as large as the videos.

    `form` is a kind of file, `time` for a moment of the video itself, `none`, or `unknown`.
    """

    form: Literal["jpg", "png", "time", "none", "unknown"]
    largest_bytes: int | None = Field(None, ge=10_000)
    shown: Annotated[Box, PlainValidator(_box)] | None = None
    source: str = ""
    as_of: str = ""
    confidence: Literal["H", "M", "L"] = "L"

    @model_validator(mode="after")
    def _only_of_files(self) -> CoverText:
        if self.form not in ("jpg", "png") and (self.largest_bytes or self.shown):
            raise refuse("AK842", f"a cover of the form {self.form} is no file", "say only its form")
        return self

    def resolved(self) -> CoverRule:
        """Give the record."""
        origin = (self.source, self.as_of, self.confidence)
        return CoverRule(self.form, self.largest_bytes, self.shown, *origin)


def fits(rule: CoverRule, size: Size) -> bool:
    """Whether what is shown of a cover lies in its picture."""
    return rule.shown is None or Box(0, 0, size.width, size.height).contains(rule.shown)
