"""Do Not Forget Your Way Home: a daughter comes through the snow with her child, and the door is open."""

from __future__ import annotations

from functools import partial

from drawing.animatic import Film, Layer, Shot
from drawing.figures import (
    STEPS,
    Look,
    child,
    embracing,
    from_behind,
    seated,
    seated_child,
    standing,
    walking,
)
from drawing.heads import GREY_HAIR, Hair
from drawing.places import cloud
from drawing.supper import laid_table, steam
from drawing.winter import carpet_of_snow, frosted_window, night_yard, snowy_path, snowy_valley, warm_room

DAUGHTER = Look(
    "#7A808E",
    "#646A78",
    "#5B3F55",
    "#4C3447",
    Hair(scarf="#C8433A", scarf_shade="#A9362F"),
    skirt=True,
    bag=True,
)
HOME_DAUGHTER = Look("#B56A5A", "#9C584A", "#5B3F55", "#4C3447", Hair(long=True))
FATHER = Look("#6B5A48", "#584A3B", "#34384A", "#3C4054", Hair(GREY_HAIR, moustache=True), coat=True)
MOTHER = Look(
    "#4F6B57", "#415A49", "#7C3B36", "#6A322E", Hair(scarf="#F0E2C8", scarf_shade="#D8C5A6"), skirt=True
)
CHILD = Look("#3E4F7A", "#334267", "#2E3A52", "#283348", Hair())

_WALK = tuple(partial(walking, DAUGHTER, step) for step in range(STEPS))
_CHILD_WALK = tuple(partial(child, CHILD, step, 1, True) for step in range(STEPS))
_FATHER_WALK = tuple(partial(walking, FATHER, step) for step in range(STEPS))


def _stroll(cycle: tuple[partial, ...], at: tuple[float, float], speed: float, stride: float) -> Layer:  # type: ignore[type-arg]
    return Layer(cycle[0], at, (speed, 0), bob=4, period=stride, cycle=cycle, stride=stride)


WAY_HOME = Film(
    "do-not-forget-your-way-home",
    (
        Shot("valley", 6, snowy_valley, (Layer(cloud, (160, 100), (10, 0)),), snow=60),
        Shot(
            "path",
            7,
            snowy_path,
            (_stroll(_CHILD_WALK, (350, 392), 44, 0.8), _stroll(_WALK, (160, 216), 44, 1.1)),
            snow=50,
        ),
        Shot(
            "window", 6, frosted_window, (Layer(partial(from_behind, FATHER), (640, 214), sway=6, period=5),)
        ),
        Shot(
            "yard",
            7,
            night_yard,
            (
                Layer(partial(standing, FATHER, 1, 0.5), (330, 232), sway=4, period=4),
                Layer(partial(child, CHILD, 0, -1), (625, 388), (-14, 0), sway=4, period=1.4),
                Layer(partial(standing, DAUGHTER, -1, 0.2), (610, 214), (-14, 0), sway=4, period=2),
            ),
            snow=60,
        ),
        Shot(
            "embrace",
            6,
            night_yard,
            (
                Layer(partial(embracing, FATHER, DAUGHTER), (440, 216), sway=5, period=5),
                Layer(partial(child, CHILD, 0, -1), (740, 384), sway=4, period=2),
            ),
            snow=60,
        ),
        Shot(
            "table",
            8,
            warm_room,
            (
                Layer(partial(seated, MOTHER, 1), (390, 214), sway=5, period=4.4),
                Layer(partial(seated_child, CHILD, 1, "bowl"), (600, 290), sway=5, period=3),
                Layer(partial(seated, HOME_DAUGHTER, -1, "bowl"), (770, 214), sway=5, period=5),
                Layer(laid_table, (300, 440)),
                Layer(steam, (1140, 270), bob=8, sway=10, period=3),
            ),
        ),
        Shot(
            "morning",
            7,
            carpet_of_snow,
            (_stroll(_CHILD_WALK, (760, 402), 22, 0.9), _stroll(_FATHER_WALK, (580, 226), 22, 1.3)),
            snow=24,
        ),
    ),
)
