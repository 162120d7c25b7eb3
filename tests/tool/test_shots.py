"""Shots are found at the very frame of the cut, however the master is coded and wherever its times begin."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.errors import MediaError
from assetkit.media.shots import Shot
from assetkit.timecode import FrameRange
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.probe import probe_master
from assetkit.tool.shots import find_shots
from support.shots import make_film

NTSC = Fraction(30000, 1001)


def shots_of(path: Path, longest: Fraction = Fraction(60)) -> tuple[Shot, ...]:
    return find_shots(path, probe_master(path), longest=longest)


def edges_of(shots: tuple[Shot, ...]) -> list[int]:
    return [shot.range.start for shot in shots] + [shots[-1].range.stop]


@pytest.mark.parametrize(("name", "rate"), [("a.mp4", Fraction(25)), ("a.ts", NTSC), ("a.mkv", Fraction(24))])
def test_cuts_are_found_at_their_frame(tmp_path: Path, name: str, rate: Fraction) -> None:
    film = make_film(tmp_path / name, [31, 40, 22, 27], rate=rate)
    assert edges_of(shots_of(film)) == [0, 31, 71, 93, 120]


def test_frames_that_an_edit_list_hides_are_not_counted(tmp_path: Path) -> None:
    whole = make_film(tmp_path / "whole.mp4", [40, 40], sound=False)
    film = tmp_path / "cut.mp4"
    run_ffmpeg(["-y", "-ss", "0.38", "-i", str(whole), "-c", "copy", str(film)], loglevel="error")
    facts = probe_master(film)
    assert facts.frame_count == 70
    assert edges_of(find_shots(film, facts, longest=Fraction(60))) == [0, 30, 70]


@pytest.mark.slow
def test_only_the_beginning_is_looked_at(tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.mp4", [31, 40, 22])
    assert edges_of(shots_of(film, Fraction(2))) == [0, 31, 50]


def test_black_is_told_from_a_picture(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    black, picture = "color=black:size=160x90:rate=25:duration=1", "testsrc2=size=160x90:rate=25:duration=1"
    tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    joined = ["-filter_complex", f"{black},format=yuv420p[a];{picture},format=yuv420p[b];[a][b]concat,{tags}"]
    run_ffmpeg(["-y", *joined, "-c:v", "libx264", str(film)], loglevel="error")
    shots = shots_of(film)
    assert [(shot.range, shot.is_dark) for shot in shots] == [
        (FrameRange(0, 25), True),
        (FrameRange(25, 50), False),
    ]


def test_a_dissolve_is_no_cut(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    first, second = "testsrc2=size=160x90:rate=25:duration=2", "mandelbrot=size=160x90:rate=25"
    mixed = f"{first}[a];{second},trim=duration=2[b];[a][b]xfade=duration=1:offset=1,format=yuv420p"
    tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    run_ffmpeg(["-y", "-filter_complex", f"{mixed},{tags}", "-c:v", "libx264", str(film)], loglevel="error")
    assert len(shots_of(film)) == 1


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.mp4", [10], sound=False)
    facts = probe_master(film)
    film.write_bytes(b"no film")
    with pytest.raises(MediaError, match="damaged"):
        find_shots(film, facts, longest=Fraction(60))
