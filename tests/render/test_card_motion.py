"""How cards come and go: clean at both ends, steadily between, and the same in every process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.campaign.brand_parts import Motion
from assetkit.cards.kinds import KINDS, OVERLAY_KINDS
from assetkit.cards.layout import Layout, Line, Placed
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size
from assetkit.render.painting import CardPainter
from support.card_boxes import CARDS
from support.figures import FIGURE_CAMPAIGN

TESTS = Path(__file__).parent.parent
SMALL = Size(270, 480), Box(30, 72, 165, 240)
BROAD = Size(480, 270), Box(30, 18, 420, 234)
RATES = (Fraction(24000, 1001), Fraction(25), Fraction(60))
STAYING = {kind for kind, each in KINDS.items() if not each.leaves}
SHORT = ("count-up", "title", "lower-third")
IN_FULL = [kind if kind == "count-up" else pytest.param(kind, marks=pytest.mark.slow) for kind in CARDS]


def small(
    kind: str,
    rate: Fraction = Fraction(25),
    where: tuple[Size, Box] = SMALL,
    frames: int = 0,
    reduced: bool = False,
) -> CardSpec:
    brand = replace(FIGURE_CAMPAIGN.brand, motion=Motion(reduced=reduced))
    campaign = replace(FIGURE_CAMPAIGN, brand=brand)
    frames = frames or card_frames(CARDS[kind], campaign, rate)
    spec = resolve_card(CARDS[kind], campaign, "kk", *where, frames, rate)
    return replace(spec, clear=kind in OVERLAY_KINDS)


def painter_of(spec: CardSpec, layout: Layout | None = None) -> CardPainter:
    return CardPainter(spec, layout or KINDS[spec.kind].layout(spec))


def nothing(spec: CardSpec) -> npt.NDArray[np.uint8]:
    """Give the ground alone: near-black, or wholly clear."""
    layout = KINDS[spec.kind].layout(spec)
    return CardPainter(spec, replace(layout, placed=())).frame(spec.hold_from)


def demand_clean(spec: CardSpec) -> None:
    """Demand that the first and the last frame show all of the card, or nothing of it."""
    painter, ground = painter_of(spec), nothing(spec)
    whole = painter.frame(spec.hold_from)
    first, last = painter.frame(0), painter.frame(spec.frames - 1)
    assert not np.array_equal(whole, ground)
    assert np.array_equal(first, ground if spec.moves else whole), spec.kind
    leaves = spec.moves and spec.kind not in STAYING
    assert np.array_equal(last, ground if leaves else whole), spec.kind


@pytest.mark.parametrize("kind", IN_FULL)
def test_the_first_and_the_last_frame_are_bare_or_whole(kind: str) -> None:
    demand_clean(small(kind))
    demand_clean(small(kind, frames=4))  # too short to move: all of it from first to last
    demand_clean(small(kind, reduced=True))


@pytest.mark.soak
@pytest.mark.parametrize("rate", RATES, ids=str)
@pytest.mark.parametrize("kind", CARDS)
def test_they_are_at_every_rate_and_shape_and_length(kind: str, rate: Fraction) -> None:
    for where in (SMALL, BROAD):
        for frames in (0, 1, 20, 45, 90, 300):
            demand_clean(small(kind, rate, where, frames))


@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, marks=pytest.mark.slow if kind in SHORT else pytest.mark.soak) for kind in CARDS],
)
def test_nothing_flickers_between(kind: str) -> None:
    """A part that enters is never fainter in the next frame, and one that leaves is never clearer."""
    spec = small(kind)
    layout = KINDS[kind].layout(spec)
    lines = [part for part in layout.placed if isinstance(part.what, Line)]
    for part in {0: lines[0], -1: lines[-1]}.values() if lines else layout.placed[:1]:
        turns = part.turns.start if part.turns else spec.hold_from + 1
        until = min(spec.hold_from + 1, turns)
        coming = inks_of(spec, layout, part, range(until))
        going = inks_of(spec, layout, part, range(spec.hold_until - 1, spec.frames))
        assert coming == sorted(coming) and going == sorted(going, reverse=True), kind
        assert coming[-1] > 0


def inks_of(spec: CardSpec, layout: Layout, part: Placed, numbers: range) -> list[float]:
    """Give how much ink one part shows in some frames, to a five hundredth: rounding is no flicker."""
    still = replace(part, enters=replace(part.enters, rise=0))  # what rises crosses pixels on its way
    painter, zone = painter_of(spec, replace(layout, placed=(still,))), spec.zone
    place = np.s_[zone.y : zone.bottom, zone.x : zone.right]
    ground = nothing(spec)[place].astype(np.int16)
    inks = [float(np.abs(painter.frame(number)[place] - ground).sum()) for number in numbers]
    most = max(inks)
    return [round(500 * ink / most) / 500 for ink in inks]


def digest() -> str:
    """Digest frames of every kind, in motion and at rest."""
    found = hashlib.sha256()
    for kind in CARDS:
        spec = small(kind)
        painter = painter_of(spec)
        for number in (1, spec.hold_from // 2, spec.hold_from, spec.frames - 3):
            found.update(painter.frame(number).tobytes())
    return found.hexdigest()


@pytest.mark.slow
def test_two_processes_draw_the_same_bytes() -> None:
    code = "from render.test_card_motion import digest; print(digest())"
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(TESTS), "LC_ALL": "C"}
    other = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == digest()
