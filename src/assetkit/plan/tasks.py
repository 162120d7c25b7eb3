"""Tasks: each says everything that decides its bytes, and its key is the hash of that."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size, crop_around, fit_inside
from assetkit.media.facts import MasterFacts
from assetkit.plan.identity import digest_record
from assetkit.plan.identity import hash_identity as hash_identity
from assetkit.platforms.records import Format
from assetkit.recipe.records import Framing
from assetkit.sound.records import MixPlan
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.text.fonts import font_digest
from assetkit.timecode import SAMPLE_RATE

SPAN_VERSION = 2
FILE_VERSION = 2
EXTRACT_VERSION = 2
MIX_VERSION = 1
SOUND_VERSION = 3


@dataclass(frozen=True)
class View:
    """How master pixels fill the picture: a crop, or the whole picture in `inside` on a ground."""

    fit: str
    box: Box
    ground: str

    @staticmethod
    def of(framing: Framing, master: Size, target: Size) -> View:
        """Resolve a framing to whole pixels."""
        if framing.fit == "crop":
            return View("crop", crop_around(master, target, framing.focus), "")
        ground = {"pad": "#000000", "colour": framing.ground}.get(framing.fit, "")
        fit = "blur" if framing.fit == "blur" else "colour"
        return View(fit, fit_inside(master, target), ground)


@dataclass(frozen=True)
class FootageSource:
    """Master frames from `start` on."""

    facts: MasterFacts
    start: int
    view: View

    @property
    def place(self) -> str:
        """Where it comes from, whatever its content."""
        return self.facts.path

    def label(self, frames: int) -> str:
        """Which frames these are, for messages."""
        return f"{self.facts.path} [{self.start}, {self.start + frames})"

    def identity(self) -> dict[str, Any]:
        """What decides its pixels."""
        return {
            "master": self.facts.digest,
            "colour": digest_record(self.facts.colour, "assumed"),
            "start": self.start,
            "view": digest_record(self.view),
        }


@dataclass(frozen=True)
class CardSource:
    """Frames of a card from `start` on; those outside the card are its held first and last ones."""

    spec: CardSpec
    start: int

    @property
    def place(self) -> str:
        """Where it comes from, whatever its content."""
        return f"card:{self.spec.kind}"

    def label(self, frames: int) -> str:
        """Which frames these are, for messages."""
        return f"a {self.spec.kind} card [{self.start}, {self.start + frames})"

    def identity(self) -> dict[str, Any]:
        """What decides its pixels."""
        fonts = {name: font_digest(name) for _, name in self.spec.fonts}
        return {"card": digest_record(self.spec), "fonts": fonts, "start": self.start}


Source = FootageSource | CardSource


@dataclass(frozen=True)
class SpanTask:
    """One stretch of picture. Two sources dissolve over its whole length."""

    rate: Fraction
    frames: int
    format: Format
    sources: tuple[Source, ...]
    events: tuple[AssEvent, ...]
    tools: str
    key: str = ""

    @property
    def label(self) -> str:
        """What it is, for messages."""
        shown = " into ".join(source.label(self.frames) for source in self.sources)
        return f"{self.frames} frames of {shown} at {self.format.size}"

    @staticmethod
    def keyed(
        rate: Fraction,
        frames: int,
        coded: Format,
        sources: tuple[Source, ...],
        events: tuple[AssEvent, ...],
        tools: str,
    ) -> SpanTask:
        """Make a span with its key."""
        task = SpanTask(rate, frames, coded, sources, events, tools)
        # Frozen for all who see it, and nobody has yet: a copy of each of many thousands is not free.
        object.__setattr__(task, "key", hash_identity(task.identity()))
        return task

    def ass(self) -> str:
        """Give the script of its texts, or an empty text."""
        return write_ass(self.events, self.format.size, self.rate) if self.events else ""

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        return {
            "step": f"span/{SPAN_VERSION}",
            "tools": self.tools,
            "rate": self.rate,
            "frames": self.frames,
            "format": digest_record(self.format, "name"),
            "sources": [source.identity() for source in self.sources],
            "ass": self.ass(),
            "fonts": sorted({font_digest(font) for event in self.events for font in event.fonts}),
        }


@dataclass(frozen=True)
class ExtractTask:
    """The sound of one master, in step with its picture, as raw samples: decoded once for many cuts.

    `reach` is how many samples of it are needed from its beginning; 0 means all.
    """

    facts: MasterFacts
    reach: int
    tools: str
    key: str = ""

    @property
    def picture_start(self) -> Fraction:
        """The presentation time in seconds of the master's first frame."""
        return self.facts.first_pts * self.facts.time_base

    @property
    def label(self) -> str:
        """What it is, for messages."""
        return f"the sound of {self.facts.path}"

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        return {
            "step": f"extract/{EXTRACT_VERSION}",
            "tools": self.tools,
            "master": self.facts.digest,
            "stream": 0,
            "picture_start": self.picture_start,
            "reach": self.reach,
        }


@dataclass(frozen=True)
class MixTask:
    """The mix of a timeline as raw samples; the sources of its pieces are keys of `extracts`."""

    plan: MixPlan
    extracts: tuple[ExtractTask, ...]
    tools: str
    key: str = ""

    @property
    def label(self) -> str:
        """What it is, for messages."""
        return f"a mix of {self.plan.total / SAMPLE_RATE:.1f} s"

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        return {"step": f"mix/{MIX_VERSION}", "tools": self.tools, "plan": asdict(self.plan)}


@dataclass(frozen=True)
class SoundTask:
    """A mix, levelled as a whole (LUFS, dBTP) and encoded (kbit/s)."""

    mix: MixTask
    target: float
    ceiling: float
    kbps: int
    tools: str
    key: str = ""

    @property
    def label(self) -> str:
        """What it is, for messages."""
        return f"sound of {self.mix.plan.total / SAMPLE_RATE:.1f} s at {self.target:g} LUFS"

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        return {
            "step": f"sound/{SOUND_VERSION}",
            "tools": self.tools,
            "mix": self.mix.key,
            "level": [self.target, self.ceiling, self.kbps],
        }


@dataclass(frozen=True)
class FileTask:
    """A rendition joined with its sound: a finished file."""

    spans: tuple[SpanTask, ...]
    sound: SoundTask
    tools: str
    key: str = ""

    @property
    def frames(self) -> int:
        """Length in frames."""
        return sum(span.frames for span in self.spans)

    @property
    def label(self) -> str:
        """What it is, for messages."""
        return f"a file of {self.frames} frames at {self.spans[0].format.size}"

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        keys = [span.key for span in self.spans]
        return {"step": f"file/{FILE_VERSION}", "tools": self.tools, "spans": keys, "sound": self.sound.key}


Task = ExtractTask | MixTask | SoundTask | SpanTask | FileTask
