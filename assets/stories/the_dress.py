"""The Dress: a father alone with his daughter learns to sew, so that she can dance in a dress he made."""

from __future__ import annotations

from drawing.animatic import Film, Layer, Shot
from drawing.people import (
    embracing_pair,
    father_from_behind,
    hanging_dress,
    hanging_shirt,
    seated_child,
    sewing_father,
    sewing_hand,
    standing_child,
    standing_father,
)
from drawing.places import (
    cloud,
    doorway,
    hill,
    kitchen,
    lamplit_room,
    meadow,
    table,
    valley,
    window_corner,
    yard,
)

THE_DRESS = Film(
    "the-dress",
    (
        Shot("home", 3, valley, (Layer(cloud, (640, 90), (14, 0)), Layer(cloud, (60, 150), (9, 0)))),
        Shot("embrace", 6, doorway, (Layer(embracing_pair, (270, 226), (4, 0), sway=7, period=5),)),
        Shot(
            "line",
            5,
            yard,
            (
                Layer(cloud, (500, 70), (12, 0)),
                Layer(hanging_shirt, (640, 186), sway=26, period=3.4, hung=True, phase=1.2),
                Layer(hanging_dress, (230, 178), sway=38, period=2.9, hung=True),
            ),
        ),
        Shot(
            "sewing",
            6,
            lamplit_room,
            (
                Layer(sewing_father, (640, 166), sway=4, period=5),
                Layer(sewing_hand, (836, 300), bob=26, period=2.4),
                Layer(table, (380, 552)),
            ),
        ),
        Shot(
            "kitchen",
            6,
            kitchen,
            (
                Layer(standing_father, (470, 196), (6, 0), sway=5, period=4.5),
                Layer(seated_child, (690, 270), sway=5, period=3.6),
                Layer(table, (340, 552)),
            ),
        ),
        Shot("window", 5, window_corner, (Layer(standing_child, (600, 320), (16, 0), sway=6, period=2.4),)),
        Shot(
            "walk",
            5,
            meadow,
            (
                Layer(cloud, (760, 110), (10, 0)),
                Layer(standing_father, (250, 232), (64, 0), bob=5, sway=4, period=0.9),
                Layer(standing_child, (392, 386), (64, 0), bob=5, sway=5, period=0.7),
            ),
        ),
        Shot(
            "hill",
            4,
            hill,
            (Layer(cloud, (120, 120), (12, 0)), Layer(father_from_behind, (700, 236), sway=5, period=4)),
        ),
    ),
)
