"""A card laid out: every line, bar and counter at its place in pixels, and when each enters and leaves."""

from __future__ import annotations

from dataclasses import dataclass

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
class Entrance:
    """Fade in over `frames` from frame `start`, rising by `rise` pixels; what `grows` does so in width."""

    start: int
    frames: int
    rise: int
    grows: bool = False


@dataclass(frozen=True)
class Placed:
    """Something on the card and how it enters."""

    what: Line | Bar | Counter
    enters: Entrance


@dataclass(frozen=True)
class Layout:
    """All of a card. From frame `leaves_at` everything fades over `leaving` frames; 0 means: it stays."""

    placed: tuple[Placed, ...]
    leaves_at: int
    leaving: int
