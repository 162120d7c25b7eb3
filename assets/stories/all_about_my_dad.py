"""All About My Dad: a father carries his daughter's wish to learn, from the desk at home to her degree."""

from __future__ import annotations

from functools import partial

from drawing.animatic import Film, Layer, Shot
from drawing.figures import STEPS, Look, child, embracing, seated, standing, walking
from drawing.heads import Hair
from drawing.places import cloud, kitchen, table
from drawing.study import (
    classroom,
    desk,
    desk_lamp,
    laboratory,
    microscope,
    star_hill,
    station,
    study_room,
    suitcase,
    telescope,
    train,
    university,
)

DAD = Look("#8A6A4B", "#74583D", "#34384A", "#3C4054", Hair(moustache=True))
GIRL = Look("#D9A84F", "#BF9142", "#41506F", "#384660", Hair(ponytail=True))
PUPIL = Look("#F1EBE0", "#DCD3C3", "#41506F", "#384660", Hair(ponytail=True), skirt=True)
STUDENT = Look("#D9A84F", "#BF9142", "#5D4A66", "#4F3F58", Hair(long=True), skirt=True)
SCIENTIST = Look("#F6F6F2", "#DFE3E2", "#5D4A66", "#4F3F58", Hair(long=True))
GRADUATE = Look("#363B57", "#2B2F45", "#363B57", "#2B2F45", Hair(long=True, cap=True), coat=True, skirt=True)

_DAD_WALK = tuple(partial(walking, DAD, step) for step in range(STEPS))

ALL_ABOUT_MY_DAD = Film(
    "all-about-my-dad",
    (
        Shot(
            "desk",
            7,
            study_room,
            (
                Layer(partial(standing, DAD, -1, 0.4), (510, 168), (-5, 0), sway=4, period=4.5),
                Layer(partial(seated, GIRL, 1, "book"), (330, 198), sway=5, period=4),
                Layer(table, (160, 552)),
                Layer(desk_lamp, (210, 364)),
            ),
        ),
        Shot(
            "stars",
            7,
            star_hill,
            (
                Layer(telescope, (700, 390)),
                Layer(partial(child, GIRL), (600, 338), sway=4, period=3),
                Layer(partial(standing, DAD, 1, 0.8), (390, 178), sway=5, period=5),
            ),
        ),
        Shot(
            "school",
            6,
            classroom,
            (
                Layer(partial(standing, PUPIL, -1, 0.8), (590, 196), sway=6, period=4),
                Layer(desk, (60, 560)),
                Layer(desk, (440, 570)),
            ),
        ),
        Shot(
            "letter",
            7,
            kitchen,
            (
                Layer(partial(standing, DAD, 1, 0.35), (450, 176), (5, 0), sway=5, period=4),
                Layer(partial(seated, STUDENT, -1, "letter"), (690, 198), sway=6, period=3.4),
                Layer(table, (340, 552)),
            ),
        ),
        Shot(
            "station",
            7,
            station,
            (
                Layer(train, (560, 272)),
                Layer(suitcase, (560, 556)),
                Layer(_DAD_WALK[0], (130, 236), (26, 0), bob=4, period=1.2, cycle=_DAD_WALK, stride=1.2),
                Layer(partial(standing, STUDENT, -1, 0.25), (590, 226), sway=5, period=4),
            ),
        ),
        Shot(
            "laboratory",
            6,
            laboratory,
            (
                Layer(partial(seated, SCIENTIST, 1), (510, 198), sway=6, period=4),
                Layer(table, (300, 552)),
                Layer(microscope, (730, 364)),
            ),
        ),
        Shot(
            "degree",
            8,
            university,
            (
                Layer(cloud, (160, 110), (12, 0)),
                Layer(partial(embracing, DAD, GRADUATE), (280, 214), sway=6, period=4.5),
            ),
        ),
    ),
)
