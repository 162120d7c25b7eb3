"""Colour that comes in is the colour that goes out: patches in decoded Y'CbCr, against our own arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.cards.kinds import OWN_KINDS
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Findings
from assetkit.engine.batch import tool_versions
from assetkit.engine.run import Engine
from assetkit.engine.store import Store
from assetkit.errors import MediaError
from assetkit.geometry import Box, Size
from assetkit.media.facts import MasterFacts
from assetkit.plan.build import plan_file
from assetkit.plan.tasks import CardSource, FileTask, FootageSource
from assetkit.platforms.records import Format, Layout, Platform
from assetkit.quality.inspect import inspect_file
from assetkit.recipe.records import Captions, CardItem, ClipItem, Cut, Film, Framing, Item
from assetkit.render.cards import CARD_CLIPS, card_clip, frame_at
from assetkit.timecode import Duration
from assetkit.timeline.conform import conform
from assetkit.tool.probe import probe_master
from support.campaigns import CAMPAIGN, END_CARD, HERE, ZONES
from support.exact_cut import SHAPES
from support.patches import Coding, code_rgb, encode_bt709, expected_colour, make_patch_master, patch_areas
from support.playing import decode_planes

Planes = tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8], npt.NDArray[np.uint8]]
FRAMES = 3
FOOTAGE, CARD = 2.0, 1.0  # codes by which a picture may be off
BT709 = ("bt709", "bt709", "bt709", "tv")
FAR = 16  # pixels: a macroblock
MAGENTA = "#EC008C"
FITS = {
    "crop": Framing(),
    "blur": Framing("blur"),
    "colour": Framing("colour", ground=MAGENTA),
    "pad": Framing("pad"),
}
# R'G'B' of the patches: strong and skin tones, a grey; the middle columns are those that every crop shows.
LIGHTS = (
    (0.8, 0.6, 0.5),
    (0.9, 0.1, 0.1),
    (0.1, 0.8, 0.15),
    (0.5, 0.5, 0.5),
    (0.9, 0.8, 0.1),
    (0.1, 0.15, 0.9),
    (0.93, 0.0, 0.55),
    (0.1, 0.7, 0.7),
)
CODINGS = {
    "8 bits": Coding(),
    "10 bits": Coding(bits=10),
    "full range": Coding(full=True),
    "full range, 10 bits": Coding(full=True, bits=10),
    "BT.601 matrix": Coding("smpte170m", "bt709", "bt709"),
    "525 lines": Coding("smpte170m", "smpte170m", "smpte170m"),
    "625 lines": Coding("bt470bg", "bt470bg", "smpte170m"),
    "625 lines, full range, 10 bits": Coding("bt470bg", "bt470bg", "smpte170m", bits=10, full=True),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CODINGS)
def test_patches_of_footage_come_out_right(tmp_path: Path, name: str) -> None:
    coding = CODINGS[name]
    steps = 4 if coding.bits > 8 else 1
    patches = [_stepped(code_rgb(light, coding), steps) for light in LIGHTS]
    path = make_patch_master(tmp_path / "patches.mp4", patches, coding)
    facts = probe_master(path, name=path.name)
    wanted = [expected_colour(patch, coding) for patch in patches]
    tasks = {
        (shape, fit): _plan(_clip(facts, framing), _platform(shape, size), {"film": facts})
        for shape, size in SHAPES.items()
        for fit, framing in FITS.items()
    }
    for (shape, fit), file in _make(tmp_path, tasks).items():
        task = tasks[shape, fit]
        check_tags(file)
        for planes in decode_planes(file):
            check_patches(planes, task, wanted)
            check_ground(planes, task, fit)


@pytest.mark.slow
def test_brand_colours_of_a_card_come_out_right(tmp_path: Path) -> None:
    tasks: dict[Any, FileTask] = {}
    card = replace(END_CARD, length=Duration(frames=FRAMES))
    for (shape, (size, zone)), language in zip(ZONES.items(), cycle(CAMPAIGN.languages), strict=False):
        tasks[shape] = _plan(card, _platform(shape, size, zone), {}, language)
    for key, file in _make(tmp_path, tasks).items():
        check_tags(file)
        spec = _spec(tasks[key])
        picture = frame_at(card_clip(spec), FRAMES - 1, spec.rate)
        brand = {spec.background, spec.foreground, spec.accent}
        assert check_fields(decode_planes(file)[-1], picture) >= {colour.upper() for colour in brand}


@pytest.mark.slow
def test_colours_of_a_card_of_ones_own_come_out_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(OWN_KINDS, "patches", 1)
    monkeypatch.setitem(CARD_CLIPS, "patches", _patch_card)
    card = CardItem("patches", Duration(frames=FRAMES), {}, None, None, HERE)
    tasks: dict[Any, FileTask] = {
        shape: _plan(card, _platform(shape, size), {}) for shape, size in SHAPES.items()
    }
    for shape, file in _make(tmp_path, tasks).items():
        check_tags(file)
        for planes in decode_planes(file):
            assert len(check_fields(planes, _patch_picture(SHAPES[shape]))) == len(LIGHTS)


@pytest.mark.parametrize(
    ("coding", "reason"),
    [
        (Coding("bt709", "smpte432", "bt709"), "smpte432"),
        (Coding("bt709", "bt709", "linear"), "linear"),
        (Coding("smpte240m", "smpte240m", "smpte240m"), "smpte240m"),
    ],
    ids=["P3", "linear light", "SMPTE 240M"],
)
def test_colours_that_are_not_converted_are_refused(tmp_path: Path, coding: Coding, reason: str) -> None:
    grey = [(128.0, 128.0, 128.0)] * len(LIGHTS)
    path = make_patch_master(tmp_path / "patches.mp4", grey, coding, frames=3)
    with pytest.raises(MediaError) as caught:
        probe_master(path)
    assert reason in caught.value.message
    assert "BT.709" in (caught.value.remedy or "")


def check_tags(file: Path) -> None:
    """Stream and container say BT.709, whole."""
    picture = inspect_file(file, loudness=False).picture
    assert picture is not None
    assert picture.colour == picture.tag == BT709
    assert picture.pixel_format == "yuv420p"


def check_patches(planes: Planes, task: FileTask, wanted: Sequence[npt.NDArray[np.float64]]) -> None:
    """The middle of each patch that is in the picture, every pixel of it."""
    seen = 0
    for area, colour in zip(patch_areas(), wanted, strict=True):
        middle = _middle(area, task)
        if middle is None:
            continue
        seen += 1
        assert _furthest(planes, middle, colour) <= FOOTAGE, (area, colour)
    assert seen >= 4


def check_ground(planes: Planes, task: FileTask, fit: str) -> None:
    """The plain ground beside a picture that was fitted whole, where there is one."""
    size, inside = task.spans[0].format.size, _footage(task).view.box
    if fit not in ("colour", "pad") or inside.size == size:
        return
    light = _light(MAGENTA) if fit == "colour" else (0.0, 0.0, 0.0)
    corners = (Box(2, 2, 12, 12), Box(size.width - 14, size.height - 14, 12, 12))
    assert all(_furthest(planes, corner, encode_bt709(light)) <= CARD for corner in corners)


def check_fields(planes: Planes, picture: npt.NDArray[np.uint8]) -> set[str]:
    """Every field of one colour that is large enough to have an inside; gives the colours by "#RRGGBB".

    A field is right as a whole (its mean), and in every pixel that is far enough from other colours for
    the coder not to let them shine in.
    """
    code = picture.astype(np.int64) @ np.array([1 << 16, 1 << 8, 1])
    inside, far = _same_around(code, 4), _same_around(code, FAR)
    found = set()
    for value in np.unique(code[inside]):
        colour = encode_bt709([(value >> shift & 255) / 255 for shift in (16, 8, 0)])
        name = f"#{value:06X}"
        for number, (plane, wanted) in enumerate(zip(planes, colour, strict=True)):
            field, core = (_halved(mask & (code == value), number > 0) for mask in (inside, far))
            assert abs(plane[field].mean() - wanted) <= CARD, (name, number)
            assert not core.any() or np.abs(plane[core] - wanted).max() <= CARD, (name, number)
        found.add(name)
    return found


def _halved(mask: npt.NDArray[np.bool_], chroma: bool) -> npt.NDArray[np.bool_]:
    return mask[::2, ::2] if chroma else mask


def _stepped(patch: Sequence[float], steps: int) -> tuple[float, float, float]:
    """Round to what the master's bits can hold, on the 8-bit scale."""
    luma, blue, red = (round(value * steps) / steps for value in patch)
    return luma, blue, red


