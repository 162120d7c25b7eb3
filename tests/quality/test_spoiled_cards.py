"""Words of cards, overlays, and silence that was not asked for: found by code that did not make them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from assetkit.delivery.drawn import standing_lines
from assetkit.geometry import Box
from assetkit.platforms.records import Platform
from assetkit.quality.control import Asked, Control, control
from assetkit.quality.hearing import listen
from assetkit.quality.letters import is_seen
from assetkit.quality.shown import Shown
from assetkit.quality.stretches import recall_stretches
from assetkit.quality.thresholds import threshold
from assetkit.quality.wording import check_places
from assetkit.render.cards import card_clip, clear_frame_at, frame_at
from assetkit.timecode import FrameRange
from support.campaigns import ZONES
from support.card_boxes import CARDS
from support.finished import AMPLITUDE
from support.spoiled import small_platform
from support.spoiled_cards import (
    CARD,
    EXPECTED,
    SIZE,
    ZONE,
    CardFile,
    make_card_file,
    shown_of,
    spec_of,
)

pytestmark = pytest.mark.slow

HALF = f"{AMPLITUDE}*sin(2*PI*997*t)*lt(t,1.2)"
LATE = FrameRange(30, 75)


def platform() -> Platform:
    made = small_platform()
    layout = replace(made.layout, size=SIZE, captions=ZONE, cards=ZONE, covered=(Box(0, 420, 360, 220),))
    return replace(made, format=replace(made.format, size=SIZE), layout=layout)


ASKED = Asked(platform(), EXPECTED, shown_of("kk"), {"ru": shown_of("ru"), "en": shown_of("en")})


def errors(result: Control) -> list[tuple[str, str]]:
    return [(check.code, check.measured) for check in result.checks if check.failed]


def test_a_clean_file_with_a_card_and_an_overlay_passes(tmp_path: Path) -> None:
    clean = make_card_file(tmp_path / "clean.mp4", CardFile())
    result = control(clean, ASKED)
    assert [check for check in result.checks if check.found] == []
    (seen,) = [check for check in result.checks if check.code == "AK910"]
    judged = [line for line in ASKED.shown.drawn if line.em >= threshold("drawn")["smallest"]]
    assert seen.measured == f"{len(judged)} of {len(ASKED.shown.drawn)} lines" and len(judged) >= 9


@pytest.mark.parametrize(
    ("made", "code", "said"),
    [
        (CardFile(wordless=True), "AK910", "not seen"),
        pytest.param(CardFile(card="ru"), "AK911", "the words in ru: ", marks=pytest.mark.soak),
        (CardFile(over=""), "AK910", "not seen"),
        pytest.param(
            CardFile(over="en"), "AK911", "the words in en: 'Aigerim Example", marks=pytest.mark.soak
        ),
    ],
    ids=[
        "a card without words",
        "a card in another language",
        "no overlay",
        "an overlay in another language",
    ],
)
def test_words_that_are_not_there_are_told_once_for_each_card(
    made: CardFile, code: str, said: str, tmp_path: Path
) -> None:
    path = make_card_file(tmp_path / "file.mp4", made)
    ((found, measured),) = errors(control(path, ASKED))
    assert found == code and measured.startswith(said)


def test_a_card_whose_ground_is_bright_may_not_be_black(tmp_path: Path) -> None:
    made = CardFile(late="drawbox=c=black:t=fill:enable='gte(n,40)'")
    path = make_card_file(tmp_path / "file.mp4", made)
    (film, card) = ASKED.shown.stretches
    bright = replace(ASKED.shown, stretches=(film, replace(card, ground="#F0F0F0")))
    assert {code for code, _ in errors(control(path, replace(ASKED, shown=bright)))} == {"AK900", "AK910"}
    dark = recall_stretches(
        {"bright": [200] * 40 + [16] * 35, "changes": [9.0] * 75}, ASKED.shown, EXPECTED.rate
    )
    assert [check.code for check in dark if check.found] == []


def test_silence_is_a_fault_where_the_recipe_does_not_ask_for_it(tmp_path: Path) -> None:
    path = make_card_file(tmp_path / "file.mp4", CardFile(sound=HALF))
    shown = ASKED.shown
    assert _silent_in(path, shown)
    assert not _silent_in(path, shown_of("kk", (LATE,)))
    # Of an older post it is not known; its cards may be silent.
    assert not _silent_in(path, replace(shown, silent=None))


def _silent_in(path: Path, shown: Shown) -> bool:
    return any(check.code == "AK904" and check.failed for check in listen(path, shown, EXPECTED.rate))


def test_a_line_of_a_card_in_a_covered_zone_is_told() -> None:
    shown = shown_of("kk")
    line = shown.drawn[-1]
    (found, *_) = check_places(shown, [Box(0, line.box.bottom - 2, 360, 20)], Fraction(25))
    assert found.failed and line.text in found.measured and found.stop == float(CARD.stop / 25)


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        pytest.param(kind, shape, marks=() if (kind, shape) == ("title", "4:5") else pytest.mark.soak)
        for kind in CARDS
        for shape in ZONES
    ],
)
def test_lines_of_every_kind_are_seen_and_those_of_other_languages_are_not(kind: str, shape: str) -> None:
    size, zone = ZONES[shape]
    specs = {each: spec_of(CARDS[kind], each, size=size, zone=zone) for each in ("kk", "ru", "en")}
    luma = {each: _luma(spec) for each, spec in specs.items()}
    lines = {each: [line.drawn for line in standing_lines(spec)] for each, spec in specs.items()}
    for language, drawn in lines.items():
        assert all(is_seen(luma[language], line) for line in drawn), (kind, language)
        own = {line.text for line in drawn}
        foreign = [line for other in lines.values() for line in other if line.text not in own]
        assert [line.text for line in foreign if len(line.text) > 3 and is_seen(luma[language], line)] == []


def _luma(spec) -> np.ndarray:  # type: ignore[no-untyped-def]
    if spec.clear or spec.kind in ("lower-third", "counter", "logo", "label"):
        clear = clear_frame_at(card_clip(replace(spec, clear=True)), 50, spec.rate).astype(np.float32)
        alpha = clear[..., 3:] / 255
        picture = clear[..., :3] * alpha + 90 * (1 - alpha)
    else:
        picture = frame_at(card_clip(spec), 50, spec.rate).astype(np.float32)
    luma = 16 + picture @ np.array([0.2126, 0.7152, 0.0722], np.float32) * (219 / 255)
    return luma.round().astype(np.uint8)
