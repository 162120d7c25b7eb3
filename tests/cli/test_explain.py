"""What a code means, for each code and for codes that are not there."""

from __future__ import annotations

import json
import re

import pytest

from assetkit.codes import CODES, GROUPS, group_of
from support.studio import assetkit


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained(code: str) -> None:
    run = assetkit("explain", code)
    assert run.code == 0
    assert run.out.startswith(f"{code} ({group_of(code)})\n")
    assert " ".join(run.out.split("\n", 1)[1].split()) == " ".join(CODES[code].split())


def test_the_list_has_every_code_once() -> None:
    run = assetkit("explain")
    assert re.findall(r"^  (AK\d+)  ", run.out, re.MULTILINE) == sorted(CODES)
    assert all(title in run.out.splitlines() for title in GROUPS.values())


@pytest.mark.parametrize("name", ["ak404", "404", "AK404"])
def test_a_code_may_be_written_short(name: str) -> None:
    assert assetkit("explain", name).out.startswith("AK404 ")


def test_several_codes_and_json() -> None:
    found = json.loads(assetkit("explain", "AK404", "AK101", "--json").out)
    assert [(one["code"], one["group"]) for one in found] == [
        ("AK404", "Texts, and what makes a draft"),
        ("AK101", "Reading YAML"),
    ]
    assert len(json.loads(assetkit("explain", "--json").out)) == len(CODES)


def test_an_unknown_code_is_wrong_usage_and_the_nearest_is_named() -> None:
    run = assetkit("explain", "AK4044")
    assert run.code == 2
    assert "did you mean `AK404`?" in run.err
    assert "`assetkit explain` lists them all" in assetkit("explain", "what").err
