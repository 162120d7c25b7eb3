"""Marks on cards: which a card shows, and how large each is, so that none looks more important."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import median

from assetkit.campaign.records import Campaign, Logo
from assetkit.cards.layout import Mark
from assetkit.cards.pictures import LogoPicture
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem, ImageGround

_USUAL = 0.8  # of what the middle one could have
_SMALLEST = 0.42  # of the common visual area, for a mark that its place holds back
_BRAND_KINDS = ("end", "logo")


def logos_shown(item: CardItem, campaign: Campaign) -> tuple[tuple[str, Logo], ...]:
    """Give the marks that a card shows, each with whose it is, in words for messages."""
    if item.kind in _BRAND_KINDS:
        return (("the brand", campaign.brand.logo),) if campaign.brand.logo else ()
    found = ((name, campaign.partners.get(name)) for name in item.partners)
    return tuple((f"the partner {name}", each.logo) for name, each in found if each and each.logo)


def unpermitted_logos(cards: Iterable[CardItem], campaign: Campaign) -> tuple[str, ...]:
    """Give whose marks these cards show without a recorded permission."""
    shown = (mark for card in cards for mark in logos_shown(card, campaign))
    return tuple(dict.fromkeys(whose for whose, logo in shown if not logo.permission))


def files_shown(cards: Iterable[CardItem], campaign: Campaign) -> dict[str, str]:
    """Give the picture files that these cards show, by their paths from the workspace, with their digests."""
    paths: list[str] = []
    for card in cards:
        paths += [card.ground.path] if isinstance(card.ground, ImageGround) else []
        paths += [logo.image for _, logo in logos_shown(card, campaign)]
    return {path: campaign.pictures[path].digest for path in paths if path in campaign.pictures}


def balance(logos: Sequence[LogoPicture], width: int, height: int) -> tuple[Size, ...]:
    """Give each mark's size so that all look equally large in places of this size.

    What the eye weighs lies between the box of a mark and its ink: the product of width, height and the root
    of the density is the same for all. One that is very long or very high cannot have that much room; the
    others do not shrink with it below a share of theirs. None is enlarged beyond its own pixels.
    """
    if not logos:
        return ()
    common = common_area(logos, width, height)
    return tuple(
        _sized(logo, min(math.sqrt(common / _visual(logo)), _scale_within(logo, width, height)))
        for logo in logos
    )


def common_area(logos: Sequence[LogoPicture], width: int, height: int) -> float:
    """Give the visual area that marks have together in places of this size, in pixels."""
    most = [_scale_within(logo, width, height) ** 2 * _visual(logo) for logo in logos]
    # All alike, unless one of them is out of the ordinary.
    return max(min(most), min(_USUAL * median(most), min(most) / _SMALLEST))


def fit_mark(logo: LogoPicture, width: int, height: int) -> Size:
    """Give the size of a mark alone in a place of this size, at most that of its own pixels."""
    return _sized(logo, _scale_within(logo, width, height))


def place_mark(logo: LogoPicture, x: int, y: int, size: Size) -> Mark:
    """Place a mark with its ink's top left at (x, y)."""
    return Mark(logo.file, logo.digest, logo.ink, Box(x, y, size.width, size.height))


def needed_pixels(logo: LogoPicture, width: int, height: int) -> float:
    """Give how many times larger a mark's picture would have to be to fill a place; 1 where it is enough."""
    return max(1.0, min(width / logo.ink.width, height / logo.ink.height))


def _scale_within(logo: LogoPicture, width: int, height: int) -> float:
    return min(1.0, width / logo.ink.width, height / logo.ink.height)


def _visual(logo: LogoPicture) -> float:
    return logo.ink.width * logo.ink.height * math.sqrt(max(logo.density, 0.02))


def _sized(logo: LogoPicture, scale: float) -> Size:
    return Size(max(1, round(logo.ink.width * scale)), max(1, round(logo.ink.height * scale)))
