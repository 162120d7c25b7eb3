"""What a finished file shows, as its post says it: by this it can be checked anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assetkit.cards.kinds import KINDS
from assetkit.delivery.drawn import standing_lines
from assetkit.delivery.silences import describe_silence
from assetkit.plan.sources import CardSource, FootageSource
from assetkit.plan.tasks import FileTask, SpanTask
from assetkit.quality.drawn import DrawnText
from assetkit.quality.shown import Shown, Stretch
from assetkit.subtitles.ass import AssEvent
from assetkit.timecode import FrameRange


def describe_shown(file: FileTask) -> Shown:
    """Join what the spans of a file show to whole stretches and whole texts, in frames of the file."""
    stretches: list[Stretch] = []
    texts: list[AssEvent] = []
    drawn: list[DrawnText] = []
    at = 0
    for span in file.spans:
        _add_stretch(stretches, span, FrameRange(at, at + span.frames))
        texts = _add_texts(texts, span.events, at)
        _add_drawn(drawn, span, at)
        at += span.frames
    silent = describe_silence(file.sound.mix, file.spans[0].rate, at)
    return Shown(tuple(stretches), tuple(texts), tuple(drawn), silent)


def _add_stretch(stretches: list[Stretch], span: SpanTask, area: FrameRange) -> None:
    source = span.sources[0]
    if len(span.sources) > 1:
        found = Stretch(area, "dissolve")
    elif isinstance(source, FootageSource):
        found = Stretch(area, "footage", source.facts.path, source.start)
    elif isinstance(source, CardSource):
        found = Stretch(area, "card", source.spec.kind, source.start, _ground_of(source))
    else:
        found = Stretch(area, "other")
    last = stretches[-1] if stretches else None
    if last and _goes_on(last, found):
        stretches[-1] = replace(last, range=FrameRange(last.range.start, area.stop))
    else:
        stretches.append(found)


def _ground_of(source: CardSource) -> str:
    """Give the one colour on which a card stands, "" where a picture or footage lies behind it."""
    spec = source.spec
    is_flat = source.ground is None and spec.image is None and spec.kind in KINDS
    return spec.background if is_flat else ""


def _goes_on(last: Stretch, found: Stretch) -> bool:
    """Say whether the same thing is shown on, from the frame that is due."""
    same = (last.kind, last.of, last.ground) == (found.kind, found.of, found.ground)
    return same and (last.kind == "dissolve" or last.first + len(last.range) == found.first)


def _add_texts(texts: list[AssEvent], events: Iterable[AssEvent], at: int) -> list[AssEvent]:
    """Add a span's texts; what ended with the last span and is the same text goes on."""
    found = list(texts)
    for event in events:
        shifted = _shift(event, at)
        before = next((text for text in found if _is_continued(text, shifted)), None)
        if before is None:
            found.append(shifted)
        else:
            joined = replace(before, range=FrameRange(before.range.start, shifted.range.stop))
            found[found.index(before)] = joined
    return found


def _add_drawn(found: list[DrawnText], span: SpanTask, at: int) -> None:
    """Add the lines of a span's cards; what ended with the last span and is the same line goes on."""
    for text in _drawn_in(span, at):
        same = (number for number, line in enumerate(found) if _is_same_line(line, text))
        number = next(same, None)
        if number is None:
            found.append(text)
        else:
            joined = FrameRange(found[number].range.start, text.range.stop)
            found[number] = replace(text, range=joined)


def _is_same_line(line: DrawnText, other: DrawnText) -> bool:
    return line.range.stop == other.range.start and replace(line, range=other.range) == other


def _drawn_in(span: SpanTask, at: int) -> Iterator[DrawnText]:
    """Give the lines that stand in a span, in frames of the file; those that dissolve are not all there."""
    cards = [
        (source.spec, source.start, FrameRange(at, at + span.frames), "card")
        for source in span.sources
        if len(span.sources) == 1 and isinstance(source, CardSource)
    ]
    for over in span.overlays:
        area = FrameRange(at + over.first, at + over.first + over.frames)
        cards.append((over.spec, over.start, area, "overlay"))
    for spec, start, area, kind in cards:
        lines = (line.shown(start, area, kind) for line in standing_lines(spec))
        yield from (line for line in lines if line)


def _is_continued(text: AssEvent, other: AssEvent) -> bool:
    same = replace(text, range=other.range) == other
    return same and text.range.stop == other.range.start


def _shift(event: AssEvent, by: int) -> AssEvent:
    return replace(
        event,
        range=event.range.shift(by),
        whole=event.whole.shift(by) if event.whole else None,
        words=tuple((frame + by, letter) for frame, letter in event.words),
    )
