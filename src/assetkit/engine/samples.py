"""A sample of a campaign's own words on its own footage, to show looks on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from assetkit.campaign.captions import CaptionStyle
from assetkit.diagnostics import Findings
from assetkit.engine.reading import Masters, Subtitles
from assetkit.geometry import shape_of
from assetkit.plan.tasks import FootageSource, SpanTask, View
from assetkit.platforms.records import Catalogue, Platform
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, LayoutFault
from assetkit.subtitles.remedies import lay_out_cue
from assetkit.text.faces import face_for
from assetkit.timecode import FrameRange
from assetkit.timeline.conform import conform
from assetkit.timeline.records import FootageSegment

_SHAPES = ((Fraction(0), Fraction(3, 4)), (Fraction(1), Fraction(1)), (Fraction(5, 4), Fraction(4)))


@dataclass(frozen=True)
class Sample:
    """One frame of a clip, and what is said there in each language; `frame` counts in the master."""

    recipe: Recipe
    segment: FootageSegment
    frame: int
    rate: Fraction
    cues: dict[str, FrameCue]


def find_sample(
    root: Path, workspace: Workspace, cuts: Iterable[tuple[Recipe, Cut]], languages: tuple[str, ...]
) -> Sample | None:
    """Give the longest caption of the first recipe that shows any; None where no clip has a caption.

    The longest is that of the first language that has any. Problems on the way are left to `check`.
    """
    masters = Masters(root, Findings())
    subtitles = Subtitles(root, Findings(), masters)
    found: list[Sample] = []
    for recipe, cut in cuts:
        if found and recipe is not found[0].recipe:
            break
        timeline = conform(cut, masters.facts(cut), workspace.campaign, Findings())
        if timeline is None:
            continue
        said = {language: subtitles.cues(cut, language, timeline.rate) for language in languages}
        for segment in timeline.segments:
            if isinstance(segment, FootageSegment):
                slug = segment.item.film.slug
                by_language = {language: cues.get(slug, ()) for language, cues in said.items()}
                found += _samples(recipe, segment, timeline.rate, by_language)
    return max(found, key=lambda sample: len(next(iter(sample.cues.values())).text), default=None)


def _samples(
    recipe: Recipe, segment: FootageSegment, rate: Fraction, said: dict[str, tuple[FrameCue, ...]]
) -> Iterator[Sample]:
    """Give a sample for each cue, of the first language that has any, whose middle the clip shows."""
    for cue in next(filter(None, said.values()), ()):
        middle = (cue.range.start + cue.range.stop) // 2
        if segment.source.start <= middle < segment.source.stop:
            cues = {language: _nearest(cues, middle) for language, cues in said.items()}
            spoken = {language: found for language, found in cues.items() if found}
            yield Sample(recipe, segment, middle, rate, spoken)


def _nearest(cues: tuple[FrameCue, ...], frame: int) -> FrameCue | None:
    def distance(cue: FrameCue) -> int:
        return max(cue.range.start - frame, frame - cue.range.stop + 1, 0)

    return min(cues, key=distance, default=None)


def choose_platforms(catalogue: Catalogue, used: Iterable[str]) -> tuple[Platform, ...]:
    """Give one upright, one square and one wide platform; those that are used come first."""
    names = dict.fromkeys((*used, *catalogue.platforms))
    platforms = [catalogue.platforms[name] for name in names if name in catalogue.platforms]
    chosen = []
    for least, most in _SHAPES:
        fitting = (each for each in platforms if least <= each.format.size.ratio <= most)
        chosen += [found for found in (next(fitting, None),) if found]
    return tuple(chosen)


def sample_layout(
    sample: Sample, language: str, font: str, platform: Platform, style: CaptionStyle
) -> CaptionLayout | None:
    """Lay the sample's words out in one language, of a caption that must be split its first part.

    None where it has none there, or they do not fit.
    """
    cue = sample.cues.get(language)
    if cue is None:
        return None
    size, zone = platform.format.size, platform.layout.captions_at(style.place)
    font = face_for(cue.text, language, font)
    laid = lay_out_cue(cue, language, font, size=size, zone=zone, style=style, rate=sample.rate)
    if isinstance(laid, LayoutFault) or not laid:
        return None
    return laid[0][1]


def sample_span(sample: Sample, layout: CaptionLayout, platform: Platform) -> SpanTask:
    """Plan the sample's frame with its words at rest; the word in the middle is the one that is said."""
    size, segment = platform.format.size, sample.segment
    view = View.of(segment.item.framing_for(shape_of(size)), segment.facts.size, size)
    source = FootageSource(segment.facts, sample.frame, view)
    words = ((0, middle_word(layout)),)
    event = AssEvent(FrameRange(0, 1), layout, layout.style.colour, words=words)
    return SpanTask.keyed(sample.rate, 1, platform.format, (source,), (event,), "")


def middle_word(layout: CaptionLayout) -> int:
    """Give the character at which the word in the middle of a text begins."""
    starts = [
        line.start + place
        for line in layout.lines
        for place, letter in enumerate(line.text)
        if letter.isalnum() and (place == 0 or line.text[place - 1].isspace())
    ]
    return starts[len(starts) // 2] if starts else 0
