"""What is felt at the keyboard: help, nothing to do for 500 deliverables, a plan of 2,000."""

from __future__ import annotations

import re
import statistics
import sys

from bench.cold import tasks_run
from bench.context import Context, Record, as_record
from bench.crowds import write_five_hundred, write_two_thousand
from bench.measure import Usage, assetkit, run_measured

_HELP_RUNS = 15
_RUNS = 3
_SLOW_SECONDS = 4.0


def run_small(context: Context) -> None:
    """Measure each several times and keep the medians; the facts of masters are known before."""
    record: Record = {"help": _help(), "many": _five_hundred(context), "plan": _two_thousand(context)}
    context.keep("small", record)


def _help() -> Record:
    ours, theirs = assetkit("--help"), [sys.executable, "-c", "import click, yaml"]
    pairs = [(run_measured(ours), run_measured(theirs)) for _ in range(_HELP_RUNS)]
    return {"ours": _median([pair[0] for pair in pairs]), "theirs": _median([pair[1] for pair in pairs])}


def _five_hundred(context: Context) -> Record:
    root = write_five_hundred(context.folder / "five-hundred")
    command = assetkit("render", "--root", root, "--jobs", str(context.jobs))
    run_measured(command)
    posts = len(list((root / "out").rglob("post.json")))
    usages = _run_often(command)
    return _median(usages) | {"tasks": tasks_run(usages[-1]), "posts": posts}


def _two_thousand(context: Context) -> Record:
    root = write_two_thousand(context.folder / "two-thousand", context.film)
    run_measured(assetkit("plan", "--root", root, "--cut", "cut-0", "--platform", "x"))
    usages = _run_often(assetkit("plan", "--root", root))
    found = re.search(r"deliverables\D*?([\d,  ]+)|([\d,]+) deliverables", usages[-1].out)
    return _median(usages) | {"said": found.group(0).strip() if found else None}


def _run_often(command: list[str]) -> list[Usage]:
    """Run three times; once where that is slow enough to be judged by one run."""
    usages = [run_measured(command)]
    while len(usages) < _RUNS and usages[0].wall < _SLOW_SECONDS:
        usages.append(run_measured(command))
    return usages


def _median(usages: list[Usage]) -> Record:
    middle = as_record(sorted(usages, key=lambda usage: usage.wall)[len(usages) // 2])
    return middle | {"cpu": statistics.median(usage.cpu for usage in usages)}
