"""The places of the films: outside, inside, and the things in front."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageChops

from drawing.pen import CREAM, HAIR, WOOD, WOOD_SHADE, Pen, Point

WIDTH, HEIGHT = 1280, 720


def cloud() -> Image.Image:
    """Draw one long evening cloud."""
    pen = Pen(420, 90)
    for x, y, radius in ((90, 58, 26), (160, 46, 34), (240, 52, 30), (320, 60, 22)):
        pen.disc(x, y, radius, "#F8D9BE")
    pen.box(50, 54, 320, 30, "#F8D9BE", 15)
    picture = pen.finish()
    picture.putalpha(picture.getchannel("A").point(lambda value: value * 150 // 255))
    return picture


def sky(top: str, low: str) -> Pen:
    pen = Pen(WIDTH, HEIGHT, low)
    column = Image.linear_gradient("L").resize(pen.image.size)
    pen.image.paste(Image.new("RGB", pen.image.size, top), mask=ImageChops.invert(column))
    return pen


def ridge(pen: Pen, base: float, peaks: Sequence[Point], colour: str) -> None:
    pen.shape(
        [(-200, HEIGHT + 300), (-200, base), *peaks, (WIDTH + 200, base), (WIDTH + 200, HEIGHT + 300)],
        colour,
        1,
    )


def mountains(pen: Pen) -> None:
    ridge(
        pen,
        420,
        [(60, 330), (220, 210), (360, 320), (560, 150), (760, 330), (940, 220), (1120, 340)],
        "#8E86A8",
    )
    pen.shape([(520, 183), (560, 158), (606, 196), (584, 204), (566, 190), (546, 204)], "#EFE3E6", 1)
    pen.shape([(190, 238), (220, 220), (254, 244), (232, 248), (218, 238), (204, 248)], "#EFE3E6", 1)
    pen.shape([(908, 244), (940, 228), (974, 252), (950, 256), (938, 244), (924, 256)], "#EFE3E6", 1)
    ridge(pen, 470, [(120, 430), (320, 380), (520, 450), (760, 390), (1000, 450), (1180, 400)], "#6F7192")


def valley() -> Image.Image:
    """Draw the mountains at evening, and the house with its lit window at the left."""
    pen = sky("#7D8BB5", "#F7C9A3")
    pen.glow(930, 380, 420, "#FFE2B4", 0.8)
    mountains(pen)
    ridge(pen, 540, [(200, 500), (520, 560), (900, 510), (1160, 560)], "#5B7260")
    ridge(pen, 640, [(160, 600), (600, 650), (1000, 610)], "#47604F")
    pen.box(300, 440, 230, 150, CREAM, 4)
    pen.shape([(272, 446), (415, 356), (558, 446)], "#A4553F", 0)
    pen.box(330, 486, 66, 66, "#FFD27A", 4)
    pen.box(360, 486, 6, 66, WOOD, 0)
    pen.box(440, 492, 56, 98, WOOD, 4)
    pen.glow(363, 520, 130, "#FFD68A", 0.55)
    return pen.finish()


def yard() -> Image.Image:
    """Draw the yard: a line between two poles, poplars, the mountains behind."""
    pen = sky("#9AA9C9", "#FBD9B4")
    mountains(pen)
    ridge(pen, 560, [(200, 530), (640, 580), (1080, 540)], "#6C8467")
    for x, high in ((1060, 300), (1120, 360), (1190, 280)):
        pen.shape(
            [
                (x - 30, 590),
                (x - 36, 590 - high * 0.5),
                (x, 580 - high),
                (x + 36, 590 - high * 0.5),
                (x + 30, 590),
            ],
            "#4F6B57",
            3,
        )
    pen.limb([(90, 120), (90, 660)], 14, WOOD_SHADE)
    pen.limb([(1010, 120), (1010, 660)], 14, WOOD_SHADE)
    sag = [(90 + 920 * n / 24, 140 + 60 * (1 - (n / 12 - 1) ** 2)) for n in range(25)]
    pen.limb(sag, 3, CREAM)
    ridge(pen, 660, [(300, 640), (800, 670)], "#587259")
    return pen.finish()


def room(wall: str, floor: str) -> Pen:
    pen = Pen(WIDTH, HEIGHT, wall)
    pen.box(0, 596, WIDTH, 130, floor)
    pen.box(0, 590, WIDTH, 10, WOOD_SHADE)
    return pen


def window(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    pen.box(x - 14, y - 14, width + 28, height + 28, CREAM, 6)
    pen.box(x, y, width, height, "#F3B98C")
    pen.box(x, y, width, height * 0.4, "#B7A0B8")
    pen.box(x, y + height * 0.3, width, height * 0.25, "#DDAA9E")
    pen.shape(
        [
            (x, y + height),
            (x, y + height * 0.72),
            (x + width * 0.3, y + height * 0.5),
            (x + width * 0.55, y + height * 0.74),
            (x + width * 0.8, y + height * 0.56),
            (x + width, y + height * 0.7),
            (x + width, y + height),
        ],
        "#7A7796",
        0,
    )
    pen.box(x + width / 2 - 5, y, 10, height, CREAM)
    pen.box(x - 30, y + height + 12, width + 60, 16, WOOD, 4)


def felt(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    """Draw a felt hanging with rams' horns, the ornament of a Kazakh home."""
    pen.box(x, y, width, height, "#7C3B36", 6)
    pen.box(x + 12, y + 12, width - 24, height - 24, "#8F4A3F", 4)
    across = max(1, round((width - 40) / 120))
    for n in range(across):
        middle, centre = x + width * (n + 0.5) / across, y + height / 2
        for side in (-1, 1):
            turns = [a / 10 * math.pi * 1.6 for a in range(11)]
            coil = [
                (
                    middle + side * (24 - 20 * math.cos(a) * (1 - a / 9)),
                    centre - 20 * math.sin(a) * (1 - a / 9),
                )
                for a in turns
            ]
            pen.limb(coil, 6, "#E6B872")
        pen.limb([(middle, centre - 34), (middle, centre + 34)], 6, "#E6B872")


