"""`assetkit facts`: what is known of each master, and the lock that is committed in its place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from assetkit.cli.findings import show_findings
from assetkit.cli.selection import refuse_unknown
from assetkit.cli.sound_facts import (
    find_sound_files,
    lock_sound_files,
    show_sound_files,
    sound_files_as_json,
)
from assetkit.cli.tables import show_table
from assetkit.diagnostics import Findings
from assetkit.errors import MediaError, StoreError
from assetkit.media.facts import Colour, MasterFacts
from assetkit.media.lock import facts_to_json
from assetkit.plan.tasks import ExtractTask, SpanTask
from assetkit.platforms.read import read_catalogue
from assetkit.recipe.records import Film, Recipe
from assetkit.recipe.workspace import load_workspace
from assetkit.timecode import format_rate, format_timecode
from assetkit.tool.masters import lock_path, master_facts, write_lock


@dataclass(frozen=True)
class _Known:
    """A film, the facts of its master, and how its lock stands: "none", "current", "differs", "alone"."""

    film: Film
    facts: MasterFacts
    lock: str


def show_facts(root: Path, recipes: tuple[str, ...], write: bool, as_json: bool) -> int:
    """Print what is known of the masters; with `write`, write the lock of each. 1 where one is not known."""
    findings = Findings()
    workspace = load_workspace(root, read_catalogue(root, findings), findings)
    show_findings(findings.items, root)
    if workspace is None:
        return 1
    refuse_unknown(workspace, {"recipes": recipes}, root)
    chosen = [recipe for recipe in workspace.recipes.values() if not recipes or recipe.slug in recipes]
    known: list[_Known] = []
    lost = False
    for film in _films(chosen):
        try:
            facts = master_facts(root, film.master, film.colour, root / ".assetkit")
        except MediaError as error:
            click.echo(f"error: AK310: {error}", err=True)
            lost = True
            continue
        known.append(_Known(film, facts, _write_or_compare(root, facts, write)))
    heard = Findings()
    sounds = find_sound_files(root, chosen, heard)
    show_findings(heard.items, root)
    if write:
        lock_sound_files(root, sounds)
    if as_json:
        told = [*(_as_json(item) for item in known), *sound_files_as_json(sounds)]
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        _show(known)
        show_sound_files(root, sounds)
    return 1 if lost or findings.has_errors or heard.has_errors else 0


def refuse_missing(root: Path, spans: Iterable[SpanTask], extracts: Iterable[ExtractTask] = ()) -> bool:
    """Say which files these spans and sounds need that are not there; True where one is."""
    paths = {source.facts.path for span in spans for source in span.footage}
    paths |= {extract.source.path for extract in extracts}
    missing = sorted(path for path in paths if not (root / path).is_file())
    for path in missing:
        click.echo(
            f"error: AK312: {path} is not there; its facts are enough to check and plan, not to render\n"
            f"  remedy: put the file at {path}",
            err=True,
        )
    return bool(missing)


def _films(recipes: Iterable[Recipe]) -> list[Film]:
    found: dict[str, Film] = {}
    for recipe in recipes:
        if recipe.film:
            found.setdefault(recipe.film.slug, recipe.film)
        for cut in recipe.cuts.values():
            for clip in (clip for each in (cut, *cut.for_platform.values()) for clip in each.clips):
                found.setdefault(clip.film.slug, clip.film)
    return list(found.values())


def _write_or_compare(root: Path, facts: MasterFacts, write: bool) -> str:
    if not (root / facts.path).is_file():
        return "alone"
    if write:
        try:
            lock = write_lock(root, facts)
        except OSError as error:
            reason = error.strerror or error
            remedy = "Check the free space and the rights of the folder."
            raise StoreError(
                f"The lock of {facts.path} cannot be written: {reason}.", remedy=remedy
            ) from error
        click.echo(f"written: {lock.relative_to(root)}", err=True)
        return "current"
    try:
        held = lock_path(root, facts.path).read_text(encoding="utf-8")
    except OSError:
        return "none"
    return "current" if held == facts_to_json(facts) else "differs"


_LOCKS = {
    "none": "none; --lock writes it",
    "current": "current",
    "differs": "differs; --lock writes it anew",
    "alone": "speaks for the film, which is not there",
}


def _show(known: list[_Known]) -> None:
    for number, item in enumerate(known):
        facts = item.facts
        rows = [
            ("master", facts.path),
            ("picture", f"{facts.codec}, {facts.size}, {facts.pixel_format}"),
            ("rate", f"{format_rate(facts.rate)} frames per second ({facts.rate})"),
            ("length", f"{facts.frame_count} frames, {format_timecode(facts.frame_count, facts.rate)}"),
            ("key frames", f"{len(facts.key_frames)}, at most {_longest_gap(facts)} frames apart"),
            ("colour", _write_colour(facts.colour)),
            ("sound", _write_sounds(facts)),
            ("digest", facts.digest),
            ("lock", _LOCKS[item.lock]),
        ]
        click.echo("\n" if number else "", nl=False)
        show_table((item.film.slug, ""), rows)


def _longest_gap(facts: MasterFacts) -> int:
    """Give the greatest distance of key frames in frames, the end of the film counted as one."""
    ticks = 1 / facts.rate / facts.time_base
    numbers = [round((time - facts.first_pts) / ticks) for time in facts.key_frames]
    edges = [*numbers, facts.frame_count]
    return max((after - before for before, after in pairwise(edges)), default=0)


def _write_colour(colour: Colour) -> str:
    same = colour.matrix == colour.primaries == colour.transfer
    names = colour.matrix if same else f"{colour.matrix}/{colour.primaries}/{colour.transfer}"
    levels = "full range" if colour.full_range else "limited range"
    return f"{names}, {levels}" + (", assumed" if colour.assumed else "")


def _write_sounds(facts: MasterFacts) -> str:
    if not facts.sounds:
        return "none"
    several = len(facts.sounds) > 1
    return "; ".join(
        (f"{number}: " if several else "")
        + f"{sound.codec}, {sound.rate} Hz, {sound.layout}"
        + (f", {sound.language}" if sound.language else "")
        for number, sound in enumerate(facts.sounds, 1)
    )


def _as_json(item: _Known) -> dict[str, Any]:
    facts = item.facts
    return {
        "film": item.film.slug,
        "master": facts.path,
        "digest": facts.digest,
        "codec": facts.codec,
        "width": facts.size.width,
        "height": facts.size.height,
        "pixel_format": facts.pixel_format,
        "rate": str(facts.rate),
        "frames": facts.frame_count,
        "seconds": float(Fraction(facts.frame_count) / facts.rate),
        "colour": vars(facts.colour),
        "sounds": [vars(sound) for sound in facts.sounds],
        "lock": item.lock,
    }
