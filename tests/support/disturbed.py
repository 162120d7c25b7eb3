"""A render that nothing disturbed, to compare with: whatever happened, the next run gives the same."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.rendering import (
    delivered,
    half_written,
    render,
)

TASKS = re.compile(r"^(\d+) tasks ran", re.MULTILINE)


@dataclass(frozen=True)
class Whole:
    """A render that nothing disturbed: its files, its tasks, and how long it took."""

    root: Path
    files: dict[str, str]
    tasks: int
    seconds: float


def count_tasks(text: str) -> int:
    """Read from what a render printed how many tasks ran."""
    found = TASKS.search(text)
    assert found, text
    return int(found.group(1))


@contextmanager
def watched(root: Path) -> Iterator[None]:
    """Look at out/ all the time, as a reader would; fail where a video is not what its post says."""
    seen: list[str] = []
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            seen.extend(half_written(root))
            time.sleep(0.02)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
    assert seen == []


def assert_goes_on(root: Path, whole: Whole) -> int:
    """Render again: all is well, as if nothing had happened. Gives how many tasks that took."""
    with watched(root):
        done = render(root)
    assert done.code == 0, done.err
    assert delivered(root) == whole.files
    assert list((root / ".assetkit" / "staging").iterdir()) == []
    return count_tasks(done.out)
