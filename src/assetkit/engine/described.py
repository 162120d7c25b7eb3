"""What every subtitle file was read as, and why: told by `assetkit check --verbose`."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from assetkit.diagnostics import Findings, Severity
from assetkit.engine.reading import Masters, Subtitles
from assetkit.recipe.records import Film, SubtitleFile, Workspace
from assetkit.subtitles.carry import conform_cues
from assetkit.subtitles.read import ReadSubtitles, describe
from assetkit.subtitles.rules import apply_rules, time_rules


def describe_subtitles(
    root: Path, workspace: Workspace, recipes: tuple[str, ...], languages: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Give the path of each subtitle file of the recipes' films with what it was read as.

    Empty `recipes` or `languages` mean all of them. Files that cannot be read are told as that.
    """
    unheard = Findings()  # the plan of the batch has told it all
    masters = Masters(root, unheard)
    subtitles = Subtitles(root, unheard, masters)
    for slug, recipe in workspace.recipes.items():
        if recipe.film is None or (recipes and slug not in recipes):
            continue
        facts = masters.find(recipe.film)
        for language, file in _files(recipe.film):
            if not languages or language in languages:
                rate = facts.rate if facts else None
                read = subtitles.read(recipe.film, file, rate)
                told = f"{describe(read)}; {_mended(read)}{_ruled(read, rate)}" if read else "cannot be read"
                yield file.path, told


def _files(film: Film) -> Iterator[tuple[str, SubtitleFile]]:
    yield from film.subtitles.items()
    yield from film.sdh.items()


def _ruled(read: ReadSubtitles, rate: Fraction | None) -> str:
    """Say what the rules of time do to the cues, where the film's rate is known."""
    if rate is None:
        return ""
    told = apply_rules(conform_cues(read.cues, rate), time_rules(rate)).describe()
    return f"; {told}" if told else ""


def _mended(read: ReadSubtitles) -> str:
    errors = sum(note.severity is Severity.ERROR for note in read.notes)
    told = len(read.notes) - errors
    mended = (
        f"{told} things to know of it" if told > 1 else "1 thing to know of it" if told else "nothing amiss"
    )
    return f"{mended}, {errors} not understood" if errors else mended