def doorway() -> Image.Image:
    """Draw the hall with the door open to the evening."""
    pen = room("#D9BFA3", "#8A5F48")
    pen.box(96, 96, 300, 500, WOOD_SHADE, 4)
    pen.box(112, 112, 268, 484, "#F3BF93")
    pen.box(112, 112, 268, 170, "#C3A6B4")
    pen.shape(
        [(112, 440), (190, 350), (250, 420), (320, 340), (380, 410), (380, 596), (112, 596)], "#7F7B98", 0
    )
    pen.box(112, 500, 268, 96, "#6C8467")
    pen.glow(250, 360, 420, "#FFDFB0", 0.5)
    felt(pen, 760, 170, 380, 150)
    pen.box(870, 470, 240, 126, WOOD, 6)
    pen.box(852, 456, 276, 20, WOOD_SHADE, 6)
    pen.shape([(950, 456), (958, 408), (1006, 408), (1014, 456)], "#5D7F86", 1)
    pen.limb([(982, 410), (972, 360)], 4, "#4F6B57")
    pen.disc(970, 352, 14, "#E6B872")
    return pen.finish()


def lamplit_room() -> Image.Image:
    """Draw the room at night: a lamp over the table, the window, the felt on the wall."""
    pen = room("#7E6A70", "#4E3B3C")
    window(pen, 120, 130, 250, 230)
    pen.box(120, 130, 250, 230, "#4A4A6A")
    for x, y in ((160, 160), (230, 200), (320, 150), (290, 250)):
        pen.disc(x, y, 2.5, "#F4E6CF")
    pen.box(240, 130, 10, 230, CREAM)
    felt(pen, 470, 110, 260, 130)
    pen.limb([(860, 0), (860, 150)], 4, HAIR)
    pen.glow(860, 330, 520, "#FFCE8A", 0.75)
    pen.shape([(800, 210), (836, 146), (884, 146), (920, 210)], "#E6B872", 0)
    pen.disc(860, 210, 18, "#FFF1CC")
    return pen.finish()


def table() -> Image.Image:
    """Draw the table top that stands before whoever sits behind it."""
    pen = Pen(860, 170)
    pen.box(0, 0, 860, 28, WOOD, 8)
    pen.box(40, 28, 36, 142, WOOD_SHADE)
    pen.box(784, 28, 36, 142, WOOD_SHADE)
    return pen.finish()


def kitchen() -> Image.Image:
    """Draw the kitchen in the morning: a shelf, a stove with a kettle, a window at the right."""
    pen = room("#E9D7B9", "#A57A58")
    pen.glow(1040, 260, 460, "#FFF1CF", 0.8)
    window(pen, 940, 120, 230, 240)
    pen.box(110, 210, 330, 14, WOOD, 4)
    for n, colour in enumerate(("#5D7F86", CREAM, "#D8604A", "#E6B872", CREAM)):
        pen.shape(
            [(130 + n * 60, 170), (176 + n * 60, 170), (168 + n * 60, 210), (138 + n * 60, 210)], colour, 1
        )
    pen.box(120, 400, 260, 200, "#F4EBDD", 6)
    pen.box(150, 450, 200, 110, "#D9CBB8", 6)
    pen.shape([(200, 398), (196, 340), (226, 316), (276, 316), (306, 340), (302, 398)], "#5D7F86", 1)
    pen.limb([(304, 352), (336, 330)], 12, "#5D7F86")
    pen.disc(251, 312, 9, HAIR)
    return pen.finish()


def window_corner() -> Image.Image:
    """Draw a large window with evening light falling into the room."""
    pen = room("#C9A993", "#86604C")
    window(pen, 640, 90, 420, 400)
    pen.glow(860, 300, 560, "#FFD9A0", 0.55)
    pen.shape([(560, 600), (980, 600), (760, 720), (220, 720)], "#A9795C", 0)
    felt(pen, 130, 160, 340, 140)
    return pen.finish()


def meadow() -> Image.Image:
    """Draw the path through the meadow below the mountains."""
    pen = sky("#8FA3C9", "#FAD7AE")
    pen.glow(300, 360, 360, "#FFE9C0", 0.7)
    mountains(pen)
    ridge(pen, 540, [(200, 510), (640, 560), (1080, 520)], "#7F9A6C")
    ridge(pen, 600, [(300, 590), (900, 610)], "#6B8A60")
    pen.shape(
        [(-80, 690), (400, 640), (900, 650), (1360, 620), (1360, 690), (900, 712), (300, 730)], "#D9BC8C", 2
    )
    chance = np.random.default_rng(7)
    for x, y in zip(chance.integers(0, WIDTH, 60), chance.integers(560, 625, 60), strict=True):
        pen.disc(float(x), float(y), 3, ("#F4E6CF", "#E6B872", "#D8604A")[int(x) % 3])
    return pen.finish()


def hill() -> Image.Image:
    """Draw the hill top at sunset."""
    pen = sky("#6F7DAB", "#F9BE8E")
    pen.disc(400, 400, 70, "#FFE8B8")
    pen.glow(400, 400, 460, "#FFDDA0", 0.65)
    mountains(pen)
    ridge(pen, 700, [(300, 640), (760, 570), (1100, 620)], "#4C5F55")
    return pen.finish()
