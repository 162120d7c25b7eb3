"""What a person says to findings: how much each matters in this campaign, and which are accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assetkit.diagnostics import Diagnostic, Severity
from assetkit.recipe.records import Film, Recipe, Waiver

OFF = "off"
MOST_OF_A_KIND = 3
"""So many notes of one code in one file are told one by one."""


@dataclass(frozen=True)
class Waived:
    """A finding that a person accepts, and with which words."""

    finding: Diagnostic
    waiver: Waiver


def weigh_findings(
    items: Iterable[Diagnostic], severities: Mapping[str, str], recipes: Iterable[Recipe], *, is_whole: bool
) -> tuple[list[Diagnostic], list[Waived]]:
    """Give what is left to be told, with the weight that the campaign gives it, and what is waived.

    Only where the whole of the workspace was looked at can a waiver be said to fit nothing.
    """
    weighed = apply_severities(_once(list(items)), severities)
    kept, waived = apply_waivers(weighed, recipes, is_whole=is_whole)
    return condense_notes(kept), waived


def apply_severities(items: Iterable[Diagnostic], severities: Mapping[str, str]) -> list[Diagnostic]:
    """Give the findings as much weight as the campaign does; those that are off are left out."""
    kept = []
    for item in items:
        wanted = severities.get(item.code)
        if wanted == OFF:
            continue
        kept.append(replace(item, severity=Severity(wanted)) if wanted else item)
    return kept


def apply_waivers(
    items: Iterable[Diagnostic], recipes: Iterable[Recipe], *, is_whole: bool = True
) -> tuple[list[Diagnostic], list[Waived]]:
    """Part the findings from those that a recipe waives; a waiver that fits nothing is a note of its own.

    A recipe's waivers speak for its own file and for the subtitles of the films that it names.
    """
    waivers = [(recipe, waiver) for recipe in recipes for waiver in recipe.waivers]
    if not waivers:
        return list(items), []
    kept: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for item in items:
        fitting = [waiver for recipe, waiver in waivers if _speaks_for(recipe, item) and _fits(waiver, item)]
        used.update(map(id, fitting))
        if fitting:
            waived.append(Waived(item, fitting[0]))
        else:
            kept.append(item)
    idle = [waiver for _, waiver in waivers if is_whole and id(waiver) not in used]
    return kept + [_tell_idle(waiver) for waiver in idle], waived


def condense_notes(items: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Keep the first notes of each code and file, and say how many more there are: nobody reads forty."""
    items = list(items)
    totals = Counter(map(_kind, items))
    told: Counter[tuple[str, str, Severity]] = Counter()
    kept = []
    for item in items:
        kind = _kind(item)
        told[kind] += 1
        more = totals[kind] - MOST_OF_A_KIND
        if item.severity is not Severity.NOTE or not item.cue or told[kind] < MOST_OF_A_KIND or more <= 0:
            kept.append(item)
        elif told[kind] == MOST_OF_A_KIND:
            kept.append(
                replace(item, message=f"{item.message} ({more} more of this kind follow in the file)")
            )
    return kept


def _once(items: list[Diagnostic]) -> list[Diagnostic]:
    """Leave out what is told of a cut where it is told of the cue itself: a letter that cannot be drawn."""
    cues = tuple(f": {item.cue!r}" for item in items if item.code == "AK401" and item.cue)
    return [item for item in items if item.code != "AK401" or item.cue or not item.message.endswith(cues)]


def _kind(item: Diagnostic) -> tuple[str, str, Severity]:
    return item.code, item.place.file if item.place else "", item.severity


def _speaks_for(recipe: Recipe, item: Diagnostic) -> bool:
    if item.place is None:
        return False
    return item.place.file == recipe.file or item.place.file in _files(recipe.film)


def _files(film: Film | None) -> set[str]:
    if film is None:
        return set()
    return {file.path for file in (*film.subtitles.values(), *film.sdh.values())}


def _fits(waiver: Waiver, item: Diagnostic) -> bool:
    """Whether a waiver names this finding: its code, its language, and words that stand in its cue."""
    if waiver.check != item.code or waiver.language not in ("", item.language):
        return False
    return not waiver.text or _flat(waiver.text) in _flat(item.cue)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _tell_idle(waiver: Waiver) -> Diagnostic:
    words = f" of “{waiver.text}”" if waiver.text else ""
    language = f" in {waiver.language}" if waiver.language else ""
    return Diagnostic(
        "AK466",
        Severity.NOTE,
        f"the waiver of {waiver.check}{words}{language} fits nothing that was found",
        waiver.place,
        "take it out, or correct its words",
    )
