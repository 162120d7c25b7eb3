"""Cards of words: quotes, phrases, partners and content warnings, resolved to records and texts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assetkit.recipe.card_models import PartnersItemModel, PhrasesModel, QuoteItemModel, WordCardModel
from assetkit.recipe.records import CardItem, ClipItem, Item
from assetkit.recipe.references import find_record, item_length
from assetkit.recipe.scope import Scope
from assetkit.validation import shorten
from assetkit.yaml_text import YamlPath

WARNING = "content-warning"


def resolve_word_card(scope: Scope, model: WordCardModel, path: YamlPath) -> CardItem:
    """Give the card of an item; every problem is reported."""
    if isinstance(model, QuoteItemModel):
        return _quote(scope, model, path)
    if isinstance(model, PhrasesModel):
        return _phrases(scope, model, path)
    return _partners(scope, model, path)


def check_warning(scope: Scope, items: Sequence[Item]) -> None:
    """Report a content warning that comes after what it warns of."""
    seen = False
    for item in items:
        seen = seen or isinstance(item, ClipItem)
        if seen and isinstance(item, CardItem) and item.kind == WARNING:
            message = "the content warning stands after a clip, so it warns of what has been seen"
            scope.error("AK612", message, item.place, "put it before the first clip")


def check_milestone(scope: Scope, name: str, path: YamlPath) -> None:
    """Report a statistic that is no count, so that nothing can have been reached by it."""
    campaign = scope.campaign.campaign
    statistic = campaign.statistics.get(name) if campaign else None
    if statistic is None:
        return
    is_count = (
        statistic.unit == "" and statistic.value > 0 and statistic.value == Fraction(int(statistic.value))
    )
    if not is_count or statistic.decimals:
        scope.findings.error(
            "AK611",
            f"the statistic {shorten(name)} cannot be a milestone",
            scope.document.place((*path, "as")),
            measured=f"{float(statistic.value):,g}{statistic.unit}",
            required="a count: a whole number above zero, without a unit",
            remedy="write `as: count-up`, or name a count of views",
        )


def _quote(scope: Scope, model: QuoteItemModel, path: YamlPath) -> CardItem:
    campaign = scope.campaign
    read = campaign.campaign.quotes if campaign.campaign else ()
    find_record(scope, "AK607", "quote", model.quote, campaign.quotes, read, (*path, "quote"))
    place = scope.document.key_place((*path, "quote"))
    return CardItem("quote", item_length(model.for_), {}, None, None, place, quote=model.quote)


def _phrases(scope: Scope, model: PhrasesModel, path: YamlPath) -> CardItem:
    texts = {"title": scope.texts(model.phrases, (*path, "phrases"))}
    for index, words in enumerate(model.lines):
        texts[f"line-{index + 1}"] = scope.texts(words, (*path, "lines", index))
    place = scope.document.key_place((*path, "phrases"))
    return CardItem("phrases", item_length(model.for_), texts, None, None, place)


def _partners(scope: Scope, model: PartnersItemModel, path: YamlPath) -> CardItem:
    campaign = scope.campaign
    read = campaign.campaign.partners if campaign.campaign else ()
    for index, name in enumerate(model.partners):
        at = (*path, "partners", index)
        find_record(scope, "AK608", "partner", name, campaign.partners, read, at)
        if name in model.partners[:index]:
            message = f"the partner {shorten(name)} stands twice on one card"
            scope.error("AK609", message, scope.document.place(at), "name each once")
    texts = {"title": scope.texts(model.title, (*path, "title"))} if model.title else {}
    place = scope.document.key_place((*path, "partners"))
    length = item_length(model.for_)
    return CardItem("partners", length, texts, None, None, place, partners=tuple(model.partners))
