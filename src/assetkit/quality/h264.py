"""What an H.264 stream says of itself: parameter sets and kinds of units (ITU-T H.264, 7.3 and E.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from mmap import mmap

from assetkit.quality.atoms import BrokenFileError
from assetkit.quality.bits import ASPECTS, CHROMA, Bits, name_colour

Buffer = bytes | mmap

IDR, SEI, SPS, PPS = 5, 6, 7, 8
RECOVERY_POINT = 6

PROFILES = {
    66: "baseline",
    77: "main",
    88: "extended",
    100: "high",
    110: "high-10",
    122: "high-422",
    244: "high-444",
}
_WITH_CHROMA = {100, 110, 122, 244, 44, 83, 86, 118, 128}


@dataclass(frozen=True)
class StreamParameters:
    """What a sequence parameter set says. `aspect` is that of a pixel; colour by ffmpeg's names."""

    profile: str
    level: int
    width: int
    height: int
    pixel_format: str
    interlaced: bool
    aspect: Fraction
    colour: tuple[str, str, str, str]


@dataclass(frozen=True)
class DecoderConfiguration:
    """The avcC box: bytes that a unit's length takes, and the parameter sets."""

    length_size: int
    sequence_sets: tuple[bytes, ...]
    picture_sets: tuple[bytes, ...]

    @property
    def most_sets(self) -> int:
        """How many there are of the kind that there are most of."""
        return max(len(self.sequence_sets), len(self.picture_sets))

    @property
    def units(self) -> frozenset[bytes]:
        """All parameter sets."""
        return frozenset((*self.sequence_sets, *self.picture_sets))


def read_configuration(avcc: bytes) -> DecoderConfiguration:
    """Read an avcC box. Raises BrokenFileError."""
    try:
        at, found = 5, []
        for mask in (0x1F, 0xFF):
            count, at, units = avcc[at] & mask, at + 1, []
            for _ in range(count):
                length = int.from_bytes(avcc[at : at + 2], "big")
                units.append(avcc[at + 2 : at + 2 + length])
                at += 2 + length
            found.append(tuple(units))
        return DecoderConfiguration((avcc[4] & 3) + 1, *found)
    except IndexError as error:
        raise BrokenFileError("avcC is cut short") from error


def list_units(data: Buffer, offset: int, size: int, length_size: int) -> Iterator[tuple[int, bytes]]:
    """Give (kind, unit) for every unit of the sample at `offset`; slices are cut after their first byte.

    Raises BrokenFileError where lengths do not add up.
    """
    at, end = offset, offset + size
    if end > len(data):
        raise BrokenFileError("a frame lies past the end of the file")
    while at < end:
        length = int.from_bytes(data[at : at + length_size], "big")
        at += length_size
        if not length or at + length > end:
            raise BrokenFileError("the units of a frame do not add up to it")
        kind = data[at] & 31
        yield kind, data[at : at + (length if kind in (SEI, SPS, PPS) else 1)]
        at += length


def has_recovery_point(unit: bytes) -> bool:
    """Whether an SEI unit marks a point from which decoding recovers: x264's key frame of an open GOP."""
    at = 1
    while at + 2 <= len(unit) and unit[at] != 0x80:
        kind, at = _read_growing(unit, at)
        size, at = _read_growing(unit, at)
        if kind == RECOVERY_POINT:
            return True
        at += size
    return False


def _read_growing(unit: bytes, at: int) -> tuple[int, int]:
    value = 0
    while at < len(unit) and unit[at] == 255:
        value, at = value + 255, at + 1
    return value + (unit[at] if at < len(unit) else 0), at + 1


def read_parameters(unit: bytes) -> StreamParameters:
    """Read a sequence parameter set, with its first byte. Raises BrokenFileError."""
    bits = Bits(unit)
    bits.take(8)
    profile, _, level = bits.take(8), bits.take(8), bits.take(8)
    bits.number()
    chroma, depth = _read_chroma(bits) if profile in _WITH_CHROMA else (1, 8)
    _skip_order(bits)
    bits.number()
    bits.flag()
    columns, rows = bits.number() + 1, bits.number() + 1
    progressive = bits.flag()
    if not progressive:
        bits.flag()
    bits.flag()
    width, height = _read_picture(
        bits, columns * 16, rows * 16 * (1 if progressive else 2), chroma, progressive
    )
    aspect, colour = _read_usability(bits) if bits.flag() else (Fraction(1), name_colour(2, 2, 2, False))
    name = CHROMA.get(chroma, "unknown") + (f"{depth}le" if depth > 8 else "")
    return StreamParameters(
        PROFILES.get(profile, str(profile)), level, width, height, name, not progressive, aspect, colour
    )


def _read_chroma(bits: Bits) -> tuple[int, int]:
    chroma = bits.number()
    if chroma == 3:
        bits.flag()
    depth = bits.number() + 8
    bits.number()
    bits.flag()
    if bits.flag():
        for index in range(12 if chroma == 3 else 8):
            if bits.flag():
                _skip_scaling(bits, 16 if index < 6 else 64)
    return chroma, depth


def _skip_scaling(bits: Bits, count: int) -> None:
    last = following = 8
    for _ in range(count):
        if following:
            following = (last + bits.signed()) % 256
        last = following or last


def _skip_order(bits: Bits) -> None:
    bits.number()
    order = bits.number()
    if order == 0:
        bits.number()
    elif order == 1:
        bits.flag()
        bits.signed()
        bits.signed()
        for _ in range(bits.number()):
            bits.signed()


def _read_picture(bits: Bits, width: int, height: int, chroma: int, progressive: bool) -> tuple[int, int]:
    if not bits.flag():
        return width, height
    left, right, top, bottom = (bits.number() for _ in range(4))
    across = 2 if chroma in (1, 2) else 1
    down = (2 if chroma == 1 else 1) * (1 if progressive else 2)
    return width - (left + right) * across, height - (top + bottom) * down


def _read_usability(bits: Bits) -> tuple[Fraction, tuple[str, str, str, str]]:
    aspect, colour, full = Fraction(1), (2, 2, 2), False
    if bits.flag():
        kind = bits.take(8)
        pair = (
            (bits.take(16), bits.take(16))
            if kind == 255
            else ASPECTS.get(kind, (1, 1) if kind == 0 else (0, 1))
        )
        aspect = Fraction(pair[0], pair[1] or 1)
    if bits.flag():
        bits.flag()
    if bits.flag():
        bits.take(3)
        full = bits.flag()
        if bits.flag():
            colour = (bits.take(8), bits.take(8), bits.take(8))
    return aspect, name_colour(*colour, full)
