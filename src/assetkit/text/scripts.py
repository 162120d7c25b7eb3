"""Which script a language is written in, and from which side."""

from __future__ import annotations

import functools


@functools.cache
def script_of(language: str) -> str:
    """Give the script of a language ("kk", "kk-Arab") as ISO 15924 names it, such as Cyrl; "" if unknown.

    What the language's code does not say is its likeliest script by Unicode's CLDR.
    """
    from babel.core import get_global

    name, *more = language.split("-")
    said = [part.title() for part in more if len(part) == 4 and part.isalpha()]
    likely = str(get_global("likely_subtags").get(name, "")).split("_")[1:]
    return next((part for part in (*said, *likely) if len(part) == 4), "")


@functools.cache
def is_right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left."""
    from fontTools.unicodedata import script_horizontal_direction

    return bool(script_horizontal_direction(script_of(language), "LTR") == "RTL")
