"""Write what libass shall draw: static text at exact pixels, on exactly the frames that were asked for."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assetkit.errors import AssetkitError
from assetkit.geometry import Box, Size
from assetkit.subtitles.layout import CaptionLayout, PlacedLine
from assetkit.subtitles.styles import BOX_COLOUR, BOX_OPACITY, HALO_OPACITY, style_named
from assetkit.text.fonts import ass_font_size, family_name, font_metrics, missing_glyphs
from assetkit.timecode import FrameRange

# A later layer lies on an earlier one: boxes and halos under every letter.
_UNDER, _OVER = 0, 1
_ARC = 0.5523  # how far a Bézier's handles reach, for a quarter of a circle
_FORMAT = (
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, "
    "Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, "
    "MarginL, MarginR, MarginV, Encoding"
)
_EVENTS = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"


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


def write_ass(events: Sequence[AssEvent], size: Size, rate: Fraction) -> str:
    """Write an ASS script for a picture of `size`, in which frame n is shown at n / rate seconds.

    Burn it with `ass=f=FILE:fontsdir=DIR` after `format=yuv420p`. Nothing in the text acts as a code. Raises
    AssetkitError where a font lacks a character, or a layout was made for a picture of another size.
    """
    for event in events:
        _refuse_unfit(event, size)
    head = _head(tuple(sorted({event.layout.font for event in events})), size)
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


def escape_text(text: str) -> str:
    """Write text so that libass draws every character: no brace or backslash acts as a code."""
    # libass passes over U+2060 when it draws, but a backslash before it begins no code.
    return text.replace("\\", "\\\u2060").replace("{", "\\{").replace("}", "\\}").replace("\n", " ")


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
    text = "\n".join(line.text for line in layout.lines)
    missing = _missing(text, layout.font)
    if missing:
        raise AssetkitError(
            f"{family_name(layout.font)} has no {' '.join(missing)} for {text!r}.",
            remedy="Replace the characters, or choose another font.",
            font=layout.font,
            missing=missing,
        )
    if layout.size != size:
        raise AssetkitError(f"A layout for {layout.size} was given for a picture of {size}.")


@functools.lru_cache(maxsize=8192)
def _missing(text: str, font: str) -> tuple[str, ...]:
    return tuple(missing_glyphs(text, font))


def _style_line(font: str) -> str:
    return (
        f"Style: {font},{family_name(font)},20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,"
        "0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1"
    )


def _event_lines(event: AssEvent, rate: Fraction) -> Iterator[str]:
    start, stop = format_time(event.range.start, rate), format_time(event.range.stop, rate)
    font = event.layout.font
    for layer, text in _drawn(event.layout, event.colour):
        yield f"Dialogue: {layer},{start},{stop},{font},,0,0,0,,{text}"


@functools.lru_cache(maxsize=8192)
def _drawn(layout: CaptionLayout, colour: str) -> tuple[tuple[int, str], ...]:
    """Give layer and text of all that a layout draws; the same in every span and cut that shows it."""
    drawn = [(_UNDER, _box_text(layout))] if layout.style.backing == "box" else []
    for line in layout.lines:
        if layout.style.backing == "outline":
            drawn.append((_UNDER, _halo_text(line, layout)))
        drawn.append((_OVER, _line_text(line, layout, colour)))
    return tuple(drawn)


def _line_text(line: PlacedLine, layout: CaptionLayout, colour: str) -> str:
    outline = style_named(layout.style.backing).outline_pixels(layout.em)
    codes = f"{_place(line, layout)}\\1c{_ass_colour(colour)}\\bord{outline:.2f}\\3c{_ass_colour('#000000')}"
    return f"{{{codes}}}{escape_text(line.text)}"


def _halo_text(line: PlacedLine, layout: CaptionLayout) -> str:
    """Give a soft dark copy under the letters, a little lower: it parts them from a busy picture."""
    em = layout.em
    codes = (
        f"{_place(line, layout, lower=0.03 * em)}\\1c&H000000&\\3c&H000000&\\1a{_ass_alpha(HALO_OPACITY)}"
        f"\\3a{_ass_alpha(HALO_OPACITY)}\\bord{0.1 * em:.2f}\\blur{0.07 * em:.2f}"
    )
    return f"{{{codes}}}{escape_text(line.text)}"


def _place(line: PlacedLine, layout: CaptionLayout, lower: float = 0.0) -> str:
    """Give the codes that put the baseline where it belongs: libass counts from the top of the line."""
    metrics = font_metrics(layout.font)
    top = line.baseline - layout.em * metrics.ascender / metrics.upem + lower
    return f"\\an7\\pos({line.x},{top:.3f})\\fs{ass_font_size(layout.font, layout.em):.3f}"


def _box_text(layout: CaptionLayout) -> str:
    box = layout.box
    radius = round(style_named(layout.style.backing).radius * layout.em)
    codes = (
        f"\\an7\\pos({box.x},{box.y})\\1c{_ass_colour(BOX_COLOUR)}\\1a{_ass_alpha(BOX_OPACITY)}\\bord0\\p1"
    )
    return f"{{{codes}}}{_rounded(box, radius)}"


def _rounded(box: Box, radius: int) -> str:
    """Draw a rectangle with round corners, from its own top left."""
    width, height, near = box.width, box.height, round(radius * (1 - _ARC))
    right, low = width - radius, height - radius
    return (
        f"m {radius} 0 l {right} 0 b {width - near} 0 {width} {near} {width} {radius} "
        f"l {width} {low} b {width} {height - near} {width - near} {height} {right} {height} "
        f"l {radius} {height} b {near} {height} 0 {height - near} 0 {low} "
        f"l 0 {radius} b 0 {near} {near} 0 {radius} 0"
    )


def _ass_colour(colour: str) -> str:
    """Turn "#RRGGBB" into the order of ASS: blue, green, red."""
    return f"&H{colour[5:7]}{colour[3:5]}{colour[1:3]}&".upper()


def _ass_alpha(opacity: float) -> str:
    return f"&H{round(255 * (1 - opacity)):02X}&"
