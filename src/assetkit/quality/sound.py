"""What the sound track holds: its form by its own words, its loudness by EBU R 128 on the file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from assetkit.errors import ToolError
from assetkit.quality.atoms import read_children
from assetkit.quality.records import SoundReport
from assetkit.quality.tracks import Track
from assetkit.tool.ffmpeg import run_ffmpeg

# What ffmpeg's ebur128 gives where nothing passed the absolute gate of R 128.
GATE = -70.0
# Seconds of one gating block of R 128, and one packet more.
_BLOCK = 0.43

_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)
_SUMMARY = re.compile(r"\b(I|LRA|Peak):\s+(-?[\d.]+|-?inf|nan) (?:LUFS|LU|dBFS)")


def read_sound(track: Track) -> SoundReport:
    """Describe a sound track from its sample entry; nothing is decoded."""
    channels = int.from_bytes(track.head[16:18], "big")
    rate = int.from_bytes(track.head[24:26], "big")
    codec = track.entry
    config = _find_config(track)
    if track.entry == "mp4a" and config:
        codec, rate, channels = _read_config(config, rate, channels)
    return SoundReport(codec, rate, channels, track.duration, track.kbps)


def measure_loudness(path: Path, sound: SoundReport) -> SoundReport:
    """Add integrated loudness, true peak and range, measured on what a decoder makes of the file.

    Raises ToolError when the sound cannot be decoded without errors.
    """
    # One channel is played by two loudspeakers: without dualmono it would read 3 LU too low.
    mono = ":dualmono=true" if sound.channels == 1 else ""
    measure = f"{_repeat(sound)}ebur128=peak=true:framelog=quiet{mono}"
    arguments = ["-xerror", "-i", str(path), "-map", "0:a:0", "-vn", "-af", measure, "-f", "null", "-"]
    done = run_ffmpeg(arguments, loglevel="info")
    found = {name: float(value) for name, value in _SUMMARY.findall(done.err.rpartition("Summary:")[2])}
    if not {"I", "LRA", "Peak"} <= found.keys():
        raise ToolError("the loudness of the file could not be measured.", stderr=done.err)
    silent = found["I"] <= GATE
    return replace(
        sound,
        measured=True,
        loudness=None if silent else found["I"],
        true_peak=None if found["Peak"] == float("-inf") else found["Peak"],
        loudness_range=None if silent else found["LRA"],
    )


def _repeat(sound: SoundReport) -> str:
    """Give what plays a sound again that is shorter than the meter's block: or it would read as silence."""
    samples = int(sound.duration * sound.sample_rate)
    return f"aloop=loop=4:size={samples}," if 0 < sound.duration < _BLOCK else ""


def _find_config(track: Track) -> bytes:
    """Give the AudioSpecificConfig: the descriptor with tag 5 inside those with tags 3 and 4 (14496-1)."""
    esds = track.boxes.get("esds") or read_children(track.boxes.get("wave", b""), 0).get("esds", b"")
    body = esds[4:]
    for tag, skip in ((3, 3), (4, 13), (5, 0)):
        if not body or body[0] != tag:
            return b""
        at = 1
        while at < len(body) and body[at] & 0x80:
            at += 1
        body = body[at + 1 + skip :]
    return body


def _read_config(config: bytes, rate: int, channels: int) -> tuple[str, int, int]:
    if len(config) < 2:
        return "aac", rate, channels
    word = int.from_bytes(config[:2], "big")
    kind, index, layout = word >> 11, word >> 7 & 15, word >> 3 & 15
    extension = int.from_bytes(config[2:5].ljust(3, b"\0"), "big")
    # A trailing mark (0x2b7) with object type 5 and its flag set turns AAC-LC into HE-AAC.
    he = extension >> 13 == 0x2B7 and (extension >> 8 & 31) == 5 and bool(extension >> 7 & 1)
    name = {1: "aac-main", 2: "aac-he" if he else "aac-lc", 5: "aac-he", 29: "aac-he-v2"}.get(kind, "aac")
    return name, _RATES[index] if index < len(_RATES) else rate, layout or channels
