"""Work: what one worker does at a time, and what must be there before; ordered by what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assetkit.engine.progress import Stage
from assetkit.plan.jobs import group_spans
from assetkit.plan.tasks import ExtractTask, FileTask, MixTask, SoundTask, SpanTask, Task

_STAGES: dict[type, Stage] = {SpanTask: Stage.PICTURE, FileTask: Stage.FILE}
# What is short and lets a file be finished goes first; the long jobs of spans fill the rest of the time.
_ORDER: dict[type, int] = {FileTask: 0, ExtractTask: 1, MixTask: 2, SoundTask: 3, SpanTask: 4}


@dataclass(frozen=True)
class Work:
    """Tasks of one kind that are made together, and the keys of the objects that they are made from."""

    tasks: tuple[Task, ...]
    needs: frozenset[str]
    cost: int = 0

    @property
    def stage(self) -> Stage:
        """The stage that it belongs to."""
        return _STAGES.get(type(self.tasks[0]), Stage.SOUND)

    @property
    def urgency(self) -> tuple[int, int]:
        """Sorts what should begin first to the front."""
        return (_ORDER[type(self.tasks[0])], -self.cost)

    @property
    def frames(self) -> int:
        """Frames to encode."""
        return sum(task.frames for task in self.tasks if isinstance(task, SpanTask))

    def apart(self) -> list[Work]:
        """Give the same tasks, each by itself."""
        return [Work((task,), self.needs, self.cost // len(self.tasks)) for task in self.tasks]


def plan_work(
    files: Iterable[FileTask], absent: Callable[[Sequence[str]], set[str]], workers: int
) -> list[Work]:
    """Give what must be done for these files; `absent` tells which of some keys have no sound object."""
    wanted = {task.key: task for task in files}
    spans = {span.key: span for task in wanted.values() for span in task.spans}
    sounds = {task.sound.key: task.sound for task in wanted.values()}
    gone = absent([*spans, *sounds])
    work = [
        Work((task,), frozenset({task.sound.key, *(s.key for s in task.spans)})) for task in wanted.values()
    ]
    missing = [span for key, span in spans.items() if key in gone]
    work += [Work(job.spans, frozenset(), job.cost) for job in group_spans(missing, workers)]
    return work + _sound_work([sound for key, sound in sounds.items() if key in gone], absent)


def _sound_work(sounds: Sequence[SoundTask], absent: Callable[[Sequence[str]], set[str]]) -> list[Work]:
    work = [Work((sound,), frozenset({sound.mix.key})) for sound in sounds]
    mixes = {sound.mix.key: sound.mix for sound in sounds}
    gone = absent(list(mixes))
    mixed = [mix for key, mix in mixes.items() if key in gone]
    work += [Work((mix,), frozenset(extract.key for extract in mix.extracts)) for mix in mixed]
    extracts = {extract.key: extract for mix in mixed for extract in mix.extracts}
    return work + [Work((extracts[key],), frozenset()) for key in absent(list(extracts))]
