"""Sound objects, with the real tool: in step, at the right level, and muxed without edit lists."""

from __future__ import annotations

import dataclasses
import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from assetkit.errors import MediaError, ObjectError
from assetkit.render.levelling import level_and_encode, measure_sound, mux_arguments
from assetkit.render.proof import prove_sound
from assetkit.render.sound import extract_sound, map_sound, render_mix, stereo_filter
from assetkit.sound.mix import MixPlan, Samples, SoundPiece
from assetkit.tool.ffmpeg import run_ffmpeg
from support.clicks import find_clicks, place_clicks, read_sound
from support.numbered import make_numbered

SECOND = 48000


def _write(path: Path, samples: Samples) -> Path:
    samples.astype("<f4").tofile(path)
    return path


def _stereo(mono: object) -> Samples:
    return np.repeat(np.asarray(mono)[:, None], 2, axis=1).astype(np.float32)


def _clicks(positions: list[int], length: int) -> Samples:
    return _stereo(place_clicks(positions, length))


def _master(
    path: Path, sound: Samples, *, offset: float, rate: int, codec: str, start: float
) -> tuple[Path, Fraction]:
    """Encode a still of 2 s whose sound begins `offset` seconds after it; give the picture's start."""
    raw = _write(path.with_suffix(".f32"), sound)
    picture = ["-f", "lavfi", "-i", "testsrc=s=64x64:r=25:d=2"]
    audio = ["-f", "f32le", "-ar", str(SECOND), "-ch_layout", "stereo", "-i", str(raw)]
    coded = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-c:a", codec, "-ar", str(rate)]
    moved = ["-output_ts_offset", str(start)] if start else []
    late = ["-af", f"asetpts=PTS+({offset})/TB"]
    run_ffmpeg(["-y", *picture, *audio, "-map", "0:v", "-map", "1:a", *late, *coded, *moved, str(path)])
    return _starts(path)


@pytest.mark.parametrize("offset", [0.0, 0.3, -0.2])
@pytest.mark.parametrize(
    ("suffix", "codec", "rate", "start"),
    [
        (".mov", "pcm_s16le", 48000, 0),
        (".mov", "pcm_s24le", 44100, 0),
        (".mp4", "aac", 48000, 0),
        (".mp4", "aac", 44100, 2.0),
        (".mkv", "pcm_s16le", 48000, 1.4),
        (".mkv", "aac", 44100, 0),
        (".ts", "aac", 48000, 0),
        (".ts", "aac", 44100, 3.0),
    ],
)
def test_extracted_sound_is_in_step_with_the_picture(
    tmp_path: Path, suffix: str, codec: str, rate: int, start: float, offset: float
) -> None:
    spots = [12000, 30001, 70007]
    sound = _clicks(spots, 2 * SECOND)
    made = _master(tmp_path / f"m{suffix}", sound, offset=offset, rate=rate, codec=codec, start=start)
    extract_sound(made[0], 0, tmp_path / "out.f32", picture_start=made[1])
    expected = [spot + round(offset * SECOND) for spot in spots]
    found = find_clicks(map_sound(tmp_path / "out.f32"), threshold=0.2)
    assert len(found) == 3
    assert max(abs(place - right) for place, right in zip(found, expected, strict=True)) <= 1


@pytest.mark.parametrize("reach", [4000, 48001])
def test_a_reach_gives_the_beginning_of_the_same_sound(tmp_path: Path, reach: int) -> None:
    noise = np.random.default_rng(2).normal(0, 0.1, (2 * SECOND, 2)).astype(np.float32)
    master, begin = _master(tmp_path / "m.mp4", noise, offset=0.2, rate=44100, codec="aac", start=0)
    extract_sound(master, 0, tmp_path / "all.f32", picture_start=begin)
    extract_sound(master, 0, tmp_path / "part.f32", picture_start=begin, reach=reach)
    whole, part = map_sound(tmp_path / "all.f32"), map_sound(tmp_path / "part.f32")
    assert len(part) == reach and np.array_equal(part, whole[:reach])
    prove_sound(tmp_path / "part.f32", master, 0, begin, reach)


def test_an_edit_list_is_honoured_for_picture_and_sound(tmp_path: Path) -> None:
    import av

    master = make_numbered(tmp_path / "m.mp4", frames=60, edit_list=10, clicks=[30000, 90000], gop=24)
    with av.open(str(master)) as container:
        first = next(container.decode(video=0))
        begin = Fraction(first.pts or 0) * (first.time_base or 1)
    extract_sound(master, 0, tmp_path / "out.f32", picture_start=begin)
    found = find_clicks(map_sound(tmp_path / "out.f32"))
    presented = [place - round(begin * SECOND) for place in find_clicks(read_sound(master))]
    assert len(found) == 2
    assert max(abs(place - right) for place, right in zip(found, presented, strict=True)) <= 1


