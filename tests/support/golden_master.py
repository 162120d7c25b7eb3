"""A master that decodes to the same pixels and samples wherever it is made, and spans of it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Size
from assetkit.plan.tasks import (
    FootageSource,
    Source,
    SpanTask,
    View,
)
from assetkit.platforms.records import Format
from assetkit.recipe.records import Framing
from assetkit.render.spans import make_spans
from assetkit.subtitles.ass import AssEvent
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.probe import probe_master

RATE = Fraction(25)
MASTER, MASTER_FRAMES = Size(320, 180), 40
TALL, SQUARE = Size(180, 320), Size(240, 240)


class Studio:
    """A folder with a master that decodes to the same pixels and samples wherever it is made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        _make_master(root / "master.mov")
        self.facts = probe_master(root / "master.mov", colour=None, name="master.mov")
        self.number = 0

    def folder(self) -> Path:
        """Give an empty folder."""
        self.number += 1
        made = self.root / str(self.number)
        made.mkdir()
        return made

    def span(
        self,
        size: Size,
        frames: int,
        sources: tuple[Source, ...],
        events: tuple[AssEvent, ...] = (),
    ) -> SpanTask:
        """Give a span in the settings of a real platform, only smaller."""
        coded = Format("golden", size, preset="faster", crf=18, threads=2)
        return SpanTask(RATE, frames, coded, sources, events, "golden")

    def footage(self, size: Size, start: int, framing: Framing | None = None) -> FootageSource:
        """Give the master from a frame on."""
        return FootageSource(self.facts, start, View.of(framing or Framing(), self.facts.size, size))

    def make(self, task: SpanTask) -> Path:
        """Make a span."""
        return make_spans([task], self.root, self.folder())[0]


# A coloured, moving, textured picture, losslessly coded, with a tone and noise at 44.1 kHz.


def _make_master(path: Path) -> None:
    raw = path.with_suffix(".yuv")
    raw.write_bytes(b"".join(_master_frame(number) for number in range(MASTER_FRAMES)))
    sound = path.with_suffix(".s16")
    _master_sound().tofile(sound)
    picture = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", str(MASTER), "-r", "25", "-i", str(raw)]
    heard = ["-f", "s16le", "-ar", "44100", "-ch_layout", "stereo", "-i", str(sound)]
    tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    coded = ["-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-bf", "2", "-g", "12", "-threads", "1"]
    run_ffmpeg(
        ["-y", *picture, *heard, "-vf", tags, *coded, "-c:a", "pcm_s16le", str(path)], loglevel="error"
    )


def _master_frame(number: int) -> bytes:
    rows, columns = np.mgrid[0 : MASTER.height, 0 : MASTER.width]
    wave = (columns * 3 + rows * 2 + number * 11) % 256
    grain = (columns * 7919 + rows * 104729 + number * 1299709) % 31
    luma = (40 + np.abs(wave - 128) + grain).astype(np.uint8)
    rows, columns = (
        rows[: MASTER.height // 2, : MASTER.width // 2],
        columns[: MASTER.height // 2, : MASTER.width // 2],
    )
    blue = (64 + (columns + number * 3) % 128).astype(np.uint8)
    red = (64 + (rows * 2 + number * 5) % 128).astype(np.uint8)
    return bytes(luma.tobytes() + blue.tobytes() + red.tobytes())


def _master_sound() -> npt.NDArray[np.int16]:
    count = int(MASTER_FRAMES / RATE * 44100)
    place = np.arange(count)
    tone = 9000 * np.sin(2 * np.pi * 440 * place / 44100)
    noise = (place * 7919 % 4001) - 2000
    return np.round(np.stack([tone + noise, tone * (place // 4410 % 2)], axis=1)).astype("<i2")
