"""A campaign's own caption styles, and what a cut makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.campaign.read import CampaignReading, read_campaign
from assetkit.diagnostics import Findings
from assetkit.recipe.records import Captions, Cut
from assetkit.recipe.workspace import load_workspace
from support.workspaces import CAMPAIGN, RECIPE, catalogue, write_workspace

OWN = """\
caption_styles:
  pink: {like: highlight, highlight: "#ff8fd2", motion: pop}
  calm: {like: pink, highlight: none, place: top}
"""


def read(root: Path, more: str, brand: str = "") -> tuple[CampaignReading, list[str]]:
    text = CAMPAIGN.replace("brand: {", f"brand: {{captions: {brand}, ") if brand else CAMPAIGN
    assert not brand or text != CAMPAIGN
    (root / "assetkit.yaml").write_text(text + more, encoding="utf-8")
    findings = Findings()
    reading = read_campaign(root, findings)
    return reading, [f"{item.code} {item.message}" for item in findings.items]


def test_styles_are_like_others_in_any_order(tmp_path: Path) -> None:
    reversed_order = "caption_styles:\n" + "".join(reversed(OWN.splitlines(keepends=True)[1:]))
    for text in (OWN, reversed_order):
        reading, problems = read(tmp_path, text)
        assert problems == []
        assert reading.campaign
        assert reading.campaign.caption_styles == {
            "pink": CaptionStyle("pink", "box", highlight="#FF8FD2", motion="pop"),
            "calm": CaptionStyle("calm", "box", motion="pop", place="top"),
        }
        assert list(reading.campaign.all_caption_styles)[: len(PRESETS)] == list(PRESETS)


def test_the_brand_chooses_what_cuts_have(tmp_path: Path) -> None:
    assert read(tmp_path, "")[0].captions == PRESETS["outline"]
    reading, problems = read(tmp_path, OWN, "calm")
    assert problems == []
    assert reading.captions.name == "calm"


@pytest.mark.parametrize(
    ("more", "brand", "said"),
    [
        ("", "calmm", "AK245 there is no caption style calmm"),
        ("caption_styles: {a: {like: boxx}}\n", "", "AK245 there is no caption style boxx"),
        (
            "caption_styles: {box: {motion: fade}}\n",
            "",
            "AK246 the caption style `box` would mean another thing than the preset of this name",
        ),
        (
            "caption_styles: {a: {like: b}, b: {like: a}}\n",
            "",
            "AK247 caption styles are like each other in a circle: a → b → a",
        ),
        (
            "caption_styles: {a: {like: a}}\n",
            "",
            "AK247 caption styles are like each other in a circle: a → a",
        ),
        ("caption_styles: {a: {highlight: pink}}\n", "", "AK209 pink is no colour of a word"),
    ],
)
def test_what_is_wrong_is_said_once(tmp_path: Path, more: str, brand: str, said: str) -> None:
    reading, problems = read(tmp_path, more, brand)
    assert problems == [said]
    assert reading.campaign or brand


def test_a_preset_may_be_written_out(tmp_path: Path) -> None:
    assert read(tmp_path, "caption_styles: {box: {like: box}}\n")[1] == []
    assert read(tmp_path, "caption_styles: {lines: {backing: lines}}\n")[1] == []


def load(root: Path, captions: str, more: str = OWN) -> tuple[Cut | None, list[str]]:
    recipe = RECIPE.replace("captions: {style: box, burn: {vertical: false, reels: true}}", captions)
    findings = Findings()
    workspace = load_workspace(
        write_workspace(root, {"dress.yaml": recipe}, CAMPAIGN + more), catalogue(), findings
    )
    assert workspace
    found = workspace.recipes.get("the-dress")
    return found.cuts["teaser-15"] if found else None, [
        f"{item.place} {item.code}" for item in findings.items
    ]


def test_a_cut_takes_a_style_and_changes_it(tmp_path: Path) -> None:
    cut, problems = load(tmp_path, "captions: {style: pink, place: top, motion: none, speakers: colour}")
    assert problems == []
    assert cut and cut.captions == Captions(
        CaptionStyle("pink", "box", highlight="#FF8FD2", place="top", speakers="colour")
    )
    assert cut.variant("tiktok").captions == replace(cut.captions, burn=False), "a platform's own"


def test_an_unknown_style_names_the_nearest(tmp_path: Path) -> None:
    cut, problems = load(tmp_path, "captions: {style: pinc}")
    assert cut is None
    assert problems == ["recipes/dress.yaml:31:23 AK245"]


def test_a_recipe_is_not_blamed_for_a_style_with_a_problem(tmp_path: Path) -> None:
    cut, problems = load(tmp_path, "captions: {style: a}", "caption_styles: {a: {like: b}}\n")
    assert cut is None
    assert [problem.partition(":")[0] for problem in problems] == ["assetkit.yaml"]
