"""Facts against the truth in the pixels, and the reading recipe, on every kind of master."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.tool.probe import probe_master
from support.numbered import make_numbered, read_numbers
from support.reading import read_range

NTSC_FILM, NTSC = Fraction(24000, 1001), Fraction(30000, 1001)
FEW = [
    ("h264", ".mp4", Fraction(25), False, 0, 0),
    ("h264", ".mp4", NTSC, True, 0, 30),
    ("h264", ".ts", NTSC_FILM, True, 0, 0),
    ("hevc", ".mkv", NTSC, True, 0, 0),
    ("h264", ".mkv", Fraction(50), False, 2, 0),
    ("hevc", ".mkv", Fraction(25), True, 0, 30),
]
GRID = [
    (codec, suffix, rate, open_gop, start, 0)
    for codec in ("h264", "hevc", "mpeg2", "mpeg4")
    for suffix in (".mp4", ".mov", ".mkv", ".ts")
    for rate in (NTSC_FILM, Fraction(25), NTSC, Fraction(50))
    for open_gop in (False, True)
    for start in (0, Fraction(7, 5))
    if not (codec == "mpeg4" and rate == Fraction(50) and open_gop)
]
GRID += [
    ("prores", suffix, rate, False, 0, 0)
    for suffix in (".mov", ".mkv")
    for rate in (NTSC_FILM, Fraction(25), NTSC)
]
GRID += [
    (codec, suffix, rate, open_gop, 0, cut)
    for codec in ("h264", "hevc")
    for suffix in (".mp4", ".mov", ".mkv", ".ts")
    for rate in (NTSC_FILM, Fraction(25))
    for open_gop in (False, True)
    for cut in (7, 30, 48, 50)
]

Kind = tuple[str, str, Fraction, bool, Fraction | int, int]


def check(folder: Path, kind: Kind, frames: int, ranges: int) -> None:
    codec, suffix, rate, open_gop, start, cut = kind
    path = make_numbered(
        folder / f"master{suffix}",
        rate=rate,
        frames=frames,
        codec=codec,
        gop=24 if cut else 48,
        open_gop=open_gop,
        start=Fraction(start),
        edit_list=cut,
        clicks=(4800,) if suffix != ".mkv" else None,
    )
    facts = probe_master(path, colour="bt709")
    truth = read_numbers(path)
    first = truth[0]
    assert (facts.rate, facts.frame_count) == (rate, len(truth))
    assert truth == list(range(first, frames))
    if suffix in (".mp4", ".mov"):
        assert first == cut
    chance = random.Random(repr(kind))
    spots = [(0, 5), (len(truth) - 3, len(truth)), *((n, n + 1) for n in (1, len(truth) // 2))]
    for _ in range(ranges):
        one = chance.randrange(len(truth))
        spots.append((one, min(len(truth), one + chance.randrange(1, 40))))
    for one, other in spots:
        assert read_range(path, facts, one, other) == truth[one:other], (kind, one, other, facts)


@pytest.mark.parametrize(
    "kind", [*FEW[1:3], *(pytest.param(kind, marks=pytest.mark.slow) for kind in (FEW[0], *FEW[3:]))], ids=str
)
def test_a_range_reads_exactly_its_frames(tmp_path: Path, kind: Kind) -> None:
    check(tmp_path, kind, frames=130, ranges=1)


@pytest.mark.soak
@pytest.mark.parametrize("kind", GRID, ids=str)
def test_every_kind_of_master_reads_exactly(tmp_path: Path, kind: Kind) -> None:
    check(tmp_path, kind, frames=220, ranges=8)
