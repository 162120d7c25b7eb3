"""Cards that draw numbers: comparisons, and what cannot be drawn as a recipe asks for."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assetkit.campaign.records import Statistic
from assetkit.recipe.card_models import BarsModel
from assetkit.recipe.figures import (
    LEAST_YEARS,
    MOST_PEOPLE,
    MOST_YEARS,
    missing_years,
    people_of,
)
from assetkit.recipe.records import CardItem
from assetkit.recipe.references import find_record, item_length
from assetkit.recipe.scope import Scope
from assetkit.validation import nearest, shorten
from assetkit.yaml_text import YamlPath

_SHARES = ("ring", "pictogram")


def resolve_bars(scope: Scope, model: BarsModel, path: YamlPath) -> CardItem:
    """Give the card of a comparison; every problem is reported."""
    campaign = scope.campaign
    read = campaign.campaign.statistics if campaign.campaign else {}
    for index, name in enumerate(model.bars):
        at = (*path, "bars", index)
        find_record(scope, "AK222", "statistic", name, campaign.statistics, read, at)
        if name in model.bars[:index]:
            message = f"the statistic {shorten(name)} stands twice in one comparison"
            scope.error("AK603", message, scope.document.place(at), "name each once")
    if model.accent is not None and model.accent not in model.bars:
        message = f"{shorten(model.accent)} is none of these bars, so it cannot stand out"
        place = scope.document.place((*path, "accent"))
        scope.error("AK603", message, place, nearest(model.accent, model.bars))
    _check_bars(scope, [(read.get(name), index) for index, name in enumerate(model.bars)], path)
    texts = {"title": scope.texts(model.title, (*path, "title"))}
    place = scope.document.key_place((*path, "bars"))
    length = item_length(model.for_)
    return CardItem(
        "bars",
        length,
        texts,
        model.accent,
        None,
        place,
        compared=tuple(model.bars),
        number=model.number or "",
    )


def check_figure(scope: Scope, kind: str, name: str, path: YamlPath) -> None:
    """Report a statistic that cannot be drawn as the kind of card that an item names."""
    campaign = scope.campaign.campaign
    statistic = campaign.statistics.get(name) if campaign else None
    if statistic is None:
        return
    at = (*path, "as")
    if kind in _SHARES:
        _check_share(scope, kind, statistic, at)
    elif kind == "timeline":
        _check_years(scope, statistic, at)


def _check_share(scope: Scope, kind: str, statistic: Statistic, at: YamlPath) -> None:
    if statistic.unit != "%" or statistic.high is not None:
        required = "one percentage"
        _refuse(scope, "AK600", f"a {kind}", statistic, at, required, "write `as: count-up`")
    elif not 0 <= statistic.value <= 100:
        _refuse(scope, "AK601", f"a {kind}", statistic, at, "0 to 100 %", "write `as: count-up`")
    elif kind == "pictogram" and people_of(statistic.value, statistic.decimals) is None:
        required = f"a whole number of people in {MOST_PEOPLE} or fewer"
        _refuse(scope, "AK602", "people", statistic, at, required, "write `as: ring`")


def _check_years(scope: Scope, statistic: Statistic, at: YamlPath) -> None:
    years = tuple(year for year, _ in statistic.years)
    if not LEAST_YEARS <= len(years) <= MOST_YEARS:
        measured = f"{len(years)} values by year" if years else "no `years:`"
        remedy = "add `years:` with the value of each" if len(years) < LEAST_YEARS else "leave the first out"
        required = f"{LEAST_YEARS} to {MOST_YEARS}"
        _refuse(scope, "AK605", "a timeline", statistic, at, required, remedy, measured)
    elif missing := missing_years(years):
        measured = f"{', '.join(map(str, years))}; without {', '.join(map(str, missing[:4]))}"
        required = "years in equal steps"
        _refuse(scope, "AK605", "a timeline", statistic, at, required, "add what is missing", measured)
    else:
        _check_values(scope, statistic, at)


def _check_values(scope: Scope, statistic: Statistic, at: YamlPath) -> None:
    year, last = statistic.years[-1]
    low = min(value for _, value in statistic.years)
    if low < 0:
        remedy = "write `as: count-up`"
        _refuse(scope, "AK606", "a timeline", statistic, at, "nothing below zero", remedy, f"{float(low):g}")
    elif last != statistic.value or statistic.high is not None:
        measured = f"{_write(statistic)}, and {float(last):,g}{statistic.unit} for {year}"
        required = "the value of the last year as `value:`"
        _refuse(scope, "AK606", "a timeline", statistic, at, required, "correct one of them", measured)


def _check_bars(scope: Scope, bars: Sequence[tuple[Statistic | None, int]], path: YamlPath) -> None:
    """Report numbers that have no common measure: other units, ranges, and what lies below zero."""
    known = [(statistic, index) for statistic, index in bars if statistic]
    unit = known[0][0].unit if known else ""
    for statistic, index in known:
        at, bar = (*path, "bars", index), "a bar"
        if statistic.unit != unit:
            required = f"the unit of the others, {unit or 'none'}"
            _refuse(scope, "AK604", bar, statistic, at, required, "compare numbers of one unit")
        elif statistic.high is not None or statistic.value < 0:
            _refuse(scope, "AK604", bar, statistic, at, "one number from zero on", "leave it out")
    if len(known) == len(bars) and all(statistic.value == 0 for statistic, _ in known):
        place = scope.document.place((*path, "bars"))
        scope.error("AK604", "all numbers are zero, so there is nothing to compare", place, "name others")


def _refuse(
    scope: Scope,
    code: str,
    what: str,
    statistic: Statistic,
    at: YamlPath,
    required: str,
    remedy: str,
    measured: str = "",
) -> None:
    scope.findings.error(
        code,
        f"the statistic {shorten(statistic.name)} cannot be drawn as {what}",
        scope.document.place(at),
        measured=measured or _write(statistic),
        required=required,
        remedy=remedy,
    )


def _write(statistic: Statistic) -> str:
    ends = [statistic.value] if statistic.high is None else [statistic.value, statistic.high]
    return " to ".join(f"{float(Fraction(end)):,.{statistic.decimals}f}" for end in ends) + statistic.unit
