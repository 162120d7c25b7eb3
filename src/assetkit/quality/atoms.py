"""The boxes of an MP4 or MOV file, read by themselves: nothing is shared with what wrote the file."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf"}
_MOST_INDEX = 256 << 20


class BrokenFileError(ValueError):
    """The bytes are not what the format asks for; the message says where."""


@dataclass(frozen=True)
class Atom:
    """One box: its four letters, where it starts in the file, its length, and what it holds.

    `body` is read only inside moov and for ftyp; a container's children are in `inside`.
    """

    kind: str
    offset: int
    length: int
    body: bytes = b""
    inside: tuple[Atom, ...] = ()

    def find(self, path: str) -> Atom | None:
        """Give the first box at a path such as "mdia.minf.stbl", or None."""
        return next(self.find_all(path), None)

    def find_all(self, path: str) -> Iterator[Atom]:
        """Give every box at a path."""
        head, _, rest = path.partition(".")
        for atom in self.inside:
            if atom.kind == head:
                if rest:
                    yield from atom.find_all(rest)
                else:
                    yield atom


def read_atoms(stream: BinaryIO) -> tuple[Atom, ...]:
    """Read the outermost boxes, moov with all that it holds. Raises BrokenFileError."""
    end = stream.seek(0, 2)
    found: list[Atom] = []
    offset = 0
    while offset < end:
        stream.seek(offset)
        head = stream.read(16)
        kind, length, header = _read_header(head, offset, end)
        body = b""
        inside: tuple[Atom, ...] = ()
        if kind in (b"moov", b"ftyp"):
            if length > _MOST_INDEX:
                raise BrokenFileError(f"the box {_name(kind)} at {offset} is too large")
            stream.seek(offset + header)
            body = stream.read(length - header)
            inside = _read_inside(body, offset + header) if kind == b"moov" else ()
        found.append(Atom(_name(kind), offset, length, b"" if inside else body, inside))
        offset += length
    return tuple(found)


def _read_header(head: bytes, offset: int, end: int) -> tuple[bytes, int, int]:
    if len(head) < 8:
        raise BrokenFileError(f"the file ends inside a box at {offset}")
    length, kind, header = int.from_bytes(head[:4], "big"), head[4:8], 8
    if length == 1:
        length, header = int.from_bytes(head[8:16], "big"), 16
    elif length == 0:
        length = end - offset
    if length < header or offset + length > end:
        raise BrokenFileError(f"the box {_name(kind)} at {offset} is longer than what holds it")
    return kind, length, header


def _read_inside(body: bytes, base: int) -> tuple[Atom, ...]:
    found: list[Atom] = []
    at = 0
    while at < len(body):
        kind, length, header = _read_header(body[at : at + 16], at, len(body))
        part = body[at + header : at + length]
        inside = _read_inside(part, base + at + header) if kind in _CONTAINERS else ()
        found.append(Atom(_name(kind), base + at, length, b"" if inside else part, inside))
        at += length
    return tuple(found)


def _name(kind: bytes) -> str:
    return kind.decode("latin-1")


def read_table(body: bytes, layout: str) -> list[tuple[int, ...]]:
    """Read a full box that is a count and rows, such as stts (">II"). Raises BrokenFileError."""
    if len(body) < 8:
        raise BrokenFileError("a table of the index is cut short")
    count = int.from_bytes(body[4:8], "big")
    size = struct.calcsize(layout)
    if len(body) - 8 < count * size:
        raise BrokenFileError("a table of the index is cut short")
    return list(struct.iter_unpack(layout, body[8 : 8 + count * size]))


def read_children(body: bytes, skip: int) -> dict[str, bytes]:
    """Give the boxes that follow `skip` bytes of a sample entry, by name; the first of each name."""
    found: dict[str, bytes] = {}
    at = skip
    while at + 8 <= len(body):
        kind, length, header = _read_header(body[at : at + 16], at, len(body))
        found.setdefault(_name(kind), body[at + header : at + length])
        at += length
    return found
