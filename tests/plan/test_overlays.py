"""Cards over the picture in a plan: when and where they lie, what they may not cover, and what they share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assetkit.cards.kinds import OWN_KINDS
from assetkit.diagnostics import Diagnostic
from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.plan.build import Deliverable
from assetkit.plan.sources import OverlaySource
from assetkit.timecode import Duration
from assetkit.tool.masters import write_lock
from support.scenes import facts
from support.workspaces import write_workspace

RECIPE = """\
assetkit: 1
film: the-dress
title: {en: The Dress, ru: Платье, kk: Көйлек}
master: films/the-dress.mp4
colour: bt709
subtitles: {kk: subtitles/the-dress.kk.srt, ru: subtitles/the-dress.ru.srt, en: subtitles/the-dress.en.srt}
cuts:
  one:
    sequence:
      - clip: 00:00:00:00 - 00:00:05:00
      - clip: 00:00:06:00 - 00:00:09:00
      - statistic: deaths-per-year
        as: count-up
    over:
      - logo: brand
      - lower-third: {en: A. Example, ru: А. Пример, kk: А. Мысал}
        role: {en: doctor, ru: врач, kk: дәрігер}
        at: 12f
        except: [youtube]
      - label: paid-partnership
        for: 4s
    platforms: [tiktok, youtube]