def _coded(tmp_path: Path, samples: Samples) -> tuple[Path, dict[str, object]]:
    mixed, out = _write(tmp_path / "mix.f32", samples), tmp_path / "out.aac"
    report = level_and_encode(mixed, out)
    json.dumps(dataclasses.asdict(report), allow_nan=False)
    return out, dataclasses.asdict(report)


def _speech(length: int) -> Samples:
    time = np.arange(length) / SECOND
    voiced = sum(np.sin(2 * np.pi * 140 * k * time + k) / k for k in range(1, 25))
    syllables = np.clip(np.sin(2 * np.pi * 3.1 * time), 0, 1) * (np.sin(2 * np.pi * 0.4 * time) > -0.5)
    return _stereo(0.1 * voiced * syllables)


def _music(length: int) -> Samples:
    time = np.arange(length) / SECOND
    left = sum(np.sin(2 * np.pi * f * time) for f in (110, 220.5, 331, 440, 659))
    right = sum(np.sin(2 * np.pi * f * time + 1) for f in (110, 221, 330, 441, 880))
    return (0.1 * np.stack([left, right], axis=1)).astype(np.float32)


def _drum(length: int) -> Samples:
    time = np.arange(length) / SECOND
    hiss = np.random.default_rng(3).standard_normal(length)
    return _stereo((np.sin(2 * np.pi * 90 * time) + 0.5 * hiss) * np.exp(-(time % 0.4) * 14) * 0.4)


def _loud(length: int) -> Samples:
    return np.clip(np.random.default_rng(5).standard_normal((length, 2)) * 0.8, -1, 1).astype(np.float32)


@pytest.mark.slow
@pytest.mark.parametrize("signal", [_speech, _music, _drum, _loud])
@pytest.mark.parametrize("scale", [1.0, 0.05])
def test_levels_are_reached_in_the_encoded_file(tmp_path: Path, signal: object, scale: float) -> None:
    assert callable(signal)
    out, report = _coded(tmp_path, signal(4 * SECOND) * np.float32(scale))
    levels = measure_sound(out)
    assert report["reached"] and report["remark"] == ""
    assert levels.integrated is not None and levels.true_peak is not None
    assert abs(levels.integrated + 14) <= 0.5
    assert levels.true_peak <= -1.5


@pytest.mark.slow
def test_what_cannot_be_reached_is_said(tmp_path: Path) -> None:
    _, quiet = _coded(tmp_path, _speech(3 * SECOND) * np.float32(0.008))
    assert not quiet["reached"] and quiet["gain"] == 40 and "capped" in str(quiet["remark"])
    _, sparse = _coded(tmp_path, _clicks([20000, 90000], 3 * SECOND))
    assert not sparse["reached"] and "loudness" in str(sparse["remark"])
    assert isinstance(sparse["true_peak"], float) and sparse["true_peak"] <= -1.5


@pytest.mark.parametrize("level", [0.0, 1e-5])
def test_silence_becomes_true_silence(tmp_path: Path, level: float) -> None:
    noise = np.random.default_rng(1).standard_normal((SECOND, 2)).astype(np.float32)
    out, report = _coded(tmp_path, noise * np.float32(level))
    assert report["integrated"] is None and report["reached"]
    decoded = _decode(out)
    assert len(decoded) >= SECOND and not decoded.any()


