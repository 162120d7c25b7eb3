"""The people of the films and their clothes.

Each is drawn in a box of its own, feet near the lower edge; faces are kept plain on purpose.
"""

from __future__ import annotations

from PIL import Image

from drawing.heads import Hair, head
from drawing.pen import (
    CREAM,
    DRESS,
    DRESS_SHADE,
    HAIR,
    RIBBON,
    SHIRT,
    SHIRT_SHADE,
    SKIN,
    SKIN_SHADE,
    TROUSERS,
    WOOD,
    Pen,
)


def standing_father() -> Image.Image:
    """Draw the father on his feet, one hand reaching down to a child at his side."""
    pen, t = Pen(240, 450), 1
    x = 120
    pen.limb([(x - 20, 270), (x - 22, 350), (x - 24, 428)], 38, TROUSERS)
    pen.limb([(x + 20, 270), (x + 22, 350), (x + 24, 428)], 38, "#3C4054")
    pen.box(x - 46, 424, 42, 18, HAIR, 8)
    pen.box(x + 6, 424, 42, 18, HAIR, 8)
    pen.limb([(x - t * 46, 140), (x - t * 58, 205), (x - t * 48, 262)], 28, SHIRT_SHADE)
    pen.disc(x - t * 47, 270, 13, SKIN_SHADE)
    pen.shape([(x - 62, 112), (x + 62, 112), (x + 56, 290), (x - 56, 290)], SHIRT, 2)
    pen.limb([(x + t * 46, 140), (x + t * 66, 200), (x + t * 84, 256)], 28, SHIRT_SHADE)
    pen.disc(x + t * 87, 264, 13, SKIN)
    head(pen, x, 62, 40, turn=t)
    return pen.finish()


def standing_child() -> Image.Image:
    """Draw the daughter in her dress, looking right, her left hand up to her father's."""
    pen, t = Pen(200, 300), -1
    x = 100
    pen.limb([(x - 14, 220), (x - 15, 276)], 16, SKIN_SHADE)
    pen.limb([(x + 14, 220), (x + 15, 276)], 16, SKIN)
    pen.box(x - 28, 272, 26, 14, HAIR, 6)
    pen.box(x + 4, 272, 26, 14, HAIR, 6)
    pen.limb([(x - t * 24, 122), (x - t * 40, 160), (x - t * 44, 192)], 15, SKIN_SHADE)
    dress(pen, x, 104, 1.0)
    pen.limb([(x + t * 26, 122), (x + t * 50, 110), (x + t * 66, 84)], 15, SKIN)
    head(pen, x, 60, 36, turn=1, hair=Hair(ponytail=True))
    return pen.finish()


def dress(pen: Pen, x: float, y: float, size: float) -> None:
    """Draw the dress: its top at (x, y), 140 units long."""
    s = size
    pen.shape(
        [
            (x - 26 * s, y),
            (x + 26 * s, y),
            (x + 24 * s, y + 62 * s),
            (x + 74 * s, y + 146 * s),
            (x - 74 * s, y + 146 * s),
            (x - 24 * s, y + 62 * s),
        ],
        DRESS,
        2,
    )
    for side in (-1, 1):
        pen.shape(
            [
                (x + side * 6 * s, y + 66 * s),
                (x + side * 22 * s, y + 64 * s),
                (x + side * 46 * s, y + 136 * s),
                (x + side * 28 * s, y + 138 * s),
            ],
            DRESS_SHADE,
            2,
        )
        pen.disc(x + side * 27 * s, y + 12 * s, 14 * s, DRESS_SHADE)
    pen.box(x - 27 * s, y + 54 * s, 54 * s, 11 * s, RIBBON, 5 * s)
    for step in range(-2, 3):
        pen.disc(x + step * 22 * s, y + 128 * s, 3.4 * s, RIBBON)


def embracing_pair() -> Image.Image:
    """Draw the father on one knee with the daughter's arms around his neck."""
    pen = Pen(430, 400)
    pen.limb([(150, 292), (84, 330), (64, 376)], 44, "#3C4054")
    pen.box(34, 366, 54, 20, HAIR, 9)
    pen.limb([(168, 290), (232, 304), (228, 376)], 44, TROUSERS)
    pen.box(210, 366, 56, 20, HAIR, 9)
    pen.limb([(272, 326), (273, 372)], 16, SKIN_SHADE)
    pen.limb([(300, 326), (301, 372)], 16, SKIN)
    pen.box(258, 368, 27, 15, HAIR, 6)
    pen.box(288, 368, 27, 15, HAIR, 6)
    pen.shape([(108, 150), (216, 142), (226, 250), (204, 318), (112, 318), (98, 250)], SHIRT, 2)
    dress(pen, 284, 196, 1.0)
    head(pen, 174, 98, 40, turn=1)
    head(pen, 262, 146, 36, turn=-1, hair=Hair(ponytail=True))
    pen.limb([(270, 208), (226, 190), (160, 168)], 16, SKIN)
    pen.limb([(130, 178), (196, 236), (292, 244)], 30, SHIRT_SHADE)
    pen.disc(302, 242, 14, SKIN)
    return pen.finish()


