"""The animatic: shots of drawn layers that move, one frame at a time.

A film is data: places, what stands in them, and how it moves. Nothing here knows a story; those stand in
`stories/`, one module for each film.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import Image, ImageDraw, ImageFont

from drawing.pen import Point

WIDTH, HEIGHT, RATE = 1280, 720, 25
_FINE = 5  # parts of a pixel that movement is counted in
Picture = Callable[[], Image.Image]


@dataclass(frozen=True)
class Layer:
    """A drawn thing in a shot: its top left at the start, its speed in pixels a second, and how it lives.

    `bob` is pixels up and down, `sway` the lean in pixels, `period` the seconds of one swing; `hung` things
    swing below a fixed top, others lean above fixed feet. `cycle` holds pictures that follow each other, all
    of them once in `stride` seconds; such a layer has no lean.
    """

    picture: Picture
    at: Point
    speed: Point = (0, 0)
    bob: float = 0
    sway: float = 0
    period: float = 4
    hung: bool = False
    phase: float = 0
    cycle: tuple[Picture, ...] = ()
    stride: float = 1.2


@dataclass(frozen=True)
class Shot:
    """A place, what is in it from back to front, for how many seconds, and how many flakes of snow fall."""

    name: str
    seconds: float
    place: Picture
    layers: tuple[Layer, ...] = ()
    snow: int = 0


@dataclass(frozen=True)
class Film:
    """A stand-in film: its name, its shots in order."""

    name: str
    shots: tuple[Shot, ...]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return sum(shot.seconds for shot in self.shots)


def shot_frames(shot: Shot) -> int:
    """Give the length of a shot in frames."""
    return round(shot.seconds * RATE)


@cache
def _drawn(draw: Picture) -> tuple[Image.Image, tuple[int, int]]:
    """Draw once; gives the picture without its empty edges, and how far they reached at the left and top."""
    picture = draw()
    if picture.mode != "RGBA":
        return picture, (0, 0)
    box = picture.getchannel("A").getbbox() or (0, 0, *picture.size)
    return picture.crop(box), box[:2]


@cache
def mark_sheet() -> Image.Image:
    """Draw the marks that say what the film is, as a strip for the upper edge."""
    # Every 320 pixels, so that even the narrowest crop (405 of 1280) holds one whole mark.
    sheet = Image.new("RGBA", (WIDTH, 40), (0, 0, 0, 0))
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(17)
    for x in range(26, WIDTH, 320):
        pen.text((x + 1, 13), "stand-in", font=font, fill=(30, 24, 40, 150))
        pen.text((x, 12), "stand-in", font=font, fill=(255, 250, 240, 220))
    return sheet


@cache
def _flake(size: int) -> Image.Image:
    dot = Image.new("RGBA", (size * 4, size * 4), (255, 255, 255, 0))
    ImageDraw.Draw(dot).ellipse((4, 4, size * 4 - 4, size * 4 - 4), fill=(255, 255, 255, 215))
    return dot.reduce(4)


def draw_frame(shot: Shot, index: int) -> bytes:
    """Draw one frame of a shot as RGB bytes, WIDTH x HEIGHT."""
    frame = _drawn(shot.place)[0].copy()
    for layer in shot.layers:
        _place(frame, layer, index / RATE)
    _let_snow(frame, shot.snow, index / RATE)
    frame.paste(mark_sheet(), (0, 0), mark_sheet())
    return frame.tobytes()


def _place(frame: Image.Image, layer: Layer, time: float) -> None:
    draw = _shown(layer, time)
    _, (from_left, from_top) = _drawn(draw)
    swing = math.sin(2 * math.pi * time / layer.period + layer.phase)
    x = layer.at[0] + layer.speed[0] * time + from_left
    y = layer.at[1] + layer.speed[1] * time - layer.bob * abs(swing) + from_top
    left, across = divmod(round(x * _FINE), _FINE)
    top, down = divmod(round(y * _FINE), _FINE)
    moved, pad = _moved(draw, round(layer.sway * swing * _FINE), across, down, layer.hung)
    frame.paste(moved, (left - pad, top), moved)


@lru_cache(maxsize=300)
def _moved(draw: Picture, sway: int, across: int, down: int, hung: bool) -> tuple[Image.Image, int]:
    """Give a picture that leans and stands between pixels, and the pixels added at its left.

    `sway`, `across` and `down` count parts of a pixel, `_FINE` to one: what swings comes by the same place
    again, and is not drawn again.
    """
    picture, _ = _drawn(draw)
    if not (sway or across or down):
        return picture, 0
    pad = abs(sway) // _FINE + 2
    lean = sway / _FINE / picture.height
    fixed = 0 if hung else picture.height
    # Output (u, v) shows input (u - pad - fraction - lean of its row, v - fraction): finer than a pixel.
    affine = (1, -lean, lean * fixed - pad - across / _FINE, 0, 1, -down / _FINE)
    size = (picture.width + 2 * pad, picture.height + 1)
    return picture.transform(size, Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR), pad


def _shown(layer: Layer, time: float) -> Picture:
    if not layer.cycle:
        return layer.picture
    return layer.cycle[int(time / layer.stride * len(layer.cycle)) % len(layer.cycle)]


def _let_snow(frame: Image.Image, flakes: int, time: float) -> None:
    """Let small soft flakes fall; near ones are larger and faster. The golden ratio spreads them evenly."""
    for number in range(flakes):
        size = 4 + number % 5
        fall, drift = 34 + size * 9, 10 + number % 7 * 3
        y = (number * 0.61803 % 1 * HEIGHT + fall * time) % (HEIGHT + 20) - 20
        x = (number * 0.75488 % 1 * WIDTH + drift * time + 12 * math.sin(time * 0.9 + number)) % (WIDTH + 20)
        flake = _flake(size)
        frame.paste(flake, (round(x) - 20, round(y)), flake)
