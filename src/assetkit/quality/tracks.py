"""One track of a file: its samples with places and times, from the tables of the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, repeat

from assetkit.quality.atoms import Atom, BrokenFileError, read_children, read_table

_HEADS = {"vide": 78, "soun": 28}


@dataclass(frozen=True)
class Track:
    """A track's samples in the order of decoding. Times are ticks of 1/timescale seconds.

    `entry` is the kind of its sample entry ("avc1", "mp4a"), `head` what stands before the boxes in it and
    `boxes` these; `delta_runs` is the number of entries in the table of times.
    """

    handler: str
    timescale: int
    entry: str
    entries: int
    head: bytes
    boxes: dict[str, bytes]
    edit_lists: int
    durations: tuple[int, ...]
    delta_runs: int
    presented: tuple[int, ...]
    sizes: tuple[int, ...]
    offsets: tuple[int, ...]
    key_samples: frozenset[int]

    @property
    def duration(self) -> Fraction:
        """Length in seconds."""
        return Fraction(sum(self.durations), self.timescale)

    @property
    def kbps(self) -> Fraction:
        """Mean bit rate, to the nearest kbit/s."""
        length = self.duration
        return Fraction(round(sum(self.sizes) * 8 / length / 1000)) if length else Fraction(0)


def read_track(trak: Atom) -> Track:
    """Read one trak box. Raises BrokenFileError where tables are missing or do not agree."""
    handler = _body(trak, "mdia.hdlr")[8:12].decode("latin-1")
    stsd = _body(trak, "mdia.minf.stbl.stsd")
    entry, head, boxes = _read_entry(stsd, handler)
    sizes = _read_sizes(_body(trak, "mdia.minf.stbl.stsz"))
    runs = read_table(_body(trak, "mdia.minf.stbl.stts"), ">II")
    durations = _expand(runs, len(sizes), "stts")
    return Track(
        handler=handler,
        timescale=_read_timescale(_body(trak, "mdia.mdhd")),
        entry=entry,
        entries=int.from_bytes(stsd[4:8], "big"),
        head=head,
        boxes=boxes,
        edit_lists=sum(1 for _ in trak.find_all("edts.elst")),
        durations=durations,
        delta_runs=len(runs),
        presented=_read_presented(trak, durations),
        sizes=sizes,
        offsets=_read_offsets(trak, sizes),
        key_samples=_read_keys(trak, len(sizes)),
    )


def _body(trak: Atom, path: str) -> bytes:
    atom = trak.find(path)
    if atom is None or len(atom.body) < 12:
        raise BrokenFileError(f"a track has no {path.rpartition('.')[2]}")
    return atom.body


def _read_timescale(mdhd: bytes) -> int:
    at = 20 if mdhd[0] == 1 else 12
    timescale = int.from_bytes(mdhd[at : at + 4], "big")
    if not timescale:
        raise BrokenFileError("a track has no time scale")
    return timescale


def _read_entry(stsd: bytes, handler: str) -> tuple[str, bytes, dict[str, bytes]]:
    if len(stsd) < 16:
        return "", b"", {}
    length = int.from_bytes(stsd[8:12], "big")
    body, skip = stsd[16 : 8 + length], _HEADS.get(handler, 0)
    if handler == "soun":
        # QuickTime's longer sample entries of sound, by their version.
        skip += {1: 16, 2: 36}.get(int.from_bytes(body[8:10], "big"), 0)
    boxes = read_children(body, skip) if skip else {}
    return stsd[12:16].decode("latin-1"), body[:skip], boxes


def _read_sizes(stsz: bytes) -> tuple[int, ...]:
    common, count = int.from_bytes(stsz[4:8], "big"), int.from_bytes(stsz[8:12], "big")
    if common:
        return (common,) * min(count, 1 << 24)
    return tuple(row[0] for row in read_table(stsz[:4] + stsz[8:], ">I"))


def _expand(runs: list[tuple[int, ...]], count: int, name: str) -> tuple[int, ...]:
    if sum(run[0] for run in runs) != count:
        raise BrokenFileError(f"{name} does not count the samples that there are")
    return tuple(chain.from_iterable(repeat(run[1], run[0]) for run in runs))


def _read_presented(trak: Atom, durations: tuple[int, ...]) -> tuple[int, ...]:
    ctts = trak.find("mdia.minf.stbl.ctts")
    shifts: tuple[int, ...] = (0,) * len(durations)
    if ctts:
        # Version 0 is unsigned by the letter, but writers have always meant it signed.
        shifts = _expand(read_table(ctts.body, ">Ii"), len(durations), "ctts")
    times, decoded = [], 0
    for duration, shift in zip(durations, shifts, strict=True):
        times.append(decoded + shift)
        decoded += duration
    return tuple(times)


def _read_offsets(trak: Atom, sizes: tuple[int, ...]) -> tuple[int, ...]:
    wide = trak.find("mdia.minf.stbl.co64")
    chunks = read_table(wide.body, ">Q") if wide else read_table(_body(trak, "mdia.minf.stbl.stco"), ">I")
    per_chunk = _samples_per_chunk(read_table(_body(trak, "mdia.minf.stbl.stsc"), ">III"), len(chunks))
    offsets: list[int] = []
    for (start,), count in zip(chunks, per_chunk, strict=True):
        for _ in range(count):
            if len(offsets) == len(sizes):
                raise BrokenFileError("stsc counts more samples than there are")
            offsets.append(start)
            start += sizes[len(offsets) - 1]
    if len(offsets) != len(sizes):
        raise BrokenFileError("stsc counts fewer samples than there are")
    return tuple(offsets)


def _samples_per_chunk(rows: list[tuple[int, ...]], chunks: int) -> Iterator[int]:
    for index, (first, count, _) in enumerate(rows):
        stop = rows[index + 1][0] if index + 1 < len(rows) else chunks + 1
        if not 1 <= first <= stop <= chunks + 1:
            raise BrokenFileError("stsc names chunks that there are not")
        yield from repeat(count, stop - first)


def _read_keys(trak: Atom, count: int) -> frozenset[int]:
    stss = trak.find("mdia.minf.stbl.stss")
    if stss is None:
        return frozenset(range(count))
    return frozenset(row[0] - 1 for row in read_table(stss.body, ">I"))
