"""Raw sound as objects: the sound of a file, in step with its picture, and the mix of a timeline.

Raw sound is 48 kHz interleaved stereo of 32-bit little-endian floats without a header, so that a cut reads
only what it uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import numpy as np

from assetkit.errors import MediaError, ObjectError
from assetkit.sound.mix import MixPlan, Samples, mix_blocks
from assetkit.timecode import SAMPLE_RATE
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.sounds import SOUND_FORMATS

_BLOCK = 1 << 20
# Surround to stereo: centre and surrounds at 0.7071, a single surround at 0.5 on each side, the low-frequency
# channel left out (ITU-R BS.775, table of downmixing to 2/0).
_LEFT = {"FL": 1.0, "DL": 1.0, "FC": 0.7071, "BL": 0.7071, "SL": 0.7071, "FLC": 0.7071, "BC": 0.5}
_RIGHT = {"FR": 1.0, "DR": 1.0, "FC": 0.7071, "BR": 0.7071, "SR": 0.7071, "FRC": 0.7071, "BC": 0.5}


def extract_sound(
    master: Path, sound_index: int, out: Path, *, picture_start: Fraction = Fraction(0), reach: int = 0
) -> None:
    """Write one sound stream of a master as raw sound, in step with its picture.

    Sample k is what sounds at `picture_start` + k / 48000, `picture_start` being the presentation time in
    seconds of the picture's first frame as the file counts (first_pts x time_base). Sound that begins late
    is preceded by silence, sound that begins early is cut, gaps stay gaps. Mono goes to both sides at its
    own level, surround is mixed down, two channels stay as they are. With `reach` the first so many samples
    are all; nothing after them is decoded.

    Raises MediaError where the file is no media file of one part, where there is no such stream, where its
    channels have no known place, where nothing can be decoded from it, or where a sample is no number.
    """
    container, rate, downmix = _probe_sound(master, sound_index)
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
    # Opened as what it was found to be: a list of files that calls itself a sound would be played.
    opened = ["-f", container, "-protocol_whitelist", "file", "-copyts", "-i", f"file:{master.resolve()}"]
    source = [*opened, "-map", f"0:a:{sound_index}", "-vn", "-sn", "-dn"]
    sink = ["-map_metadata", "-1", "-c:a", "pcm_f32le", "-f", "f32le", str(out)]
    run_ffmpeg(["-y", *source, "-af", ",".join(filters), *sink])
    if not out.stat().st_size:
        raise MediaError(
            f"Sound stream {sound_index} of {master.name} holds no sound after the picture's first frame.",
            remedy="Choose another sound stream, or say that the film has no sound.",
        )
    _refuse_no_numbers(out, master.name)


def _refuse_no_numbers(raw: Path, name: str) -> None:
    """Refuse what a float file can hold and nobody can hear: one such sample makes a whole mix silent."""
    sound = RawSound(raw)
    for start in range(0, len(sound), _BLOCK):
        block = sound[start : start + _BLOCK]
        if not np.isfinite(block).all():
            at = start + int(np.argmin(np.isfinite(block).all(axis=1)))
            raise MediaError(
                f"{name}: samples of its sound are no numbers, the first at {at / SAMPLE_RATE:.3f} s.",
                remedy="Export its sound again, as 16 or 24 bits.",
            )


def _probe_sound(master: Path, sound_index: int) -> tuple[str, int, str]:
    """Give the kind of file, the rate of a sound stream, and the filter that makes it stereo."""
    import av

    options = {"format_whitelist": SOUND_FORMATS, "protocol_whitelist": "file"}
    try:
        opened = av.open(f"file:{master.resolve()}", options=options)
    except av.FFmpegError as error:
        message = f"{master.name}: its sound cannot be read: {error.strerror}."
        raise MediaError(message, remedy="Copy or export the file again.") from error
    with opened as container:
        if sound_index >= len(container.streams.audio):
            raise MediaError(
                f"{master.name} has no sound stream {sound_index}.", remedy="Choose one that exists."
            )
        stream = container.streams.audio[sound_index]
        names = [channel.name for channel in stream.layout.channels]
        return container.format.name.split(",")[0], stream.rate, stereo_filter(names)


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
    """Mix raw sound files into one raw sound file of plan.total samples; see `sound.mix.mix`.

    Files are read where they are needed: a mapped one counts as memory for all that was read of it.
    """
    read = map_sound if plan.beds else RawSound
    write_raw(mix_blocks(plan, {name: read(path) for name, path in sources.items()}), out)


class RawSound:
    """A raw sound file that is read by slices, shape (n, 2); raises ObjectError as `map_sound` does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._length = len(map_sound(path))

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, part: slice) -> Samples:
        start, stop, _ = part.indices(self._length)
        count = max(0, stop - start)
        return np.fromfile(self._path, "<f4", 2 * count, offset=8 * start).reshape(-1, 2)


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


def write_raw(blocks: Iterable[Samples], path: Path) -> None:
    """Write sound that is given in blocks as a raw file."""
    with path.open("wb") as stream:
        for block in blocks:
            block.astype("<f4").tofile(stream)
