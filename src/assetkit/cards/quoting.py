"""Quotation marks as each language writes them, and how the opening one hangs left of the words."""

from __future__ import annotations

from assetkit.cards.spec import CardSpec
from assetkit.text.shaping import shape

# The outer marks of each language in CLDR 46; what is not listed has the English ones.
_MARKS = {"kk": "«»", "ru": "«»", "en": "“”"}
_PAIRS = ("«»", "“”", "„“", "‘’", '""', "''")
_AIR = 12  # hundredths of an em between the hanging mark and the words


def opening_mark(language: str) -> str:
    """Give the mark that opens a quotation."""
    return _marks(language)[0]


def close_quote(text: str, language: str) -> str:
    """Give the words with the mark that closes them; one pair that a person wrote around them is left out.

    A full stop stands outside of angle quotes, as Russian and Kazakh write it, and inside of English ones.
    """
    bare, mark = _bare(text), _marks(language)[1]
    if mark == "»" and bare.endswith(".") and not bare.endswith(".."):
        return f"{bare[:-1]}{mark}."
    return bare + mark


def hang_width(mark: str, font: str, em: int) -> int:
    """Give how far words stand in from a column in which their mark hangs, in whole pixels."""
    ink = shape(mark, font, em).ink
    return round(ink.right - ink.left + em * _AIR / 100)


def width_beside(spec: CardSpec, mark: str, font: str, em: int) -> int:
    """Give the width of the zone that a hanging mark leaves."""
    return spec.zone.width - hang_width(mark, font, em) if mark else spec.zone.width


def _marks(language: str) -> str:
    return _MARKS.get(language.split("-")[0], "“”")


def _bare(text: str) -> str:
    text = text.strip()
    inner = text[1:-1]
    for pair in _PAIRS:
        if text[:1] + text[-1:] == pair and not set(pair) & set(inner):
            return inner.strip()
    return text
