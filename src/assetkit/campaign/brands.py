"""Brands that every campaign may begin from: what a campaign does not say of its own is as in one of them."""

from __future__ import annotations

from typing import Literal

from assetkit.campaign.records import Brand

BrandName = Literal["dark", "neutral"]
"""Names of the brands that ship."""

BRANDS: dict[str, Brand] = {
    "dark": Brand(),
    # Ink on paper: nothing in it speaks for anybody, and light ground puts every card to the other test.
    "neutral": Brand(background="#F4F3EF", text="#191B1F", accent="#0B57C4"),
}
"""Near-black with a pink accent, and light paper with dark type and a blue accent."""
