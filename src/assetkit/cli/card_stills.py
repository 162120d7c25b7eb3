"""`assetkit cards --stills`: the cards of cuts as picture posts, each at its most complete moment."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import click

from assetkit.cli.cards import choose_kinds
from assetkit.cli.facts import refuse_missing
from assetkit.cli.findings import show_findings
from assetkit.cli.places import output_folder
from assetkit.cli.preview import write_bytes
from assetkit.delivery.publish import draft_reasons
from assetkit.engine.batch import Selection, plan_batch
from assetkit.engine.card_pictures import CardPicture, pictures_of
from assetkit.plan.build import Deliverable
from assetkit.render.image_files import QUALITY, ImageFile, encode_image
from assetkit.tool.decoder import load_decoder

_AT_A_TIME = 8  # pictures that are held in memory


@dataclass(frozen=True)
class Wanted:
    """The files that a person asks for: "jpg" or "png", "" for what each platform takes best."""

    form: str = ""
    quality: int = QUALITY


@dataclass(frozen=True)
class _Still:
    """One card of one post, its file's forms, the best first, and why it is a draft."""

    shown: CardPicture
    forms: tuple[str, ...]
    reasons: tuple[str, ...]

    @property
    def largest(self) -> int | None:
        return self.shown.post.platform.image.largest_bytes

    @property
    def content(self) -> Hashable:
        return self.shown.content, self.forms, self.largest


def write_card_stills(
    root: Path,
    kinds: tuple[str, ...],
    selection: Selection,
    wanted: Wanted,
    out: Path | None,
    jobs: int,
) -> int:
    """Write a picture of each card of each post that is selected; equal cards are drawn once.

    1 where the workspace has errors, no cut has such a card, or a picture is larger than its platform takes.
    Raises click.UsageError for the name of a kind that is none.
    """
    batch = plan_batch(root, selection)
    if batch.workspace:
        choose_kinds(kinds, batch.workspace.recipes.values(), batch.findings, everything=False)
    show_findings(dict.fromkeys(batch.findings.items), root)
    if batch.workspace is None or batch.findings.has_errors:
        return 1
    campaign = batch.workspace.campaign
    stills = [
        _Still(shown, _forms(item, wanted), draft_reasons(_alone(shown), campaign))
        for item in batch.deliverables
        for shown in pictures_of(item, campaign)
        if not kinds or shown.card.kind in kinds
    ]
    if not stills:
        click.echo("error: no cut that was chosen shows such a card", err=True)
        return 1
    if refuse_missing(root, (still.shown.still.span for still in stills if still.shown.still)):
        return 1
    different, too_large = _write(stills, root, wanted.quality, out or output_folder(root) / "stills", jobs)
    click.echo(f"{len(stills) - len(too_large)} stills, {different} of them different")
    _tell_platforms(stills)
    _tell_drafts(stills)
    return _refuse_large(too_large)


def _forms(item: Deliverable, wanted: Wanted) -> tuple[str, ...]:
    return (wanted.form,) if wanted.form else item.platform.image.forms or ("png",)


def _alone(shown: CardPicture) -> Deliverable:
    """Give the post as if it held this card alone."""
    return replace(shown.post, cut=replace(shown.post.cut, sequence=(shown.card,), overlays=()))


def _write(
    stills: Sequence[_Still], root: Path, quality: int, folder: Path, jobs: int
) -> tuple[int, list[_Still]]:
    """Write all stills, a few at a time; gives how many differ, and those too large for a platform."""
    equal: dict[Hashable, list[_Still]] = {}
    for still in stills:
        equal.setdefault(still.content, []).append(still)
    load_decoder()

    def draw(some: Sequence[_Still]) -> ImageFile | None:
        first = some[0]
        return encode_image(first.shown.draw(root), first.forms, first.largest, quality)

    groups, too_large = list(equal.values()), list[_Still]()
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for first in range(0, len(groups), _AT_A_TIME):
            some = groups[first : first + _AT_A_TIME]
            for group, made in zip(some, pool.map(draw, some), strict=True):
                if made is None:
                    too_large += group
                    continue
                for still in group:
                    write_bytes(folder / f"{still.shown.name}.{made.form}", made.content)
    return len(groups), too_large


def _tell_platforms(stills: Iterable[_Still]) -> None:
    """Say where a platform takes no such picture, or nobody knows, and the picture is drawn all the same."""
    seen: dict[str, list[str]] = {}
    for platform, forms in dict.fromkeys((still.shown.post.platform, still.forms) for still in stills):
        image = platform.image
        if not image.is_known:
            seen.setdefault("how these take pictures is not known", []).append(platform.title)
        elif not image.forms:
            seen.setdefault("these take videos alone", []).append(platform.title)
        elif not set(forms) & set(image.forms):
            words = f"these take no {forms[0].upper()}"
            seen.setdefault(words, []).append(platform.title)
    for words, titles in seen.items():
        click.echo(f"{words}: {', '.join(titles)}")


def _tell_drafts(stills: Sequence[_Still]) -> None:
    drafts = [still for still in stills if still.reasons]
    if drafts:
        click.echo(f"{len(drafts)} of them are drafts, because:")
        for reason in dict.fromkeys(reason for still in drafts for reason in still.reasons):
            click.echo(f"  {reason}")


def _refuse_large(stills: Iterable[_Still]) -> int:
    code = 0
    for still in stills:
        takes = f"{still.shown.post.platform.title} takes {still.largest or 0:,} bytes".replace(",", " ")
        remedy = "take another picture behind it, or --format jpg"
        click.echo(f"error: {still.shown.name} is too large: {takes}\n  remedy: {remedy}", err=True)
        code = 1
    return code
