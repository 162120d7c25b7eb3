"""What each post was last made from, so that a plan can say why something must be made again.

A memory and nothing more: losing it costs reasons, never a right result.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from assetkit.plan.reasons import SpanTrace, trace_file
from assetkit.plan.tasks import FileTask
from assetkit.timecode import FrameRange
from assetkit.tool.digest import replace_file


class History:
    """Traces of posts below the folder `root`, one small file for each."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def recall(self, post: str) -> list[SpanTrace]:
        """Give the spans of the post (its folder below the output) as last made; none if unknown."""
        try:
            rows = json.loads(self._path(post).read_bytes())["spans"]
            return [_read(row) for row in rows]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return []

    def remember(self, post: str, task: FileTask) -> None:
        """Remember what the post was made from."""
        rows = [_write(trace) for trace in trace_file(task)]
        replace_file(self._path(post), json.dumps({"post": post, "file": task.key, "spans": rows}))

    def _path(self, post: str) -> Path:
        return self.root / f"{hashlib.sha256(post.encode()).hexdigest()[:32]}.json"


def _write(trace: SpanTrace) -> dict[str, Any]:
    frames = [trace.range.start, trace.range.stop]
    return {"place": trace.place, "frames": frames, "key": trace.key, "parts": trace.parts}


def _read(row: dict[str, Any]) -> SpanTrace:
    parts = {str(name): str(digest) for name, digest in row["parts"].items()}
    first, last = row["frames"]
    return SpanTrace(str(row["place"]), FrameRange(int(first), int(last)), str(row["key"]), parts)
