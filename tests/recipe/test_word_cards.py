"""Quotes, phrases, partners, content warnings and milestones as a recipe writes them."""

from __future__ import annotations

from pathlib import Path

from assetkit.campaign.records import Partner
from assetkit.diagnostics import Findings
from assetkit.recipe.records import CardItem, Workspace
from assetkit.recipe.workspace import load_workspace
from support.workspaces import CAMPAIGN, catalogue, write_workspace

RECORDS = """\
quotes:
  father:
    text: {en: I saw it at home, ru: Я видел это дома, kk: Мен мұны үйде көрдім}
    source: {en: campaign deck, ru: презентация, kk: презентация}
    anonymous: true
partners:
  first: {title: {en: First, ru: First, kk: First}}
  second: {title: {en: Second, ru: Second, kk: Second}}
"""
RECIPE = """\
assetkit: 1
title: {en: Words, ru: Слова, kk: Сөздер}
cuts:
  words:
    sequence:
      - card: content-warning
        title: {en: Violence, ru: Насилие, kk: Зорлық}
        helpline: helpline
      - phrases: {en: They say, ru: Говорят, kk: Айтады}
        lines:
          - {en: Be strong, ru: Будь сильным, kk: Күшті бол}
          - {en: Do not cry, ru: Не плачь, kk: Жылама}
      - quote: father
        for: 6s
      - partners: [second, first]
        title: {en: With, ru: Вместе, kk: Бірге}
      - statistic: deaths-per-year
        as: milestone
    platforms: [x]
"""


def load(root: Path, recipe: str = RECIPE, campaign: str = CAMPAIGN + RECORDS) -> tuple[Workspace, Findings]:
    findings = Findings()
    workspace = load_workspace(write_workspace(root, {"words.yaml": recipe}, campaign), catalogue(), findings)
    assert workspace is not None
    return workspace, findings


def test_the_cards_are_resolved_to_records_and_texts(tmp_path: Path) -> None:
    workspace, findings = load(tmp_path)
    assert findings.items == []
    warning, phrases, quote, partners, milestone = workspace.recipes["words"].cuts["words"].sequence
    for item in (warning, phrases, quote, partners, milestone):
        assert isinstance(item, CardItem)
    assert isinstance(warning, CardItem)
    assert (warning.kind, warning.helpline) == ("content-warning", "helpline")
    assert isinstance(phrases, CardItem)
    assert (phrases.kind, list(phrases.texts)) == ("phrases", ["title", "line-1", "line-2"])
    assert phrases.texts["line-2"]["ru"] == "Не плачь"
    assert isinstance(quote, CardItem)
    assert (quote.kind, quote.quote, quote.length is None) == ("quote", "father", False)
    assert isinstance(partners, CardItem)
    assert (partners.kind, partners.partners) == ("partners", ("second", "first"))
    assert isinstance(milestone, CardItem)
    assert (milestone.kind, milestone.statistic) == ("milestone", "deaths-per-year")
    assert workspace.campaign.partners["first"] == Partner(
        "first", dict.fromkeys(("kk", "ru", "en"), "First")
    )


def test_a_warning_after_a_card_but_before_the_first_clip_is_in_time(tmp_path: Path) -> None:
    recipe = RECIPE.replace("      - card: content", "      - statistic: share\n      - card: content", 1)
    assert load(tmp_path, recipe)[1].items == []


def test_a_partner_with_a_missing_translation_is_told_once(tmp_path: Path) -> None:
    records = RECORDS.replace("{en: Second, ru: Second, kk: Second}", "{en: Second, ru: Second}")
    _, findings = load(tmp_path, campaign=CAMPAIGN + records)
    assert [(item.code, item.place and item.place.file) for item in findings.items] == [
        ("AK220", "assetkit.yaml")
    ]
