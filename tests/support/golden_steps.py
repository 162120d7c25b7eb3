"""The kinds of steps that have a golden: how each is run, and what is measured of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.resolve import resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.engine.batch import tool_versions
from assetkit.geometry import Box, Focus, Size
from assetkit.plan import tasks as steps
from assetkit.plan.tasks import (
    CardSource,
    FileTask,
    FootageSource,
    MixTask,
    OverlaySource,
    SoundTask,
    SpanTask,
    View,
)
from assetkit.recipe.records import CardItem, Framing
from assetkit.render.cards import CARD_CLIPS, register_card
from assetkit.render.files import make_file
from assetkit.render.levelling import encode_sound, level_and_encode
from assetkit.render.sound import extract_sound, map_sound, render_mix
from assetkit.sound.mix import MixPlan, SoundPiece
from assetkit.sound.records import BEDS_VERSION, Bed, Duck
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import Emphasis
from assetkit.subtitles.layout import CaptionLayout, lay_out, lay_out_super
from assetkit.timecode import FrameRange
from support.campaigns import (
    COUNT_UP_CARD,
    END_CARD,
    MILESTONE_CARD,
    PARTNERS_CARD,
    PHRASES_CARD,
    QUOTE_CARD,
    TITLE_CARD,
    WARNING_CARD,
    card,
)
from support.clicks import read_sound
from support.figures import BARS_CARD, FIGURE_CAMPAIGN, PICTOGRAM_CARD, RING_CARD, TIMELINE_CARD
from support.golden_master import RATE, SQUARE, TALL, Studio
from support.lying import COUNTER, LABEL, LOGO, LOWER_THIRD

_OWN = "golden-gradient"

Golden = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One kind of step: the versions and the tools that its keys name, and what it gives.

    `measure` gives named digests, which must be equal, and named lists of numbers, which must be near.
    """

    versions: Callable[[], dict[str, int]]
    tools: tuple[str, ...]
    measure: Callable[[Studio], dict[str, Any]]
    tolerance: float = 0.0

    def record(self, studio: Studio) -> Golden:
        """Run the step and say what it gave, with its versions."""
        known = tool_versions()
        tools = {name: known[name] for name in self.tools}
        return {"versions": self.versions(), "tools": tools, "gives": self.measure(studio)}

    def differs(self, old: Golden, new: Golden) -> list[str]:
        """Give the names of what is no longer the same."""
        return [
            name
            for name in sorted({*old["gives"], *new["gives"]})
            if not _near(old["gives"].get(name), new["gives"].get(name), self.tolerance)
        ]


def _near(old: Any, new: Any, tolerance: float) -> bool:
    if isinstance(old, list) and isinstance(new, list):
        one, two = (np.array([[float(word) for word in str(row).split()] for row in x]) for x in (old, new))
        return one.shape == two.shape and bool(np.abs(one - two).max(initial=0) <= tolerance)
    return bool(old == new)


# What is measured.


def _pictures(path: Path) -> str:
    """Give the digest of all decoded planes, without what lies beyond their edges."""
    import av

    digest = hashlib.sha256()
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            digest.update(f"{frame.pts} {frame.width}x{frame.height} {frame.format.name}\n".encode())
            for plane in frame.planes:
                rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
                digest.update(np.ascontiguousarray(rows[:, : plane.width]).tobytes())
    return digest.hexdigest()


def _span_gives(path: Path) -> dict[str, Any]:
    return {"pictures": _pictures(path), "bytes": hashlib.sha256(path.read_bytes()).hexdigest()}


def _packets(path: Path, kind: str) -> Iterator[tuple[int | None, int | None, bool, bytes]]:
    import av

    with av.open(str(path)) as container:
        stream = container.streams.video[0] if kind == "video" else container.streams.audio[0]
        for packet in container.demux(stream):
            if packet.size:
                yield packet.pts, packet.dts, packet.is_keyframe, bytes(packet)