def test_a_mix_shorter_than_the_meters_block_is_levelled_too(tmp_path: Path) -> None:
    _, report = _coded(tmp_path, _music(SECOND // 5))
    assert report["reached"] and report["integrated"] is not None


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    sound = _speech(SECOND)
    first = _coded(tmp_path, sound)[0].read_bytes()
    assert _coded(tmp_path, sound)[0].read_bytes() == first
    assert b"Lavc" not in first
    assert {path.name for path in tmp_path.iterdir()} == {"mix.f32", "out.aac"}


def _decode(path: Path, **options: str) -> Samples:
    """Decode sound as it comes, each frame at its own time from the file's zero."""
    import av

    with av.open(str(path), options=options) as container:
        frames = list(container.decode(audio=0))
    first = Fraction(frames[0].pts or 0) * (frames[0].time_base or 1)
    assert first >= 0
    blocks = [frame.to_ndarray() for frame in frames]
    return np.concatenate([np.zeros((2, round(first * SECOND)), np.float32), *blocks], axis=1).T


def _picture(folder: Path, frames: int) -> Path:
    """Encode a picture with B frames, stitched without an edit list as finished files are."""
    coded, out = folder / "coded.mp4", folder / "picture.mp4"
    x264 = ["-c:v", "libx264", "-preset", "veryfast", "-bf", "2", "-video_track_timescale", "12800"]
    run_ffmpeg(["-y", "-f", "lavfi", "-i", f"testsrc=s=64x64:r=25:d={frames / 25}", *x264, str(coded)])
    shape = ["-movflags", "+faststart+negative_cts_offsets", "-use_editlist", "0"]
    setts = ["-bsf:v", "setts=dts=N*512-2*512:pts=PTS", "-video_track_timescale", "12800"]
    run_ffmpeg(["-y", "-i", str(coded), "-c", "copy", *setts, *shape, str(out)])
    return out


@pytest.mark.parametrize("options", [{}, {"ignore_editlist": "1"}])
def test_the_mux_is_in_step_whether_edit_lists_are_honoured_or_not(
    tmp_path: Path, options: dict[str, str]
) -> None:
    import av

    frames = 77
    length = frames * SECOND // 25
    spots = [10 * 1920, 40 * 1920, 76 * 1920]
    bed = _stereo(0.02 * np.sin(2 * np.pi * 440 * np.arange(length) / SECOND))
    sound, out = tmp_path / "sound.aac", tmp_path / "out.mp4"
    level_and_encode(_write(tmp_path / "mix.f32", bed + _clicks(spots, length)), sound)
    read, write = mux_arguments(sound)
    picture = ["-i", str(_picture(tmp_path, frames)), *read, "-map", "0:v", "-c:v", "copy"]
    run_ffmpeg(["-y", *picture, *write, "-video_track_timescale", "12800", str(out)])
    assert b"elst" not in out.read_bytes()
    with av.open(str(out), options=options) as container:
        times = [Fraction(frame.pts or 0) * (frame.time_base or 1) for frame in container.decode(video=0)]
    assert times == [Fraction(n, 25) for n in range(frames)]
    heard = _decode(out, **options)
    found = find_clicks(heard)
    assert len(found) == len(spots)
    assert max(abs(place - spot) for place, spot in zip(found, spots, strict=True)) <= 96
    assert 0 <= len(heard) - length < 1024


def test_render_mix_reads_and_writes_raw_sound(tmp_path: Path) -> None:
    source = _write(tmp_path / "a.f32", _clicks([5000, 40000], 2 * SECOND))
    plan = MixPlan(20000, (SoundPiece("a", 0, 0, 10000), SoundPiece("a", 35000, 10000, 10000)))
    render_mix(plan, {"a": source}, tmp_path / "mix.f32")
    made = map_sound(tmp_path / "mix.f32")
    assert made.shape == (20000, 2)
    assert find_clicks(made) == [5000, 15000]


def test_damaged_raw_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.f32").write_bytes(b"123")
    with pytest.raises(ObjectError):
        map_sound(tmp_path / "bad.f32")


@pytest.mark.parametrize(
    ("layout", "left", "right"),
    [
        ("mono", [0.5], [0.5]),
        ("stereo", [0.5, 0], [0, 0.5]),
        # ITU-R BS.775: 0.7071 of centre and surrounds, nothing of the low-frequency channel.
        ("5.1", [0.5, 0, 0.35355, 0, 0.35355, 0], [0, 0.5, 0.35355, 0, 0, 0.35355]),
        ("5.1(side)", [0.5, 0, 0.35355, 0, 0.35355, 0], [0, 0.5, 0.35355, 0, 0, 0.35355]),
        ("3.0", [0.5, 0, 0.35355], [0, 0.5, 0.35355]),
        ("4.0", [0.5, 0, 0.35355, 0.25], [0, 0.5, 0.35355, 0.25]),
        ("7.1", [0.5, 0, 0.35355, 0, 0.35355, 0, 0.35355, 0], [0, 0.5, 0.35355, 0, 0, 0.35355, 0, 0.35355]),
    ],
)
def test_channels_become_stereo_at_their_own_level(
    tmp_path: Path, layout: str, left: list[float], right: list[float]
) -> None:
    channels = len(left)
    blocks = np.zeros((channels, 4800, channels), np.float32)
    for channel in range(channels):
        blocks[channel, :, channel] = 0.5
    raw, master = _write(tmp_path / "c.f32", blocks.reshape(-1, channels)), tmp_path / "m.mov"
    shape = ["-f", "f32le", "-ar", "48000", "-ch_layout", layout, "-i", str(raw)]
    run_ffmpeg(["-y", *shape, "-c:a", "pcm_f32le", str(master)])
    extract_sound(master, 0, tmp_path / "out.f32")
    heard = map_sound(tmp_path / "out.f32").reshape(channels, 4800, 2)[:, 2400]
    assert heard[:, 0].tolist() == pytest.approx(left, abs=2e-5)
    assert heard[:, 1].tolist() == pytest.approx(right, abs=2e-5)


@pytest.mark.slow
def test_mono_is_as_loud_as_the_same_in_stereo(tmp_path: Path) -> None:
    loudness = []
    for channels, layout in ((1, "mono"), (2, "stereo")):
        raw = tmp_path / f"{layout}.f32"
        np.repeat(_speech(2 * SECOND)[:, :1], channels, axis=1).astype("<f4").tofile(raw)
        master, out = tmp_path / f"{layout}.mov", tmp_path / f"out-{layout}.f32"
        shape = ["-f", "f32le", "-ar", "48000", "-ch_layout", layout, "-i", str(raw)]
        run_ffmpeg(["-y", *shape, "-c:a", "pcm_f32le", str(master)])
        extract_sound(master, 0, out)
        wave = tmp_path / f"out-{layout}.wav"
        run_ffmpeg(["-y", "-f", "f32le", "-ar", "48000", "-ch_layout", "stereo", "-i", str(out), str(wave)])
        loudness.append(measure_sound(wave).integrated)
    assert loudness[0] is not None and loudness[0] == pytest.approx(loudness[1], abs=0.01)


# Matroska writes whole milliseconds: what begins after a gap is known no better.
@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "codec", "near"), [(".mkv", "pcm_s16le", 24), (".mp4", "aac", 1), (".ts", "aac", 1)]
)
def test_a_gap_in_the_sound_stays_a_gap(tmp_path: Path, suffix: str, codec: str, near: int) -> None:
    spots = [12000, 30001, 81007]
    sound = _clicks(spots, 2 * SECOND)
    sound += np.float32(0.02) * np.sin(np.arange(2 * SECOND) / 20, dtype=np.float32)[:, None]
    whole, begin = _master(tmp_path / "m.mov", sound, offset=0, rate=SECOND, codec=codec, start=0)
    # Packets from 0.75 s to 1.4 s are left out; the times of the others stay.
    drop = r"noise=drop=between(pts*tb\,0.75\,1.4)"
    holed = tmp_path / f"holed{suffix}"
    run_ffmpeg(["-y", "-copyts", "-i", str(whole), "-c", "copy", "-bsf:a", drop, str(holed)])
    if suffix == ".ts":
        _, begin = _starts(holed)
    extract_sound(holed, 0, tmp_path / "out.f32", picture_start=begin)
    made = map_sound(tmp_path / "out.f32")
    assert not made[int(0.8 * SECOND) : int(1.38 * SECOND)].any()
    found = find_clicks(made, threshold=0.2)
    assert max(abs(place - spot) for place, spot in zip(found, spots, strict=True)) <= near, found


