"""Where a daughter learns: under the stars, at school, on the platform, in a laboratory, at university."""

from __future__ import annotations

from PIL import Image

from drawing.pen import CREAM, HAIR, WOOD, WOOD_SHADE, Pen
from drawing.places import WIDTH, felt, mountains, ridge, room, sky, window

BOARD, CHALK = "#3F5F58", "#E9EDE4"


def books(pen: Pen, x: float, y: float, count: int) -> None:
    """Stand books in a row: the lower left of the first at (x, y)."""
    colours = ("#7C3B36", "#5D7F86", "#E6B872", "#41617A", "#D8604A", "#4F6B57")
    for n in range(count):
        high = 62 + (n * 7) % 22
        pen.box(x + n * 22, y - high, 19, high, colours[n % len(colours)], 2)
        pen.box(x + n * 22, y - high + 10, 19, 4, CREAM)


def study_room() -> Image.Image:
    """Draw the daughter's corner in the evening: shelves of books, a lamp, the window."""
    pen = room("#8A7488", "#57424A")
    window(pen, 930, 130, 230, 230)
    pen.box(930, 130, 230, 230, "#3F4468")
    for n in range(14):
        pen.disc(936 + n * 0.618 % 1 * 218, 136 + n * 0.755 % 1 * 216, 2, "#F4E6CF")
    pen.box(1040, 130, 10, 230, CREAM)
    for y in (210, 330):
        pen.box(90, y, 320, 14, WOOD, 4)
    books(pen, 106, 210, 9)
    books(pen, 180, 330, 10)
    felt(pen, 500, 110, 260, 130)
    pen.glow(430, 420, 480, "#FFCE8A", 0.7)
    return pen.finish()


def desk_lamp() -> Image.Image:
    """Draw the lamp and the books that stand on a table, their foot at the lower edge."""
    pen = Pen(200, 190)
    pen.box(20, 176, 70, 12, HAIR, 5)
    pen.limb([(54, 178), (40, 100), (92, 56)], 7, HAIR)
    pen.shape([(70, 62), (112, 22), (150, 84), (112, 104)], "#E6B872", 1)
    pen.disc(124, 90, 13, "#FFF1CC")
    for n, colour in enumerate(("#7C3B36", "#5D7F86", "#E6B872")):
        pen.box(104 + n * 5, 166 - n * 18, 88, 17, colour, 3)
    return pen.finish()


def star_hill() -> Image.Image:
    """Draw the hill at night, the sky full of stars."""
    pen = sky("#232B4D", "#7A6F95")
    for n in range(130):
        pen.disc(n * 0.618 % 1 * WIDTH, n * 0.755 % 1 * 430, 1.2 + n % 4 * 0.6, "#F4EDE0")
    pen.glow(950, 170, 330, "#8D86B5", 0.5)
    pen.disc(1010, 130, 34, "#FBEFD2")
    pen.disc(996, 122, 31, "#454A72")
    ridge(pen, 500, [(60, 440), (260, 340), (480, 450), (760, 360), (1000, 450), (1180, 400)], "#4C4F78")
    ridge(pen, 640, [(240, 590), (640, 620), (1060, 580)], "#35455A")
    return pen.finish()


def telescope() -> Image.Image:
    """Draw a telescope on its three legs, looking up to the right."""
    pen = Pen(240, 240)
    for foot in (52, 100, 146):
        pen.limb([(100, 120), (foot, 232)], 7, WOOD)
    pen.limb([(44, 152), (186, 50)], 26, "#5D7F86")
    pen.limb([(150, 76), (196, 43)], 36, "#41617A")
    pen.limb([(30, 162), (46, 151)], 17, HAIR)
    pen.disc(100, 120, 13, "#E6B872")
    return pen.finish()


def classroom() -> Image.Image:
    """Draw the classroom: the board with a triangle and its squares, morning at the right."""
    pen = room("#E4D6C0", "#A57A58")
    pen.box(250, 110, 560, 330, WOOD, 6)
    pen.box(264, 124, 532, 302, BOARD, 3)
    triangle = [(330, 360), (330, 220), (480, 360), (330, 360)]
    pen.limb(triangle, 4, CHALK)
    pen.limb([(330, 338), (352, 338), (352, 360)], 3, CHALK)
    for row, length in enumerate((200, 160, 220, 110)):
        pen.box(540, 196 + row * 44, length, 6, CHALK, 3)
        pen.box(540, 212 + row * 44, length * 0.6, 6, CHALK, 3)
    pen.box(264, 426, 532, 14, WOOD_SHADE, 4)
    window(pen, 980, 130, 210, 240)
    pen.glow(1080, 250, 420, "#FFF1CF", 0.7)
    return pen.finish()


