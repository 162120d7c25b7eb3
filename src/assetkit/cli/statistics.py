"""`assetkit statistics`: every number of the campaign and all that carries it, or its sources alone."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from assetkit.campaign.care import is_stale
from assetkit.campaign.records import Campaign, Statistic
from assetkit.cli.findings import show_findings
from assetkit.cli.selection import unknown
from assetkit.cli.tables import show_table
from assetkit.delivery.carriers import Carriers, find_carriers
from assetkit.diagnostics import Findings
from assetkit.engine.batch import Selection, plan_batch
from assetkit.engine.reading import read_workspace
from assetkit.text.figures import write_statistic

_HEADINGS = ("statistic", "number:", "as of", "source", "state", "carried by", "posts:")


def show_statistics(root: Path, names: tuple[str, ...], as_json: bool, as_csv: bool) -> int:
    """Print the statistics with what carries them, as a table, JSON, or CSV of the sources alone.

    1 where the workspace has errors. Raises click.UsageError for the name of a statistic that is none.
    """
    if as_csv:
        return _show_sources(root, names)
    batch = plan_batch(root, Selection())
    if batch.workspace is None or batch.findings.has_errors:
        show_findings(batch.findings.items, root)
        return 1
    campaign = batch.workspace.campaign
    chosen = _choose(campaign, names)
    carried = find_carriers(campaign, batch.workspace.recipes.values(), (*batch.deliverables, *batch.stills))
    if as_json:
        told = [_describe(each, campaign, carried[each.name]) for each in chosen]
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        _show(campaign, chosen, carried)
    return 0


def _choose(campaign: Campaign, names: Sequence[str]) -> list[Statistic]:
    for name in names:
        if name not in campaign.statistics:
            raise click.UsageError(unknown("statistic", name, campaign.statistics))
    return [each for each in campaign.statistics.values() if not names or each.name in names]


def _show(campaign: Campaign, chosen: Iterable[Statistic], carried: dict[str, Carriers]) -> None:
    language = campaign.languages[-1] if "en" not in campaign.languages else "en"
    rows: list[tuple[str, ...]] = []
    for each in chosen:
        found = carried[each.name]
        state = ", ".join(_states(each, campaign)) or "publishable"
        uses = [*found.cards, *found.supers, *found.cues, *found.copies, *found.records]
        uses += [f"ratio `{name}`" for name in found.ratios]
        first = (
            each.name,
            f"{each.bound} {write_statistic(each, language)}".strip(),
            each.as_of,
            each.source.get(language, ""),
            state,
            uses[0] if uses else "nothing",
            str(len(found.posts)),
        )
        rows.append(first)
        rows += [("", "", "", "", "", use, "") for use in uses[1:]]
    show_table(_HEADINGS, rows)


def _states(statistic: Statistic, campaign: Campaign) -> list[str]:
    told = {
        "not reviewed": not statistic.reviewed,
        "no primary source": not statistic.primary,
        f"stale since {statistic.valid_until}": is_stale(statistic, campaign.as_of),
    }
    return [words for words, is_so in told.items() if is_so]


def _describe(statistic: Statistic, campaign: Campaign, found: Carriers) -> dict[str, Any]:
    return {
        "name": statistic.name,
        "place": str(statistic.place),
        "value": _number(statistic.value),
        "high": None if statistic.high is None else _number(statistic.high),
        "unit": statistic.unit,
        "bound": statistic.bound,
        "ratio": list(statistic.ratio or ()),
        "as_of": statistic.as_of,
        "valid_until": statistic.valid_until,
        "primary": statistic.primary,
        "reviewed": statistic.reviewed,
        "source": statistic.source,
        "url": statistic.url,
        "said": {language: say(statistic, language) for language in campaign.languages},
        "drafts": _states(statistic, campaign),
        "cards": list(found.cards),
        "supers": list(found.supers),
        "cues": list(found.cues),
        "copy": list(found.copies),
        "records": list(found.records),
        "ratios": list(found.ratios),
        "posts": list(found.posts),
    }


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def say(statistic: Statistic, language: str) -> str:
    """Give a statistic as a card says it: qualifier, number and wording."""
    parts = (
        statistic.qualifier.get(language, ""),
        write_statistic(statistic, language),
        statistic.wording.get(language, ""),
    )
    return " ".join(filter(None, parts))


def _show_sources(root: Path, names: Sequence[str]) -> int:
    findings = Findings()
    workspace = read_workspace(root, findings)
    if workspace is None or findings.has_errors:
        show_findings(findings.items, root)
        return 1
    campaign = workspace.campaign
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")  # as RFC 4180 has it
    writer.writerow(_columns(campaign))
    for each in _choose(campaign, names):
        writer.writerow([_plain(cell) for cell in _row(each, campaign)])
    click.echo(stream.getvalue(), nl=False)
    return 0


def _columns(campaign: Campaign) -> list[str]:
    languages = campaign.languages
    words = [
        f"{key} ({language})"
        for key in ("wording", "source", "population", "place", "period")
        for language in languages
    ]
    return [
        "name",
        "value",
        "to",
        "unit",
        "bound",
        *words,
        "url",
        "as of",
        "valid until",
        "primary",
        "reviewed",
    ]


def _row(statistic: Statistic, campaign: Campaign) -> list[str]:
    texts = [
        {language: say(statistic, language) for language in campaign.languages},
        statistic.source,
        statistic.population,
        statistic.area,
        statistic.period,
    ]
    high = "" if statistic.high is None else f"{float(statistic.high):.{statistic.decimals}f}"
    return [
        statistic.name,
        f"{float(statistic.value):.{statistic.decimals}f}",
        high,
        statistic.unit,
        statistic.bound,
        *(words.get(language, "") for words in texts for language in campaign.languages),
        statistic.url,
        statistic.as_of,
        statistic.valid_until,
        "yes" if statistic.primary else "no",
        "yes" if statistic.reviewed else "no",
    ]


def _plain(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula; a number stays a number."""
    is_number = cell.lstrip("-").replace(".", "", 1).isdigit()
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") and not is_number else cell
