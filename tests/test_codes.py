"""Every code that the program says is explained, and every explained code is said."""

from __future__ import annotations

import re
from pathlib import Path

import assetkit
from assetkit.codes import CODES

SOURCE = Path(assetkit.__file__).parent


def said_codes() -> set[str]:
    return {
        code
        for path in SOURCE.rglob("*.py")
        if path.parent.name != "codes"
        for code in re.findall(r"\bAK\d{3}\b", path.read_text(encoding="utf-8"))
    }


def test_every_code_is_explained() -> None:
    assert said_codes() - set(CODES) == set()


def test_every_explanation_is_of_a_code_that_is_said() -> None:
    assert set(CODES) - said_codes() == set()


def test_explanations_are_sentences() -> None:
    assert [code for code, words in CODES.items() if not words.endswith((".", ")"))] == []
