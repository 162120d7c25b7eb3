"""Cards that lie over the picture of a rendition, as its spans see them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assetkit.cards.book import CardBook
from assetkit.cards.resolve import card_frames
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Findings
from assetkit.plan.overlays import is_for_footage, overlay_range, overlay_spec
from assetkit.plan.sources import OverlaySource
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut
from assetkit.timecode import FrameRange
from assetkit.timeline.records import Timeline


@dataclass(frozen=True)
class Lying:
    """A clear card in the timeline frames over which it lies, but for cards if it is for footage alone."""

    spec: CardSpec
    range: FrameRange
    is_for_footage: bool = False


class Overlays:
    """The cards over the picture of one timeline; platforms that agree on zones get the very same ones."""

    def __init__(self, cut: Cut | None, timeline: Timeline, cards: CardBook) -> None:
        self.cut = cut
        self.timeline = timeline
        self.cards = cards

    def lying(self, platform: Platform, language: str) -> tuple[Lying, ...]:
        """Give what this platform shows over the picture, in the order in which it is written."""
        if self.cut is None:
            return ()
        found = []
        for overlay in self.cut.overlays:
            area = overlay_range(overlay, self.timeline, self.cards.campaign)
            if platform.name in overlay.excluded or not len(area):
                continue
            spec = overlay_spec(overlay, self.cut, self.timeline, platform, language, self.cards)
            found.append(Lying(spec, area, is_for_footage(overlay)))
        return tuple(found)

    def check_times(self, platforms: Collection[str], findings: Findings) -> None:
        """Report cards that begin after the cut has ended, or that its end would cut off.

        What none of these platforms shows is left out: it may be there for a longer version of the cut.
        """
        rate, frames = self.timeline.rate, self.timeline.frames
        for overlay in self.cut.overlays if self.cut else ():
            if all(name in overlay.excluded for name in platforms):
                continue
            kind, start = overlay.card.kind, overlay.at.in_frames(rate)
            length = overlay.length.in_frames(rate) if overlay.length else 0
            length = card_frames(overlay.card, self.cards.campaign, rate) if overlay.auto else length
            if start >= frames:
                findings.error(
                    "AK640",
                    f"the {kind} over the picture begins after the cut has ended",
                    overlay.place,
                    measured=f"at frame {start}",
                    required=f"before frame {frames}",
                    remedy="let it begin earlier",
                )
            elif start + length > frames:
                over = start + length - frames
                findings.error(
                    "AK641",
                    f"the {kind} over the picture ends {over} frames after the cut",
                    overlay.place,
                    measured=f"at frame {start + length}",
                    required=f"at most frame {frames}",
                    remedy=f"shorten it, or let it begin {over} frames earlier",
                )


def overlays_in(lying: Sequence[Lying], area: FrameRange, *, on_card: bool) -> tuple[OverlaySource, ...]:
    """Give the cards that lie over timeline frames `area`, clipped to them and counted from their first.

    `on_card` says that a card of the sequence fills these frames, alone or in a dissolve.

    One that only stands there is the same whenever it came and however long it stays, so that cuts which
    show the same picture under it share it.
    """
    found = []
    for each in lying:
        if on_card and each.is_for_footage:
            continue
        whole = OverlaySource(each.spec, each.range.start, len(each.range), 0)
        shown = whole.within(area)
        if shown:
            found.append(_standing(shown))
    return tuple(found)


def _standing(shown: OverlaySource) -> OverlaySource:
    spec = shown.spec
    if not spec.hold_from <= shown.start or shown.start + shown.frames > spec.hold_until:
        return shown
    still = replace(spec, frames=spec.hold_from + 1, hold_until=spec.hold_from + 1)
    return replace(shown, spec=still, start=spec.hold_from)
