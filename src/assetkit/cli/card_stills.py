"""`assetkit cards --stills`: the cards of cuts as picture posts, each at its most complete moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import click

from assetkit.cards.spec import CardSpec
from assetkit.cli.cards import choose_kinds
from assetkit.cli.findings import show_findings
from assetkit.cli.places import output_folder
from assetkit.cli.preview import write_picture
from assetkit.delivery.publish import draft_reasons
from assetkit.engine.batch import Selection, plan_batch
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import CardSource
from assetkit.recipe.records import CardItem
from assetkit.render.card_stills import draw_card_still

_AT_A_TIME = 8  # pictures that are held in memory


@dataclass(frozen=True)
class _CardStill:
    """One card of one post: its picture, its file, and why it is a draft."""

    spec: CardSpec
    name: str
    reasons: tuple[str, ...]


def write_card_stills(
    root: Path, kinds: tuple[str, ...], selection: Selection, out: Path | None, jobs: int
) -> int:
    """Write a PNG of each card of each post that is selected; equal cards are drawn once.

    1 where the workspace has errors or no cut has such a card. Raises click.UsageError for the name of a
    kind that is none.
    """
    batch = plan_batch(root, selection)
    if batch.workspace:
        choose_kinds(kinds, batch.workspace.recipes.values(), batch.findings, everything=False)
    show_findings(dict.fromkeys(batch.findings.items), root)
    if batch.workspace is None or batch.findings.has_errors:
        return 1
    campaign = batch.workspace.campaign
    stills = [
        _CardStill(spec, _name(item, number, card), draft_reasons(_alone(item, card), campaign))
        for item in batch.deliverables
        for number, (card, spec) in enumerate(_cards(item), 1)
        if not kinds or card.kind in kinds
    ]
    if not stills:
        click.echo("error: no cut that was chosen shows such a card", err=True)
        return 1
    different = _write(stills, out or output_folder(root) / "stills", jobs)
    click.echo(f"{len(stills)} stills, {different} of them different")
    drafts = [still for still in stills if still.reasons]
    if drafts:
        click.echo(f"{len(drafts)} of them are drafts, because:")
        for reason in dict.fromkeys(reason for still in drafts for reason in still.reasons):
            click.echo(f"  {reason}")
    return 0


def _cards(item: Deliverable) -> Iterator[tuple[CardItem, CardSpec]]:
    """Give the cards of a post as its file shows them, in their order."""
    starts: dict[int, CardSpec] = {}
    at = 0
    for span in item.file.spans:
        for source in span.sources:
            if isinstance(source, CardSource):
                starts[at - source.start] = source.spec
        at += span.frames
    cards = (part for part in item.cut.sequence if isinstance(part, CardItem))
    specs = (starts[start] for start in sorted(starts))
    yield from zip(cards, specs, strict=True)


def _name(item: Deliverable, number: int, card: CardItem) -> str:
    parts = (item.recipe.slug, item.cut.name, f"{number:02d}", card.kind, item.platform.name, item.language)
    return f"{'-'.join(parts)}.png"


def _alone(item: Deliverable, card: CardItem) -> Deliverable:
    """Give the post as if it held this card alone."""
    return replace(item, cut=replace(item.cut, sequence=(card,)))


def _write(stills: Sequence[_CardStill], folder: Path, jobs: int) -> int:
    """Write all stills, a few at a time; gives how many of them are different."""
    names: dict[CardSpec, list[str]] = {}
    for still in stills:
        names.setdefault(still.spec, []).append(still.name)
    specs = list(names)
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for first in range(0, len(specs), _AT_A_TIME):
            some = specs[first : first + _AT_A_TIME]
            for spec, picture in zip(some, pool.map(draw_card_still, some), strict=True):
                for name in names[spec]:
                    write_picture(folder / name, picture)
    return len(specs)
