"""The motion of a cut's cards, where it is to be less than the brand's."""

from __future__ import annotations

from dataclasses import replace

from assetkit.recipe.layers import Sourced
from assetkit.recipe.records import CardItem, Cut


def set_motion(cut: Cut, motion: Sourced | None) -> Cut:
    """Give a cut whose cards and overlays only fade, where it says `motion: reduced`."""
    if motion is None or motion.value != "reduced":
        return cut
    sequence = tuple(
        replace(item, reduced=True) if isinstance(item, CardItem) else item for item in cut.sequence
    )
    overlays = tuple(replace(each, card=replace(each.card, reduced=True)) for each in cut.overlays)
    return replace(cut, sequence=sequence, overlays=overlays)
