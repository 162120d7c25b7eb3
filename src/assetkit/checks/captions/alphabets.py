"""Letters that are not what they look like: of another alphabet, of another form, or of another language."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from assetkit.checks.captions.records import CaptionFile, FilmCaptions
from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.language import propose_language

_TWINS = Path(__file__).parent / "data" / "twins.txt"
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = re.compile("[A-Za-zÀ-ʯ]"), re.compile("[Ѐ-ӿ]")
# Languages whose alphabets are told apart by their letters; of others nothing is said.
_KNOWN = frozenset({"kk", "ru", "en"})
_LEAST_LETTERS = 80


def check_alphabets(film: FilmCaptions) -> Iterator[Diagnostic]:
    """Tell of letters of another alphabet, of letters in two parts, and of a file in another language."""
    for file in film.files.values():
        yield from _language(film, file)
        for cue in file.cues:
            if not cue.text.isascii():
                yield from _twins(film, file, cue)
                yield from _composed(film, file, cue)
            elif file.language in ("kk", "ru"):
                yield from _twins(film, file, cue)


def mend_word(word: str, to_cyrillic: bool) -> str | None:
    """Write a word in one alphabet; None where a letter of the other one has no twin in it."""
    to_other = _twin_letters()[0 if to_cyrillic else 1]
    stray = _LATIN if to_cyrillic else _CYRILLIC
    mended = "".join(to_other.get(letter, letter) for letter in word)
    return None if stray.search(mended) else mended


def _twins(film: FilmCaptions, file: CaptionFile, cue: FrameCue) -> Iterator[Diagnostic]:
    wrong = _mixed_words(cue.text, file.language)
    if not wrong:
        return
    told = ", ".join(f"{word} ({_letters(word, mended)})" for word, mended in wrong.items())
    yield film.report(
        "AK459",
        Severity.WARNING,
        "a word has letters of another alphabet",
        file,
        cue,
        next(iter(wrong)),
        measured=told,
        required="letters of one alphabet in a word",
        remedy=f"write {', '.join(wrong.values())}",
    )


def _mixed_words(text: str, language: str) -> dict[str, str]:
    """Give the words that mix alphabets with how they should be; only those that can be mended whole."""
    is_cyrillic = len(_CYRILLIC.findall(text)) >= len(_LATIN.findall(text))
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        if _LATIN.search(word) and _CYRILLIC.search(word):
            mended = mend_word(word, is_cyrillic)
        elif is_cyrillic and language in ("kk", "ru") and _is_lone(word):
            mended = mend_word(word, True)
        else:
            continue
        if mended and mended != word:
            found[word] = mended
    return found


def _is_lone(word: str) -> bool:
    """Whether it is a Latin letter that a Russian or Kazakh text has as a word, such as с, о and а."""
    return len(word) == 1 and word in "acoykACOYK"


def _letters(word: str, mended: str) -> str:
    changed = dict.fromkeys(one for one, other in zip(word, mended, strict=True) if one != other)
    return ", ".join(f"{letter} is U+{ord(letter):04X}" for letter in changed)


def _composed(film: FilmCaptions, file: CaptionFile, cue: FrameCue) -> Iterator[Diagnostic]:
    if unicodedata.is_normalized("NFC", cue.text):
        return
    word = next(word for word in cue.text.split() if not unicodedata.is_normalized("NFC", word))
    yield film.report(
        "AK463",
        Severity.NOTE,
        "a letter is written in two parts",
        file,
        cue,
        word,
        measured=" ".join(f"U+{ord(letter):04X}" for letter in word if not letter.isascii()),
        required="letters as one character (Unicode NFC)",
        remedy=f"write {unicodedata.normalize('NFC', word)}",
    )


def _language(film: FilmCaptions, file: CaptionFile) -> Iterator[Diagnostic]:
    text = "\n".join(cue.text for cue in file.cues)
    if file.language not in _KNOWN or sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        return
    found = propose_language(text)
    if found in ("", file.language):
        return
    lost = file.language == "kk" and found == "ru"
    yield Diagnostic(
        "AK464",
        Severity.WARNING,
        f"the subtitles of {film.film} in {file.language} read like {found}",
        Place(file.path),
        measured="almost no letter of Kazakh's own: ә ғ қ ң ө ұ ү" if lost else f"letters of {found}",
        required=f"letters of {file.language}",
        remedy="ask the translator for the file anew: its letters were lost, or it is another language's"
        if lost
        else "give the file of this language",
        language=file.language,
    )


@functools.cache
def _twin_letters() -> tuple[dict[str, str], dict[str, str]]:
    rows = _TWINS.read_text(encoding="utf-8").splitlines()
    to_cyrillic = dict(row.split() for row in rows if row and not row.startswith("#"))
    return to_cyrillic, {other: latin for latin, other in to_cyrillic.items()}
