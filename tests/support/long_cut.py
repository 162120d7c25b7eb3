"""A long cut of many short clips of one numbered master, and which caption each of its frames must carry.

What must be seen is reckoned frame by frame from the table of cues below, by no code of the product.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

import numpy as np
import numpy.typing as npt

from assetkit.campaign.captions import PRESETS
from assetkit.diagnostics import Findings
from assetkit.engine.batch import tool_versions
from assetkit.geometry import Box, Size
from assetkit.media.facts import MasterFacts
from assetkit.plan.build import plan_file
from assetkit.plan.tasks import FileTask
from assetkit.platforms.records import Format, Layout, Platform
from assetkit.recipe.records import Captions as CaptionSettings
from assetkit.recipe.records import ClipItem, Cut, Film, Framing
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.carry import conform_cues
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.subtitles.read import read_cues
from assetkit.subtitles.rules import apply_rules, time_rules
from assetkit.timecode import Duration
from assetkit.timeline.captions import carry_cues
from assetkit.timeline.conform import conform
from assetkit.timeline.records import Timeline
from support.campaigns import CAMPAIGN, HERE

RATE = Fraction(24000, 1001)
SIZE = Size(320, 180)
MASTER_FRAMES = 1200
WORDS = ("I", "lemon", "watermelons", "two watermelons now")
EVERY, FIRST = 83, 7  # a cue begins at each 83rd frame of the master, from the 7th on
LEAST = 20  # frames that a cut cue must keep, or three quarters of its own: 5/6 s at this rate

Lumas = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class LongCut:
    """So many clips of one master; `starts` and `lengths` are in its frames."""

    facts: MasterFacts
    starts: tuple[int, ...]
    lengths: tuple[int, ...]

    @property
    def frames(self) -> tuple[int, ...]:
        """The master's frame for each frame of the cut."""
        pairs = zip(self.starts, self.lengths, strict=True)
        return tuple(frame for start, length in pairs for frame in range(start, start + length))

    @property
    def shown(self) -> tuple[int | None, ...]:
        """The number of the text on each frame of the cut; None where there is none."""
        found: list[int | None] = []
        for start, length in zip(self.starts, self.lengths, strict=True):
            for cue, frames in groupby(range(start, start + length), _cue_of):
                count = len(list(frames))
                whole = cue is None or count >= min(_length(cue), LEAST) or count * 4 >= _length(cue) * 3
                found += [None if cue is None or not whole else cue % len(WORDS)] * count
        return tuple(found)

    def plan(self, *, captions: bool = True) -> FileTask:
        """Plan the rendition by the product's own way: from a subtitle file to events to spans."""
        events = self._events() if captions else ()
        return plan_file(self._timeline(), events, CAMPAIGN, PLATFORM, "en", tool_versions())

    def _timeline(self) -> Timeline:
        film = Film("film", {}, self.facts.path, {}, None, HERE)
        pairs = zip(self.starts, self.lengths, strict=True)
        items = tuple(
            ClipItem(film, Duration(frames=start), Duration(frames=start + n), Framing(), {}, HERE)
            for start, n in pairs
        )
        cut = Cut("long", items, None, None, (), CaptionSettings(), ("small",), HERE)
        findings = Findings()
        timeline = conform(cut, {"film": self.facts}, replace(CAMPAIGN, rate=RATE), findings)
        assert timeline is not None, findings.items
        return timeline

    def _events(self) -> tuple[AssEvent, ...]:
        read = read_cues(_srt().encode(), "film.srt")
        ruled = apply_rules(conform_cues(read, RATE), time_rules(RATE))
        assert ruled.moved == (), "these cues keep the rules of time already"
        cues = carry_cues(self._timeline(), {"film": ruled.cues})
        return tuple(AssEvent(cue.range, LAYOUTS[WORDS.index(cue.text)]) for cue in cues)


def long_cut(facts: MasterFacts, clips: int, length: int) -> LongCut:
    """Give a cut of so many clips, each about `length` frames, from all over the master."""
    starts = tuple((index * 1117) % (MASTER_FRAMES - 2 * length) for index in range(clips))
    return LongCut(facts, starts, tuple(length + index * 7 % 11 - 5 for index in range(clips)))


def read_captions(lumas: Lumas, plain: Lumas) -> list[int | None]:
    """Tell from the pixels which text each frame carries, beside the same frames without any."""
    boxes = [layout.box for layout in LAYOUTS]
    found: list[int | None] = []
    for seen, bare in zip(lumas, plain, strict=True):
        changed = np.abs(seen.astype(np.int16) - bare) > 24
        shares = [changed[box.y : box.bottom, box.x : box.right].mean() for box in boxes]
        # The widest box that is filled: a narrower one is filled by the ground of a wider text too.
        filled = [number for number, share in enumerate(shares) if share > 0.7]
        found.append(filled[-1] if filled else None)
        if not filled:
            assert changed.mean() < 0.01, "something else is drawn here"
    return found


def _cue_of(frame: int) -> int | None:
    number, past = divmod(frame - FIRST, EVERY)
    return number if number >= 0 and past < _length(number) else None


def _length(cue: int) -> int:
    return 25 + cue % 29


def _srt() -> str:
    def time(frame: int) -> str:
        thousandths = round(frame / RATE * 1000)
        minutes, rest = divmod(thousandths, 60_000)
        return f"00:{minutes:02d}:{rest // 1000:02d},{rest % 1000:03d}"

    blocks: list[str] = []
    for cue in range((MASTER_FRAMES - FIRST) // EVERY):
        start = FIRST + cue * EVERY
        words = WORDS[cue % len(WORDS)]
        blocks.append(f"{cue + 1}\n{time(start)} --> {time(start + _length(cue))}\n{words}\n")
    return "\n".join(blocks)


def _platform() -> Platform:
    low = Box(4, SIZE.height * 72 // 100, SIZE.width - 8, SIZE.height * 26 // 100)
    layout = Layout("small", SIZE, low, Box(4, 4, SIZE.width - 8, SIZE.height - 8))
    coded = Format("small", SIZE, preset="veryfast", crf=18, threads=1, maxrate=20000, bufsize=20000)
    return Platform("small", "small", coded, layout, ())


PLATFORM = _platform()


def _layout(text: str) -> CaptionLayout:
    zone = PLATFORM.layout.captions
    layout = lay_out(text, "en", size=SIZE, zone=zone, style=PRESETS["box"])
    assert isinstance(layout, CaptionLayout), layout
    assert len(layout.lines) == 1
    return layout


LAYOUTS = tuple(_layout(text) for text in WORDS)
