"""From records to rows: the budgets of the design, each as a ratio within one run."""

from __future__ import annotations

from bench.card_rows import card_rows
from bench.context import Record
from bench.control import control_rows
from bench.rivals import PEER_FLOOR, SCRIPT_FLOOR
from bench.sound import sound_rows
from bench.table import Row, at_least, at_most

OF_CEILING = 0.87
OVER_SCRIPTS = 9.0
OVER_ENCODER = 1.2
SINGLE_CPU = 1.10
CAPTIONS_CPU = 1.05
CUE_FACTOR = 1.5
HELP_TIMES = 2.0
SECONDS_NOTHING = 1.0
SECONDS_PLAN = 2.0
WORKER_BYTES = 1.5e9
GROWTH = 1.1
VMAF_LOSS = 0.35
SIZE_TIMES = 1.4
# A judgement: half a code of luma over the whole picture is less than can be seen as a flash; encoding may
# change a join by half a code more than it changes other frames.
FLASH_CODES = 0.5
CHANGE_CODES = 0.5


def rows_of(results: dict[str, Record], full: bool) -> list[Row]:
    """Give the rows of what was measured; a ratio appears where both of its sides were."""
    rows: list[Row] = []
    cold = results.get("cold")
    if cold:
        rows += _batch(cold)
        rows += _against_peers(cold, results) + _against_others(cold, results, full)
        rows += _cue(cold, results)
    for part, make in _MAKERS.items():
        if part in results:
            rows += make(results[part])
    if "quality" in results:
        rows += _quality(results["quality"])
    return rows


def _batch(cold: Record) -> list[Row]:
    return [
        Row(
            "cold batch", f"{cold['cpu']:.0f} s CPU, {cold['wall']:.0f} s wall, {cold['bytes'] / 1e6:.0f} MB"
        ),
        Row(
            "deliverables made",
            f"{cold['delivered']} of {cold['deliverables']}, {cold['files']} distinct files",
            "all",
            cold["delivered"] == cold["deliverables"],
        ),
        Row(
            "frames shown / distinct / encoded",
            f"{cold['shown_frames']} / {cold['distinct_frames']} / {cold['encoded_frames']}",
        ),
        Row(
            "time with a cue, on footage shown",
            f"{cold['captioned']:.0%}, in spans on the lattice {cold['captioned_on_lattice']:.0%}",
        ),
        at_most(
            "peak memory for each worker",
            cold["tree_bytes"] / cold["jobs"] / 1e9,
            WORKER_BYTES / 1e9,
            "{:.2f} GB",
            f"whole tree {cold['tree_bytes'] / 1e9:.2f}, greatest process {cold['process_bytes'] / 1e9:.2f}",
        ),
    ]


def _against_peers(cold: Record, results: dict[str, Record]) -> list[Row]:
    ceiling = cold["shown_pixels"] / cold["distinct_pixels"]
    lattice = cold["shown_pixels"] / cold["encoded_pixels"]
    rows = [Row("ceiling: pixels shown / distinct", f"{ceiling:.2f} times; on the lattice {lattice:.2f}")]
    peers = results.get("peers")
    if not peers:
        return rows
    ratio = peers["cpu"] / cold["cpu"]
    note = f"{ratio:.2f} times less CPU, {peers['wall'] / cold['wall']:.2f} times less wall"
    rows.append(
        at_least("one ffmpeg command each: share of the ceiling", ratio / ceiling, OF_CEILING, "{:.2f}", note)
    )
    return [*rows, _equal("ffmpeg", peers["rows"], PEER_FLOOR), _peer_cost("one ffmpeg command each", peers)]


def _peer_cost(what: str, peers: Record) -> Row:
    size = f", {peers['bytes'] / 1e6:.0f} MB" if "bytes" in peers else ""
    return Row(
        what,
        f"{peers['cpu']:.0f} s CPU, {peers['wall']:.0f} s wall{size}; {peers['sample']} were made, scaled",
    )


def _equal(name: str, rows: list[Record], floor: float) -> Row:
    """Say whether what a peer made is the same film: its frames all there, its picture close."""
    counted = all(row["frames"] == row["expected"] for row in rows)
    compared = [row["psnr"] for row in rows if row["psnr"] is not None]
    least = min(compared, default=0.0)
    measured = f"frames {'equal' if counted else 'DIFFER'}, PSNR from {least:.1f} dB"
    return Row(f"what {name} made is equal", measured, f"from {floor:.0f} dB", counted and least >= floor)


def _against_others(cold: Record, results: dict[str, Record], full: bool) -> list[Row]:
    rows: list[Row] = []
    if scripts := results.get("scripts"):
        ratio = scripts["cpu"] / cold["cpu"]
        note = f"{scripts['wall'] / cold['wall']:.1f} times less wall"
        row = at_least("a moviepy script each: times less CPU", ratio, OVER_SCRIPTS, "{:.1f}", note)
        # The aim was set for cues over half of the time.
        rows.append(Row(row.what, row.measured) if full else row)
        rows.append(_equal("moviepy", scripts["rows"], SCRIPT_FLOOR))
        rows.append(_peer_cost("a moviepy script each", scripts))
    if encoder := results.get("encoder"):
        note = f"x264 alone {encoder['cpu']:.0f} s"
        rows.append(
            at_most(
                "x264 alone on the frames encoded", cold["cpu"] / encoder["cpu"], OVER_ENCODER, "{:.2f}", note
            )
        )
    return rows


