"""Levels: what was measured, what was asked, and the next gain and ceiling to try.

Loudness is in LUFS and loudness range in LU (EBU R 128), true peak in dBTP (ITU-R BS.1770), gain in dB.
Coding raises peaks by 0.4 to 1.6 dB, so the limiter starts half a decibel under what the finished file must
keep (EBU Tech 3344 asks for headroom before a lossy encoder), and the file itself is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TOLERANCE = 0.5
"""How far from the target, in LU, still counts as reached."""
MOST_GAIN = 40.0
"""More gain than this, in dB, would lift a room's noise to the level of speech."""
MOST_LOSS = 12.0
"""Where the limiter takes more of the loudness, in LU, gain only presses the sound flat; a judgement."""
QUIET = -40.0
"""Even sound under this, in LUFS, is the noise of a room and not programme; a judgement."""
EVEN = 2.0
"""Sound whose level keeps within so many dB is even: noise and hum move by 0.5, speech by 8; a judgement."""
ROUNDS = 4
"""How often a file that misses is corrected."""
SILENCE = -70.0
"""The absolute gate of loudness: nothing under it is programme (ITU-R BS.1770)."""
SHORTEST_RANGE = 60
"""Seconds from which a loudness range means something (EBU R 128)."""

_HEADROOM = 0.5
_MARGIN = 0.05
_FIRST_ANSWER = 0.7
_LEAST_ANSWER = 0.25


@dataclass(frozen=True)
class Levels:
    """What a meter says of a stretch of sound; None where there is nothing to measure.

    `spread` is how far the level moves from moment to moment, in dB (see `sound.rooms`); None where nobody
    looked, or where it is too short to say.
    """

    integrated: float | None
    range: float | None
    true_peak: float | None
    spread: float | None = None

    @property
    def silent(self) -> bool:
        """Tell whether nothing in it counts as programme."""
        return self.integrated is None

    @property
    def quiet(self) -> bool:
        """Tell whether it is so quiet that it may be the noise of a room."""
        return self.integrated is not None and self.integrated < QUIET

    @property
    def empty(self) -> bool:
        """Tell whether it is as quiet and even as a room in which nothing happens."""
        return self.quiet and self.spread is not None and self.spread <= EVEN


@dataclass(frozen=True)
class LevelTarget:
    """Loudness in LUFS, and the true peak in dBTP that the finished file may not exceed."""

    loudness: float = -14.0
    ceiling: float = -1.5

    def met_by(self, levels: Levels) -> bool:
        """Tell whether a finished file keeps to both."""
        return not self.exceeded_by(levels) and self.distance(levels) <= TOLERANCE

    def exceeded_by(self, levels: Levels) -> bool:
        """Tell whether a finished file peaks too high."""
        return levels.true_peak is not None and levels.true_peak > self.ceiling

    def excess(self, levels: Levels) -> float:
        """Give by how many dB a finished file peaks too high; 0 where it does not."""
        return 0.0 if levels.true_peak is None else max(0.0, levels.true_peak - self.ceiling)

    def distance(self, levels: Levels) -> float:
        """Give how many LU a finished file is from the target; endless for silence."""
        return float("inf") if levels.integrated is None else abs(levels.integrated - self.loudness)


@dataclass(frozen=True)
class LevelSetting:
    """One try: the gain in dB, and the limiter's ceiling in dBTP."""

    gain: float
    ceiling: float

    def is_like(self, other: LevelSetting) -> bool:
        """Tell whether another try would give nothing else."""
        return self.ceiling == other.ceiling and abs(self.gain - other.gain) < _MARGIN


@dataclass(frozen=True)
class SoundReport:
    """What a finished sound file measures, and how it came there; every field goes into JSON.

    `gain` is what was added before the limiter, `rounds` how often the sound was encoded. Where `reached` is
    False, `remark` says what was missed. True silence has None for its levels, and counts as reached.
    """

    integrated: float | None
    range: float | None
    true_peak: float | None
    gain: float
    rounds: int
    reached: bool
    remark: str = ""


