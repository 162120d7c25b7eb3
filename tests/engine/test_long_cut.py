"""Captions of a long cut, read back from the pixels of the finished file, stand on exactly their frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.engine.run import Engine
from assetkit.engine.store import Store
from assetkit.tool.probe import probe_master
from support.long_cut import MASTER_FRAMES, RATE, SIZE, long_cut, read_captions
from support.numbered import make_numbered, read_number
from support.playing import play


@pytest.mark.parametrize(
    ("clips", "length"),
    [
        pytest.param(20, 24, marks=pytest.mark.slow, id="twenty clips"),
        pytest.param(200, 72, marks=pytest.mark.soak, id="ten minutes of two hundred clips"),
    ],
)
def test_every_caption_is_on_exactly_its_frames(tmp_path: Path, clips: int, length: int) -> None:
    size = (SIZE.width, SIZE.height)
    path = make_numbered(tmp_path / "film.mp4", rate=RATE, frames=MASTER_FRAMES, size=size)
    facts = probe_master(path, colour="bt709", name=path.name)
    assert (facts.rate, facts.frame_count) == (RATE, MASTER_FRAMES)
    cut = long_cut(facts, clips, length)
    tasks = [cut.plan(), cut.plan(captions=False)]
    engine = Engine(tmp_path, Store(tmp_path / "store"), 2)
    made = engine.make(tasks)
    assert not engine.outcome.failed
    lumas, plain = (play(made[task.key].path).lumas for task in tasks)
    wanted, shown = cut.frames, cut.shown
    assert len(lumas) == len(plain) == len(wanted)
    assert clips < 200 or len(wanted) >= 599 * RATE
    assert len({*shown}) >= 4 and None in shown
    assert [read_number(luma) for luma in plain] == list(wanted)
    assert [read_number(luma) for luma in lumas] == list(wanted)
    seen = read_captions(lumas, plain)
    wrong = [(frame, seen[frame], shown[frame]) for frame in range(len(seen)) if seen[frame] != shown[frame]]
    assert not wrong, wrong[:9]
