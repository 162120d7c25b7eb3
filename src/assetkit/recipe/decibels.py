"""Gains as a person writes them: "-3 dB"."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from assetkit.validation import refuse, shorten

MOST_GAIN, LEAST_GAIN = 24, -60
_DECIBELS = r"[+-]?([0-9]|[1-5][0-9]|60)(\.[0-9]{1,2})?\s*dB"


def read_decibels(text: str) -> float:
    """Read a gain that `Decibels` has taken: "-3 dB"."""
    return float(text.removesuffix("dB"))


def _decibels(value: Any) -> str:
    text = value if isinstance(value, str) else shorten(value)
    matched = re.fullmatch(_DECIBELS, text, re.ASCII)
    if not matched or not LEAST_GAIN <= read_decibels(text) <= MOST_GAIN:
        remedy = "write decibels: -3 dB"
        required = f"{LEAST_GAIN} dB to +{MOST_GAIN} dB"
        raise refuse("AK701", f"{shorten(value)} is no gain", remedy, required=required)
    return text


Decibels = Annotated[
    str,
    BeforeValidator(_decibels),
    WithJsonSchema(
        {
            "type": "string",
            # Above the greatest gain nothing may stand, and below the least neither.
            "pattern": r"^(\+?([0-9]|1[0-9]|2[0-3])(\.[0-9]{1,2})?|\+?24(\.0{1,2})?"
            r"|-([0-9]|[1-5][0-9])(\.[0-9]{1,2})?|-60(\.0{1,2})?)\s*dB$",
            "examples": ["-3 dB"],
        }
    ),
]
