"""Random cuts for planning, without any media: films as facts, clips, cards, dissolves and cues."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from assetkit.campaign.captions import PRESETS
from assetkit.campaign.records import Campaign
from assetkit.diagnostics import Findings
from assetkit.geometry import Box, Focus, Size
from assetkit.media.facts import Colour, MasterFacts, SoundFacts
from assetkit.plan.build import plan_file
from assetkit.plan.tasks import FileTask
from assetkit.platforms.records import Format, Layout, Platform
from assetkit.recipe.records import Captions, CardItem, ClipItem, Cut, DissolveItem, Film, Framing, Item
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.timecode import RATES, Duration, FrameRange
from assetkit.timeline.captions import carry_cues
from assetkit.timeline.conform import conform
from assetkit.timeline.records import Timeline
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, HERE, TITLE_CARD

TOOLS = {"ffmpeg": "ffmpeg 1", "drawing": "drawing 1", "numpy": "numpy 1"}
MASTER_FRAMES = 600
CARDS = (TITLE_CARD, COUNT_UP_CARD, END_CARD)
WORDS = ("Үйге", "Дом", "Home")


def platform(name: str, size: Size, **settings: Any) -> Platform:
    """Make a platform whose layout takes the lower third for captions and the middle for cards."""
    width, height = size.width, size.height
    lower = Box(0, height * 2 // 3, width, height // 3)
    middle = Box(width // 10, height // 10, width * 8 // 10, height * 8 // 10)
    return Platform(name, name, Format(name, size, **settings), Layout(name, size, lower, middle), ())


PLATFORMS = (
    platform("square", Size(240, 240)),
    platform("another-square", Size(240, 240)),
    platform("cheap-square", Size(240, 240), crf=30),
    platform("tall", Size(180, 320)),
)


def facts(slug: str, rate: Fraction = Fraction(25)) -> MasterFacts:
    """Make the facts of a master of MASTER_FRAMES frames that exists nowhere."""
    colour = Colour("bt709", "bt709", "bt709", False)
    sounds = (SoundFacts(0, "aac", 48000, 2, "stereo"),)
    base = Fraction(1, rate.numerator * 512)
    return MasterFacts(
        f"films/{slug}.mp4", f"digest of {slug}", "h264", Size(320, 180), "yuv420p", rate, base, 0,
        MASTER_FRAMES, (0,), Fraction(0), colour, sounds,
    )  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """One cut with all that decides how it looks. `cues` are in frames of each film's master."""

    items: tuple[Item, ...]
    masters: dict[str, MasterFacts]
    cues: dict[str, tuple[FrameCue, ...]]
    platform: Platform = PLATFORMS[0]
    language: str = "kk"
    campaign: Campaign = CAMPAIGN
    style: str = "outline"
    font: str = CAMPAIGN.brand.caption_font
    colour: str = "#FFFFFF"
    tools: tuple[tuple[str, str], ...] = tuple(TOOLS.items())
    cut: str = "cut"

    @functools.cached_property
    def timeline(self) -> Timeline:
        """The cut in exact frames."""
        names = (self.platform.name,)
        cut = Cut(self.cut, self.items, None, None, (), Captions(PRESETS[self.style]), names, HERE)
        findings = Findings()
        made = conform(cut, self.masters, self.campaign, findings)
        assert made is not None, findings.items
        return made

    @functools.cached_property
    def events(self) -> tuple[AssEvent, ...]:
        """The captions, laid out, in timeline frames."""
        place = self.platform
        carried = carry_cues(self.timeline, self.cues)
        return tuple(
            AssEvent(
                cue.range,
                _lay_out(
                    cue.text, self.language, self.font, place.format.size, place.layout.captions, self.style
                ),
                self.colour,
            )
            for cue in carried
        )

    def plan(self) -> FileTask:
        """Plan it as one rendition."""
        return plan_file(
            self.timeline, self.events, self.campaign, self.platform, self.language, dict(self.tools)
        )

    def span_keys(self) -> list[str]:
        """Give the keys of its spans in order."""
        return [span.key for span in self.plan().spans]

    def with_format(self, **changes: Any) -> Scene:
        """Give the same with another format on its platform."""
        changed = replace(self.platform.format, **changes)
        return replace(self, platform=replace(self.platform, format=changed))

    def with_brand(self, **changes: Any) -> Scene:
        """Give the same in another brand."""
        return replace(self, campaign=replace(self.campaign, brand=replace(self.campaign.brand, **changes)))


