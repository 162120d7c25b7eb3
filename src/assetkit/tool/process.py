"""Run child processes: argument lists only, whole process groups ended, nothing left behind."""

from __future__ import annotations

import ctypes
import functools
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
_living: set[subprocess.Popen[bytes]] = set()
_lock = threading.Lock()
_stopped = threading.Event()

Feeder = Callable[[int], None]


@dataclass(frozen=True)
class Finished:
    """What a child left behind."""

    code: int
    out: bytes
    err: str


def _die_with(parent: int) -> None:
    # The kernel ends the child when the thread that started it is gone, so that not even a SIGKILL of
    # this process leaves an orphan. The function was looked up before the fork: nothing is loaded here.
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        # A parent that was killed between the fork and this call sends no signal any more.
        if os.getppid() != parent:
            os._exit(1)


def run_process(
    command: Sequence[str],
    *,
    env: dict[str, str],
    stdin: bytes | None = None,
    feeders: Sequence[tuple[int, int, Feeder]] = (),
) -> Finished:
    """Run a command to its end and return what it printed.

    `feeders` are (read end, write end, function): the child inherits the read end, and the function
    writes to the write end from a thread of its own and is followed by closing it.
    """
    if _stopped.is_set():
        raise KeyboardInterrupt
    process = subprocess.Popen(
        list(command),
        env=env,
        stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=[read for read, _, _ in feeders],
        start_new_session=True,
        preexec_fn=functools.partial(_die_with, os.getpid()),
    )
    with _lock:
        _living.add(process)
    try:
        return _attend(process, stdin, feeders)
    finally:
        end_group(process)
        with _lock:
            _living.discard(process)


def _attend(
    process: subprocess.Popen[bytes], stdin: bytes | None, feeders: Sequence[tuple[int, int, Feeder]]
) -> Finished:
    faults: list[BaseException] = []
    threads = [threading.Thread(target=_feed, args=(write, fill, faults)) for _, write, fill in feeders]
    for read, _, _ in feeders:
        os.close(read)
    for thread in threads:
        thread.start()
    out, err = process.communicate(stdin)
    for thread in threads:
        thread.join()
    if faults:  # then the child got too little, and what it says of that would hide the reason
        raise faults[0]
    return Finished(process.returncode, out, err.decode("utf-8", "replace"))


def _feed(write_end: int, fill: Feeder, faults: list[BaseException]) -> None:
    try:
        fill(write_end)
    except BrokenPipeError:
        pass  # the child ended early; its exit code and message tell why
    except BaseException as fault:
        faults.append(fault)
    finally:
        os.close(write_end)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a child and everything that it started."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def stop_all() -> None:
    """End every living child and refuse to start further ones: the answer to an interrupt."""
    _stopped.set()
    with _lock:
        living = list(_living)
    for process in living:
        end_group(process)
