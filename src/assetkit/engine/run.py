"""Run a plan: what is missing is made by a pool that fills the cores, each object once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from assetkit.engine.store import Store, StoredObject
from assetkit.errors import AssetkitError, MediaError, ObjectError
from assetkit.plan.tasks import FileTask, SoundTask, SpanTask
from assetkit.render.files import make_file, prove_span
from assetkit.render.sound import extract_sound, level_and_encode, render_mix
from assetkit.render.spans import make_span

Report = Callable[[str, str], None]


@dataclass
class Outcome:
    """What a run did: keys of the tasks that ran, and why tasks failed, by key."""

    ran: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    frames: int = 0


class Engine:
    """Makes finished files from plans. `report` hears (event, key) for progress."""

    def __init__(
        self, root: Path, store: Store, jobs: int, report: Report = lambda _event, _key: None
    ) -> None:
        self.root = root
        self.store = store
        self.jobs = jobs
        self.report = report
        self.outcome = Outcome()

    def make(self, files: Iterable[FileTask]) -> dict[str, StoredObject]:
        """Give the objects of the files that could be made, by key; the rest is in `outcome.failed`."""
        self.store.sweep()
        wanted = {task.key: task for task in files}
        found = {key: stored for key in wanted if (stored := self.store.find(key))}
        missing = [task for key, task in wanted.items() if key not in found]
        spans = {span.key: span for task in missing for span in task.spans}
        sounds = {task.sound.key: task.sound for task in missing}
        with ThreadPoolExecutor(max_workers=self.jobs) as pool:
            parts: dict[str, Future[StoredObject | None]] = {}
            for sound in sounds.values():
                parts[sound.key] = pool.submit(self._attempt, sound.key, self._sound, sound)
            for span in sorted(spans.values(), key=_nearness):
                parts[span.key] = pool.submit(self._attempt, span.key, self._span, span)
            made = {key: future.result() for key, future in parts.items()}
            joined = {
                task.key: pool.submit(self._attempt, task.key, self._file, (task, made)) for task in missing
            }
            for key, future in joined.items():
                stored = future.result()
                if stored:
                    found[key] = stored
        return found

    def _attempt(self, key: str, make: Callable[[Any], StoredObject], task: Any) -> StoredObject | None:
        try:
            stored = self.store.find(key)
            if stored is None:
                stored = make(task)
                self.outcome.ran.append(key)
        except AssetkitError as error:
            self.outcome.failed[key] = str(error)
            self.report("failed", key)
            return None
        self.report("done", key)
        return stored

    def _span(self, task: SpanTask) -> StoredObject:
        with self.store.stage() as folder:
            made = make_span(task, self.root, folder)
            parameters = prove_span(task, made)
            self.outcome.frames += task.frames
            return self.store.keep(task.key, made, {"parameters": parameters, "frames": task.frames})

    def _sound(self, task: SoundTask) -> StoredObject:
        with self.store.stage() as folder:
            sources: dict[str, Path] = {}
            for number, facts in enumerate(task.masters):
                raw = folder / f"{number}.f32"
                start = Fraction(facts.first_pts) * facts.time_base
                extract_sound(self.root / facts.path, 0, raw, picture_start=start)
                sources[facts.path] = raw
            mixed, out = folder / "mix.f32", folder / "object.aac"
            render_mix(task.plan, sources, mixed)
            report = level_and_encode(mixed, out, target=task.target, ceiling=task.ceiling, kbps=task.kbps)
            return self.store.keep(task.key, out, {"sound": asdict(report)})

    def _file(self, order: tuple[FileTask, dict[str, StoredObject | None]]) -> StoredObject:
        task, made = order
        spans = [made[span.key] for span in task.spans]
        sound = made[task.sound.key]
        whole = [span for span in spans if span is not None]
        if sound is None or len(whole) < len(spans):
            missing = len(spans) - len(whole) + (sound is None)
            raise ObjectError(f"{missing} of the parts that this file is joined from could not be made.")
        if len({span.record["parameters"] for span in whole}) != 1:
            raise ObjectError("The spans of this file have different parameter sets.")
        with self.store.stage() as folder:
            out = make_file(task, [span.path for span in whole], sound.path, folder)
            if not out.is_file() or out.stat().st_size == 0:
                raise MediaError("The joined file is empty.")
            return self.store.keep(task.key, out, {"sound": sound.record["sound"], "frames": task.frames})


def _nearness(task: SpanTask) -> tuple[str, str]:
    return (task.format.name, str(task.sources[0].start).zfill(9))
