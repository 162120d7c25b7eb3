"""Try out what drawn text needs: shaping, the renderer, and that no font but ours can be drawn."""

from __future__ import annotations

import functools
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.subtitles.layout import CaptionLayout, PlacedLine, lay_out
from assetkit.subtitles.proof import text_is_drawn
from assetkit.text.faces import face_for
from assetkit.text.fonts import CAPTION_FONT, family_name, font_dir
from assetkit.text.scripts import is_right_to_left
from assetkit.text.shaping import shape
from assetkit.timecode import FrameRange
from assetkit.tool.ffmpeg import run_ffmpeg

Luma = npt.NDArray[np.uint8]

_SIZE = Size(320, 180)
_RATE = Fraction(25)
_FOREIGN = "No Such Family"


@dataclass(frozen=True)
class Trial:
    """What was tried, and what came of it: `fault` is "" where it is as it should be."""

    name: str
    found: str
    fault: str = ""


@dataclass(frozen=True)
class _Sample:
    """A word, and the first character of each glyph that must come of it, from left to right."""

    language: str
    text: str
    clusters: tuple[int, ...]

    @property
    def font(self) -> str:
        return face_for(self.text, self.language, CAPTION_FONT)


# The Arabic word has its letters from right to left, joined; in the Hindi one the vowel sign that is written
# last stands first, and three characters become one glyph.
_SAMPLES = {
    "Kazakh": _Sample("kk", "Әйелдің", (0, 1, 2, 3, 4, 5, 6)),
    "Arabic": _Sample("ar", "سلام", (3, 2, 1, 0)),
    "Hindi": _Sample("hi", "क्षि", (0, 0)),
}


def try_text() -> list[Trial]:
    """Try everything that drawn text needs, with real runs of the tools; takes about a second."""
    trials: list[Callable[[], Trial]] = [
        _try_harfbuzz,
        *(functools.partial(_try_shaping, name) for name in _SAMPLES),
        *(functools.partial(_try_drawing, name) for name in _SAMPLES),
        _try_strange_font,
    ]
    return list(map(_safely, trials))


def _safely(trial: Callable[[], Trial]) -> Trial:
    try:
        return trial()
    except (AssetkitError, OSError, ImportError) as error:
        return Trial("text", "", f"could not be tried: {error}")


def _try_harfbuzz() -> Trial:
    import uharfbuzz

    return Trial("shaping", f"HarfBuzz {uharfbuzz.version_string()}")


def _try_shaping(name: str) -> Trial:
    sample = _SAMPLES[name]
    glyphs = shape(sample.text, sample.font, 40.0, from_right=is_right_to_left(sample.language)).glyphs
    found = tuple(glyph.cluster for glyph in glyphs)
    alone = {shape(letter, sample.font, 40.0).glyphs[0].id for letter in sample.text}
    fault = ""
    if found != sample.clusters or not all(glyph.id for glyph in glyphs):
        fault = f"the glyphs of {sample.text} stand for the letters {found} and not {sample.clusters}"
    elif name != "Kazakh" and {glyph.id for glyph in glyphs} <= alone:
        fault = f"the letters of {sample.text} are not joined"
    return Trial(f"shaping of {name}", f"{sample.font}, {len(glyphs)} glyphs", fault)


def _try_drawing(name: str) -> Trial:
    """Draw a line and prove it from its pixels: the renderer shapes and orders it as we do, in our font."""
    sample = _SAMPLES[name]
    layout = _layout(sample)
    luma, said = _draw(write_ass([AssEvent(FrameRange(0, 1), layout)], _SIZE, _RATE), font_dir())
    shaper = re.search(r"Shaper: (.*)", said)
    fault = ""
    if "COMPLEX" not in (shaper.group(1) if shaper else ""):
        fault = "the renderer was built without HarfBuzz"
    elif not text_is_drawn(luma, layout):
        fault = "the letters in the picture are not those of the text"
    elif text_is_drawn(luma, replace(layout, lines=_reversed(layout))):
        fault = "the pixels do not tell the text from its reverse"
    return Trial(f"drawing of {name}", shaper.group(1) if shaper else "", fault)


def _try_strange_font() -> Trial:
    """Ask for a font that nobody has, with no font of ours at hand: nothing may be drawn."""
    layout = _layout(_SAMPLES["Kazakh"])
    script = write_ass([AssEvent(FrameRange(0, 1), layout)], _SIZE, _RATE)
    with tempfile.TemporaryDirectory(prefix="assetkit-") as empty:
        luma, _ = _draw(script.replace(family_name(layout.font), _FOREIGN), Path(empty))
    fault = "a font of this system was drawn in place of ours" if luma.max() > luma.min() else ""
    return Trial("no other fonts", "none can slip in", fault)


def _layout(sample: _Sample) -> CaptionLayout:
    zone = Box(20, 20, _SIZE.width - 40, _SIZE.height - 40)
    laid = lay_out(sample.text, sample.language, sample.font, size=_SIZE, zone=zone)
    if not isinstance(laid, CaptionLayout):
        raise AssetkitError(f"{sample.text} cannot be laid out.")
    return laid


def _reversed(layout: CaptionLayout) -> tuple[PlacedLine, ...]:
    return tuple(replace(line, text=line.text[::-1]) for line in layout.lines)


def _draw(script: str, fonts: Path) -> tuple[Luma, str]:
    """Draw a script into a dark picture; gives the luma and what the renderer said."""
    with tempfile.TemporaryDirectory(prefix="assetkit-") as folder:
        path = Path(folder) / "text.ass"
        path.write_text(script, encoding="utf-8")
        ground = ["-f", "lavfi", "-i", f"color=0x202020:s={_SIZE}:r=25"]
        graph = f"format=yuv420p,ass=f={path}:fontsdir={fonts}"
        done = run_ffmpeg(
            [*ground, "-vf", graph, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"],
            loglevel="verbose",
        )
    luma: Luma = np.frombuffer(done.out, np.uint8)[: _SIZE.width * _SIZE.height]
    return luma.reshape(_SIZE.height, _SIZE.width), done.err
