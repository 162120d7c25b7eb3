"""Make the sound of cuts without their picture: the same objects as a rendering makes and finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from assetkit.engine.store import Store, StoredObject
from assetkit.errors import AssetkitError
from assetkit.plan.tasks import ExtractTask, MixTask, SoundTask
from assetkit.tool.decoder import load_decoder
from assetkit.tool.process import stop_all

_Task = ExtractTask | MixTask | SoundTask


@dataclass
class Sounds:
    """What was made or found, by key, and why something could not be made, once for each reason."""

    objects: dict[str, StoredObject] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def parts_of(self, mix: MixTask) -> dict[str, Path]:
        """Give the raw sounds that a mix is made from, by key."""
        return {extract.key: self.objects[extract.key].path for extract in mix.extracts}


def make_sounds(root: Path, store: Store, tasks: Iterable[SoundTask], jobs: int) -> Sounds:
    """Extract, mix, level and encode, `jobs` at a time; masters lie below `root`.

    The sounds that a mix with music is made from are there afterwards too, so that each can be looked at.
    """
    wanted = {task.key: task for task in tasks}
    mixes = {task.mix.key: task.mix for task in wanted.values()}
    load_decoder()
    done = Sounds()
    pool = ThreadPoolExecutor(max_workers=jobs)
    try:
        _find(store, [*mixes, *wanted], done)
        used = [mix for key, mix in mixes.items() if key not in done.objects or mix.plan.beds]
        extracts = {extract.key: extract for mix in used for extract in mix.extracts}
        _find(store, list(extracts), done)
        for level in (extracts, mixes, wanted):
            _make(root, store, level, done, pool)
    except BaseException:
        stop_all()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return done


def _find(store: Store, keys: Sequence[str], done: Sounds) -> None:
    done.objects |= {key: stored for key in keys if (stored := store.find(key))}


def _make(
    root: Path, store: Store, tasks: Mapping[str, _Task], done: Sounds, pool: ThreadPoolExecutor
) -> None:
    from assetkit.engine.steps import make_objects

    ready = {
        key: pool.submit(make_objects, [task], root, store, dict(done.objects))
        for key, task in tasks.items()
        if key not in done.objects and all(need in done.objects for need in _needs(task))
    }
    for key, future in ready.items():
        try:
            done.objects |= future.result()
        except AssetkitError as error:
            reason = f"{tasks[key].label}: {error}"
            done.failures += [reason] if reason not in done.failures else []


def _needs(task: _Task) -> tuple[str, ...]:
    if isinstance(task, SoundTask):
        return (task.mix.key,)
    return tuple(extract.key for extract in task.extracts) if isinstance(task, MixTask) else ()
