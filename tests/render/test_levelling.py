"""Finished sound of every kind, measured by meters that are not the product's own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.quality.inspect import inspect_file
from assetkit.render.levelling import level_and_encode, mux_arguments
from assetkit.sound.levels import SoundReport
from assetkit.tool.ffmpeg import run_ffmpeg
from support.meters import (
    RATE,
    decode,
    measure_by_ffmpeg,
    measure_by_pyloudnorm,
    peak_between_samples,
)
from support.signals import MATERIALS, Samples, claps, music, room, silence, speech, stereo

NEAR, METERS = 0.5, 0.05
"""LU that a file may be off; how far two meters of peaks may be apart, one of them rounding to 0.1."""


@dataclass(frozen=True)
class Finished:
    """A film of one grey picture with its sound, and what the product says of the sound."""

    path: Path
    report: SoundReport


def finish(folder: Path, sound: Samples, *, target: float = -14.0, ceiling: float = -1.5) -> Finished:
    """Level and encode a mix and join it to a picture of the same length."""
    mix, coded, out = folder / "mix.f32", folder / "sound.aac", folder / "film.mp4"
    sound.astype("<f4").tofile(mix)
    report = level_and_encode(mix, coded, target=target, ceiling=ceiling)
    seconds = len(sound) / RATE
    read, write = mux_arguments(coded)
    grey = ["-f", "lavfi", "-i", f"color=gray:s=16x16:r=25:d={seconds:.3f}", *read]
    run_ffmpeg(["-y", *grey, "-map", "0:v", "-c:v", "libx264", "-preset", "ultrafast", *write, str(out)])
    return Finished(out, report)


def prove_level(made: Finished, target: float = -14.0, ceiling: float = -1.5) -> None:
    """Measure a finished file by all meters; what the report says is what they find."""
    meter, heard = measure_by_ffmpeg(made.path), decode(made.path)
    report = made.report
    assert report.reached and report.remark == "" and report.integrated is not None
    assert report.true_peak is not None and report.true_peak <= ceiling
    assert abs(meter.integrated - target) <= NEAR and meter.true_peak <= ceiling + METERS
    assert abs(measure_by_pyloudnorm(heard) - target) <= NEAR
    assert peak_between_samples(heard) <= ceiling + 2 * METERS
    assert abs(report.integrated - meter.integrated) <= 0.1


@pytest.mark.slow
@pytest.mark.parametrize("name", list(MATERIALS))
def test_finished_files_are_level_by_every_meter(tmp_path: Path, name: str) -> None:
    prove_level(finish(tmp_path, MATERIALS[name](4.0)))


@pytest.mark.soak
@pytest.mark.parametrize("seconds", [1.0, 2.3, 12.0])
@pytest.mark.parametrize(("target", "ceiling"), [(-14.0, -1.5), (-16.0, -1.0), (-23.0, -1.0), (-14.0, -2.0)])
@pytest.mark.parametrize("name", list(MATERIALS))
def test_every_length_and_target_is_level(
    tmp_path: Path, name: str, target: float, ceiling: float, seconds: float
) -> None:
    made = finish(tmp_path, MATERIALS[name](seconds), target=target, ceiling=ceiling)
    # A pop that is as loud as all the rest cannot be levelled; then the report has to say so.
    if name == "popped" and not made.report.reached:
        assert "its peaks allow no more" in made.report.remark
        assert measure_by_ffmpeg(made.path).true_peak <= ceiling + METERS
        return
    prove_level(made, target, ceiling)


@pytest.mark.soak
@pytest.mark.parametrize("name", list(MATERIALS))
def test_a_minute_has_a_range_too(tmp_path: Path, name: str) -> None:
    made = finish(tmp_path, MATERIALS[name](61.0))
    prove_level(made)
    assert made.report.range is not None


@pytest.mark.slow
@pytest.mark.parametrize("name", ["speech", "music", "drums", "hot", "shifted"])
def test_a_third_of_a_second_is_level_too(tmp_path: Path, name: str) -> None:
    made = finish(tmp_path, MATERIALS[name](0.3))
    # No meter says anything of less than 400 ms: it is heard again and again, as a looping post is.
    heard = np.tile(decode(made.path)[: round(0.3 * RATE)], (8, 1))
    assert made.report.reached
    assert abs(measure_by_pyloudnorm(heard) + 14) <= NEAR
    assert peak_between_samples(decode(made.path)) <= -1.5 + 2 * METERS
    seen = inspect_file(made.path).sound
    assert seen and seen.loudness == pytest.approx(-14, abs=1)


@pytest.mark.slow
def test_an_empty_room_stays_as_quiet_as_it_was(tmp_path: Path) -> None:
    sound = room(4.0)
    made = finish(tmp_path, sound)
    assert not made.report.reached and "empty room" in made.report.remark and made.report.gain == 0
    assert measure_by_ffmpeg(made.path).integrated == pytest.approx(measure_by_pyloudnorm(sound), abs=0.6)


@pytest.mark.slow
def test_claps_in_a_room_are_not_pressed_flat(tmp_path: Path) -> None:
    noise = room(6.0)
    made = finish(tmp_path, claps(6.0) + noise)
    assert not made.report.reached and "its peaks allow no more" in made.report.remark
    assert made.report.gain <= 12 and measure_by_ffmpeg(made.path).true_peak <= -1.5 + METERS
    # What lies between the claps is lifted by the gain alone, and that is little.
    between = slice(2 * RATE, 2 * RATE + RATE // 4)
    lifted = 20 * np.log10(decode(made.path)[between].std() / noise[between].std())
    assert lifted <= made.report.gain + 1


@pytest.mark.slow
def test_silence_is_silent_for_every_meter(tmp_path: Path) -> None:
    made = finish(tmp_path, silence(2.0))
    assert made.report.integrated is None and made.report.reached
    assert not decode(made.path).any() and measure_by_ffmpeg(made.path).integrated <= -70


@pytest.mark.slow
def test_no_level_moves_within_a_sound_that_needs_no_limiting(tmp_path: Path) -> None:
    """A dynamic mode would lift the quiet half towards the loud one."""
    loud, soft = music(3.0), music(3.0) * np.float32(0.1)
    made = finish(tmp_path, np.concatenate([loud, soft]) * np.float32(0.3))
    heard = decode(made.path)
    halves = [heard[part * RATE // 2 : (part + 4) * RATE // 2].std() for part in (1, 7)]
    assert made.report.reached
    assert 20 * np.log10(halves[0] / halves[1]) == pytest.approx(20, abs=0.5)


FIRST = 1024
"""Samples of the first coded frame."""


def _ends() -> dict[str, Samples]:
    """Give sounds that are as loud in their first and last milliseconds as between."""
    time = np.arange(round(0.4 * RATE)) / RATE
    noise = np.random.default_rng(8).standard_normal(len(time))
    tone, high = np.sin(2 * np.pi * 440 * time + 1), np.sin(2 * np.pi * 3000 * time + 1)
    return {"tone": stereo(0.3 * tone), "high": stereo(0.3 * high), "noise": stereo(0.1 * noise)}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["tone", "high", "noise"])
def test_sound_rises_within_its_first_coded_frame_and_is_whole_from_there(tmp_path: Path, name: str) -> None:
    """A decoder makes each frame of a packet and the one before it, and before the first there is none.

    So half of what would be needed for the first 21 ms is missing, whatever one encodes: they rise as the
    decoder's window does. Sound that is whole from the first sample would have to be late, or need an edit
    list. Nothing overshoots, and the end is whole.
    """
    sound = _ends()[name]
    made = finish(tmp_path, sound)
    gain = 10 ** (made.report.gain / 20)
    heard, asked = decode(made.path)[: len(sound)].mean(axis=1), sound.mean(axis=1) * gain
    assert len(heard) == len(sound)
    parts = [slice(start, start + 240) for start in range(0, len(sound) - 239, 240)]
    levels = np.array([20 * np.log10(heard[part].std() / asked[part].std()) for part in parts])
    levels -= np.median(levels)
    window = [np.sin(np.pi / 2 * (part.start + 120) / FIRST) for part in parts if part.stop <= FIRST]
    assert np.abs(levels[: len(window)] - 20 * np.log10(window)).max() < 1.5, levels[:6]
    assert np.abs(levels[5:]).max() < 2, levels
    for part in (slice(FIRST, FIRST + 240), parts[-1]):
        assert np.corrcoef(heard[part], asked[part])[0, 1] > 0.6
    assert np.abs(heard).max() <= np.abs(asked).max() * 1.2


@pytest.mark.slow
def test_clicks_after_the_first_frame_and_on_the_last_sample_are_there(tmp_path: Path) -> None:
    spots = [1100, 2000, 17000, 19198]
    time = np.arange(19200) / RATE
    sound = 0.02 * np.sin(2 * np.pi * 440 * time)
    sound[spots] += 0.5
    heard = decode(finish(tmp_path, stereo(sound)).path).mean(axis=1)
    for spot in spots:
        near = np.abs(heard[spot - 200 : spot + 200])
        assert abs(int(np.argmax(near)) - 200) <= 2 and near.max() > 5 * np.median(near)


_MEMORY = """
import resource, sys
from pathlib import Path
from assetkit.render.levelling import level_and_encode
level_and_encode(Path(sys.argv[1]), Path(sys.argv[2]))
own, tools = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(own, tools)
"""


def _peak(folder: Path, unit: Samples, times: int) -> npt.NDArray[np.int64]:
    """Level a mix of so many times a sound in a process of its own; give the peaks of it and of its tools."""
    mix = folder / f"{times}.f32"
    with mix.open("wb") as stream:
        for _ in range(times):
            unit.tofile(stream)
    command = [sys.executable, "-c", _MEMORY, str(mix), str(folder / "out.aac")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    return np.array([int(number) for number in done.stdout.split()])


@pytest.mark.soak
def test_memory_does_not_grow_with_the_length(tmp_path: Path) -> None:
    """Ten minutes against one; the samples of ten minutes alone are 220 MB."""
    unit = speech(10.0)
    short, long = _peak(tmp_path, unit, 6), _peak(tmp_path, unit, 60)
    assert (long <= short * 1.1).all(), (short, long)
