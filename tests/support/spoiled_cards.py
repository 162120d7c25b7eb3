"""Finished files with a card and an overlay, as pictures that ffmpeg joins: clean ones and ones gone wrong.

What a card looks like is drawn by the project, in the language that is asked for or in another: what is
spoiled is which picture stands in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from assetkit.cards.book import CardBook
from assetkit.cards.spec import CardSpec
from assetkit.delivery.drawn import standing_lines
from assetkit.geometry import Box, Size
from assetkit.quality.drawn import DrawnText
from assetkit.quality.records import Expected
from assetkit.quality.shown import Shown, Stretch
from assetkit.recipe.records import CardItem
from assetkit.render.cards import card_clip, clear_frame_at, frame_at
from assetkit.timecode import FrameRange
from assetkit.tool.ffmpeg import run_ffmpeg
from support.campaigns import COUNT_UP_CARD
from support.figures import FIGURE_CAMPAIGN
from support.finished import AMPLITUDE, HOUSE, TAGS
from support.lying import LOWER_THIRD

SIZE, RATE, FRAMES = Size(360, 640), Fraction(25), 75
ZONE = Box(40, 96, 240, 320)
CARD, OVER = FrameRange(30, 75), FrameRange(0, 30)
EXPECTED = Expected(SIZE, RATE, FRAMES, Fraction(1), -14.0)
_BOOK = CardBook(FIGURE_CAMPAIGN)


@dataclass(frozen=True)
class CardFile:
    """What stands in a file: the language of its card and of what lies over the film, "" for none of it."""

    card: str = "kk"
    over: str = "kk"
    wordless: bool = False  # the card's ground alone
    late: str = "null"
    sound: str = f"{AMPLITUDE}*sin(2*PI*997*t)"


def spec_of(item: CardItem, language: str, *, size: Size = SIZE, zone: Box = ZONE) -> CardSpec:
    """Give a card that stands from the first of its frames on, as a card too short for motion does."""
    spec = _BOOK.resolve(item, language, size, zone, 100, RATE)
    return replace(spec, numbers=spec.numbers[-1:], hold_from=0, hold_until=100)


def shown_of(language: str, silent: Sequence[FrameRange] = ()) -> Shown:
    """Give what a post in a language says of the clean file."""
    card, over = spec_of(COUNT_UP_CARD, language), replace(spec_of(LOWER_THIRD, language), clear=True)
    stretches = (
        Stretch(OVER, "footage", "film.mp4"),
        Stretch(CARD, "card", card.kind, 0, card.background),
    )
    drawn = (*_lines(over, OVER, "overlay"), *_lines(card, CARD, "card"))
    return Shown(stretches, (), drawn, tuple(silent))


def make_card_file(path: Path, made: CardFile) -> Path:
    """Encode film under a lower third, then a card, with a tone."""
    card, over = path.with_suffix(".card.png"), path.with_suffix(".over.png")
    _write(_draw(COUNT_UP_CARD, made.card, made.wordless), card)
    _write(_draw_over(made.over), over)
    film = f"testsrc2=size={SIZE}:rate=25:duration={len(OVER) / 25}"
    inputs = ["-f", "lavfi", "-i", film, "-i", str(over)]
    inputs += ["-loop", "1", "-framerate", "25", "-t", str(len(CARD) / 25), "-i", str(card)]
    inputs += ["-f", "lavfi", "-i", f"aevalsrc='{made.sound}|{made.sound}':s=48000:d={FRAMES / 25}"]
    to_yuv = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
    graph = (
        f"[0:v]format=yuv420p,{TAGS}[f];[1:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[o];"
    )
    graph += f"[f][o]overlay,{TAGS},setsar=1[a];[2:v]{to_yuv},{TAGS},setsar=1[b];"
    graph += f"[a][b]concat=n=2,{made.late},format=yuv420p,{TAGS}[v]"
    coder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-threads", "1", "-g", "25", "-bf", "2"]
    coder += ["-sc_threshold", "0", "-x264-params", "open-gop=0", "-bsf:v", "filter_units=remove_types=6"]
    sound = ["-c:a", "aac", "-b:a", "128k", "-ar", "48000", "-ac", "2"]
    ends = ["-map_metadata", "-1", "-flags:v", "+bitexact", "-flags:a", "+bitexact", *HOUSE]
    maps = ["-filter_complex", graph, "-map", "[v]", "-map", "3:a"]
    done = ["-fflags", "+bitexact", str(path)]
    run_ffmpeg(["-y", *inputs, *maps, *coder, *sound, *ends, *done], loglevel="error")
    return path


def _lines(spec: CardSpec, area: FrameRange, kind: str) -> tuple[DrawnText, ...]:
    lines = (line.shown(0, area, kind) for line in standing_lines(spec))
    return tuple(line for line in lines if line)


def _draw(item: CardItem, language: str, wordless: bool) -> np.ndarray:
    spec = spec_of(item, language)
    drawn = frame_at(card_clip(spec), 50, RATE)
    if wordless:
        drawn = np.empty_like(drawn)
        drawn[:] = [int(spec.background[place : place + 2], 16) for place in (1, 3, 5)]
    return drawn


def _draw_over(language: str) -> np.ndarray:
    if not language:
        return np.zeros((SIZE.height, SIZE.width, 4), np.uint8)
    spec = replace(spec_of(LOWER_THIRD, language), clear=True)
    return clear_frame_at(card_clip(spec), 50, RATE)


def _write(pixels: np.ndarray, path: Path) -> None:
    from PIL import Image

    Image.fromarray(pixels).save(path)
