"""What the picture track holds: tables, parameter sets and kinds of units; nothing is decoded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from assetkit.geometry import Size
from assetkit.quality import h264, hevc
from assetkit.quality.bits import name_colour
from assetkit.quality.h264 import Buffer, StreamParameters
from assetkit.quality.records import PictureReport
from assetkit.quality.tracks import Track

_UNKNOWN = ("unknown", "unknown", "unknown", "unknown")
Configuration = h264.DecoderConfiguration | hevc.DecoderConfiguration
# By the kind of sample entry: the codec's name, and the box that holds its parameter sets.
_CODECS = {
    "avc1": ("h264", "avcC"),
    "avc3": ("h264", "avcC"),
    "hvc1": ("hevc", "hvcC"),
    "hev1": ("hevc", "hvcC"),
}


@dataclass(frozen=True)
class _Units:
    """What the units of a track told: IDR samples, those that only recover, foreign parameter sets.

    A sample only recovers where a decoder may start that holds no IDR picture.
    """

    idr: frozenset[int] = frozenset()
    recovering: frozenset[int] = frozenset()
    foreign_sets: int = 0


def read_picture(track: Track, data: Buffer) -> PictureReport:
    """Describe a picture track of a file's bytes. Raises BrokenFileError."""
    codec, configuration = _read_configuration(track)
    stream = _read_stream(track, configuration)
    units = _scan_units(track, data, configuration) if configuration else _Units()
    keys = sorted(track.key_samples)
    sets = configuration.most_sets if configuration else 1
    return PictureReport(
        codec=codec,
        profile=stream.profile,
        level=stream.level,
        size=Size(stream.width, stream.height),
        pixel_format=stream.pixel_format,
        aspect=_read_aspect(track, stream.aspect),
        interlaced=stream.interlaced,
        colour=stream.colour,
        tag=_read_tag(track),
        rate=find_rate(track),
        rate_entries=track.delta_runs,
        frames=len(track.sizes),
        duration=track.duration,
        start=Fraction(min(track.presented, default=0), track.timescale),
        key_frames=len(keys),
        longest_gop=max((b - a for a, b in pairwise([*keys, len(track.sizes)])), default=0),
        starts_with_key=bool(keys) and keys[0] == 0,
        open_gops=count_open(track, units.idr if configuration else track.key_samples)
        + len(units.recovering),
        parameter_sets=track.entries - 1 + sets + units.foreign_sets,
        kbps=track.kbps,
    )


def find_rate(track: Track) -> Fraction | None:
    """Give the frame rate where frames follow each other evenly in the order shown; None where not."""
    times = sorted(track.presented)
    steps = {b - a for a, b in pairwise(times)} or set(track.durations[:1])
    if len(steps) != 1 or (step := steps.pop()) <= 0:
        return None
    return Fraction(track.timescale, step)


def count_open(track: Track, idr: Iterable[int]) -> int:
    """Count key samples that are no IDR picture, or over which frames are shown out of their group."""
    times, idr = track.presented, frozenset(idr)
    latest = [*accumulate(times, max)]
    earliest = [*accumulate(reversed(times), min)][::-1]
    return sum(
        1
        for key in track.key_samples
        if key >= len(times)
        or key not in idr
        or earliest[key] < times[key]
        or (key > 0 and latest[key - 1] > times[key])
    )


def _read_configuration(track: Track) -> tuple[str, Configuration | None]:
    """Give the codec's name, and its parameter sets where we can read them."""
    codec, box = _CODECS.get(track.entry, (track.entry, ""))
    if box not in track.boxes:
        return track.entry, None
    read = h264.read_configuration if codec == "h264" else hevc.read_configuration
    return codec, read(track.boxes[box])


def _read_stream(track: Track, configuration: Configuration | None) -> StreamParameters:
    if configuration and configuration.sequence_sets:
        read = (
            h264.read_parameters
            if isinstance(configuration, h264.DecoderConfiguration)
            else (hevc.read_parameters)
        )
        return read(configuration.sequence_sets[0])
    width, height = (int.from_bytes(track.head[at : at + 2], "big") for at in (24, 26))
    return StreamParameters("unknown", 0, width, height, "unknown", False, Fraction(1), _UNKNOWN)


def _read_aspect(track: Track, coded: Fraction) -> Fraction:
    pasp = track.boxes.get("pasp", b"")
    across, down = int.from_bytes(pasp[:4], "big"), int.from_bytes(pasp[4:8], "big")
    boxed = Fraction(across, down) if across and down else Fraction(1)
    return boxed if boxed != 1 else coded


def _read_tag(track: Track) -> tuple[str, str, str, str]:
    colr = track.boxes.get("colr", b"")
    if colr[:4] not in (b"nclx", b"nclc") or len(colr) < 10:
        return _UNKNOWN
    primaries, transfer, matrix = (int.from_bytes(colr[at : at + 2], "big") for at in (4, 6, 8))
    full = colr[:4] == b"nclx" and len(colr) > 10 and bool(colr[10] & 0x80)
    return name_colour(primaries, transfer, matrix, full)


def _scan_units(track: Track, data: Buffer, configuration: Configuration) -> _Units:
    if isinstance(configuration, hevc.DecoderConfiguration):
        return _scan_hevc(track, data, configuration)
    return _scan_h264(track, data, configuration)


def _scan_h264(track: Track, data: Buffer, configuration: h264.DecoderConfiguration) -> _Units:
    idr, recovering, foreign = set(), set(), set()
    known = configuration.units
    for index, (offset, size) in enumerate(zip(track.offsets, track.sizes, strict=True)):
        recovers = False
        for kind, unit in h264.list_units(data, offset, size, configuration.length_size):
            if kind == h264.IDR:
                idr.add(index)
            elif kind == h264.SEI:
                recovers = recovers or h264.has_recovery_point(unit)
            elif kind in (h264.SPS, h264.PPS) and unit not in known:
                foreign.add(unit)
        if recovers and index not in idr and index not in track.key_samples:
            recovering.add(index)
    return _Units(frozenset(idr), frozenset(recovering), len(foreign))


def _scan_hevc(track: Track, data: Buffer, configuration: hevc.DecoderConfiguration) -> _Units:
    """Find what a container's table of key frames may not say: clean random access is an open group."""
    idr, recovering, foreign = set(), set(), set()
    known = configuration.units
    for index, (offset, size) in enumerate(zip(track.offsets, track.sizes, strict=True)):
        for kind, unit in hevc.list_units(data, offset, size, configuration.length_size):
            if kind in hevc.IDR:
                idr.add(index)
            elif kind in hevc.OPEN and index not in track.key_samples:
                recovering.add(index)
            elif kind in hevc.SETS and unit not in known:
                foreign.add(unit)
    return _Units(frozenset(idr), frozenset(recovering), len(foreign))