def _blocks(samples: npt.ArrayLike) -> list[str]:
    """Sum up sound in blocks of 10 ms, a line each: means of both sides, then of their absolute values."""
    sound = np.asarray(samples, np.float64)
    whole = sound[: len(sound) // 480 * 480].reshape(-1, 480, 2)
    means = np.concatenate([whole.mean(axis=1), np.abs(whole).mean(axis=1)], axis=1)
    return [" ".join(f"{value:.6f}" for value in row) for row in means]


# The steps.


def _span(task: Callable[[Studio], SpanTask]) -> Step:
    return Step(
        lambda: {"span": steps.SPAN_VERSION},
        ("ffmpeg",),
        lambda studio: _span_gives(studio.make(task(studio))),
    )


def _framed(size: Size, framing: Framing) -> Step:
    return _span(lambda studio: studio.span(size, 10, (studio.footage(size, 13, framing),)))


def _texts(size: Size, style: CaptionStyle) -> tuple[AssEvent, ...]:
    zone = Box(10, size.height // 2, size.width - 20, size.height // 2 - 10)
    caption = lay_out("Үйге қайт,\nәке", "kk", size=size, zone=zone, style=style)
    above = lay_out_super("Смотри", "ru", size=size, zone=Box(10, 10, size.width - 20, size.height // 2))
    assert isinstance(caption, CaptionLayout)
    assert isinstance(above, CaptionLayout)
    return (AssEvent(FrameRange(2, 9), caption), AssEvent(FrameRange(0, 6), above, "#FFEE00"))


def _worded(name: str) -> Step:
    def task(studio: Studio) -> SpanTask:
        return studio.span(SQUARE, 10, (studio.footage(SQUARE, 13),), _texts(SQUARE, PRESETS[name]))

    return _span(task)


def _moving(style: CaptionStyle) -> Step:
    """A text that comes and goes, with a slanted word and one that is said."""

    def task(studio: Studio) -> SpanTask:
        caption = _texts(SQUARE, style)[0].layout
        slanted = replace(caption, emphasis=(Emphasis(0, 3, italic=True),))
        event = AssEvent(FrameRange(0, 10), slanted, "#FFFFFF", FrameRange(-1, 11), ((0, 0), (4, 4)))
        return studio.span(SQUARE, 10, (studio.footage(SQUARE, 13),), (event,))

    return _span(task)


def _card_spec(item: CardItem, size: Size, frames: int = 90) -> CardSpec:
    zone = Box(size.width // 10, size.height // 10, size.width * 8 // 10, size.height * 8 // 10)
    return resolve_card(item, FIGURE_CAMPAIGN, "kk", size, zone, frames, RATE)


def _card_versions(item: CardItem) -> dict[str, int]:
    return {"span": steps.SPAN_VERSION, "held": steps.HELD_VERSION, "card": KINDS[item.kind].version}


def _card(item: CardItem, size: Size, frames: int = 90) -> Step:
    """Frames in motion, then standing still."""

    def measure(studio: Studio) -> dict[str, Any]:
        spec = _card_spec(item, size, frames)
        start = max(0, spec.hold_from - 8)
        return _span_gives(studio.make(studio.span(size, 14, (CardSource(spec, start),))))

    def versions() -> dict[str, int]:
        return _card_versions(item)

    return Step(versions, ("ffmpeg", "drawing"), measure)


def _lying(item: CardItem) -> Step:
    """A card over footage that was there before it: in motion, then standing."""

    def measure(studio: Studio) -> dict[str, Any]:
        spec = replace(_card_spec(item, SQUARE), clear=True)
        over = OverlaySource(spec, 2, 12, max(0, spec.hold_from - 8))
        span = studio.span(SQUARE, 14, (studio.footage(SQUARE, 5),))
        return _span_gives(studio.make(replace(span, overlays=(over,))))

    def versions() -> dict[str, int]:
        return _card_versions(item)

    return Step(versions, ("ffmpeg", "drawing"), measure)


def _own_card(studio: Studio) -> dict[str, Any]:
    register_card(_OWN, _gradient, 1)
    try:
        spec = _card_spec(card(_OWN), SQUARE)
        return _span_gives(studio.make(studio.span(SQUARE, 8, (CardSource(spec, 3),))))
    finally:
        del CARD_CLIPS[_OWN], OWN_KINDS[_OWN]


def _gradient(spec: CardSpec) -> Any:
    from moviepy import VideoClip

    rows, columns = np.mgrid[0 : spec.size.height, 0 : spec.size.width]

    def frame(seconds: float) -> npt.NDArray[np.uint8]:
        shift = int(seconds * float(spec.rate) + 0.5) * 8
        layers = [(columns + shift) % 256, (rows + shift) % 256, (columns + rows) % 256]
        return np.stack(layers, axis=2).astype(np.uint8)

    return VideoClip(frame, duration=float(spec.frames / spec.rate))


def _into_card(studio: Studio) -> SpanTask:
    spec = _card_spec(TITLE_CARD, SQUARE)
    return studio.span(SQUARE, 7, (studio.footage(SQUARE, 21), CardSource(spec, -3)))


def _joined(studio: Studio) -> dict[str, Any]:
    parts = [
        studio.span(SQUARE, frames, (studio.footage(SQUARE, start),))
        for start, frames in ((3, 9), (20, 1), (25, 6))
    ]
    folder = studio.folder()
    sound = folder / "sound.aac"
    # True silence is coded alike everywhere.
    encode_sound(np.zeros((48000 * 16 // 25, 2), np.float32), sound, kbps=128)
    mix = MixTask(MixPlan(0, ()), (), "golden")
    task = FileTask(tuple(parts), SoundTask(mix, -14, -1.5, 128, "golden"), "golden")
    made = make_file(task, [studio.make(part) for part in parts], sound, folder)
    gives = {"pictures": _pictures(made)}
    for kind in ("video", "audio"):
        digest = hashlib.sha256()
        for packet in _packets(made, kind):
            digest.update(repr(packet).encode())
        gives[f"{kind} packets"] = digest.hexdigest()
    return gives


def _extracted(studio: Studio) -> dict[str, Any]:
    out = studio.folder() / "sound.f32"
    start = studio.facts.first_pts * studio.facts.time_base
    extract_sound(studio.root / "master.mov", 0, out, picture_start=start)
    return {"samples": out.stat().st_size // 8, "blocks": _blocks(map_sound(out))}


def _pcm(studio: Studio, seconds: float) -> Path:
    """Write raw sound that needs no tool: two tones that swell, and noise."""
    place = np.arange(int(seconds * 48000))
    swell = 0.05 + 0.2 * (place % 24000) / 24000
    tone = swell * np.sin(2 * np.pi * 330 * place / 48000)
    noise = ((place * 7919 % 4001) - 2000) / 40000
    out = studio.folder() / "source.f32"
    np.stack([tone + noise, tone - noise], axis=1).astype("<f4").tofile(out)
    return out


def _mixed(studio: Studio) -> dict[str, Any]:
    out = studio.folder() / "mix.f32"
    pieces = (
        SoundPiece("a", 4800, 0, 14400),
        SoundPiece("a", 40000, 14400, 9600),
        SoundPiece("a", 12000, 24000, 9600, cross=4800, cross_before=2400),
        SoundPiece(None, 0, 33600, 4800),
        SoundPiece("a", 60000, 38400, 9600),
    )
    render_mix(MixPlan(48000, pieces), {"a": _pcm(studio, 2)}, out)
    return {"samples": out.stat().st_size // 8, "blocks": _blocks(map_sound(out))}


def _on_footage(item: CardItem) -> Step:
    """A clear card over the blurred master, under a scrim."""

    def measure(studio: Studio) -> dict[str, Any]:
        spec = replace(_card_spec(item, SQUARE), clear=True)
        view = View.behind(Focus(0.4, 0.5), studio.facts.size, SQUARE)
        source = CardSource(spec, 3, FootageSource(studio.facts, 8, view), 67)
        return _span_gives(studio.make(studio.span(SQUARE, 12, (source,))))

    def versions() -> dict[str, int]:
        return _card_versions(item)

    return Step(versions, ("ffmpeg", "drawing"), measure)


def _bedded(studio: Studio) -> dict[str, Any]:
    out = studio.folder() / "mix.f32"
    pieces = (
        SoundPiece(None, 0, 0, 48000),
        SoundPiece("a", 4800, 48000, 48000),
        SoundPiece(None, 0, 96000, 96000),
    )
    beds = (
        Bed("b", 2400, 180000, 1200, -6, 4800, 24000, (0, 0), Duck(-12, 4800, 9600, ((120000, 130000),))),
        Bed("b", 0, 192000, 0, -12, 0, 0, (4800, 40000), Duck(-9, 2400, 4800, gate_db=-20.0)),
    )
    render_mix(MixPlan(192000, pieces, beds), {"a": _pcm(studio, 2), "b": _pcm(studio, 1.3)}, out)
    return {"samples": out.stat().st_size // 8, "blocks": _blocks(map_sound(out))}


def _levelled(studio: Studio) -> dict[str, Any]:
    out = studio.folder() / "sound.aac"
    report = level_and_encode(_pcm(studio, 2), out)
    heard = read_sound(out)
    return {
        "samples": len(heard),
        "levels": [report.integrated or 0.0, report.true_peak or 0.0, report.gain],
        "blocks": _blocks(heard),
    }


STEPS: dict[str, Step] = {
    "footage, cropped to 9:16": _framed(TALL, Framing(focus=Focus(0.3, 0.5))),
    "footage, cropped to 1:1": _framed(SQUARE, Framing()),
    "footage on its blurred self": _framed(SQUARE, Framing(fit="blur")),
    "footage on a colour": _framed(TALL, Framing(fit="colour", ground="#EC008C")),
    "footage with outlined texts": _worded("outline"),
    "footage with boxed texts": _worded("box"),
    "footage with shadowed texts": _worded("shadow"),
    "footage with texts on lines": _worded("lines"),
    "footage with a text that fades": _moving(CaptionStyle("own", highlight="#FFD23F", motion="fade")),
    "footage with a text that pops": _moving(CaptionStyle("own", backing="lines", motion="pop")),
    "dissolve of footage": _span(
        lambda studio: studio.span(SQUARE, 7, (studio.footage(SQUARE, 5), studio.footage(SQUARE, 28)))
    ),
    "dissolve into a card": replace(
        _span(_into_card),
        tools=("ffmpeg", "drawing"),
        versions=lambda: {"span": steps.SPAN_VERSION, "card": KINDS["title"].version},
    ),
    "title card": _card(TITLE_CARD, TALL),
    "count-up card": _card(COUNT_UP_CARD, TALL),
    "end card": _card(END_CARD, SQUARE),
    "ring card": _card(RING_CARD, TALL),
    "pictogram card": _card(PICTOGRAM_CARD, SQUARE),
    "bars card": _card(BARS_CARD, TALL, 150),
    "timeline card": _card(TIMELINE_CARD, SQUARE, 150),
    "quote card": _card(QUOTE_CARD, TALL),
    "phrases card": _card(PHRASES_CARD, TALL, 220),
    "content-warning card": _card(WARNING_CARD, SQUARE),
    "partners card": _card(PARTNERS_CARD, TALL),
    "milestone card": _card(MILESTONE_CARD, SQUARE),
    "lower-third card": _lying(LOWER_THIRD),
    "counter card": _lying(COUNTER),
    "logo card": _lying(LOGO),
    "label card": _lying(LABEL),
    "card on running footage": _on_footage(TITLE_CARD),
    "card of one's own": Step(lambda: {"span": steps.SPAN_VERSION}, ("ffmpeg",), _own_card),
    "joined file": Step(lambda: {"file": steps.FILE_VERSION}, ("ffmpeg",), _joined),
    # Resampling, numpy's sine and AAC may round otherwise on another processor.
    "extracted sound": Step(lambda: {"extract": steps.EXTRACT_VERSION}, ("ffmpeg",), _extracted, 1e-5),
    "mix": Step(lambda: {"mix": steps.MIX_VERSION}, ("numpy",), _mixed, 2e-6),
    "music bed": Step(
        lambda: {"mix": steps.MIX_VERSION, "beds": BEDS_VERSION}, ("numpy",), _bedded, 2e-6
    ),
    "levelled sound": Step(lambda: {"sound": steps.SOUND_VERSION}, ("ffmpeg", "numpy"), _levelled, 1e-2),
}  # fmt: skip
