"""`assetkit cards`: every kind of card on the campaign's own records, or a list of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import click

from assetkit.campaign.brands import BRANDS
from assetkit.campaign.records import Campaign
from assetkit.cards.checking import report_misfit
from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.legibility import check_contrast
from assetkit.cards.letters import check_letters
from assetkit.cards.spec import CardSpec
from assetkit.cli.findings import show_findings
from assetkit.cli.places import output_folder
from assetkit.cli.preview import write_picture
from assetkit.cli.selection import unknown
from assetkit.cli.tables import show_table
from assetkit.diagnostics import Findings, Place
from assetkit.engine.batch import Selection
from assetkit.engine.card_notes import fields_of, note_of
from assetkit.engine.card_samples import CardSample, choose_shapes, find_sample_card, try_words
from assetkit.engine.own_cards import load_named_kinds
from assetkit.engine.reading import read_workspace
from assetkit.geometry import shape_of
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Recipe, Workspace
from assetkit.render.card_stills import draw_card_still
from assetkit.render.own_cards import brought_by, load_own_kinds, offered_kinds
from assetkit.render.sheet import Group, Print, count_across, draw_sheet
from assetkit.render.stills import Picture
from assetkit.text.scripts import is_right_to_left
from assetkit.validation import nearest

_WIDEST = 2600  # of a sheet in pixels
_MADE_UP = "*"
_TRIED = Place("--text")


@dataclass(frozen=True)
class Tried:
    """What a person tries out on the sheets: words ("[FIELD=]TEXT"), and another brand."""

    texts: tuple[str, ...] = ()
    brand: str | None = None


@dataclass(frozen=True)
class _Shown:
    """One card in one language, and what the sheet says below it."""

    spec: CardSpec
    label: str


def show_cards(
    root: Path,
    kinds: tuple[str, ...],
    selection: Selection,
    tried: Tried,
    listed: bool,
    out: Path | None,
    jobs: int,
) -> int:
    """List the kinds, or write a contact sheet of them for each shape; 1 where something is wrong.

    Raises click.UsageError for the name of a kind, or of a field, that is none.
    """
    findings = Findings()
    workspace = read_workspace(root, findings)
    if findings.has_errors or workspace is None:
        show_findings(findings.items, root)
        return 1
    recipes = [
        recipe
        for recipe in workspace.recipes.values()
        if not selection.recipes or recipe.slug in selection.recipes
    ]
    chosen = choose_kinds(kinds, recipes, findings, everything=listed)
    show_findings(findings.items, root)
    if findings.has_errors and not listed:
        return 1
    if listed:
        _list(chosen, workspace.campaign)
        return 1 if findings.has_errors else 0
    return _draw_sheets(
        root, workspace, recipes, chosen, selection, tried, out or output_folder(root) / "cards", jobs
    )


def choose_kinds(
    names: Sequence[str], recipes: Iterable[Recipe], findings: Findings, *, everything: bool
) -> tuple[str, ...]:
    """Give the kinds that are named; without names, those of this project and those that recipes use.

    With `everything`, all that installed packages bring, too. What cannot be loaded is reported. Raises
    click.UsageError for the name of a kind that nobody has.
    """
    problems = load_named_kinds(recipes)
    offered = offered_kinds() if everything or set(names) - KINDS.keys() else ()
    problems |= load_own_kinds(offered if everything else set(names) & set(offered))
    findings.extend(problems.values())
    known = {*KINDS, *OWN_KINDS}
    for name in names:
        if name not in known and name not in problems:
            raise click.UsageError(unknown("kind of card", name, known))
    return tuple(name for name in names or (*KINDS, *OWN_KINDS) if name in known)


def _list(kinds: Iterable[str], campaign: Campaign) -> None:
    rows = []
    for kind in kinds:
        note = note_of(kind, campaign)
        of = "every campaign" if kind in KINDS else brought_by(kind) or "this program"
        lead = "- " if note.under == "sequence" else f"{note.under}: - "
        written, fields = lead + note.written, ", ".join(fields_of(kind, campaign)) or "-"
        rows.append((kind, note.shows, written, fields, of))
    show_table(("kind", "shows", "in a cut", "fields", "of"), rows)


def _draw_sheets(
    root: Path,
    workspace: Workspace,
    recipes: Sequence[Recipe],
    kinds: Sequence[str],
    selection: Selection,
    tried: Tried,
    folder: Path,
    jobs: int,
) -> int:
    campaign, catalogue = workspace.campaign, workspace.catalogue
    if tried.brand:
        brand = replace(BRANDS[tried.brand], name=campaign.brand.name)
        campaign = replace(campaign, brand=brand)
    used = dict.fromkeys(name for recipe in recipes for cut in recipe.cuts.values() for name in cut.platforms)
    platforms = (
        catalogue.expand(selection.platforms) if selection.platforms else choose_shapes(catalogue, used)
    )
    languages = _readable(selection.languages or campaign.languages)
    names = [platform.name for platform in platforms]
    samples: list[CardSample] = []
    for kind in kinds:
        shown_already = {name for each in samples for name in each.item.statistics}
        sample = find_sample_card(kind, campaign, recipes, names, shown_already)
        samples.append(_with_words(sample, tried.texts, languages))
    findings = Findings()
    for platform in platforms:
        shown = [each for sample in samples for each in _show(sample, platform, languages, findings)]
        ours = [each.spec for each in shown if each.spec.kind in KINDS]
        findings.extend(check_contrast(ours, campaign.brand))
        sheet = _sheet(campaign, platform, shown, len(languages), jobs)
        write_picture(folder / f"{platform.name}.png", sheet)
    findings.items = list(dict.fromkeys(findings.items))
    show_findings(findings.items, root)
    return 1 if findings.has_errors else 0


def _readable(languages: Sequence[str]) -> list[str]:
    """Leave out languages in which cards cannot be set yet, and say so."""
    for language in filter(is_right_to_left, languages):
        click.echo(f"left out: {language} is written from right to left, which cards are not yet", err=True)
    return [language for language in languages if not is_right_to_left(language)]


def _with_words(sample: CardSample, texts: Iterable[str], languages: Sequence[str]) -> CardSample:
    """Put the words that a person tries into a card; raises click.UsageError for a field that it lacks."""
    known = note_of(sample.item.kind, sample.campaign).words
    for text in texts:
        field, equals, words = text.partition("=")
        if not equals or " " in field:
            field, words = known[0] if known else "", text
        if field not in known:
            raise click.UsageError(
                f"a {sample.item.kind} card has no words `{field}` to try; "
                f"{nearest(field, known) or 'all of its words come from records'}"
            )
        if not words.strip() or any(ord(letter) < 32 and letter != "\n" for letter in words):
            wrong = "control characters" if words.strip() else "no words"
            raise click.UsageError(f"--text has {wrong} for `{field}`: write what can be read")
        sample = try_words(sample, field, words, languages)
        sample = replace(sample, item=replace(sample.item, place=_TRIED))
    return sample


def _show(
    sample: CardSample, platform: Platform, languages: Sequence[str], findings: Findings
) -> list[_Shown]:
    """Set a card in every language, and report what does not fit."""
    if sample.item.kind in KINDS:
        fit = sample.fit(platform)
        check_letters(findings, sample.item, {each: fit.specs[each] for each in languages})
        for misfit in fit.misfits:
            report_misfit(findings, sample.item, misfit, shape_of(platform.format.size))
    mark = _MADE_UP if sample.is_made_up else ""
    return [
        _Shown(sample.spec(language, platform), f"{sample.item.kind}{mark}  {language}")
        for language in languages
    ]


def _sheet(
    campaign: Campaign, platform: Platform, shown: Sequence[_Shown], languages: int, jobs: int
) -> Picture:
    """Set all kinds in their languages side by side, as many kinds in a row as there is room for."""
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        pictures = list(pool.map(draw_card_still, [each.spec for each in shown]))
    across = max(1, count_across(platform.format.size, _WIDEST) // languages)
    prints = tuple(
        Print(picture, each.label, str(index // languages // across))
        for index, (each, picture) in enumerate(zip(shown, pictures, strict=True))
    )
    size = platform.format.size
    note = f"{platform.title}, {size}"
    if any(_MADE_UP in each.label for each in shown):
        note += f"; {_MADE_UP} made up: no record of the campaign says this"
    heading = Group(shape_of(size), note, prints)
    return draw_sheet("Cards", campaign.brand.name or campaign.name, [heading], _WIDEST)
