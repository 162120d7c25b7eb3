"""What is told of a record, once: not at every place that shows it, and its remedy not at every record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assetkit.diagnostics import Diagnostic, Place, RecordDiagnostic

FEWEST_LISTED = 3
"""So many records that lack the same are told in one line each, with their remedy once below them."""


def fold_records(items: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give one finding for each record, code and wording, at the record's place; it says where it is shown.

    What is about no record stays as it is. The order is that of the first finding of each.
    """
    folded: dict[Diagnostic, list[Place]] = {}
    for item in items:
        if not isinstance(item, RecordDiagnostic):
            folded[item] = []
            continue
        places = folded.setdefault(replace(item, place=item.about), [])
        if item.place and item.place != item.about and item.place not in places:
            places.append(item.place)
    return [
        replace(item, message=item.message + _shown(item.about.file, places))
        if isinstance(item, RecordDiagnostic)
        else item
        for item, places in folded.items()
    ]


def part_lists(items: Sequence[Diagnostic]) -> tuple[list[list[Diagnostic]], list[Diagnostic]]:
    """Part what may be told as lists, of records that lack the same, from what is told in full.

    A list has one code, one weight and one remedy, and is in the order of its records' places.
    """
    alike: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for item in items:
        if isinstance(item, RecordDiagnostic):
            alike.setdefault((item.code, item.severity, item.remedy), []).append(item)
    lists = [found for found in alike.values() if len(found) >= FEWEST_LISTED]
    listed = {id(item) for found in lists for item in found}
    ordered = [sorted(found, key=lambda item: item.place or Place("")) for found in lists]
    return ordered, [item for item in items if id(item) not in listed]


def _shown(home: str, places: Sequence[Place]) -> str:
    """Say where a record is shown, as one place or as how many recipes and copies of its own file."""
    if not places:
        return ""
    recipes = {place.file for place in places if place.file != home}
    copies = sum(place.file == home for place in places)
    if len(places) == 1:
        return f"; shown at {places[0]}"
    told = [_count(len(recipes), "recipe", "recipes"), _count(copies, "copy", "copies")]
    return f"; shown in {', '.join(filter(None, told))}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""
