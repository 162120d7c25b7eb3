"""Drafts: a planned file made small, quick and marked, with the line breaks and places of the real one.

A draft is the same plan in smaller numbers and not a plan for a smaller picture, so that nothing fits in one
and not in the other. It shares the sound with the real rendering, and no picture.
"""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box, fit_inside
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import CardSource, FileTask, FootageSource, Source, SpanTask, hash_identity
from assetkit.platforms.draft import draft_of, scale_box
from assetkit.platforms.records import Format, Platform
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.layout import CaptionLayout, PlacedLine
from assetkit.subtitles.mark import lay_out_mark
from assetkit.text.shaping import measure
from assetkit.timecode import FrameRange

MARK = "DRAFT"
"""What every frame of a draft says. One word for all languages, so that they go on sharing pictures."""


def draft_deliverable(item: Deliverable) -> Deliverable:
    """Give the draft of a deliverable: its platform and its file, with keys of their own."""
    platform = draft_of(item.platform)
    return replace(item, platform=platform, file=_draft_file(item.file, platform), fit=None)


def _draft_file(file: FileTask, platform: Platform) -> FileTask:
    mark = lay_out_mark(MARK, size=platform.format.size, zone=platform.layout.cards)
    spans = tuple(_draft_span(span, platform.format, mark) for span in file.spans)
    draft = replace(file, spans=spans)
    return replace(draft, key=hash_identity(draft.identity()))


def _draft_span(span: SpanTask, coded: Format, mark: CaptionLayout) -> SpanTask:
    factor = Fraction(coded.size.width, span.format.size.width)
    events = [AssEvent(FrameRange(0, span.frames), mark)]
    events += [replace(event, layout=_draft_text(event.layout, coded, factor)) for event in span.events]
    sources = tuple(_draft_source(source, coded, factor) for source in span.sources)
    overlays = tuple(replace(each, spec=_draft_card(each.spec, coded, factor)) for each in span.overlays)
    draft = replace(span, format=coded, sources=sources, events=tuple(events), overlays=overlays)
    return replace(draft, key=hash_identity(draft.identity()))


def _draft_source(source: Source, coded: Format, factor: Fraction) -> Source:
    if isinstance(source, CardSource):
        ground = _draft_footage(source.ground, coded) if source.ground else None
        return replace(source, spec=_draft_card(source.spec, coded, factor), ground=ground)
    return _draft_footage(source, coded)


def _draft_footage(source: FootageSource, coded: Format) -> FootageSource:
    """Give the same footage: a crop is in the master's pixels, a fit in those of the picture."""
    if source.view.fit in ("crop", "behind"):
        return source
    box = fit_inside(source.facts.size, coded.size)
    return replace(source, view=replace(source.view, box=box))


def _draft_card(spec: CardSpec, coded: Format, factor: Fraction) -> CardSpec:
    # Rounded down, so that no line grows longer than its zone.
    sizes = tuple((field, int(em * factor)) for field, em in spec.type_sizes)
    return replace(spec, size=coded.size, zone=scale_box(spec.zone, factor), type_sizes=sizes)


def _draft_text(layout: CaptionLayout, coded: Format, factor: Fraction) -> CaptionLayout:
    em = int(layout.em * factor)
    lines = tuple(_draft_line(line, layout.font, em, factor) for line in layout.lines)
    box = layout.box
    left, top = int(box.x * factor), int(box.y * factor)
    right, bottom = math.ceil(box.right * factor), math.ceil(box.bottom * factor)
    around = Box(left, top, right - left, bottom - top)
    return replace(layout, lines=lines, em=em, size=coded.size, box=around)


def _draft_line(line: PlacedLine, font: str, em: int, factor: Fraction) -> PlacedLine:
    """Set a line anew around the same middle: type in whole pixels is not exactly half as wide."""
    width = measure(line.text, font, em)
    middle = (line.x + line.width / 2) * float(factor)
    return PlacedLine(line.text, round(middle - width / 2), int(line.baseline * factor), width, line.start)
