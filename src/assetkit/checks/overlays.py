"""Cards over the picture that cover something else that must be read, and labels that are hardly seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assetkit.campaign.care import load_care
from assetkit.cards.book import CardBook
from assetkit.cards.extents import around, part_boxes, touch
from assetkit.diagnostics import Findings, Place
from assetkit.geometry import Box
from assetkit.plan.overlays import is_for_footage, overlay_range, overlay_spec, overlay_zone
from assetkit.platforms.records import Platform
from assetkit.recipe.records import CardItem, Cut, Overlay
from assetkit.subtitles.ass import AssEvent
from assetkit.timecode import FrameRange
from assetkit.timeline.records import CardSegment, FootageSegment, Timeline


@dataclass(frozen=True)
class _Laid:
    """An overlay in its place: when it is seen, and how much room it takes."""

    overlay: Overlay
    range: FrameRange
    box: Box


class OverlayChecks:
    """Checks the cards over one timeline; what they cover is told once for each kind of thing."""

    def __init__(self, cut: Cut, timeline: Timeline, cards: CardBook, findings: Findings) -> None:
        self.cut = cut
        self.timeline = timeline
        self.cards = cards
        self.findings = findings
        self._told: set[tuple[str, Place]] = set()

    def check_cards(self, platform: Platform) -> None:
        """Report what is wrong with each overlay as a card: in its zone, in every declared language."""
        for overlay in _shown(self.cut, platform):
            area = overlay_range(overlay, self.timeline, self.cards.campaign)
            if len(area):
                zone = overlay_zone(overlay, self.cut, platform, self.cards.campaign.brand)
                size, rate = platform.layout.size, self.timeline.rate
                self.findings.extend(self.cards.check(overlay.card, size, zone, len(area), rate))
            if overlay.card.kind == "label":
                self._check_label(overlay, area)

    def check(self, platform: Platform, language: str, events: Sequence[AssEvent]) -> None:
        """Report overlays that cover burnt captions and supers (`events`), each other, or a card's words."""
        laid = tuple(self._lay(platform, language))
        for index, each in enumerate(laid):
            self._check_texts(each, events, platform, language)
            self._check_others(each, laid[:index], platform, language)
            self._check_segments(each, platform, language)

    def _lay(self, platform: Platform, language: str) -> Iterator[_Laid]:
        for overlay in _shown(self.cut, platform):
            area = overlay_range(overlay, self.timeline, self.cards.campaign)
            box = self._around(overlay, platform, language, len(area))
            if box is not None:
                yield _Laid(overlay, area, box)

    def _around(self, overlay: Overlay, platform: Platform, language: str, frames: int) -> Box | None:
        if not frames:
            return None
        return around(
            part_boxes(overlay_spec(overlay, self.cut, self.timeline, platform, language, self.cards))
        )

    def _check_texts(
        self, laid: _Laid, events: Iterable[AssEvent], platform: Platform, language: str
    ) -> None:
        for event in events:
            if self._meet(laid, event.range) and touch(laid.box, event.layout.box):
                words = " ".join(line.text for line in event.layout.lines)
                where = f"in {language}, on {platform.title}"
                self._tell("AK645", laid, f"{_name(laid.overlay.card)} covers a text {where}: {words!r}")

    def _check_others(self, laid: _Laid, others: Iterable[_Laid], platform: Platform, language: str) -> None:
        for other in others:
            if self._meet(laid, other.range, other.overlay) and touch(laid.box, other.box):
                below = f"{_name(other.overlay.card)} ({other.overlay.place})"
                message = f"{_name(laid.overlay.card)} covers {below} in {language}, on {platform.title}"
                self._tell("AK646", laid, message)

    def _meet(self, laid: _Laid, area: FrameRange, other: Overlay | None = None) -> bool:
        """Whether an overlay is seen in some frames of an area; a mark, and another one, on footage alone."""
        shared = laid.range.overlap(area)
        if shared is None:
            return False
        if not is_for_footage(laid.overlay) and not (other and is_for_footage(other)):
            return True
        clips = (each.range for each in self.timeline.segments if isinstance(each, FootageSegment))
        return any(shared.overlap(clip) is not None for clip in clips)

    def _check_segments(self, laid: _Laid, platform: Platform, language: str) -> None:
        size, zone, rate = platform.layout.size, platform.layout.cards, self.timeline.rate
        for segment in () if is_for_footage(laid.overlay) else self.timeline.segments:
            if not isinstance(segment, CardSegment) or laid.range.overlap(segment.range) is None:
                continue
            spec = self.cards.resolve(segment.item, language, size, zone, segment.frames, rate)
            if any(touch(laid.box, box) for box in part_boxes(spec)):
                below = f"{_name(segment.item)} ({segment.item.place})"
                message = f"{_name(laid.overlay.card)} covers {below} in {language}, on {platform.title}"
                self._tell("AK647", laid, message)

    def _tell(self, code: str, laid: _Laid, message: str) -> None:
        if (code, laid.overlay.place) in self._told:
            return
        self._told.add((code, laid.overlay.place))
        other = _opposite(laid.overlay.card.where)
        remedy = f"write `where: {other}`, or show it at another time with `at:` and `for:`"
        self.findings.error(code, message, laid.overlay.place, remedy=remedy)

    def _check_label(self, overlay: Overlay, area: FrameRange) -> None:
        rule, rate = load_care()["label_seconds"], self.timeline.rate
        seconds = float(len(area) / rate)
        is_long = len(area) >= min(rule.value * rate, Fraction(self.timeline.frames))
        if (area.start == 0 and is_long) or ("AK650", overlay.place) in self._told:
            return
        self._told.add(("AK650", overlay.place))
        began = f"{float(area.start / rate):.1f} s after the start, for {seconds:.1f} s"
        self.findings.warning(
            "AK650",
            "the label comes late or stands for a moment only, so what it says is easily missed",
            overlay.place,
            measured=began,
            required=f"from the start, for at least {rule.value} s ({rule.source})",
            remedy="leave `at:` out, and write `for: whole`",
        )


def _shown(cut: Cut, platform: Platform) -> Iterator[Overlay]:
    yield from (overlay for overlay in cut.overlays if platform.name not in overlay.excluded)


def _opposite(where: str) -> str:
    row, _, side = where.partition("-")
    return f"{'bottom' if row == 'top' else 'top'}-{side}"


def _name(card: CardItem) -> str:
    kind = card.kind.replace("-", " ") if card.kind == "lower-third" else card.kind
    return f"the {kind}" if card.where else f"the {kind} card"
