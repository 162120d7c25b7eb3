"""The Dinner: a young wife cooks alone, until her husband helps and his mother makes a place for her."""

from __future__ import annotations

from functools import partial

from drawing.animatic import Film, Layer, Shot
from drawing.figures import Look, embracing, seated, standing
from drawing.heads import GREY_HAIR, Hair
from drawing.places import cloud, lamplit_room, table
from drawing.supper import (
    basin,
    courtyard,
    dining_room,
    evening_kitchen,
    laid_table,
    photograph,
    pot,
    sink_corner,
    steam,
)

WIFE = Look(
    "#C9785F",
    "#B0664F",
    "#4F5D7A",
    "#435069",
    Hair(scarf="#F0E2C8", scarf_shade="#D8C5A6"),
    skirt=True,
    apron="#F4E6CF",
)
GUEST_WIFE = Look("#C9785F", "#B0664F", "#4F5D7A", "#435069", Hair(long=True), skirt=True)
HUSBAND = Look("#4A7A78", "#3E6765", "#34384A", "#3C4054", Hair())
HELPING_HUSBAND = Look("#4A7A78", "#3E6765", "#34384A", "#3C4054", Hair(), apron="#F4E6CF")
MOTHER = Look(
    "#6B4A6E", "#593D5C", "#43324A", "#392A3F", Hair(scarf="#E9E4F2", scarf_shade="#CFC8DE"), skirt=True
)
FATHER = Look("#6B5A48", "#584A3B", "#34384A", "#3C4054", Hair(GREY_HAIR, moustache=True))

THE_DINNER = Film(
    "the-dinner",
    (
        Shot("house", 5, courtyard, (Layer(cloud, (200, 90), (12, 0)), Layer(cloud, (760, 130), (9, 0)))),
        Shot(
            "stove",
            7,
            evening_kitchen,
            (
                Layer(pot, (912, 300)),
                Layer(steam, (926, 170), bob=12, sway=14, period=3),
                Layer(partial(standing, WIFE, 1, 0.55), (666, 184), sway=9, period=2.6),
            ),
        ),
        Shot(
            "waiting",
            7,
            dining_room,
            (
                Layer(partial(seated, FATHER, 1, "bowl"), (190, 206), sway=4, period=5),
                Layer(partial(seated, MOTHER, 1), (420, 206), sway=4, period=4),
                Layer(partial(seated, HUSBAND, 1), (650, 206), sway=6, period=3.2),
                Layer(laid_table, (140, 440)),
            ),
        ),
        Shot(
            "basin",
            7,
            sink_corner,
            (
                Layer(partial(standing, WIFE, 1, 0.35), (200, 178), sway=5, period=3),
                Layer(partial(standing, HELPING_HUSBAND, -1, 0.4), (410, 170), sway=7, period=2.4),
                Layer(basin, (170, 420)),
            ),
        ),
        Shot(
            "photograph",
            6,
            lamplit_room,
            (
                Layer(partial(seated, MOTHER, 1), (600, 198), sway=4, period=5),
                Layer(table, (380, 552)),
                Layer(photograph, (880, 300), sway=2, period=6),
            ),
        ),
        Shot(
            "place",
            7,
            dining_room,
            (
                Layer(partial(seated, FATHER, 1, "bowl"), (140, 226), sway=4, period=5),
                Layer(partial(embracing, MOTHER, GUEST_WIFE), (640, 196), sway=6, period=4.6),
                Layer(partial(laid_table, 620), (-60, 450)),
            ),
        ),
        Shot(
            "together",
            8,
            dining_room,
            (
                Layer(partial(seated, FATHER, 1, "bowl"), (120, 206), sway=4, period=5),
                Layer(partial(seated, MOTHER, 1, "bowl"), (330, 206), sway=4, period=4),
                Layer(partial(seated, GUEST_WIFE, -1, "bowl"), (570, 206), sway=6, period=3.6),
                Layer(partial(seated, HELPING_HUSBAND, -1), (790, 206), sway=6, period=3),
                Layer(laid_table, (120, 440)),
                Layer(steam, (960, 200), bob=10, sway=12, period=3),
            ),
        ),
    ),
)
