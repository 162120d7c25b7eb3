"""A cut of numbered clips over which a card lies whose every frame carries its own number, with alpha."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.cards.book import CardBook
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Findings
from assetkit.engine.batch import tool_versions
from assetkit.geometry import Box, Size
from assetkit.media.facts import MasterFacts
from assetkit.plan.build import Renditions
from assetkit.plan.tasks import FileTask, SpanTask
from assetkit.platforms.records import Format, Layout, Platform
from assetkit.recipe.records import Captions as CaptionSettings
from assetkit.recipe.records import CardItem, ClipItem, Cut, DissolveItem, Film, Framing, Item, Overlay
from assetkit.render.spans import make_spans
from assetkit.timecode import Duration
from assetkit.timeline.conform import conform
from support.campaigns import CAMPAIGN, HERE
from support.numbered import draw_code

KIND = "numbered-over"
SIZE = Size(320, 180)
CORNER = Box(8, 8, 90, 90)
"""Where the overlay is opaque and carries its number; the rest of it is clear, but for a veil of one half."""
VEIL = Box(230, 100, 60, 60)
FIRST_NUMBER = 2000
VEIL_COLOUR = (236, 0, 140)

Pixels = npt.NDArray[np.uint8]


def numbered_over(spec: CardSpec) -> Any:
    """Make a moviepy clip with a mask: opaque in a corner, half in a veil, and clear elsewhere."""
    from moviepy import VideoClip

    def number_at(seconds: float) -> int:
        return FIRST_NUMBER + int(np.floor(seconds * float(spec.rate) + 0.5))

    def picture(seconds: float) -> Pixels:
        frame = np.full((spec.size.height, spec.size.width, 3), VEIL_COLOUR, np.uint8)
        luma = draw_code(number_at(seconds), (CORNER.width, CORNER.height))
        frame[CORNER.y : CORNER.bottom, CORNER.x : CORNER.right] = luma[..., None]
        return frame

    def mask(_seconds: float) -> npt.NDArray[np.float64]:
        alpha = np.zeros((spec.size.height, spec.size.width))
        alpha[CORNER.y : CORNER.bottom, CORNER.x : CORNER.right] = 1.0
        alpha[VEIL.y : VEIL.bottom, VEIL.x : VEIL.right] = 0.5
        return alpha

    clip = VideoClip(picture, duration=float(spec.frames / spec.rate))
    clip.mask = VideoClip(mask, is_mask=True)
    return clip


def small_platform(name: str = "small") -> Platform:
    """Give a platform of 320x180 in which hardly anything is lost in coding."""
    coded = Format(name, SIZE, preset="ultrafast", crf=4, threads=1, maxrate=100_000, bufsize=100_000)
    layout = Layout(name, SIZE, Box(8, 120, 304, 52), Box(8, 8, 304, 164))
    return Platform(name, name, coded, layout, ())


def clip_of(facts: MasterFacts, start: int, stop: int) -> ClipItem:
    """Give frames [start, stop) of a master."""
    film = Film("film", {}, facts.path, {}, None, HERE)
    return ClipItem(film, Duration(frames=start), Duration(frames=stop), Framing(), {}, HERE)


def overlay_of(card: CardItem, start: int, length: int | None, *, excluded: tuple[str, ...] = ()) -> Overlay:
    """Lay a card over frames [start, start + length) of a cut."""
    frames = Duration(frames=length) if length is not None else None
    return Overlay(card, Duration(frames=start), frames, excluded, HERE)


def cut_of(items: tuple[Item, ...], *overlays: Overlay) -> Cut:
    """Make a cut of nothing but these."""
    return replace(Cut("cut", items, None, None, (), CaptionSettings(), ("small",), HERE), overlays=overlays)


def joined(facts: MasterFacts) -> tuple[Item, ...]:
    """Give two clips with a dissolve of 6 frames about frame 60: master frames 10 to 70, then 100 to 160."""
    dissolve = DissolveItem(Duration(frames=6), HERE)
    return (clip_of(facts, 10, 70), dissolve, clip_of(facts, 100, 160))


def plan_cut(cut: Cut, facts: MasterFacts, *, language: str = "kk", rate: Fraction | None = None) -> FileTask:
    """Plan a cut of one master for the small platform."""
    findings, campaign = Findings(), replace(CAMPAIGN, rate=rate or facts.rate)
    timeline = conform(cut, {"film": facts}, campaign, findings)
    assert timeline is not None, findings.items
    renditions = Renditions(timeline, CardBook(campaign), tool_versions(), cut=cut)
    return renditions.plan((), small_platform(), language)


def decode(spans: tuple[SpanTask, ...], root: Path, folder: Path) -> list[Pixels]:
    """Make spans one after the other and give their frames as (height, width, 3) sRGB."""
    import av

    from assetkit.render.stills import _to_rgb

    frames: list[Pixels] = []
    for number, span in enumerate(spans):
        place = folder / str(number)
        place.mkdir(parents=True)
        (path,) = make_spans([span], root, place)
        with av.open(str(path)) as container:
            frames += [_to_rgb(frame) for frame in container.decode(video=0)]
    return frames
