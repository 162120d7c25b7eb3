"""The checks that a person may weigh: in the campaign for all, in a recipe for a single line."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema

from assetkit.codes import ADJUSTABLE, CODES
from assetkit.validation import nearest, refuse, shorten


def _check_code(text: str) -> str:
    if text in CODES and text not in ADJUSTABLE:
        remedy = "take it out; `assetkit schema campaign` lists the checks that can be"
        raise refuse("AK468", f"{text} can be neither weighed nor waived", remedy)
    if text not in ADJUSTABLE:
        raise refuse("AK468", f"{shorten(text)} is no check", nearest(text, ADJUSTABLE))
    return text


CheckCode = Annotated[str, AfterValidator(_check_code), WithJsonSchema({"enum": sorted(ADJUSTABLE)})]
"""The code of a check whose weight is a person's to say."""
Weight = Literal["error", "warning", "note", "off"]
"""How much a finding matters; "off" is not at all."""
