"""Picture files as cards show them: behind the words, and marks among them."""

from __future__ import annotations

from dataclasses import dataclass

from assetkit.campaign.records import Campaign, Logo
from assetkit.geometry import Box, Size, crop_around
from assetkit.recipe.records import CardItem, ImageGround


@dataclass(frozen=True)
class GroundPicture:
    """A picture behind a card: what of the file is seen, under how many percent of the brand's background.

    `file` is where it lies on this machine, and no part of any key: `digest` says what it shows, with the
    `decoder` that reads it.
    """

    file: str
    digest: str
    decoder: str
    crop: Box
    scrim: int


@dataclass(frozen=True)
class LogoPicture:
    """A mark in the field `name` of a card: the box of its ink in the file's picture, and its pixels of ink.

    `clear` is the space that stays free around it, in percent of its height.
    """

    name: str
    file: str
    digest: str
    decoder: str
    ink: Box
    weight: int
    clear: int = 0

    @property
    def density(self) -> float:
        """How much of its box is ink, from 0 to 1."""
        return self.weight / max(1, self.ink.width * self.ink.height)


def ground_picture(item: CardItem, campaign: Campaign, size: Size) -> GroundPicture | None:
    """Give the picture behind a card of this size; None where there is none that could be read."""
    ground = item.ground
    facts = campaign.pictures.get(ground.path) if isinstance(ground, ImageGround) else None
    if facts is None or not isinstance(ground, ImageGround):
        return None
    scrim = campaign.brand.scrim if ground.scrim is None else ground.scrim
    crop = crop_around(facts.size, size, ground.focus)
    return GroundPicture(facts.file, facts.digest, facts.decoder, crop, scrim)


def logo_picture(logo: Logo | None, name: str, campaign: Campaign) -> LogoPicture | None:
    """Give a mark as the field `name` of a card; None where there is none that could be read."""
    facts = campaign.pictures.get(logo.image) if logo else None
    if logo is None or facts is None or not facts.weight:
        return None
    return LogoPicture(
        name, facts.file, facts.digest, facts.decoder, facts.ink, facts.weight, logo.clear_space
    )


def brand_logo(campaign: Campaign, name: str = "logo") -> LogoPicture | None:
    """Give the brand's own mark as a field of a card; None where the campaign sets its name in type."""
    return logo_picture(campaign.brand.logo, name, campaign)
