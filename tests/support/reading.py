"""The one way in which spans read a master, as a test runs it: seek, then trim by presentation time."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assetkit.media.facts import MasterFacts
from assetkit.tool.ffmpeg import run_ffmpeg
from support.numbered import read_number


def read_range(path: Path, facts: MasterFacts, start: int, stop: int) -> list[int]:
    """Give the numbers of the frames that the reading recipe yields for [start, stop)."""
    base = facts.time_base
    trim = f"trim=start_pts={facts.pts_edge(start)}:end_pts={facts.pts_edge(stop)}"
    graph = f"settb={base.numerator}/{base.denominator},{trim},format=gray"
    seek = ["-copyts", "-ss", f"{float(facts.seek_seconds(start)):.6f}"]
    read = [*seek, "-i", str(path), "-map", "0:v:0", "-vf", graph]
    done = run_ffmpeg([*read, "-fps_mode", "passthrough", "-f", "rawvideo", "-"], loglevel="fatal")
    frames = np.frombuffer(done.out, np.uint8).reshape(-1, facts.size.height, facts.size.width)
    return [read_number(frame) for frame in frames]
