"""What is known of the picture files that a campaign and its recipes name, as values."""

from __future__ import annotations

from dataclasses import dataclass

from assetkit.geometry import Box, Size

Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Shades:
    """The darkest and the brightest spot of each cell of a grid laid over a picture, row by row, in sRGB.

    The picture was averaged to the size at which a telephone shows it before they were looked for, so that a
    single pixel of noise is no spot.
    """

    columns: int
    rows: int
    dark: tuple[Rgb, ...]
    bright: tuple[Rgb, ...]

    def within(self, crop: Box, size: Size) -> tuple[Rgb, ...]:
        """Give the distinct spots of the cells that a box touches in a picture of this size."""
        first, last = crop.x * self.columns // size.width, -(-crop.right * self.columns // size.width)
        top, bottom = crop.y * self.rows // size.height, -(-crop.bottom * self.rows // size.height)
        found: set[Rgb] = set()
        for row in range(max(0, top), min(self.rows, bottom)):
            cells = slice(row * self.columns + max(0, first), row * self.columns + min(self.columns, last))
            found.update(self.dark[cells], self.bright[cells])
        return tuple(found)


@dataclass(frozen=True)
class PictureFacts:
    """Everything that planning needs to know of a picture file, upright and in sRGB.

    `file` is where it lies on this machine, which decides nothing. `ink` is the smallest box that holds all
    that is not ground, `weight` how many pixels of ink are in it, and `is_cut_out` whether its ground is
    transparent. `decoder` is what reads it, with its version: another may see other pixels. `remarks` are
    what had to be guessed when it was read.
    """

    path: str
    file: str
    digest: str
    size: Size
    has_alpha: bool
    is_cut_out: bool
    ink: Box
    weight: int
    shades: Shades
    decoder: str = ""
    remarks: tuple[str, ...] = ()
