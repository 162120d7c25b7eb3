"""The post of a cut as written to a record: its copy, hashtags, label and description of the picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from assetkit.campaign.calendar_fields import NEVER
from assetkit.campaign.copies import CopyReader
from assetkit.campaign.copy_models import CopyModel
from assetkit.campaign.copy_records import Copy, Mention
from assetkit.campaign.labels import label_words, load_labels
from assetkit.campaign.read import CampaignReading
from assetkit.campaign.records import Texts
from assetkit.campaign.texts import check_languages
from assetkit.diagnostics import Findings
from assetkit.platforms.records import Catalogue
from assetkit.recipe.covers import resolve_cover
from assetkit.recipe.layers import Sourced
from assetkit.recipe.post_dates import resolve_date
from assetkit.recipe.post_models import HashtagsEntry, PostModel
from assetkit.recipe.post_records import PostItem
from assetkit.recipe.scope import Scope
from assetkit.validation import nearest, shorten
from assetkit.yaml_text import YamlPath

R = TypeVar("R", Copy, Mention)


def resolve_post(scope: Scope, sourced: Sourced | None) -> PostItem:
    """Give what a recipe says of a post; every problem is reported."""
    model = sourced.value if sourced else None
    if not isinstance(model, PostModel) or sourced is None:
        return PostItem(hashtags=_usual_hashtags(scope))
    return PostItem(
        copy=_copy(scope, model.copy_, sourced.path_of("copy")),
        hashtags=_hashtags(scope, model.hashtags, sourced.path_of("hashtags")),
        label=_label(scope, model.label, sourced.path_of("label")),
        alt=scope.texts(model.alt, sourced.path_of("alt")) if model.alt else {},
        cover=resolve_cover(scope, model.cover, sourced.path_of("cover")),
        date=resolve_date(scope, model, sourced),
        undated=model.at == NEVER,
        place=scope.document.key_place(sourced.path),
        alt_place=scope.document.key_place(sourced.path_of("alt")),
    )


def expand_words(reading: CampaignReading, catalogue: Catalogue, findings: Findings) -> CampaignReading:
    """Give the campaign with platforms in place of the sets that its copy and mentions name.

    A name that is neither is reported, and left out.
    """
    campaign = reading.campaign
    if campaign is None:
        return reading
    copies = {name: _expand(copy, catalogue, findings) for name, copy in campaign.copies.items()}
    mentions = {name: _expand(mention, catalogue, findings) for name, mention in campaign.mentions.items()}
    return replace(reading, campaign=replace(campaign, copies=copies, mentions=mentions))


def _expand(record: R, catalogue: Catalogue, findings: Findings) -> R:
    known = {*catalogue.platforms, *catalogue.sets}
    for name in record.named:
        if name not in known:
            message = f"there is no platform or set {shorten(name)}"
            findings.error("AK226", message, record.place, remedy=nearest(name, known))
    members = {**{name: (name,) for name in catalogue.platforms}, **catalogue.sets}
    return record.expanded(lambda name: members.get(name, ()), catalogue.sets)


def _copy(scope: Scope, entry: str | CopyModel | None, path: YamlPath) -> Copy | None:
    if entry is None:
        return None
    if isinstance(entry, CopyModel):
        given = (scope.campaign.languages, scope.checked, scope.document, scope.findings)
        copy = CopyReader(*given).copy("", entry, path)
        return copy and copy.expanded(lambda name: _members(scope, name, path), scope.catalogue.sets)
    known, read = scope.campaign.copies, scope.campaign.campaign
    if known is not None and entry not in known:
        remedy = nearest(entry, known) or "add it under `copy:` of assetkit.yaml"
        place = scope.document.place(path)
        scope.error("AK801", f"the campaign has no copy {shorten(entry)}", place, remedy)
    elif read is None or entry not in read.copies:
        scope.flawed = True
    else:
        return read.copies[entry]
    return None


def _members(scope: Scope, name: str, path: YamlPath) -> tuple[str, ...]:
    return scope.expand(name, scope.document.key_place((*path, "for-platform", name)))


def _hashtags(scope: Scope, entry: HashtagsEntry | None, path: YamlPath) -> dict[str, tuple[str, ...]]:
    if entry is None:
        return _usual_hashtags(scope)
    languages = scope.campaign.languages or ()
    if isinstance(entry, list):
        return {language: tuple(entry) for language in languages}
    check_languages(entry, scope.campaign.languages, scope.document, path, scope.findings)
    for language in languages:
        if language not in entry and not scope.was_written((*path, language)):
            place = scope.document.key_place(path)
            remedy = f"add `{language}:` with its hashtags, or [] for none"
            scope.error("AK220", f"there are no hashtags in {language}", place, remedy)
    return {language: tuple(entry.get(language, ())) for language in languages}


def _usual_hashtags(scope: Scope) -> dict[str, tuple[str, ...]]:
    tag = scope.campaign.campaign.hashtag.lstrip("#") if scope.campaign.campaign else ""
    return dict.fromkeys(scope.campaign.languages or (), (tag,)) if tag else {}


def _label(scope: Scope, name: str | None, path: YamlPath) -> Texts:
    """Give the words of a label; one that is not known in all languages is reported."""
    if name is None:
        return {}
    languages, known = scope.campaign.languages or (), load_labels()
    words = label_words(name, languages)
    missing = [language for language in languages if language not in words]
    if name not in known:
        message, remedy = f"there are no words for the label {shorten(name)}", nearest(name, known)
        scope.error("AK648", message, scope.document.place(path), remedy or "take it out")
    elif missing:
        message = f"the words of the label {name} are not known in {', '.join(missing)}"
        scope.error("AK648", message, scope.document.place(path), "begin the copy with its words")
    return words
