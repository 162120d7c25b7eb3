"""Which font draws a text: the one that was asked for, or as a whole the one made for its script."""

from __future__ import annotations

import functools

from assetkit.text.fonts import missing_glyphs
from assetkit.text.scripts import script_of

# By script: the font, and a letter by which a font that knows the script is told.
_SCRIPT_FACES = {
    "Arab": ("NotoSansArabic-Bold", "\N{ARABIC LETTER BEH}"),
    "Deva": ("NotoSansDevanagari-Bold", "\N{DEVANAGARI LETTER KA}"),
}


@functools.lru_cache(maxsize=8192)
def face_for(text: str, language: str, preferred: str) -> str:
    """Give the font for a text: `preferred`, or the one of its script where that cannot write it.

    A text is drawn in one font or not at all: letters are never taken from a second font. All texts of a
    language whose script the preferred font does not know have the same font, words in Latin letters too.
    """
    face, letter = _SCRIPT_FACES.get(script_of(language), ("", ""))
    if face and missing_glyphs(letter, preferred):
        return face
    if not missing_glyphs(text.replace("\n", " "), preferred):
        return preferred
    faces = (name for name, _ in _SCRIPT_FACES.values())
    return next((name for name in faces if not missing_glyphs(text.replace("\n", " "), name)), preferred)
