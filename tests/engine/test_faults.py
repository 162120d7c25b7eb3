"""Renders that are killed, interrupted, lied to and starved: nothing half-made is seen, the next goes on."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from support.disturbed import Whole, assert_goes_on, watched
from support.rendering import (
    command,
    delivered,
    finish,
    half_written,
    processes_of,
    start,
)

pytestmark = pytest.mark.slow


def _assert_alone(root: Path, seconds: float = 5) -> None:
    deadline = time.monotonic() + seconds
    while processes_of(root) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert processes_of(root) == []


def _disturb(root: Path, seconds: float, strike: Callable[[subprocess.Popen[str]], None]) -> tuple[int, str]:
    """Start a render, strike after some seconds, and wait for its end. Gives its exit code and messages."""
    with watched(root):
        process = start(root)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        strike(process)
        done = finish(process)
    return done.code, done.err


def _kill(process: subprocess.Popen[str]) -> None:
    process.kill()


def _moments(seed: int, count: int, whole: Whole) -> list[float]:
    return [random.Random(seed + n).uniform(0.2, whole.seconds) for n in range(count)]


@pytest.mark.parametrize("share", [0.6, pytest.param(0.85, marks=pytest.mark.soak)])
def test_a_killed_render_leaves_nothing_and_the_next_one_goes_on(
    share: float, root: Path, whole: Whole
) -> None:
    code, _ = _disturb(root, share * whole.seconds, _kill)
    assert code in (-signal.SIGKILL, 0)
    _assert_alone(root)
    assert_goes_on(root, whole)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(16))
def test_killed_again_and_again_at_random_moments(seed: int, root: Path, whole: Whole) -> None:
    for seconds in _moments(seed * 100, 3, whole):
        _disturb(root, seconds, _kill)
        _assert_alone(root)
        assert half_written(root) == []
    assert_goes_on(root, whole)


def _kill_child(root: Path, parent: int) -> bool:
    """Kill one of the media tools that a render has started, if there is one."""
    for child in processes_of(root):
        with suppress(OSError):
            # A child that has not yet become the tool still has its parent's command line.
            name = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")[0]
            if child != parent and b"ffmpeg" in name:
                os.kill(child, signal.SIGKILL)
                return True
    return False


def _strike_child(root: Path, patience: float = 10) -> Callable[[subprocess.Popen[str]], None]:
    def strike(process: subprocess.Popen[str]) -> None:
        deadline = time.monotonic() + patience
        while process.poll() is None and time.monotonic() < deadline:
            if _kill_child(root, process.pid):
                return
            time.sleep(0.005)

    return strike


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 12))])
def test_a_killed_child_harms_nothing(seed: int, root: Path, whole: Whole) -> None:
    (seconds,) = _moments(seed, 1, whole)
    code, err = _disturb(root, min(seconds, 0.7 * whole.seconds), _strike_child(root))
    assert code in (0, 1)
    if code and "does not answer" not in err:  # so does a tool that is killed while it is looked for
        assert "code -9" in err
        assert "needed by: numbers/short/" in err
    _assert_alone(root)
    assert_goes_on(root, whole)


def _count_objects(root: Path) -> int:
    return len(list((root / ".assetkit" / "objects").glob("??/*")))


def _send_at(root: Path, objects: int, number: signal.Signals) -> Callable[[subprocess.Popen[str]], None]:
    """Send a signal as soon as a render has begun and made some objects."""

    def strike(process: subprocess.Popen[str]) -> None:
        begun = root / ".assetkit" / "staging"
        while process.poll() is None and not (begun.exists() and _count_objects(root) >= objects):
            time.sleep(0.01)
        process.send_signal(number)

    return strike


@pytest.mark.parametrize(
    ("objects", "number"),
    [
        (8, signal.SIGINT),
        *(pytest.param(objects, signal.SIGINT, marks=pytest.mark.soak) for objects in (0, 3, 15, 22, 25)),
        *(pytest.param(objects, signal.SIGTERM, marks=pytest.mark.soak) for objects in (0, 8, 22)),
    ],
)
def test_an_interrupt_ends_all_children_and_the_next_run_goes_on(
    objects: int, number: signal.Signals, root: Path, whole: Whole
) -> None:
    code, err = _disturb(root, 0, _send_at(root, objects, number))
    assert code == 130, err
    assert "Traceback" not in err
    assert "the next run goes on" in err
    _assert_alone(root, 1)
    kept = _count_objects(root)
    assert assert_goes_on(root, whole) == whole.tasks - kept


def test_two_renders_at_once_do_no_harm(root: Path, whole: Whole) -> None:
    with watched(root):
        both = [start(root), start(root)]
        ended = [finish(process) for process in both]
    assert [done.code for done in ended] == [0, 0], [done.err for done in ended]
    assert delivered(root) == whole.files


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_one_of_two_renders_is_killed(seed: int, root: Path, whole: Whole) -> None:
    (seconds,) = _moments(seed, 1, whole)
    other = start(root)
    _disturb(root, seconds, _kill)
    assert finish(other).code == 0
    assert delivered(root) == whole.files


def _damage(path: Path, number: int) -> None:
    """Flip a byte, cut the file short, spoil its record, or take the file away, in turn."""
    record = path.with_name("record.json")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    match number % 4:
        case 0:
            path.write_bytes(bytes(data))
        case 1:
            path.write_bytes(bytes(data[: len(data) // 2]))
        case 2:
            record.write_text("{garbage", encoding="utf-8")
        case 3:
            path.unlink()


def test_damaged_objects_are_made_again(root: Path, whole: Whole) -> None:
    shutil.copytree(whole.root / ".assetkit", root / ".assetkit")
    objects = sorted((root / ".assetkit" / "objects").glob("??/*/object.*"))
    assert len(objects) == whole.tasks
    for number, path in enumerate(objects):
        _damage(path, number)
    assert assert_goes_on(root, whole) == whole.tasks


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["mp4", "aac", "f32"])
def test_only_what_is_damaged_and_needed_is_made_again(kind: str, root: Path, whole: Whole) -> None:
    shutil.copytree(whole.root / ".assetkit", root / ".assetkit")
    shutil.copytree(whole.root / "out", root / "out")
    shutil.rmtree(root / "out" / "numbers" / "short" / "small-tall")
    for number, path in enumerate(sorted((root / ".assetkit" / "objects").glob(f"??/*/object.{kind}"))):
        _damage(path, number)
    assert assert_goes_on(root, whole) <= whole.tasks


# A disk that fills up.


def _can_mount() -> bool:
    tried = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


@pytest.mark.skipif(
    shutil.which("unshare") is None or not _can_mount(), reason="no small disk can be mounted"
)
@pytest.mark.parametrize(
    "share", [0.5, *(pytest.param(share, marks=pytest.mark.soak) for share in (0.05, 0.3, 0.8, 0.9, 0.97))]
)
def test_a_full_disk_ends_in_a_clear_message(share: float, root: Path, whole: Whole, tmp_path: Path) -> None:
    disk, saved = tmp_path / "disk", tmp_path / "saved"
    disk.mkdir()
    full = _kilobytes(whole.root)
    small = int(_kilobytes(root) + share * (full - _kilobytes(root)))
    render_words = " ".join(f"'{word}'" for word in command("render", "--root", str(disk), "--jobs", "2"))
    script = f"""
        mount -t tmpfs -o size={small}k none {disk}
        cp -r {root}/. {disk}
        {render_words} >{tmp_path}/first 2>&1; echo $?
        mount -o remount,size={full * 3}k {disk}
        {render_words} >{tmp_path}/second 2>&1; echo $?
        mkdir {saved}; cp -r {disk}/out {saved}
    """
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, check=False)
    first, second = (tmp_path / "first").read_text(), (tmp_path / "second").read_text()
    assert done.stdout.split() == ["1", "0"], first + second
    assert re.search("No space left on device|Free some space", first), first
    assert "Traceback" not in first
    assert delivered(saved) == whole.files


def _kilobytes(folder: Path) -> int:
    blocks = sum(path.stat().st_size // 4096 + 1 for path in folder.rglob("*"))
    return blocks * 4
