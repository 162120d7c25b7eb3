"""Films of several shots, each cut at a known frame."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from assetkit.tool.ffmpeg import run_ffmpeg

_TAGS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
# Pictures that move and are told apart by eye.
_PICTURES = (
    "testsrc2=size={size}:rate={rate}",
    "life=size={size}:rate={rate}:mold=20:ratio=0.2:seed=3:life_color=#C0B080:death_color=#605040",
    "color=c=#206090:size={size}:rate={rate},drawbox=x=40+20*t:y=40:w=60:h=60:color=#F0E0C0:t=fill",
    "mandelbrot=size={size}:rate={rate}",
)


def make_film(
    path: Path,
    lengths: Sequence[int],
    *,
    rate: Fraction = Fraction(25),
    size: str = "320x180",
    coding: Sequence[str] = ("-bf", "2", "-g", "250", "-sc_threshold", "0"),
    sound: bool = True,
) -> Path:
    """Encode a film of shots with so many frames each, hard cuts between them, and a tone."""
    seconds = float(sum(lengths) / rate)
    inputs: list[str] = []
    for index, frames in enumerate(lengths):
        picture = _PICTURES[index % len(_PICTURES)].format(size=size, rate=rate)
        limit = f"trim=end_frame={frames},setpts=PTS-STARTPTS,format=yuv420p"
        inputs += ["-f", "lavfi", "-i", f"{picture},{limit}"]
    heard = ["-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=48000:duration={seconds}"] if sound else []
    joined = f"concat=n={len(lengths)}:v=1:a=0,fps={rate},{_TAGS}[film]"
    maps = ["-map", "[film]", *(["-map", f"{len(lengths)}:a", "-c:a", "aac"] if sound else [])]
    coded = ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-threads", "1", *coding]
    labels = "".join(f"[{index}:v]" for index in range(len(lengths)))
    filters = ["-filter_complex", f"{labels}{joined}"]
    run_ffmpeg(["-y", *inputs, *heard, *filters, *maps, *coded, str(path)], loglevel="error")
    return path
