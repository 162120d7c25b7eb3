"""A good file passes every check; each fault fails its own."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from assetkit.codes import CODES
from assetkit.errors import MediaError
from assetkit.geometry import Size
from assetkit.quality.check import check_file
from assetkit.quality.inspect import inspect_file
from assetkit.quality.records import Expected, FileReport
from assetkit.tool.ffmpeg import run_ffmpeg
from support.finished import HOUSE, TAGS, make_finished

EXPECTED = Expected(Size(144, 256), Fraction(25), 50, Fraction(1), -14.0)
EXACT = ("-fflags", "+bitexact")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_finished(tmp_path_factory.mktemp("good") / "good.mp4")


def failing(report: FileReport, expected: Expected = EXPECTED) -> set[str]:
    checks = check_file(report, expected)
    assert {check.code for check in checks} <= CODES.keys()
    assert all(check.measured and check.required for check in checks)
    return {check.code for check in checks if check.failed}


def test_a_good_file_passes_everything(good: Path) -> None:
    report = inspect_file(good, full=True)
    assert failing(report) == set()
    assert len(check_file(report, EXPECTED)) == 21
    assert report.sound and report.sound.loudness == pytest.approx(-14, abs=0.2)
    assert report == inspect_file(good, full=True)
    assert json.loads(json.dumps(report.as_json()))["picture"]["rate"] == "25"


def test_the_report_agrees_with_another_reader(good: Path) -> None:
    import av

    report = inspect_file(good, loudness=False)
    with av.open(str(good)) as container:
        stream, packets = container.streams.video[0], list(container.demux(video=0))
        assert report.picture
        assert report.picture.size == Size(stream.width, stream.height)
        assert (report.picture.pixel_format, report.picture.rate) == (stream.pix_fmt, stream.average_rate)
        assert report.picture.frames == sum(packet.size > 0 for packet in packets)
        assert report.picture.key_frames == sum(packet.is_keyframe for packet in packets)
        assert (
            report.picture.level == stream.codec_context.level
            if hasattr(stream.codec_context, "level")
            else True
        )


FAULTS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "edit list": ({"mux": ("-movflags", "+faststart", *EXACT)}, {"AK524", "AK536"}),
    "index last": ({"mux": ("-movflags", "+negative_cts_offsets", "-use_editlist", "0", *EXACT)}, {"AK523"}),
    "metadata": ({"mux": HOUSE}, {"AK525"}),
    "late picture": (
        {"mux": ("-movflags", "+faststart", "-use_editlist", "0", *EXACT)},
        {"AK536", "AK551"},
    ),
    "size": ({"size": "160x256"}, {"AK530"}),
    "chroma": ({"coding": ("-pix_fmt", "yuv444p")}, {"AK531"}),
    "profile": ({"coding": ("-profile:v", "main")}, {"AK531"}),
    "interlaced": ({"coding": ("-flags:v", "+ildct+ilme")}, {"AK531"}),
    "codec": ({"coding": ("-c:v", "mpeg4"), "x264": ""}, {"AK531", "AK533"}),
    "pixels": ({"filters": f"{TAGS},setsar=4/3"}, {"AK532"}),
    "no tags": ({"filters": "null"}, {"AK533"}),
    "full range": ({"filters": f"scale=out_range=pc,{TAGS.replace('range=tv', 'range=pc')}"}, {"AK533"}),
    "varying rate": (
        {"filters": f"{TAGS},select='not(eq(n,20))'", "coding": ("-fps_mode", "vfr")},
        {"AK534", "AK535"},
    ),
    "other rate": ({"rate": "30"}, {"AK534", "AK535"}),
    "too long": ({"seconds": 2.04}, {"AK535"}),
    "rare keys": ({"coding": ("-g", "50")}, {"AK537"}),
    "open groups": ({"x264": "open-gop=1:bframes=3:b-adapt=0"}, {"AK538"}),
    "mono": ({"sound": ("-ar", "48000", "-ac", "1"), "amplitude": 0.14}, {"AK550"}),
    "44.1 kHz": ({"sound": ("-ar", "44100", "-ac", "2")}, {"AK550"}),
    "short sound": ({"sound_seconds": 1.9}, {"AK551"}),
    "too loud": ({"amplitude": 0.99}, {"AK552", "AK553"}),
    "silent": ({"amplitude": 0}, {"AK552"}),
    "no sound": ({"amplitude": None}, {"AK550"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_fails_its_check(fault: str, tmp_path: Path) -> None:
    options, codes = FAULTS[fault]
    if fault == "codec":
        source = make_finished(tmp_path / "source.mp4")
        path = tmp_path / "file.mp4"
        coded = ["-c:v", "mpeg4", "-g", "25", "-c:a", "copy", "-map_metadata", "-1"]
        run_ffmpeg(["-y", "-i", str(source), *coded, *HOUSE, *EXACT, "-flags:v", "+bitexact", str(path)])
    else:
        path = make_finished(tmp_path / "file.mp4", **options)
    assert failing(inspect_file(path)) >= codes if fault == "codec" else failing(inspect_file(path)) == codes


def test_silence_is_right_where_silence_is_asked_for(tmp_path: Path, good: Path) -> None:
    quiet = replace(EXPECTED, loudness=None)
    assert failing(inspect_file(make_finished(tmp_path / "a.mp4", amplitude=0)), quiet) == set()
    assert failing(inspect_file(make_finished(tmp_path / "b.mp4", amplitude=None)), quiet) == set()
    assert failing(inspect_file(good), quiet) == {"AK552"}


def test_other_streams_and_other_types_are_found(tmp_path: Path, good: Path) -> None:
    two, mov = tmp_path / "two.mp4", tmp_path / "film.mov"
    both = ["-i", str(good), "-map", "0:v", "-map", "0:a", "-map", "0:a", "-c", "copy", *HOUSE, *EXACT]
    run_ffmpeg(["-y", *both, str(two)])
    run_ffmpeg(["-y", "-i", str(good), "-c", "copy", *HOUSE, *EXACT, str(mov)])
    assert "AK521" in failing(inspect_file(two, loudness=False))
    report = inspect_file(mov)
    assert "AK522" in failing(report) and "AK550" not in failing(report)


def test_a_join_of_different_parameters_is_found(tmp_path: Path) -> None:
    parts = [
        make_finished(tmp_path / f"{name}.mp4", seconds=1, amplitude=None, x264=options)
        for name, options in (("a", "open-gop=0"), ("b", "open-gop=0:cabac=0:ref=1"))
    ]
    content = b""
    for second, part in enumerate(parts):
        stream = part.with_suffix(".ts")
        run_ffmpeg(["-y", "-i", str(part), "-c", "copy", "-output_ts_offset", str(second), str(stream)])
        content += stream.read_bytes()
    (tmp_path / "both.ts").write_bytes(content)
    joined = tmp_path / "both.mp4"
    run_ffmpeg(["-y", "-i", str(tmp_path / "both.ts"), "-c", "copy", *HOUSE, *EXACT, str(joined)])
    assert "AK539" in failing(inspect_file(joined), replace(EXPECTED, loudness=None))


def test_broken_files_are_reported_never_raised(tmp_path: Path, good: Path) -> None:
    content = good.read_bytes()
    for index, broken in enumerate((b"", b"no video", content[:400], content[: len(content) // 2])):
        path = tmp_path / f"{index}.mp4"
        path.write_bytes(broken)
        report = inspect_file(path)
        assert report.faults and failing(report) & {"AK520"}
    for at in range(0, content.index(b"mdat"), 97):
        path = tmp_path / "bent.mp4"
        path.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        inspect_file(path, loudness=False)
    with pytest.raises(MediaError):
        inspect_file(tmp_path / "missing.mp4")


def test_a_damaged_picture_is_found_by_a_full_decode_only(tmp_path: Path, good: Path) -> None:
    content = bytearray(good.read_bytes())
    at = content.index(b"mdat") + 4000
    content[at : at + 800] = bytes(800)
    path = tmp_path / "damaged.mp4"
    path.write_bytes(content)
    report = inspect_file(path, full=True)
    assert report.faults or report.decoded_frames != 50
    assert failing(report) & {"AK520", "AK540"}


@pytest.mark.slow
def test_a_sound_that_was_heard_before_is_not_measured_again(tmp_path: Path) -> None:
    path = make_finished(tmp_path / "file.mp4", seconds=1)
    sound = inspect_file(path).sound
    assert sound and sound.loudness == pytest.approx(-14, abs=0.3)
    known = replace(sound, loudness=-20.0)
    assert inspect_file(path, heard=known).sound == known
    assert inspect_file(path, heard=replace(known, kbps=sound.kbps + 1)).sound == sound
