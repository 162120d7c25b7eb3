"""Every diagnostic code with its explanation: what it means and what to do. Codes are never reused."""

from __future__ import annotations

from assetkit.codes import (
    calendar,
    card_kinds,
    cards,
    control,
    cuts,
    figures,
    files,
    images,
    model,
    music,
    overlays,
    planned,
    platforms,
    posts,
    sound,
    subtitles,
    yaml,
)

_PARTS = (
    yaml,
    model,
    planned,
    cards,
    subtitles,
    platforms,
    files,
    figures,
    cuts,
    card_kinds,
    control,
    posts,
    calendar,
    sound,
    music,
    overlays,
    images,
)

CODES: dict[str, str] = {code: words for part in _PARTS for code, words in part.CODES.items()}

ADJUSTABLE = frozenset(
    {
        *("AK406", "AK407", "AK408", "AK440", "AK441", "AK445", "AK446"),
        *("AK450", "AK451", "AK452", "AK453", "AK454", "AK455", "AK456", "AK457", "AK458", "AK459"),
        *("AK460", "AK461", "AK462", "AK463", "AK464"),
        *("AK486", "AK493", "AK494", "AK495", "AK614", "AK644", "AK619", "AK650"),
        *("AK808", "AK809", "AK811"),
        *("AK870", "AK872", "AK877"),
        *("AK750", "AK751", "AK752", "AK753", "AK754", "AK755", "AK756", "AK757"),
    }
)
"""Codes that a campaign may weigh otherwise, and a recipe waive."""

GROUPS = {
    101: "Reading YAML",
    201: "Recipes and the campaign file",
    301: "Cuts, clips and masters",
    401: "Texts, and what makes a draft",
    420: "Cards",
    430: "Subtitles",
    480: "Numbers, quotes and care",
    501: "Platforms",
    520: "Finished files",
    560: "Finished files and their platform",
    600: "Kinds of cards",
    620: "Pictures and marks on cards",
    640: "What lies over the picture",
    700: "Sound, music and licences",
    800: "Posts",
    900: "Quality control",
}
"""Titles of the groups of codes, by the number that each begins with."""


def group_of(code: str) -> str:
    """Give the title of the group that a code belongs to."""
    return GROUPS[max(first for first in GROUPS if first <= int(code.removeprefix("AK")))]
