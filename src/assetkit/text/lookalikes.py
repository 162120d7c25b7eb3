"""Letters that are another letter with a mark more: what a text reads where a mark too many is drawn."""

from __future__ import annotations

import functools
import unicodedata

from assetkit.text.fonts import missing_glyphs

# Marks that stand off their letter and make another one of it. Those that touch it change the letter itself:
# a cedilla, a vowel sign of Hindi that hangs on the line. Where Unicode has no letter with a mark, nobody
# reads one: but for the stress that Russian puts on vowels.
_MARKS = {
    "Latn": "\u0300\u0301\u0302\u0303\u0306\u0307\u0308\u030a\u030c",
    "Cyrl": "\u0300\u0306\u0308",
    "Arab": "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670",
    "Deva": "\u0901\u0902\u093c",
}
_STRESS, _STRESSED = "\u0301", frozenset("аеиоуыэюяАЕИОУЫЭЮЯ")
# Dots that Unicode does not count as marks: each letter with those of its shape that have more of them.
_DOTTED = {
    ".": ":",
    ",": ";",
    "'": '"',
    "\N{ARABIC LETTER HAH}": "\u062c\u062e\u0686",
    "\N{ARABIC LETTER DAL}": "\u0630\u0688",
    "\N{ARABIC LETTER REH}": "\u0632\u0698",
    "\N{ARABIC LETTER SEEN}": "\u0634",
    "\N{ARABIC LETTER SAD}": "\u0636",
    "\N{ARABIC LETTER TAH}": "\u0638",
    "\N{ARABIC LETTER AIN}": "\u063a",
    "\N{ARABIC LETTER HEH}": "\u0629",
    "\N{ARABIC LETTER ALEF MAKSURA}": "\u064a\u0626",
    "\N{ARABIC LETTER FARSI YEH}": "\u064a\u0626",
    "\N{ARABIC LETTER KEHEH}": "\u06ad",
}


@functools.lru_cache(maxsize=4096)
def with_more(letter: str, font: str) -> tuple[str, ...]:
    """Give what a letter becomes with one mark or row of dots more, as far as the font can write it."""
    from fontTools.unicodedata import script

    own = script(letter)
    kind = "Latn" if own == "Grek" else own
    marked = [unicodedata.normalize("NFC", letter + mark) for mark in _MARKS.get(kind, "")]
    if kind in ("Latn", "Cyrl"):
        marked = [text for text in marked if len(text) == 1]
        marked += [letter + _STRESS] if letter in _STRESSED else []
    found = [*marked, *_DOTTED.get(letter, "")]
    return tuple(text for text in dict.fromkeys(found) if not missing_glyphs(text, font))
