"""Steps: how the objects of one piece of work are made, proved and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from assetkit.engine.store import Store, StoredObject
from assetkit.errors import MediaError, ObjectError
from assetkit.plan.tasks import ExtractTask, FileTask, MixTask, SoundTask, SpanTask, Task
from assetkit.render.files import make_file
from assetkit.render.levelling import level_and_encode
from assetkit.render.proof import prove_coded_sound, prove_file, prove_sound, prove_span
from assetkit.render.sound import extract_sound, render_mix
from assetkit.render.spans import make_spans
from assetkit.tool.digest import file_digest

Objects = Mapping[str, StoredObject]


def make_objects(tasks: Sequence[Task], root: Path, store: Store, parts: Objects) -> dict[str, StoredObject]:
    """Make tasks of one kind in one process and keep what was proved; `parts` holds what they are made from.

    Masters lie below the workspace `root`. Raises an AssetkitError; then nothing of it was kept.
    """
    task = tasks[0]
    match task:
        case SpanTask():
            return _make_spans([each for each in tasks if isinstance(each, SpanTask)], root, store)
        case ExtractTask():
            made = _extract(task, root, store)
        case MixTask():
            made = _mix(task, store, parts)
        case SoundTask():
            made = _encode(task, store, parts)
        case FileTask():
            made = _join(task, store, parts)
    return {task.key: made}


def _make_spans(tasks: Sequence[SpanTask], root: Path, store: Store) -> dict[str, StoredObject]:
    with store.stage() as folder:
        paths = make_spans(tasks, root, folder)
        proofs = [prove_span(task, path) for task, path in zip(tasks, paths, strict=True)]
        for file, digest in {(each.facts.path, each.facts.digest) for task in tasks for each in task.footage}:
            _expect_unchanged(root, file, digest)
        return {
            task.key: store.keep(task.key, path, asdict(proof) | {"frames": task.frames})
            for task, path, proof in zip(tasks, paths, proofs, strict=True)
        }


def _expect_unchanged(root: Path, file: str, digest: str) -> None:
    """Refuse what was made from another file than was planned with: under its key it would be found for ever.

    Asked when all of it has been read; what nobody touched is known by its time and size.
    """
    if file_digest(root / file, root / ".assetkit" / "digests.json") != digest:
        raise MediaError(f"{file} has changed since the batch was planned.", remedy="Run it again.")


def _extract(task: ExtractTask, root: Path, store: Store) -> StoredObject:
    with store.stage() as folder:
        out = folder / "object.f32"
        source, file = task.source, root / task.source.path
        extract_sound(file, source.stream, out, picture_start=source.start, reach=task.reach)
        prove_sound(out, file, source.stream, source.start, task.reach)
        _expect_unchanged(root, source.path, source.digest)
        return store.keep(task.key, out, {})


def _mix(task: MixTask, store: Store, parts: Objects) -> StoredObject:
    with store.stage() as folder:
        out = folder / "object.f32"
        render_mix(task.plan, {extract.key: parts[extract.key].path for extract in task.extracts}, out)
        _expect_size(out, task.plan.total * 8)
        return store.keep(task.key, out, {})


def _encode(task: SoundTask, store: Store, parts: Objects) -> StoredObject:
    with store.stage() as folder:
        mix, out = parts[task.mix.key].path, folder / "object.aac"
        levels = level_and_encode(mix, out, target=task.target, ceiling=task.ceiling, kbps=task.kbps)
        prove_coded_sound(out, task.mix.plan.total)
        return store.keep(task.key, out, {"sound": asdict(levels)})


def _join(task: FileTask, store: Store, parts: Objects) -> StoredObject:
    spans, sound = [parts[span.key] for span in task.spans], parts[task.sound.key]
    if len({span.record["parameters"] for span in spans}) != 1:
        raise ObjectError("The spans of this file have different parameter sets.")
    with store.stage() as folder:
        out = make_file(task, [span.path for span in spans], sound.path, folder)
        packets = [packet for span in spans for packet in span.record["packets"]]
        prove_file(out, packets, sound.path, task.spans[0].rate)
        return store.keep(
            task.key, out, {"sound": sound.record["sound"], "frames": task.frames, "seen": _seen(spans)}
        )


def _seen(spans: Sequence[StoredObject]) -> dict[str, list[float]]:
    """Join what was seen of the frames of each span; empty where one was made before that was kept."""
    if not all(span.record.get("bright") for span in spans):
        return {}
    return {name: [n for span in spans for n in span.record[name]] for name in ("bright", "changes")}


def _expect_size(path: Path, size: int) -> None:
    if path.stat().st_size != size:
        raise ObjectError(f"A mix has {path.stat().st_size} bytes in place of {size}.")
