"""The items of a sequence: clips of films, cards with their words, dissolves at their places."""

from __future__ import annotations

from dataclasses import replace

from assetkit.campaign.records import Brand, Texts
from assetkit.geometry import Focus
from assetkit.recipe.card_models import BarsModel, WordCardModel
from assetkit.recipe.figure_cards import check_figure, resolve_bars
from assetkit.recipe.films import read_focus
from assetkit.recipe.grounds import resolve_ground
from assetkit.recipe.item_models import (
    CardModel,
    ClipModel,
    DissolveModel,
    EndModel,
    FramingModel,
    StatisticItemModel,
)
from assetkit.recipe.records import CardItem, ClipItem, DissolveItem, Framing, Item
from assetkit.recipe.references import find_record, item_length
from assetkit.recipe.scope import Scope
from assetkit.recipe.sound import card_sound, clip_sound
from assetkit.recipe.sources import find_source
from assetkit.recipe.word_cards import WARNING, check_milestone, check_warning, resolve_word_card
from assetkit.timecode import parse_duration
from assetkit.validation import nearest
from assetkit.yaml_text import YamlPath

AnyItem = (
    ClipModel
    | StatisticItemModel
    | BarsModel
    | CardModel
    | EndModel
    | DissolveModel
    | WordCardModel
    | dict[int, bool]
)


def resolve_sequence(
    scope: Scope, models: list[AnyItem], path: YamlPath, *, leads_on: bool = False
) -> tuple[Item, ...]:
    """Resolve the items that can be; every problem is reported, and an item with one is left out.

    What `leads_on` has more items behind it, so that it may end in a dissolve.
    """
    _check_dissolves(scope, models, path, leads_on)
    found = [resolve_item(scope, model, (*path, index)) for index, model in enumerate(models)]
    items = tuple(item for item in found if item)
    check_warning(scope, items)
    return items


def resolve_item(scope: Scope, model: AnyItem, path: YamlPath) -> Item | None:
    """Resolve one item, with its sound and its ground; None where it cannot be."""
    item = _resolve(scope, model, path)
    if isinstance(item, CardItem) and not isinstance(model, dict | ClipModel | DissolveModel):
        ground = resolve_ground(scope, model.ground, (*path, "ground"))
        return replace(item, sound=card_sound(scope, model.sound, path), ground=ground)
    return item


def _resolve(scope: Scope, model: AnyItem, path: YamlPath) -> Item | None:
    if isinstance(model, ClipModel):
        return resolve_clip(scope, model, path)
    if isinstance(model, StatisticItemModel):
        return _statistic(scope, model, path)
    if isinstance(model, BarsModel):
        return resolve_bars(scope, model, path)
    if isinstance(model, CardModel):
        return _card(scope, model, path)
    if isinstance(model, EndModel):
        return _end(scope, model, path)
    if isinstance(model, WordCardModel):
        return resolve_word_card(scope, model, path)
    if isinstance(model, DissolveModel):
        return DissolveItem(parse_duration(model.dissolve), scope.document.key_place((*path, "dissolve")))
    scope.flawed = True
    return None


def _check_dissolves(scope: Scope, models: list[AnyItem], path: YamlPath, leads_on: bool) -> None:
    for index, model in enumerate(models):
        if not isinstance(model, DissolveModel):
            continue
        reason = ""
        if index == 0 or (index == len(models) - 1 and not leads_on):
            reason = "a dissolve cannot be first" if index == 0 else "a dissolve cannot be last"
        elif isinstance(models[index - 1], DissolveModel):
            reason = "two dissolves stand next to each other"
        if reason:
            place = scope.document.key_place((*path, index, "dissolve"))
            scope.error("AK233", reason, place, "put it between two clips or cards")


def resolve_clip(scope: Scope, model: ClipModel, path: YamlPath, key: str = "clip") -> ClipItem | None:
    """Resolve a clip, or what is written as one under another key; None where its footage is not known."""
    source = find_source(scope, model.clip, (*path, key))
    _check_shapes(scope, model, path)
    if source is None:
        return None
    film, select = source
    ground = _brand(scope).background if model.fit == "colour" else "#000000"
    plain = Framing("crop", select.focus or Focus(), ground)
    framing = _framing(model, plain, scope)
    return ClipItem(
        film=film,
        start=select.start,
        stop=select.stop,
        framing=framing,
        for_shape={shape: _framing(part, framing, scope) for shape, part in model.for_shape.items()},
        place=scope.document.key_place((*path, key)),
        select_place=select.place,
        tags=select.tags,
        sound=clip_sound(scope, model.sound, path),
    )


