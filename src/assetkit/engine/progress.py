"""What a run tells while it works: how much of each stage is done, and what has just ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Stage(Enum):
    """The stages of a batch, in the order in which a file passes them."""

    SOUND = "sound"
    PICTURE = "picture"
    FILE = "files"


@dataclass(frozen=True)
class Progress:
    """Tasks done of all by stage, frames encoded of those to encode, and the task that ended last.

    `label` is empty in the first report, which comes before any task has run. `failure` is the reason where
    the task failed.
    """

    done: dict[Stage, int]
    total: dict[Stage, int]
    frames: int
    frames_total: int
    label: str = ""
    failure: str = ""


Report = Callable[[Progress], None]


def keep_silent(_progress: Progress) -> None:
    """Report nothing."""
