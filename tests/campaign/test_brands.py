"""A brand begins from one that ships; a colour that is too faint is told where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.campaign.brands import BRANDS
from assetkit.campaign.read import read_campaign
from assetkit.campaign.records import Brand
from assetkit.diagnostics import Diagnostic, Findings
from assetkit.engine.batch import Selection, plan_batch

CAMPAIGN = """\
assetkit: 1
campaign: brands
title: {en: Brands}
languages: [en]
rate: 25
as_of: 2026-11-01
"""
RECIPE = """\
assetkit: 1
title: {en: Words}
cuts:
  words:
    sequence:
      - card: title
        title: {en: Words}
        subtitle: {en: and more words}
      - phrases: {en: People say}
        lines: [{en: Yes.}, {en: No.}]
    platforms: [tiktok, youtube]
"""


def read(root: Path, brand: str) -> tuple[Brand | None, list[str]]:
    (root / "assetkit.yaml").write_text(CAMPAIGN + brand, encoding="utf-8")
    findings = Findings()
    campaign = read_campaign(root, findings).campaign
    return campaign.brand if campaign else None, [item.code for item in findings.items]


def check(root: Path, brand: str) -> list[Diagnostic]:
    (root / "recipes").mkdir(exist_ok=True)
    (root / "recipes/words.yaml").write_text(RECIPE, encoding="utf-8")
    (root / "assetkit.yaml").write_text(CAMPAIGN + brand, encoding="utf-8")
    found = plan_batch(root, Selection()).findings.items
    return [item for item in found if item.code == "AK614"]


def test_what_is_left_out_is_as_in_the_brand_that_it_is_like(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (Brand(), [])
    assert read(tmp_path, "brand: {like: dark}\n") == (Brand(), [])
    assert read(tmp_path, "brand: {like: neutral}\n") == (BRANDS["neutral"], [])
    own, _ = read(tmp_path, 'brand: {accent: "#AA0000", like: neutral, name: Ours}\n')
    assert own is not None and own.accent == "#AA0000" and own.name == "Ours"
    assert own.background == BRANDS["neutral"].background and own.text == BRANDS["neutral"].text
    accent = own.place_of("accent")
    assert accent is not None and (accent.file, accent.line) == ("assetkit.yaml", 7)


def test_a_brand_that_does_not_ship_is_refused(tmp_path: Path) -> None:
    brand, codes = read(tmp_path, "brand: {like: neutrall}\n")
    assert brand is None and codes


@pytest.mark.parametrize("like", BRANDS)
def test_the_brands_that_ship_are_clear(like: str, tmp_path: Path) -> None:
    assert check(tmp_path, f"brand: {{like: {like}}}\n") == []


def test_a_faint_colour_is_told_once_where_it_is_written(tmp_path: Path) -> None:
    (found,) = check(tmp_path, 'brand:\n  name: Ours\n  text: "#808080"\n')
    assert str(found.place) == "assetkit.yaml:9:9"
    assert "4.5:1" in found.required and found.remedy.startswith("write `text: ")


def test_a_faint_mixture_of_inherited_colours_is_told_at_the_brand(tmp_path: Path) -> None:
    (found,) = check(tmp_path, 'brand:\n  background: "#606060"\n  accent: "#FFFFFF"\n')
    assert str(found.place) == "assetkit.yaml:7:1" and "stands back" in found.message


def test_a_campaign_may_weigh_it(tmp_path: Path) -> None:
    faint = 'brand: {text: "#808080"}\n'
    (found,) = check(tmp_path, f"{faint}checks: {{AK614: error}}\n")
    assert found.severity == "error"
    assert check(tmp_path, f'{faint}checks: {{AK614: "off"}}\n') == []
