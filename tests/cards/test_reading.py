"""How long cards stand to be read, by both rules."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.cards.book import CardBook
from assetkit.cards.checking import check_card
from assetkit.cards.clearcast import clearcast_frames
from assetkit.cards.reading import clearcast_seconds, load_reading_rules, reading_seconds
from assetkit.cards.resolve import card_frames, readings
from assetkit.diagnostics import Severity
from assetkit.timecode import Duration
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, PHRASES_CARD, TITLE_CARD, ZONES

RATE = Fraction(25)
BROADCAST = replace(CAMPAIGN, reading="clearcast")
SIZE, ZONE = ZONES["9:16"]


@pytest.mark.parametrize(
    ("words", "house", "clearcast"),
    [(0, "1.5", "0"), (3, "1.5", "2.6"), (9, "2.7", "3.8"), (10, "3", "5"), (20, "6", "7")],
)
def test_seconds_by_both_rules(words: int, house: str, clearcast: str) -> None:
    texts = ["word " * words]
    assert reading_seconds(texts) == Fraction(house)
    assert clearcast_seconds(texts) == Fraction(clearcast)


def test_rules_are_dated_data() -> None:
    for rule in load_reading_rules().values():
        assert rule["source"]
        assert rule["as_of"]
        assert rule["strength"] in ("error", "note")


def test_clearcast_counts_the_source_line_too() -> None:
    with_source = clearcast_frames(COUNT_UP_CARD, CAMPAIGN, RATE)["en"]
    name = COUNT_UP_CARD.statistic or ""
    bare = replace(CAMPAIGN.statistics[name], source={}, primary=True)
    without = clearcast_frames(COUNT_UP_CARD, replace(CAMPAIGN, statistics={name: bare}), RATE)["en"]
    assert with_source > without


@pytest.mark.parametrize("item", [TITLE_CARD, COUNT_UP_CARD, PHRASES_CARD], ids=lambda item: item.kind)
def test_a_campaign_for_broadcast_gives_its_cards_more_time(item: object) -> None:
    assert isinstance(item, type(TITLE_CARD))
    house, broadcast = (readings(item, campaign, RATE) for campaign in (CAMPAIGN, BROADCAST))
    assert all(broadcast[language] >= house[language] for language in house)
    assert card_frames(item, BROADCAST, RATE) >= card_frames(item, CAMPAIGN, RATE)
    frames = card_frames(item, BROADCAST, RATE)
    codes = {each.code for each in check_card(item, BROADCAST, SIZE, ZONE, "9:16", frames, RATE)}
    assert "AK423" not in codes


def test_a_card_too_short_for_broadcast_is_an_error_there_and_a_note_elsewhere() -> None:
    frames = card_frames(COUNT_UP_CARD, CAMPAIGN, RATE)
    short = replace(COUNT_UP_CARD, length=Duration(frames=frames))
    for campaign, code in ((BROADCAST, "AK423"), (CAMPAIGN, "AK619")):
        book = CardBook(campaign)
        found = [*book.check(short, SIZE, ZONE, frames, RATE), *book.check_reading()]
        (told,) = [each for each in found if each.code in ("AK423", "AK619")]
        assert told.code == code
        assert told.severity is (Severity.ERROR if code == "AK423" else Severity.NOTE)


def test_many_short_cards_are_one_note() -> None:
    book = CardBook(CAMPAIGN)
    for number, item in enumerate((COUNT_UP_CARD, TITLE_CARD)):
        frames = card_frames(item, CAMPAIGN, RATE)
        place = replace(item.place, line=number + 1)
        book.check(replace(item, place=place, length=Duration(frames=frames)), SIZE, ZONE, frames, RATE)
        book.check(replace(item, place=replace(place, line=9)), SIZE, ZONE, frames, RATE)  # `for: auto`
    (note,) = book.check_reading()
    assert note.message.endswith("as does another one")
