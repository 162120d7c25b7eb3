"""How a platform takes a picture as a post, as a person writes it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PlainValidator, model_validator

from assetkit.platforms.records import ImagePost, Layout
from assetkit.validation import Strict, refuse

Pixels = Annotated[int, Field(ge=1, le=65_535)]


def _read_takes(value: object) -> object:
    names = value if isinstance(value, list) else [value]
    known = ("jpg", "png") if isinstance(value, list) else ("none", "unknown")
    if not names or any(name not in known for name in names) or len(set(names)) < len(names):
        raise refuse("AK511", "`takes` is a list of jpg and png, or `none`, or `unknown`", "write [jpg]")
    return value


class ImagePostText(Strict):
    """How a platform takes a picture, whole; `layout` left out is that of its videos."""

    takes: Annotated[list[Literal["jpg", "png"]] | Literal["none", "unknown"], PlainValidator(_read_takes)]
    layout: str | None = None
    largest_bytes: int | None = Field(None, ge=1_000)
    least_width: Pixels | None = None
    greatest_width: Pixels | None = None
    most: int | None = Field(None, ge=1, le=100)
    source: str = ""
    as_of: str = ""
    confidence: Literal["H", "M", "L"] = "L"

    @model_validator(mode="after")
    def _keep_widths_in_order(self) -> ImagePostText:
        if self.least_width and self.greatest_width and self.least_width > self.greatest_width:
            raise refuse("AK511", "the least width is more than the greatest", "write the smaller one first")
        return self

    def resolved(self, layout: Layout | None) -> ImagePost:
        """Give the record, with the layout that its name means."""
        forms = tuple(self.takes) if isinstance(self.takes, list) else ()
        return ImagePost(
            forms=forms,
            is_known=self.takes != "unknown",
            layout=layout,
            largest_bytes=self.largest_bytes,
            least_width=self.least_width,
            greatest_width=self.greatest_width,
            source=self.source,
            as_of=self.as_of,
            confidence=self.confidence,
            most=self.most,
        )
