"""Every kind of card at its most complete moment, against small pictures of it, by what an eye would see."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assetkit.render.card_stills import draw_card_still
from support.card_goldens import GOLDENS, Golden, difference, is_alike, reduce

MARKED = [
    pytest.param(
        golden,
        marks=() if number == 0 else pytest.mark.soak if golden.language == "ru" else pytest.mark.slow,
        id=golden.path.stem,
    )
    for number, golden in enumerate(GOLDENS)
]


@pytest.mark.parametrize("golden", MARKED)
def test_a_card_looks_as_it_was_recorded(golden: Golden) -> None:
    drawn, recorded = golden.draw(), golden.read()
    assert drawn.shape == recorded.shape
    assert is_alike(drawn, recorded), difference(drawn, recorded)


@pytest.mark.slow
def test_what_an_eye_would_see_is_told() -> None:
    """Another figure, a line that stands four pixels lower, and another colour are not alike."""
    golden = next(each for each in GOLDENS if (each.kind, each.language) == ("count-up", "ru"))
    spec, recorded = golden.spec, golden.read()
    number = spec.numbers[-1].replace("8", "6")
    changed = {
        "figure": replace(spec, numbers=(*spec.numbers[:-1], number)),
        "place": replace(spec, zone=replace(spec.zone, y=spec.zone.y + 4)),
        "colour": replace(spec, accent="#EC4A8C"),
        "words": replace(spec, texts=tuple((name, text.replace("о", "а", 1)) for name, text in spec.texts)),
    }
    assert all(each != spec for each in changed.values())
    told = {name: not is_alike(reduce(draw_card_still(each)), recorded) for name, each in changed.items()}
    assert all(told.values()), told
    shaken = np.clip(recorded + np.random.default_rng(1).integers(-1, 2, recorded.shape), 0, 255)
    assert is_alike(shaken.astype(np.int16), recorded)


def test_every_picture_is_of_a_card() -> None:
    assert {path.name for path in GOLDENS[0].path.parent.iterdir()} == {
        golden.path.name for golden in GOLDENS
    }
