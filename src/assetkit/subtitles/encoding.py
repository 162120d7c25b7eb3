"""Bytes of a subtitle file to text: UTF-8, UTF-16, or the 8-bit code that the letters prove."""

from __future__ import annotations

import codecs
import re

from assetkit.errors import MediaError

_CYRILLIC = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_KAZAKH = set("әғқңөұүһі")
_KNOWN = _CYRILLIC | _KAZAKH | set("abcdefghijklmnopqrstuvwxyz")
# Letters that tell Kazakh from every other reading of the same bytes: no Russian, Ukrainian or Belarusian
# text in windows-1251 has these bytes.
_PROOF = set("қңәһ")
# Signs where PT154 has letters, and Latin beside Cyrillic letters in a word: accents of another language.
_UNLIKELY = re.compile("[µ±‰]|[a-z][а-яё]|[а-яё][a-z]", re.IGNORECASE)
_REMEDY = "Save it as UTF-8."


def decode_text(data: bytes, name: str) -> str:
    """Decode a file; line ends become newlines. Raises MediaError where the encoding cannot be proved."""
    text = _decode(data, name).removeprefix("\ufeff")
    if "\x00" in text:
        raise MediaError(f"{name} is not a text file: it holds null characters.", remedy=_REMEDY, file=name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, name: str) -> str:
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_8_bit(data, name)


def _decode_8_bit(data: bytes, name: str) -> str:
    """Read windows-1251 or KZ-1048, which differ in the Kazakh letters; refuse what might be neither."""
    for encoding, needed in (("kz1048", _PROOF), ("cp1251", _CYRILLIC)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = {letter for letter in text.lower() if letter.isalpha()}
        if letters <= _KNOWN and letters & needed and not _UNLIKELY.search(text):
            return text
    raise MediaError(f"{name} is neither UTF-8 nor a known Cyrillic encoding.", remedy=_REMEDY, file=name)