def _framing(model: FramingModel, base: Framing, scope: Scope) -> Framing:
    """Give the base framing with what the model says; a new colour ground is the brand's if none is given."""
    ground = base.ground
    if model.fit == "colour" and base.fit != "colour":
        ground = _brand(scope).background
    return Framing(model.fit or base.fit, read_focus(model.focus) or base.focus, model.ground or ground)


def _brand(scope: Scope) -> Brand:
    return scope.campaign.campaign.brand if scope.campaign.campaign else Brand()


def _check_shapes(scope: Scope, model: ClipModel, path: YamlPath) -> None:
    known = scope.shapes()
    for shape in model.for_shape:
        if known and shape not in known:
            place = scope.document.key_place((*path, "for-shape", shape))
            scope.error("AK215", f"no platform has the shape {shape}", place, nearest(shape, known))


def _statistic(scope: Scope, model: StatisticItemModel, path: YamlPath) -> CardItem:
    name, campaign = model.statistic, scope.campaign
    read = campaign.campaign.statistics if campaign.campaign else ()
    find_record(scope, "AK222", "statistic", name, campaign.statistics, read, (*path, "statistic"))
    texts = _texts(scope, {}, model.text, path)
    place = scope.document.key_place((*path, "statistic"))
    if model.as_ == "milestone":
        check_milestone(scope, name, path)
    check_figure(scope, model.as_, name, path)
    return CardItem(model.as_, item_length(model.for_), texts, name, None, place, number=model.number or "")


def _card(scope: Scope, model: CardModel, path: YamlPath) -> CardItem:
    texts = _texts(scope, {"title": model.title, "subtitle": model.subtitle}, model.text, path)
    place = scope.document.key_place((*path, "card"))
    is_refused = any(taken[: len(path)] == path for taken in scope.checked.refused)
    if model.card in ("title", WARNING) and "title" not in texts and not is_refused:
        scope.error("AK202", f"a {model.card} card needs its title", place, "add `title:` with its words")
    return CardItem(model.card, item_length(model.for_), texts, None, _help(scope, model, path), place)


def _help(scope: Scope, model: CardModel, path: YamlPath) -> str | None:
    """Give the helpline that a content warning shows; no other card with words of its own shows one."""
    if model.helpline is None:
        return None
    at, campaign = (*path, "helpline"), scope.campaign
    if model.card != WARNING:
        message = f"a {model.card} card shows no helpline"
        scope.error("AK613", message, scope.document.key_place(at), "end the cut with `end:` and its name")
        return None
    read = campaign.campaign.helplines if campaign.campaign else ()
    find_record(scope, "AK223", "helpline", model.helpline, campaign.helplines, read, at)
    return model.helpline


def _end(scope: Scope, model: EndModel, path: YamlPath) -> CardItem:
    name, campaign = model.end, scope.campaign
    read = campaign.campaign.helplines if campaign.campaign else ()
    find_record(scope, "AK223", "helpline", name, campaign.helplines, read, (*path, "end"))
    texts = _texts(scope, {"slogan": model.slogan}, model.text, path)
    place = scope.document.key_place((*path, "end"))
    return CardItem("end", item_length(model.for_), texts, None, name, place)


def _texts(
    scope: Scope, short: dict[str, dict[str, str] | None], fields: dict[str, Texts], path: YamlPath
) -> dict[str, Texts]:
    """Gather a card's words from its short keys (`title:`) and from `text:`."""
    found: dict[str, Texts] = {}
    for name, texts in fields.items():
        found[name] = scope.texts(texts, (*path, "text", name))
    for name, words in short.items():
        if words is None:
            continue
        if name in found:
            place = scope.document.key_place((*path, name))
            scope.error(
                "AK242", f"the text `{name}` is given twice", place, f"keep `{name}:` or the one in `text:`"
            )
        found[name] = scope.texts(words, (*path, name))
    return found
