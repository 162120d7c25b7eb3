"""When and where cards lie over the picture of a cut: their frames, and the zone that each may use."""

from __future__ import annotations

from dataclasses import replace

from assetkit.campaign.records import Brand, Campaign
from assetkit.cards.book import CardBook
from assetkit.cards.resolve import card_frames
from assetkit.cards.spec import CardSpec
from assetkit.geometry import Box
from assetkit.platforms.records import Platform
from assetkit.recipe.records import ClipItem, Cut, Overlay
from assetkit.subtitles.ground import caption_ground
from assetkit.subtitles.styles import style_named
from assetkit.timecode import FrameRange
from assetkit.timeline.records import Timeline

_AIR = 15  # thousandths of the short edge between what stands above the captions and their zone


def overlay_range(overlay: Overlay, timeline: Timeline, campaign: Campaign) -> FrameRange:
    """Give the timeline frames in which an overlay lies over the picture, clipped to the cut."""
    start = min(overlay.at.in_frames(timeline.rate), timeline.frames)
    if overlay.auto:
        stop = start + card_frames(overlay.card, campaign, timeline.rate)
    elif overlay.length is not None:
        stop = start + overlay.length.in_frames(timeline.rate)
    else:
        stop = timeline.frames
    return FrameRange(start, max(start, min(stop, timeline.frames)))


def is_for_footage(overlay: Overlay) -> bool:
    """Whether it makes room for cards that fill the frame: a mark, because these say whose film it is."""
    return overlay.card.kind == "logo"


def overlay_zone(overlay: Overlay, cut: Cut, platform: Platform, brand: Brand) -> Box:
    """Give where an overlay may stand: the zone for cards; above the captions where these are burnt in.

    Only what stands in a lower corner makes way, and only for captions that stand at the bottom.
    """
    zone = platform.layout.cards
    if not overlay.card.where.startswith("bottom") or not _has_captions_below(cut, platform):
        return zone
    air = max(1, platform.format.size.short_edge * _AIR // 1000)
    bottom = min(zone.bottom, _top_of_captions(cut, platform, brand) - air)
    return Box(zone.x, zone.y, zone.width, bottom - zone.y)


def overlay_spec(
    overlay: Overlay, cut: Cut, timeline: Timeline, platform: Platform, language: str, cards: CardBook
) -> CardSpec:
    """Give the card of an overlay, without a ground of its own, set with those of all declared languages.

    One that says the same in every language, as a name set in type does, is the very same card in all of
    them: a mark must not part pictures that languages share.
    """
    zone = overlay_zone(overlay, cut, platform, cards.campaign.brand)
    size, rate = platform.format.size, timeline.rate
    frames = len(overlay_range(overlay, timeline, cards.campaign))
    spec = cards.resolve(overlay.card, language, size, zone, frames, rate)
    first = cards.campaign.languages[0]
    same = cards.resolve(overlay.card, first, size, zone, frames, rate)
    return replace(same if replace(same, language=language) == spec else spec, clear=True)


def _has_captions_below(cut: Cut, platform: Platform) -> bool:
    style = cut.captions.style
    if not cut.captions.burn or platform.name in cut.captions.unburnt or style.place != "bottom":
        return False
    films = [item.film for item in cut.sequence if isinstance(item, ClipItem)]
    return any(film.subtitles or film.sdh for film in films)


def _top_of_captions(cut: Cut, platform: Platform, brand: Brand) -> int:
    """Give the row to which the highest caption may reach: one of as many lines as the shape allows."""
    style, font = cut.captions.style, brand.caption_font
    ground = caption_ground(platform.format.size, platform.layout.captions, style, font)
    above = style_named(style.backing).top(ground.largest, font)
    return max(platform.layout.captions.y, ground.first_baseline(ground.most_lines) - above)
