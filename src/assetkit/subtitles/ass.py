"""Write what libass shall draw: text at exact pixels, on exactly the frames that were asked for.

What moves is written frame by frame, and nothing is left to libass's own clock: its fades count in
milliseconds from an event's start, and an event cut at a span's edge would have another start.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assetkit.errors import AssetkitError
from assetkit.geometry import Size
from assetkit.subtitles.drawing import draw_layout
from assetkit.subtitles.drawing import escape_text as escape_text
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.motion import AT_REST, Part, Pose, split_parts
from assetkit.subtitles.runs import fonts_of, runs_of
from assetkit.text.fonts import family_name, missing_glyphs
from assetkit.timecode import FrameRange

_FORMAT = (
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, "
    "Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, "
    "MarginL, MarginR, MarginV, Encoding"
)
_EVENTS = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"


@dataclass(frozen=True)
class Look:
    """A frame of the span on which a text is looked for: the word that is lit there, and how it stands."""

    frame: int
    word: int | None = None
    pose: Pose = AT_REST


@dataclass(frozen=True)
class AssEvent:
    """One text on frames `range`, counted from the span's first frame; `colour` is "#RRGGBB".

    `whole` is the range that a text which moves in or out has without the span's edges, in the same count; it
    may begin below 0. `words` are pairs (frame, character): when which word of the text is said.
    """

    range: FrameRange
    layout: CaptionLayout
    colour: str = "#FFFFFF"
    whole: FrameRange | None = None
    words: tuple[tuple[int, int], ...] = ()

    @property
    def fonts(self) -> frozenset[str]:
        """The fonts in which it is drawn."""
        return fonts_of(self.layout)

    def clipped(self, area: FrameRange) -> AssEvent | None:
        """Give what is seen of it in an area, counted from the area's first frame; None where nothing is."""
        overlap = self.range.overlap(area)
        if overlap is None:
            return None
        by = -area.start
        if self.whole is None and not self.words:
            return AssEvent(overlap.shift(by), self.layout, self.colour)
        words = tuple((frame + by, start) for frame, start in self.words)
        whole = self.whole.shift(by) if self.whole else None
        return AssEvent(overlap.shift(by), self.layout, self.colour, whole, words)

    def parts(self, rate: Fraction) -> tuple[Part, ...]:
        """Give the stretches of its frames on which nothing of it changes."""
        style = self.layout.style
        words = self.words if style.highlight else ()
        return split_parts(self.range, self.whole, words, style.motion, rate)

    def looks(self, rate: Fraction) -> tuple[Look, ...]:
        """Give the frames on which it is best seen: the one nearest to its middle, and the last if another.

        Where it stands whole, if it ever does; else where it is most opaque and nearest to its size: a clip's
        edge may leave no more of it than frames on which it moves.
        """
        middle = (self.range.start + self.range.stop) // 2
        parts = self.parts(rate)
        best = max(part.pose.rest for part in parts)
        seen = [
            Look(frame, part.word, part.pose)
            for part in parts
            if part.pose.rest == best
            for frame in {min(max(middle, part.range.start), part.range.stop - 1), part.range.stop - 1}
        ]
        first = min(seen, key=lambda look: (abs(look.frame - middle), look.frame))
        last = max(seen, key=lambda look: look.frame)
        return (first, last) if last.frame > first.frame else (first,)


def write_ass(events: Sequence[AssEvent], size: Size, rate: Fraction) -> str:
    """Write an ASS script for a picture of `size`, in which frame n is shown at n / rate seconds.

    Burn it with `ass=f=FILE:fontsdir=DIR` after `format=yuv420p`. Nothing in the text acts as a code. Raises
    AssetkitError where a font lacks a character, or a layout was made for a picture of another size.
    """
    for event in events:
        _refuse_unfit(event, size)
    head = _head(tuple(sorted({font for event in events for font in event.fonts})), size)
    return "\n".join([head, *(line for event in events for line in _event_lines(event, rate))]) + "\n"


@functools.lru_cache(maxsize=256)
def _head(fonts: tuple[str, ...], size: Size) -> str:
    """Write all that stands before the events: one style for each font, what varies stands in the events."""
    lines = [
        "[Script Info]",
        "ScriptType: v4.00+",
        f"PlayResX: {size.width}",
        f"PlayResY: {size.height}",
        "WrapStyle: 2",
        "ScaledBorderAndShadow: yes",
        "Kerning: yes",
        "YCbCr Matrix: None",
        "",
        "[V4+ Styles]",
        _FORMAT,
        *(_style_line(font) for font in fonts),
        "",
        "[Events]",
        _EVENTS,
    ]
    return "\n".join(lines)


def format_time(frame: int, rate: Fraction) -> str:
    """Give the time half a frame before a frame, in centiseconds.

    libass compares with the frame's own time: half a frame is the widest margin on both sides, and more than
    a centisecond's rounding at every rate up to 60.
    """
    # floor((frame - 1/2) / rate x 100 + 1/2) in whole numbers, and never before the start.
    halves = (2 * frame - 1) * rate.denominator * 100
    hundredths = max(0, (halves + rate.numerator) // (2 * rate.numerator))
    minutes, rest = divmod(hundredths, 6000)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest // 100:02d}.{rest % 100:02d}"


def _refuse_unfit(event: AssEvent, size: Size) -> None:
    layout = event.layout
    for font, text in _wordings(layout):
        missing = _missing(text, font)
        if missing:
            raise AssetkitError(
                f"{family_name(font)} has no {' '.join(missing)} for {text!r}.",
                remedy="Replace the characters, or choose another font.",
                font=font,
                missing=missing,
            )
    if layout.size != size:
        raise AssetkitError(f"A layout for {layout.size} was given for a picture of {size}.")


def _wordings(layout: CaptionLayout) -> Iterator[tuple[str, str]]:
    """Give what is written in which font."""
    if not layout.emphasis:
        yield layout.font, "\n".join(line.text for line in layout.lines)
        return
    for line in layout.lines:
        yield from ((run.font, run.text) for run in runs_of(line, layout))


@functools.lru_cache(maxsize=8192)
def _missing(text: str, font: str) -> tuple[str, ...]:
    return tuple(missing_glyphs(text, font))


def _style_line(font: str) -> str:
    return (
        f"Style: {font},{family_name(font)},20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,"
        "0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1"
    )


def _event_lines(event: AssEvent, rate: Fraction) -> Iterator[str]:
    for part in event.parts(rate):
        start, stop = format_time(part.range.start, rate), format_time(part.range.stop, rate)
        for layer, font, text in draw_layout(event.layout, event.colour, part.pose, part.word):
            yield f"Dialogue: {layer},{start},{stop},{font},,0,0,0,,{text}"