def _starts(path: Path) -> tuple[Path, Fraction]:
    import av

    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        times = [packet.pts for packet in container.demux(stream) if packet.pts is not None]
        assert stream.time_base is not None
        return path, min(times) * stream.time_base


def test_channels_without_a_place_and_missing_streams_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="known place"):
        stereo_filter(["FL", "FR", "AMBI0"])
    master = tmp_path / "m.mov"
    run_ffmpeg(["-y", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "pcm_s16le", str(master)])
    with pytest.raises(MediaError, match="no sound stream 1"):
        extract_sound(master, 1, tmp_path / "out.f32")
    with pytest.raises(MediaError, match="no sound after"):
        extract_sound(master, 0, tmp_path / "out.f32", picture_start=Fraction(5))


@pytest.mark.slow
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_sound_with_samples_that_are_no_numbers_is_refused(tmp_path: Path, value: float) -> None:
    sound = _speech(SECOND)
    sound[24000] = value
    raw, wave = _write(tmp_path / "s.f32", sound), tmp_path / "s.wav"
    shape = ["-f", "f32le", "-ar", str(SECOND), "-ch_layout", "stereo", "-i", str(raw)]
    run_ffmpeg(["-y", *shape, "-c:a", "pcm_f32le", str(wave)])
    with pytest.raises(MediaError, match=r"are no numbers, the first at 0\.500 s"):
        extract_sound(wave, 0, tmp_path / "out.f32")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["ffconcat version 1.0\nfile real.wav\n", "#EXTM3U\n#EXTINF:1,\nreal.wav\n#EXT-X-ENDLIST\n"]
)
def test_a_list_of_files_is_no_sound(tmp_path: Path, text: str) -> None:
    run_ffmpeg(["-y", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "pcm_s16le", str(tmp_path / "real.wav")])
    (tmp_path / "theme.wav").write_text(text)
    with pytest.raises(MediaError, match=r"theme\.wav: its sound cannot be read"):
        extract_sound(tmp_path / "theme.wav", 0, tmp_path / "out.f32")
