"""Files that have to fit into a size: measured once, coded smaller where they must be, and remembered.

A memory and nothing more: what is lost is decided again from the same spans, and comes out the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from assetkit.diagnostics import Findings
from assetkit.engine.run import Engine, Outcome
from assetkit.engine.store import Store
from assetkit.plan.budgets import (
    LIMIT,
    Budget,
    Fit,
    at_step,
    budget_of,
    choose_step,
    fit_key,
    fits_surely,
    megabytes,
    surely_fitting_seconds,
)
from assetkit.plan.build import Deliverable
from assetkit.tool.digest import replace_file

FOLDER = "fits"


class Fits:
    """What was decided for files, below the folder of the store `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root / FOLDER

    def recall(self, key: str) -> Fit | None:
        """Give what was decided, None where it is not known."""
        try:
            told = json.loads((self.root / f"{key}.json").read_bytes())
            seconds = None if told["seconds"] is None else Fraction(str(told["seconds"]))
            step = None if told["step"] is None else int(told["step"])
            return Fit(step, int(told["whole"]), int(told["most"]), seconds)
        except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError):
            return None

    def remember(self, key: str, fit: Fit) -> None:
        """Write down what was decided."""
        told = {"step": fit.step, "whole": fit.whole, "most": fit.most}
        seconds = None if fit.seconds is None else str(fit.seconds)
        replace_file(self.root / f"{key}.json", json.dumps(told | {"seconds": seconds}))


def recall_fits(items: Iterable[Deliverable], fits: Fits) -> list[Deliverable]:
    """Give the deliverables, each at the step that was decided for it; what is open stays as it is."""
    found = []
    for item in items:
        budget = _open_budget(item)
        fit = fits.recall(fit_key(item.file, budget)) if budget else None
        found.append(_at(item, budget, fit) if budget and fit else item)
    return found


def is_open(item: Deliverable) -> bool:
    """Say whether only its spans can tell if it fits."""
    return _open_budget(item) is not None


def group_by_file(items: Iterable[Deliverable]) -> dict[str, list[Deliverable]]:
    """Give the deliverables by the keys of their files."""
    users: dict[str, list[Deliverable]] = {}
    for item in items:
        users.setdefault(item.file.key, []).append(item)
    return users


def decide_all(items: Iterable[Deliverable], engine: Engine) -> list[Deliverable]:
    """Decide the steps of open deliverables; those whose file the engine could not make are left out."""
    fits = Fits(engine.store.root)
    return [_decide(item, engine.store, fits) for item in items if item.file.key not in engine.outcome.failed]


def _decide(item: Deliverable, store: Store, fits: Fits) -> Deliverable:
    """Decide by the sizes of the file and its spans; where one is gone meanwhile, it stays as it is."""
    budget = _open_budget(item)
    keys = {item.file.key, *(span.key for span in item.file.spans)}
    found = {key: stored for key in keys if (stored := store.find(key))}
    if budget is None or len(found) < len(keys):
        return item
    sizes = {key: int(stored.record["bytes"]) for key, stored in found.items()}
    fit = choose_step(item.file, budget, sizes[item.file.key], sizes)
    fits.remember(fit_key(item.file, budget), fit)
    return _at(item, budget, fit)


def tell_failures(items: Iterable[Deliverable], outcome: Outcome) -> None:
    """Say of files that could not be made at a lower step that they were coded smaller, and for what.

    A caption that can no longer be read there fails its span, as one that was not drawn.
    """
    for item in items:
        reason, limit = outcome.failed.get(item.file.key), item.platform.limit(LIMIT)
        if reason and item.fit and item.fit.step and limit and limit.value:
            told = f"coded smaller (AK861) to keep within {megabytes(limit.value)}"
            outcome.failed[item.file.key] = f"{told}: {reason}"


def check_budgets(items: Iterable[Deliverable], findings: Findings) -> None:
    """Warn of posts that do not fit into their size, and of those that will not where footage is restless."""
    for item in items:
        budget = budget_of(item.file, item.platform)
        if budget is None:
            continue
        seconds = surely_fitting_seconds(item.file, budget)
        if item.fit is None and seconds is not None and not fits_surely(item.file, budget):
            length = f"{float(item.file.frames / item.file.spans[0].rate):.1f} s"
            told, room = f"may be too large for {item.platform.title}", f"{int(seconds)} s fit in any case"
            _warn(item, "AK864", told, length, room, findings)
        elif item.fit is not None and item.fit.step is None:
            told = f"is too large for {item.platform.title} in {item.language}"
            required = f"at most {megabytes(budget.whole)}; about {int(item.fit.seconds or 0)} s fit"
            _warn(item, "AK860", told, megabytes(item.fit.most), required, findings)


def _warn(item: Deliverable, code: str, told: str, measured: str, required: str, findings: Findings) -> None:
    message = f"the cut {item.cut.name} {told}"
    remedy = "make it shorter there (`for-platform:`), or take the platform out of `platforms:`"
    findings.warning(code, message, item.cut.place, measured=measured, required=required, remedy=remedy)


def _open_budget(item: Deliverable) -> Budget | None:
    if item.fit is not None or not item.file.key:
        return None
    budget = budget_of(item.file, item.platform)
    return None if budget is None or fits_surely(item.file, budget) else budget


def _at(item: Deliverable, budget: Budget, fit: Fit) -> Deliverable:
    file = at_step(item.file, budget.formats[fit.step]) if fit.step else item.file
    return replace(item, file=file, fit=fit)
