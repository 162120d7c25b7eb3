"""Small finished files, good ones and ones with a single fault, made by ffmpeg."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assetkit.tool.ffmpeg import run_ffmpeg

TAGS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
HOUSE = ["-movflags", "+faststart+negative_cts_offsets", "-use_editlist", "0"]
# A tone of 997 Hz in both channels has as many LUFS as its peak has dBFS.
AMPLITUDE = 0.1995


def make_finished(
    path: Path,
    *,
    seconds: float = 2,
    rate: str = "25",
    size: str = "144x256",
    filters: str = TAGS,
    x264: str = "open-gop=0",
    coding: Sequence[str] = (),
    mux: Sequence[str] = (*HOUSE, "-fflags", "+bitexact"),
    amplitude: float | None = AMPLITUDE,
    sound_seconds: float | None = None,
    sound: Sequence[str] = ("-ar", "48000", "-ac", "2"),
) -> Path:
    """Encode a test picture with a tone; the defaults make a file that passes every check.

    `amplitude` None leaves out the sound track.
    """
    picture = ["-f", "lavfi", "-i", f"testsrc2=size={size}:rate={rate}:duration={seconds}"]
    tone = f"{amplitude}*sin(2*PI*997*t)"
    length = sound_seconds or seconds
    audio = (
        ["-f", "lavfi", "-i", f"aevalsrc={tone}|{tone}:s=48000:d={length}"] if amplitude is not None else []
    )
    coded = ["-vf", filters, "-c:v", "libx264", "-preset", "veryfast", "-threads", "1", "-pix_fmt", "yuv420p"]
    coded += ["-g", "25", "-bf", "2", "-sc_threshold", "0", "-x264-params", x264, *coding]
    spoken = ["-c:a", "aac", "-b:a", "128k", *sound] if audio else []
    clean = ["-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1"]
    run_ffmpeg(["-y", *picture, *audio, *coded, *spoken, *clean, *mux, str(path)], loglevel="error")
    return path
