"""What is wrong with the pictures and marks of a card before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from assetkit.campaign.pictures import PictureFacts
from assetkit.campaign.records import Campaign
from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Mark
from assetkit.cards.marks import logos_shown
from assetkit.cards.picture_scrim import enough_scrim, words_over
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Findings
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem, ImageGround

MOST_ENLARGED = 1.5
"""How far a picture may be enlarged before it looks soft."""
_SMALLEST_MARK = 60  # thousandths of the short edge: a mark that is less high for want of pixels is told


def check_card_pictures(
    item: CardItem, campaign: Campaign, specs: Mapping[str, CardSpec], size: Size, shape: str, found: Findings
) -> None:
    """Report drafts for want of a permission, pictures too small, and words that are lost on a picture."""
    for whose, logo in logos_shown(item, campaign):
        if not logo.permission:
            found.draft(
                "AK628",
                f"the {item.kind} card shows the logo of {whose}, and no permission is recorded",
                item.place,
                remedy="ask its owner, then write `permission:` with who has given it and where it is kept",
            )
    for spec in specs.values():
        _check_marks(item, spec, shape, found)
        break  # marks are the same in all languages
    ground = item.ground
    facts = campaign.pictures.get(ground.path) if isinstance(ground, ImageGround) else None
    if facts and isinstance(ground, ImageGround):
        _check_size(item, ground, facts, specs, size, shape, found)
        _check_contrast(item, ground, facts, specs, shape, found)


def _check_marks(item: CardItem, spec: CardSpec, shape: str, found: Findings) -> None:
    least = max(1, spec.size.short_edge * _SMALLEST_MARK // 1000)
    for part in KINDS[spec.kind].layout(spec).placed:
        mark = part.what
        if isinstance(mark, Mark) and mark.box.size == mark.crop.size and mark.box.height < least:
            found.warning(
                "AK625",
                f"a logo on the {item.kind} card has too few pixels, so it is drawn small in {shape}",
                item.place,
                measured=f"{mark.crop.width}x{mark.crop.height} pixels of ink",
                required=f"at least {least} pixels high",
                remedy="export it larger",
            )


def _check_size(
    item: CardItem,
    ground: ImageGround,
    facts: PictureFacts,
    specs: Mapping[str, CardSpec],
    size: Size,
    shape: str,
    found: Findings,
) -> None:
    image = next((spec.image for spec in specs.values() if spec.image), None)
    if image is None:
        return
    enlarged = max(size.width / image.crop.width, size.height / image.crop.height)
    if enlarged > MOST_ENLARGED:
        found.warning(
            "AK624",
            f"the picture {ground.path} is too small to fill the card in {shape}, so it looks soft",
            item.place,
            measured=f"{facts.size}, enlarged {enlarged:.1f} times",
            required=f"at most {MOST_ENLARGED:g} times",
            remedy=f"take one that is at least {round(size.width / MOST_ENLARGED)}x"
            f"{round(size.height / MOST_ENLARGED)} in this shape",
        )


def _check_contrast(
    item: CardItem,
    ground: ImageGround,
    facts: PictureFacts,
    specs: Mapping[str, CardSpec],
    shape: str,
    found: Findings,
) -> None:
    """Compare words with the pixels behind them as they are seen, and say how much scrim would be enough."""
    scrim = next((spec.image.scrim for spec in specs.values() if spec.image), 0)
    words = words_over(specs.values(), facts)
    worst = min(words, key=lambda each: each.contrast(scrim) / each.required, default=None)
    if worst is None or worst.contrast(scrim) >= worst.required:
        return
    needed = enough_scrim(words, scrim)
    enough = f"write `scrim: {needed}`, leave it out, or take a calmer picture"
    clearer = "choose clearer colours for the brand, or a calmer picture"
    found.error(
        "AK626",
        f"words of the {item.kind} card are too faint over the picture {ground.path}, in {shape}",
        item.place,
        measured=f"a contrast of {worst.contrast(scrim):.2f}:1 where it is worst, with a scrim of {scrim} %",
        required=f"{worst.required:g}:1 for type of {worst.em} px in {worst.colour}",
        remedy=clearer if needed is None else enough,
    )
