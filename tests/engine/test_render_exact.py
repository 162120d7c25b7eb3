"""A whole rendition on real media: the expected frames in order, text and sound where they belong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.diagnostics import Findings
from assetkit.engine.run import Engine
from assetkit.engine.store import Store
from assetkit.errors import ToolError
from assetkit.geometry import Box, Size
from assetkit.plan.build import plan_file
from assetkit.plan.tasks import FileTask, FootageSource
from assetkit.platforms.records import Format, Layout, Platform
from assetkit.quality.check import check_file
from assetkit.quality.inspect import inspect_file
from assetkit.quality.records import Expected
from assetkit.recipe.records import Captions, ClipItem, Cut, DissolveItem, Film, Framing, Item
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.timecode import Duration, FrameRange
from assetkit.timeline.conform import conform
from assetkit.timeline.records import Timeline
from assetkit.tool.probe import probe_master
from support.campaigns import CAMPAIGN, END_CARD, HERE
from support.numbered import code_box_in, read_numbers

TOOLS = {"ffmpeg": "test", "drawing": "test", "numpy": "test"}
SIZE = Size(320, 320)
PLATFORM = Platform(
    "small",
    "Small",
    Format("small", SIZE, preset="veryfast", threads=1, maxrate=8000, bufsize=8000),
    Layout("small", SIZE, Box(10, 240, 300, 70), Box(20, 20, 280, 280)),
    (),
)


@dataclass
class Case:
    root: Path
    timeline: Timeline

    def task(self, events: tuple[AssEvent, ...] = ()) -> FileTask:
        return plan_file(self.timeline, events, CAMPAIGN, PLATFORM, "kk", TOOLS)

    def engine(self, store: str = "store") -> Engine:
        return Engine(self.root, Store(self.root / store), 2)


@pytest.fixture
def make_case(tmp_path: Path) -> Callable[[Path], Case]:
    def make(master: Path) -> Case:
        copy = tmp_path / master.name
        shutil.copy(master, copy)
        facts = probe_master(copy, colour=None, name=master.name)
        film = Film("film", {}, master.name, {}, None, HERE)

        def clip(start: int, stop: int) -> ClipItem:
            first, last = Duration(frames=start), Duration(frames=stop)
            return ClipItem(film, first, last, Framing(), {}, HERE)

        items: tuple[Item, ...] = (
            clip(31, 67),
            clip(5, 12),
            DissolveItem(Duration(frames=5), HERE),
            clip(70, 90),
            replace(END_CARD, length=Duration(frames=30)),
        )
        cut = Cut("cut", items, None, None, (), Captions(), ("small",), HERE)
        findings = Findings()
        timeline = conform(cut, {"film": facts}, CAMPAIGN, findings)
        assert timeline is not None, findings.items
        return Case(tmp_path, timeline)

    return make


def _caption(start: int, stop: int) -> AssEvent:
    layout = lay_out("Үйге", "kk", size=SIZE, zone=PLATFORM.layout.captions)
    assert isinstance(layout, CaptionLayout)
    return AssEvent(FrameRange(start, stop), layout)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["numbered_25", "numbered_ntsc", "numbered_silent"])
def test_every_frame_is_the_expected_one(
    name: str, make_case: Callable[[Path], Case], request: pytest.FixtureRequest
) -> None:
    case = make_case(request.getfixturevalue(name))
    task = case.task((_caption(10, 40),))
    engine = case.engine()
    made = engine.make([task])
    assert not engine.outcome.failed
    source = next(span.sources[0] for span in task.spans if isinstance(span.sources[0], FootageSource))
    assert isinstance(source, FootageSource)
    region = code_box_in(source.facts.size, source.view.box, SIZE)
    numbers = read_numbers(made[task.key].path, region)
    # The dissolve takes two frames before the join at 43 and three after it.
    expected = [*range(31, 67), *range(5, 10), *[None] * 5, *range(73, 90), *[None] * 30]
    assert len(numbers) == len(expected)
    assert [n for n, e in zip(numbers, expected, strict=True) if e is not None] == [
        e for e in expected if e is not None
    ]
    silent = not source.facts.sounds
    wanted = Expected(SIZE, case.timeline.rate, len(expected), Fraction(2), None if silent else -14.0)
    checks = check_file(inspect_file(made[task.key].path, loudness=False), wanted)
    levels = {"AK552", "AK553"}  # three clicks have no loudness to speak of
    assert [check for check in checks if check.failed and check.code not in levels] == []


@pytest.mark.slow
def test_only_the_touched_spans_are_made_again(numbered_25: Path, make_case: Callable[[Path], Case]) -> None:
    case = make_case(numbered_25)
    plain, marked = case.task(), case.task((_caption(10, 20),))
    first = case.engine()
    made = first.make([plain])
    second = case.engine()
    second.make([plain])
    assert second.outcome.ran == []
    third = case.engine()
    third.make([marked])
    touched = {span.key for span in marked.spans if span.key not in {old.key for old in plain.spans}}
    assert set(third.outcome.ran) == touched | {marked.key}
    assert 0 < len(touched) < len(marked.spans)
    other = case.engine("elsewhere").make([plain])
    assert other[plain.key].record["sha256"] == made[plain.key].record["sha256"]


@pytest.mark.slow
def test_a_damaged_object_is_made_again(numbered_25: Path, make_case: Callable[[Path], Case]) -> None:
    case = make_case(numbered_25)
    task = case.task()
    made = case.engine().make([task])[task.key]
    damaged = bytearray(made.path.read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    made.path.write_bytes(bytes(damaged))
    again = case.engine()
    assert again.make([task])[task.key].record["sha256"] == made.record["sha256"]
    assert again.outcome.ran == [task.key]


@pytest.mark.slow
def test_a_tool_that_draws_no_text_fails_its_task_and_what_depends_on_it(
    numbered_25: Path, make_case: Callable[[Path], Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make_case(numbered_25)
    task = case.task((_caption(10, 20),))
    monkeypatch.setattr("assetkit.plan.tasks.SpanTask.ass", lambda self: write_ass((), SIZE, self.rate))
    engine = case.engine()
    assert engine.make([task]) == {}
    assert any("was not drawn" in reason for reason in engine.outcome.failed.values())
    assert "could not be made" in engine.outcome.failed[task.key]
    assert engine.outcome.ran  # the rest was finished


def test_the_tool_error_keeps_its_facts() -> None:
    assert ToolError("x", code=3).facts == {"code": 3}
