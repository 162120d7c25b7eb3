"""A campaign in other scripts is planned in the fonts of these scripts, and it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.subtitles.layout import CaptionLayout
from assetkit.tool.masters import write_lock
from support.scenes import facts
from support.workspaces import write_workspace

CAMPAIGN = """\
assetkit: 1
campaign: he-for-she
title: {ar: هو من أجلها, hi: ही फॉर शी, en: HeForShe}
languages: [ar, hi, en]
rate: 25
as_of: 2026-11-01
"""
RECIPE = """\
assetkit: 1
film: the-dress
title: {ar: الفستان, hi: पोशाक, en: The Dress}
master: films/the-dress.mp4
colour: bt709
subtitles: {ar: subtitles/the-dress.ar.srt, hi: subtitles/the-dress.hi.srt, en: subtitles/the-dress.en.srt}
cuts:
  one:
    sequence:
      - clip: 00:00:00:10 - 00:00:05:00
    over:
      - super: hook
        text: {ar: انظر, hi: देखिए, en: Look}
        at: start
        for: 2s
    platforms: [tiktok, youtube]
"""
CARD = """\
      - card: title
        title: {ar: الفستان, hi: पोशाक, en: The Dress}
        for: 4s
    over:
"""
WORDS = {"ar": "HeForShe: هو من أجلها!", "hi": "हिन्दी क्षेत्र HeForShe", "en": "Home"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_workspace(tmp_path, {"the-dress.yaml": RECIPE})
    (tmp_path / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    write_lock(tmp_path, facts("the-dress"))
    for language, words in WORDS.items():
        path = tmp_path / "subtitles" / f"the-dress.{language}.srt"
        path.write_text(f"1\n00:00:01,000 --> 00:00:03,000\n{words}\n", encoding="utf-8")
    return tmp_path


def layouts(batch: Batch, language: str) -> set[CaptionLayout]:
    mine = [item for item in batch.deliverables if item.language == language]
    return {event.layout for item in mine for span in item.file.spans for event in span.events}


def test_each_language_has_the_font_of_its_script(root: Path) -> None:
    batch = plan_batch(root, Selection())
    assert not batch.findings.has_errors, batch.findings.items
    fonts = {language: {layout.font for layout in layouts(batch, language)} for language in WORDS}
    assert fonts == {
        "ar": {"NotoSansArabic-Bold"},
        "hi": {"NotoSansDevanagari-Bold"},
        "en": {"Onest-Bold", "Montserrat-ExtraBold"},
    }
    assert {layout.from_right for layout in layouts(batch, "ar")} == {True}
    assert not any(layout.from_right for language in ("hi", "en") for layout in layouts(batch, language))
    notes = [item.message.split(" are ")[0] for item in batch.findings.items if item.code == "AK470"]
    assert sorted(notes) == ["captions in ar", "captions in hi", "supers in ar", "supers in hi"]


def test_a_font_that_the_campaign_names_is_no_news(root: Path) -> None:
    named = "brand: {caption_fonts: {ar: NotoSansArabic-Bold, hi: NotoSansDevanagari-Bold}}\n"
    (root / "assetkit.yaml").write_text(CAMPAIGN + named, encoding="utf-8")
    notes = [item.message for item in plan_batch(root, Selection()).findings.items if item.code == "AK470"]
    assert [note.split(" are ")[0] for note in notes] == ["supers in ar", "supers in hi"]


def test_a_card_in_a_language_from_the_right_is_refused_and_not_drawn_wrongly(root: Path) -> None:
    path = root / "recipes" / "the-dress.yaml"
    path.write_text(RECIPE.replace("    over:\n", CARD), encoding="utf-8")
    told = [item for item in plan_batch(root, Selection()).findings.items if item.code == "AK471"]
    assert told and all("in ar" in item.message for item in told)
    assert str(told[0].place).startswith("recipes/the-dress.yaml:")
