"""What was found in a finished file, and what was to be found, as values."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from typing import Any

from assetkit.diagnostics import Severity
from assetkit.geometry import Box, Size


@dataclass(frozen=True)
class PictureReport:
    """The picture track. Times are seconds from the start of the file; `kbps` is the mean rate.

    `rate` is None where frames do not follow each other evenly. `colour` is (primaries, transfer, matrix,
    range) by ffmpeg's names from the stream's parameter set, `tag` the same from the container.
    `longest_gop` is the greatest distance of key frames in frames, the last one to the end.
    """

    codec: str
    profile: str
    level: int
    size: Size
    pixel_format: str
    aspect: Fraction
    interlaced: bool
    colour: tuple[str, str, str, str]
    tag: tuple[str, str, str, str]
    rate: Fraction | None
    rate_entries: int
    frames: int
    duration: Fraction
    start: Fraction
    key_frames: int
    longest_gop: int
    starts_with_key: bool
    open_gops: int
    parameter_sets: int
    kbps: Fraction


@dataclass(frozen=True)
class SoundReport:
    """The sound track. `codec` is "aac-lc" for AAC-LC; loudness in LUFS, peak in dBTP, None for silence.

    `measured` says whether loudness was looked for at all.
    """

    codec: str
    sample_rate: int
    channels: int
    duration: Fraction
    kbps: Fraction
    measured: bool = False
    loudness: float | None = None
    true_peak: float | None = None
    loudness_range: float | None = None


@dataclass(frozen=True)
class FileReport:
    """Everything that was found in one file. `faults` says what could not be read."""

    name: str
    bytes: int
    brands: tuple[str, ...]
    index_first: bool
    edit_lists: int
    metadata: tuple[str, ...]
    pictures: int
    sounds: int
    others: int
    picture: PictureReport | None
    sound: SoundReport | None
    decoded_frames: int | None
    faults: tuple[str, ...]

    @property
    def duration(self) -> Fraction:
        """Length of the longest track in seconds."""
        return max((track.duration for track in (self.picture, self.sound) if track), default=Fraction(0))

    def as_json(self) -> dict[str, Any]:
        """Give plain values: fractions as "24000/1001", sizes as "1080x1920"."""
        plain: dict[str, Any] = _plain(self)
        return plain


@dataclass(frozen=True)
class Expected:
    """What a file was to be. `loudness` None means that it must be silent, with or without a track.

    The tolerance is that of EBU R 128 where exact loudness is impractical, in LU; `true_peak` is in dBTP.
    """

    size: Size
    rate: Fraction
    frames: int
    key_frame_seconds: Fraction
    loudness: float | None
    tolerance: float = 1.0
    true_peak: float = -1.5
    profile: str = "high"
    codec: str = "h264"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. `severity` is what a failure weighs; the words are for people.

    `start` and `stop` are seconds, `box` is pixels: when and where it was found, None for the whole file or
    picture.
    """

    code: str
    passed: bool
    severity: Severity
    message: str
    measured: str
    required: str
    start: float | None = None
    stop: float | None = None
    box: Box | None = None

    @property
    def failed(self) -> bool:
        """Whether this forbids the file: not passed, and more than a note or warning."""
        return not self.passed and self.severity is Severity.ERROR

    @property
    def found(self) -> bool:
        """Whether this has to be told: not passed, whatever it weighs."""
        return not self.passed

    def as_json(self) -> dict[str, Any]:
        """Give plain values; time and box only where there are any."""
        plain: dict[str, Any] = _plain(self)
        return {name: value for name, value in plain.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, (Size, Fraction)):
        return str(value)
    if is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Severity) else value
