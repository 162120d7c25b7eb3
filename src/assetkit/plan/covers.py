"""The cover of a cut before it is made: what its recipe asks for, and the words that stand upon it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assetkit.cards.book import CardBook
from assetkit.cards.resolve import card_frames
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Findings
from assetkit.geometry import Box
from assetkit.platforms.records import Platform
from assetkit.recipe.records import CardItem, Cut, FootageGround
from assetkit.timecode import format_timecode
from assetkit.timeline.records import Timeline

_MARGIN = 6  # percent of the short edge around a title in a grid
_TITLE_SHARE = 45  # percent of the zone for cards, from its bottom, that a title may fill


def check_cover(
    cut: Cut, timeline: Timeline, platform: Platform, cards: CardBook, findings: Findings
) -> None:
    """Report a cover that this cut, or this platform, cannot have."""
    cover = cut.post.cover
    if cover is None or platform.cover.form == "none":
        return
    _check_picture(cut, timeline, findings)
    if not cover.title:
        return
    if platform.cover.form == "time":
        message = f"{platform.title} takes but a moment of the video as its cover, so the title is left out"
        findings.note(
            "AK847", message, cover.place, remedy="show the title in the video, if it is needed there"
        )
        return
    item = cover_title(cut)
    if item is None:
        message = "a title stands upon footage, and this cover shows a card, which has words of its own"
        findings.error("AK846", message, cover.place, remedy="take out `title:`, or name a frame of a film")
        return
    rate, zone = timeline.rate, title_zone(platform)
    frames = card_frames(item, cards.campaign, rate)
    findings.extend(cards.check(item, platform.layout.size, zone, frames, rate))


def cover_title(cut: Cut) -> CardItem | None:
    """Give the words upon a cover as a card over footage; None where there are none, or no footage."""
    cover = cut.post.cover
    if cover is None or not cover.title or cover.card or not cut.clips:
        return None
    # Which clip it is does not matter: the ground says that what is below may be of any colour.
    ground = FootageGround(cut.clips[0])
    return CardItem("title", None, {"title": cover.title}, None, None, cover.place, ground=ground)


def title_zone(platform: Platform) -> Box:
    """Give where a title may stand: low in what a grid shows, or in the zone for cards."""
    zone, shown = platform.layout.cards, platform.cover.shown
    if shown:
        margin = platform.format.size.short_edge * _MARGIN // 100
        zone = Box(shown.x + margin, shown.y + margin, shown.width - 2 * margin, shown.height - 2 * margin)
    height = zone.height * _TITLE_SHARE // 100
    return Box(zone.x, zone.bottom - height, zone.width, height)


def title_spec(
    cut: Cut, platform: Platform, language: str, rate: Fraction, cards: CardBook
) -> tuple[CardSpec, int] | None:
    """Give the words upon a cover, without a ground, and how many percent of scrim they need."""
    item = cover_title(cut)
    if item is None:
        return None
    size, zone = platform.format.size, title_zone(platform)
    frames = card_frames(item, cards.campaign, rate)
    spec = cards.resolve(item, language, size, zone, frames, rate)
    return replace(spec, clear=True), cards.scrim(item, size, zone, frames, rate)


def _check_picture(cut: Cut, timeline: Timeline, findings: Findings) -> None:
    cover, rate = cut.post.cover, timeline.rate
    assert cover is not None
    count = sum(isinstance(item, CardItem) for item in cut.sequence)
    if cover.card > count:
        findings.error(
            "AK845",
            f"the cover shows a card that the cut {cut.name} does not have",
            cover.place,
            measured=f"card {cover.card}",
            required=f"one of its {count}" if count else "no card: the cut has none",
            remedy="count the cards of the sequence from 1",
        )
    try:
        frame = cover.frame(rate)
    except ValueError as problem:
        findings.error("AK845", f"the cover: {problem}", cover.place, remedy="write a frame that exists")
        return
    if frame >= timeline.frames:
        findings.error(
            "AK845",
            f"the cover shows a frame after the end of the cut {cut.name}",
            cover.place,
            measured=format_timecode(frame, rate),
            required=f"before {format_timecode(timeline.frames, rate)}",
            remedy="name an earlier frame, or `auto`",
        )
