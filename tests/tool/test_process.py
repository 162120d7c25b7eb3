"""Children end with the process that started them, whenever that is killed."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assetkit.tool.process import _die_with, run_process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's death signal is Linux's")


def test_a_child_whose_parent_died_before_it_could_ask_for_the_signal_never_runs(tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    gone = functools.partial(_die_with, -1)
    process = subprocess.Popen([sys.executable, "-c", f"open({str(trace)!r}, 'w')"], preexec_fn=gone)
    assert process.wait(20) == 1
    assert not trace.exists()


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    note = tmp_path / "child"
    body = (
        "import functools, os, pathlib, subprocess, sys, time\n"
        "from assetkit.tool.process import _die_with\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'],"
        " preexec_fn=functools.partial(_die_with, os.getpid()))\n"
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", body])
    deadline = time.monotonic() + 20
    while not (note.exists() and note.read_text()) and time.monotonic() < deadline:
        time.sleep(0.02)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    child = int(note.read_text())
    deadline = time.monotonic() + 5
    while _is_running(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _is_running(child)


def test_what_went_wrong_in_feeding_is_told_and_not_what_the_child_says_of_it() -> None:
    def fail(_: int) -> None:
        raise ValueError("no picture")

    read, write = os.pipe()
    command = [sys.executable, "-S", "-c", f"import os; os.read({read}, 1) or os._exit(3)"]
    with pytest.raises(ValueError, match="no picture"):
        run_process(command, env={}, feeders=[(read, write, fail)])


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False
