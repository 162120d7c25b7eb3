"""Loudness over time of a finished sound agrees with what a meter says of the whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assetkit.render.levelling import encode_sound, measure_sound
from assetkit.render.loudness import trace_loudness
from assetkit.sound.limiter import true_peak, true_peaks
from support.voices import RATE, Signal, speak, tone


def stereo(sound: Signal) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.stack([sound, sound], axis=1).astype(np.float32)


def test_peaks_over_time_are_those_of_the_whole() -> None:
    sound = stereo(speak(1.03, [(0, 1.03)], -12) + tone(1.03, -12, 11_990))
    peaks = true_peaks(sound, 480)
    assert len(peaks) == 103 and max(peaks) == pytest.approx(true_peak(sound), abs=1e-6)
    assert true_peaks(np.zeros((960, 2), np.float32), 480) == [-np.inf, -np.inf]


@pytest.mark.slow
def test_a_trace_has_what_the_meter_says(tmp_path: Path) -> None:
    sound = np.concatenate([tone(4, -20), 0 * tone(2), speak(5, [(0.2, 4)], -26)])
    path = tmp_path / "a.aac"
    encode_sound(stereo(sound), path, kbps=128)
    trace, levels = trace_loudness(path), measure_sound(path)
    assert len(trace.peaks) == pytest.approx(110, abs=1) and len(trace.momentary) == len(trace.short_term)
    assert max(trace.peaks) == pytest.approx(levels.true_peak, abs=0.15)
    # A tone of 1 kHz has its level in LUFS, and both channels are added up (ITU-R BS.1770).
    assert trace.momentary[20] == pytest.approx(-17, abs=0.2)
    assert trace.short_term[38] == pytest.approx(-17, abs=0.2)
    assert trace.momentary[50] < -60 and trace.peaks[50] < -60
    assert len(sound) == 11 * RATE