def sewing_father() -> Image.Image:
    """Draw the father seated behind a table, bent over the dress with a needle."""
    pen = Pen(420, 400)
    pen.shape([(116, 168), (250, 150), (276, 400), (90, 400)], SHIRT, 2)
    pen.limb([(134, 196), (120, 280), (196, 318)], 32, SHIRT_SHADE)
    head(pen, 206, 96, 44, turn=1)
    pen.shape([(150, 312), (300, 296), (396, 330), (388, 396), (140, 396)], DRESS, 3)
    pen.shape([(230, 322), (300, 312), (330, 392), (250, 392)], DRESS_SHADE, 3)
    pen.disc(204, 320, 16, SKIN_SHADE)
    return pen.finish()


def sewing_hand() -> Image.Image:
    """Draw the arm that draws the thread: it rises and falls."""
    pen = Pen(220, 200)
    pen.limb([(30, 50), (70, 128), (138, 122)], 32, SHIRT_SHADE)
    pen.disc(148, 118, 16, SKIN)
    pen.limb([(160, 112), (186, 132)], 3, CREAM)
    pen.limb([(160, 112), (150, 168)], 1.5, RIBBON)
    return pen.finish()


def seated_child() -> Image.Image:
    """Draw the daughter behind a table, her hands around a bowl of tea."""
    pen = Pen(260, 300)
    pen.shape([(86, 132), (164, 132), (190, 300), (70, 300)], DRESS, 2)
    pen.limb([(86, 158), (66, 222), (112, 244)], 18, DRESS_SHADE)
    pen.limb([(164, 158), (186, 222), (140, 244)], 18, DRESS_SHADE)
    head(pen, 126, 84, 42, turn=-1, hair=Hair(ponytail=True))
    pen.shape([(96, 226), (156, 226), (144, 262), (108, 262)], CREAM, 1)
    pen.box(94, 224, 64, 8, "#C9824F", 4)
    pen.disc(104, 246, 11, SKIN)
    pen.disc(150, 246, 11, SKIN)
    return pen.finish()


def father_from_behind() -> Image.Image:
    """Draw the two from behind, hand in hand, looking at the mountains."""
    pen = Pen(330, 420)
    pen.limb([(112, 262), (108, 392)], 38, TROUSERS)
    pen.limb([(148, 262), (152, 392)], 38, "#3C4054")
    pen.shape([(70, 112), (190, 112), (184, 284), (76, 284)], SHIRT, 2)
    pen.limb([(84, 140), (70, 204), (80, 258)], 28, SHIRT_SHADE)
    pen.limb([(178, 140), (196, 204), (212, 254)], 28, SHIRT_SHADE)
    pen.box(114, 84, 32, 36, SKIN_SHADE, 10)
    pen.disc(130, 62, 40, HAIR)
    pen.limb([(246, 342), (245, 394)], 16, SKIN_SHADE)
    pen.limb([(272, 342), (273, 394)], 16, SKIN_SHADE)
    dress(pen, 260, 214, 1.0)
    pen.limb([(236, 234), (222, 256), (214, 262)], 15, SKIN)
    pen.disc(213, 260, 12, SKIN)
    pen.limb([(284, 234), (302, 270), (304, 304)], 15, SKIN)
    pen.box(248, 196, 24, 24, SKIN_SHADE, 8)
    pen.disc(260, 172, 35, HAIR)
    for side in (-1, 1):
        pen.limb([(260 + side * 26, 186), (260 + side * 34, 226)], 14, HAIR)
        pen.disc(260 + side * 30, 198, 7, RIBBON)
    return pen.finish()


def hanging_dress() -> Image.Image:
    """Draw the dress on its two pegs."""
    pen = Pen(330, 380)
    dress(pen, 165, 24, 2.2)
    for side in (-1, 1):
        pen.box(165 + side * 48 - 5, 2, 10, 34, WOOD, 4)
    return pen.finish()


def hanging_shirt() -> Image.Image:
    """Draw the father's shirt beside it."""
    pen = Pen(300, 320)
    pen.shape(
        [
            (80, 20),
            (220, 20),
            (292, 110),
            (244, 142),
            (214, 104),
            (218, 270),
            (218, 306),
            (190, 306),
            (110, 306),
            (82, 306),
            (82, 270),
            (86, 104),
            (56, 142),
            (8, 110),
        ],
        SHIRT,
        1,
    )
    pen.shape([(126, 20), (174, 20), (150, 54)], SHIRT_SHADE, 1)
    for x in (98, 202):
        pen.box(x - 5, 2, 10, 34, WOOD, 4)
    return pen.finish()
