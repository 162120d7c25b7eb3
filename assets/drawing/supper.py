"""Where a family eats: the courtyard, the kitchen in the evening, the long table, and what stands on it."""

from __future__ import annotations

from PIL import Image

from drawing.pen import CREAM, HAIR, WOOD, WOOD_SHADE, Pen
from drawing.places import felt, mountains, ridge, room, sky, window


def courtyard() -> Image.Image:
    """Draw the family's house at evening, wide, light in all its windows, an apple tree beside it."""
    pen = sky("#6C76A6", "#F6BE94")
    mountains(pen)
    ridge(pen, 590, [(300, 570), (900, 590)], "#55705C")
    pen.box(430, 350, 640, 260, CREAM, 4)
    pen.shape([(390, 356), (510, 240), (990, 240), (1110, 356)], "#A4553F", 0)
    for x in (480, 620, 920):
        pen.box(x - 8, 402, 106, 106, WOOD_SHADE, 4)
        pen.box(x, 410, 90, 90, "#FFD27A", 3)
        pen.box(x + 42, 410, 6, 90, WOOD)
        pen.glow(x + 45, 455, 140, "#FFD68A", 0.45)
    pen.box(770, 420, 100, 190, WOOD, 4)
    pen.limb([(200, 640), (196, 470)], 24, WOOD_SHADE)
    for x, y, radius in ((130, 420, 74), (200, 370, 92), (276, 424, 76), (200, 450, 80)):
        pen.disc(x, y, radius, "#5F7F5B")
    for n in range(12):
        pen.disc(100 + n * 0.618 % 1 * 210, 340 + n * 0.755 % 1 * 150, 9, "#D8604A")
    ridge(pen, 650, [(300, 630), (900, 650)], "#47604F")
    return pen.finish()


def evening_kitchen() -> Image.Image:
    """Draw the kitchen in the evening: a stove at the right, shelves, a lamp."""
    pen = room("#C9A78A", "#7F5B48")
    window(pen, 110, 140, 210, 220)
    pen.box(420, 210, 300, 14, WOOD, 4)
    for n, colour in enumerate(("#5D7F86", CREAM, "#D8604A", "#E6B872")):
        x = 440 + n * 68
        pen.shape([(x, 166), (x + 50, 166), (x + 40, 210), (x + 10, 210)], colour, 1)
    pen.limb([(880, 0), (880, 110)], 4, HAIR)
    pen.shape([(816, 172), (854, 106), (906, 106), (944, 172)], "#E6B872", 0)
    pen.glow(880, 320, 480, "#FFD9A0", 0.65)
    pen.box(900, 420, 290, 180, "#F4EBDD", 6)
    pen.box(940, 470, 210, 100, "#D9CBB8", 6)
    pen.box(900, 410, 290, 14, "#5A4A4C", 4)
    return pen.finish()


def pot() -> Image.Image:
    """Draw a large pot with its lid, and a kettle beside it."""
    pen = Pen(270, 120)
    pen.shape([(10, 40), (130, 40), (122, 118), (18, 118)], "#5D7F86", 1)
    pen.box(6, 34, 128, 12, "#41617A", 6)
    pen.shape([(160, 116), (156, 66), (182, 40), (226, 40), (252, 66), (248, 116)], "#D8604A", 1)
    pen.limb([(176, 40), (204, 14), (232, 40)], 6, HAIR)
    return pen.finish()


