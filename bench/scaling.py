"""From samples to the whole: costs by picture size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """Seconds for each frame of so many pixels."""

    pixels: int
    seconds: float


def interpolate_rates(rates: Sequence[Rate]) -> Callable[[int], float]:
    """Give seconds for each frame by its pixels: on the line between measured sizes, in proportion beyond.

    Raises ValueError where nothing was measured.
    """
    known = sorted(rates, key=lambda rate: rate.pixels)
    if not known:
        raise ValueError("Nothing was measured.")

    def rate_of(pixels: int) -> float:
        below = [rate for rate in known if rate.pixels <= pixels]
        above = [rate for rate in known if rate.pixels >= pixels]
        if not below or not above:
            nearest = below[-1] if below else above[0]
            return nearest.seconds * pixels / nearest.pixels
        low, high = below[-1], above[0]
        if low.pixels == high.pixels:
            return low.seconds
        weight = (pixels - low.pixels) / (high.pixels - low.pixels)
        return low.seconds + weight * (high.seconds - low.seconds)

    return rate_of