def desk() -> Image.Image:
    """Draw a school desk that stands in front."""
    pen = Pen(300, 170)
    pen.box(0, 0, 300, 24, WOOD, 8)
    pen.box(24, 24, 22, 146, WOOD_SHADE)
    pen.box(254, 24, 22, 146, WOOD_SHADE)
    return pen.finish()


def station() -> Image.Image:
    """Draw the platform in the morning, the mountains behind, a clock."""
    pen = sky("#8FA3C9", "#FAD7AE")
    pen.glow(240, 360, 380, "#FFE9C0", 0.7)
    mountains(pen)
    ridge(pen, 560, [(300, 530), (800, 560)], "#7F9A6C")
    pen.box(0, 566, WIDTH, 20, "#6F6A70")
    pen.box(0, 602, WIDTH, 130, "#B79F8C")
    pen.box(0, 602, WIDTH, 10, "#F0DFC4")
    pen.limb([(150, 220), (150, 610)], 12, HAIR)
    pen.disc(150, 200, 46, HAIR)
    pen.disc(150, 200, 38, CREAM)
    pen.limb([(150, 200), (150, 172)], 5, HAIR)
    pen.limb([(150, 200), (170, 210)], 5, HAIR)
    return pen.finish()


def train() -> Image.Image:
    """Draw a carriage with lit windows."""
    pen = Pen(1100, 330)
    for x in (150, 260, 800, 910):
        pen.disc(x, 296, 30, HAIR)
        pen.disc(x, 296, 12, "#8E86A8")
    pen.box(0, 20, 1100, 270, "#41617A", 24)
    pen.box(0, 190, 1100, 24, "#E6B872")
    for n in range(7):
        pen.box(60 + n * 146, 66, 104, 94, "#FBE3B4" if n % 3 else "#CFE0E4", 10)
    return pen.finish()


def suitcase() -> Image.Image:
    """Draw a suitcase that stands on the ground."""
    pen = Pen(130, 130)
    pen.limb([(44, 30), (44, 12), (86, 12), (86, 30)], 7, HAIR)
    pen.box(8, 28, 114, 94, "#7C3B36", 12)
    pen.box(8, 54, 114, 8, "#E6B872")
    pen.box(8, 92, 114, 8, "#E6B872")
    return pen.finish()


def laboratory() -> Image.Image:
    """Draw the laboratory: shelves with flasks, a large window, clear light."""
    pen = room("#D5DEDC", "#8FA09F")
    window(pen, 110, 120, 300, 260)
    pen.glow(260, 250, 420, "#FFF6E0", 0.7)
    pen.box(820, 230, 360, 14, WOOD, 4)
    for n, colour in enumerate(("#5D7F86", "#E6B872", "#D8604A", "#8E86A8", "#7F9A6C")):
        x = 850 + n * 68
        pen.box(x + 8, 168, 14, 34, "#F3F6F4", 3)
        pen.shape([(x + 8, 196), (x + 22, 196), (x + 42, 230), (x - 12, 230)], colour, 1)
    return pen.finish()


def microscope() -> Image.Image:
    """Draw a microscope, its foot at the lower edge."""
    pen = Pen(160, 190)
    pen.box(30, 168, 104, 20, HAIR, 8)
    pen.limb([(104, 172), (122, 110), (92, 62)], 17, "#41617A")
    pen.limb([(92, 104), (58, 34)], 30, "#5D7F86")
    pen.limb([(54, 28), (44, 8)], 19, HAIR)
    pen.box(40, 124, 78, 11, "#41617A", 4)
    return pen.finish()


def university() -> Image.Image:
    """Draw the steps of the university: columns, trees, a clear afternoon."""
    pen = sky("#8FB0D0", "#F6E2C2")
    mountains(pen)
    ridge(pen, 600, [(300, 590), (900, 600)], "#7F9A6C")
    pen.shape([(520, 190), (840, 90), (1160, 190)], "#E9DAC0", 0)
    pen.box(530, 190, 620, 30, CREAM)
    pen.box(550, 220, 580, 360, "#D9C4A6")
    pen.box(780, 350, 120, 230, WOOD, 4)
    for n in range(6):
        pen.box(556 + n * 106, 220, 38, 360, CREAM, 6)
    for n in range(3):
        pen.box(490 - n * 24, 574 + n * 22, 700 + n * 48, 24, ("#F0E2C8", "#E4D3B6", "#D8C5A6")[n], 3)
    for x, high in ((60, 300), (140, 240), (230, 270)):
        pen.box(x - 8, 520, 16, 100, WOOD_SHADE)
        pen.disc(x, 560 - high * 0.5, high * 0.28, "#6B8A60", 1.35)
    pen.box(0, 636, WIDTH, 100, "#CDB695")
    return pen.finish()
