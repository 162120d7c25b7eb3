"""What an H.265 stream says of itself: parameter sets and kinds of units (ITU-T H.265, 7.3 and E.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assetkit.quality.atoms import BrokenFileError
from assetkit.quality.bits import ASPECTS, CHROMA, Bits, name_colour
from assetkit.quality.h264 import Buffer, StreamParameters

IDR = frozenset({19, 20})
OPEN = frozenset({16, 17, 18, 21})  # a decoder may start here, but not with all that follows: BLA and CRA
SETS = frozenset({32, 33, 34})
_VIDEO, _SEQUENCE, _PICTURE = 32, 33, 34

PROFILES = {1: "main", 2: "main-10", 3: "main-still", 4: "range-extensions"}
_WINDOW_UNITS = {"yuv420p": (2, 2), "yuv422p": (2, 1)}


@dataclass(frozen=True)
class DecoderConfiguration:
    """The hvcC box: bytes that a unit's length takes, and the parameter sets."""

    length_size: int
    video_sets: tuple[bytes, ...]
    sequence_sets: tuple[bytes, ...]
    picture_sets: tuple[bytes, ...]

    @property
    def most_sets(self) -> int:
        """How many there are of the kind that there are most of."""
        return max(len(self.video_sets), len(self.sequence_sets), len(self.picture_sets))

    @property
    def units(self) -> frozenset[bytes]:
        """All parameter sets."""
        return frozenset((*self.video_sets, *self.sequence_sets, *self.picture_sets))


def read_configuration(hvcc: bytes) -> DecoderConfiguration:
    """Read an hvcC box (ISO/IEC 14496-15, 8.3.3). Raises BrokenFileError."""
    found: dict[int, list[bytes]] = {_VIDEO: [], _SEQUENCE: [], _PICTURE: []}
    try:
        at, arrays = 23, hvcc[22]
        for _ in range(arrays):
            kind, count, at = hvcc[at] & 63, int.from_bytes(hvcc[at + 1 : at + 3], "big"), at + 3
            for _ in range(count):
                length = int.from_bytes(hvcc[at : at + 2], "big")
                found.setdefault(kind, []).append(hvcc[at + 2 : at + 2 + length])
                at += 2 + length
    except IndexError as error:
        raise BrokenFileError("hvcC is cut short") from error
    return DecoderConfiguration(
        (hvcc[21] & 3) + 1, tuple(found[_VIDEO]), tuple(found[_SEQUENCE]), tuple(found[_PICTURE])
    )


def list_units(data: Buffer, offset: int, size: int, length_size: int) -> Iterator[tuple[int, bytes]]:
    """Give (kind, unit) for every unit of the sample at `offset`; only parameter sets are given whole.

    Raises BrokenFileError where lengths do not add up.
    """
    at, end = offset, offset + size
    if end > len(data):
        raise BrokenFileError("a frame lies past the end of the file")
    while at < end:
        length = int.from_bytes(data[at : at + length_size], "big")
        at += length_size
        if length < 2 or at + length > end:
            raise BrokenFileError("the units of a frame do not add up to it")
        kind = data[at] >> 1 & 63
        yield kind, data[at : at + (length if kind in SETS else 2)]
        at += length


def read_parameters(unit: bytes) -> StreamParameters:
    """Read a sequence parameter set, with its two first bytes. Raises BrokenFileError."""
    bits = Bits(unit)
    bits.take(16 + 4)
    layers = bits.take(3)
    bits.flag()
    profile, level, interlaced = _read_profile(bits, layers)
    bits.number()
    chroma = bits.number()
    if chroma == 3:
        bits.flag()
    width, height = bits.number(), bits.number()
    form = CHROMA.get(chroma, "unknown")
    if bits.flag():
        left, right, top, bottom = (bits.number() for _ in range(4))
        across, down = _WINDOW_UNITS.get(form, (1, 1))
        width, height = width - (left + right) * across, height - (top + bottom) * down
    depth = bits.number() + 8
    _skip_tools(bits, layers)
    aspect, colour, fields = _read_usability(bits) if bits.flag() else (Fraction(1), _UNSAID, False)
    form += f"{depth}le" if depth > 8 else ""
    return StreamParameters(profile, level, width, height, form, interlaced or fields, aspect, colour)


_UNSAID = name_colour(2, 2, 2, False)


def _read_profile(bits: Bits, layers: int) -> tuple[str, int, bool]:
    """Read profile, level (ten times its number) and whether the source is said to be interlaced alone."""
    bits.take(3)
    profile = bits.take(5)
    bits.take(32)
    progressive, interlaced = bits.flag(), bits.flag()
    bits.take(2 + 43 + 1)
    level = bits.take(8)
    there = [(bits.flag(), bits.flag()) for _ in range(layers)]
    if layers:
        bits.take(2 * (8 - layers))
    for has_profile, has_level in there:
        bits.take(88 * has_profile + 8 * has_level)
    return PROFILES.get(profile, str(profile)), level // 3, interlaced and not progressive


def _skip_tools(bits: Bits, layers: int) -> None:
    """Skip what tells how pictures are coded, from the depth of chroma to what comes before the VUI."""
    bits.number()
    order = bits.number() + 4
    for _ in range(layers + 1 if bits.flag() else 1):
        bits.skip_numbers(3)
    bits.skip_numbers(6)
    if bits.flag() and bits.flag():
        _skip_scaling(bits)
    bits.take(2)
    if bits.flag():  # samples as they are (PCM)
        bits.take(8)
        bits.skip_numbers(2)
        bits.flag()
    _skip_references(bits)
    if bits.flag():
        for _ in range(bits.number()):
            bits.take(order + 1)
    bits.take(2)


def _skip_scaling(bits: Bits) -> None:
    for size in range(4):
        for _ in range(2 if size == 3 else 6):
            if not bits.flag():
                bits.number()
                continue
            if size > 1:
                bits.signed()
            for _ in range(min(64, 1 << (4 + (size << 1)))):
                bits.signed()


def _skip_references(bits: Bits) -> None:
    deltas = 0
    for index in range(bits.number()):
        if index and bits.flag():
            bits.flag()
            bits.number()
            used = [bits.flag() or bits.flag() for _ in range(deltas + 1)]
            deltas = sum(used)
            continue
        deltas = bits.number() + bits.number()
        for _ in range(deltas):
            bits.number()
            bits.flag()


def _read_usability(bits: Bits) -> tuple[Fraction, tuple[str, str, str, str], bool]:
    """Read the VUI up to where it says whether pictures are fields."""
    aspect, colour, full = Fraction(1), (2, 2, 2), False
    if bits.flag():
        kind = bits.take(8)
        pair = (bits.take(16), bits.take(16)) if kind == 255 else ASPECTS.get(kind, (int(not kind), 1))
        aspect = Fraction(pair[0], pair[1] or 1)
    if bits.flag():
        bits.flag()
    if bits.flag():
        bits.take(3)
        full = bits.flag()
        if bits.flag():
            colour = (bits.take(8), bits.take(8), bits.take(8))
    if bits.flag():
        bits.skip_numbers(2)
    bits.flag()
    return aspect, name_colour(*colour, full), bits.flag()
