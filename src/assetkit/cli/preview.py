"""`assetkit preview`: stills of a cut as a rendering will show them, and a contact sheet of each cut."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from assetkit.cli.facts import refuse_missing
from assetkit.cli.findings import show_findings
from assetkit.cli.places import output_folder
from assetkit.diagnostics import Findings
from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.errors import AssetkitError, StoreError
from assetkit.plan.build import Deliverable
from assetkit.render.moments import Moment, frame_of, held_frames, middle_frames
from assetkit.render.sheet import Group, Print, draw_sheet
from assetkit.render.stills import Picture, Still, draw_still, still_of
from assetkit.render.zones import draw_zones
from assetkit.timecode import format_timecode
from assetkit.timeline.conform import conform
from assetkit.tool.decoder import load_decoder

SHEET = "contact-sheet.png"


@dataclass(frozen=True)
class _Shot:
    """A still that is wanted: of which deliverable, and at which frame of it."""

    item: Deliverable
    frame: int
    still: Still

    @property
    def time(self) -> str:
        """Its timecode in the cut."""
        return format_timecode(self.frame, self.still.span.rate)

    @property
    def label(self) -> str:
        """What a contact sheet says below it."""
        return f"{self.time}  {self.item.language}"

    @property
    def cut(self) -> tuple[str, str]:
        """The cut that it belongs to: one contact sheet each."""
        return self.item.recipe.slug, self.item.cut.name


def preview_cuts(
    root: Path, selection: Selection, moments: tuple[Moment, ...], zones: bool, out: Path | None, jobs: int
) -> int:
    """Write the stills and sheets; 1 where something is wrong with the input or a still could not be made.

    Raises click.UsageError where no cut reaches a moment that was asked for.
    """
    batch = plan_batch(root, selection)
    show_findings(batch.findings.items, root)
    if batch.findings.has_errors:
        return 1
    shots = _choose(batch, moments)
    if refuse_missing(root, (shot.still.span for shot in shots)):
        return 1
    folder = out or output_folder(root) / "preview"
    pictures, failed = _draw(shots, root, jobs)
    made = [(shot, pictures[shot.still.key]) for shot in shots if shot.still.key in pictures]
    _write_stills(made, folder, zones)
    for reason in failed:
        click.echo(f"error: a still was not made: {reason}", err=True)
    click.echo(f"{len(made)} stills, {len(pictures)} of them different, in {folder}")
    return 1 if failed else 0


def _write_stills(made: Iterable[tuple[_Shot, Picture]], folder: Path, zones: bool) -> None:
    """Write every still, and a contact sheet of each cut that has several."""
    sheets: dict[tuple[str, str], list[tuple[_Shot, Picture]]] = {}
    for shot, picture in made:
        shown = draw_zones(picture, shot.item.platform.layout) if zones else picture
        name = f"{shot.frame:05d}{'-zones' if zones else ''}.png"
        write_picture(folder / shot.item.folder / name, shown)
        sheets.setdefault(shot.cut, []).append((shot, shown))
    for cut, shots in sheets.items():
        if len(shots) > 1:
            write_picture(folder.joinpath(*cut) / SHEET, _sheet(shots))


def _choose(batch: Batch, moments: tuple[Moment, ...]) -> list[_Shot]:
    """Give the stills that are wanted, in the order of the batch and of time."""
    shots: list[_Shot] = []
    reached: set[int] = set()
    for item in batch.deliverables:
        frames = _frames(batch, item, moments, reached)
        shots += [_Shot(item, frame, still_of(item.file, frame)) for frame in frames]
    late = [moment for number, moment in enumerate(moments) if number not in reached]
    if late and batch.deliverables:
        longest = max(batch.deliverables, key=lambda item: item.file.frames / item.file.spans[0].rate)
        length = format_timecode(longest.file.frames, longest.file.spans[0].rate)
        raise click.UsageError(f"no cut that was chosen reaches {late[0]}; the longest ends at {length}")
    return shots


def _frames(batch: Batch, item: Deliverable, moments: tuple[Moment, ...], reached: set[int]) -> list[int]:
    if not moments:
        return _middles(batch, item)
    found: set[int] = set()
    for number, moment in enumerate(moments):
        try:
            frame = frame_of(moment, item.file.frames, item.file.spans[0].rate)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        if frame is not None:
            found.add(frame)
            reached.add(number)
    return sorted(found)


def _middles(batch: Batch, item: Deliverable) -> list[int]:
    assert batch.workspace is not None
    by_path = {source.facts.path: source.facts for span in item.file.spans for source in span.footage}
    films = [clip.film for clip in item.cut.clips]
    masters = {film.slug: by_path[film.master] for film in films}
    timeline = conform(item.cut, masters, batch.workspace.campaign, Findings())
    if timeline is None:
        return []
    # A card is looked at while it stands: what builds up is not yet there in its middle.
    held = held_frames(item.file)
    frames = zip(timeline.segments, middle_frames(timeline), strict=True)
    return sorted({held.get(segment.range.start, middle) for segment, middle in frames})


def _draw(shots: Iterable[_Shot], root: Path, jobs: int) -> tuple[dict[str, Picture], list[str]]:
    """Make every different still once, `jobs` at a time; gives them by key, and why others failed."""
    stills = {shot.still.key: shot.still for shot in shots}
    load_decoder()
    with TemporaryDirectory(prefix="assetkit-") as folder:
        pool = ThreadPoolExecutor(max_workers=jobs)
        try:
            made: dict[str, Future[Picture]] = {}
            for number, (key, still) in enumerate(stills.items()):
                place = Path(folder) / f"still-{number}"
                place.mkdir()
                made[key] = pool.submit(draw_still, still, root, place)
            return _gather(made)
        finally:
            # On an interrupt the waiting ones are dropped, and the running ones end with their process.
            pool.shutdown(cancel_futures=True)


def _gather(made: dict[str, Future[Picture]]) -> tuple[dict[str, Picture], list[str]]:
    pictures: dict[str, Picture] = {}
    failed: list[str] = []
    for key, future in made.items():
        try:
            pictures[key] = future.result()
        except AssetkitError as error:
            failed.append(str(error))
    return pictures, list(dict.fromkeys(failed))


def _sheet(shots: list[tuple[_Shot, Picture]]) -> Picture:
    first = shots[0][0].item
    by_platform: dict[str, list[tuple[_Shot, Picture]]] = {}
    for shot, picture in shots:
        by_platform.setdefault(shot.item.platform.name, []).append((shot, picture))
    groups = [_group(of_platform) for of_platform in by_platform.values()]
    return draw_sheet(first.recipe.slug, first.cut.name, groups)


def _group(shots: list[tuple[_Shot, Picture]]) -> Group:
    """Give one platform's part of the sheet: a row for each language, or one row where each has one still."""
    platform = shots[0][0].item.platform
    single = len({shot.frame for shot, _ in shots}) == 1
    prints = tuple(
        Print(picture, shot.label, "" if single else shot.item.language) for shot, picture in shots
    )
    return Group(platform.title, f"{platform.name}, {platform.format.size}", prints)


def write_picture(path: Path, picture: Any) -> None:
    """Write a PNG and say so; a half-written one is never seen under its name."""
    save_picture(path, picture)
    click.echo(str(path))


def save_picture(path: Path, picture: Any) -> None:
    """Write a PNG; a half-written one is never seen under its name."""
    from PIL import Image

    buffer = BytesIO()
    Image.fromarray(picture).save(buffer, "PNG", compress_level=3)
    write_bytes(path, buffer.getvalue())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file and say so; a half-written one is never seen under its name."""
    staged = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(content)
        staged.replace(path)
    except OSError as error:
        with suppress(OSError):
            staged.unlink()
        remedy = "Check the free space and the rights of the output folder."
        raise StoreError(f"{path} cannot be written: {error.strerror or error}.", remedy=remedy) from error
