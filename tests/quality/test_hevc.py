"""H.265 as it is coded: what a file says of itself is read rightly, and each fault fails its check alone."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import pytest

from assetkit.geometry import Size
from assetkit.quality.atoms import BrokenFileError
from assetkit.quality.check import check_file
from assetkit.quality.hevc import read_configuration, read_parameters
from assetkit.quality.inspect import inspect_file
from assetkit.quality.records import Expected
from assetkit.tool.ffmpeg import run_ffmpeg
from support.finished import HOUSE, TAGS, make_finished

EXPECTED = Expected(Size(144, 256), Fraction(25), 50, Fraction(1), -14.0, profile="main", codec="hevc")
CLOSED = "open-gop=0:keyint=25:info=0"
EXACT = ("-fflags", "+bitexact")


def make(path: Path, *coding: str, params: str = CLOSED, **options: object) -> Path:
    quiet = f"pools=none:frame-threads=1:log-level=error:{params}"
    coder = ("-c:v", "libx265", "-preset", "ultrafast", "-bf", "4", "-x265-params", quiet)
    coded = (*coder, "-tag:v", "hvc1", *coding)
    return make_finished(path, x264="", coding=coded, **options)  # type: ignore[arg-type]


def failing(path: Path) -> set[str]:
    checks = check_file(inspect_file(path), EXPECTED)
    return {check.code for check in checks if check.failed}


def test_a_good_file_passes_and_is_what_the_decoder_says(tmp_path: Path) -> None:
    path = make(tmp_path / "good.mp4")
    report = inspect_file(path, full=True)
    assert failing(path) == set() and report.picture
    with av.open(str(path)) as container:
        context = container.streams.video[0].codec_context
        assert (context.name, context.profile, context.pix_fmt) == ("hevc", "Main", "yuv420p")
        assert report.picture.size == Size(context.width, context.height)
    assert report.decoded_frames == report.picture.frames == 50
    assert (report.picture.codec, report.picture.key_frames) == ("hevc", 2)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "codes"),
    [
        ({"params": "open-gop=1:keyint=10:min-keyint=10:info=0"}, {"AK538"}),
        ({"params": "open-gop=0:keyint=50:info=0"}, {"AK537"}),
        ({"coding": ("-pix_fmt", "yuv420p10le")}, {"AK531"}),
        ({"coding": ("-pix_fmt", "yuv444p")}, {"AK531"}),
        ({"coding": ("-c:v", "libx264", "-tag:v", "avc1", "-profile:v", "main")}, {"AK531"}),
        ({"size": "142x250"}, {"AK530"}),
        ({"filters": f"{TAGS},setsar=4/3"}, {"AK532"}),
        ({"filters": "null"}, {"AK533"}),
        ({"mux": ("-movflags", "+negative_cts_offsets", "-use_editlist", "0", *EXACT)}, {"AK523"}),
    ],
    ids=str,
)
def test_each_fault_fails_its_check(fault: dict[str, object], codes: set[str], tmp_path: Path) -> None:
    options = dict(fault)
    coding = options.pop("coding", ())
    assert failing(make(tmp_path / "file.mp4", *coding, **options)) == codes  # type: ignore[misc, arg-type]


@pytest.mark.slow
def test_another_set_of_parameters_inside_is_found(tmp_path: Path) -> None:
    """Two streams joined with no look at them: the second one's sets stand in its frames."""
    parts = [
        make(tmp_path / f"{name}.mp4", params=f"{CLOSED}:{more}:repeat-headers=1", seconds=1, amplitude=None)
        for name, more in (("a", "sao=1"), ("b", "sao=0:amp=1:rect=1"))
    ]
    content = b""
    for second, part in enumerate(parts):
        stream = part.with_suffix(".ts")
        run_ffmpeg(["-y", "-i", str(part), "-c", "copy", "-output_ts_offset", str(second), str(stream)])
        content += stream.read_bytes()
    (tmp_path / "both.ts").write_bytes(content)
    joined = tmp_path / "both.mp4"
    copied = ["-i", str(tmp_path / "both.ts"), "-c", "copy", "-tag:v", "hev1"]
    run_ffmpeg(["-y", *copied, *HOUSE, *EXACT, str(joined)])
    assert "AK539" in failing(joined)


def test_broken_sets_are_told_as_broken() -> None:
    for given in (b"", b"\x01" * 22, b"\x01" * 22 + b"\x05\x21\x00"):
        with pytest.raises(BrokenFileError):
            read_configuration(given)
    with pytest.raises(BrokenFileError):
        read_parameters(bytes.fromhex("420101016000000300900000030000030078a005"))
