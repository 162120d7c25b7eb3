"""Tasks: each says everything that decides its bytes, and its key is the hash of that."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Size, crop_around, fit_inside
from assetkit.media.facts import MasterFacts
from assetkit.platforms.records import Format
from assetkit.recipe.records import Framing
from assetkit.sound.mix import MixPlan
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.text.fonts import font_digest

SPAN_VERSION = 1
FILE_VERSION = 1
SOUND_VERSION = 1


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

    def identity(self) -> dict[str, Any]:
        """What decides its pixels."""
        colour = asdict(self.facts.colour) | {"assumed": None}
        return {"master": self.facts.digest, "colour": colour, "start": self.start, "view": asdict(self.view)}


@dataclass(frozen=True)
class CardSource:
    """Frames of a card from `start` on; those outside the card are its held first and last ones."""

    spec: CardSpec
    start: int

    def identity(self) -> dict[str, Any]:
        """What decides its pixels."""
        fonts = {name: font_digest(name) for _, name in self.spec.fonts}
        return {"card": asdict(self.spec), "fonts": fonts, "start": self.start}


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
            "format": asdict(self.format) | {"name": None},
            "sources": [source.identity() for source in self.sources],
            "ass": self.ass(),
            "fonts": sorted({font_digest(event.layout.font) for event in self.events}),
        }


@dataclass(frozen=True)
class SoundTask:
    """A timeline's whole sound: extracted, mixed, levelled and encoded."""

    plan: MixPlan
    masters: tuple[MasterFacts, ...]
    target: float
    ceiling: float
    kbps: int
    tools: str
    key: str = ""

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        return {
            "step": f"sound/{SOUND_VERSION}",
            "tools": self.tools,
            "plan": asdict(self.plan),
            "masters": [facts.digest for facts in self.masters],
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

    def identity(self) -> dict[str, Any]:
        """What decides the bytes of the object."""
        keys = [span.key for span in self.spans]
        return {"step": f"file/{FILE_VERSION}", "tools": self.tools, "spans": keys, "sound": self.sound.key}


def hash_identity(identity: dict[str, Any]) -> str:
    """Give the key: the SHA-256 of canonical JSON, fractions and boxes as text."""
    text = json.dumps(identity, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
