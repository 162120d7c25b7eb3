"""Captions as a plan lays them out: a summary of each cut, every caption in a table, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from assetkit.cli.findings import show_findings
from assetkit.cli.tables import show_table
from assetkit.engine.batch import Selection, plan_batch
from assetkit.plan.build import Deliverable
from assetkit.plan.captions import PlacedCaption
from assetkit.timecode import format_timecode

_HEADINGS = ("cut", "platforms", "language", "time", "lines", "size:", "what was done")


@dataclass
class CaptionUse:
    """Captions of a cut and language in one kind of picture, and the deliverables that share them."""

    placed: tuple[PlacedCaption, ...]
    shown_in: list[Deliverable]

    @property
    def cut(self) -> str:
        """Name the cut: recipe/cut."""
        return f"{self.shown_in[0].recipe.slug}/{self.shown_in[0].cut.name}"

    @property
    def rate(self) -> Fraction:
        """Frames per second of the cut."""
        return self.shown_in[0].file.spans[0].rate


def show_captions(root: Path, selection: Selection) -> int:
    """Print every caption of the selection: when, on which lines, how large, and what was done to it."""
    batch = plan_batch(root, selection)
    if batch.findings.has_errors:
        show_findings(batch.findings.items, root)
        return 1
    uses = collect_captions(batch.deliverables)
    rows = [row for use in uses for row in _rows(use)]
    if rows:
        show_table(_HEADINGS, rows)
    else:
        click.echo("no captions are burnt in")
    return 0


def collect_captions(deliverables: Iterable[Deliverable]) -> list[CaptionUse]:
    """Give captions once for all the deliverables of a cut and language that show them alike."""
    uses: dict[tuple[object, ...], CaptionUse] = {}
    for item in deliverables:
        if item.placed:
            key = (item.recipe.slug, item.cut.name, item.language, id(item.placed))
            uses.setdefault(key, CaptionUse(item.placed, [])).shown_in.append(item)
    return list(uses.values())


def summarise_captions(deliverables: Iterable[Deliverable]) -> list[str]:
    """Say of each cut how many captions all its pictures show, how large, and what was done to them."""
    cuts: dict[str, list[PlacedCaption]] = {}
    for use in collect_captions(deliverables):
        cuts.setdefault(use.cut, []).extend(use.placed)
    return [f"captions of {cut}: {_summarise(placed)}" for cut, placed in cuts.items()]


def describe_captions(deliverables: Iterable[Deliverable]) -> list[dict[str, Any]]:
    """Give every caption for JSON, with the posts that show it so."""
    return [
        {
            "posts": [item.folder for item in use.shown_in],
            "captions": [_describe(caption, use.rate) for caption in use.placed],
        }
        for use in collect_captions(deliverables)
    ]


def _summarise(placed: Sequence[PlacedCaption]) -> str:
    sizes = [caption.layout.em for caption in placed]
    size = f"{min(sizes)} to {max(sizes)} px" if min(sizes) < max(sizes) else f"{sizes[0]} px"
    done = Counter(remedy for caption in placed for remedy in caption.layout.remedies)
    told = ", ".join(f"{number} {remedy}" for remedy, number in done.items())
    return f"{len(placed)}, {size}; {told or 'all as written'}"


def _describe(caption: PlacedCaption, rate: Fraction) -> dict[str, Any]:
    layout, area = caption.layout, caption.cue.range
    return {
        "frames": [area.start, area.stop],
        "timecode": format_timecode(area.start, rate),
        "lines": [line.text for line in layout.lines],
        "font": layout.font,
        "em": layout.em,
        "box": [layout.box.x, layout.box.y, layout.box.width, layout.box.height],
        "remedies": list(layout.remedies),
        "file": str(caption.place),
    }


def _rows(use: CaptionUse) -> list[tuple[str, ...]]:
    platforms = ", ".join(item.platform.name for item in use.shown_in)
    rows: list[tuple[str, ...]] = []
    for caption in use.placed:
        layout = caption.layout
        rows.append(
            (
                use.cut,
                platforms,
                use.shown_in[0].language,
                format_timecode(caption.cue.range.start, use.rate),
                " / ".join(line.text for line in layout.lines),
                f"{layout.em} px",
                ", ".join(layout.remedies),
            )
        )
    return rows
