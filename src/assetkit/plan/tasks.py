"""Tasks: each says everything that decides its bytes, and its key is the hash of that."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from assetkit.cards.spec import CardSpec
from assetkit.media.sounds import SoundSource
from assetkit.plan.identity import digest_record
from assetkit.plan.identity import hash_identity as hash_identity
from assetkit.plan.sources import CardSource as CardSource
from assetkit.plan.sources import FootageSource as FootageSource
from assetkit.plan.sources import OverlaySource as OverlaySource
from assetkit.plan.sources import Source as Source
from assetkit.plan.sources import View as View
from assetkit.plan.sources import holds_later
from assetkit.platforms.records import Format
from assetkit.sound.records import MixPlan
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.text.fonts import font_digest
from assetkit.timecode import SAMPLE_RATE

SPAN_VERSION = 2
HELD_VERSION = 2  # of cards that come to stand still: the first of their frames that is held is repeated
FILE_VERSION = 2
EXTRACT_VERSION = 2
DOWNMIX_VERSION = 2  # of sounds of more than two channels
MIX_VERSION = 1
SOUND_VERSION = 5


@dataclass(frozen=True)
class SpanTask:
    """One stretch of picture. Two sources dissolve over its whole length; `overlays` lie on it in order."""

    rate: Fraction
    frames: int
    format: Format
    sources: tuple[Source, ...]
    events: tuple[AssEvent, ...]
    tools: str
    key: str = ""
    overlays: tuple[OverlaySource, ...] = ()

    @property
    def footage(self) -> tuple[FootageSource, ...]:
        """All footage that is seen, behind cards too."""
        grounds = (each.ground if isinstance(each, CardSource) else each for each in self.sources)
        return tuple(each for each in grounds if each is not None)

    @property
    def cards(self) -> tuple[CardSpec, ...]:
        """All cards that are seen, in the picture or over it."""
        framed = tuple(each.spec for each in self.sources if isinstance(each, CardSource))
        return (*framed, *(each.spec for each in self.overlays))

    @property
    def label(self) -> str:
        """What it is, for messages."""
        shown = " into ".join(source.label(self.frames) for source in self.sources)
        below = f" under {', '.join(each.spec.kind for each in self.overlays)}" if self.overlays else ""
        return f"{self.frames} frames of {shown}{below} at {self.format.size}"

    @staticmethod
    def keyed(
        rate: Fraction,
        frames: int,
        coded: Format,
        sources: tuple[Source, ...],
        events: tuple[AssEvent, ...],
        tools: str,
        overlays: tuple[OverlaySource, ...] = (),
    ) -> SpanTask:
        """Make a span with its key."""
        task = SpanTask(rate, frames, coded, sources, events, tools, "", overlays)
        # Frozen for all who see it, and nobody has yet: a copy of each of many thousands is not free.
        object.__setattr__(task, "key", hash_identity(task.identity()))
        return task

    def ass(self) -> str:
        """Give the script of its texts, or an empty text."""
        return write_ass(self.events, self.format.size, self.rate) if self.events else ""

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        identity = {
            "step": f"span/{SPAN_VERSION}",
            "tools": self.tools,
            "rate": self.rate,
            "frames": self.frames,
            "format": digest_record(self.format, "name"),
            "sources": [source.identity() for source in self.sources],
            "ass": self.ass(),
            "fonts": sorted({font_digest(font) for event in self.events for font in event.fonts}),
        }
        if self.overlays:
            identity["overlays"] = [overlay.identity() for overlay in self.overlays]
        if self._holds_later:
            identity["held"] = HELD_VERSION
        return identity

    @property
    def _holds_later(self) -> bool:
        """Whether a card comes to stand still after its first frame here."""
        cards = (each for each in self.sources if isinstance(each, CardSource))
        return any(holds_later(each.spec, each.start, self.frames) for each in cards) or any(
            holds_later(each.spec, each.start, each.frames) for each in self.overlays
        )


@dataclass(frozen=True)
class ExtractTask:
    """One sound of a file, in step with the picture, as raw samples: decoded once for many cuts.

    `reach` is how many samples of it are needed from its beginning; 0 means all. `ends` is how many the sound
    of a card is known to have, None for others; it decides no sample.
    """

    source: SoundSource
    reach: int
    tools: str
    key: str = ""
    ends: int | None = None

    @property
    def label(self) -> str:
        """What it is, for messages."""
        return f"the sound of {self.source.path}"

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        return {
            "step": f"extract/{EXTRACT_VERSION}",
            "tools": self.tools,
            "master": self.source.digest,
            "stream": self.source.stream,
            "picture_start": self.source.start,
            "reach": self.reach,
            **({"downmix": DOWNMIX_VERSION} if self.source.mixed_down else {}),
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
        return {"step": f"mix/{MIX_VERSION}", "tools": self.tools, "plan": self.plan.identity()}


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
