"""Read a workspace: the campaign and every recipe, and report every problem of every file in one run."""

from __future__ import annotations

from pathlib import Path

from assetkit.campaign.fields import is_slug
from assetkit.campaign.read import CAMPAIGN_FILE, CampaignReading, read_campaign
from assetkit.diagnostics import Diagnostic, Findings, Place
from assetkit.platforms.records import Catalogue
from assetkit.recipe.accepted import resolve_waivers
from assetkit.recipe.cuts import resolve_cuts
from assetkit.recipe.films import resolve_film
from assetkit.recipe.licences import check_works
from assetkit.recipe.models import FILLERS, NOT_YET, RecipeModel
from assetkit.recipe.pictures import check_logos
from assetkit.recipe.posts import expand_words
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.recipe.scope import FilmEntry, Scope
from assetkit.validation import check, shorten
from assetkit.yaml_text import read_yaml_file

RECIPES_FOLDER = "recipes"
CALENDAR = "calendar"
RESERVED = ("draft", "preview", "sound", "cards", "stills", "styles", CALENDAR)
"""Folders below `out/` that are no film's: other commands than `render` write there."""


def load_workspace(root: Path, catalogue: Catalogue, findings: Findings) -> Workspace | None:
    """Read `assetkit.yaml` and all of `recipes/*.yaml` under `root`.

    Every problem goes to `findings`, with places whose files are relative to `root`, in the order of files
    and lines. Recipes with errors are left out, and so are a campaign's records with errors; None only
    where the campaign file itself is unusable (its recipes are checked all the same).
    """
    found = Findings()
    campaign = read_campaign(root, found)
    check_logos(root, campaign.campaign, found)
    check_works(root, campaign.campaign, catalogue, found)
    campaign = expand_words(campaign, catalogue, found)
    findings.extend(_in_order(found))
    scopes = _read_recipes(root, campaign, catalogue, findings)
    films = _collect_films(scopes)
    recipes: dict[str, Recipe] = {}
    files: dict[str, str] = {}
    for scope in scopes:
        scope.films = films
        recipe = _resolve(scope, files)
        if recipe:
            recipes[recipe.slug] = recipe
        findings.extend(_in_order(scope.findings))
    if campaign.campaign is None:
        return None
    return Workspace(campaign.campaign, recipes, catalogue)


def _read_recipes(
    root: Path, campaign: CampaignReading, catalogue: Catalogue, findings: Findings
) -> list[Scope]:
    folder = root / RECIPES_FOLDER
    paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not paths:
        remedy = f"add a file such as {RECIPES_FOLDER}/my-film.yaml"
        findings.warning("AK240", "the workspace has no recipes", Place(CAMPAIGN_FILE), remedy=remedy)
    for path in sorted(folder.glob("*.yml")):
        file = f"{RECIPES_FOLDER}/{path.name}"
        findings.warning(
            "AK112", "the file was not read", Place(file), remedy=f"rename it to {path.stem}.yaml"
        )
    scopes = [_read_recipe(root, path, campaign, catalogue, findings) for path in paths]
    return [scope for scope in scopes if scope]


def _read_recipe(
    root: Path, path: Path, campaign: CampaignReading, catalogue: Catalogue, findings: Findings
) -> Scope | None:
    file, own = f"{RECIPES_FOLDER}/{path.name}", Findings()
    document = read_yaml_file(path, file, own)
    if document is None:
        findings.extend(own.items)
        return None
    checked = check(RecipeModel, document, own, NOT_YET, fillers=FILLERS)
    scope = Scope(root, file, document, checked, own, campaign, catalogue)
    if checked.model:
        scope.own = resolve_film(scope, checked.model)
    return scope


def _collect_films(scopes: list[Scope]) -> dict[str, FilmEntry]:
    """Give the films of all recipes; of two with one name the first, the other is reported by `_resolve`."""
    films: dict[str, FilmEntry] = {}
    for scope in scopes:
        model = scope.checked.model
        if model and model.film and scope.own:
            films.setdefault(model.film, scope.own)
    return films


def _resolve(scope: Scope, files: dict[str, str]) -> Recipe | None:
    model = scope.checked.model
    if model is None:
        return None
    slug = _slug(scope, model)
    title = scope.texts(model.title, ("title",))
    cuts: dict[str, Cut] = {}
    for name in model.cuts:
        cuts |= resolve_cuts(scope, dict(model.cuts), name)
    waivers = resolve_waivers(scope, model.waive)
    if scope.was_written(("cuts",)) and scope.document.data["cuts"] == {}:
        place = scope.document.key_place(("cuts",))
        scope.error("AK202", "the recipe makes nothing: it has no cuts", place, "add a cut under `cuts:`")
    _check_slug_is_free(scope, slug, files)
    if scope.findings.has_errors or scope.flawed or not scope.checked.whole:
        return None
    film = scope.own.film if scope.own else None
    return Recipe(slug, scope.file, film, title, cuts, waivers)


def _slug(scope: Scope, model: RecipeModel) -> str:
    stem = Path(scope.file).stem
    if scope.was_written(("film",)):
        return model.film or ""
    if not is_slug(stem):
        remedy = "rename the file with small Latin letters, digits and hyphens, or add `film:`"
        scope.error(
            "AK205", f"the name of the file, {shorten(stem)}, cannot name posts", Place(scope.file), remedy
        )
    return stem


def _check_slug_is_free(scope: Scope, slug: str, files: dict[str, str]) -> None:
    """Report a name that an earlier file has taken; `files` gives the file of every name so far."""
    if not slug:
        return
    place = scope.document.place(("film",)) if scope.own else Place(scope.file)
    if slug in RESERVED:
        message = f"the name `{slug}` is taken: drafts, sheets and the calendar lie below out/"
        scope.error("AK232", message, place, "give it another name")
        return
    first = files.setdefault(slug, scope.file)
    if first != scope.file:
        scope.error(
            "AK232", f"the name `{slug}` is taken by {first}", place, "give one of the two another name"
        )


def _in_order(found: Findings) -> list[Diagnostic]:
    """Give each finding once, in the order of lines: a cut's layers may find the same thing twice."""
    return sorted(dict.fromkeys(found.items), key=lambda item: item.place or Place(""))
