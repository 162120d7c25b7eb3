"""What a codec has of profiles and levels: a format that asks for others could not be encoded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from assetkit.platforms.records import Format

# Of what formats may name; the last is the usual one. ITU-T H.264 and H.265, annexes A.
_KNOWN: dict[str, dict[str, tuple[str, ...]]] = {
    "h264": {"profile": ("main", "high")},
    "hevc": {"profile": ("main",), "level": ("3.1", "5.0", "5.1", "5.2", "4.0", "4.1")},
}
_NAMES = {"h264": "H.264", "hevc": "H.265"}


def settle_coding(coded: Format, given: dict[str, Any], report: Callable[..., None]) -> Format | None:
    """Set right what nobody wrote; what was `given` and the codec does not have is reported."""
    for key, values in _KNOWN[coded.codec].items():
        if getattr(coded, key) in values:
            continue
        if key in given:
            required = " or ".join(sorted(values))
            message, place = f"{_NAMES[coded.codec]} has no such {key}", ("formats", coded.name, key)
            report("AK863", message, *place, measured=str(given[key]), required=required)
            return None
        usual: dict[str, Any] = {key: values[-1]}
        coded = replace(coded, **usual)
    return coded
