"""Digests of records depend on their content and on nothing else."""

from __future__ import annotations

import gc
from dataclasses import replace
from fractions import Fraction

from assetkit.geometry import Box, Size
from assetkit.plan.identity import digest_record
from assetkit.plan.tasks import View
from assetkit.platforms.records import Format

FORMAT = Format("a", Size(1080, 1920))


def test_equal_records_have_one_digest_and_others_another() -> None:
    assert digest_record(FORMAT) == digest_record(replace(FORMAT))
    changes = ({"crf": 21}, {"size": Size(1920, 1080)}, {"gop_seconds": Fraction(1)}, {"name": "b"})
    assert (
        len({digest_record(FORMAT), *(digest_record(replace(FORMAT, **change)) for change in changes)}) == 5
    )


def test_a_field_that_is_left_out_decides_nothing() -> None:
    assert digest_record(replace(FORMAT, name="b"), "name") == digest_record(FORMAT, "name")
    assert digest_record(replace(FORMAT, crf=1), "name") != digest_record(FORMAT, "name")
    assert digest_record(FORMAT, "name") != digest_record(FORMAT)


def test_a_record_in_the_place_of_one_that_is_gone_is_not_taken_for_it() -> None:
    digests = set()
    for x in range(300):
        digests.add(digest_record(View("crop", Box(x, 0, 2, 2), "")))
        gc.collect(0)
    assert len(digests) == 300
