"""Whether memory grows with the film: the same short cut from the film, and from one three times as long."""

from __future__ import annotations

from pathlib import Path

from bench.context import Context, as_record
from bench.measure import assetkit, run_measured
from bench.tool import prepare
from bench.workspace import Standard, write_standard


def run_memory(context: Context) -> None:
    """Render the shortest cut for one platform and language from both films, each with no store."""
    long = context.folder / "bbb-three-times.mp4"
    if not long.is_file():
        _repeat(context.film, long)
    record = {}
    for name, film in (("film", context.film), ("long", long)):
        batch = Standard(cuts=("teaser-6",), platforms=("x",), master=f"{name}.mp4")
        root = write_standard(context.folder / "memory", film, batch)
        command = assetkit("render", "--root", root, "--language", "en", "--jobs", str(context.jobs))
        record[name] = as_record(run_measured(command))
    context.keep("memory", record)


def _repeat(film: Path, out: Path) -> None:
    """Write the film three times on end, by stream copy; sound and picture apart, so that the rate stays."""
    inputs: list[str | Path] = []
    for stream in ("v", "a"):
        alone = out.with_suffix(f".{stream}.mp4")
        prepare("-i", film, "-map", f"0:{stream}:0", "-c", "copy", alone)
        inputs += ["-stream_loop", "2", "-i", alone]
    prepare(*inputs, "-map", "0:v:0", "-map", "1:a:0", "-c", "copy", out)
    for stream in ("v", "a"):
        out.with_suffix(f".{stream}.mp4").unlink()
