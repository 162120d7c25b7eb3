"""A draft is the real thing, small and marked, and never lies where a post belongs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assetkit.engine.batch import Selection, plan_batch
from assetkit.geometry import Size
from assetkit.plan.drafts import draft_deliverable
from assetkit.subtitles.proof import text_is_drawn
from support.studio import assetkit


def decode(path: Path) -> list[Any]:
    import av

    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]


@pytest.mark.slow
def test_every_frame_is_marked_and_every_text_is_there(studio: Path) -> None:
    done = assetkit("render", "--root", studio, "--draft", "-p", "tall")
    assert done.code == 0, done.err
    batch = plan_batch(studio, Selection(platforms=("tall",)))
    items = [draft_deliverable(item) for item in batch.deliverables]
    assert len(items) == 6
    for item in items:
        frames = decode(studio / "out" / "draft" / item.folder / item.name)
        assert len(frames) == item.file.frames and frames[0].shape == (320, 180)
        at = 0
        for span in item.file.spans:
            for event in span.events:
                for number in (event.range.start, event.range.stop - 1):
                    assert text_is_drawn(frames[at + number], event.layout), (item.folder, at + number)
            mark = span.events[0]
            assert mark.layout.lines[0].text == "DRAFT" and len(mark.range) == span.frames
            at += span.frames


@pytest.mark.slow
def test_a_draft_is_no_post_and_leaves_the_posts_alone(studio: Path) -> None:
    choice = ("--root", studio, "-c", "short", "-p", "tall", "-l", "kk")
    assert assetkit("render", *choice).code == 0
    folder = "numbers/short/tall/kk"
    real = studio / "out" / folder
    before = {path.name: path.read_bytes() for path in real.iterdir()}
    assert assetkit("render", *choice, "--draft").code == 0
    assert {path.name: path.read_bytes() for path in real.iterdir()} == before
    post = json.loads((studio / "out" / "draft" / folder / "post.json").read_text(encoding="utf-8"))
    assert not post["publishable"] and post["reasons"][0].startswith("AK405")
    assert (post["width"], post["height"]) == (180, 320)
    # The platform rejects pictures as narrow as this; a draft is not failed for it.
    assert any(not check["passed"] for check in post["checks"] if "width" in check["message"])
    assert json.loads(before["post.json"])["width"] == 360
    again = assetkit("render", *choice, "--draft")
    assert again.code == 0 and "0 tasks ran" in again.out and "1 current" in again.out
    assert "1 current" in assetkit("render", *choice).out


@pytest.mark.slow
def test_a_draft_shows_what_the_real_one_shows(studio: Path) -> None:
    """The real rendering at half the size against the draft, but for the corner of the mark."""
    from PIL import Image

    choice = ("--root", studio, "-c", "long", "-l", "ru")
    assert assetkit("render", *choice).code == 0
    assert assetkit("render", *choice, "--draft").code == 0
    name = "numbers/long/tall/ru/numbers-long-tall-ru.mp4"
    real, draft = decode(studio / "out" / name), decode(studio / "out" / "draft" / name)
    assert len(real) == len(draft)
    for number in range(0, len(real), 7):
        small = np.asarray(Image.fromarray(real[number]).resize((180, 320), Image.Resampling.BOX)).astype(
            float
        )
        difference = np.abs(small - draft[number])[48:]
        assert difference.mean() < 6, number
        if number + 7 < len(real) and number < 20:
            later = np.asarray(Image.fromarray(real[number + 3]).resize((180, 320), Image.Resampling.BOX))
            assert np.abs(later.astype(float) - draft[number])[48:].mean() > difference.mean()


def test_drafts_have_keys_of_their_own_and_share_the_sound(studio: Path) -> None:
    batch = plan_batch(studio, Selection())
    for item in batch.deliverables:
        draft = draft_deliverable(item)
        assert draft.folder == item.folder and draft.file.frames == item.file.frames
        assert draft.file.sound.key == item.file.sound.key and draft.file.key != item.file.key
        keys = {span.key for span in item.file.spans}
        assert not keys & {span.key for span in draft.file.spans}
        assert [span.frames for span in draft.file.spans] == [span.frames for span in item.file.spans]
        assert draft.platform.format.size in (Size(180, 320), Size(320, 180))
