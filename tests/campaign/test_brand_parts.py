"""A brand's type, grid and motion, read to values."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

from assetkit.campaign.brand_models import _TEMPOS, Easing
from assetkit.campaign.brand_parts import Grid, Motion, TypeScale, load_brand_data, motion_of
from assetkit.campaign.read import read_campaign
from assetkit.campaign.records import Brand
from assetkit.diagnostics import Findings
from support.workspaces import CAMPAIGN


def read(root: Path, line: str) -> tuple[Brand | None, list[str]]:
    text = CAMPAIGN.replace("brand: {", f"brand: {{{line}, ", 1)
    assert text != CAMPAIGN
    (root / "assetkit.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    campaign = read_campaign(root, findings).campaign
    told = [f"{item.place} {item.code} {item.measured} {item.required}" for item in findings.items]
    return campaign.brand if campaign else None, told


def test_what_is_not_written_is_as_it_was(tmp_path: Path) -> None:
    brand, problems = read(tmp_path, "scrim: 70")
    assert problems == []
    assert brand is not None
    assert (brand.type_scale, brand.grid, brand.motion, brand.scrim) == (TypeScale(), Grid(), Motion(), 70)


def test_type_grid_and_motion_become_exact_values(tmp_path: Path) -> None:
    brand, problems = read(
        tmp_path,
        "type_scale: {headline: 12.5, source: 3}, grid: {margin: 4.5, column: 48, gutter: 6}, "
        "motion: {tempo: calm, easing: emphasized, reduced: true}",
    )
    assert problems == []
    assert brand is not None
    assert brand.type_scale == TypeScale(headline=Fraction("12.5"), source=Fraction(3))
    assert brand.grid == Grid(Fraction("4.5"), 48, 6)
    assert brand.motion == motion_of("calm", "emphasized", True)
    assert brand.motion.tempo == Fraction("1.25")
    assert brand.motion.enter == (Fraction("0.05"), Fraction("0.7"), Fraction("0.1"), Fraction(1))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("motion: {tempo: hasty}", "AK617"),
        ("motion: {tempo: 0.3}", "AK617"),
        ("motion: {tempo: true}", "AK617"),
        ("motion: {easing: bouncy}", "AK204"),
        ("type_scale: {source: 1.5}", "AK618"),
        ("type_scale: {headline: 300}", "AK203"),
        ("grid: {column: 5}", "AK203"),
    ],
)
def test_what_cannot_be_is_told_at_its_place(tmp_path: Path, line: str, code: str) -> None:
    _, problems = read(tmp_path, line)
    (problem,) = problems
    assert problem.split()[1] == code
    assert problem.startswith("assetkit.yaml:")


def test_the_least_size_is_told_with_what_was_written(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "type_scale: {number: 12}")
    assert problems[0].endswith("AK618 12 % at least 18 % of the height")


def test_names_and_data_are_the_same() -> None:
    data = load_brand_data()
    assert {"smooth", *data["curves"]} == set(get_args(Easing))
    assert tuple(data["tempos"]) == _TEMPOS
    assert set(data["least"]) == set(TypeScale.__dataclass_fields__)
    for group in data.values():
        for each in group.values():
            assert each["source"]
            assert each["as_of"]
            assert each["confidence"] in ("H", "M", "L")
