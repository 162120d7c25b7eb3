"""How the sound of a post was brought to its level, as `post.json` tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from assetkit.plan.tasks import SoundTask


@dataclass(frozen=True)
class PostSound:
    """What was asked of a sound, and what the coded sound measures.

    Loudness in LUFS, range in LU, peaks in dBTP, gain in dB; None where there is nothing to measure, and for
    the range of less than a minute. `rounds` is how often it was coded. `remark` says what was not reached.
    """

    target: float
    ceiling: float
    integrated: float | None
    range: float | None
    true_peak: float | None
    gain: float
    rounds: int
    reached: bool
    remark: str

    def as_json(self) -> dict[str, Any]:
        """Give the value in `post.json`; a hundredth is finer than any meter agrees with another."""
        return {name: _rounded(value) for name, value in asdict(self).items()}


def describe_sound(task: SoundTask, level: Mapping[str, Any]) -> PostSound:
    """Describe a sound by its task and by what was kept of it when it was made."""
    known = ("integrated", "range", "true_peak", "gain", "rounds", "reached", "remark")
    return PostSound(task.target, task.ceiling, **{name: level[name] for name in known})


def _rounded(value: Any) -> Any:
    # Nothing less than nothing: -0.0 would be written with its sign.
    return round(value, 2) + 0.0 if isinstance(value, float) else value
