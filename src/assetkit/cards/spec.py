"""A card as plain values: all that decides its pixels, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from assetkit.geometry import Box, Size


@dataclass(frozen=True)
class CardSpec:
    """One card, in one language, for one picture size.

    `texts` are final words by field name, already written as the language writes them and broken into lines
    by line feeds; `numbers` are the texts that a counter shows, one for each moving frame (empty: nothing
    counts). `type_sizes` are the em sizes in pixels by field, solved over all declared languages so that
    every version agrees.
    Colours are "#RRGGBB" sRGB. Motion takes whole frame numbers at `rate`.
    """

    kind: str
    version: int
    language: str
    size: Size
    zone: Box
    frames: int
    rate: Fraction
    texts: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    type_sizes: tuple[tuple[str, int], ...]
    fonts: tuple[tuple[str, str], ...]  # field -> font name
    background: str
    foreground: str
    accent: str
    hold_from: int  # from this frame on the picture stands still
    hold_until: int  # until this frame (exclusive); afterwards it leaves

    @property
    def moves(self) -> bool:
        """Whether anything enters; a card too short for motion shows all from its first frame."""
        return self.hold_from > 0

    @property
    def leaving(self) -> int:
        """How many frames it takes to leave; 0 where it stands to the end."""
        return self.frames - self.hold_until

    def em(self, field: str) -> int:
        """Give the em size of a field in pixels; 0 for a field that has none."""
        return dict(self.type_sizes).get(field, 0)

    def font(self, field: str) -> str:
        """Give the font of a field."""
        return dict(self.fonts)[field]

    def text(self, field: str) -> str:
        """Give the words of a field, or an empty text."""
        return dict(self.texts).get(field, "")
