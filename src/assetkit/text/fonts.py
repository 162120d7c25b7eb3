"""The vendored fonts: where they are, what they hold, and how libass must be told about them."""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from assetkit.campaign.fonts import FONTS as FONTS
from assetkit.errors import AssetkitError

CAPTION_FONT = "Onest-Bold"
SUPER_FONT = "Montserrat-ExtraBold"

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class FontMetrics:
    """Measures in font units; all are positive, `descender` too.

    `ascender` and `descender` are the OS/2 winAscent and winDescent: what libass makes a line of.
    """

    upem: int
    ascender: int
    descender: int
    cap_height: int
    x_height: int


@functools.cache
def font_dir() -> Path:
    """Give the folder of the fonts: inside the installed package, or `fonts/` of the source tree.

    Raises AssetkitError when the installation lost them.
    """
    for folder in (_PACKAGE / "fonts", _PACKAGE.parents[1] / "fonts"):
        if (folder / f"{FONTS[0]}.ttf").is_file():
            return folder
    raise AssetkitError("The fonts of this installation are missing.", remedy="Install it again.")


def font_path(name: str) -> Path:
    """Give the file of a font; raises AssetkitError for a name that is not one of FONTS."""
    if name not in FONTS:
        raise AssetkitError(
            f"There is no font {name!r}.", remedy=f"Use one of: {', '.join(FONTS)}.", font=name
        )
    return font_dir() / f"{name}.ttf"


@functools.cache
def font_digest(name: str) -> str:
    """Give the sha256 of a font's file, in hexadecimal."""
    return hashlib.sha256(font_path(name).read_bytes()).hexdigest()


def family_name(name: str) -> str:
    """Give the family as an ASS style must name it: every file is the only style of its family."""
    return font_path(name).stem.replace("-", " ")


@functools.cache
def font_metrics(name: str) -> FontMetrics:
    """Read a font's measures."""
    from fontTools.ttLib import TTFont

    with TTFont(font_path(name), lazy=True) as font:
        table = font["OS/2"]
        return FontMetrics(
            upem=int(font["head"].unitsPerEm),
            ascender=int(table.usWinAscent),
            descender=int(table.usWinDescent),
            cap_height=int(table.sCapHeight),
            x_height=int(table.sxHeight),
        )


@dataclass(frozen=True)
class Reach:
    """How far letters reach from the baseline, in ems, and how far apart lines of them stand at least.

    `above` is the height of a capital: marks may stand 0.26 higher, as the breve of Й does.
    """

    above: float
    below: float
    leading: float = 0.0


# Measured on the files: the shadda of a common ligature stands 1.22 ems high and a final yeh 0.46 deep;
# stacked Hindi conjuncts hang 0.41 below. The foot of қ, ң, р and у lies 0.22 deep.
_REACHES = {
    "NotoSansArabic-Bold": Reach(0.97, 0.47, leading=1.45),
    "NotoSansDevanagari-Bold": Reach(0.714, 0.41, leading=1.3),
}
_DESCENDER = 0.22


@functools.cache
def font_reach(name: str) -> Reach:
    """Give how far a font's letters reach."""
    metrics = font_metrics(name)
    return _REACHES.get(name) or Reach(metrics.cap_height / metrics.upem, _DESCENDER)


@functools.cache
def _covered(name: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(font_path(name), lazy=True) as font:
        return frozenset(font.getBestCmap())


def missing_glyphs(text: str, name: str) -> list[str]:
    """Give the characters of `text`, NFC-normalised, that the font cannot draw: each once, in order.

    Control characters and line breaks are not drawn and not counted; the no-break spaces U+00A0 and U+202F
    are.
    """
    covered = _covered(name)
    drawn = (letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter) != "Cc")
    return list(dict.fromkeys(letter for letter in drawn if ord(letter) not in covered))


def ass_font_size(name: str, em_pixels: float) -> float:
    """Give the Fontsize that makes libass draw an em of so many pixels.

    libass scales a font so that winAscent + winDescent is the size that it is told.
    """
    metrics = font_metrics(name)
    return em_pixels * (metrics.ascender + metrics.descender) / metrics.upem
