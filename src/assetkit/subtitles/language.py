"""A proposal for the language of a text by its letters, for a person to correct."""

from __future__ import annotations

_KAZAKH = frozenset("әғқңөұү")
# In a running text far more letters than this are Kazakh's own; a borrowed name brings one or two.
_SHARE = 0.02


def propose_language(text: str) -> str:
    """Give "kk", "ru" or "en": Cyrillic with Kazakh's own letters, Cyrillic without, Latin; "" for others.

    It knows no other languages of these alphabets: what it gives is shown to a person, never taken silently.
    """
    letters = [letter for letter in text.lower() if letter.isalpha()]
    cyrillic = [letter for letter in letters if "Ѐ" <= letter <= "ӿ"]
    latin = sum("a" <= letter <= "ɏ" for letter in letters)
    if not letters or max(len(cyrillic), latin) * 2 < len(letters):
        return ""
    if latin > len(cyrillic):
        return "en"
    return "kk" if sum(letter in _KAZAKH for letter in cyrillic) > _SHARE * len(cyrillic) else "ru"
