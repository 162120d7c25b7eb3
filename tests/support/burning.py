"""Burn text into plain grounds with the real tool, and read the luma back."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Size
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.text.fonts import font_dir
from assetkit.tool.ffmpeg import run_ffmpeg

GROUNDS = {
    "white": "drawbox=c=white:t=fill",
    "black": "drawbox=c=black:t=fill",
    "grey": "null",
    "noise": "noise=alls=90:allf=u",
    "grid": "drawbox=c=0xF4EFE6:t=fill,drawgrid=w=24:h=24:t=12:c=black",
}


def burn(
    folder: Path,
    events: Sequence[AssEvent],
    size: Size,
    *,
    rate: Fraction = Fraction(25),
    frames: int = 1,
    ground: str = "black",
    lossless: bool = False,
) -> npt.NDArray[np.uint8]:
    """Give the luma of `frames` frames, frames x rows x columns in limited range, after x264 at crf 20.

    With `lossless`, they are what the coder was given.

    The text filter sees frame n at n / rate seconds.
    """
    script, coded = folder / "burn.ass", folder / "burn.mp4"
    script.write_text(write_ass(events, size, rate), encoding="utf-8")
    source = f"color=gray:s={size}:r={rate}"
    stamp = f"settb={rate.denominator}/{rate.numerator},setpts=N"
    graph = f"{GROUNDS[ground]},format=yuv420p,{stamp},ass=f={script}:fontsdir={font_dir()}"
    coder = [
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-crf",
        "0" if lossless else "20",
        "-fps_mode",
        "passthrough",
    ]
    head = ["-y", "-f", "lavfi", "-i", source, "-frames:v", str(frames), "-vf", graph]
    done = run_ffmpeg([*head, *coder, str(coded)])
    assert "fontselect" not in done.err, done.err
    read = run_ffmpeg(["-i", str(coded), "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"])
    planes = np.frombuffer(read.out, np.uint8).reshape(frames, -1)
    luma: npt.NDArray[np.uint8] = planes[:, : size.width * size.height]
    return luma.reshape(frames, size.height, size.width)