def first_setting(mix: Levels, target: LevelTarget) -> LevelSetting:
    """Give the first try for a mix; silence and an empty room get no gain."""
    wanted = 0.0 if mix.integrated is None else target.loudness - mix.integrated
    return LevelSetting(min(wanted, _most_gain(mix)), target.ceiling - _HEADROOM)


def next_setting(
    tries: Sequence[tuple[LevelSetting, Levels]], target: LevelTarget, mix: Levels
) -> LevelSetting:
    """Correct the last try by what its file measures, and by how the tries before it answered."""
    tried, made = tries[-1]
    too_high = 0.0 if made.true_peak is None else made.true_peak - target.ceiling
    lower = (too_high + _MARGIN) / _peak_answer(tries) if too_high > 0 else 0.0
    missing = 0.0 if made.integrated is None else target.loudness - made.integrated
    # A lower ceiling takes loudness too; where the limiter is at work, a decibel more gives less than one.
    step = (missing + lower / 2) / _answer(tries) if abs(missing) > _MARGIN or lower else 0.0
    # Where the limiter takes all of a further decibel, this much less gain gives the loss that is allowed.
    step = min(step, MOST_LOSS - _loss(mix, tried, made))
    return LevelSetting(min(tried.gain + step, _most_gain(mix)), tried.ceiling - lower)


def _most_gain(mix: Levels) -> float:
    return 0.0 if mix.empty else MOST_GAIN


def _loss(mix: Levels, tried: LevelSetting, made: Levels) -> float:
    """Give how much of the loudness the limiter took, in LU."""
    if mix.integrated is None or made.integrated is None:
        return 0.0
    return mix.integrated + tried.gain - made.integrated


def _answer(tries: Sequence[tuple[LevelSetting, Levels]]) -> float:
    """Estimate how many LU a decibel of gain gives."""
    if len(tries) < 2:
        return _FIRST_ANSWER
    (before, then), (after, now) = tries[-2:]
    if then.integrated is None or now.integrated is None or abs(after.gain - before.gain) < _MARGIN:
        return _FIRST_ANSWER
    # What the ceiling took is given back, or it would look as if gain did nothing.
    lost = (before.ceiling - after.ceiling) / 2
    answer = (now.integrated - then.integrated + lost) / (after.gain - before.gain)
    return min(max(answer, _LEAST_ANSWER), 1.0)


def _peak_answer(tries: Sequence[tuple[LevelSetting, Levels]]) -> float:
    """Estimate by how many dB the peak falls with a decibel of ceiling: coding may give most of it back."""
    if len(tries) < 2:
        return 1.0
    (before, then), (after, now) = tries[-2:]
    lowered = before.ceiling - after.ceiling
    if then.true_peak is None or now.true_peak is None or lowered < _MARGIN:
        return 1.0
    return min(max((then.true_peak - now.true_peak) / lowered, _LEAST_ANSWER), 1.0)


def report(made: Levels, setting: LevelSetting, rounds: int, target: LevelTarget, mix: Levels) -> SoundReport:
    """Say what was made of a mix, and honestly what was not reached, and why."""
    missed = []
    if target.exceeded_by(made):
        missed.append(f"the true peak is {made.true_peak:.2f} dBTP, the ceiling {target.ceiling:g}")
    if target.distance(made) > TOLERANCE:
        loudness = (
            "nothing that can be measured" if made.integrated is None else f"{made.integrated:.1f} LUFS"
        )
        missed.append(f"the loudness is {loudness}, the target {target.loudness:g}")
        missed += _reason(made, setting, mix)
    return SoundReport(
        made.integrated, made.range, made.true_peak, setting.gain, rounds, not missed, "; ".join(missed)
    )


def _reason(made: Levels, setting: LevelSetting, mix: Levels) -> list[str]:
    """Say what kept a sound from its loudness."""
    if mix.empty:
        return ["it is as quiet and even as an empty room, and was not made louder"]
    if setting.gain >= MOST_GAIN:
        return [f"the gain was capped at {MOST_GAIN:g} dB"]
    if (loss := _loss(mix, setting, made)) > MOST_LOSS / 2:
        return [f"its peaks allow no more: the limiter takes {loss:.0f} LU already"]
    return []
