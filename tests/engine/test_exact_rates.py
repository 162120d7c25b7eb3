"""Frames, cues, dissolves and sound on exactly the right frames: every rate, container, language, shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assetkit.cards.kinds import OWN_KINDS
from assetkit.engine.run import Engine
from assetkit.engine.store import Store
from assetkit.render.cards import CARD_CLIPS
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.proof import ink_mask, text_is_drawn
from assetkit.timecode import sample_of_frame
from assetkit.tool.probe import probe_master
from support.clicks import RATE
from support.exact_cut import (
    CLICK_FRAMES,
    DISSOLVE,
    LANGUAGES,
    MASTER_FRAMES,
    SHAPES,
    UNSEEN_CLICKS,
    ExactCut,
    dissolve_sources,
    exact_cut,
    numbered_card,
)
from support.numbered import make_numbered, read_number, read_numbers
from support.playing import Lumas, click_times, play

RATES = tuple(Fraction(rate) for rate in ("24000/1001", "24", "25", "30000/1001", "30", "50", "60"))
PAIRS = tuple(product(SHAPES, LANGUAGES))
IN_STEP = 0.002  # seconds between a picture and its sound


@dataclass(frozen=True)
class Kind:
    """How a master is coded; `lead` frames are cut off the front through the container."""

    name: str
    suffix: str
    codec: str = "h264"
    gop: int = 96
    bframes: int = 3
    open_gop: bool = False
    start: Fraction = Fraction(0)
    lead: int = 0

    def make(self, folder: Path, rate: Fraction) -> tuple[Path, int]:
        """Give a master and the number of its first presented frame."""
        frames = MASTER_FRAMES + self.lead
        # The cut of `make_numbered` begins the sound half a frame before the picture, so the clicks do too.
        shift = round((self.lead - Fraction(1, 2)) / rate * RATE) if self.lead else 0
        clicks = [shift + sample_of_frame(n, rate) for n in sorted((*CLICK_FRAMES, *UNSEEN_CLICKS))]
        path = make_numbered(
            folder / f"master{self.suffix}",
            rate=rate,
            frames=frames,
            codec=self.codec,
            gop=self.gop,
            bframes=self.bframes,
            open_gop=self.open_gop,
            start=self.start,
            edit_list=self.lead,
            clicks=clicks,
        )
        return path, read_numbers(path)[0]


LONG_MP4 = Kind("long-gop-mp4", ".mp4")
OPEN_MKV = Kind("open-gop-mkv", ".mkv", gop=24, open_gop=True)
OPEN_TS = Kind("open-gop-ts", ".ts", gop=24, open_gop=True)
EDITED_MP4 = Kind("edit-list-mp4", ".mp4", gop=24, open_gop=True, lead=30)
LATE_MOV = Kind("late-mov", ".mov", start=Fraction(7, 5))
HEVC_MKV = Kind("hevc-open-gop-mkv", ".mkv", codec="hevc", gop=24, open_gop=True)
FEW = (LONG_MP4, OPEN_MKV, OPEN_TS, EDITED_MP4, LATE_MOV, HEVC_MKV, LONG_MP4)
GRID = (
    OPEN_MKV,
    OPEN_TS,
    EDITED_MP4,
    LATE_MOV,
    HEVC_MKV,
    Kind("edit-list-mov", ".mov", gop=48, lead=17),
    Kind("hevc-late-mp4", ".mp4", codec="hevc", start=Fraction(7, 5)),
    Kind("hevc-ts", ".ts", codec="hevc", gop=48),
    Kind("late-mkv", ".mkv", gop=48, start=Fraction(2)),
    Kind("mpeg2-ts", ".ts", codec="mpeg2", gop=12, bframes=2),
    Kind("mpeg4-mp4", ".mp4", codec="mpeg4", gop=48, bframes=2),
    Kind("prores-mov", ".mov", codec="prores"),
)


@pytest.fixture(autouse=True)
def _a_card_with_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OWN_KINDS, "numbered", 1)
    monkeypatch.setitem(CARD_CLIPS, "numbered", numbered_card)


@pytest.mark.slow
@pytest.mark.parametrize("index", range(len(RATES)), ids=[f"{float(rate):.3f}" for rate in RATES])
def test_every_rate_is_exact(tmp_path: Path, index: int) -> None:
    # Two pairs of shape and language at each rate: so all twelve are seen.
    pairs = [PAIRS[(2 * index + more) % len(PAIRS)] for more in (0, 1)]
    prove(tmp_path, FEW[index], RATES[index], pairs)


@pytest.mark.soak
@pytest.mark.parametrize("rate", RATES, ids=lambda rate: f"{float(rate):.3f}")
def test_every_language_and_shape_is_exact(tmp_path: Path, rate: Fraction) -> None:
    prove(tmp_path, LONG_MP4, rate, PAIRS)


@pytest.mark.soak
@pytest.mark.parametrize("rate", RATES, ids=lambda rate: f"{float(rate):.3f}")
@pytest.mark.parametrize("kind", GRID, ids=lambda kind: kind.name)
def test_every_kind_of_master_is_exact(tmp_path: Path, kind: Kind, rate: Fraction) -> None:
    # Every shape, and one language, another for the next rate: text is drawn after a master is decoded.
    language = LANGUAGES[(GRID.index(kind) + RATES.index(rate)) % len(LANGUAGES)]
    prove(tmp_path, kind, rate, [(shape, language) for shape in SHAPES])


def prove(folder: Path, kind: Kind, rate: Fraction, pairs: Sequence[tuple[str, str]]) -> None:
    """Render the cut for all pairs of shape and language, and look at every frame of each."""
    path, offset = kind.make(folder, rate)
    facts = probe_master(path, colour="bt709", name=path.name)
    assert facts.rate == rate
    check_master(path)
    cut = exact_cut(facts, offset)
    shapes = dict.fromkeys(shape for shape, _ in pairs)
    tasks: dict[Any, Any] = {pair: cut.plan(*pair) for pair in pairs}
    tasks |= {shape: cut.plan(shape, "kk", captions=False) for shape in shapes}
    tasks |= {(shape,): dissolve_sources(cut, shape) for shape in shapes}
    engine = Engine(folder, Store(folder / "store"), 2)
    made = engine.make(tasks.values())
    assert not engine.outcome.failed
    for shape in shapes:
        plain = play(made[tasks[shape].key].path)
        check_numbers(cut, shape, plain.lumas)
        check_dissolve(plain.lumas, play(made[tasks[(shape,)].key].path).lumas)
        check_sound(cut, made[tasks[shape].key].path)
        for language in (language for one, language in pairs if one == shape):
            captioned = made[tasks[shape, language].key].path
            lumas = play(captioned).lumas
            check_numbers(cut, shape, lumas)
            check_cues(cut.shown(shape, language), lumas, plain.lumas)
            check_sound(cut, captioned)


def check_master(path: Path) -> None:
    """The clicks of the master lie at their own frames, as it is played: else nothing below means much."""
    times, clicks = click_times(path)
    wanted = sorted((*CLICK_FRAMES, *UNSEEN_CLICKS))
    assert len(clicks) == len(wanted)
    apart = [click - times[n] for click, n in zip(clicks, wanted, strict=True)]
    assert max(map(abs, apart)) <= IN_STEP / 2, apart


def check_numbers(cut: ExactCut, shape: str, lumas: Lumas) -> None:
    """Every frame in order, none lost or doubled."""
    wanted = cut.numbers()
    found = [read_number(luma, cut.region(shape, n)) for n, luma in enumerate(lumas[: len(wanted)])]
    assert len(lumas) == len(wanted)
    seen = [n if wanted[place] is not None else None for place, n in enumerate(found)]
    assert seen == wanted


def check_dissolve(lumas: Lumas, sources: Lumas) -> None:
    """Frame k of n is the exact mixture (n - k) : (k + 1) of its own two source frames, and of no others."""
    length = len(DISSOLVE)
    first, second = (part.astype(np.float64) for part in (sources[:length], sources[length:]))
    assert len(sources) == 2 * length
    for step in range(length):
        seen = lumas[DISSOLVE.start + step].astype(np.float64)
        share = (step + 1) / (length + 1)
        errors = {
            (one, other): float(np.abs(seen - (1 - share) * first[one] - share * second[other]).mean())
            for one, other in product(range(length), repeat=2)
        }
        assert min(errors, key=errors.__getitem__) == (step, step), (step, errors)
        assert errors[step, step] < 1.5, (step, errors[step, step])
        change = second[step] - first[step]
        weight = float(((seen - first[step]) * change).sum() / (change * change).sum())
        assert abs(weight - share) < 0.01, (step, weight, share)


def check_cues(shown: dict[int, CaptionLayout], lumas: Lumas, plain: Lumas) -> None:
    """Each cue on exactly its frames, and nothing of any cue on the others."""
    layouts = set(shown.values())
    inks = {layout: ink_mask(layout)[0] for layout in layouts}
    everywhere = np.zeros(lumas.shape[1:], bool)
    for layout in layouts:
        box = layout.box
        everywhere[box.y : box.bottom, box.x : box.right] = True
    for number, luma in enumerate(lumas):
        change = np.abs(luma.astype(np.int16) - plain[number])
        if number not in shown:
            assert change[everywhere].mean() < 2, f"something is drawn on frame {number}"
            continue
        layout = shown[number]
        assert change[inks[layout]].mean() > 60, f"nothing is drawn on frame {number}"
        if shown.get(number - 1) != layout or shown.get(number + 1) != layout:
            assert text_is_drawn(luma, layout), f"the cue is not on frame {number}"


def check_sound(cut: ExactCut, path: Path) -> None:
    """Each click at the time of its picture, whether the player honours edit lists or not."""
    wanted = cut.numbers()
    for honour_edits in (True, False):
        times, clicks = click_times(path, honour_edits=honour_edits)
        assert times == pytest.approx([float(n / cut.facts.rate) for n in range(len(wanted))], abs=2e-6)
        shown = [times[wanted.index(number + cut.offset)] for number in CLICK_FRAMES]
        assert len(clicks) == len(shown), (clicks, shown)
        apart = [click - time for click, time in zip(clicks, shown, strict=True)]
        assert max(map(abs, apart)) <= IN_STEP, (apart, honour_edits)
