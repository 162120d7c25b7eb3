"""Bytes of a subtitle file to text: UTF-8, UTF-16, or the 8-bit code that the letters prove."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from assetkit.errors import MediaError
from assetkit.subtitles.misread import find_misread

_CYRILLIC = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_KAZAKH = set("әғқңөұүһі")
_KNOWN = _CYRILLIC | _KAZAKH | set("abcdefghijklmnopqrstuvwxyz")
# Letters that tell Kazakh from every other reading of the same bytes: no Russian, Ukrainian or Belarusian
# text in windows-1251 has these bytes. The others prove it only beside a letter that Ukrainian lacks.
_PROOF = set("қңәһ")
_PROOF_BESIDE_Y = set("ғөү")
_VOWELS = "аәеёиіоөуұүыэюя"
_HIATUS = re.compile(f"[{_VOWELS}]ә|ә[{_VOWELS}]|(?<![{_VOWELS}])ғ(?![{_VOWELS}])")
# Signs where PT154 has letters, and Latin beside Cyrillic letters in a word: accents of another language.
_UNLIKELY = re.compile("[µ±‰]|[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]|[а-яё][А-ЯЁ]")
# Vowels are two of five letters in Russian and Kazakh. In a text of another code (KOI8-R, ISO 8859-5) that
# is taken for these, they are one of seven.
_FEWEST_VOWELS, _MOST_VOWELS = 0.25, 0.65
_FEWEST_LETTERS = 8
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.-]{1,40})["']""")
_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_PLAIN = re.compile("[\t\n\r -~\u00a0-\u00ff\u0400-\u052f\u2010-\u203a\u20b8\u2116\ufeff]")
_REMEDY = "Save it as UTF-8, or state it: {file: …, encoding: kz1048}."
# All bytes above ASCII but those of the signs that windows-1251, windows-1252 and both Kazakh codes share.
_LETTER_BYTES = {*range(0x80, 0x100)} - {0x84, 0x85, *range(0x91, 0x98), 0xA0, 0xAB, 0xBB}


@dataclass(frozen=True)
class Decoded:
    """A file's text, lines ended by newlines; `encoding` is what it was read as, `why` says why."""

    text: str
    encoding: str
    why: str


def decode_text(data: bytes, name: str, stated: str | None = None) -> Decoded:
    """Decode a file; `stated` is what a person says that its encoding is.

    Raises MediaError where the encoding cannot be proved, where what was stated cannot be, and where the
    text was read wrongly once and saved again.
    """
    found = _decode_as(data, name, stated) if stated else _detect(data, name)
    text = found.text.removeprefix("\ufeff")
    if "\x00" in text:
        raise _fault(name, f"{name} is not a text file: it holds null characters.", "Save it as UTF-8.")
    _refuse_misread(text, name)
    return Decoded(_ENDS.sub("\n", text), found.encoding, found.why)


def _decode_as(data: bytes, name: str, stated: str) -> Decoded:
    marked = _mark_of(data)
    if marked and not _same(marked.encoding, stated):
        message = f"{name} is stated to be {stated}, and begins with the mark of {marked.encoding}."
        raise _fault(name, message, "Correct or remove `encoding:`.")
    try:
        return Decoded(data.decode(stated), stated, "the recipe states it")
    except (UnicodeDecodeError, LookupError) as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        message = f"{name}:{line}: this is not {stated}, which the recipe states."
        raise _fault(name, message, "Correct or remove `encoding:`.", line=line) from error


def _same(marked: str, stated: str) -> bool:
    return marked.removesuffix("-sig")[:6] == codecs.lookup(stated).name[:6]


def _mark_of(data: bytes) -> Decoded | None:
    """Give the encoding that a byte order mark names; its text is left empty."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return Decoded("", encoding, "its first bytes are the mark of it")
    return None


def _detect(data: bytes, name: str) -> Decoded:
    marked = _mark_of(data)
    if marked:
        try:
            return Decoded(data.decode(marked.encoding), marked.encoding, marked.why)
        except UnicodeDecodeError as error:
            message = f"{name} begins as {marked.encoding}, and cannot be read as it."
            raise _fault(name, message, "Save it as UTF-8.") from error
    unmarked = _without_mark(data) if b"\x00" in data else None
    if unmarked:
        return unmarked
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _declared(data) or _decode_8_bit(data, name, error)
    why = "every letter is ASCII" if text.isascii() else "its bytes are well-formed UTF-8, hardly by chance"
    return Decoded(text, "utf-8", why)


def _without_mark(data: bytes) -> Decoded | None:
    """Read UTF-16 that has no mark, where nearly all signs of one reading are those that subtitles have."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text and len(_PLAIN.findall(text)) >= 0.95 * len(text):
            return Decoded(text, encoding, "every second byte is that of a Latin or Cyrillic letter")
    return None


