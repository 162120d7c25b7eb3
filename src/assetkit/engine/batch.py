"""Plan the whole batch of a workspace; nothing is rendered before all of it has been checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assetkit.checks.captions.policy import Waived, weigh_findings
from assetkit.checks.schedule import check_schedule
from assetkit.diagnostics import Findings
from assetkit.engine.fitting import Fits, check_budgets, recall_fits
from assetkit.engine.observing import Observations
from assetkit.engine.planner import Planner
from assetkit.engine.planner import Selection as Selection
from assetkit.engine.reading import read_workspace
from assetkit.plan.build import Deliverable
from assetkit.plan.naming import name_deliverables
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.tool.ffmpeg import find_tool


@dataclass
class Batch:
    """A planned batch: what was read, what is to be made, and every problem on the way."""

    root: Path
    findings: Findings
    workspace: Workspace | None
    deliverables: list[Deliverable]
    waived: list[Waived] = field(default_factory=list)
    unseen: tuple[str, ...] = ()  # masters with captions that nobody has looked at
    unheard: tuple[str, ...] = ()  # files with sound that nobody has listened to
    stills: list[Deliverable] = field(default_factory=list)  # picture posts


def tool_versions() -> dict[str, str]:
    """Give the versions that decide bytes: of the media tool, of what draws cards, of what mixes sound."""
    # From what is installed: importing numpy for its version alone is a tenth of a small plan's time.
    from importlib.metadata import version

    mixing = f"numpy {version('numpy')}"
    drawing = f"{mixing} uharfbuzz {version('uharfbuzz')}"
    pictures = f"pillow {version('pillow')}"
    return {"ffmpeg": find_tool().version, "drawing": drawing, "numpy": mixing, "pictures": pictures}


def plan_batch(
    root: Path, selection: Selection, *, supers: bool = True, observe: bool = False, keyed: bool = True
) -> Batch:
    """Read, check and plan everything that is selected; without `supers`, to see what they cost.

    With `observe`, masters that nobody has looked at are looked at first, which takes as long as decoding.
    Without `keyed`, tasks have no keys: enough to check, and quicker by a tenth.
    """
    findings = Findings()
    workspace = read_workspace(root, findings)
    batch = Batch(root, findings, workspace, [])
    if workspace is None:
        return batch
    observations = Observations(root, make=observe)
    planner = Planner(root, workspace, selection, tool_versions(), supers, observations, keyed)
    with _without_collector():
        for recipe, cut in _selected_cuts(workspace, selection):
            if cut.makes_stills:
                batch.stills += planner.plan_stills(recipe, cut)
            else:
                batch.deliverables += planner.plan_cut(recipe, cut)
    named = name_deliverables((*batch.deliverables, *batch.stills), workspace.campaign, planner.findings)
    count = len(batch.deliverables)
    batch.deliverables, batch.stills = named[:count], named[count:]
    check_schedule([*batch.deliverables, *batch.stills], workspace.campaign, planner.findings)
    batch.deliverables = recall_fits(batch.deliverables, Fits(root / ".assetkit"))
    check_budgets(batch.deliverables, planner.findings)
    planner.findings.extend(planner.caption_checks.findings())
    films = planner.caption_checks.films()
    planner.findings.extend(planner.sound_checks.check(films))
    planner.findings.extend(planner.messages.told(films))
    planner.findings.extend(planner.posts.copies())
    planner.setter.tell_remedies()
    planner.findings.extend(planner.cards.check_contrast())
    planner.findings.extend(planner.cards.check_reading())
    # One text that does not fit is found again for each language, platform and cut that shows it.
    findings.extend(dict.fromkeys(planner.findings.items))
    batch.unseen = planner.caption_checks.unseen()
    batch.unheard = planner.sound_checks.unheard()
    findings.items, batch.waived = weigh_findings(
        findings.items, workspace.campaign.checks, planner.recipes.values(), is_whole=selection == Selection()
    )
    return batch


@contextmanager
def _without_collector() -> Iterator[None]:
    """Plan without the cyclic collector: plans hold no cycles, and the search takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _selected_cuts(workspace: Workspace, selection: Selection) -> Iterator[tuple[Recipe, Cut]]:
    for recipe in workspace.recipes.values():
        if selection.recipes and recipe.slug not in selection.recipes:
            continue
        for cut in recipe.cuts.values():
            if not selection.cuts or {cut.name, cut.variant_of} & {*selection.cuts}:
                yield recipe, cut
