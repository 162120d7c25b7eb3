"""A sample of each kind: the campaign's own where it has one, else made up, and never what is not allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assetkit.campaign.records import Campaign
from assetkit.cards.checking import check_card
from assetkit.cards.kinds import KINDS
from assetkit.cards.resolve import card_frames
from assetkit.engine.card_examples import example_card
from assetkit.engine.card_notes import fields_of, note_of
from assetkit.engine.card_samples import CardSample, find_sample_card, try_words
from support.campaigns import CAMPAIGN, ZONES
from support.figures import FIGURE_CAMPAIGN
from support.people import QUOTES

BARE = replace(CAMPAIGN, statistics={}, quotes={}, partners={}, helplines={})
NAMED = {name: each for name, each in QUOTES.items() if not each.anonymous}


@pytest.mark.parametrize("kind", KINDS)
def test_a_made_up_card_of_each_kind_is_whole_in_each_language(kind: str) -> None:
    item, campaign = example_card(kind, BARE)
    for shape, (size, zone) in ZONES.items():
        frames = card_frames(item, campaign, campaign.rate)
        assert check_card(item, campaign, size, zone, shape, frames, campaign.rate) == []
    said = [KINDS[kind].words(item, campaign, language) for language in campaign.languages]
    filled = [{field for field, text in words.items() if text} for words in said]
    assert set(KINDS[kind].message) & filled[0] and all(each == filled[0] for each in filled)


@pytest.mark.parametrize("kind", KINDS)
def test_a_campaign_with_records_shows_its_own(kind: str) -> None:
    sample = find_sample_card(kind, FIGURE_CAMPAIGN, (), ("tiktok",))
    own = {"count-up", "ring", "pictogram", "bars", "timeline", "partners", "end", "title", "quote"}
    own |= {"counter", "logo", "label"}
    assert sample.is_made_up == (kind not in own or (kind == "quote" and not FIGURE_CAMPAIGN.quotes))


def test_what_a_campaign_lacks_is_made_up_and_says_so() -> None:
    sample = find_sample_card("ring", BARE, (), ("tiktok",))
    assert sample.is_made_up
    assert "made up" in KINDS["ring"].words(sample.item, sample.campaign, "en")["wording"]


def test_a_statistic_that_is_shown_already_gives_way() -> None:
    first = find_sample_card("count-up", FIGURE_CAMPAIGN, (), ())
    other = find_sample_card("count-up", FIGURE_CAMPAIGN, (), (), first.item.statistics)
    assert first.item.statistic != other.item.statistic


def test_a_named_quote_without_consent_is_never_a_sample() -> None:
    assert NAMED and all(each.consent is None for each in NAMED.values())
    sample = find_sample_card("quote", replace(BARE, quotes=NAMED), (), ("tiktok",))
    shown = KINDS["quote"].words(sample.item, sample.campaign, "en")
    assert sample.is_made_up and not {each.text["en"] for each in NAMED.values()} & set(shown.values())


def test_own_words_are_put_into_the_languages_that_are_chosen() -> None:
    sample = try_words(find_sample_card("ring", FIGURE_CAMPAIGN, (), ()), "wording", "of all", ["en"])
    en, kk = (KINDS["ring"].words(sample.item, sample.campaign, language) for language in ("en", "kk"))
    assert en["wording"] == "of all" and kk["wording"] != "of all"
    assert sample.is_made_up and "made up" in en["source"], "no source has said it"


def test_nobody_is_given_words_that_are_not_theirs() -> None:
    campaign: Campaign = replace(BARE, quotes={name: each for name, each in QUOTES.items() if each.anonymous})
    sample = find_sample_card("quote", campaign, (), ())
    tried = try_words(sample, "text", "Something else", ["en"])
    words = KINDS["quote"].words(tried.item, tried.campaign, "en")
    assert not sample.is_made_up and tried.is_made_up
    assert "Something else" in words["text"] and "made up" in words["source"]


def test_every_kind_has_a_note_and_all_words_of_it_can_be_tried() -> None:
    for kind in KINDS:
        note = note_of(kind, CAMPAIGN)
        assert note.written and note.words
        sample = CardSample(*example_card(kind, BARE))
        for field in note.words:
            tried = try_words(sample, field, "Tried", ["en"])
            words = KINDS[kind].words(tried.item, tried.campaign, "en")
            assert any("Tried" in text for text in words.values())
    assert "name-1 … name-12" in fields_of("partners", CAMPAIGN)
