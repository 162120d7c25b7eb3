"""The contact sheet of quality control: the frames of each finding, for an eye to judge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assetkit.quality.control import Control
from assetkit.quality.records import Check
from assetkit.render.sheet import Group, Print, draw_sheet
from assetkit.render.stills import Picture

_MOST = 12  # findings of one file that are shown
_MARK = (236, 0, 140)


def write_qc_sheet(path: Path, found: Sequence[tuple[Path, Control]]) -> None:
    """Write a PNG with the frames on which something was found; a file without any shows three of its own."""
    from PIL import Image

    groups = tuple(_group(file, result) for file, result in found)
    bad = sum(result.failed for _, result in found)
    note = f"{len(found)} file{'s' if len(found) != 1 else ''}, {bad} refused"
    shown = [group for group in groups if group.prints]
    if shown:
        Image.fromarray(draw_sheet("Quality control", note, shown)).save(path, "PNG")


def _group(file: Path, result: Control) -> Group:
    told = [check for check in result.checks if check.found and check.start is not None][:_MOST]
    duration = float(result.report.duration)
    moments = [float(check.start or 0) for check in told] or [duration * part for part in (0.1, 0.5, 0.9)]
    pictures = _grab(file, moments)
    state = "refused" if result.failed else "good"
    prints = []
    for number, (moment, picture) in enumerate(zip(moments, pictures, strict=True)):
        if picture is None:
            continue
        check = told[number] if told else None
        label = f"{check.code}  {moment:.2f} s" if check else f"{moment:.2f} s"
        prints.append(Print(_mark(picture, check), label, str(file)))
    return Group(file.name, state, tuple(prints))


def _grab(file: Path, moments: Sequence[float]) -> list[Picture | None]:
    """Give the frame that is shown at each moment, in one pass; None where none can be decoded."""
    import av

    shown: list[Picture | None] = [None] * len(moments)
    waiting = sorted(range(len(moments)), key=lambda number: moments[number])
    try:
        with av.open(str(file)) as container:
            last: Any = None
            for frame in container.decode(container.streams.video[0]):
                while waiting and (frame.time or 0) > moments[waiting[0]] + 1e-6:
                    shown[waiting.pop(0)] = _rgb(last or frame)
                last = frame
                if not waiting:
                    break
            for number in waiting if last is not None else ():
                shown[number] = _rgb(last)
    except (av.FFmpegError, IndexError):
        pass  # a file that breaks off shows what there is of it
    return shown


def _rgb(frame: Any) -> Picture:
    picture: Picture = frame.to_ndarray(format="rgb24")
    return picture


def _mark(picture: Picture, check: Check | None) -> Picture:
    """Draw a frame around the box of a finding."""
    if check is None or check.box is None:
        return picture
    import numpy as np

    marked, box = picture.copy(), check.box
    wide = max(2, max(picture.shape[:2]) // 240)
    rows = slice(max(0, box.y - wide), box.bottom + wide)
    columns = slice(max(0, box.x - wide), box.right + wide)
    inside = np.zeros(picture.shape[:2], bool)
    inside[rows, columns] = True
    inside[max(0, box.y) : box.bottom, max(0, box.x) : box.right] = False
    marked[inside] = _MARK
    return marked
