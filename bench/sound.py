"""What sound costs: all of a batch's sound made again alone, and a long mix against a short one."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from assetkit.engine.steps import make_objects
from assetkit.engine.store import Store, StoredObject
from assetkit.plan.tasks import ExtractTask, MixTask, SoundTask
from bench.context import Context, Record, as_record
from bench.measure import run_measured
from bench.table import Row, at_most

SHARE = 0.03
GROWTH = 1.1
_RATE = 48000
_MINUTES = {"short": 1, "long": 10}
_LEVEL = """
import sys
from pathlib import Path
from assetkit.render.levelling import level_and_encode
level_and_encode(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def run_sound(context: Context) -> None:
    """Make every extract, mix and levelled sound of the batch in an empty store; then level two mixes."""
    cold = context.recall("cold")
    if cold is None:
        raise RuntimeError("The cost of sound is a share of the batch: run the part cold, too.")
    sounds = {item.file.sound.key: item.file.sound for item in context.deliverables()}
    with tempfile.TemporaryDirectory(dir=context.folder) as folder:
        spent = _make_all(sounds.values(), context.root, Store(Path(folder) / "store"))
        memory = {name: _level(Path(folder), minutes) for name, minutes in _MINUTES.items()}
    seconds = sum(sound.mix.plan.total for sound in sounds.values()) / _RATE
    context.keep("sound", {"spent": spent, "cold": cold["cpu"], "seconds": seconds} | memory)


def sound_rows(sound: Record) -> list[Row]:
    """Give the rows of what was measured of sound."""
    spent = sound["spent"]
    parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in spent.items())
    note = f"{parts} s for {sound['seconds']:.0f} s of sound"
    short, long = sound["short"]["tree_bytes"], sound["long"]["tree_bytes"]
    sizes = f"{short / 1e6:.0f} MB and {long / 1e6:.0f} MB"
    return [
        at_most(
            "sound, share of the batch's CPU", sum(spent.values()) / sound["cold"], SHARE, "{:.1%}", note
        ),
        at_most(
            "peak memory, levelling a mix of ten times the length", long / short, GROWTH, "{:.2f}", sizes
        ),
    ]


def _make_all(sounds: Iterable[SoundTask], root: Path, store: Store) -> dict[str, float]:
    """Give the CPU seconds of each kind of task, those of its tools included."""
    sounds = list(sounds)
    mixes = {sound.mix.key: sound.mix for sound in sounds}
    extracts = {extract.key: extract for mix in mixes.values() for extract in mix.extracts}
    known: dict[str, StoredObject] = {}
    steps: list[tuple[str, Iterable[ExtractTask | MixTask | SoundTask]]] = [
        ("extracts", extracts.values()),
        ("mixes", mixes.values()),
        ("levelled", sounds),
    ]
    spent = {}
    for name, tasks in steps:
        before = _cpu()
        for task in tasks:
            known |= make_objects([task], root, store, known)
        spent[name] = _cpu() - before
    return spent


def _level(folder: Path, minutes: int) -> Record:
    """Level a mix of so many minutes in a process of its own."""
    mix = folder / f"{minutes}.f32"
    noise = np.random.default_rng(1).standard_normal((_RATE * 5, 2)).astype("<f4")
    # Swelling and fading, so that the limiter is at work.
    unit = noise * np.float32(0.2) * np.hanning(len(noise)).astype("<f4")[:, None]
    with mix.open("wb") as stream:
        for _ in range(12 * minutes):
            unit.tofile(stream)
    usage = run_measured([sys.executable, "-c", _LEVEL, mix, mix.with_suffix(".aac")])
    mix.unlink()
    return as_record(usage)


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
