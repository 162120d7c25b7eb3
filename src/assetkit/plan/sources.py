"""What a span shows: master frames in a view, frames of a card, and cards that lie over either."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, Focus, Size, crop_around, fit_inside
from assetkit.media.facts import MasterFacts
from assetkit.plan.identity import digest_record
from assetkit.recipe.records import Framing
from assetkit.text.fonts import font_digest
from assetkit.timecode import FrameRange


@dataclass(frozen=True)
class View:
    """How master pixels fill the picture: a crop, or the whole picture in `box` on a ground.

    With `fit` "behind" the crop is blurred: it runs behind a card.
    """

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

    @staticmethod
    def behind(focus: Focus, master: Size, target: Size) -> View:
        """Give the view of footage that runs behind a card."""
        return View("behind", crop_around(master, target, focus), "")


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

    def later(self, frames: int) -> FootageSource:
        """Give the same from so many frames later on."""
        return replace(self, start=self.start + frames)

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
    """Frames of a card from `start` on; those outside the card are its held first and last ones.

    A card on running footage is clear: `ground` is what runs behind it, under `scrim` percent of the card's
    background.
    """

    spec: CardSpec
    start: int
    ground: FootageSource | None = None
    scrim: int = 0

    @property
    def place(self) -> str:
        """Where it comes from, whatever its content."""
        return f"card:{self.spec.kind}"

    def label(self, frames: int) -> str:
        """Which frames these are, for messages."""
        return f"a {self.spec.kind} card [{self.start}, {self.start + frames})"

    def later(self, frames: int) -> CardSource:
        """Give the same from so many frames later on."""
        ground = self.ground.later(frames) if self.ground else None
        return replace(self, start=self.start + frames, ground=ground)

    def identity(self) -> dict[str, Any]:
        """What decides its pixels."""
        fonts = {name: font_digest(name) for _, name in self.spec.fonts}
        identity = {"card": digest_record(self.spec.anywhere), "fonts": fonts, "start": self.start}
        if self.ground is None:
            return identity
        return {**identity, "ground": self.ground.identity(), "scrim": self.scrim}


def holds_later(spec: CardSpec, start: int, frames: int) -> bool:
    """Say whether a card comes to stand still after the first of these frames, for more than one of them."""
    first = spec.hold_from - start
    stop = frames if spec.hold_until == spec.frames else min(frames, spec.hold_until - start)
    return first > 0 and stop - first > 1


Source = FootageSource | CardSource


@dataclass(frozen=True)
class OverlaySource:
    """Frames [first, first + frames) of a span over which a clear card lies, from its own `start` on."""

    spec: CardSpec
    first: int
    frames: int
    start: int

    def within(self, area: FrameRange) -> OverlaySource | None:
        """Give what of it lies over these frames of the span, counted from the first of them."""
        shown = FrameRange(self.first, self.first + self.frames).overlap(area)
        if shown is None:
            return None
        start = self.start + shown.start - self.first
        return replace(self, first=shown.start - area.start, frames=len(shown), start=start)

    def identity(self) -> dict[str, Any]:
        """What decides its pixels."""
        return {**CardSource(self.spec, self.start).identity(), "first": self.first, "frames": self.frames}
