"""What a layout draws, as texts of ASS with their codes: letters, and what lies under them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import pairwise

from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.motion import AT_REST, Pose
from assetkit.subtitles.runs import Run, plain, runs_of, word_span, word_stop
from assetkit.subtitles.shapes import draw_box, draw_rows
from assetkit.subtitles.styles import BOX_COLOUR, BOX_OPACITY, GLOWS, SLANT, Glow, style_named
from assetkit.text.fonts import ass_font_size, font_metrics

# A later layer lies on an earlier one: grounds and glows under every letter.
_UNDER, _OVER, _TOP = 0, 1, 2


@functools.lru_cache(maxsize=8192)
def draw_layout(
    layout: CaptionLayout, colour: str, pose: Pose = AT_REST, word: int | None = None
) -> tuple[tuple[int, str, str], ...]:
    """Give layer, font and text of all that a layout draws; the same in every span and cut that shows it.

    `word` is the character at which the word begins that is said.
    """
    drawn: list[tuple[int, str, str]] = []
    ground = _ground(layout, pose)
    if ground:
        drawn.append((_UNDER, layout.font, ground))
    for line in layout.lines:
        runs = runs_of(line, layout)
        for glow in GLOWS.get(layout.style.backing, ()):
            drawn += [(_UNDER, run.font, _glow_text(run, layout, line.baseline, glow, pose)) for run in runs]
        drawn += [
            (_OVER, run.font, _run_text(run, layout, line.baseline, colour, pose, word)) for run in runs
        ]
        if layout.style.backing == "outline" and _adjoin(runs):
            # The dark edge of a letter lies on its neighbour of another run: once more without edges.
            drawn += [
                (_TOP, run.font, _run_text(run, layout, line.baseline, colour, pose, word, False))
                for run in runs
            ]
        drawn += _turned_words(layout, runs, line.baseline, pose, word)
    return tuple(drawn)


def _adjoin(runs: tuple[Run, ...]) -> bool:
    """Whether a run begins inside a word."""
    return any(one.start + len(one.text) == two.start for one, two in pairwise(runs))


def escape_text(text: str) -> str:
    """Write text so that libass draws every character: no brace or backslash acts as a code."""
    # libass passes over U+2060 when it draws, but a backslash before it begins no code. What ends a line of
    # the script, or what it would take for its own, is no letter.
    return plain(text).replace("\\", "\\\u2060").replace("{", "\\{").replace("}", "\\}")


def _run_text(
    run: Run,
    layout: CaptionLayout,
    baseline: int,
    colour: str,
    pose: Pose,
    word: int | None,
    is_edged: bool = True,
) -> str:
    outline = style_named(layout.style.backing).outline_pixels(layout.em) * pose.scale * is_edged
    codes = (
        f"{_place(run, layout, baseline, pose)}\\1c{_ass_colour(colour)}\\bord{outline:.2f}"
        f"\\3c{_ass_colour('#000000')}{_veil(pose)}"
    )
    return f"{{{codes}}}{_lit_text(run, layout, colour, word)}"


def _lit_text(run: Run, layout: CaptionLayout, colour: str, word: int | None) -> str:
    """Write a run's letters, those of the word that is said in the colour of the highlight."""
    if word is None or not layout.style.highlight or run.is_turned:
        return _whole_text(run)
    first = max(0, word - run.start)
    last = min(len(run.text), word_stop(layout, word) - run.start)
    if first >= last:
        return escape_text(run.text)
    before, lit, after = run.text[:first], run.text[first:last], run.text[last:]
    return (
        f"{escape_text(before)}{{\\1c{_ass_colour(layout.style.highlight)}}}{escape_text(lit)}"
        f"{{\\1c{_ass_colour(colour)}}}{escape_text(after)}"
    )


