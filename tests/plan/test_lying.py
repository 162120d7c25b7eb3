"""Cards over the picture in the plan: what they change, what is shared all the same, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from assetkit.cards.book import CardBook
from assetkit.cards.kinds import KINDS
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.diagnostics import Findings
from assetkit.geometry import Box, Size
from assetkit.plan.build import Renditions
from assetkit.plan.drafts import _draft_span
from assetkit.plan.lying import Overlays, _standing
from assetkit.plan.reasons import find_reason, trace_file
from assetkit.plan.sources import OverlaySource
from assetkit.plan.tasks import CardSource, FileTask
from assetkit.platforms.draft import draft_of
from assetkit.recipe.records import CardItem, Cut, FootageGround, Item, Overlay
from assetkit.render.painting import CardPainter
from assetkit.subtitles.mark import lay_out_mark
from assetkit.timecode import Duration, FrameRange
from assetkit.timeline.conform import conform
from assetkit.timeline.records import Timeline
from support.campaigns import CAMPAIGN, COUNT_UP_CARD, END_CARD, TITLE_CARD, WORD_CARDS, card
from support.overlaid import cut_of, overlay_of
from support.scenes import PLATFORMS, TOOLS, clip, dissolve, facts

RATE = Fraction(25)
MASTERS = {slug: facts(slug) for slug in ("first", "second")}
LONG = (clip("first", 48, 288), clip("second", 100, 196))
LABEL = replace(TITLE_CARD, length=None)
SQUARE, *_ = PLATFORMS


def _timeline(cut: Cut) -> Timeline:
    findings = Findings()
    timeline = conform(cut, MASTERS, CAMPAIGN, findings)
    assert timeline is not None, findings.items
    return timeline


def _plan(items: tuple[Item, ...], *overlays: Overlay, language: str = "kk") -> FileTask:
    cut = cut_of(items, *overlays)
    renditions = Renditions(_timeline(cut), CardBook(CAMPAIGN), TOOLS, cut=cut)
    return renditions.plan((), SQUARE, language)


def _codes(items: tuple[Item, ...], *overlays: Overlay) -> list[str]:
    cut, findings = cut_of(items, *overlays), Findings()
    Overlays(cut, _timeline(cut), CardBook(CAMPAIGN)).check_times(("small", "other"), findings)
    return [item.code for item in findings.items]


def _stands(overlay: OverlaySource) -> bool:
    spec = overlay.spec
    return overlay.start == spec.hold_from == spec.frames - 1


def test_an_overlay_changes_no_key_outside_of_its_lattice_steps() -> None:
    bare, lying = _plan(LONG), _plan(LONG, overlay_of(LABEL, 50, 40))
    keys = {span.key for span in bare.spans}
    at, touched = 0, []
    for span in lying.spans:
        if span.key not in keys:
            touched.append(FrameRange(at, at + span.frames))
            assert span.overlays
        at += span.frames
    # Master frames 98 to 138, on the lattice of 12: 96 to 144, in timeline frames 48 to 96.
    assert (touched[0].start, touched[-1].stop) == (48, 96)


def test_a_span_without_an_overlay_says_nothing_of_overlays() -> None:
    spans = _plan(LONG, overlay_of(LABEL, 50, 40)).spans
    assert all(("overlays" in span.identity()) == bool(span.overlays) for span in spans)


def test_overlays_are_clipped_to_their_spans_and_count_on() -> None:
    whole = _plan((clip("first", 48, 100), dissolve(6), clip("second", 100, 200)), overlay_of(LABEL, 20, 90))
    at, frames = 0, []
    for span in whole.spans:
        for overlay in span.overlays:
            frames += [at + overlay.first + n for n in range(overlay.frames)]
            if not _stands(overlay):
                assert at + overlay.first - overlay.start == 20
        at += span.frames
    assert frames == list(range(20, 110))


def test_what_stands_is_shared_whenever_it_came() -> None:
    """The same seconds under the same standing card, in another place of another cut."""
    early = _plan(LONG, overlay_of(LABEL, 0, 240))
    late = _plan((clip("second", 100, 172), *LONG), overlay_of(LABEL, 48, 312))
    standing = [span.key for span in early.spans if any(map(_stands, span.overlays))]
    assert len(standing) >= 2
    assert set(standing) <= {span.key for span in late.spans}


def test_a_platform_that_is_excepted_has_the_spans_of_a_cut_without_it() -> None:
    lying = _plan(LONG, overlay_of(LABEL, 50, 40, excluded=(SQUARE.name,)))
    assert lying.key == _plan(LONG).key


def test_overlays_lie_in_the_order_in_which_they_are_written() -> None:
    first, second = overlay_of(LABEL, 48, 40), overlay_of(COUNT_UP_CARD, 48, 40)
    kinds = {
        tuple(overlay.spec.kind for overlay in span.overlays) for span in _plan(LONG, first, second).spans
    }
    assert ("title", "count-up") in kinds
    assert ("count-up", "title") not in kinds


@pytest.mark.parametrize(
    ("start", "length", "code"), [(336, 10, "AK640"), (330, 10, "AK641"), (326, 10, ""), (326, None, "")]
)
def test_times_of_overlays(start: int, length: int | None, code: str) -> None:
    assert _codes(LONG, overlay_of(LABEL, start, length)) == [code] * bool(code)
    # One platform that shows it is enough.
    assert _codes(LONG, overlay_of(LABEL, start, length, excluded=("small",))) == [code] * bool(code)
    assert _codes(LONG, overlay_of(LABEL, start, length, excluded=("other", "small"))) == []


def test_a_changed_overlay_is_the_reason() -> None:
    before = trace_file(_plan(LONG, overlay_of(LABEL, 50, 40)))
    after = trace_file(_plan(LONG, overlay_of(COUNT_UP_CARD, 50, 40)))
    reasons = {find_reason(trace, before) for trace in after if trace.key not in {b.key for b in before}}
    assert reasons == {"overlay changed"}


def test_a_history_from_before_overlays_gives_no_wrong_reason() -> None:
    before = trace_file(_plan(LONG))
    old = [replace(trace, parts={k: v for k, v in trace.parts.items() if k != "overlay"}) for trace in before]
    changed = replace(before[0], key="other", parts=before[0].parts | {"format": "other"})
    assert find_reason(changed, old) == "format changed"


def test_a_draft_has_its_overlays_in_its_own_size() -> None:
    span = next(span for span in _plan(LONG, overlay_of(LABEL, 50, 40)).spans if span.overlays)
    platform = draft_of(replace(SQUARE, format=replace(SQUARE.format, size=Size(480, 480))))
    mark = lay_out_mark("DRAFT", size=platform.format.size, zone=platform.layout.captions)
    draft = _draft_span(
        replace(span, format=replace(span.format, size=Size(480, 480))), platform.format, mark
    )
    assert draft.overlays[0].spec.size == platform.format.size


@pytest.mark.slow
@pytest.mark.parametrize("item", [COUNT_UP_CARD, TITLE_CARD, END_CARD, card("ring", statistic="at-home")])
def test_what_stands_is_the_picture_of_the_hold(item: CardItem) -> None:
    frames = card_frames(item, CAMPAIGN, RATE)
    zone = Box(30, 72, 210, 340)
    spec = replace(resolve_card(item, CAMPAIGN, "kk", Size(270, 480), zone, frames, RATE), clear=True)
    held = FrameRange(spec.hold_from, spec.hold_until)
    still = _standing(OverlaySource(spec, 0, len(held), held.start))
    assert _stands(still)
    moving, standing = (
        CardPainter(each, KINDS[each.kind].layout(each)).frame(number)
        for each, number in ((spec, held.stop - 1), (still.spec, still.start + 7))
    )
    assert np.array_equal(moving, standing)


# Footage behind cards.


def _on_footage(start: int, stop: int, frames: int = 80, scrim: int | None = None) -> CardItem:
    ground = FootageGround(clip("first", start, stop), scrim)
    return replace(COUNT_UP_CARD, length=Duration(frames=frames), ground=ground)


def _conform_codes(*items: Item) -> list[str]:
    findings = Findings()
    conform(cut_of(items), MASTERS, CAMPAIGN, findings)
    return [item.code for item in findings.items]


def test_the_footage_behind_a_card_is_part_of_its_key() -> None:
    one, other, plain = (
        _plan((item,)).spans[0].key
        for item in (
            _on_footage(100, 200),
            _on_footage(101, 201),
            replace(COUNT_UP_CARD, length=Duration(frames=80)),
        )
    )
    assert len({one, other, plain}) == 3
    (source,) = _plan((_on_footage(100, 200),)).spans[1].sources
    assert isinstance(source, CardSource)
    assert source.ground is not None
    assert source.ground.start == 100 + source.start


def test_the_footage_behind_a_card_must_be_long_enough() -> None:
    assert _conform_codes(_on_footage(100, 180)) == []
    assert _conform_codes(_on_footage(100, 179)) == ["AK642"]
    assert _conform_codes(_on_footage(560, 700)) == ["AK303"]


def test_a_dissolve_from_a_card_on_footage_needs_handles_of_it() -> None:
    after = (dissolve(10), clip("second", 100, 160))
    assert _conform_codes(_on_footage(500, 590), *after) == []
    assert _conform_codes(_on_footage(518, 598), *after) == ["AK305"]


def test_footage_of_another_rate_cannot_run_behind_a_card() -> None:
    masters = MASTERS | {"first": facts("first", Fraction(24))}
    findings = Findings()
    items = (clip("second", 0, 50), _on_footage(100, 200))
    assert conform(cut_of(items), masters, CAMPAIGN, findings) is None
    assert [item.code for item in findings.items] == ["AK304"]


def test_a_scrim_is_as_strong_as_the_words_need() -> None:
    size, zone = Size(1080, 1080), Box(75, 86, 930, 908)
    book = CardBook(CAMPAIGN)
    item = _on_footage(100, 300, 130)
    scrim = book.scrim(item, size, zone, 130, RATE)
    assert CAMPAIGN.brand.scrim < scrim < 80
    for given, expected in ((scrim - 1, ["AK644"]), (scrim, []), (90, [])):
        other = _on_footage(100, 300, 130, given)
        assert book.scrim(other, size, zone, 130, RATE) == given
        found = [each.code for each in book.check(other, size, zone, 130, RATE)]
        assert [code for code in found if code == "AK644"] == expected


@pytest.mark.slow
@pytest.mark.parametrize("item", [TITLE_CARD, END_CARD, *WORD_CARDS], ids=lambda item: item.kind)
def test_every_card_may_stand_on_footage(item: CardItem) -> None:
    size, zone = Size(1080, 1080), Box(75, 86, 930, 908)
    frames = card_frames(item, CAMPAIGN, RATE)
    lying = replace(item, ground=FootageGround(clip("first", 0, 400)))
    for brand in (
        CAMPAIGN.brand,
        replace(CAMPAIGN.brand, background="#F4F3EF", text="#191B1F", accent="#0B57C4"),
    ):
        found = CardBook(replace(CAMPAIGN, brand=brand)).check(lying, size, zone, frames, RATE)
        assert not [each for each in found if each.code == "AK644"]
