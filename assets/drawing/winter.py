"""Winter: the valley under snow, the path through the firs, the yard of the parents' house at night."""

from __future__ import annotations

from PIL import Image

from drawing.pen import CREAM, WOOD, WOOD_SHADE, Pen
from drawing.places import WIDTH, felt, mountains, ridge, room, sky, window

SNOW, SNOW_SHADE, FIR, FIR_SHADE = "#EEF1F6", "#D5DCE8", "#4D6A66", "#3F5957"


def fir(pen: Pen, x: float, y: float, size: float) -> None:
    """Draw a fir of three tiers with snow on them: its foot at (x, y), `size` pixels high."""
    pen.box(x - size * 0.03, y - size * 0.12, size * 0.06, size * 0.14, WOOD_SHADE)
    for tier, (low, wide) in enumerate(((0.1, 0.3), (0.36, 0.23), (0.6, 0.16))):
        base, top = y - size * low, y - size * (low + 0.42)
        pen.shape(
            [(x - size * wide, base), (x, top), (x + size * wide, base)], (FIR_SHADE, FIR, FIR)[tier], 0
        )
        cap = size * wide * 0.46
        lower = top + (base - top) * 0.46
        pen.shape([(x - cap, lower), (x, top - 2), (x + cap, lower), (x, lower - size * 0.04)], SNOW, 1)


def house(pen: Pen, x: float, y: float, size: float, glow: str = "#FFD27A") -> None:
    """Draw the parents' house, snow on its roof: the lower left of its wall at (x, y), `size` pixels wide."""
    s = size / 230
    pen.box(x + 150 * s, y - 250 * s, 30 * s, 80 * s, "#8A5F48")
    pen.box(x, y - 150 * s, 230 * s, 150 * s, CREAM, 4)
    pen.shape(
        [(x - 30 * s, y - 144 * s), (x + 115 * s, y - 240 * s), (x + 260 * s, y - 144 * s)], SNOW_SHADE, 0
    )
    pen.shape([(x - 14 * s, y - 154 * s), (x + 115 * s, y - 240 * s), (x + 244 * s, y - 154 * s)], SNOW, 0)
    pen.box(x + 30 * s, y - 106 * s, 66 * s, 66 * s, glow, 4)
    pen.box(x + 60 * s, y - 106 * s, 6 * s, 66 * s, WOOD)
    pen.box(x + 140 * s, y - 98 * s, 56 * s, 98 * s, WOOD, 4)
    pen.glow(x + 63 * s, y - 72 * s, 150 * s, "#FFD68A", 0.55)


def snowy_valley() -> Image.Image:
    """Draw the valley at dusk, the house small at the right, light in its window."""
    pen = sky("#7C8DB4", "#E9CDC6")
    mountains(pen)
    ridge(pen, 520, [(160, 480), (520, 540), (900, 490), (1160, 540)], SNOW_SHADE)
    for n, x in enumerate((60, 130, 210, 300, 1130, 1200, 1260)):
        fir(pen, x, 560 + n % 3 * 14, 170 + n % 2 * 40)
    ridge(pen, 610, [(160, 580), (600, 620), (1000, 580)], SNOW)
    house(pen, 790, 620, 220)
    pen.shape(
        [(540, 760), (640, 676), (820, 640), (950, 618), (972, 626), (860, 668), (760, 760)], SNOW_SHADE, 2
    )
    return pen.finish()


def snowy_path() -> Image.Image:
    """Draw the path between the firs, mountains behind, in clear morning light."""
    pen = sky("#9DB2D2", "#F3DFD2")
    pen.glow(900, 330, 400, "#FFF0D2", 0.7)
    mountains(pen)
    ridge(pen, 520, [(200, 500), (700, 530), (1100, 500)], SNOW_SHADE)
    for x, size in ((40, 300), (150, 240), (250, 200), (1020, 220), (1120, 280), (1230, 330)):
        fir(pen, x, 590, size)
    ridge(pen, 590, [(300, 570), (900, 600)], SNOW)
    pen.shape([(-80, 690), (400, 660), (900, 668), (1360, 640), (1360, 730), (-80, 740)], SNOW_SHADE, 2)
    return pen.finish()


