"""The ladder of steps by which a picture is coded smaller, as dated data."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.packaged import read_packaged
from assetkit.platforms.records import Format

_WORST_CRF = 51


@dataclass(frozen=True)
class Step:
    """One step below a format: what is added to its crf, and the share of its rates that is left.

    `left` is the share of a span's bytes that is left at most.
    """

    crf: int
    rate: Fraction
    left: Fraction

    def below(self, coded: Format, number: int) -> Format:
        """Give the format at this step; `number` counts from 1 and stands in its name."""
        return replace(
            coded,
            name=f"{coded.name}-step-{number}",
            crf=min(_WORST_CRF, coded.crf + self.crf),
            maxrate=int(coded.maxrate * self.rate),
            bufsize=int(coded.bufsize * self.rate),
        )


@dataclass(frozen=True)
class Ladder:
    """The steps from the best down, the least bits for a pixel, and the share of a limit left free."""

    least_bits: Fraction
    spare: Fraction
    steps: tuple[Step, ...]

    def formats(self, coded: Format, rate: Fraction) -> tuple[Format, ...]:
        """Give a format and its steps above the floor at a frame rate, the best first."""
        return _list_steps(self, coded, rate)


# The same objects each time: a batch asks for each of its files, and keys remember records by identity.
@functools.lru_cache(maxsize=256)
def _list_steps(ladder: Ladder, coded: Format, rate: Fraction) -> tuple[Format, ...]:
    floor = ladder.least_bits * coded.size.width * coded.size.height * rate / 1000
    below = (step.below(coded, number) for number, step in enumerate(ladder.steps, 1))
    return (coded, *(step for step in below if step.maxrate >= floor))


@functools.cache
def load_ladder() -> Ladder:
    """Read the packaged ladder."""
    told = read_packaged("assetkit.platforms", "ladder.yaml")
    steps = tuple(
        Step(int(step["crf"]), Fraction(step["rate"]), Fraction(step["left"])) for step in told["steps"]
    )
    return Ladder(Fraction(told["least_bits"]), Fraction(told["spare"]), steps)