def _clip(facts: MasterFacts, framing: Framing) -> ClipItem:
    film = Film("film", {}, facts.path, {}, None, HERE)
    return ClipItem(film, Duration(frames=0), Duration(frames=FRAMES), framing, {}, HERE)


def _platform(shape: str, size: Size, zone: Box | None = None) -> Platform:
    whole = zone or Box(0, 0, size.width, size.height)
    coded = Format(shape, size, preset="faster", crf=18, threads=1)
    return Platform(shape, shape, coded, Layout(shape, size, whole, whole), ())


def _plan(item: Item, platform: Platform, masters: dict[str, MasterFacts], language: str = "kk") -> FileTask:
    cut = Cut("cut", (item,), None, None, (), Captions(), (platform.name,), HERE)
    findings = Findings()
    timeline = conform(cut, masters, CAMPAIGN, findings)
    assert timeline is not None, findings.items
    return plan_file(timeline, (), CAMPAIGN, platform, language, tool_versions())


def _make(folder: Path, tasks: dict[Any, FileTask]) -> dict[Any, Path]:
    engine = Engine(folder, Store(folder / "store"), 2)
    made = engine.make(tasks.values())
    assert not engine.outcome.failed
    return {name: made[task.key].path for name, task in tasks.items()}


def _footage(task: FileTask) -> FootageSource:
    source = task.spans[0].sources[0]
    assert isinstance(source, FootageSource)
    return source