"""
NAME, LABEL = "16:9", "20:9"
WORDS = {"kk": "Үйге", "ru": "Домой", "en": "Home"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_workspace(tmp_path, {"the-dress.yaml": RECIPE})
    write_lock(tmp_path, facts("the-dress"))
    for language, words in WORDS.items():
        cues = f"1\n00:00:01,000 --> 00:00:02,500\n{words}\n"
        (tmp_path / f"subtitles/the-dress.{language}.srt").write_text(cues, encoding="utf-8")
    return tmp_path


def plan(root: Path, *changes: tuple[str, str]) -> Batch:
    recipe = RECIPE
    for old, new in changes:
        assert old in recipe
        recipe = recipe.replace(old, new)
    (root / "recipes" / "the-dress.yaml").write_text(recipe, encoding="utf-8")
    return plan_batch(root, Selection())


def told(batch: Batch) -> list[Diagnostic]:
    return [each for each in batch.findings.items if "AK640" <= each.code <= "AK659"]


def lying(item: Deliverable, kind: str) -> Iterator[tuple[int, OverlaySource]]:
    """Give the frames of a cut at which stretches of an overlay begin, with these."""
    at = 0
    for span in item.file.spans:
        yield from ((at + each.first, each) for each in span.overlays if each.spec.kind == kind)
        at += span.frames


def item_of(batch: Batch, platform: str, language: str) -> Deliverable:
    return next(
        each for each in batch.deliverables if (each.platform.name, each.language) == (platform, language)
    )


def test_they_lie_where_and_when_the_recipe_says(root: Path) -> None:
    batch = plan(root)
    assert not told(batch) and not batch.findings.has_errors
    for item in batch.deliverables:
        names = list(lying(item, "lower-third"))
        assert bool(names) == (item.platform.name == "tiktok")
        assert [at for at, _ in names][:1] in ([], [12])
        labels = list(lying(item, "label"))
        assert sum(each.frames for _, each in labels) == 100 and labels[0][0] == 0
        assert all(each.spec.clear for _, each in (*names, *labels))


@pytest.mark.slow
def test_a_mark_makes_room_for_cards_and_parts_no_languages(root: Path) -> None:
    batch = plan(root)
    for platform in ("tiktok", "youtube"):
        marks = [list(lying(item_of(batch, platform, each), "logo")) for each in WORDS]
        assert marks[0] == marks[1] == marks[2]
        assert sum(each.frames for _, each in marks[0]) == 200, "the clips, and not the card"
    keys = [_bare_marks(item_of(batch, "youtube", each)) for each in WORDS]
    assert keys[0] and keys[0] == keys[1] == keys[2]


def _bare_marks(item: Deliverable) -> set[str]:
    """Give the keys of spans over which nothing but the mark lies."""
    spans = (span for span in item.file.spans if not span.events)
    return {span.key for span in spans if [each.spec.kind for each in span.overlays] == ["logo"]}


@pytest.mark.slow
def test_one_in_a_lower_corner_stands_above_the_captions_that_are_burnt_in(root: Path) -> None:
    batch = plan(root)
    item = item_of(batch, "tiktok", "kk")
    (caption,) = item.placed
    spec = next(lying(item, "lower-third"))[1].spec
    assert spec.zone.bottom < caption.layout.box.y
    unburnt = plan(root, ("    platforms:", "    captions: {burn: false}\n    platforms:"))
    layout = item.platform.layout
    assert next(lying(item_of(unburnt, "tiktok", "kk"), "lower-third"))[1].spec.zone == layout.cards


def test_what_covers_a_caption_or_another_card_is_told_once_with_its_way_out(root: Path) -> None:
    top = ("    platforms:", "    captions: {place: top}\n    platforms:")
    found = told(plan(root, top))
    assert [(each.code, str(each.place).partition(":")[2]) for each in found] == [("AK645", LABEL)]
    assert all("`where: bottom-" in each.remedy for each in found)
    found = told(plan(root, ("at: 12f", "at: 12f\n        where: top-left")))
    (both,) = found
    assert (both.code, str(both.place).partition(":")[2]) == ("AK646", "21:9")
    assert f"the lower third (recipes/the-dress.yaml:{NAME})" in both.message


@pytest.mark.slow
def test_what_a_mark_makes_room_for_does_not_meet_it(root: Path) -> None:
    late = ("      - label: paid-partnership\n        for: 4s", "      - counter: share\n        at: {0}")
    batch = plan(root, (late[0], late[1].replace("{0}", "8s\n        where: top-right\n        for: 3s")))
    assert "AK646" not in [each.code for each in told(batch)], "no mark stands on the card"
    batch = plan(root, (late[0], late[1].replace("{0}", "7s\n        where: top-right\n        for: 4s")))
    assert "AK646" in [each.code for each in told(batch)]


@pytest.mark.slow
def test_what_covers_the_words_of_a_card_is_an_error(root: Path) -> None:
    (found,) = told(plan(root, ("for: 4s", "for: whole")))
    assert (found.code, str(found.place)) == ("AK647", f"recipes/the-dress.yaml:{LABEL}")
    assert "the count-up card" in found.message


@pytest.mark.slow
def test_a_label_that_comes_late_or_is_gone_at_once_is_remarked(root: Path) -> None:
    (late,) = told(plan(root, ("for: 4s", "for: 4s\n        at: 1s")))
    assert (late.code, late.severity.value) == ("AK650", "warning")
    (short,) = told(plan(root, ("for: 4s", "for: 2s")))
    assert short.code == "AK650" and "2.0 s" in short.measured


@pytest.mark.slow
def test_a_platform_may_have_others(root: Path) -> None:
    other = "    for-platform: {youtube: {over: [{logo: brand}]}}\n    platforms:"
    batch = plan(root, ("    platforms:", other))
    assert not list(lying(item_of(batch, "youtube", "kk"), "label"))
    assert list(lying(item_of(batch, "youtube", "kk"), "logo"))
    assert list(lying(item_of(batch, "tiktok", "kk"), "label"))


@pytest.mark.slow
def test_a_number_over_the_picture_is_a_figure_of_the_cut(root: Path) -> None:
    counter = ("      - label: paid-partnership\n        for: 4s", "      - counter: share")
    cards = ("      - statistic: deaths-per-year\n        as: count-up\n", "")
    batch = plan(root, counter, cards)
    cut = item_of(batch, "youtube", "en").cut
    assert [name for card in cut.cards_on("youtube") for name in card.statistics] == ["share"]
    assert {card.kind for card in cut.cards_on("youtube")} == {"logo", "counter"}
    (stretch, *_) = lying(item_of(batch, "youtube", "en"), "counter")
    assert stretch[1].spec.numbers[-1] == "33.3%" and cut.overlays[0].at == Duration(frames=0)


@pytest.mark.slow
def test_a_registered_kind_may_lie_over_the_picture(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OWN_KINDS, "stripe", 1)
    own = "      - {overlay: stripe, text: {words: {en: Now, ru: Тут, kk: Осы}}, at: 1s, for: 2s}"
    batch = plan(root, ("      - label: paid-partnership\n        for: 4s", own))
    assert not batch.findings.has_errors
    stretches = list(lying(item_of(batch, "youtube", "ru"), "stripe"))
    assert stretches[0][0] == 25 and sum(each.frames for _, each in stretches) == 50
    assert all(each.spec.clear and each.spec.text("words") == "Тут" for _, each in stretches)


@pytest.mark.slow
def test_a_label_asks_for_words_in_a_language_that_has_none(root: Path) -> None:
    campaign = (root / "assetkit.yaml").read_text(encoding="utf-8")
    (root / "assetkit.yaml").write_text(
        campaign.replace("[kk, ru, en]", "[kk, ru, en, de]"), encoding="utf-8"
    )
    (found,) = [each for each in plan(root).findings.items if each.code == "AK648"]
    assert "not known in de" in found.message and "`text:`" in found.remedy