def night_yard() -> Image.Image:
    """Draw the yard at night: the house large at the left, its door open and light on the snow."""
    pen = sky("#2F3A5C", "#6E7396")
    for n in range(40):
        pen.disc(n * 0.618 % 1 * WIDTH, n * 0.755 % 1 * 320, 1.5 + n % 3 * 0.5, "#E9E4F2")
    ridge(pen, 470, [(120, 420), (420, 330), (720, 430), (980, 340), (1200, 430)], "#57608A")
    ridge(pen, 600, [(300, 580), (900, 600)], "#B9C3D9")
    for x, size in ((930, 240), (1050, 300), (1180, 260)):
        fir(pen, x, 616, size)
    house(pen, 90, 616, 400)
    pen.box(333, 446, 98, 170, "#FFD27A", 4)
    pen.shape([(333, 616), (431, 616), (620, 740), (330, 740)], "#F3D9AE", 1)
    pen.glow(380, 560, 330, "#FFD68A", 0.5)
    return pen.finish()


def warm_room() -> Image.Image:
    """Draw the parents' room at night: stove, felt, snow behind the window."""
    pen = room("#B58E78", "#6B4A3E")
    window(pen, 900, 120, 240, 230)
    pen.box(900, 120, 240, 230, "#3D4870")
    for n in range(18):
        pen.disc(906 + n * 0.618 % 1 * 228, 126 + n * 0.755 % 1 * 218, 3, SNOW)
    pen.box(1015, 120, 10, 230, CREAM)
    felt(pen, 440, 120, 380, 150)
    pen.box(90, 270, 210, 326, "#EFE3D2", 6)
    pen.box(150, 430, 90, 96, "#4E3B3C", 8)
    pen.disc(195, 486, 30, "#F2A65A")
    pen.disc(195, 494, 17, "#FFE0A0")
    pen.glow(195, 480, 330, "#FFBE7A", 0.55)
    return pen.finish()


def frosted_window() -> Image.Image:
    """Draw a large window at dusk, and the room dark around it."""
    pen = room("#8D7480", "#5A4448")
    window(pen, 620, 80, 440, 420)
    pen.box(620, 80, 440, 420, "#6E7CA6")
    ridge_in(pen)
    for n in range(26):
        pen.disc(630 + n * 0.618 % 1 * 420, 90 + n * 0.755 % 1 * 400, 3.5, SNOW)
    pen.box(835, 80, 10, 420, CREAM)
    pen.box(590, 512, 500, 18, WOOD, 4)
    felt(pen, 120, 170, 330, 140)
    pen.glow(840, 300, 480, "#C9D3EA", 0.3)
    return pen.finish()


def ridge_in(pen: Pen) -> None:
    """Draw snow hills and firs behind the panes of the frosted window."""
    pen.shape([(620, 500), (620, 400), (760, 350), (900, 410), (1060, 370), (1060, 500)], SNOW_SHADE, 0)
    for x, size in ((680, 130), (760, 100), (990, 140)):
        fir(pen, x, 460, size)
    pen.box(620, 456, 440, 44, SNOW)


def carpet_of_snow() -> Image.Image:
    """Draw the house in the morning, close, smoke above it and snow all around."""
    pen = sky("#8FA6CF", "#F8D9BE")
    pen.glow(980, 300, 380, "#FFE9C0", 0.8)
    mountains(pen)
    ridge(pen, 560, [(200, 530), (700, 570), (1100, 540)], SNOW_SHADE)
    for x, size in ((60, 260), (1010, 220), (1110, 280), (1220, 240)):
        fir(pen, x, 610, size)
    ridge(pen, 610, [(300, 594), (900, 616)], SNOW)
    house(pen, 250, 622, 330)
    return pen.finish()
