"""The checks that a person may weigh: in the campaign for all, in a recipe for a single line."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema

from assetkit.codes import ADJUSTABLE, CODES
from assetkit.validation import nearest, refuse, shorten


def _check_code(text: str) -> str:
    if text not in ADJUSTABLE:
        what = "cannot be weighed otherwise" if text in CODES else "is no check"
        raise refuse("AK468", f"{shorten(text)} {what}", nearest(text, ADJUSTABLE))
    return text


CheckCode = Annotated[str, AfterValidator(_check_code), WithJsonSchema({"enum": sorted(ADJUSTABLE)})]
"""The code of a check whose weight is a person's to say."""
Weight = Literal["error", "warning", "note", "off"]
"""How much a finding matters; "off" is not at all."""
