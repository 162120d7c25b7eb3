"""H.265 on real media: spans join frame by frame, alike in every run, as Telegram's stories ask for it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.diagnostics import Findings
from assetkit.engine.run import Engine
from assetkit.engine.store import Store
from assetkit.geometry import Size
from assetkit.plan.build import plan_file
from assetkit.plan.tasks import FileTask, FootageSource
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Format, Platform
from assetkit.quality.atoms import read_atoms
from assetkit.quality.check import check_file
from assetkit.quality.hevc import SETS, list_units
from assetkit.quality.inspect import inspect_file
from assetkit.quality.records import Expected
from assetkit.quality.tracks import read_track
from assetkit.recipe.records import Captions, ClipItem, Cut, DissolveItem, Film, Framing, Item
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.timecode import Duration, FrameRange
from assetkit.timeline.conform import conform
from assetkit.tool.probe import probe_master
from support.campaigns import CAMPAIGN, END_CARD, HERE
from support.numbered import code_box_in, read_numbers
from support.scenes import Scene, facts, platform

TOOLS = {"ffmpeg": "test", "drawing": "test", "numpy": "test"}
SIZE = Size(320, 320)
STORY = load_catalogue().platforms["telegram-story"]
CODED: Format = replace(STORY.format, size=SIZE, maxrate=8000, bufsize=8000)
SMALL: Platform = replace(platform("small", SIZE), format=CODED)
SHOWN = (*range(31, 67), *range(5, 10), *[None] * 5, *range(73, 90), *[None] * 30)


def plan(root: Path, master: Path) -> tuple[FileTask, Fraction]:
    shutil.copy(master, root / master.name)
    facts = probe_master(root / master.name, colour=None, name=master.name)
    film = Film("film", {}, master.name, {}, None, HERE)

    def clip(start: int, stop: int) -> ClipItem:
        return ClipItem(film, Duration(frames=start), Duration(frames=stop), Framing(), {}, HERE)

    dissolve, card = DissolveItem(Duration(frames=5), HERE), replace(END_CARD, length=Duration(frames=30))
    items: tuple[Item, ...] = (clip(31, 67), clip(5, 12), dissolve, clip(70, 90), card)
    findings = Findings()
    cut = Cut("cut", items, None, None, (), Captions(), ("small",), HERE)
    timeline = conform(cut, {"film": facts}, CAMPAIGN, findings)
    assert timeline is not None, findings.items
    layout = lay_out("Үйге", "kk", size=SIZE, zone=SMALL.layout.captions)
    assert isinstance(layout, CaptionLayout)
    event = AssEvent(FrameRange(10, 40), layout)
    return plan_file(timeline, (event,), CAMPAIGN, SMALL, "kk", TOOLS), timeline.rate


def unit_kinds(path: Path) -> set[int]:
    """Give the kinds of units in the frames of a file: parameter sets stand in its index alone."""
    with path.open("rb") as stream:
        moov = next(atom for atom in read_atoms(stream) if atom.kind == "moov")
    track = next(found for trak in moov.find_all("trak") if (found := read_track(trak)).handler == "vide")
    assert track.entry == "hvc1"
    data = path.read_bytes()
    frames = zip(track.offsets, track.sizes, strict=True)
    return {kind for at, size in frames for kind, _ in list_units(data, at, size, 4)}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["numbered_25", "numbered_ntsc"])
def test_every_frame_is_the_expected_one_and_no_fault_is_found(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    task, rate = plan(tmp_path, request.getfixturevalue(name))
    first, second = (Engine(tmp_path, Store(tmp_path / each), jobs) for each, jobs in (("a", 1), ("b", 2)))
    made = first.make([task])
    assert not first.outcome.failed and len({span.frames for span in task.spans}) > 2
    path = made[task.key].path
    source = task.spans[0].sources[0]
    assert isinstance(source, FootageSource)
    numbers = read_numbers(path, code_box_in(source.facts.size, source.view.box, SIZE))
    assert len(numbers) == len(SHOWN)
    assert all(wanted in (None, found) for found, wanted in zip(numbers, SHOWN, strict=True))
    asked = Expected(SIZE, rate, len(SHOWN), CODED.gop_seconds, -14.0, profile="main", codec="hevc")
    report = inspect_file(path, loudness=False, full=True)
    assert [check for check in check_file(report, asked) if check.failed] == []
    assert report.picture and report.picture.longest_gop <= rate
    # Nothing that the encoder says of itself, and no further parameter sets.
    kinds = unit_kinds(path)
    assert not kinds & SETS and not kinds & {39, 40}
    # Spans made in other company are the same.
    assert second.make([task])[task.key].record["sha256"] == made[task.key].record["sha256"]


def test_the_codec_is_a_part_of_a_key_and_the_usual_one_is_left_out() -> None:
    film = Film("film", {}, "films/film.mp4", {}, None, HERE)
    clip = ClipItem(film, Duration(frames=0), Duration(frames=30), Framing(), {}, HERE)
    scene = Scene((clip,), {"film": facts("film")}, {})
    # Taken down before formats had a codec.
    known = "08ccbc1ad18ce7ff77a1db5665c850b6dc7492a006faf171105989c196b24f84"
    assert scene.span_keys()[0] == known
    assert scene.with_format(codec="hevc").span_keys()[0] != known
