"""Sound as objects: a master's sound, the mix of a timeline, the levelled and coded file, and its mux.

Raw sound is 48 kHz interleaved stereo of 32-bit little-endian floats without a header, so that numpy maps
it into memory and a cut reads only what it uses. Coded sound is AAC-LC as ADTS: it has no timestamps, no
edit list and no date; packet k is samples [1024 k, 1024 k + 1024) of the mix.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from assetkit.errors import MediaError, ObjectError
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
from assetkit.sound.limiter import limit
from assetkit.sound.mix import MixPlan, Samples, mix
from assetkit.timecode import SAMPLE_RATE
from assetkit.tool.ffmpeg import run_ffmpeg

AAC_FRAME = 1024
_PREROLL = 4 * AAC_FRAME
_RAW = ["-f", "f32le", "-ar", str(SAMPLE_RATE), "-ch_layout", "stereo"]
_CLOSE = 0.2  # LU; a rehearsal that comes so near needs no further one
_SHORTEST_MEASURE = SAMPLE_RATE  # loudness is read from blocks of 400 ms; anything shorter is repeated

# Surround to stereo: centre and surrounds at -3 dB, the low-frequency channel left out (ITU-R BS.775).
_LEFT = {"FL": 1.0, "DL": 1.0, "FC": 0.707, "BL": 0.707, "SL": 0.707, "FLC": 0.707, "BC": 0.5}
_RIGHT = {"FR": 1.0, "DR": 1.0, "FC": 0.707, "BR": 0.707, "SR": 0.707, "FRC": 0.707, "BC": 0.5}


def extract_sound(
    master: Path, sound_index: int, out: Path, *, picture_start: Fraction = Fraction(0), reach: int = 0
) -> None:
    """Write one sound stream of a master as raw sound, in step with its picture.

    Sample k is what sounds at `picture_start` + k / 48000, `picture_start` being the presentation time in
    seconds of the picture's first frame as the file counts (first_pts x time_base). Sound that begins late
    is preceded by silence, sound that begins early is cut, gaps stay gaps. Mono goes to both sides at its
    own level, surround is mixed down, two channels stay as they are. With `reach` the first so many samples
    are all; nothing after them is decoded.

    Raises MediaError where there is no such stream, where its channels have no known place, or where
    nothing can be decoded from it.
    """
    rate, downmix = _probe_sound(master, sound_index)
    shift = int((picture_start * rate + Fraction(1, 2)) // 1)
    filters = [
        "aformat=sample_fmts=fltp",
        # The file's own times, counted from the picture; async fills and cuts, and never stretches.
        f"asettb=1/{rate},asetpts=PTS-({shift})",
        "aresample=async=1:first_pts=0",
        f"aresample={SAMPLE_RATE}:resampler=soxr:precision=28",
        downmix,
        *([f"atrim=end_sample={reach}"] if reach else []),
    ]
    source = ["-copyts", "-i", str(master), "-map", f"0:a:{sound_index}", "-vn", "-sn", "-dn"]
    sink = ["-map_metadata", "-1", "-c:a", "pcm_f32le", "-f", "f32le", str(out)]
    run_ffmpeg(["-y", *source, "-af", ",".join(filters), *sink])
    if not out.stat().st_size:
        raise MediaError(
            f"Sound stream {sound_index} of {master.name} holds no sound after the picture's first frame.",
            remedy="Choose another sound stream, or say that the film has no sound.",
        )


def _probe_sound(master: Path, sound_index: int) -> tuple[int, str]:
    """Give the rate of a sound stream, and the filter that makes it stereo."""
    import av

    with av.open(str(master)) as container:
        if sound_index >= len(container.streams.audio):
            raise MediaError(
                f"{master.name} has no sound stream {sound_index}.", remedy="Choose one that exists."
            )
        stream = container.streams.audio[sound_index]
        names = [channel.name for channel in stream.layout.channels]
        return stream.rate, stereo_filter(names)


def stereo_filter(channels: list[str]) -> str:
    """Give the filter that turns channels (by ffmpeg's names: FL, FC, LFE, SL ...) into stereo.

    Nothing is normalised: levelling follows. Raises MediaError for a channel without a known place.
    """
    if len(channels) == 1:
        return "pan=stereo|c0=c0|c1=c0"
    if len(channels) == 2:
        return "pan=stereo|c0=c0|c1=c1"
    unknown = [name for name in channels if name not in _LEFT and name not in _RIGHT and name != "LFE"]
    if unknown:
        raise MediaError(
            f"The sound has channels without a known place: {', '.join(unknown)}.",
            remedy="Give the master a stereo or 5.1 sound stream whose channels are named.",
        )
    sides = [
        "+".join(f"{gains[name]:g}*c{place}" for place, name in enumerate(channels) if name in gains)
        for gains in (_LEFT, _RIGHT)
    ]
    return f"pan=stereo|c0={sides[0]}|c1={sides[1]}"


def render_mix(plan: MixPlan, sources: dict[str, Path], out: Path) -> None:
    """Mix raw sound files into one raw sound file of plan.total samples; see `sound.mix.mix`."""
    mix(plan, {name: map_sound(path) for name, path in sources.items()}).astype("<f4").tofile(out)


def map_sound(path: Path) -> Samples:
    """Map a raw sound file into memory, shape (n, 2), read-only.

    Raises ObjectError where the file does not hold whole stereo samples.
    """
    size = path.stat().st_size
    if size % 8:
        raise ObjectError(f"{path.name} does not hold whole stereo samples.", size=size)
    if not size:
        return np.zeros((0, 2), np.float32)
    return np.memmap(path, dtype="<f4", mode="r").reshape(-1, 2)


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
    samples, wanted = map_sound(mix), LevelTarget(target, ceiling)
    if not len(samples):
        raise ObjectError(f"{mix.name} holds no sound to encode.")
    levels = _measure([*_RAW, "-i", str(mix)], len(samples))
    if levels.silent:
        encode_sound(np.zeros_like(samples), out, kbps=kbps)
        return SoundReport(None, None, None, 0.0, 1, True, "there is nothing to hear: written as silence")
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".levels-") as folder:
        setting = _rehearse(samples, levels, wanted, Path(folder))
        tries = _make_tries(samples, setting, wanted, kbps, Path(folder))
        best = min(tries, key=lambda made: (wanted.exceeded_by(made.levels), wanted.distance(made.levels)))
        shutil.move(best.path, out)
    return report(best.levels, best.setting, len(tries), wanted)


def _rehearse(samples: Samples, levels: Levels, target: LevelTarget, folder: Path) -> LevelSetting:
    """Find the gain on the sound itself: where the limiter works, loudness does not follow the gain.

    Coding takes four times as long as limiting and measuring, and hardly changes the loudness.
    """
    setting = first_setting(levels, target)
    tries: list[tuple[LevelSetting, Levels]] = []
    while len(tries) < ROUNDS and (levels.true_peak or 0.0) + setting.gain > setting.ceiling:
        raw = folder / "rehearsal.f32"
        _louder(samples, setting).astype("<f4").tofile(raw)
        heard = _measure([*_RAW, "-i", str(raw)], len(samples), peak=False)
        tries.append((setting, heard))
        following = next_setting(tries, target)
        if target.distance(heard) <= _CLOSE or following == setting:
            break
        setting = following
    return setting


def _louder(samples: Samples, setting: LevelSetting) -> Samples:
    return limit(samples * np.float32(10 ** (setting.gain / 20)), setting.ceiling)


def _make_tries(
    samples: Samples, setting: LevelSetting, target: LevelTarget, kbps: int, folder: Path
) -> list[_Try]:
    tries: list[_Try] = []
    while True:
        path = folder / f"{len(tries)}.aac"
        encode_sound(_louder(samples, setting), path, kbps=kbps)
        made = _measure(["-f", "aac", "-i", str(path)], len(samples))
        tries.append(_Try(path, setting, made))
        following = next_setting([(each.setting, each.levels) for each in tries], target)
        if target.met_by(made) or len(tries) > ROUNDS or following == setting:
            return tries
        setting = following


def encode_sound(samples: Samples, out: Path, *, kbps: int) -> None:
    """Encode stereo samples so that the stream begins with the first of them, with nothing to skip.

    An AAC encoder puts 1024 samples before the sound, which players skip only where an edit list says so,
    and needs a few frames to settle. So the beginning is played backwards before it (4 frames), and the
    packets of that and of the encoder's own delay are dropped: the sound is in step in every player.
    """
    head = samples[1 : _PREROLL + 1][::-1]
    missing = np.zeros((_PREROLL - len(head), 2), np.float32)
    dropped = _PREROLL // AAC_FRAME + 1
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".encode-") as folder:
        raw = Path(folder) / "sound.f32"
        np.concatenate([missing, head, samples]).astype("<f4").tofile(raw)
        coding = ["-c:a", "aac", "-b:a", f"{kbps}k", "-flags:a", "+bitexact", "-threads", "1"]
        packets = ["-bsf:a", rf"noise=drop=lt(n\,{dropped})", "-fflags", "+bitexact", "-map_metadata", "-1"]
        run_ffmpeg(["-y", *_RAW, "-i", str(raw), *coding, *packets, "-f", "adts", str(out)])


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
