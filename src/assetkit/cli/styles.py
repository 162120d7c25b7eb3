"""`assetkit styles`: every caption style on the campaign's own words and footage, or a list of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.campaign.records import Brand
from assetkit.cli.facts import refuse_missing
from assetkit.cli.findings import show_findings
from assetkit.cli.places import output_folder
from assetkit.cli.preview import write_picture
from assetkit.cli.selection import unknown
from assetkit.cli.tables import show_table
from assetkit.diagnostics import Findings
from assetkit.engine.batch import Selection
from assetkit.engine.reading import read_workspace
from assetkit.engine.samples import Sample, choose_platforms, find_sample, sample_layout, sample_span
from assetkit.geometry import Box
from assetkit.plan.tasks import SpanTask
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.render.sheet import Group, Print, draw_sheet
from assetkit.render.stills import Picture, Still, draw_stills
from assetkit.subtitles.layout import CaptionLayout
from assetkit.timecode import format_timecode

_ROOM = 1.25  # the part of a picture that is shown, against the text in it
_FLAT = 0.46  # its least height, against its width
_BACKINGS = {
    "outline": "a dark edge and a soft halo",
    "shadow": "a soft shadow",
    "lines": "a box for each line",
    "box": "one box",
}


@dataclass(frozen=True)
class _Shown:
    """One style in one language on one platform."""

    style: CaptionStyle
    language: str
    layout: CaptionLayout
    span: SpanTask


def show_styles(
    root: Path, names: tuple[str, ...], selection: Selection, listed: bool, out: Path | None, jobs: int
) -> int:
    """List the styles, or write a contact sheet of them for each platform; 1 where none can be made.

    Raises click.UsageError for the name of a style that is none.
    """
    findings = Findings()
    workspace = read_workspace(root, findings)
    if findings.has_errors or workspace is None:
        show_findings(findings.items, root)
        return 1
    styles = workspace.campaign.all_caption_styles
    for name in names:
        if name not in styles:
            raise click.UsageError(unknown("caption style", name, styles))
    chosen = [styles[name] for name in names or styles]
    if listed:
        _list(chosen, workspace.campaign.brand.captions)
        return 0
    return _draw_sheets(root, workspace, chosen, selection, out or output_folder(root) / "styles", jobs)


def _list(styles: Iterable[CaptionStyle], default: str) -> None:
    headings = ("style", "ground", "colour", "word said", "motion", "place", "speakers", "of")
    rows = [
        (
            style.name,
            _BACKINGS[style.backing],
            style.colour,
            style.highlight or "-",
            style.motion,
            style.place,
            style.speakers,
            "every campaign" if style.name in PRESETS else "this campaign",
        )
        for style in styles
    ]
    show_table(headings, rows)
    click.echo(f"\ncuts that name none have: {default}")


def _draw_sheets(
    root: Path,
    workspace: Workspace,
    styles: Sequence[CaptionStyle],
    selection: Selection,
    folder: Path,
    jobs: int,
) -> int:
    languages = selection.languages or workspace.campaign.languages
    cuts = list(_cuts(workspace, selection))
    sample = find_sample(root, workspace, cuts, languages)
    if sample is None:
        click.echo("error: no cut that was chosen shows a clip with subtitles", err=True)
        return 1
    catalogue = workspace.catalogue
    used = dict.fromkeys(name for _, cut in cuts for name in cut.platforms)
    platforms = (
        catalogue.expand(selection.platforms) if selection.platforms else choose_platforms(catalogue, used)
    )
    brand = workspace.campaign.brand
    for platform in platforms:
        shown = list(_shown(sample, styles, languages, brand, platform))
        if refuse_missing(root, (each.span for each in shown)):
            return 1
        pictures = _draw([each.span for each in shown], root, jobs)
        sheet = _sheet(sample, platform, list(zip(shown, pictures, strict=True)))
        write_picture(folder / f"{platform.name}.png", sheet)
    return 0


def _cuts(workspace: Workspace, selection: Selection) -> Iterable[tuple[Recipe, Cut]]:
    for recipe in workspace.recipes.values():
        if not selection.recipes or recipe.slug in selection.recipes:
            for cut in recipe.cuts.values():
                if not selection.cuts or cut.name in selection.cuts:
                    yield recipe, cut


def _shown(
    sample: Sample,
    styles: Iterable[CaptionStyle],
    languages: Sequence[str],
    brand: Brand,
    platform: Platform,
) -> Iterable[_Shown]:
    for style in styles:
        for language in languages:
            layout = sample_layout(sample, language, brand.caption_font_for(language), platform, style)
            if layout:
                yield _Shown(style, language, layout, sample_span(sample, layout, platform))


def _draw(spans: Sequence[SpanTask], root: Path, jobs: int) -> list[Picture]:
    """Make all stills, some in one process, because they show the same frame of the same master."""
    batches = [spans[first : first + 6] for first in range(0, len(spans), 6)]
    with TemporaryDirectory(prefix="assetkit-") as folder, ThreadPoolExecutor(max_workers=jobs) as pool:

        def draw(number: int) -> list[Picture]:
            place = Path(folder) / str(number)
            place.mkdir()
            return draw_stills([Still(span, 0) for span in batches[number]], root, place)

        return [picture for drawn in pool.map(draw, range(len(batches))) for picture in drawn]


def _sheet(sample: Sample, platform: Platform, made: Sequence[tuple[_Shown, Picture]]) -> Picture:
    by_style: dict[str, list[tuple[_Shown, Picture]]] = {}
    for shown, picture in made:
        by_style.setdefault(shown.style.name, []).append((shown, picture))
    groups = [_group(of_style) for of_style in by_style.values()]
    time = format_timecode(sample.frame, sample.rate)
    note = f"{sample.recipe.slug} at {time}, {platform.title}, {platform.format.size}"
    return draw_sheet("Caption styles", note, groups)


def _group(made: Sequence[tuple[_Shown, Picture]]) -> Group:
    style = made[0][0].style
    part = _part_shown([shown.layout for shown, _ in made])
    rows, columns = slice(part.y, part.bottom), slice(part.x, part.right)
    prints = tuple(Print(picture[rows, columns], shown.language, "") for shown, picture in made)
    return Group(style.name, _describe(style), prints)


def _part_shown(layouts: Sequence[CaptionLayout]) -> Box:
    """Give the part of the picture around the texts of all languages, large enough to be read."""
    size, boxes = layouts[0].size, [layout.box for layout in layouts]
    left, right = min(box.x for box in boxes), max(box.right for box in boxes)
    top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
    width = min(size.width, max(round((right - left) * _ROOM), size.short_edge))
    height = min(size.height, max(round((bottom - top) * _ROOM), round(width * _FLAT)))
    x = min(max(0, (left + right - width) // 2), size.width - width)
    y = min(max(0, (top + bottom - height) // 2), size.height - height)
    return Box(x, y, width, height)


def _describe(style: CaptionStyle) -> str:
    parts = [_BACKINGS[style.backing]]
    if style.highlight:
        parts.append(f"the word that is said in {style.highlight}")
    if style.motion != "none":
        parts.append({"fade": "fades in and out", "pop": "pops in"}[style.motion])
    if style.place != "bottom":
        parts.append("at the top")
    return ", ".join(parts)
