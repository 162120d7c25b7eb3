"""What a counter shows is read from its pixels, figure by figure, and compared with the record."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

import numpy as np
import pytest

from assetkit.campaign.brands import BRANDS
from assetkit.campaign.records import Campaign, Statistic
from assetkit.cards.kinds import KINDS, OVERLAY_KINDS
from assetkit.cards.layout import Counter
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size
from assetkit.render.painting import CardPainter
from support.campaigns import card, statistic
from support.digits import Ink, Type, read_number
from support.figures import FIGURE_CAMPAIGN

RATES = (Fraction(24000, 1001), Fraction(25), Fraction(30000, 1001), Fraction(30), Fraction(50), Fraction(60))
LENGTHS = (Fraction(5, 2), None, Fraction(7))  # seconds; None: as long as it needs
WORDS = dict.fromkeys(("kk", "ru", "en"), "x")
PLACES = {"9:16": (Size(360, 640), Box(40, 96, 220, 320)), "16:9": (Size(640, 360), Box(39, 22, 562, 316))}
# Value, decimals, unit, and which kinds show it.
RECORDS = {
    "few": (statistic(80, WORDS), ("count-up", "counter")),
    "many": (statistic(4_506_793, WORDS), ("count-up", "milestone")),
    "part": (statistic(749, WORDS, unit="%", decimals=1), ("count-up", "ring")),
    "tenth": (statistic(90, WORDS, unit="%"), ("ring", "pictogram")),
    "none": (statistic(0, WORDS), ("count-up",)),
    "less": (statistic(-1_250, WORDS), ("count-up",)),
}
SHOWN = [(name, kind) for name, (_, kinds) in RECORDS.items() for kind in kinds]


def campaign_of(record: Statistic) -> Campaign:
    """Give a campaign of white numbers on near-black, whatever colour the kind gives them."""
    brand = replace(BRANDS["dark"], name="Test", accent="#FFFFFF")
    named = replace(record, name="shown", label=WORDS)
    return replace(FIGURE_CAMPAIGN, brand=brand, statistics={"shown": named})


def set_counter(
    name: str, kind: str, rate: Fraction, seconds: Fraction | None, language: str, shape: str
) -> CardSpec:
    item, campaign = card(kind, statistic="shown"), campaign_of(RECORDS[name][0])
    frames = card_frames(item, campaign, rate) if seconds is None else int(seconds * rate)
    spec = resolve_card(item, campaign, language, *PLACES[shape], frames, rate)
    return replace(spec, clear=kind in OVERLAY_KINDS)


@lru_cache(maxsize=8)
def painter_of(spec: CardSpec, alone: bool = True) -> tuple[CardPainter, Counter]:
    """Give the painter of a card on its ground, with its number alone or all of it."""
    layout = KINDS[spec.kind].layout(spec)
    (part,) = (each for each in layout.placed if isinstance(each.what, Counter))
    assert isinstance(part.what, Counter)
    shown = replace(layout, placed=(part,)) if alone else layout
    return CardPainter(replace(spec, clear=False), shown), part.what


def ink_of(spec: CardSpec, number: int, alone: bool = True) -> Ink:
    """Paint a frame of the card, as ink from 0 to 1."""
    picture = painter_of(spec, alone)[0].frame(number).astype(float)
    ink: Ink = (picture.mean(axis=2) - 0x11) / (0xFF - 0x11)
    return ink


def read_frame(spec: CardSpec, number: int) -> str:
    ink, counter = ink_of(spec, number), painter_of(spec)[1]
    box = Box(0, 0, spec.size.width, spec.size.height)
    return read_number(ink / max(ink.max(), 0.05), box, Type(counter.font, counter.em))


def figures(record: Statistic) -> str:
    """Give the figures of a record, without how a language writes them."""
    return f"{round(abs(record.value) * 10**record.decimals):0{record.decimals + 1}d}"


def demand_record(spec: CardSpec, name: str) -> None:
    """Demand that the last moving frame, and all that stand after it, read the record's own figures."""
    record, last = RECORDS[name][0], len(spec.numbers) - 1
    for number in {last, spec.hold_from, spec.hold_until - 1}:
        read = read_frame(spec, number)
        assert "".join(filter(str.isdigit, read)) == figures(record), (number, read)
        assert "?" not in read and ("−" in read) == (record.value < 0), read
        assert ("%" in read) == (record.unit == "%"), read
    assert last <= spec.hold_from


@pytest.mark.parametrize(
    ("name", "kind"), [SHOWN[0], *(pytest.param(*each, marks=pytest.mark.slow) for each in SHOWN[1:])]
)
def test_the_last_moving_frame_reads_the_record(name: str, kind: str) -> None:
    demand_record(set_counter(name, kind, Fraction(25), None, "ru", "16:9"), name)


@pytest.mark.soak
@pytest.mark.parametrize("rate", RATES, ids=str)
@pytest.mark.parametrize(("name", "kind"), SHOWN)
def test_at_every_rate_and_length_and_in_every_language(name: str, kind: str, rate: Fraction) -> None:
    for seconds in LENGTHS:
        for language in ("kk", "ru", "en"):
            for shape in PLACES:
                spec = set_counter(name, kind, rate, seconds, language, shape)
                if spec.moves:
                    demand_record(spec, name)


@pytest.mark.parametrize(
    "rate",
    [pytest.param(rate, marks=pytest.mark.slow if rate == 25 else pytest.mark.soak) for rate in RATES],
    ids=str,
)
def test_what_is_read_grows_and_lands_once(rate: Fraction) -> None:
    spec = set_counter("many", "count-up", rate, None, "en", "16:9")
    last = len(spec.numbers) - 1
    frames = (*range(max(2, last // 3), last - 1, max(1, last // 9)), last - 1, last)
    values = [int("".join(filter(str.isdigit, read_frame(spec, number)))) for number in frames]
    assert values == sorted(values)
    assert values[-1] == 4_506_793 and max(values[:-1]) < 4_506_793


@pytest.mark.slow
def test_the_number_is_not_hidden_by_what_stands_around_it() -> None:
    for name, kind in SHOWN:
        spec = set_counter(name, kind, Fraction(25), None, "kk", "9:16")
        alone, whole = (ink_of(spec, spec.hold_from, alone) for alone in (True, False))
        inked = alone > 0.1
        assert np.abs(whole - alone)[inked].max() < 0.02, (name, kind)


def test_another_figure_is_read_as_what_it_is() -> None:
    spec = set_counter("many", "count-up", Fraction(25), None, "ru", "16:9")
    other = replace(spec, numbers=(*spec.numbers[:-1], "4\u00a0506\u00a0198"))
    assert read_frame(spec, spec.hold_from) == "4 506 793"
    assert read_frame(other, other.hold_from) == "4 506 198"
