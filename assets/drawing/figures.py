"""People by their looks: one set of poses for everybody, dressed by data.

Each is drawn in a box of its own, feet near the lower edge. A look says what somebody wears, so that a person
is known again from shot to shot.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PIL import Image

from drawing.heads import Hair, head
from drawing.pen import HAIR, SKIN, SKIN_SHADE, Pen

STEPS = 12  # pictures in one stride of two steps


@dataclass(frozen=True)
class Look:
    """What somebody wears: colours of the upper part with its shade, of legs or skirt, and of an apron."""

    top: str
    top_shade: str
    legs: str
    legs_shade: str
    hair: Hair = field(default_factory=Hair)
    skirt: bool = False
    coat: bool = False
    apron: str = ""
    bag: bool = False


def standing(look: Look, turn: int = 1, reach: float = 0.3) -> Image.Image:
    """Draw an adult on their feet; `reach` lifts the forward hand from hanging (0) to the shoulder (1)."""
    pen, x = Pen(360, 460), 180
    _legs(pen, look, x, 0.0)
    _body(pen, look, x, turn, reach)
    head(pen, x, 66, 40, turn=turn, hair=look.hair)
    return pen.finish()


def walking(look: Look, step: int, turn: int = 1) -> Image.Image:
    """Draw one of the STEPS pictures of a stride."""
    pen, x = Pen(360, 460), 180
    phase = 2 * math.pi * step / STEPS
    _legs(pen, look, x, math.sin(phase) * turn)
    _body(pen, look, x, turn, 0.18 + 0.16 * math.sin(phase), 0.16 * math.sin(phase))
    head(pen, x, 66, 40, turn=turn, hair=look.hair)
    return pen.finish()


def _legs(pen: Pen, look: Look, x: float, stride: float) -> None:
    for side, colour in ((1, look.legs_shade), (-1, look.legs)):
        foot = x + side * (20 - abs(stride) * 14) + side * stride * 44
        lift = max(0.0, side * stride) * 10
        if look.skirt:
            pen.limb([(x + side * 16, 330), (foot, 424 - lift)], 20, SKIN_SHADE if side > 0 else SKIN)
        else:
            pen.limb(
                [(x + side * 20, 270), ((x + side * 20 + foot) / 2 + 3, 350), (foot, 426 - lift)], 37, colour
            )
        pen.box(foot - 20, 422 - lift, 42, 18, HAIR, 8)


def _body(pen: Pen, look: Look, x: float, turn: int, reach: float, back: float = 0.0) -> None:
    _arm(pen, look.top_shade, x - turn * 46, -turn * 0.3 + turn * back * 2, 0.0, SKIN_SHADE)
    low = 372 if look.skirt or look.coat else 290
    if look.skirt:
        sway = 12 * back * turn
        skirt = [(x - 50, 236), (x + 50, 236), (x + 84 + sway, low + 12), (x - 84 + sway, low + 12)]
        pen.shape(skirt, look.legs, 2)
        fold = [(x + 8, 250), (x + 40, 250), (x + 66 + sway, low + 4), (x + 22 + sway, low + 4)]
        pen.shape(fold, look.legs_shade, 2)
    wide = 66 if look.coat else 56
    hem = 330 if look.coat else 290
    pen.shape([(x - 62, 114), (x + 62, 114), (x + wide, hem), (x - wide, hem)], look.top, 2)
    if look.apron:
        pen.shape([(x - 34, 168), (x + 34, 168), (x + 48, low), (x - 48, low)], look.apron, 2)
        pen.limb([(x - 30, 176), (x - 16, 122)], 6, look.apron)
        pen.limb([(x + 30, 176), (x + 16, 122)], 6, look.apron)
    if look.bag:
        _bag(pen, x - turn * 74, 262)
    _arm(pen, look.top_shade, x + turn * 46, turn * 0.34, reach, SKIN)


def _arm(pen: Pen, sleeve: str, x: float, lean: float, reach: float, skin: str) -> None:
    """Draw an arm of 130 pixels that hangs with a lean, or is lifted forward by its reach."""
    angle = lean + math.copysign(reach * 1.35, lean)
    elbow = (x + 66 * math.sin(angle * 0.8), 140 + 66 * math.cos(angle * 0.8))
    angle *= 1.25
    hand = (elbow[0] + 60 * math.sin(angle), elbow[1] + 60 * math.cos(angle))
    pen.limb([(x, 140), elbow, hand], 28, sleeve)
    pen.disc(*hand, 14, skin)


def _bag(pen: Pen, x: float, y: float) -> None:
    """Draw a woven bag of coloured stripes."""
    pen.limb([(x - 22, y + 8), (x, y - 26), (x + 22, y + 8)], 5, HAIR)
    for number, colour in enumerate(("#D8604A", "#F6D9A8", "#5D7F86", "#E6B872", "#7C3B36")):
        pen.box(x - 32, y + number * 13, 64, 14, colour, 3)


def child(look: Look, step: int = 0, turn: int = 1, held: bool = False) -> Image.Image:
    """Draw a child, walking where `step` counts; `held` gives a hand up to whoever walks behind."""
    pen, x = Pen(200, 300), 100
    stride = math.sin(2 * math.pi * step / STEPS)
    for side, colour in ((1, look.legs_shade), (-1, look.legs)):
        foot = x + side * 14 + side * stride * 22
        pen.limb([(x + side * 13, 210), (foot, 274)], 20, colour)
        pen.box(foot - 13, 270, 27, 15, HAIR, 6)
    swing = stride * 8
    back = [(52, 120), (62, 94)] if held else [(40, 160), (44 - swing, 192)]
    far = [(x - turn * 26, 124), *((x - turn * across, down) for across, down in back)]
    pen.limb(far, 17, look.top_shade)
    pen.disc(*far[-1], 10, SKIN_SHADE)
    pen.shape([(x - 36, 102), (x + 36, 102), (x + 48, 232), (x - 48, 232)], look.top, 2)
    near = [(x + turn * 26, 124), (x + turn * 40, 158), (x + turn * 48 + swing, 190)]
    pen.limb(near, 17, look.top_shade)
    pen.disc(*near[-1], 10, SKIN)
    head(pen, x, 62, 36, turn=turn, hair=look.hair)
    return pen.finish()


def seated(look: Look, turn: int = 1, holds: str = "") -> Image.Image:
    """Draw an adult behind a table, seen to the lap, hands before them around what they hold.

    `holds` is "bowl", "book", "letter" or nothing.
    """
    pen, x = Pen(300, 380), 150
    pen.shape([(x - 60, 150), (x + 60, 150), (x + 74, 380), (x - 74, 380)], look.top, 2)
    if look.apron:
        pen.shape([(x - 32, 200), (x + 32, 200), (x + 46, 380), (x - 46, 380)], look.apron, 2)
    for side in (-1, 1):
        pen.limb([(x + side * 52, 180), (x + side * 76, 256), (x + side * 26, 292)], 28, look.top_shade)
    _held(pen, x, holds)
    for side in (-1, 1):
        pen.disc(x + side * 28, 294, 14, SKIN)
    head(pen, x, 98, 42, turn=turn, hair=look.hair)
    return pen.finish()


def _held(pen: Pen, x: float, thing: str) -> None:
    if thing == "bowl":
        pen.shape([(x - 34, 270), (x + 34, 270), (x + 20, 312), (x - 20, 312)], "#F4E6CF", 1)
        pen.box(x - 36, 266, 72, 9, "#C9824F", 4)
    if thing == "book":
        pen.shape(
            [(x - 62, 262), (x, 276), (x + 62, 262), (x + 62, 316), (x, 328), (x - 62, 316)], "#7C3B36", 0
        )
        pen.shape([(x - 56, 258), (x, 272), (x, 320), (x - 56, 308)], "#F8F1E2", 0)
        pen.shape([(x + 56, 258), (x, 272), (x, 320), (x + 56, 308)], "#EADFC9", 0)
    if thing == "letter":
        pen.box(x - 46, 236, 92, 76, "#F8F1E2", 3)
        for row in range(4):
            pen.box(x - 34, 250 + row * 13, 68 - 24 * (row == 3), 4, "#8E86A8", 2)


def seated_child(look: Look, turn: int = 1, holds: str = "") -> Image.Image:
    """Draw a child behind a table: the adult's pose in smaller."""
    grown = seated(look, turn, holds)
    return grown.resize((round(grown.width * 0.8), round(grown.height * 0.8)), Image.Resampling.LANCZOS)


