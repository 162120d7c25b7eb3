"""Run a plan: what is missing is made by workers that fill the cores, each object once."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from assetkit.engine.progress import Progress, Report, Stage, keep_silent
from assetkit.engine.store import Store, StoredObject
from assetkit.engine.work import Work, plan_work
from assetkit.errors import AssetkitError, StoreError
from assetkit.plan.tasks import FileTask, SpanTask, Task
from assetkit.tool.decoder import load_decoder
from assetkit.tool.process import stop_all

Finish = Callable[[FileTask, StoredObject], None]


@dataclass(frozen=True)
class Failure:
    """A task that failed of itself, and the keys of the files that wait for it."""

    label: str
    reason: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class _Result:
    """What a piece of work gave, and which of its tasks had to run for it."""

    objects: dict[str, StoredObject]
    ran: tuple[Task, ...]


@dataclass
class Outcome:
    """What a run did: keys of the tasks that ran, and why tasks failed, by key.

    `failures` are the causes; `failed` also holds what only depends on one of them.
    """

    ran: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    frames: int = 0


class Engine:
    """Makes finished files from plans.

    `jobs` is how many pieces of work go on at a time. `report` is called in the thread that called `make`.
    `workers` is where the work is done: any executor of the standard library's kind; one of threads for
    this machine where none is given, since the work itself is done by child processes.
    """

    def __init__(
        self,
        root: Path,
        store: Store,
        jobs: int,
        report: Report = keep_silent,
        workers: Executor | None = None,
    ) -> None:
        self.root = root
        self.store = store
        self.jobs = jobs
        self.report = report
        self.workers = workers
        self.outcome = Outcome()

    def make(self, files: Iterable[FileTask], finish: Finish | None = None) -> dict[str, StoredObject]:
        """Give the objects of the files that could be made, by key; the rest is in `outcome.failed`.

        `finish` is called by a worker for each distinct file as soon as it is there. On an interrupt all
        children are ended, and what was kept by then is found by the next run.
        """
        self.store.sweep()
        wanted = {task.key: task for task in files}
        pool = self.workers or ThreadPoolExecutor(max_workers=self.jobs)
        try:
            return _Run(self, pool, wanted, finish).run()
        except BaseException:
            stop_all()
            raise
        finally:
            if self.workers is None:
                pool.shutdown(wait=True, cancel_futures=True)


class _Run:
    """One run of an engine: what is there, what is under way, what still waits."""

    def __init__(
        self, engine: Engine, pool: Executor, wanted: dict[str, FileTask], finish: Finish | None
    ) -> None:
        self.engine = engine
        self.outcome = engine.outcome
        self.pool = pool
        self.wanted = wanted
        self.finish = finish
        self.objects: dict[str, StoredObject] = {}
        self.waiting: dict[int, tuple[Work, set[str]]] = {}
        self.users: dict[str, list[int]] = {}
        self.ready: list[tuple[tuple[int, int], int, Work]] = []
        self.numbers = count()
        self.halted: StoreError | None = None
        self.done = dict.fromkeys(Stage, 0)
        self.total = dict.fromkeys(Stage, 0)
        self.frames_total = 0

    def run(self) -> dict[str, StoredObject]:
        """Do everything; gives the files that are there at the end."""
        absent = self._absent(list(self.wanted))
        missing = [task for key, task in self.wanted.items() if key in absent]
        for work in plan_work(missing, self._absent, self.engine.jobs):
            self._enter(work)
        if self.waiting or self.ready:
            load_decoder()  # a run that finds everything there does without
        running: dict[Future[_Result], Work] = {}
        if self.finish:
            present = [task for key, task in self.wanted.items() if key not in absent]
            running = {self.pool.submit(self._finish, task): Work((task,), frozenset()) for task in present}
            self.total[Stage.FILE] += len(present)
        self._report()
        while running or (self.ready and not self.halted):
            while self.ready and len(running) < self.engine.jobs and not self.halted:
                work = heapq.heappop(self.ready)[2]
                running[self.pool.submit(self._make, work)] = work
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                self._settle(running.pop(future), future)
        self._give_up_the_rest()
        failed = self.outcome.failed
        return {key: self.objects[key] for key in self.wanted if key in self.objects and key not in failed}

    def _absent(self, keys: Sequence[str]) -> set[str]:
        """Look for objects, reading each whole; what is there is remembered."""
        found = dict(zip(keys, self.pool.map(self.engine.store.find, keys), strict=True))
        self.objects |= {key: stored for key, stored in found.items() if stored}
        return {key for key, stored in found.items() if stored is None}

    def _enter(self, work: Work) -> None:
        self.total[work.stage] += len(work.tasks)
        self.frames_total += work.frames
        number, needs = next(self.numbers), {key for key in work.needs if key not in self.objects}
        if not needs:
            heapq.heappush(self.ready, (work.urgency, number, work))
            return
        self.waiting[number] = (work, needs)
        for key in needs:
            self.users.setdefault(key, []).append(number)

    def _make(self, work: Work) -> _Result:
        store = self.engine.store
        # Another process that shares the store may have made some of it meanwhile.
        found = {task.key: stored for task in work.tasks if (stored := store.find(task.key))}
        tasks = [task for task in work.tasks if task.key not in found]
        parts = {key: self.objects[key] for key in work.needs}
        # What makes objects loads numpy, too.
        from assetkit.engine.steps import make_objects

        made = make_objects(tasks, self.engine.root, store, parts) if tasks else {}
        objects = found | made
        for task in work.tasks:
            if self.finish and isinstance(task, FileTask):
                self.finish(task, objects[task.key])
        return _Result(objects, tuple(tasks))

    def _finish(self, task: FileTask) -> _Result:
        if self.finish:
            self.finish(task, self.objects[task.key])
        return _Result({task.key: self.objects[task.key]}, ())

    def _settle(self, work: Work, future: Future[_Result]) -> None:
        try:
            made = future.result()
        except (AssetkitError, OSError) as error:
            self._fail(work, _as_ours(error))
            return
        self.objects |= made.objects
        self.outcome.ran += [task.key for task in made.ran]
        self.outcome.frames += sum(task.frames for task in made.ran if isinstance(task, SpanTask))
        self.done[work.stage] += len(work.tasks)
        self._report(work.tasks[0])
        for key in made.objects:
            self._release(key)

    def _release(self, key: str) -> None:
        for number in self.users.pop(key, []):
            if number not in self.waiting:
                continue
            work, needs = self.waiting[number]
            needs.discard(key)
            if not needs:
                del self.waiting[number]
                heapq.heappush(self.ready, (work.urgency, number, work))

    def _fail(self, work: Work, error: AssetkitError) -> None:
        if isinstance(error, StoreError):
            self.halted = error
        elif len(work.tasks) > 1:
            # Each by itself, so that one bad span neither hides which one it is nor takes others with it.
            for single in work.apart():
                heapq.heappush(self.ready, (single.urgency, next(self.numbers), single))
            return
        task = work.tasks[0]
        self.done[work.stage] += len(work.tasks)
        lost = [key for each in work.tasks for key in self._lose(each.key, str(error), each.label)]
        self.outcome.failures.append(
            Failure(task.label, str(error), tuple(key for key in dict.fromkeys(lost) if key in self.wanted))
        )
        self._report(task, str(error))

    def _lose(self, key: str, reason: str, label: str) -> list[str]:
        """Mark a task and all that is made from it as failed; gives their keys."""
        self.outcome.failed[key] = reason
        lost = [key]
        for number in self.users.pop(key, []):
            if number in self.waiting:
                work, _ = self.waiting.pop(number)
                self.done[work.stage] += len(work.tasks)
                for task in work.tasks:
                    lost += self._lose(task.key, f"It could not be made: {label} failed.", label)
        return lost

    def _give_up_the_rest(self) -> None:
        if self.halted is None:
            return
        rest = [work for _, _, work in self.ready] + [work for work, _ in self.waiting.values()]
        for task in (task for work in rest for task in work.tasks):
            self.outcome.failed.setdefault(task.key, f"Not tried: {self.halted.message}")

    def _report(self, task: Task | None = None, failure: str = "") -> None:
        label = task.label if task else ""
        frames = (self.outcome.frames, self.frames_total)
        self.engine.report(Progress(dict(self.done), dict(self.total), *frames, label, failure))


def _as_ours(error: AssetkitError | OSError) -> AssetkitError:
    if isinstance(error, AssetkitError):
        return error
    return StoreError(f"The store cannot be written: {error}.", remedy="Free some space and run again.")