def steam() -> Image.Image:
    """Draw steam as it rises."""
    pen = Pen(120, 170)
    for n, x in enumerate((36, 62, 86)):
        line = [(x, 160), (x - 10, 120 - n * 6), (x + 10, 80), (x - 4, 36 + n * 10)]
        pen.limb(line, 9 - n, "#FFF6E6")
    picture = pen.finish()
    picture.putalpha(picture.getchannel("A").point(lambda value: value * 110 // 255))
    return picture


def sink_corner() -> Image.Image:
    """Draw the place where bowls are washed: a basin, a window above it, a rack with plates."""
    pen = room("#D6BC9E", "#86624E")
    window(pen, 250, 110, 330, 210)
    pen.box(860, 250, 300, 14, WOOD, 4)
    for n in range(6):
        pen.disc(896 + n * 46, 222, 28, (CREAM, "#5D7F86", "#E6B872")[n % 3], 1.0)
        pen.disc(896 + n * 46, 222, 18, "#FFF8EA")
    pen.glow(420, 240, 420, "#FFE3B4", 0.6)
    return pen.finish()


def basin() -> Image.Image:
    """Draw the counter with its basin, foam and bowls, that stands in front of whoever washes."""
    pen = Pen(700, 200)
    pen.box(0, 44, 700, 20, WOOD, 6)
    pen.box(12, 62, 676, 138, "#F4EBDD", 6)
    for x in (40, 262, 484):
        pen.box(x, 84, 176, 100, "#E2D4C0", 5)
    for n in range(11):
        pen.disc(250 + n * 20, 42 - n % 3 * 7, 18, "#FFFDF6")
    for n in range(3):
        pen.shape(
            [(570, 44 - n * 13), (646, 44 - n * 13), (634, 20 - n * 13), (582, 20 - n * 13)], "#5D7F86", 1
        )
    for n, colour in enumerate((CREAM, "#E6B872")):
        pen.shape([(60, 44 - n * 14), (150, 44 - n * 14), (136, 18 - n * 14), (74, 18 - n * 14)], colour, 1)
    return pen.finish()


def dining_room() -> Image.Image:
    """Draw the room of the long table: felt on the wall, a window, a lamp above."""
    pen = room("#B98F78", "#6E4B3F")
    felt(pen, 330, 90, 500, 150)
    window(pen, 1000, 130, 190, 210)
    pen.box(1000, 130, 190, 210, "#4A4A6A")
    pen.box(1090, 130, 10, 210, CREAM)
    pen.limb([(600, 0), (600, 44)], 4, HAIR)
    pen.shape([(516, 104), (562, 40), (638, 40), (684, 104)], "#E6B872", 0)
    pen.glow(600, 330, 560, "#FFD9A0", 0.65)
    return pen.finish()


def laid_table(width: int = 1000) -> Image.Image:
    """Draw the long table laid for all: cloth, samovar, bread, bowls; its cloth hangs to the lower edge."""
    pen = Pen(width, 290)
    pen.box(0, 120, width, 170, "#A4463F", 10)
    pen.box(0, 120, width, 30, "#F4E6CF", 8)
    for n in range(width // 74):
        pen.shape(
            [(n * 74 + 12, 172), (n * 74 + 37, 206), (n * 74 + 62, 172), (n * 74 + 37, 186)], "#E6B872", 1
        )
    _samovar(pen, width * 0.9, 126)
    for x in (0.1, 0.31, 0.54, 0.76):
        pen.shape(
            [(width * x - 32, 92), (width * x + 32, 92), (width * x + 18, 126), (width * x - 18, 126)],
            CREAM,
            1,
        )
        pen.box(width * x - 33, 89, 66, 8, "#5D7F86", 4)
    for x in (0.2, 0.64):
        pen.disc(width * x, 118, 46, "#D9A25E", 0.3)
        pen.disc(width * x, 106, 38, "#E6B872", 0.34)
    return pen.finish()


def _samovar(pen: Pen, x: float, y: float) -> None:
    pen.box(x - 30, y - 14, 60, 14, "#A97B3A", 4)
    pen.shape([(x - 26, y - 12), (x - 48, y - 84), (x + 48, y - 84), (x + 26, y - 12)], "#D9A84F", 2)
    pen.box(x - 44, y - 92, 88, 12, "#A97B3A", 5)
    pen.disc(x, y - 104, 20, "#5D7F86")
    pen.limb([(x + 36, y - 44), (x + 62, y - 44), (x + 62, y - 30)], 7, "#A97B3A")


def photograph() -> Image.Image:
    """Draw an old photograph in its frame: a young bride beside a stove, long ago."""
    pen = Pen(220, 260)
    pen.box(0, 0, 220, 260, WOOD_SHADE, 8)
    pen.box(16, 16, 188, 228, "#E9DAC0", 3)
    pen.box(28, 28, 164, 204, "#B9A58C")
    pen.shape([(72, 232), (84, 134), (136, 134), (148, 232)], "#8A7460", 2)
    pen.disc(110, 98, 34, "#F0E6D4")
    pen.disc(114, 102, 25, "#CDB79C")
    pen.shape([(78, 96), (86, 62), (134, 62), (142, 96), (110, 78)], "#F0E6D4", 2)
    return pen.finish()
