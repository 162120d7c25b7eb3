"""What the batch costs by other means: one ffmpeg command, or one moviepy script, for each deliverable."""

from __future__ import annotations

from pathlib import Path

from assetkit.plan.build import Deliverable
from bench.compare import average_psnr, count_packets
from bench.context import Context, Record, as_record, one_per_cut_and_shape, same_format
from bench.peers import run_peer
from bench.planned import parts_of, pixels
from bench.scaling import Rate, interpolate_rates
from bench.scripted import run_import, run_script

PEER_FLOOR = 40.0
SCRIPT_FLOOR = 36.0
_CHECKED_FRAMES = 96


def run_peers(context: Context) -> None:
    """Make one deliverable for each cut and shape by ffmpeg; others of that cut and shape cost the same."""
    items = context.deliverables()
    sample = items if context.full else one_per_cut_and_shape(items, context.batch.languages)
    single = context.results.get("single", {}) if "single" in context.fresh else {}
    rows = [_peer_row(context, item, single) for item in sample]
    costs: dict[tuple[str, str], list[Record]] = {}
    for row in rows:
        costs.setdefault((row["cut"], row["format"]), []).append(row)
    total = {"cpu": 0.0, "wall": 0.0, "bytes": 0.0}
    for item in items:
        like = costs[item.cut.name, same_format(item.platform.format)]
        for what in total:
            total[what] += sum(row[what] for row in like) / len(like)
    context.keep("peers", total | {"rows": rows, "deliverables": len(items), "sample": len(sample)})


def _peer_row(context: Context, item: Deliverable, single: Record) -> Record:
    peer: Record = single.get("peer", {})
    alike = (peer.get("cut"), peer.get("format")) == (item.cut.name, same_format(item.platform.format))
    if alike and (not context.full or peer["name"] == item.name):
        return peer
    checked = None if context.full else _CHECKED_FRAMES
    return measure_peer(context, item, context.delivered(item), frames=checked)


def measure_peer(context: Context, item: Deliverable, mine: Path, *, frames: int | None) -> Record:
    """Make one deliverable by ffmpeg; PSNR against `mine` is over the first `frames`, or all where None."""
    usage, out = run_peer(item, context.root, context.work)
    row = as_record(usage) | {
        "name": item.name,
        "cut": item.cut.name,
        "format": same_format(item.platform.format),
        "bytes": out.stat().st_size,
        "frames": count_packets(out),
        "expected": item.file.frames,
    }
    return row | {"psnr": average_psnr(mine, out, frames=frames) if mine.is_file() else None}


def run_scripts(context: Context) -> None:
    """Make a few deliverables by moviepy scripts, and scale by frames, kind and picture size.

    The sample is the shortest cut, and one card alone, in the largest, the middle and the smallest picture;
    what starting costs is measured apart and counted once for each deliverable. A full run makes everything.
    """
    items = context.deliverables()
    start = run_import(context.work)
    if context.full:
        rows = [_script_row(context, item, None) for item in items]
        total = {what: sum(row[what] for row in rows) for what in ("cpu", "wall")}
        context.keep("scripts", total | {"rows": rows, "sample": len(rows)})
        return
    rows = [row for item in _three_sizes(items) for row in _sample_rows(context, items, item)]
    total = {"cpu": _scale(items, rows, start.cpu, "cpu"), "wall": _scale(items, rows, start.wall, "wall")}
    context.keep("scripts", total | {"rows": rows, "start": as_record(start), "sample": len(rows)})


def _three_sizes(items: list[Deliverable]) -> list[Deliverable]:
    shortest = min(items, key=lambda item: item.file.frames).cut.name
    found = {pixels(item.platform.format.size): item for item in reversed(items) if item.cut.name == shortest}
    sizes = sorted(found)
    return [found[size] for size in dict.fromkeys((sizes[0], sizes[len(sizes) // 2], sizes[-1]))]


def _sample_rows(context: Context, items: list[Deliverable], item: Deliverable) -> list[Record]:
    rows = [_script_row(context, item, None)]
    carded = [
        other
        for other in items
        if other.platform == item.platform and any(part.is_card for part in parts_of(other.file))
    ]
    return rows + [_script_row(context, other, -1) for other in carded[:1]]


def _script_row(context: Context, item: Deliverable, card: int | None) -> Record:
    """Run one script: of a whole deliverable, or of one card of it; verified against assetkit's file."""
    parts = parts_of(item.file)
    chosen = parts if card is None else parts[card:]
    frames = sum(part.frames for part in chosen)
    name = item.name.removesuffix(".mp4") + ("" if card is None else "-card")
    usage, out = run_script(item, chosen, context.root, context.work, name)
    mine, skip = context.delivered(item), item.file.frames - frames
    return as_record(usage) | {
        "name": name,
        "cards": card is not None,
        "pixels": pixels(item.platform.format.size),
        "frames": count_packets(out),
        "expected": frames,
        "psnr": average_psnr(mine, out, skip=skip) if mine.is_file() else None,
    }


def _scale(items: list[Deliverable], rows: list[Record], start: float, what: str) -> float:
    """Give the cost of all deliverables: a start each, and frames by kind and picture size."""
    rates = {
        cards: interpolate_rates(
            [
                Rate(row["pixels"], (row[what] - start) / row["frames"])
                for row in rows
                if row["cards"] == cards
            ]
        )
        for cards in {row["cards"] for row in rows}
    }
    total = 0.0
    for item in items:
        size = pixels(item.platform.format.size)
        total += start + sum(part.frames * rates[part.is_card](size) for part in parts_of(item.file))
    return total