def _turned_words(
    layout: CaptionLayout, runs: tuple[Run, ...], baseline: int, pose: Pose, word: int | None
) -> Iterator[tuple[int, str, str]]:
    """Draw the word that is said over a line in another order than the text's: the line, cut to its place.

    A code inside the line would part it: libass orders the letters on both sides of a code by themselves.
    """
    for run in runs if word is not None and layout.style.highlight else ():
        span = word_span(run, layout, word or 0) if run.is_turned else None
        if span:
            # Half of what lies between words belongs to either.
            edges = [x + side * 0.08 * layout.em for x, side in zip(span, (-1, 1), strict=True)]
            left, right = (round(moved_point(x, 0.0, layout, pose)[0]) for x in edges)
            drawn = _run_text(run, layout, baseline, layout.style.highlight, pose, None, False)
            yield _TOP, run.font, f"{{\\clip({left},0,{right},{layout.size.height})}}{drawn}"


def _whole_text(run: Run) -> str:
    """Write a run's letters in the direction of its line: libass takes every line for one from the left."""
    return f"\u202b{escape_text(run.text)}\u202c" if run.from_right else escape_text(run.text)


def _glow_text(run: Run, layout: CaptionLayout, baseline: int, glow: Glow, pose: Pose) -> str:
    """Give a soft dark copy under the letters, a little lower: it parts them from a busy picture."""
    em, alpha = layout.em * pose.scale, _ass_alpha(glow.opacity * pose.opacity)
    codes = (
        f"{_place(run, layout, baseline, pose, lower=glow.lower * layout.em)}\\1c&H000000&\\3c&H000000&"
        f"\\1a{alpha}\\3a{alpha}\\bord{glow.border * em:.2f}\\blur{glow.blur * em:.2f}"
    )
    return f"{{{codes}}}{_whole_text(run)}"


def _place(run: Run, layout: CaptionLayout, baseline: int, pose: Pose, lower: float = 0.0) -> str:
    """Give the codes that put a run where it belongs: libass counts from the top of the line."""
    metrics = font_metrics(run.font)
    rise = layout.em * metrics.ascender / metrics.upem
    x, y = run.x, baseline - rise + lower
    slant = ""
    if run.is_slanted:
        # libass leans letters around the top of the line; ours stand on their baseline.
        x, slant = x + SLANT * rise, f"\\fax{-SLANT:g}"
    x, y = moved_point(x, y, layout, pose)
    size = ass_font_size(run.font, layout.em * pose.scale)
    return f"\\an7\\pos({_number(x)},{y:.3f})\\fs{size:.3f}{slant}"


def _ground(layout: CaptionLayout, pose: Pose) -> str:
    """Draw what lies behind the letters; "" for a style that has nothing there."""
    box, backing = layout.box, layout.style.backing
    if backing == "box":
        drawing = draw_box(box, round(style_named("box").radius * layout.em))
    elif backing == "lines":
        drawing = draw_rows(layout)
    else:
        return ""
    x, y = moved_point(box.x, box.y, layout, pose)
    zoom = "" if pose.scale == 1 else f"\\fscx{100 * pose.scale:.3f}\\fscy{100 * pose.scale:.3f}"
    codes = (
        f"\\an7\\pos({_number(x)},{_number(y)})\\1c{_ass_colour(BOX_COLOUR)}"
        f"\\1a{_ass_alpha(BOX_OPACITY * pose.opacity)}\\bord0{zoom}\\p1"
    )
    return f"{{{codes}}}{drawing}" if drawing else ""


def moved_point(x: float, y: float, layout: CaptionLayout, pose: Pose) -> tuple[float, float]:
    """Give a place as it is at the pose's size: everything grows from the middle of the box."""
    if pose.scale == 1:
        return x, y
    box = layout.box
    middle, centre = box.x + box.width / 2, box.y + box.height / 2
    return middle + (x - middle) * pose.scale, centre + (y - centre) * pose.scale


def _veil(pose: Pose) -> str:
    return "" if pose.opacity == 1 else f"\\alpha{_ass_alpha(pose.opacity)}"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.3f}"


def _ass_colour(colour: str) -> str:
    """Turn "#RRGGBB" into the order of ASS: blue, green, red."""
    return f"&H{colour[5:7]}{colour[3:5]}{colour[1:3]}&".upper()


def _ass_alpha(opacity: float) -> str:
    return f"&H{round(255 * (1 - opacity)):02X}&"
