"""What a post says of its sound follows the schema, and is rounded to what meters agree on."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from assetkit.delivery.heard import PostSound, describe_sound
from assetkit.delivery.post import post_schema, write_post
from assetkit.plan.tasks import MixTask, SoundTask
from assetkit.sound.levels import SoundReport
from assetkit.sound.mix import MixPlan
from support.posts import make_post

TASK = SoundTask(MixTask(MixPlan(0, ()), (), ""), -16.0, -1.0, 128, "")
SPOKEN = SoundReport(-16.0312, 5.5, -1.5234, 9.8765, 2, True)
SILENT = SoundReport(None, None, None, 0.0, 1, True, "there is nothing to hear: written as silence")


@pytest.mark.parametrize("report", [SPOKEN, SILENT, replace(SPOKEN, reached=False, gain=-0.001, remark="so")])
def test_a_sound_follows_the_schema(tmp_path: Path, report: SoundReport) -> None:
    source = tmp_path / "video.mp4"
    source.write_bytes(b"video")
    post = replace(make_post(source), sound=describe_sound(TASK, asdict(report)))
    written = json.loads(write_post(post.as_json()))
    jsonschema.validate(written, post_schema())
    assert (written["sound"]["target"], written["sound"]["ceiling"]) == (-16.0, -1.0)
    assert written["sound"]["remark"] == report.remark


def test_a_hundredth_is_enough_and_nothing_has_no_sign() -> None:
    made = PostSound(-14.0, -1.5, -14.03124, None, -1.5049, -0.001, 1, True, "").as_json()
    assert (made["integrated"], made["true_peak"], str(made["gain"])) == (-14.03, -1.5, "0.0")