def _cue(cold: Record, results: dict[str, Record]) -> list[Row]:
    cue = results.get("cue")
    if not cue:
        return []
    stitching = cue["stitching"]["cpu"] if cue["stitching"] else 0.0
    aim = CUE_FACTOR * cue["share"] * cold["cpu"] + stitching
    note = (
        f"{cue['frames']} frames, {cue['share']:.1%} of the batch; {cue['files']} files, "
        f"joined again alone {stitching:.1f} s"
    )
    return [at_most("one changed cue, CPU", cue["cpu"], aim, "{:.1f} s", note)]


def _again(again: Record) -> list[Row]:
    said = f"{again['wall']:.2f} s wall, {again['tasks']} tasks"
    return [Row("again, nothing to do", said, "no task", again["tasks"] == 0)]


def _single(single: Record) -> list[Row]:
    peer = single["peer"]
    note = f"{single['cpu']:.1f} s against {peer['cpu']:.1f} s"
    walls = f"{single['wall']:.1f} s against {peer['wall']:.1f} s"
    return [
        at_most(
            "one rendition, CPU of one ffmpeg command",
            single["cpu"] / peer["cpu"],
            SINGLE_CPU,
            "{:.2f}",
            note,
        ),
        at_most(
            "one rendition, wall of one ffmpeg command", single["wall"] / peer["wall"], 1.0, "{:.2f}", walls
        ),
        Row("one rendition, bytes of one ffmpeg command", f"{single['bytes'] / peer['bytes']:.2f}"),
    ]


def _captions(captions: Record) -> list[Row]:
    bare, burnt, others = (captions[name]["cpu"] for name in ("without", "with", "others"))
    note = f"{burnt:.1f} s against {bare:.1f} s; on {captions['captioned']:.0%} of the frames"
    planned, encoded = captions["planned_frames"], captions["encoded_frames"]
    frames = f"{captions['shown_frames']} / {captions['distinct_frames']} / {planned} / {encoded}"
    return [
        at_most("captions, CPU of the same without", burnt / bare, CAPTIONS_CPU, "{:.2f}", note),
        Row(
            "captions in three languages: frames shown / distinct / planned / encoded",
            frames,
            "encoded as planned",
            encoded == planned,
        ),
        Row("two more languages, CPU of the first", f"{others / burnt:.2f} ({others:.1f} s)"),
    ]


def _small(small: Record) -> list[Row]:
    ours, theirs, many, plan = small["help"]["ours"], small["help"]["theirs"], small["many"], small["plan"]
    walls = f"{ours['wall'] * 1000:.0f} ms against {theirs['wall'] * 1000:.0f} ms"
    row = at_most(
        "nothing to do, 500 deliverables",
        many["wall"],
        SECONDS_NOTHING,
        "{:.2f} s",
        f"{many['tasks']} tasks, {many['posts']} posts",
    )
    idle = many["tasks"] == 0 and many["posts"] == 500
    return [
        at_most(
            "--help against importing click and yaml",
            ours["wall"] / theirs["wall"],
            HELP_TIMES,
            "{:.2f}",
            walls,
        ),
        Row(row.what, row.measured, f"{row.aim}, no task", bool(row.met) and idle),
        at_most("plan of 2,000 deliverables", plan["wall"], SECONDS_PLAN, "{:.2f} s", plan["said"] or ""),
    ]


def _growth(memory: Record) -> list[Row]:
    film, long = memory["film"]["tree_bytes"], memory["long"]["tree_bytes"]
    note = f"{film / 1e6:.0f} MB and {long / 1e6:.0f} MB"
    return [at_most("peak memory, film of three times the length", long / film, GROWTH, "{:.2f}", note)]


def _quality(quality: Record) -> list[Row]:
    rows: list[Row] = []
    for each in quality["rows"]:
        loss = each["vmaf_medium"] - each["vmaf"]
        size = each["bytes"] / each["bytes_medium"]
        measured = f"VMAF {each['vmaf']:.2f} against {each['vmaf_medium']:.2f}, {size:.2f} times the size"
        aim = f"loss at most {VMAF_LOSS}, at most {SIZE_TIMES} times"
        rows.append(
            Row(f"quality, {each['format']}", measured, aim, loss <= VMAF_LOSS and size <= SIZE_TIMES)
        )
        if each["pulse"]:
            rows.append(_pulse(f"joins, {each['format']}", each["pulse"]))
    dark = quality["dark"]
    plain = dark["plain"]
    note = f"one encode there: {plain['level_greatest']:.2f} and {plain['change_at_joins']:.2f}"
    return [*rows, _pulse("joins, dark and grainy", dark["pulse"], note)]


def _pulse(what: str, pulse: Record, note: str = "") -> Row:
    measured = (
        f"{pulse['joins']}: flash at most {pulse['level_greatest']:.2f} codes, change "
        f"{pulse['change_at_joins']:.2f} beside {pulse['change_elsewhere']:.2f}"
    )
    quiet = pulse["level_greatest"] <= FLASH_CODES
    even = pulse["change_at_joins"] <= pulse["change_elsewhere"] + CHANGE_CODES
    aim = f"at most {FLASH_CODES}, and {CHANGE_CODES} more"
    return Row(what, f"{measured} ({note})" if note else measured, aim, quiet and even)


_MAKERS = {
    "again": _again,
    "single": _single,
    "captions": _captions,
    "small": _small,
    "memory": _growth,
    "cards": card_rows,
    "sound": sound_rows,
    "control": control_rows,
}
"""What makes rows of a part by itself, in the order of the table."""
