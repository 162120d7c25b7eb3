"""A card as plain values: all that decides its pixels, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from assetkit.campaign.brand_parts import Grid, Motion
from assetkit.cards.motion import beat_of
from assetkit.cards.pictures import GroundPicture, LogoPicture
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
    # Whether it has no ground of its own: it is drawn with alpha over what runs below it.
    clear: bool = field(default=False, metadata={"later": True})
    # A picture file behind it, and the marks that stand in some of its fields.
    image: GroundPicture | None = field(default=None, metadata={"later": True})
    logos: tuple[LogoPicture, ...] = field(default=(), metadata={"later": True})
    motion: Motion = field(default=Motion(), metadata={"later": True})
    grid: Grid = field(default=Grid(), metadata={"later": True})

    @property
    def beat(self) -> Fraction:
        """The frames in which a second of motion passes: the rate, with the brand's tempo in it."""
        return beat_of(self.motion, self.rate)

    @property
    def hero(self) -> str:
        """The colour of what stands out; over a picture no accent is clear on everything."""
        return self.foreground if self.clear else self.accent

    @property
    def moves(self) -> bool:
        """Whether anything enters; a card too short for motion shows all from its first frame."""
        return self.hold_from > 0

    @property
    def anywhere(self) -> CardSpec:
        """The same card without where its picture files lie on this machine: what its key is made of."""
        if self.image is None and not self.logos:
            return self
        image = replace(self.image, file="") if self.image else None
        return replace(self, image=image, logos=tuple(replace(logo, file="") for logo in self.logos))

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

    def logo(self, name: str) -> LogoPicture | None:
        """Give the mark that stands in a field, or None."""
        return next((logo for logo in self.logos if logo.name == name), None)

    def text(self, field: str) -> str:
        """Give the words of a field, or an empty text."""
        return dict(self.texts).get(field, "")
