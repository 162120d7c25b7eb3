"""The film that a recipe declares, and its selects."""

from __future__ import annotations

from collections.abc import Mapping

from assetkit.campaign.texts import check_languages
from assetkit.diagnostics import Place
from assetkit.geometry import Focus
from assetkit.recipe.licences import film_licence
from assetkit.recipe.models import FILM_KEYS, RecipeModel
from assetkit.recipe.paths import check_file, check_master
from assetkit.recipe.ranges import Position, is_backwards, parse_range
from assetkit.recipe.records import Film, SubtitleFile
from assetkit.recipe.scope import FilmEntry, Scope, Select
from assetkit.recipe.sound import film_dubs, film_sound
from assetkit.recipe.subtitles import SubtitleEntry, subtitle_file
from assetkit.validation import shorten


def resolve_film(scope: Scope, model: RecipeModel) -> FilmEntry | None:
    """Give the recipe's film with its selects, or None for a recipe that has no film."""
    if not scope.was_written(("film",)):
        _refuse_film_keys(scope)
        return None
    before = len(scope.findings.items)
    film = _film(scope, model)
    is_sound = len(scope.findings.items) == before and _is_sound(scope)
    return FilmEntry(film if is_sound else None, _selects(scope, model))


def read_focus(pair: list[float] | None) -> Focus | None:
    """Give the focus that was written, if any."""
    return Focus(float(pair[0]), float(pair[1])) if pair else None


def read_range(scope: Scope, text: str, place: Place) -> tuple[Position, Position] | None:
    """Read a range and report what is wrong with it."""
    try:
        start, stop = parse_range(text)
    except ValueError as error:
        problem, _, remedy = str(error).partition("; ")
        scope.error("AK207", problem, place, remedy)
        return None
    if is_backwards(start, stop):
        scope.error(
            "AK208", f"the range {shorten(text)} is empty or reversed", place, "correct one of its ends"
        )
        return None
    return start, stop


def _refuse_film_keys(scope: Scope) -> None:
    for key in FILM_KEYS:
        if scope.was_written((key,)):
            place = scope.document.key_place((key,))
            scope.error(
                "AK235", f"`{key}:` belongs to a film, and this recipe has none", place, "add `film: name`"
            )


def _film(scope: Scope, model: RecipeModel) -> Film:
    master = model.master or ""
    place = scope.document.key_place(("film",))
    if not scope.was_written(("master",)):
        scope.error("AK202", "a film needs its master", place, "add `master: path of its media file`")
    elif model.master is not None:
        place = scope.document.place(("master",))
        check_master(scope.root, master, place, scope.findings)
    files = _subtitle_files(scope, "subtitles", model.subtitles)
    sdh = _subtitle_files(scope, "sdh", model.sdh)
    sound, dubs = film_sound(scope, model.sound), film_dubs(scope, model.dubs)
    licence = film_licence(scope, model.licence)
    return Film(
        model.film or "", dict(model.title), master, files, model.colour, place, sdh, sound, dubs, licence
    )


def _subtitle_files(scope: Scope, key: str, entries: Mapping[str, SubtitleEntry]) -> dict[str, SubtitleFile]:
    """Give the files under `key:`, each of which is looked for."""
    check_languages(entries, scope.campaign.languages, scope.document, (key,), scope.findings)
    found: dict[str, SubtitleFile] = {}
    for language, entry in entries.items():
        path = (key, language) if isinstance(entry, str) else (key, language, "file")
        found[language] = file = subtitle_file(entry, scope.document.place(path))
        check_file(scope.root, file.path, "subtitle file", file.place, scope.findings)
    return found


def _is_sound(scope: Scope) -> bool:
    """Whether nothing of the film itself was refused."""
    keys = {"film", *FILM_KEYS} - {"selects"}
    return not any(path[:1] == () or path[0] in keys for path in scope.checked.refused)


def _selects(scope: Scope, model: RecipeModel) -> dict[str, Select | None]:
    data = scope.document.data.get("selects")
    found: dict[str, Select | None] = dict.fromkeys(data if isinstance(data, dict) else {})
    for name, select in model.selects.items():
        place = scope.document.place(("selects", name, "range"))
        ends = read_range(scope, select.range, place)
        if ends:
            found[name] = Select(*ends, read_focus(select.focus), place, tuple(select.tags))
    return found
