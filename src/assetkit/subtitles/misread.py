"""Text that was read in the wrong encoding once and saved again: what it looks like, and what it was."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\x00-\x7f\s]{2,}")
_CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
_MEANT = re.compile("[\u00c0-\u00ff\u0400-\u052f]|^[\u2010-\u203a]+$")
_LATIN_RUN = re.compile("[\u00a1-\u00ff]{3,}")
_ACCENTED = re.compile("[\u00c0-\u00ff]{2}")
# Letters of Kazakh 8-bit codes as windows-1251 shows them; Macedonian, Serbian and Ukrainian have some of
# them, but none has them together with the letters that only Kazakh, Russian and Belarusian have.
_ODD = {"KZ-1048": "јєќѕґўїћ", "PTCP154": "єѓќњµ±‰ћ"}
_FOREIGN = set("ќћјѕѓњ")
_KAZAKH_CODE = {"KZ-1048": "kz1048", "PTCP154": "ptcp154"}
_ONLY_THERE = re.compile("[ыэъ]", re.IGNORECASE)
_LEAST = 2
# What an editor writes for the bytes that windows-1251 and windows-1252 leave undefined.
_HOLES = {0x81, 0x8D, 0x8F, 0x90, 0x98, 0x9D}


@dataclass(frozen=True)
class Misread:
    """`truly` is what the text was, `taken_for` as what it was read; `shown` stands there for `meant`."""

    truly: str
    taken_for: str
    shown: str
    meant: str
    line: int


def find_misread(text: str) -> Misread | None:
    """Tell a text that was read wrongly and saved again, by its words; None where it is as it was meant."""
    if text.isascii():
        return None
    for code, title in (("cp1251", "windows-1251"), ("cp1252", "windows-1252")):
        found = _by_words(text, code, "utf-8", "UTF-8", title)
        if found:
            return found
    return _as_latin(text) or _as_russian(text)


def _by_words(text: str, code: str, true_code: str, true_title: str, title: str) -> Misread | None:
    """Tell by words that are letters again when they are read the other way; most must be."""
    words = list(_WORD.finditer(text))
    mended = [(word, _again(word[0], code, true_code)) for word in words]
    sound = [(word, meant) for word, meant in mended if meant]
    # Three letters that are one quote or dash are hardly chance; two that are one letter may be.
    least = 1 if all(len(word[0]) > 2 for word, _ in sound) else _LEAST
    if len(sound) < least or len(sound) * 2 < len(words):
        return None
    word, meant = sound[0]
    return Misread(true_title, title, word[0], meant, text.count("\n", 0, word.start()) + 1)


def _again(word: str, code: str, true_code: str) -> str:
    """Read a word the other way; nothing where that is no word of Cyrillic or accented letters."""
    try:
        data = b"".join(bytes([ord(sign)]) if ord(sign) in _HOLES else sign.encode(code) for sign in word)
        meant = data.decode(true_code)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""
    return meant if _MEANT.search(meant) else ""


def _as_latin(text: str) -> Misread | None:
    """Tell Cyrillic that was taken for windows-1252: words of accented letters and nothing else."""
    if _CYRILLIC.search(text):
        return None
    words = _WORD.findall(text)
    wholly = [run for run in _LATIN_RUN.finditer(text) if _ACCENTED.search(run[0])]
    if len(wholly) < _LEAST or len(wholly) * 2 < len(words):
        return None
    word = wholly[0]
    meant = _again(word[0], "cp1252", "cp1251")
    return Misread(
        "windows-1251", "windows-1252", word[0], meant or "?", text.count("\n", 0, word.start()) + 1
    )


def _as_russian(text: str) -> Misread | None:
    """Tell a Kazakh 8-bit code that was taken for windows-1251."""
    if not _ONLY_THERE.search(text):
        return None
    found = [_odd_words(text, title, odd) for title, odd in _ODD.items()]
    return max(filter(None, found), default=(0, None), key=lambda pair: pair[0])[1]


def _odd_words(text: str, title: str, odd: str) -> tuple[int, Misread] | None:
    """Give how many different odd letters there are, and the first word with one."""
    words = [word for word in re.finditer(r"[^\W\d_]+", text) if set(word[0].lower()) & set(odd)]
    shown = set(text.lower()) & set(odd)
    if len(words) < _LEAST or len(shown) < _LEAST or not shown & _FOREIGN:
        return None
    meant = _again(words[0][0], "cp1251", _KAZAKH_CODE[title])
    line = text.count("\n", 0, words[0].start()) + 1
    return (len(shown), Misread(title, "windows-1251", words[0][0], meant or "?", line))
