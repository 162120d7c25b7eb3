"""Cut and facts to an exact timeline; what does not fit the masters is reported with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.resolve import card_frames
from assetkit.diagnostics import Findings, Place
from assetkit.media.facts import MasterFacts
from assetkit.recipe.records import CardItem, ClipItem, Cut, DissolveItem, FootageGround
from assetkit.timecode import Duration, FrameRange, Timecode, format_rate, format_timecode
from assetkit.timeline.records import CardSegment, Dissolve, FootageSegment, Segment, Timeline


def conform(
    cut: Cut, masters: Mapping[str, MasterFacts], campaign: Campaign, findings: Findings
) -> Timeline | None:
    """Resolve a cut at the rate of its masters, or at the campaign's where it has no clip.

    `masters` holds facts by film slug. Returns None, with the reasons in `findings`, where the cut cannot
    be made exactly as written.
    """
    before = len(findings.items)
    rate = _common_rate(cut, masters, campaign, findings)
    if rate is None:
        return None
    segments = _place_segments(cut, masters, campaign, rate, findings)
    if segments is None:
        return None
    dissolves = _place_dissolves(cut, segments, rate, findings)
    timeline = Timeline(rate, tuple(segments), tuple(dissolves), cut.sound)
    _check_length(cut, timeline, findings)
    failed = any(item.severity.value == "error" for item in findings.items[before:])
    return None if failed else timeline


def _common_rate(
    cut: Cut, masters: Mapping[str, MasterFacts], campaign: Campaign, findings: Findings
) -> Fraction | None:
    rate: Fraction | None = None
    for item in cut.clips:
        facts = masters.get(item.film.slug)
        if facts is None:
            return None  # why the master is not known was reported where it was looked for
        if rate is not None and facts.rate != rate:
            findings.error(
                "AK304",
                f"the film {item.film.slug} has another frame rate than the clips before it",
                item.place,
                measured=f"{format_rate(facts.rate)} frames per second",
                required=f"{format_rate(rate)} frames per second",
                remedy="Use films of one rate in a cut; converting rates inside a cut is not built yet.",
            )
            return None
        rate = facts.rate
    return rate or campaign.rate


def _place_segments(
    cut: Cut, masters: Mapping[str, MasterFacts], campaign: Campaign, rate: Fraction, findings: Findings
) -> list[Segment] | None:
    segments: list[Segment] = []
    failed = False
    at = 0
    for item in cut.sequence:
        segment: Segment | None = None
        if isinstance(item, ClipItem):
            segment = _place_clip(item, masters[item.film.slug], at, findings)
        elif isinstance(item, CardItem):
            segment = _place_card(item, card_frames(item, campaign, rate), masters, at, findings)
        else:
            continue
        if segment is None:
            failed = True
            continue
        segments.append(segment)
        at = segment.range.stop
    return None if failed else segments


def _place_card(
    item: CardItem, frames: int, masters: Mapping[str, MasterFacts], at: int, findings: Findings
) -> CardSegment | None:
    if not isinstance(item.ground, FootageGround):
        return CardSegment(item, frames, at)
    clip = item.ground.clip
    behind = _place_clip(clip, masters[clip.film.slug], at, findings)
    if behind is None:
        return None
    if len(behind.source) < frames:
        missing = frames - len(behind.source)
        findings.error(
            "AK642",
            f"the footage behind the {item.kind} card ends {missing} frames before the card does",
            clip.place,
            measured=f"{len(behind.source)} frames",
            required=f"at least {frames} frames",
            remedy=f"Name a range that is {missing} frames longer, or shorten the card.",
        )
        return None
    run = FrameRange(behind.source.start, behind.source.start + frames)
    return CardSegment(item, frames, at, replace(behind, source=run))


def _place_clip(item: ClipItem, facts: MasterFacts, at: int, findings: Findings) -> FootageSegment | None:
    try:
        source = FrameRange(_frame(item.start, facts.rate), _frame(item.stop, facts.rate))
    except ValueError as problem:
        findings.error("AK301", str(problem), item.place, remedy="Write a frame that exists at this rate.")
        return None
    if source.start >= source.stop:
        findings.error(
            "AK302",
            "the clip ends before it begins, or is empty",
            item.place,
            measured=f"in at frame {source.start}, out at frame {source.stop}",
            required="out after in",
            remedy="Swap its ends, or move one of them.",
        )
        return None
    if source.stop > facts.frame_count:
        findings.error(
            "AK303",
            f"the clip reaches past the end of {item.film.master}",
            item.place,
            measured=f"out at frame {source.stop}",
            required=f"at most {facts.frame_count}",
            remedy=_nearer(item, source, facts),
        )
        return None
    return FootageSegment(item, facts, source, at)


def _nearer(item: ClipItem, source: FrameRange, facts: MasterFacts) -> str:
    """Say what to write; editing suites count from a whole hour, often the first, where a master begins."""
    start, stop, rate = item.start, item.stop, facts.rate
    if isinstance(start, Timecode) and isinstance(stop, Timecode) and start.hours:
        ends = [_frame(replace(end, hours=end.hours - start.hours), rate) for end in (start, stop)]
        if ends[1] <= facts.frame_count:
            first, last = (format_timecode(end, rate, drop_frame=start.drop_frame) for end in ends)
            return f"Count from the master's first frame: write {first} - {last}."
    return f"End the clip {source.stop - facts.frame_count} frames earlier."


def _frame(position: Timecode | Duration, rate: Fraction) -> int:
    return position.in_frames(rate)


def _place_dissolves(cut: Cut, segments: list[Segment], rate: Fraction, findings: Findings) -> list[Dissolve]:
    dissolves: list[Dissolve] = []
    index = -1
    for item in cut.sequence:
        if not isinstance(item, DissolveItem):
            index += 1
            continue
        length = item.length.in_frames(rate)
        join = segments[index].range.stop
        area = FrameRange(join - length // 2, join + length - length // 2)
        dissolves.append(Dissolve(area, index))
        _check_room(area, segments[index], segments[index + 1], item.place, findings)
        if len(dissolves) > 1 and dissolves[-2].range.stop > area.start:
            over = dissolves[-2].range.stop - area.start
            findings.error(
                "AK306",
                "this dissolve begins before the one before it has ended",
                item.place,
                measured=f"{over} frames too early",
                remedy="Shorten one of them, or lengthen what stands between.",
            )
    return dissolves


def _check_room(area: FrameRange, first: Segment, second: Segment, place: Place, findings: Findings) -> None:
    """A dissolve must lie inside its neighbours, and needs handles of both outside the cut."""
    if area.start < first.range.start or area.stop > second.range.stop:
        findings.error(
            "AK306",
            "the dissolve is longer than what stands beside it",
            place,
            measured=f"{len(area)} frames",
            remedy="Shorten the dissolve or lengthen its neighbours.",
        )
    after = area.stop - first.range.stop
    before = second.range.start - area.start
    if left := _footage(first):
        _check_handle(left.facts.frame_count - left.source.stop, after, "after", left, place, findings)
    if right := _footage(second):
        _check_handle(right.source.start, before, "before", right, place, findings)


def _footage(segment: Segment) -> FootageSegment | None:
    return segment if isinstance(segment, FootageSegment) else segment.ground


def _check_handle(
    has: int, needs: int, side: str, segment: FootageSegment, place: Place, findings: Findings
) -> None:
    if has >= needs:
        return
    findings.error(
        "AK305",
        f"the dissolve needs frames of {segment.item.film.master} {side} the clip that do not exist",
        place,
        measured=f"{has} frames of handle",
        required=f"{needs} frames of handle",
        remedy=f"Shorten the dissolve, or move the clip's edge by {needs - has} frames.",
    )


def _check_length(cut: Cut, timeline: Timeline, findings: Findings) -> None:
    seconds = float(timeline.frames / timeline.rate)
    if cut.longest and timeline.frames > cut.longest.limit_in_frames(timeline.rate):
        over = timeline.frames - cut.longest.limit_in_frames(timeline.rate)
        findings.error(
            "AK307",
            f"the cut {cut.name} is too long",
            cut.place,
            measured=f"{seconds:.2f} s ({timeline.frames} frames)",
            required=f"at most {cut.longest}",
            remedy=f"Take out {over} frames.",
        )
    if cut.shortest and timeline.frames < cut.shortest.in_frames(timeline.rate):
        findings.error(
            "AK308",
            f"the cut {cut.name} is too short",
            cut.place,
            measured=f"{seconds:.2f} s ({timeline.frames} frames)",
            required=f"at least {cut.shortest}",
            remedy=f"Add {cut.shortest.in_frames(timeline.rate) - timeline.frames} frames.",
        )
