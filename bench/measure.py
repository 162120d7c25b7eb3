"""Run a child and say what it cost: CPU, wall, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK_SECONDS = 0.05


@dataclass(frozen=True)
class Usage:
    """What a child cost.

    `cpu` is user + system seconds of the child and of all descendants that were waited for, `wall` seconds.
    `tree_bytes` is the greatest sum of resident sizes over the process tree, sampled every 50 ms: shared
    pages count in every process, so it errs upward. `process_bytes` is the greatest peak of one descendant.
    """

    cpu: float
    wall: float
    tree_bytes: int
    process_bytes: int
    out: str


def run_measured(
    command: Sequence[str | Path], *, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Usage:
    """Run a command to its end; raises RuntimeError with the end of its messages when it fails."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = subprocess.Popen(
            [str(part) for part in command],
            env=dict(env) if env is not None else None,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        watch = _Watch(child.pid)
        watch.start()
        _, status, spent = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        said, complained = _read(out), _read(err)
    if child.returncode:
        tail = "\n".join((said + complained).strip().splitlines()[-12:])
        raise RuntimeError(f"{' '.join(map(str, command[:4]))} ended with {child.returncode}: {tail}")
    process = max(watch.process_bytes, spent.ru_maxrss * 1024)
    return Usage(
        spent.ru_utime + spent.ru_stime, wall, max(watch.tree_bytes, process), process, said + complained
    )


def assetkit(*arguments: str | Path) -> list[str]:
    """Give the command line of the product with these arguments."""
    return [str(Path(sys.executable).with_name("assetkit")), *map(str, arguments)]


def _read(stream: object) -> str:
    stream.seek(0)  # type: ignore[attr-defined]
    data: bytes = stream.read()  # type: ignore[attr-defined]
    return data.decode("utf-8", "replace")


class _Watch(threading.Thread):
    """Samples the resident sizes of a process and its descendants."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.tree_bytes = 0
        self.process_bytes = 0
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.wait(_TICK_SECONDS):
            sizes = _tree_sizes(self.root)
            self.tree_bytes = max(self.tree_bytes, sum(sizes))
            self.process_bytes = max([self.process_bytes, *sizes])

    def stop(self) -> None:
        """End the sampling."""
        self._done.set()
        self.join()


def _tree_sizes(root: int) -> list[int]:
    """Give the resident bytes of a process and its descendants."""
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):  # noqa: PTH208  (many times a second)
        if entry.isdigit() and (parent := _parent(int(entry))) is not None:
            children.setdefault(parent, []).append(int(entry))
    sizes, open_ones = [], [root]
    while open_ones:
        process = open_ones.pop()
        sizes.append(_resident(process))
        open_ones += children.get(process, [])
    return sizes


def _parent(process: int) -> int | None:
    try:
        text = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return None
    # The name stands in brackets and may hold anything: what follows the last bracket is plain.
    return int(text.rpartition(")")[2].split()[1])


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
