"""A corpus of broken files: each beside the whole of what a person is told about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.codes import CODES
from support.broken import Case, cases, find, messages

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_messages(tmp_path: Path, case: Case) -> None:
    assert messages(tmp_path, case) == case.expected


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_problem_has_a_place_a_code_and_a_way_out(tmp_path: Path, case: Case) -> None:
    found = find(tmp_path, case).items
    assert found
    assert [item for item in found if item.place is None or item.code not in CODES] == []
    assert [item.code for item in found if not item.remedy] == []


def test_there_are_enough() -> None:
    assert len(CASES) >= 60