def from_behind(look: Look) -> Image.Image:
    """Draw an adult seen from behind."""
    pen, x = Pen(360, 460), 180
    _legs(pen, look, x, 0.0)
    low = 384
    if look.skirt:
        pen.shape([(x - 50, 236), (x + 50, 236), (x + 84, low), (x - 84, low)], look.legs, 2)
    hem = 330 if look.coat else 290
    pen.box(x - 16, 88, 32, 36, SKIN_SHADE, 10)
    pen.shape([(x - 62, 114), (x + 62, 114), (x + 58, hem), (x - 58, hem)], look.top, 2)
    for side in (-1, 1):
        _arm(pen, look.top_shade, x + side * 47, side * 0.28, 0.0, SKIN)
    hair = look.hair
    if hair.long:
        pen.box(x - 36, 60, 72, 112, hair.colour, 30)
    pen.disc(x, 66, 40, hair.scarf or hair.colour)
    if hair.scarf:
        pen.shape([(x - 40, 66), (x + 40, 66), (x + 6, 160), (x - 6, 160)], hair.scarf_shade or hair.scarf, 1)
    return pen.finish()


def embracing(left: Look, right: Look) -> Image.Image:
    """Draw two adults in each other's arms, both standing."""
    pen = Pen(360, 460)
    for x, look in ((140, left), (222, right)):
        _legs(pen, look, x, 0.0)
    for x, look in ((222, right), (140, left)):
        hem = 330 if look.coat else 290
        if look.skirt:
            pen.shape([(x - 50, 236), (x + 50, 236), (x + 76, 384), (x - 76, 384)], look.legs, 2)
        pen.shape([(x - 58, 116), (x + 58, 116), (x + 56, hem), (x - 56, hem)], look.top, 2)
    head(pen, 214, 92, 38, turn=-1, hair=right.hair)
    head(pen, 144, 64, 40, turn=1, hair=left.hair)
    pen.limb([(240, 146), (196, 196), (130, 188)], 26, right.top_shade)
    pen.disc(122, 186, 13, SKIN)
    pen.limb([(112, 146), (150, 226), (236, 220)], 28, left.top_shade)
    pen.disc(246, 218, 14, SKIN)
    return pen.finish()
