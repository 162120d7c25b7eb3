"""A batch lays each text out once, leaves out what a platform does not get, and shares what is the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assetkit.campaign.captions import PRESETS
from assetkit.cards import book, resolve
from assetkit.diagnostics import Findings, Place
from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.geometry import Box, Size
from assetkit.plan import texts
from assetkit.plan.captions import PlacedCaption, RemedyLog
from assetkit.platforms.read import load_catalogue
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.timecode import FrameRange
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
      - clip: 00:00:00:10 - 00:00:05:00
      - clip: 00:00:06:00 - 00:00:09:00
      - statistic: deaths-per-year
        as: count-up
    over:
      - super: hook
        text: {en: Look, ru: Смотри, kk: Қара}
        at: start
        for: 2s
        except: [x]
    captions: {burn: {youtube: false}}
    platforms: [tall-1, tall-2, tall-3, tall-4, x, youtube]
"""
CUES = "1\n00:00:01,000 --> 00:00:02,500\n{0}\n\n2\n00:00:06,500 --> 00:00:08,000\n{0} {0}\n"
WORDS = {"kk": "Үйге", "ru": "Домой", "en": "Home"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    tiktok = load_catalogue().platforms["tiktok"]
    taken = f"format: {tiktok.format.name}, layout: {tiktok.layout.name}"
    rows = [f"  tall-{number}: {{title: Tall {number}, {taken}}}" for number in range(1, 5)]
    write_workspace(tmp_path, {"the-dress.yaml": RECIPE})
    (tmp_path / "platforms.yaml").write_text("\n".join(["platforms:", *rows]) + "\n", encoding="utf-8")
    write_lock(tmp_path, facts("the-dress"))
    _write_cues(tmp_path, CUES)
    return tmp_path


def _write_cues(root: Path, cues: str) -> None:
    for language, words in WORDS.items():
        path = root / "subtitles" / f"the-dress.{language}.srt"
        path.write_text(cues.replace("{0}", words), encoding="utf-8")


def _plan(root: Path, **choice: tuple[str, ...]) -> Batch:
    batch = plan_batch(root, Selection(**choice))
    assert not batch.findings.has_errors, batch.findings.items
    return batch


def _texts(batch: Batch, platform: str, language: str) -> set[str]:
    (item,) = [d for d in batch.deliverables if (d.platform.name, d.language) == (platform, language)]
    events = [event for span in item.file.spans for event in span.events]
    return {" ".join(line.text for line in event.layout.lines) for event in events}


def _count(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> Counter[object]:
    calls: Counter[object] = Counter()
    real = getattr(module, name)

    def counted(*args: Any, **named: Any) -> Any:
        calls[repr((args, named))] += 1
        return real(*args, **named)

    monkeypatch.setattr(module, name, counted)
    return calls


def test_each_text_and_card_is_laid_out_once_however_many_platforms_agree(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captions = _count(monkeypatch, texts, "lay_out_cue")
    supers = _count(monkeypatch, texts, "lay_out_super")
    cards = _count(monkeypatch, resolve, "fit_together")
    fitted = _count(monkeypatch, book, "fit_card")
    batch = _plan(root)
    assert len(batch.deliverables) == 18
    assert (
        set(captions.values()) == {1} and len(captions) == 2 * 3 * 2
    )  # two cues, three languages, two shapes
    assert set(supers.values()) == {1} and len(supers) == 3 * 2
    assert set(cards.values()) == set(fitted.values()) == {1}


def test_platforms_that_agree_get_the_same_file(root: Path) -> None:
    batch = _plan(root)
    files = {
        language: {id(item.file) for item in batch.deliverables
                   if item.language == language and item.platform.name.startswith("tall")}
        for language in WORDS
    }  # fmt: skip
    assert [len(each) for each in files.values()] == [1, 1, 1]
    assert len({item.file.key for item in batch.deliverables}) == 3 * 3


def test_footage_without_texts_is_the_same_task_in_every_language(root: Path) -> None:
    batch = _plan(root, platforms=("tall-1",))
    quiet = [
        {id(span) for span in item.file.spans if not span.events and span.tools == item.file.tools}
        for item in batch.deliverables
    ]
    assert quiet[0] and quiet[0] == quiet[1] == quiet[2]


def test_a_platform_without_captions_and_one_without_the_super(root: Path) -> None:
    batch = _plan(root)
    assert _texts(batch, "tall-1", "ru") == {"Смотри", "Домой", "Домой Домой"}
    assert _texts(batch, "x", "ru") == {"Домой", "Домой Домой"}
    assert _texts(batch, "youtube", "ru") == {"Смотри"}


def test_without_supers_there_are_none(root: Path) -> None:
    batch = plan_batch(root, Selection(), supers=False)
    assert _texts(batch, "youtube", "ru") == set()


def test_planned_alone_or_together_the_keys_are_equal(root: Path) -> None:
    together = {item.folder: item.file.key for item in _plan(root).deliverables}
    for platform in ("tall-3", "x", "youtube"):
        for language in WORDS:
            (alone,) = _plan(root, platforms=(platform,), languages=(language,)).deliverables
            assert together[alone.folder] == alone.file.key


def test_cues_that_nobody_can_read_are_told_once_with_their_places(root: Path) -> None:
    _write_cues(root, "1\n00:00:01,001 --> 00:00:01,010\n{0}\n\n2\n00:00:04,900 --> 00:00:05,800\n{0}\n")
    found = [
        item
        for item in _plan(root, languages=("ru",)).findings.items
        if item.code in ("AK406", "AK407", "AK441")
    ]
    assert [(item.code, str(item.place)) for item in found] == [
        ("AK406", "subtitles/the-dress.ru.srt:2:1"),
        ("AK441", "recipes/the-dress.yaml:10:9"),
        ("AK407", "recipes/the-dress.yaml:10:9"),
    ]
    assert "kk (subtitles/the-dress.kk.srt:6), ru" in found[1].message, "judged in all declared languages"
    assert "`clip: 00:00:00:10 - 00:00:04:23`" in found[1].remedy
    assert found[2].remedy == found[1].remedy
    assert found[2].measured == "2 of 22 frames, of 00:00:04:23 - 00:00:05:20 in the master"
    assert "(subtitles/the-dress.ru.srt:6)" in found[2].message


def test_a_text_that_does_not_fit_is_told_once(root: Path) -> None:
    _write_cues(root, CUES.replace("{0}\n\n", "{0}" * 40 + "\n\n"))
    found = plan_batch(root, Selection(languages=("en",), platforms=("tall-1", "tall-2"))).findings
    (item,) = [item for item in found.items if item.code == "AK402"]
    assert item.place is not None and item.place.line
    assert len(found.items) == len(set(found.items))


def test_a_letter_that_the_font_lacks_is_told(root: Path) -> None:
    _write_cues(root, CUES.replace("{0}\n\n", "家\n\n"))
    found = plan_batch(root, Selection(languages=("en",))).findings
    (item,) = [item for item in found.items if item.code == "AK401"]
    assert "家 (U+5BB6)" in item.message


LONG = "Қазақстанда әр күні ондаған әйел көмек сұрап қашуға мәжбүр болып отыр"
SPOKEN = "Ертең мектепте үлкен концерт болады, сондықтан көйлегің бүгін кешке дайын болуы керек, қызым."


def _write_one(root: Path, start: str, stop: str, text: str) -> None:
    _write_cues(root, f"1\n00:00:{start} --> 00:00:{stop}\n{text}\n")


def test_remedies_are_told_once_for_a_file_with_the_lines_and_platforms(root: Path) -> None:
    _write_one(root, "01,000", "03,000", LONG)
    found = _plan(root, languages=("kk",)).findings.items
    (item,) = [item for item in found if item.code == "AK445"]
    assert item.severity == "note" and str(item.place) == "subtitles/the-dress.kk.srt:2:1"
    assert item.measured == "narrow face: line 2"
    assert "tall-1, tall-2" in item.message and "youtube" not in item.message


def test_a_split_cue_is_two_events_and_the_plan_says_so(root: Path) -> None:
    _write_one(root, "01,000", "04,800", SPOKEN)
    (item,) = _plan(root, languages=("kk",), platforms=("tall-1",)).deliverables
    first, second = item.placed
    assert len(item.captions) == 1 and first.cue.range.start == item.captions[0].range.start
    assert second.cue.range.start - first.cue.range.stop == 2
    assert second.cue.range.stop == item.captions[0].range.stop
    assert {"split in two"} <= set(first.layout.remedies) and first.place.line == 2
    starts = sorted({event.range.start for span in item.file.spans for event in span.events})
    assert len(starts) >= 2
    assert [code.code for code in _plan(root, languages=("kk",)).findings.items if code.code == "AK445"] == []


def test_a_style_decides_what_events_carry(root: Path) -> None:
    cue = FrameCue(FrameRange(10, 60), "Үйге қайт", speaker="Айгүл")
    layout = lay_out(cue.text, "kk", size=Size(1080, 1920), zone=Box(120, 948, 660, 300))
    assert isinstance(layout, CaptionLayout)

    def event(**look: str) -> AssEvent:
        styled = replace(layout, style=replace(PRESETS["outline"], **look))
        return PlacedCaption(cue, styled, Place("a.srt", 2)).event("#FFFF00")

    assert event() == AssEvent(cue.range, layout, "#FFFF00")
    assert event(motion="fade").whole == cue.range
    assert event(highlight="#FF0000").words == ((10, 0), (43, 5))


def test_a_highlight_whose_times_are_made_up_is_said(root: Path) -> None:
    recipe = RECIPE.replace("captions: {burn", "captions: {style: highlight, burn")
    (root / "recipes" / "the-dress.yaml").write_text(recipe, encoding="utf-8")
    found = [item for item in _plan(root, languages=("kk", "ru")).findings.items if item.code == "AK446"]
    assert [str(item.place) for item in found] == [
        "subtitles/the-dress.kk.srt",
        "subtitles/the-dress.ru.srt",
    ]
    assert found[0].message.startswith("the file times whole cues only")
    (one, *_) = _plan(root, languages=("kk",), platforms=("tall-1",)).deliverables
    assert any(event.words for span in one.file.spans for event in span.events)


def test_of_a_file_that_times_most_words_the_other_cues_are_named() -> None:
    outline, highlight = PRESETS["outline"], PRESETS["highlight"]
    layout = lay_out("a", "en", size=Size(1080, 1920), zone=Box(120, 948, 660, 300))
    assert isinstance(layout, CaptionLayout)
    words = ((0, 0),)
    shown = [
        PlacedCaption(FrameCue(FrameRange(0, 9), "a", line, words=said), layout, Place("a.ass", line, 1))
        for line, said in ((4, words), (6, ()), (5, ()))
    ]
    log, quiet = RemedyLog(), RemedyLog()
    log.note(shown, "tiktok", highlight)
    quiet.note(shown, "tiktok", outline)
    findings, nothing = Findings(), Findings()
    log.tell(findings)
    quiet.tell(nothing)
    (item,) = findings.items
    assert (item.code, str(item.place)) == ("AK446", "a.ass:5:1")
    assert item.message.startswith("the cues of lines 5, 6 do not time their words")
    assert not nothing.items


def _at_the_top(root: Path, start: str) -> None:
    recipe = RECIPE.replace("captions: {burn: {youtube: false}}", "captions: {place: top}")
    (root / "recipes" / "the-dress.yaml").write_text(
        recipe.replace("at: start", f"at: {start}"), encoding="utf-8"
    )


def test_captions_at_the_top_stand_in_the_zone_of_cards(root: Path) -> None:
    _at_the_top(root, "2.2s")
    for item in _plan(root).deliverables:
        zone = item.platform.layout.captions_at("top")
        assert zone.y == item.platform.layout.cards.y
        assert item.placed and all(zone.contains(caption.layout.box) for caption in item.placed)


def test_a_super_that_a_caption_covers_is_an_error(root: Path) -> None:
    _at_the_top(root, "start")
    findings = [item for item in plan_batch(root, Selection()).findings.items if item.code == "AK447"]
    assert [item.place and item.place.line for item in findings] == [15, 15, 15]
    said = zip(findings, WORDS.items(), strict=True)
    assert all(f"in {language}" in item.message and words in item.message for item, (language, words) in said)
