"""What cards say, as plain sentences: a description of a picture that shows nothing but words."""

from __future__ import annotations

from collections.abc import Iterable

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds import KINDS
from assetkit.posts.filling import say_statistic
from assetkit.recipe.records import CardItem

_LEFT_OUT = ("hashtag", "mark")  # the one stands in the copy, the other opens what is quoted
DRAWN = frozenset({"people", "ring", "bars", "chart"})
"""The fields of cards that are drawings, not words."""
_IN_FIGURE = ("qualifier", "number", "wording", "caption", "unit")
_CLOSING = "”»"


def words_on_card(card: CardItem, campaign: Campaign, language: str) -> str:
    """Give what a card says as sentences; of a kind of one's own, its texts.

    A number comes with the words before and after it, or after what it is the value of.
    """
    kind = KINDS.get(card.kind)
    if kind is None:
        return _join(texts.get(language, "") for texts in card.texts.values())
    words = kind.words(card, campaign, language)
    figure = campaign.statistics.get(card.statistic or "") if not card.compared else None
    said = [say_statistic(figure, "sentence", language)] if figure else []
    for field, text in words.items():
        if field in DRAWN or field in _LEFT_OUT or (figure and field in _IN_FIGURE):
            continue
        if said and text and (field.startswith("value-") or field == "help-number"):
            said[-1] = f"{said[-1]}: {text}"
        else:
            said.append(_opened(text, words.get("mark", "")))
    return _join(said)


def _opened(text: str, mark: str) -> str:
    """Put the mark that stands by itself before what it opens."""
    closes = text.rstrip(".").endswith(tuple(_CLOSING))
    return f"{mark}{text}" if mark and closes and not text.startswith(mark) else text


def _join(said: Iterable[str]) -> str:
    parts = [text.strip() for text in said if text.strip()]
    return " ".join(f"{text[0].upper()}{text[1:]}{'' if _ends(text) else '.'}" for text in parts)


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in (".", "!", "?", "…")
