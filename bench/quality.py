"""What is delivered, looked at: VMAF and size beside x264 medium crf 20, and joins, bright and dark."""

from __future__ import annotations

import os
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import av

from assetkit.plan.build import Deliverable
from bench.compare import mean_vmaf
from bench.context import Context, Record, same_format
from bench.joins import joins_of, measure_pulse
from bench.measure import assetkit, run_measured
from bench.parts import encoder_arguments
from bench.planned import parts_of, pixels, read_plan, texts_of
from bench.samples import raw_input, write_raw
from bench.texts import write_cues
from bench.tool import prepare
from bench.workspace import RECIPE, Standard, campaign_text, cut_text, film_head

_DARK_FRAMES = 144


def run_quality(context: Context) -> None:
    """Compare delivered files with pictures without loss: largest and smallest (all in a full run)."""
    items = context.deliverables()
    cut = max(items, key=_length).cut.name if context.full else min(items, key=_length).cut.name
    formats: dict[str, Deliverable] = {}
    for item in items:
        if item.cut.name == cut:
            formats.setdefault(same_format(item.platform.format), item)
    ordered = sorted(formats.values(), key=lambda item: -pixels(item.platform.format.size))
    chosen = ordered if context.full else [ordered[0], *ordered[1:][-1:]]
    rows = [_look(context, item) for item in chosen]
    context.keep("quality", {"rows": rows, "dark": _look_at_dark(context)})


def _length(item: Deliverable) -> int:
    return item.file.frames


def _look(context: Context, item: Deliverable) -> Record:
    mine, medium = context.delivered(item), context.raw_file("medium.mp4")
    raw = write_raw(context, item, parts_of(item.file), texts_of(item.file), "reference")
    coded = item.platform.format
    try:
        reference = raw_input(item, raw)
        free = replace(coded, preset="medium", crf=20)
        prepare(*reference, *_without_limits(encoder_arguments(free)), medium)
        soft, hard = joins_of(item.file)
        pulse = measure_pulse(["-i", str(mine)], reference, coded.size, soft, hard) if soft else None
        return {
            "name": item.name,
            "format": same_format(coded),
            "frames": item.file.frames,
            "vmaf": mean_vmaf(mine, reference),
            "vmaf_medium": mean_vmaf(medium, reference),
            "bytes": picture_bytes(mine),
            "bytes_medium": picture_bytes(medium),
            "pulse": asdict(pulse) if pulse else None,
        }
    finally:
        raw.unlink()
        medium.unlink(missing_ok=True)


def _without_limits(arguments: list[str]) -> list[str]:
    """Leave out maxrate and bufsize: the yardstick is medium crf 20 as it comes."""
    return arguments[: arguments.index("-maxrate")]


def picture_bytes(path: Path) -> int:
    """Give the bytes of a file's pictures, without sound and container."""
    with av.open(str(path)) as container:
        return sum(packet.size for packet in container.demux(video=0))


def _look_at_dark(context: Context) -> Record:
    """Look at the joins of a dark, grainy film, beside one encode of the same pictures."""
    root = _write_dark(context)
    run_measured(assetkit("render", "--root", root, "--jobs", str(context.jobs)))
    item = read_plan(root)[0]
    dark = replace(context, folder=context.folder / "dark-grain")
    raw = write_raw(dark, item, parts_of(item.file), texts_of(item.file), "dark")
    coded, plain = item.platform.format, context.raw_file("plain.mp4")
    try:
        reference = raw_input(item, raw)
        prepare(*reference, *encoder_arguments(coded, threads=coded.threads), plain)
        soft, hard = joins_of(item.file)
        files = {"pulse": dark.delivered(item), "plain": plain}
        pulses = {
            name: asdict(measure_pulse(["-i", str(path)], reference, coded.size, soft, hard))
            for name, path in files.items()
        }
        sizes = {"bytes": picture_bytes(files["pulse"]), "bytes_plain": picture_bytes(plain)}
        return pulses | sizes
    finally:
        raw.unlink()
        plain.unlink(missing_ok=True)


def _write_dark(context: Context) -> Path:
    """Write a workspace with one cut of 6 s of a dark, grainy film, made from the bright one."""
    root = context.folder / "dark-grain" / "standard"
    film = context.folder / "dark.mp4"
    if not film.is_file():
        grade = "eq=brightness=-0.22:contrast=0.45,noise=alls=14:allf=t:all_seed=8"
        source = ["-ss", "62.5", "-t", f"{_DARK_FRAMES / 24}", "-i", str(context.film)]
        prepare(
            *source,
            "-vf",
            grade,
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "10",
            "-c:a",
            "copy",
            film,
        )
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("recipes", "assets"):
        (root / folder).mkdir(parents=True)
    batch = Standard(platforms=("tiktok",), languages=("en",), master=film.name)
    os.link(film, root / "assets" / film.name)
    recipe = film_head(batch) + cut_text("dark", [(0.0, _DARK_FRAMES)], False, batch.platforms)
    (root / "recipes" / f"{RECIPE}.yaml").write_text(recipe, encoding="utf-8")
    (root / "assetkit.yaml").write_text(campaign_text(batch.languages), encoding="utf-8")
    (root / "assets" / "en.srt").write_text(write_cues("en", _DARK_FRAMES / 24, 4.8), encoding="utf-8")
    return root
