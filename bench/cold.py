"""The batch by assetkit: cold, again with nothing to do, and after one changed cue."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from assetkit.plan.build import Deliverable
from bench.context import Context, as_record
from bench.measure import Usage, assetkit, run_measured
from bench.planned import captioned_share, count_frames, pixels
from bench.workspace import CLIPS, CUE_SECONDS, write_standard

_NEW_WORDS = {"kk": "Бүгін бәрі басқаша болады.", "ru": "Сегодня всё иначе.", "en": "All is new today."}


def run_cold(context: Context) -> None:
    """Render the standard batch with no store, and describe what it held."""
    root = write_standard(context.root, context.film, context.batch)
    usage = _render(context)
    items = context.deliverables()
    seen, held = captioned_share(items)
    counts = count_frames(items)
    record = as_record(usage) | {
        "deliverables": len(items),
        "files": len({item.file.key for item in items}),
        "captioned": seen,
        "captioned_on_lattice": held,
        "shown_pixels": sum(each.shown * pixels(each.format.size) for each in counts),
        "distinct_pixels": sum(each.distinct * pixels(each.format.size) for each in counts),
        "encoded_pixels": sum(each.encoded * pixels(each.format.size) for each in counts),
        "shown_frames": sum(each.shown for each in counts),
        "distinct_frames": sum(each.distinct for each in counts),
        "encoded_frames": sum(each.encoded for each in counts),
        "bytes": sum(path.stat().st_size for path in (root / "out").rglob("*.mp4")),
        "delivered": len(list((root / "out").rglob("*.mp4"))),
        "jobs": context.jobs,
    }
    context.keep("cold", record)


def run_again(context: Context) -> None:
    """Render once more: there is nothing to do."""
    usage = _render(context)
    context.keep("again", as_record(usage) | {"tasks": tasks_run(usage)})


def run_cue(context: Context) -> None:
    """Render after one changed cue in the first language; joining the same files is measured apart."""
    before = context.deliverables()
    language = context.batch.languages[0]
    path = context.root / "assets" / f"{language}.srt"
    old = path.read_text(encoding="utf-8")
    new = _change_cue(old, context, _NEW_WORDS[language])
    path.write_text(new, encoding="utf-8")
    after = context.deliverables()
    path.write_text(old, encoding="utf-8")
    touched = [item for item, changed in zip(before, after, strict=True) if item.file.key != changed.file.key]
    found = _forget_files(context, touched)
    stitched = _render(context)
    path.write_text(new, encoding="utf-8")
    usage = _render(context)
    frames, share = _touched_share(before, after)
    record = {"frames": frames, "share": share, "files": len({item.file.key for item in touched})}
    stitching = as_record(stitched) if found else None
    context.keep("cue", as_record(usage) | record | {"stitching": stitching, "tasks": tasks_run(usage)})


def _render(context: Context) -> Usage:
    return run_measured(assetkit("render", "--root", context.root, "--jobs", str(context.jobs)))


def tasks_run(usage: Usage) -> int | None:
    """Read from the last lines how many tasks ran; None where they do not say."""
    found = re.findall(r"(\d+) tasks? ran", usage.out)
    return int(found[-1]) if found else None


def _change_cue(text: str, context: Context, words: str) -> str:
    """Give the subtitles with other words in the first cue that begins in the first clip of every cut."""
    start, frames = CLIPS[0]
    period = CUE_SECONDS / context.batch.cue_share
    number = next(
        number
        for number in range(1000)
        if start - CUE_SECONDS + 1 < context.batch.first_cue + number * period < start + frames / 24 - 1
    )
    blocks = text.split("\n\n")
    lines = blocks[number].strip("\n").split("\n")
    blocks[number] = "\n".join([*lines[:2], words])
    return "\n\n".join(blocks)


def _forget_files(context: Context, touched: list[Deliverable]) -> int:
    """Remove joined files and their posts, but none of the spans; gives how many objects there were."""
    found = 0
    for key in {item.file.key for item in touched}:
        for path in list((context.root / ".assetkit").rglob(f"{key}*")):
            found += 1
            _remove(path)
    for item in touched:
        _remove(context.root / "out" / item.folder)
    return found


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _touched_share(before: list[Deliverable], after: list[Deliverable]) -> tuple[int, float]:
    """Give the frames of spans that are new, and the share of pixels that these have of all."""
    known = {span.key for item in before for span in item.file.spans}
    spans = {span.key: span for item in after for span in item.file.spans}
    new = [span for key, span in spans.items() if key not in known]
    weights = {key: span.frames * pixels(span.format.size) for key, span in spans.items()}
    share = sum(weights[span.key] for span in new) / sum(weights.values())
    return sum(span.frames for span in new), share
