"""The footage that an item names: a select of this film or of another, or a range."""

from __future__ import annotations

from assetkit.recipe.films import read_range
from assetkit.recipe.ranges import looks_like_range
from assetkit.recipe.records import Film
from assetkit.recipe.scope import FilmEntry, Scope, Select
from assetkit.validation import nearest, shorten
from assetkit.yaml_text import YamlPath


def find_source(scope: Scope, text: str, path: YamlPath) -> tuple[Film, Select] | None:
    """Find what a clip names: a range or select of this film, or a select of another.

    None where there is none; that has been reported, at `path` or where the film is declared.
    """
    place = scope.document.place(path)
    entry, name = scope.own, text
    if "/" in text:
        slug, _, name = text.partition("/")
        entry = scope.films.get(slug)
        if entry is None:
            message = f"no recipe here has the film {shorten(slug)}"
            scope.error("AK225", message, place, nearest(slug, scope.films))
            return None
    elif looks_like_range(text):
        ends = read_range(scope, text, place)
        return _of_entry(scope, entry, Select(*ends, None) if ends else None, path)
    if entry is not None and name not in entry.selects:
        message = f"there is no select {shorten(name)}"
        scope.error("AK224", message, place, nearest(name, entry.selects) or "add it to `selects:`")
        return None
    return _of_entry(scope, entry, entry.selects[name] if entry else None, path)


def _of_entry(
    scope: Scope, entry: FilmEntry | None, select: Select | None, path: YamlPath
) -> tuple[Film, Select] | None:
    if entry is None:
        message = "this recipe has no film to clip from"
        scope.error("AK235", message, scope.document.place(path), "write `clip: film/select`, or add `film:`")
        return None
    if entry.film is None or select is None:
        scope.flawed = True
        return None
    return entry.film, select
