"""Files that translators send and that are no subtitles as text: each is named, and what to send instead."""

from __future__ import annotations

from assetkit.errors import MediaError

_BEGINS = (
    (b"PK\x03\x04", "a ZIP archive, as Word and Excel save their documents"),
    (b"\xd0\xcf\x11\xe0", "a document of an office program"),
    (b"{\\rtf", "a rich text document"),
    (b"%PDF-", "a PDF document"),
    (b"\x00\x00\x01\xba", "VobSub, which holds pictures of subtitles"),
    (b"\x1f\x8b", "packed by gzip"),
    (b"Rar!", "packed by RAR"),
    (b"7z\xbc\xaf", "packed by 7-Zip"),
)
# EBU Tech 3264 begins with the number of a code page, then the format and its rate: "850STL25.01".
_STL_AT, _STL = 3, b"STL"


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise MediaError for a file that is known to be something else than subtitles as text."""
    found = next((what for begin, what in _BEGINS if data.startswith(begin)), "")
    if data[_STL_AT:].startswith(_STL) and data[:_STL_AT].isdigit():
        found = "EBU STL, which is not read"
    if found:
        remedy = "Export the subtitles as SRT, WebVTT, ASS or TTML."
        raise MediaError(f"{name} is {found}.", remedy=remedy, file=name, code="AK403")
