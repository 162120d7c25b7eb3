"""Which caption set a cut shows in each language, and beside which videos a subtitle file lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assetkit.campaign.texts import check_languages
from assetkit.recipe.caption_models import CaptionsModel
from assetkit.recipe.layers import Sourced
from assetkit.recipe.records import Captions, ClipItem, Film, Item
from assetkit.recipe.scope import Scope
from assetkit.yaml_text import YamlPath

SDH = "sdh"


def choose_sets(
    scope: Scope, captions: Captions, sourced: Sourced | None, sequence: Iterable[Item]
) -> Captions:
    """Give the captions with their sets and sidecars as written; a set that a film lacks is reported."""
    model = sourced.value if sourced else None
    if not isinstance(model, CaptionsModel) or sourced is None:
        return captions
    sets = _sets(scope, model, sourced.path_of("set"))
    _report_missing(scope, sets, _films(sequence), sourced.path_of("set"))
    wanted = _sidecars(scope, model.sidecar, sourced.path_of("sidecar"))
    return replace(
        captions,
        sets=sets,
        with_sidecar=tuple(name for name, is_wanted in wanted.items() if is_wanted),
        without_sidecar=tuple(name for name, is_wanted in wanted.items() if not is_wanted),
    )


def by_platform(scope: Scope, given: dict[str, bool], path: YamlPath) -> dict[str, bool]:
    """Give what is said of single platforms; a platform's own word stands over that of its sets."""
    found: dict[str, bool] = {}
    for name in sorted(given, key=lambda name: name not in scope.catalogue.sets):
        for member in scope.expand(name, scope.document.key_place((*path, name))):
            found[member] = given[name]
    return found


def _sets(scope: Scope, model: CaptionsModel, path: YamlPath) -> dict[str, str]:
    if model.set is None:
        return {}
    languages = scope.campaign.languages
    if isinstance(model.set, str):
        return dict.fromkeys(languages or (), model.set)
    check_languages(model.set, languages, scope.document, path, scope.findings)
    return {language: name for language, name in model.set.items() if language in (languages or ())}


def _films(sequence: Iterable[Item]) -> dict[str, Film]:
    return {item.film.slug: item.film for item in sequence if isinstance(item, ClipItem)}


def _report_missing(scope: Scope, sets: dict[str, str], films: dict[str, Film], path: YamlPath) -> None:
    """Report each film and language without the set that was asked for by name.

    A translation that is missing is told of where the batch is read, whether or not it was asked for.
    """
    for language in (language for language, name in sets.items() if name == SDH):
        lacking = [slug for slug, film in films.items() if language not in film.sdh]
        if lacking:
            own = (*path, language)
            place = scope.document.place(own if own in scope.document.values else path)
            scope.error(
                "AK473",
                f"{', '.join(lacking)} has no SDH subtitles in {language}",
                place,
                f"add `{language}:` to `sdh:` of the film, or name the languages that have them: "
                "`set: {en: sdh}`",
            )


def _sidecars(scope: Scope, given: bool | dict[str, bool] | None, path: YamlPath) -> dict[str, bool]:
    """Give what was said of each platform; of one that is left out nothing was."""
    if isinstance(given, dict):
        return by_platform(scope, given, path)
    return {} if given is None else dict.fromkeys(scope.catalogue.platforms, given)
