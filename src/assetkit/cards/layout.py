"""A card laid out: every line, bar and counter at its place in pixels, and when each enters and leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.cards.motion import Easing, ease_in, ease_out
from assetkit.geometry import Box


@dataclass(frozen=True)
class Line:
    """One line of type: its ink begins at column `x`, it stands on row `baseline`; em in pixels."""

    text: str
    font: str
    em: int
    x: int
    baseline: int
    colour: str


@dataclass(frozen=True)
class Bar:
    """A filled rectangle in one colour."""

    box: Box
    colour: str


@dataclass(frozen=True)
class Polygon:
    """A filled outline in one colour: its corners in pixels, in order; its edges are anti-aliased."""

    corners: tuple[tuple[float, float], ...]
    colour: str

    def moved(self, dx: int, dy: int) -> Polygon:
        """Give the same outline at another whole-pixel place."""
        return Polygon(tuple((x + dx, y + dy) for x, y in self.corners), self.colour)


@dataclass(frozen=True)
class Counter:
    """A number that counts: one text for each moving frame, all on the same cells.

    Every place of the number has its own fixed cell, counted from the right end, so that nothing moves but
    the figures themselves. The ink of the last text begins at or after column `x`.
    """

    texts: tuple[str, ...]
    font: str
    em: int
    x: int
    baseline: int
    colour: str


@dataclass(frozen=True)
class Arc:
    """A ring of which a share is coloured, clockwise from the top; the rest of it has the colour `rest`.

    One share from 0 to 1 for each moving frame, the last stands. `centre` and radii in pixels.
    """

    centre: tuple[int, int]
    outer: int
    inner: int
    shares: tuple[Fraction, ...]
    colour: str
    rest: str

    def moved(self, dx: int, dy: int) -> Arc:
        """Give the same ring at another whole-pixel place."""
        return replace(self, centre=(self.centre[0] + dx, self.centre[1] + dy))


@dataclass(frozen=True)
class Mark:
    """A picture with its own colours: what is inside `crop` of a file, in whole pixels, fills `box`."""

    file: str
    digest: str
    crop: Box
    box: Box


@dataclass(frozen=True)
class Entrance:
    """Fade in over `frames` from frame `start`, rising by `rise` pixels.

    What `grows` does so in width, from the left, instead; what `climbs` in height, from its foot.
    """

    start: int
    frames: int
    rise: int
    grows: bool = False
    climbs: bool = False
    curve: Easing = ()

    def come(self, frame: int) -> Fraction:
        """Give how far it has come in a frame of the card; 0 before it begins."""
        return _come(self, frame)


@dataclass(frozen=True)
class Turn:
    """A change to another colour, over `frames` from frame `start`."""

    start: int
    frames: int
    colour: str
    curve: Easing = ()

    def come(self, frame: int) -> Fraction:
        """Give how far it has turned in a frame of the card; 0 before it begins."""
        return _come(self, frame)


def _come(moves: Entrance | Turn, frame: int) -> Fraction:
    if frame < moves.start:
        return Fraction(0)
    return ease_out(frame - moves.start + 1, moves.frames, moves.curve)


@dataclass(frozen=True)
class Placed:
    """Something on the card and how it enters; `turns` is how it stands back later."""

    what: Line | Bar | Counter | Polygon | Arc | Mark
    enters: Entrance
    turns: Turn | None = None


@dataclass(frozen=True)
class Layout:
    """All of a card. From frame `leaves_at` everything fades over `leaving` frames; 0 means: it stays.

    `opacity` is how much of all of it shows over a running picture, in percent.
    """

    placed: tuple[Placed, ...]
    leaves_at: int
    leaving: int
    opacity: int = 100
    curve: Easing = ()

    def staying(self, frame: int) -> Fraction:
        """Give how much of the card is there in a frame: 1 until it leaves."""
        gone = frame - self.leaves_at + 1
        return 1 - ease_in(gone, self.leaving, self.curve) if gone > 0 and self.leaving else Fraction(1)
