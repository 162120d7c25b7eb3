from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.cards.motion import count_values
from assetkit.cards.reading import count_words, reading_seconds
from assetkit.cards.resolve import card_frames, messages, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.errors import AssetkitError
from assetkit.recipe.records import CardItem
from assetkit.timecode import Duration
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, TITLE_CARD, WORD_CARDS, ZONES, card

CARDS = [TITLE_CARD, COUNT_UP_CARD, END_CARD, *WORD_CARDS]
# Phrases are read one by one, while they come.
READ_AT_ONCE = [item for item in CARDS if item.kind != "phrases"]
RATES = [Fraction(24000, 1001), Fraction(25), Fraction(50)]


def resolve(item: CardItem, language: str, shape: str = "9:16", rate: Fraction = Fraction(25)) -> CardSpec:
    size, zone = ZONES[shape]
    return resolve_card(item, CAMPAIGN, language, size, zone, card_frames(item, CAMPAIGN, rate), rate)


@pytest.mark.parametrize("shape", ZONES)
@pytest.mark.parametrize("item", CARDS, ids=lambda item: item.kind)
def test_type_sizes_agree_between_languages(item: CardItem, shape: str) -> None:
    specs = [resolve(item, language, shape) for language in CAMPAIGN.languages]
    assert len({spec.type_sizes for spec in specs}) == 1
    assert len({(spec.frames, spec.hold_from, spec.hold_until) for spec in specs}) == 1


def test_line_counts_agree_where_that_reads_well() -> None:
    counts = {len(resolve(COUNT_UP_CARD, lang).text("wording").split("\n")) for lang in CAMPAIGN.languages}
    assert len(counts) == 1 and counts != {1}


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("item", READ_AT_ONCE, ids=lambda item: item.kind)
def test_an_open_length_lets_the_slowest_language_be_read(item: CardItem, rate: Fraction) -> None:
    spec = resolve(item, "en", rate=rate)
    for texts in messages(item, CAMPAIGN).values():
        assert (spec.hold_until - spec.hold_from) / rate >= max(
            Fraction(3, 2), Fraction(3, 10) * count_words(texts)
        )


def test_an_open_length_is_solved_over_declared_languages() -> None:
    alone = replace(CAMPAIGN, languages=("en",))
    longer = card_frames(TITLE_CARD, CAMPAIGN, Fraction(25))
    assert card_frames(TITLE_CARD, alone, Fraction(25)) >= longer - 60
    assert card_frames(replace(TITLE_CARD, length=Duration(frames=99)), CAMPAIGN, Fraction(25)) == 99


def test_the_source_line_is_not_part_of_the_message() -> None:
    assert messages(COUNT_UP_CARD, CAMPAIGN)["en"] == (
        "Not less than",
        "80",
        "women die from domestic violence in Kazakhstan each year",
    )
    assert reading_seconds(messages(COUNT_UP_CARD, CAMPAIGN)["en"]) == Fraction(39, 10)


@pytest.mark.parametrize("rate", RATES)
def test_the_last_number_is_the_value_as_the_language_writes_it(rate: Fraction) -> None:
    reach = card("count-up", statistic="reach")
    assert resolve(reach, "ru", "16:9", rate=rate).numbers[-1] == "15\u00a0000\u00a0000"
    assert resolve(reach, "en", "16:9", rate=rate).numbers[-1] == "15,000,000"
    at_home = card("count-up", statistic="at-home")
    assert [resolve(at_home, lang).numbers[-1] for lang in ("kk", "ru", "en")] == ["90%", "90\u00a0%", "90%"]
    spec = resolve(reach, "en", "16:9", rate=rate)
    assert spec.hold_from >= len(spec.numbers) - 1
    assert len(spec.numbers) == len(count_values(Fraction(15_000_000), 0, len(spec.numbers)))


def test_a_source_that_is_not_primary_is_said_to_be_so() -> None:
    text = resolve(COUNT_UP_CARD, "en", "16:9").text("source")
    assert text == "Source: campaign deck 2022–23 (primary source not found)"


def test_a_card_too_short_for_its_motion_stands_from_its_first_frame() -> None:
    size, zone = ZONES["1:1"]
    spec = resolve_card(COUNT_UP_CARD, CAMPAIGN, "en", size, zone, 20, Fraction(25))
    assert (spec.hold_from, spec.hold_until, spec.numbers) == (0, 20, ())


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(AssetkitError, match="no kind of card 'pie'"):
        resolve(card("pie"), "en")