def _declared(data: bytes) -> Decoded | None:
    """Read XML as what its first line declares."""
    match = _XML.match(data)
    try:
        encoding = codecs.lookup(match[1].decode()).name if match else ""
        return Decoded(data.decode(encoding), encoding, "its first line declares it") if match else None
    except (LookupError, ValueError):
        return None


def _decode_8_bit(data: bytes, name: str, fault: UnicodeDecodeError) -> Decoded:
    """Read KZ-1048, PTCP154 or windows-1251, which differ in Kazakh letters; refuse the rest."""
    kazakh = [reading for reading in map(_kazakh, ("kz1048", "ptcp154"), (data, data)) if reading]
    texts = {text for _, text in kazakh}
    if not set(data) & _LETTER_BYTES:
        why = "only quotes and dashes are not ASCII, and all 8-bit codes of Windows have them in one place"
        return Decoded(data.decode("cp1252"), "windows-1252", why)
    if len(texts) > 1:  # one letter of the first is another of the second: let the vowels decide
        odds = sorted((len(_HIATUS.findall(text.lower())), encoding) for encoding, text in kazakh)
        kazakh = [pair for pair in kazakh if pair[0] == odds[0][1]] if odds[0][0] < odds[1][0] else []
    if kazakh:
        encoding, text = kazakh[0]
        letters = "".join(sorted(set(text.lower()) & _KAZAKH))
        return Decoded(text, encoding, f"only so its bytes are Kazakh words, with {letters}")
    plain = _cyrillic(data)
    if plain and not texts:
        return Decoded(
            plain, "windows-1251", "so every letter is Russian, and no Kazakh letter is among them"
        )
    raise _unproved(data, name, fault)


def _kazakh(encoding: str, data: bytes) -> tuple[str, str] | None:
    text = _read_known(encoding, data)
    letters = set(text.lower()) if text else set()
    is_proved = letters & _PROOF or ("ы" in letters and letters & _PROOF_BESIDE_Y)
    return (encoding, text) if text and is_proved else None


def _cyrillic(data: bytes) -> str | None:
    text = _read_known("cp1251", data)
    return text if text and set(text.lower()) & _CYRILLIC else None


def _read_known(encoding: str, data: bytes) -> str | None:
    """Decode where every letter is Latin, Russian or Kazakh, and the words are not mixed of both scripts."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    letters = {letter for letter in text.lower() if letter.isalpha()}
    return text if letters <= _KNOWN and not _UNLIKELY.search(text) and _can_be_said(text) else None


def _can_be_said(text: str) -> bool:
    """Whether the Cyrillic letters are enough to judge, and have as many vowels as words have."""
    letters = [letter for letter in text.lower() if letter in _CYRILLIC or letter in _KAZAKH]
    vowels = sum(letter in _VOWELS for letter in letters)
    share = vowels / len(letters) if letters else 0
    return len(letters) >= _FEWEST_LETTERS and _FEWEST_VOWELS <= share <= _MOST_VOWELS


def _unproved(data: bytes, name: str, fault: UnicodeDecodeError) -> MediaError:
    high = sum(byte >= 0x80 for byte in data)
    lost = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    if lost * 4 < high:
        line = len(_ENDS.sub("\n", data[: fault.start].decode("utf-8", "replace")).split("\n"))
        message = f"{name}:{line}: a byte here is not UTF-8, as the rest of the file is."
        return _fault(name, message, "Correct the letter, and save it as UTF-8.", line=line)
    return _fault(name, f"{name} is neither UTF-8 nor a Cyrillic encoding that its letters prove.", _REMEDY)


def _refuse_misread(text: str, name: str) -> None:
    found = find_misread(text)
    if found:
        raise _fault(
            name,
            f"{name}:{found.line}: the text was {found.truly}, read as {found.taken_for} and saved again: "
            f"{found.shown!r} for {found.meant!r}.",
            "Get the file as it was first saved; what was lost cannot always be brought back.",
            line=found.line,
        )


def _fault(name: str, message: str, remedy: str, **facts: int) -> MediaError:
    return MediaError(message, remedy=remedy, file=name, code="AK431", **facts)
