"""What a probe finds, and what it refuses."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.errors import MediaError
from assetkit.geometry import Size
from assetkit.media.facts import Colour
from assetkit.tool.digest import file_digest
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.probe import probe_master
from assetkit.tool.scan import find_rate
from support.numbered import make_numbered

TAGS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"


def encode(path: Path, filters: str, *options: str, source: str = "testsrc=s=320x180:r=25:d=1") -> Path:
    codec = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
    run_ffmpeg(
        ["-y", "-f", "lavfi", "-i", source, "-vf", filters, *codec, *options, str(path)], loglevel="error"
    )
    return path


def refusal(path: Path, colour: str | None = None) -> str:
    with pytest.raises(MediaError) as caught:
        probe_master(path, colour=colour, name="film")
    assert caught.value.remedy
    return caught.value.message


def test_facts_of_a_plain_master(numbered_25: Path) -> None:
    facts = probe_master(numbered_25, name="films/one.mp4")
    assert (facts.path, facts.codec, facts.size) == ("films/one.mp4", "h264", Size(320, 180))
    assert (facts.rate, facts.frame_count, facts.first_pts) == (Fraction(25), 200, 0)
    assert facts.colour == Colour("bt709", "bt709", "bt709", full_range=False)
    assert facts.digest == file_digest(numbered_25, None)
    assert [(one.codec, one.rate, one.channels, one.layout) for one in facts.sounds] == [
        ("aac", 48000, 2, "stereo")
    ]
    assert len(facts.key_frames) == 5


def test_sound_before_the_picture_moves_the_start_of_the_container(numbered_ntsc: Path) -> None:
    facts = probe_master(numbered_ntsc)
    assert facts.rate == Fraction(30000, 1001)
    assert 1 < facts.container_start < facts.first_pts * facts.time_base


def test_a_variable_rate_is_refused(tmp_path: Path) -> None:
    path = encode(tmp_path / "v.mp4", f"{TAGS},select='not(eq(n,7))'", "-fps_mode", "passthrough")
    assert "not constant" in refusal(path)


def test_slightly_uneven_frames_are_refused(tmp_path: Path) -> None:
    uneven = f"{TAGS},settb=1/90000,setpts=PTS+270*mod(N\\,2)"
    path = encode(tmp_path / "v.mp4", uneven, "-fps_mode", "passthrough", "-enc_time_base", "1/90000")
    assert "not constant" in refusal(path)


@pytest.mark.parametrize("rate", [Fraction(24000, 1001), Fraction(24), Fraction(60000, 1001), Fraction(15)])
def test_whole_milliseconds_are_still_the_exact_rate(rate: Fraction) -> None:
    times = [round(n / rate * 1000) for n in range(20_000)]
    assert find_rate("film", times, Fraction(1, 1000), rate) == rate


def test_drift_over_a_long_film_is_not_a_known_rate() -> None:
    times = [round(n / Fraction(2502, 100) * 90000) for n in range(15_000)]
    with pytest.raises(MediaError):
        find_rate("film", times, Fraction(1, 90000), Fraction(25))


def test_a_turned_picture_is_refused(tmp_path: Path, numbered_25: Path) -> None:
    path = tmp_path / "turned.mp4"
    turn = ["-display_rotation", "90", "-i", str(numbered_25), "-c", "copy"]
    run_ffmpeg(["-y", *turn, str(path)], loglevel="error")
    assert "turned" in refusal(path)


@pytest.mark.parametrize(
    ("filters", "options", "reason"),
    [
        (f"{TAGS},setsar=16/11", (), "not square"),
        (f"{TAGS},setfield=tff", ("-x264-params", "tff=1"), "interlaced"),
        ("setparams=color_trc=smpte2084:color_primaries=bt2020:colorspace=bt2020nc", (), "HDR"),
        ("setparams=color_trc=arib-std-b67:colorspace=bt709:color_primaries=bt709", (), "HDR"),
        ("null", (), "not tagged"),
    ],
)
def test_a_picture_that_cannot_be_cut_rightly_is_refused(
    tmp_path: Path, filters: str, options: tuple[str, ...], reason: str
) -> None:
    assert reason in refusal(encode(tmp_path / "film.mp4", filters, *options))


@pytest.mark.slow
def test_twelve_bits_and_alpha_are_refused(tmp_path: Path) -> None:
    deep = encode(
        tmp_path / "deep.mov", TAGS, "-c:v", "prores_ks", "-profile:v", "4", "-pix_fmt", "yuv444p12le"
    )
    assert "12 bits" in refusal(deep)
    clear = encode(tmp_path / "clear.mkv", TAGS, "-c:v", "ffv1", "-pix_fmt", "yuva420p")
    assert "transparent" in refusal(clear)
    rgb = encode(tmp_path / "rgb.mov", "null", "-c:v", "qtrle", "-pix_fmt", "rgb24")
    assert "RGB" in refusal(rgb)


def test_untagged_colour_is_assumed_only_from_720_lines(tmp_path: Path) -> None:
    small = encode(tmp_path / "small.mp4", "null")
    told = probe_master(small, colour="bt601-625").colour
    assert told == Colour("bt470bg", "bt470bg", "smpte170m", full_range=False, assumed=False)
    large = encode(tmp_path / "large.mp4", "scale=1280:720,setparams=colorspace=unknown", "-frames:v", "3")
    assert probe_master(large).colour == Colour("bt709", "bt709", "bt709", full_range=False, assumed=True)


def test_a_word_against_the_tags_is_refused(numbered_25: Path) -> None:
    assert "tagged bt709" in refusal(numbered_25, colour="bt601-525")
    assert probe_master(numbered_25, colour="bt709").colour.assumed is False


def test_a_cover_is_not_the_film(tmp_path: Path, numbered_25: Path) -> None:
    cover, sound, film = tmp_path / "cover.png", tmp_path / "sound.m4a", tmp_path / "film.mp4"
    run_ffmpeg(["-y", "-i", str(numbered_25), "-frames:v", "1", str(cover)], loglevel="error")
    attach = ["-c", "copy", "-disposition:v:0", "attached_pic"]
    run_ffmpeg(
        ["-y", "-i", str(cover), "-i", str(numbered_25), "-map", "0:v", "-map", "1:a", *attach, str(sound)],
        loglevel="error",
    )
    assert "no video" in refusal(sound)
    run_ffmpeg(
        ["-y", "-i", str(cover), "-i", str(numbered_25), "-map", "0", "-map", "1", *attach, str(film)],
        loglevel="error",
    )
    assert probe_master(film).frame_count == 200


def test_what_is_not_one_film_file_is_refused(tmp_path: Path, numbered_ntsc: Path) -> None:
    playlist = tmp_path / "film.mp4"
    playlist.write_text(f"#EXTM3U\n#EXTINF:5,\nfile://{numbered_ntsc}\n#EXT-X-ENDLIST\n")
    assert "cannot be used" in refusal(playlist)
    playlist.write_text(f"ffconcat version 1.0\nfile '{numbered_ntsc}'\n")
    assert "cannot be used" in refusal(playlist)
    playlist.write_bytes(b"")
    assert "cannot be used" in refusal(playlist)
    assert "no such file" in refusal(tmp_path / "nothing.mp4")


def test_a_name_like_a_protocol_is_only_a_name(tmp_path: Path, numbered_25: Path) -> None:
    odd = tmp_path / "concat:a|b.mp4"
    odd.write_bytes(numbered_25.read_bytes())
    assert probe_master(odd).frame_count == 200


def test_a_file_that_was_cut_short_is_refused(tmp_path: Path, numbered_25: Path) -> None:
    short = tmp_path / "short.mp4"
    short.write_bytes(numbered_25.read_bytes()[:20_000])
    assert refusal(short)


@pytest.mark.slow
def test_ten_minutes_are_probed_quickly(tmp_path: Path) -> None:
    path = make_numbered(tmp_path / "long.mp4", frames=500, size=(64, 64), clicks=())
    long = tmp_path / "ten.mp4"
    run_ffmpeg(
        ["-y", "-stream_loop", "29", "-i", str(path), "-map", "0:v", "-c", "copy", str(long)],
        loglevel="error",
    )
    before = time.process_time()
    facts = probe_master(long)
    assert facts.frame_count == 15_000
    assert time.process_time() - before < 30  # a guard against decoding it all, not a budget