def _spec(task: FileTask) -> CardSpec:
    source = task.spans[0].sources[0]
    assert isinstance(source, CardSource)
    return source.spec


def _middle(area: Box, task: FileTask) -> Box | None:
    """Give the middle of what is to be seen of a patch, in pixels of the picture; None where it is cut."""
    source, size = _footage(task), task.spans[0].format.size
    view, master = source.view, source.facts.size
    if view.fit == "crop":
        shown, placed = view.box, Box(0, 0, size.width, size.height)
    else:
        shown, placed = Box(0, 0, master.width, master.height), view.box
    left, right = max(area.x, shown.x), min(area.right, shown.right)
    top, bottom = max(area.y, shown.y), min(area.bottom, shown.bottom)
    if right - left < 24 or bottom - top < 24:
        return None
    x = placed.x + ((left + right) / 2 - shown.x) * placed.width / shown.width
    y = placed.y + ((top + bottom) / 2 - shown.y) * placed.height / shown.height
    return Box(int(x) // 2 * 2 - 4, int(y) // 2 * 2 - 4, 8, 8)


def _furthest(planes: Planes, area: Box, colour: npt.NDArray[np.float64]) -> float:
    """Give the greatest distance, in codes, of any pixel of an area from a colour."""
    apart = []
    for plane, part, wanted in zip(planes, (1, 2, 2), colour, strict=True):
        rows = slice(area.y // part, area.bottom // part)
        seen = plane[rows, area.x // part : area.right // part]
        apart.append(float(np.abs(seen - wanted).max()))
    return max(apart)


def _light(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _same_around(code: npt.NDArray[np.int64], reach: int) -> npt.NDArray[np.bool_]:
    """Mark the pixels whose surroundings, `reach` to each side, all have their colour."""
    rows, columns = code.shape
    edges = np.zeros((rows, columns), np.int64)
    edges[:, 1:] |= code[:, 1:] != code[:, :-1]
    edges[1:] |= code[1:] != code[:-1]
    sums = np.pad(edges, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    side = 2 * reach + 1
    count = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    same = np.zeros((rows, columns), bool)
    same[reach : rows - reach, reach : columns - reach] = count == 0
    return same


def _patch_picture(size: Size) -> npt.NDArray[np.uint8]:
    picture = np.zeros((size.height, size.width, 3), np.uint8)
    columns = np.linspace(0, size.width, len(LIGHTS) + 1).astype(int)
    for number, light in enumerate(LIGHTS):
        picture[:, columns[number] : columns[number + 1]] = np.rint(np.array(light) * 255)
    return picture


def _patch_card(spec: CardSpec) -> Any:
    from moviepy import VideoClip

    picture = _patch_picture(spec.size)
    return VideoClip(lambda _seconds: picture, duration=float(Fraction(spec.frames) / spec.rate))
