"""The words of a helpline, as the cards that show one say them."""

from __future__ import annotations

from assetkit.campaign.records import Campaign
from assetkit.recipe.records import CardItem


def helpline_words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    """Give `help-title`, `help-number` and `help-note` of the helpline that a card names; none for none."""
    if item.helpline is None:
        return {}
    helpline = campaign.helplines[item.helpline]
    title, note = helpline.title.get(language, ""), helpline.note.get(language, "")
    return {"help-title": title, "help-number": helpline.number, "help-note": note}
