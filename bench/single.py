"""One rendition by assetkit with nothing in store, against one ffmpeg command for the same."""

from __future__ import annotations

from assetkit.plan.build import Deliverable
from bench.context import Context, as_record
from bench.measure import assetkit, run_measured
from bench.rivals import measure_peer
from bench.workspace import write_standard

CUT, PLATFORM, LANGUAGE = "teaser-15", "tiktok", "kk"


def run_single(context: Context) -> None:
    """Render one deliverable of the middle cut in a workspace of its own, then the same by ffmpeg."""
    platform = PLATFORM if PLATFORM in context.batch.platforms else context.batch.platforms[0]
    item = _find(context.deliverables(), platform)
    root = write_standard(context.folder / "single", context.film, context.batch)
    wanted = ["--cut", CUT, "--platform", platform, "--language", LANGUAGE]
    usage = run_measured(assetkit("render", "--root", root, "--jobs", str(context.jobs), *wanted))
    made = root / "out" / item.folder / item.name
    if not made.is_file():
        raise RuntimeError("The single rendition was not delivered.")
    peer = measure_peer(context, item, made, frames=None)
    record = as_record(usage) | {"name": item.name, "frames": item.file.frames, "peer": peer}
    context.keep("single", record | {"bytes": made.stat().st_size, "spans": len(item.file.spans)})


def _find(items: list[Deliverable], platform: str) -> Deliverable:
    wanted = (CUT, platform, LANGUAGE)
    return next(item for item in items if (item.cut.name, item.platform.name, item.language) == wanted)
