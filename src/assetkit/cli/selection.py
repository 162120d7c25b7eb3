"""What of the workspace is wanted: sets are expanded, and a name that is not known is wrong usage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from assetkit.diagnostics import Findings
from assetkit.engine.batch import Selection
from assetkit.platforms.read import read_catalogue
from assetkit.platforms.records import Catalogue
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.recipe.workspace import RECIPES_FOLDER, load_workspace
from assetkit.validation import nearest

Wanted = Mapping[str, tuple[str, ...]]
"""Names by the fields of a Selection; none given means all."""


def select(root: Path, wanted: Wanted) -> Selection:
    """Turn the names of a command line into a selection of single recipes, cuts, platforms and languages.

    Raises click.UsageError where nothing in the workspace has a name, or where names are known and nothing
    is made of them together. Files with errors are not judged here: reading them again reports them.
    """
    if not any(wanted.values()):
        return Selection()
    findings = Findings()
    catalogue = read_catalogue(root, findings)
    workspace = load_workspace(root, catalogue, findings)
    if workspace is not None:
        refuse_unknown(workspace, wanted, root)
        if not findings.has_errors:
            _refuse_empty(workspace, wanted)
    return Selection(
        recipes=wanted.get("recipes", ()),
        cuts=wanted.get("cuts", ()),
        platforms=_expand(catalogue, wanted),
        languages=wanted.get("languages", ()),
    )


def refuse_unknown(workspace: Workspace, wanted: Wanted, root: Path) -> None:
    """Raise click.UsageError for the first name that nothing in the workspace has."""
    unread = _unread(workspace, root)
    catalogue = workspace.catalogue
    known: dict[str, set[str]] = {
        "recipes": {*workspace.recipes, *unread},
        "platforms": {*catalogue.platforms, *catalogue.sets},
        "languages": set(workspace.campaign.languages),
    }
    if not unread:
        cuts = [cut for recipe in workspace.recipes.values() for cut in recipe.cuts.values()]
        known["cuts"] = {name for cut in cuts for name in (cut.name, cut.variant_of) if name}
    for kind, names in known.items():
        for name in wanted.get(kind, ()):
            if name not in names:
                raise click.UsageError(unknown(kind.removesuffix("s"), name, names))


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Say that a name is not known, and which one is the nearest."""
    return f"there is no {kind} `{name}`; {nearest(name, known) or 'the workspace has none'}"


def _unread(workspace: Workspace, root: Path) -> set[str]:
    """Give the names of recipe files that were left out for their errors: their names are no slips."""
    read = {Path(recipe.file).stem for recipe in workspace.recipes.values()}
    return {path.stem for path in (root / RECIPES_FOLDER).glob("*.yaml")} - read


def _expand(catalogue: Catalogue, wanted: Wanted) -> tuple[str, ...]:
    names = [name for asked in wanted.get("platforms", ()) for name in catalogue.sets.get(asked, (asked,))]
    return tuple(dict.fromkeys(names))


def _refuse_empty(workspace: Workspace, wanted: Wanted) -> None:
    """Raise click.UsageError where names that are all known mean nothing together."""
    asked = wanted.get("recipes", ())
    recipes = [recipe for recipe in workspace.recipes.values() if not asked or recipe.slug in asked]
    cuts = [cut for recipe in recipes for cut in _cuts(recipe, wanted)]
    if not cuts:
        names = ", ".join(sorted({name for recipe in recipes for name in recipe.cuts}))
        raise click.UsageError(f"no recipe that was chosen has such a cut; there are: {names or 'none'}")
    made_for = dict.fromkeys(name for cut in cuts for name in cut.platforms)
    platforms = _expand(workspace.catalogue, wanted)
    if platforms and not made_for.keys() & set(platforms):
        raise click.UsageError(
            f"nothing that was chosen is made for {', '.join(wanted['platforms'])}; "
            f"it is made for: {', '.join(made_for)}"
        )


def _cuts(recipe: Recipe, wanted: Wanted) -> list[Cut]:
    asked = wanted.get("cuts", ())
    return [cut for cut in recipe.cuts.values() if not asked or {cut.name, cut.variant_of} & {*asked}]
