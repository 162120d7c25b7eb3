"""Drafts of platforms: half the size, the very same shape, and zones that lie inside the true ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assetkit.geometry import Box, Size, shape_of
from assetkit.platforms.draft import draft_of, draft_size, scale_box
from assetkit.platforms.read import load_catalogue

PLATFORMS = load_catalogue().platforms


@pytest.mark.parametrize("name", sorted(PLATFORMS))
def test_a_draft_is_smaller_and_of_the_same_shape(name: str) -> None:
    platform = PLATFORMS[name]
    draft = draft_of(platform)
    size, full = draft.format.size, platform.format.size
    assert shape_of(size) == shape_of(full) and size.width % 2 == size.height % 2 == 0
    assert 0.46 * full.width < size.width <= full.width / 2
    assert draft.layout.size == size and draft.name == name
    whole = Box(0, 0, size.width, size.height)
    zones = (draft.layout.captions, draft.layout.cards, *draft.layout.covered)
    assert all(whole.contains(zone) for zone in zones)
    assert len(draft.layout.covered) == len(platform.layout.covered)


@pytest.mark.parametrize(
    ("full", "half"),
    [
        (Size(1080, 1920), Size(540, 960)),
        (Size(1080, 1350), Size(536, 670)),  # 540x675 is odd, 540x676 no longer 4:5
        (Size(1080, 1080), Size(540, 540)),
        (Size(1280, 720), Size(640, 360)),
        (Size(320, 320), Size(320, 320)),  # too small to be halved
        (Size(1366, 768), Size(1366, 768)),  # 683:384 has no smaller even size
    ],
)
def test_sizes(full: Size, half: Size) -> None:
    assert draft_size(full) == half


def test_zones_are_rounded_inward() -> None:
    assert scale_box(Box(3, 5, 8, 6), Fraction(1, 2)) == Box(2, 3, 3, 2)


def test_what_the_small_size_cannot_keep_is_only_advice() -> None:
    reel = PLATFORMS["facebook-reel"]
    limits = {limit.name: limit for limit in draft_of(reel).limits}
    assert reel.limit("least_width").strength == "rejects"  # type: ignore[union-attr]
    assert limits["least_width"].strength == "advises"
    assert limits["longest_seconds"] == reel.limit("longest_seconds")
