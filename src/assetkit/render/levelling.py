"""The sound of a post as an object: a mix brought to its level and coded, and its way into a file.

Coded sound is AAC-LC as ADTS: it has no timestamps, no edit list and no date; packet k is samples
[1024 k, 1024 k + 1024) of the mix.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assetkit.errors import ObjectError
from assetkit.render.sound import RawSound, write_raw
from assetkit.sound.levels import (
    ROUNDS,
    SHORTEST_RANGE,
    SILENCE,
    Levels,
    LevelSetting,
    LevelTarget,
    SoundReport,
    first_setting,
    next_setting,
    report,
)
from assetkit.sound.limiter import BLOCK, limit_blocks
from assetkit.sound.mix import Samples, Sound
from assetkit.sound.offset import MOST_OFFSET, Centred, find_offset
from assetkit.sound.rooms import find_spread
from assetkit.timecode import SAMPLE_RATE
from assetkit.tool.ffmpeg import run_ffmpeg

AAC_FRAME = 1024
_PREROLL = 4 * AAC_FRAME
_RAW = ["-f", "f32le", "-ar", str(SAMPLE_RATE), "-ch_layout", "stereo"]
_CLOSE = 0.2  # LU; a rehearsal that comes so near needs no further one
_SHORTEST_MEASURE = SAMPLE_RATE  # loudness is read from blocks of 400 ms; anything shorter is repeated


@dataclass(frozen=True)
class _Try:
    """One encoded file with the setting that made it, and what it measures."""

    path: Path
    setting: LevelSetting
    levels: Levels


def level_and_encode(
    mix: Path, out: Path, *, target: float = -14.0, ceiling: float = -1.5, kbps: int = 128
) -> SoundReport:
    """Bring a raw mix to a loudness (LUFS) under a true peak (dBTP), and encode it as ADTS AAC.

    The encoded file is measured and corrected in up to four further rounds; where loudness and peak cannot
    both be had, the peak is kept, and the report says what was missed. A mix without programme (under -70
    LUFS) is written as true silence, however much noise it holds.
    """
    raw, wanted = RawSound(mix), LevelTarget(target, ceiling)
    if not len(raw):
        raise ObjectError(f"{mix.name} holds no sound to encode.")
    levels = _measure([*_RAW, "-i", str(mix)], len(raw))
    if levels.silent:
        encode_blocks(_nothing(len(raw)), out, kbps=kbps)
        return SoundReport(None, None, None, 0.0, 1, True, "there is nothing to hear: written as silence")
    if levels.quiet:
        levels = replace(levels, spread=find_spread(raw))
    samples = _centred(raw, first_setting(levels, wanted).gain)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".levels-") as folder:
        setting = _rehearse(samples, levels, wanted, Path(folder))
        tries = _make_tries(samples, levels, setting, wanted, kbps, Path(folder))
        best = min(tries, key=lambda made: (wanted.excess(made.levels), wanted.distance(made.levels)))
        shutil.move(best.path, out)
    return report(best.levels, best.setting, len(tries), wanted, levels)


def _nothing(length: int) -> Iterator[Samples]:
    for start in range(0, length, BLOCK):
        yield np.zeros((min(BLOCK, length - start), 2), np.float32)


def _centred(sound: RawSound, gain: float) -> Sound:
    """Take away the constant that a sound stands on, where so much gain would make it matter."""
    return Centred(sound) if find_offset(sound) * 10 ** (gain / 20) > MOST_OFFSET else sound


def _rehearse(samples: Sound, levels: Levels, target: LevelTarget, folder: Path) -> LevelSetting:
    """Find the gain on the sound itself: where the limiter works, loudness does not follow the gain.

    Coding takes four times as long as limiting and measuring, and hardly changes the loudness.
    """
    setting = first_setting(levels, target)
    tries: list[tuple[LevelSetting, Levels]] = []
    while len(tries) < ROUNDS and (levels.true_peak or 0.0) + setting.gain > setting.ceiling:
        raw = folder / "rehearsal.f32"
        write_raw(_louder(samples, setting), raw)
        heard = _measure([*_RAW, "-i", str(raw)], len(samples), peak=False)
        tries.append((setting, heard))
        following = next_setting(tries, target, levels)
        if target.distance(heard) <= _CLOSE or following.is_like(setting):
            break
        setting = following
    return setting


def _louder(samples: Sound, setting: LevelSetting) -> Iterator[Samples]:
    return limit_blocks(samples, setting.ceiling, setting.gain)


def _make_tries(
    samples: Sound, mix: Levels, setting: LevelSetting, target: LevelTarget, kbps: int, folder: Path
) -> list[_Try]:
    tries: list[_Try] = []
    while True:
        path = folder / f"{len(tries)}.aac"
        encode_blocks(_louder(samples, setting), path, kbps=kbps)
        made = _measure(["-f", "aac", "-i", str(path)], len(samples))
        tries.append(_Try(path, setting, made))
        following = next_setting([(each.setting, each.levels) for each in tries], target, mix)
        if target.met_by(made) or len(tries) > ROUNDS or following.is_like(setting):
            return tries
        setting = following


def encode_sound(samples: Samples, out: Path, *, kbps: int) -> None:
    """Encode stereo samples as `encode_blocks` does."""
    encode_blocks([samples], out, kbps=kbps)


def encode_blocks(blocks: Iterable[Samples], out: Path, *, kbps: int) -> None:
    """Encode stereo sound, given in blocks, so that the stream begins with its first sample.

    An AAC encoder puts 1024 samples before the sound, which players skip only where an edit list says so,
    and needs a few frames to settle. So the beginning is played backwards before it (4 frames), and the
    packets of that and of the encoder's own delay are dropped: the sound is in step in every player.
    """
    dropped = _PREROLL // AAC_FRAME + 1
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".encode-") as folder:
        raw = Path(folder) / "sound.f32"
        write_raw(_with_preroll(blocks), raw)
        coding = ["-c:a", "aac", "-b:a", f"{kbps}k", "-flags:a", "+bitexact", "-threads", "1"]
        packets = ["-bsf:a", rf"noise=drop=lt(n\,{dropped})", "-fflags", "+bitexact", "-map_metadata", "-1"]
        run_ffmpeg(["-y", *_RAW, "-i", str(raw), *coding, *packets, "-f", "adts", str(out)])


def _with_preroll(blocks: Iterable[Samples]) -> Iterator[Samples]:
    for number, block in enumerate(blocks):
        if number == 0:
            head = block[1 : _PREROLL + 1][::-1]
            yield np.zeros((_PREROLL - len(head), 2), np.float32)
            yield head
        yield block


def mux_arguments(sound: Path, *, input_index: int = 1) -> tuple[list[str], list[str]]:
    """Give the input and the output arguments that join an encoded sound to a picture by stream copy.

    `input_index` is the sound's place among the command's inputs. The picture's own `-map`, `-c:v copy`
    and `-video_track_timescale` are the caller's; its first frame must have time 0.
    """
    read = ["-f", "aac", "-i", str(sound)]
    streams = ["-map", f"{input_index}:a:0", "-c:a", "copy", "-bsf:a", "aac_adtstoasc"]
    plain = ["-fflags", "+bitexact", "-map_metadata", "-1"]
    return read, [*streams, *plain, "-movflags", "+faststart+negative_cts_offsets", "-use_editlist", "0"]


def measure_sound(path: Path) -> Levels:
    """Measure an encoded sound file, or the first sound stream of a media file, as it is decoded."""
    return _measure(["-i", str(path)], None)


def _measure(source: list[str], length: int | None, *, peak: bool = True) -> Levels:
    """Read loudness, range and, with `peak`, true peak; `length` in samples, where it is known."""
    again = ""
    if length is not None and length < _SHORTEST_MEASURE:
        again = f"aloop=loop={_SHORTEST_MEASURE // length}:size={length},"
    meter = (
        f"{again}ebur128=peak={'true' if peak else 'none'}:framelog=quiet:metadata=1,ametadata=print:file=-"
    )
    done = run_ffmpeg([*source, "-map", "0:a:0", "-af", meter, "-f", "null", "-"], loglevel="info")
    return read_levels(done.out.decode("utf-8", "replace"), done.err)


def read_levels(frames: str, summary: str) -> Levels:
    """Read what the meter printed for each frame, and its summary.

    The frames have more digits; the summary also knows of a last part of less than 100 ms.
    """
    found = {name: _last_number(rf"lavfi\.r128\.{name}=(\S+)", frames) for name in ("I", "LRA", "true_peak")}
    integrated, peak, rough = found["I"], found["true_peak"], _last_number(r"Peak:\s+(\S+) dBFS", summary)
    if integrated is None:
        integrated = _last_number(r"I:\s+(\S+) LUFS", summary)
    exact = 20 * float(np.log10(peak)) if peak else None
    if rough is not None and (exact is None or rough > exact + 0.06):
        exact = rough
    seconds = _last_number(r"pts_time:(\S+)", frames) or 0.0
    steady = found["LRA"] if seconds + 0.2 >= SHORTEST_RANGE else None
    if integrated is None or integrated <= SILENCE:
        return Levels(None, None, exact)
    return Levels(integrated, steady, exact)


def _last_number(pattern: str, text: str) -> float | None:
    values = [value for value in re.findall(pattern, text) if value not in ("-inf", "inf", "nan", "-nan")]
    return float(values[-1]) if values else None
