"""The encoder's options of a span: such that spans join by stream copy, and come out alike on any machine."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from assetkit.platforms.records import Format

# MP4 knows two names for H.265; players of Apple take this one alone. Parameter sets are then in the index.
HEVC_TAG = "hvc1"


def timescale(rate: Fraction) -> int:
    """Give ticks per second of which every frame is a whole number."""
    return rate.numerator if rate.numerator >= 10000 else rate.numerator * 512


def encoding(coded: Format, rate: Fraction) -> dict[str, Any]:
    """Give the output options of ffmpeg for a span of this format and rate."""
    keyint = max(1, int(coded.gop_seconds * rate))
    codec = _hevc(coded, keyint) if coded.codec == "hevc" else _h264(coded, keyint)
    return {
        "fps_mode": "passthrough",
        "enc_time_base": f"{rate.denominator}/{rate.numerator}",
        **codec,
        "flags:v": "+bitexact",
        "fflags": "+bitexact",
        "map_metadata": "-1",
        "video_track_timescale": timescale(rate),
    }


def tag_arguments(coded: Format) -> list[str]:
    """Give the output arguments that name the codec in a joined file; none where the usual name holds."""
    return ["-tag:v", HEVC_TAG] if coded.codec == "hevc" else []


def _h264(coded: Format, keyint: int) -> dict[str, Any]:
    return {
        "c:v": "libx264",
        "preset": coded.preset,
        "crf": coded.crf,
        "threads": coded.threads,
        "profile:v": coded.profile,
        "level": coded.level,
        "maxrate": f"{coded.maxrate}k",
        "bufsize": f"{coded.bufsize}k",
        "pix_fmt": "yuv420p",
        "x264-params": f"stitchable=1:open-gop=0:cpu-independent=1:keyint={keyint}",
        "bsf:v": "filter_units=remove_types=6",
    }


def _hevc(coded: Format, keyint: int) -> dict[str, Any]:
    # One frame at a time and no pool: with threads, the rate control sees other numbers on other machines.
    # Without `info` the encoder writes nothing of itself into the stream.
    single = "pools=none:frame-threads=1:wpp=0:lookahead-slices=0"
    groups = f"keyint={keyint}:open-gop=0:info=0:log-level=error"
    # In `crf` a buffer's fill is carried from span to span by nobody, so each begins with it nearly full.
    rates = f"vbv-maxrate={coded.maxrate}:vbv-bufsize={coded.bufsize}:level-idc={coded.level}"
    return {
        "c:v": "libx265",
        "preset": coded.preset,
        "crf": coded.crf,
        "threads": 1,
        "profile:v": coded.profile,
        "pix_fmt": "yuv420p",
        "x265-params": f"{single}:{groups}:{rates}",
        "tag:v": HEVC_TAG,
    }
