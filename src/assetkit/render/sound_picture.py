"""The picture of a mix: what is seen, said and heard when, how music makes room, and how loud it all is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from assetkit.render.loudness import STEP, Trace
from assetkit.render.plots import BOLD, FAINT, QUIET, SMALL, WORDS, Colour, Plot
from assetkit.render.stills import Picture
from assetkit.sound.ducking import duck_gain, ranges_of
from assetkit.sound.levels import SoundReport
from assetkit.sound.records import Bed
from assetkit.sound.stretches import Samples
from assetkit.timecode import SAMPLE_RATE, FrameRange, format_timecode, sample_of_frame

_FILM, _MUSIC = ((70, 122, 156), (132, 190, 224)), ((96, 104, 70), (172, 186, 112))
_CLIP, _CARD, _CUE, _MARK, _PEAK = (44, 66, 84), (74, 52, 66), (40, 44, 54), (236, 0, 140), (240, 170, 60)
_MOMENTARY = (124, 131, 145)
_WIDTH, _MARGIN, _LEFT, _GAP = 2280, 56, 210, 18
_TITLE, _LABEL, _RULER, _FOOT = 44, 22, 30, 64
_SOFTEST, _LOUDEST = -48.0, 0.0  # LUFS and dBTP, from the foot to the top of the loudness
_DEEPEST = -30.0  # dB at the foot of the ducking
_FILM_HEIGHT, _NOTHING_HEIGHT, _MUSIC_HEIGHT, _LOUD_HEIGHT, _BAND, _CUES = 190, 48, 130, 270, 56, 34
_LEGEND = "white: short-term loudness (3 s);  grey: momentary (400 ms);  dots: true peak of each 0.1 s"
_STEPS = (1, 2, 5, 10, 30, 60, 300, 600, 1800)


@dataclass(frozen=True)
class Stretch:
    """Frames of the timeline with what they are called, the longest first; `is_card` is not filmed."""

    range: FrameRange
    names: tuple[str, ...]
    is_card: bool = False


@dataclass(frozen=True)
class Music:
    """What a bed adds to the mix, shape (n, 2), and the bed itself."""

    samples: Samples
    bed: Bed


@dataclass(frozen=True)
class MixPicture:
    """All that is shown of a mix. `film` is the mix without music, shape (n, 2), before levelling.

    `joins` are the samples at which one sound gives way to another, `cues` the words of each language.
    """

    title: str
    note: str
    rate: Fraction
    film: Samples
    stretches: tuple[Stretch, ...]
    dissolves: tuple[FrameRange, ...]
    joins: tuple[int, ...]
    cues: tuple[tuple[str, tuple[tuple[FrameRange, str], ...]], ...]
    music: Music | None
    trace: Trace
    report: SoundReport
    target: float
    ceiling: float


def draw_mix(shown: MixPicture) -> Picture:
    """Set the picture, (height, width, 3) uint8 in sRGB."""
    page = _Page(shown)
    page.head()
    page.seen()
    for language, cues in shown.cues:
        page.said(language, cues)
    page.heard()
    if shown.music:
        page.backed(shown.music)
    page.measured()
    return page.finish()


class _Page(Plot):
    """The sheet as it is drawn, from its top on."""

    def __init__(self, shown: MixPicture) -> None:
        self.shown = shown
        self.top = float(_MARGIN)
        self.loudest = max(_peak(shown.film), _peak(shown.music.samples) if shown.music else 0.0)
        self.film_height = _FILM_HEIGHT if _peak(shown.film) or not shown.music else _NOTHING_HEIGHT
        rows = _BAND + _GAP + len(shown.cues) * (_CUES + 8) + self.film_height + 2 * _GAP + _LOUD_HEIGHT
        rows += _MUSIC_HEIGHT + _GAP if shown.music else 0
        height = _MARGIN + _TITLE + 2 * _GAP + _RULER + rows + _FOOT + _MARGIN // 2
        super().__init__(_WIDTH, height, _MARGIN + _LEFT, _WIDTH - _MARGIN, len(shown.film))

    def head(self) -> None:
        """Set the title, and the times above all rows."""
        middle = self.top + _TITLE / 2
        end = self.words((_MARGIN, middle), self.shown.title, _TITLE, WORDS, BOLD)
        self.words((end + 28, middle), self.shown.note, 30, QUIET)
        self.top += _TITLE + 2 * _GAP
        seconds = self.total / SAMPLE_RATE
        step = next((step for step in _STEPS if seconds / step <= 14), 3600)
        bottom = self.height - _MARGIN / 2 - _FOOT
        for second in range(0, int(seconds) + 1, step):
            x = self.x(second * SAMPLE_RATE)
            self.line((x, self.top + 26), (x, bottom), FAINT)
            self.flag((x, self.top + 12), _clock(second), SMALL, QUIET)
        self.top += _RULER

    def seen(self) -> None:
        """Show clips, cards and dissolves."""
        self.label("picture", self.top + _BAND / 2)
        for stretch in self.shown.stretches:
            fill = _CARD if stretch.is_card else _CLIP
            self.box(stretch.range, _BAND, fill, stretch.names, SMALL + 2)
        for area in self.shown.dissolves:
            low, high = self.x_of(area.start), self.x_of(area.stop)
            self.line((low, self.top + _BAND), (high, self.top), WORDS, 2)
            self.line((low, self.top), (high, self.top + _BAND), WORDS, 2)
        self.top += _BAND + _GAP

    def said(self, language: str, cues: Sequence[tuple[FrameRange, str]]) -> None:
        """Show the cues of a language."""
        self.label(f"cues {language}", self.top + _CUES / 2)
        for area, text in cues:
            self.box(area, _CUES, _CUE, (" ".join(text.split()),), SMALL)
        self.top += _CUES + 8

    def heard(self) -> None:
        """Show the film's sound, and where one sound gives way to the next."""
        middle, words = self.top + self.film_height / 2, _peak_words(self.shown.film)
        if self.film_height == _NOTHING_HEIGHT:
            self.label("film", middle)
            self.words((self.left, middle), words, SMALL, QUIET)
            self.top += self.film_height + _GAP
            return
        self.label("film", middle - 14)
        self.label(words, middle + 14, SMALL)
        self.wave(self.shown.film, self.loudest, self.top, _FILM_HEIGHT, _FILM)
        for join in self.shown.joins:
            x = self.x(join)
            self.line((x, self.top), (x, self.top + _FILM_HEIGHT), WORDS, 1)
        self.top += _FILM_HEIGHT + _GAP

    def backed(self, music: Music) -> None:
        """Show the music as it is in the mix, and the line along which it goes down."""
        middle = self.top + _MUSIC_HEIGHT / 2
        self.label("music", middle - 28)
        self.label(_peak_words(music.samples), middle, SMALL)
        duck = music.bed.duck
        told = f"ducking {duck.depth_db:g} dB" if duck else "no ducking"
        self.label(told, middle + 26, SMALL, _MARK if duck else QUIET)
        self.wave(music.samples, self.loudest, self.top, _MUSIC_HEIGHT, _MUSIC)
        if duck:
            ranges = ranges_of(duck, self.shown.film)
            gains = duck_gain(duck, ranges, 0, self.total)
            self.curve(_at_columns(gains, self.total, self.columns), music.bed)
        self.top += _MUSIC_HEIGHT + _GAP

    def curve(self, gains: NDArray[np.float64], bed: Bed) -> None:
        """Draw the gain of ducking, 0 dB at the top of the row."""
        first, last = int(self.x(bed.start) - self.left), int(self.x(bed.start + bed.length) - self.left)
        decibels = 20 * np.log10(np.maximum(gains, 1e-3))
        depths = self.top + np.clip(decibels / _DEEPEST, 0, 1) * _MUSIC_HEIGHT
        points = [(self.left + column, float(depths[column])) for column in range(first, last)]
        self.path(points, _MARK, 3)

    def measured(self) -> None:
        """Show loudness and peaks of the finished sound, with what they were to be."""
        shown = self.shown
        self.figures(shown.report)
        for level in range(-40, 1, 10):
            self.line((self.left, self.y(level)), (self.right, self.y(level)), FAINT)
            self.words((self.right + 8, self.y(level)), f"{level}", SMALL, QUIET)
        self.dashed(self.y(shown.target), _MARK)
        self.dashed(self.y(shown.ceiling), _PEAK)
        self.readings(shown.trace.momentary, _MOMENTARY, 3)
        self.readings(shown.trace.short_term, WORDS, 4)
        for number, peak in enumerate(shown.trace.peaks):
            if peak > _SOFTEST:
                colour = _PEAK if peak <= shown.ceiling else _MARK
                self.dot(self.x((number + 0.5) * STEP), self.y(peak), colour)
        legend = _LEGEND + (f";  {shown.report.remark}" if shown.report.remark else "")
        self.words((self.left, self.top + _LOUD_HEIGHT + 30), legend, SMALL, QUIET)

    def figures(self, report: SoundReport) -> None:
        """Set what the finished sound measures beside its row."""
        self.label("finished sound", self.top + 16)
        is_long = report.range is not None
        rows = (
            (_told(report.integrated, "LUFS"), WORDS),
            (f"target {self.shown.target:g} LUFS", _MARK),
            (f"range {_told(report.range, 'LU')}" if is_long else "too short for a range", QUIET),
            (f"peak {_told(report.true_peak, 'dBTP')}", _PEAK),
            (f"at most {self.shown.ceiling:g} dBTP", QUIET),
            (f"gain {report.gain:+.1f} dB", QUIET),
        )
        for number, (words, colour) in enumerate(rows):
            self.label(words, self.top + 50 + number * 28, SMALL + 2, colour)

    def readings(self, values: Sequence[float], colour: Colour, width: int) -> None:
        """Draw readings of loudness, each where what it takes in ends; nothing where it is silent."""
        run: list[tuple[float, float]] = []
        for number, value in enumerate((*values, _SOFTEST - 1)):
            if value > _SOFTEST:
                run.append((self.x((number + 1) * STEP), self.y(value)))
            elif run:
                self.path(run, colour, width)
                run = []

    def box(self, area: FrameRange, height: int, fill: Colour, texts: Sequence[str], em: int) -> None:
        """Draw a stretch of time as a box."""
        self.block(self.x_of(area.start), self.x_of(area.stop), self.top, height, fill, texts, em)

    def x_of(self, frame: int) -> float:
        """Give where a frame begins."""
        return self.x(sample_of_frame(frame, self.shown.rate))

    def y(self, level: float) -> float:
        """Give where a loudness stands."""
        part = (_LOUDEST - min(max(level, _SOFTEST), _LOUDEST)) / (_LOUDEST - _SOFTEST)
        return self.top + part * _LOUD_HEIGHT

    def label(self, words: str, y: float, em: int = _LABEL, colour: Colour = QUIET) -> None:
        """Set the name of a row."""
        self.words((_MARGIN, y), words, em, WORDS if em == _LABEL else colour)


def _at_columns(gains: NDArray[np.float64] | None, total: int, count: int) -> NDArray[np.float64]:
    """Give the gain in the middle of each column."""
    if gains is None:
        return np.ones(count)
    places = (np.arange(count) * 2 + 1) * total // (2 * count)
    return gains[np.minimum(places, len(gains) - 1)]


def _peak(samples: Samples) -> float:
    return float(np.abs(samples).max(initial=0.0))


def _peak_words(samples: Samples) -> str:
    peak = _peak(samples)
    return f"peak {20 * np.log10(peak):.1f} dBFS" if peak > 0 else "silence"


def _told(value: float | None, unit: str) -> str:
    return "none" if value is None else f"{value:.1f} {unit}"


def _clock(second: int) -> str:
    return format_timecode(second, Fraction(1)).rpartition(":")[0].removeprefix("00:")
