"""What lies over the picture of a cut: texts, and cards on plates with their words and their times."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assetkit.campaign.labels import label_words, load_labels
from assetkit.campaign.records import Texts
from assetkit.recipe.layers import Sourced
from assetkit.recipe.over_models import (
    CardOverModel,
    CounterModel,
    LabelModel,
    LogoModel,
    LowerThirdModel,
    OwnOverlayModel,
    SuperModel,
)
from assetkit.recipe.records import CardItem, Overlay, Super
from assetkit.recipe.references import find_record
from assetkit.recipe.scope import Scope
from assetkit.timecode import Duration, parse_duration
from assetkit.validation import nearest, shorten
from assetkit.yaml_text import YamlPath

_NO_TIME = Duration(frames=0)


@dataclass(frozen=True)
class Over:
    """Texts and cards over the picture of a cut, each in the order in which they are written."""

    supers: tuple[Super, ...] = ()
    overlays: tuple[Overlay, ...] = ()


def resolve_over(scope: Scope, sourced: Sourced | None) -> Over:
    """Resolve what can be; every problem is reported, and what has one is left out."""
    if sourced is None:
        return Over()
    scope.flawed |= sourced.value is None
    supers: list[Super] = []
    overlays: list[Overlay] = []
    for index, model in enumerate(sourced.value or []):
        path = (*sourced.path, index)
        if isinstance(model, SuperModel):
            supers.append(_super(scope, model, path))
        elif isinstance(model, CardOverModel):
            overlays.append(_overlay(scope, model, path))
        else:
            scope.flawed = True
    return Over(tuple(supers), tuple(overlays))


def _super(scope: Scope, model: SuperModel, path: YamlPath) -> Super:
    return Super(
        name=model.super_,
        text=scope.texts(model.text, (*path, "text")),
        at=_start(model.at),
        length=parse_duration(model.for_),
        where=model.where,
        excluded=scope.expand_all(model.except_, (*path, "except")),
        place=scope.document.key_place((*path, "super")),
    )


def _overlay(scope: Scope, model: CardOverModel, path: YamlPath) -> Overlay:
    card = _card(scope, model, path)
    return Overlay(
        card=card,
        at=_start(model.at),
        length=None if model.for_ in ("auto", "whole") else parse_duration(model.for_),
        excluded=scope.expand_all(model.except_, (*path, "except")),
        place=card.place,
        auto=model.for_ == "auto",
    )


def _card(scope: Scope, model: CardOverModel, path: YamlPath) -> CardItem:
    if isinstance(model, LowerThirdModel):
        return _lower_third(scope, model, path)
    if isinstance(model, CounterModel):
        return _counter(scope, model, path)
    if isinstance(model, LogoModel):
        return _make(scope, "logo", {}, model.where, (*path, "logo"))
    if isinstance(model, LabelModel):
        return _make(scope, "label", {"label": _label(scope, model, path)}, model.where, (*path, "label"))
    return _own(scope, model, path)


def _lower_third(scope: Scope, model: LowerThirdModel, path: YamlPath) -> CardItem:
    texts = {"name": scope.texts(model.lower_third, (*path, "lower-third"))}
    if model.role:
        texts["role"] = scope.texts(model.role, (*path, "role"))
    return _make(scope, "lower-third", texts, model.where, (*path, "lower-third"))


def _counter(scope: Scope, model: CounterModel, path: YamlPath) -> CardItem:
    campaign, at = scope.campaign, (*path, "counter")
    read = campaign.campaign.statistics if campaign.campaign else ()
    find_record(scope, "AK222", "statistic", model.counter, campaign.statistics, read, at)
    card = _make(scope, "counter", {}, model.where, at, model.counter)
    return replace(card, number=model.number or "")


def _label(scope: Scope, model: LabelModel, path: YamlPath) -> Texts:
    """Give the recipe's own words for a label, else those that are known for it."""
    if model.text is not None:
        return scope.texts(model.text, (*path, "text"))
    known, at = load_labels(), scope.document.place((*path, "label"))
    if model.label not in known:
        message = f"there are no words for the label {shorten(model.label)}"
        scope.error("AK648", message, at, nearest(model.label, known) or "write its words under `text:`")
        return {}
    languages = scope.campaign.languages or ()
    words = label_words(model.label, languages)
    for language in languages:
        if language not in words:
            message = f"the words of the label {model.label} are not known in {language}"
            scope.error("AK648", message, at, "write its words in every language under `text:`")
    return words


def _own(scope: Scope, model: OwnOverlayModel, path: YamlPath) -> CardItem:
    texts = {name: scope.texts(words, (*path, "text", name)) for name, words in model.text.items()}
    return _make(scope, model.overlay, texts, model.where, (*path, "overlay"))


def _make(
    scope: Scope, kind: str, texts: dict[str, Texts], where: str, path: YamlPath, statistic: str | None = None
) -> CardItem:
    return CardItem(kind, None, texts, statistic, None, scope.document.key_place(path), where=where)


def _start(at: str) -> Duration:
    return _NO_TIME if at == "start" else parse_duration(at)