def film(slug: str) -> Film:
    """Make a film with nothing but a name and a master."""
    return Film(slug, {"en": slug}, f"films/{slug}.mp4", {}, None, HERE)


def clip(slug: str, start: int, stop: int, framing: Framing | None = None) -> ClipItem:
    """Make a clip of frames [start, stop)."""
    first, last = Duration(frames=start), Duration(frames=stop)
    return ClipItem(film(slug), first, last, framing or Framing(), {}, HERE)


def card_of(kind: CardItem, frames: int | None) -> CardItem:
    """Give a card of this length; None: as long as it takes to read in every language."""
    return replace(kind, length=None if frames is None else Duration(frames=frames))


def dissolve(frames: int) -> DissolveItem:
    """Make a dissolve."""
    return DissolveItem(Duration(frames=frames), HERE)


def rich_scene() -> Scene:
    """Give a cut of two clips, a dissolve, a card and a cue of the first clip."""
    items = (
        clip("first", 48, 150),
        dissolve(6),
        clip("second", 100, 160),
        card_of(COUNT_UP_CARD, 130),
    )
    masters = {slug: facts(slug) for slug in ("first", "second")}
    return Scene(items, masters, {"first": (FrameCue(FrameRange(60, 90), "Үйге"),)})


@functools.lru_cache(maxsize=4096)
def _lay_out(text: str, language: str, font: str, size: Size, zone: Box, style: str) -> CaptionLayout:
    layout = lay_out(text, language, font, size=size, zone=zone, style=PRESETS[style])
    assert isinstance(layout, CaptionLayout)
    return layout


_FRAMINGS = st.sampled_from(
    (
        Framing(),
        Framing(focus=Focus(0.2, 0.5)),
        Framing(fit="blur"),
        Framing(fit="colour", ground="#EC008C"),
        Framing(fit="pad"),
    )
)
_CLIPS = st.builds(
    # Few starts, so that cuts of one batch often show the same seconds; handles on both sides for dissolves.
    lambda slug, start, length, framing: clip(slug, start, start + length, framing),
    st.sampled_from(("first", "second")),
    st.sampled_from((24, 48, 60, 72, 96)),
    st.integers(24, 170),
    _FRAMINGS,
)
_CARDS = st.builds(card_of, st.sampled_from(CARDS), st.sampled_from((None, 24, 60, 130)))
_RATES = st.sampled_from(tuple(RATES.values()))


@st.composite
def sequences(draw: st.DrawFn) -> tuple[Item, ...]:
    """Draw one to four clips and cards, some of them joined by dissolves that have room."""
    parts = draw(st.lists(st.one_of(_CLIPS, _CLIPS, _CARDS), min_size=1, max_size=4))
    items: list[Item] = [parts[0]]
    for part in parts[1:]:
        length = draw(st.sampled_from((0, 0, 1, 5, 12)))
        items += [dissolve(length), part] if length else [part]
    return tuple(items)


@st.composite
def cue_lists(draw: st.DrawFn) -> tuple[FrameCue, ...]:
    """Draw cues that do not overlap, in frames of a master."""
    steps = draw(st.lists(st.tuples(st.integers(1, 90), st.integers(1, 60)), max_size=6))
    cues, at = [], 0
    for gap, length in steps:
        start = at + gap
        at = start + length
        cues.append(FrameCue(FrameRange(start, at), draw(st.sampled_from(WORDS))))
    return tuple(cues)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Draw a cut at any rate, in any language, for any of PLATFORMS."""
    rate = draw(_RATES)
    return Scene(
        draw(sequences()),
        {slug: facts(slug, rate) for slug in ("first", "second")},
        {slug: draw(cue_lists()) for slug in ("first", "second")},
        draw(st.sampled_from(PLATFORMS)),
        draw(st.sampled_from(CAMPAIGN.languages)),
        replace(CAMPAIGN, rate=rate),
        draw(st.sampled_from(("outline", "box"))),
    )
