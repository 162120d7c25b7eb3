"""The sunrise card: a disc in the brand's accent colour rises behind a horizon, one sentence below it.

Field: `words`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assetkit.cards.layout import Line
from assetkit.cards.motion import ease_out, frames_of
from assetkit.cards.spec import CardSpec
from assetkit.errors import AssetkitError
from assetkit.render.own_cards import OwnCard
from assetkit.render.painting import draw_line
from assetkit.text.breaking import break_lines

if TYPE_CHECKING:
    from moviepy import VideoClip

Frame = npt.NDArray[np.uint8]
Shares = npt.NDArray[np.float64]  # how much of each pixel is covered, 0 to 1
_FONT = "Montserrat-ExtraBold"
_RISE = 1600  # milliseconds
_MOST_LINES = 6


def make_clip(spec: CardSpec) -> VideoClip:
    """Make the card's clip: its frames are (height, width, 3) uint8 in sRGB, as many as `spec.frames`."""
    from moviepy import VideoClip

    ground, rate = _draw_ground(spec), float(spec.rate)

    def frame(seconds: float) -> Frame:
        picture = ground.copy()
        _draw_disc(picture, spec, round(seconds * rate))  # a whole frame: every run draws the same pixels
        return picture

    return VideoClip(frame, duration=float(spec.frames / spec.rate))


def _draw_ground(spec: CardSpec) -> Frame:
    """Draw what stands still, once: the ground, and the sentence in the lower half of the zone."""
    picture = np.empty((spec.size.height, spec.size.width, 3), np.uint8)
    picture[:] = _rgb(spec.background)
    em, lines = _set_words(spec)
    for number, text in enumerate(lines):
        baseline = round(_horizon(spec) + em * (1.6 + 1.15 * number))
        mask = draw_line(Line(text, _FONT, em, spec.zone.x, baseline, spec.foreground))
        place = picture[mask.y : mask.bottom, mask.x : mask.right]
        _lay(place, mask.coverage / 255, spec.foreground)
    return picture


def _set_words(spec: CardSpec) -> tuple[int, tuple[str, ...]]:
    """Give the largest type in which the sentence fits its half of the zone, and its lines."""
    for em in range(spec.size.short_edge // 10, spec.size.short_edge // 30, -1):
        lines = break_lines(spec.text("words"), _FONT, em, spec.zone.width, _MOST_LINES, spec.language)
        if lines and (len(lines) + 1) * em * 1.15 <= spec.zone.height / 2:
            return em, lines
    message = f"The words of a sunrise card are too long in {spec.language}."
    raise AssetkitError(message, remedy="Shorten them.")


def _draw_disc(picture: Frame, spec: CardSpec, number: int) -> None:
    """Lay the disc on a picture, above the horizon."""
    zone, horizon = spec.zone, _horizon(spec)
    radius = min(zone.width, zone.height) * 0.28
    risen = float(ease_out(number + 1, frames_of(_RISE, spec.beat)))
    middle = horizon + radius * (1 - 1.7 * risen)
    rows = np.arange(zone.y, horizon)[:, None] + 0.5
    columns = np.arange(round(2 * radius) + 1)[None, :] + 0.5
    covered = np.clip(radius - np.hypot(columns - radius, rows - middle) + 0.5, 0, 1)
    _lay(picture[zone.y : horizon, zone.x : zone.x + covered.shape[1]], covered, spec.accent)


def _horizon(spec: CardSpec) -> int:
    return spec.zone.y + spec.zone.height // 2


def _lay(picture: Frame, covered: Shares, colour: str) -> None:
    share = covered[..., None]
    picture[:] = np.rint(picture * (1 - share) + _rgb(colour) * share).astype(np.uint8)


def _rgb(colour: str) -> Shares:
    return np.array([int(colour[first : first + 2], 16) for first in (1, 3, 5)], np.float64)


SUNRISE = OwnCard(version=1, clip=make_clip)
"""Count the version up whenever the picture changes: it is part of what names a rendered span."""
