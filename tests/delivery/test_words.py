"""What lies beside a video as words: files, descriptions, drafts, and what carries a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assetkit.cards.kinds import KINDS
from assetkit.delivery.card_words import DRAWN, words_on_card
from assetkit.delivery.carriers import find_carriers
from assetkit.delivery.publish import draft_reasons
from assetkit.delivery.words import Words
from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.geometry import Size
from assetkit.plan.build import Deliverable
from assetkit.recipe.post_records import PostItem
from support.campaigns import CAMPAIGN, HERE
from support.worded import write_worded

pytestmark = pytest.mark.slow
CARDS = """\
assetkit: 1
title: {en: Facts, ru: Факты, kk: Деректер}
cuts:
  facts:
    sequence: [{card: title, title: {en: “One”, ru: «Один», kk: «Бір»}}, {statistic: share}, {end: helpline}]
    platforms: [tiktok, instagram-story]
    post: POST
"""


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    root = tmp_path_factory.mktemp("worded") / "ws"
    texts = "{en: '{statistic:deaths-per-year.number}', ru: Слова, kk: Сөз}"
    write_worded(root, f"{{copy: {{text: {texts}}}}}", "", CARDS)
    return plan_batch(root, Selection(), keyed=False)


def pick(batch: Batch, platform: str, language: str) -> Deliverable:
    """Give one post."""
    return next(
        item for item in batch.deliverables if (item.platform.name, item.language) == (platform, language)
    )


def test_cards_are_described_by_what_they_say(batch: Batch) -> None:
    assert batch.workspace
    words = Words(batch.workspace.campaign)
    english, russian = pick(batch, "tiktok", "en"), pick(batch, "tiktok", "ru")
    assert words.alt(english) == ("“One”.\n33.3% of women. Source: campaign deck.\nHeForShe. Helpline: 150.")
    assert words.alt(russian).splitlines()[1] == "33,3\u00a0% женщин. Источник: презентация."
    assert words.names(english) == ("copy.txt", "alt.txt")
    assert words.identity(english) != words.identity(russian)


def test_a_platform_without_words_has_none_beside_it(batch: Batch) -> None:
    assert batch.workspace
    words, item = Words(batch.workspace.campaign), pick(batch, "instagram-story", "en")
    assert words.names(item) == () and words.described(item) is None
    assert [file.name for file in words.enclose(item)] == []


def test_a_number_in_copy_makes_a_draft_of_its_post_alone(batch: Batch) -> None:
    assert batch.workspace
    campaign = batch.workspace.campaign
    reasons = {
        (item.platform.name, item.language): draft_reasons(item, campaign) for item in batch.deliverables
    }
    said = "AK424: the statistic deaths-per-year has not been reviewed"
    assert said in reasons["tiktok", "en"]
    assert said not in reasons["tiktok", "ru"] + reasons["instagram-story", "en"]
    assert "AK810: the copy has not been reviewed" in reasons["tiktok", "ru"]
    assert not any(reason.startswith("AK810") for reason in reasons["instagram-story", "en"])


def test_a_description_alone_is_words_that_somebody_has_to_read(batch: Batch) -> None:
    assert batch.workspace
    item = pick(batch, "instagram-story", "ru")
    said = "AK404: the texts in ru have not been reviewed by a native reader"
    silent = replace(item, cut=replace(item.cut, sequence=(), post=PostItem()))
    assert said not in draft_reasons(silent, batch.workspace.campaign)
    told = replace(silent, cut=replace(silent.cut, post=PostItem(alt={"ru": "Дом"})))
    assert said in draft_reasons(told, batch.workspace.campaign)


def test_statistics_know_the_copy_that_says_them(batch: Batch) -> None:
    assert batch.workspace
    workspace = batch.workspace
    found = find_carriers(workspace.campaign, workspace.recipes.values(), batch.deliverables)
    assert list(found["deaths-per-year"].copies) == ["facts/facts: copy of the post"]


def test_every_drawing_is_known_to_be_one() -> None:
    campaign = CAMPAIGN
    drawn = {
        role.field for kind in KINDS.values() for role in kind.roles(campaign, Size(1080, 1920)) if role.draws
    }
    assert drawn == DRAWN


def test_no_words_are_no_sentence() -> None:
    from assetkit.recipe.records import CardItem

    card = CardItem("own", None, {"line": {"en": " words "}, "other": {"en": " "}}, None, None, HERE)
    assert words_on_card(card, CAMPAIGN, "en") == "Words."
