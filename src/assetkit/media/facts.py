"""What is known of a master, as values; how it is found out is the tool floor's business."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from assetkit.geometry import Size


@dataclass(frozen=True)
class SoundFacts:
    """One sound stream: its place among the sound streams, and its form."""

    index: int
    codec: str
    rate: int
    channels: int
    layout: str
    language: str = ""


@dataclass(frozen=True)
class Colour:
    """Colour of the coded picture, by ffmpeg's names; "unknown" where the file does not say."""

    matrix: str
    primaries: str
    transfer: str
    full_range: bool
    assumed: bool = False


@dataclass(frozen=True)
class MasterFacts:
    """Everything that planning needs to know of a master.

    Frame n (from 0, in display order) has the presentation time nearest to first_pts + n / rate.
    Times are in ticks of `time_base`; `container_start` is what the tool's seek is relative to.
    """

    path: str
    digest: str
    codec: str
    size: Size
    pixel_format: str
    rate: Fraction
    time_base: Fraction
    first_pts: int
    frame_count: int
    key_frames: tuple[int, ...]
    container_start: Fraction
    colour: Colour
    sounds: tuple[SoundFacts, ...]
    picture: int = 0  # its place among the file's video streams: a cover may stand before it

    def pts_edge(self, frame: int) -> int:
        """Give a time in ticks that lies between frame - 1 and frame: where a trim may cut exactly."""
        ticks = (Fraction(frame) - Fraction(1, 2)) / self.rate / self.time_base
        return self.first_pts + -int(-ticks // 1)

    def seek_seconds(self, frame: int) -> Fraction:
        """Give the `-ss` from which this frame is decoded rightly (0: from the start).

        The last key frame at or before one second ahead of the frame, less a second, relative to the
        container's start: the one recipe that was exact for MP4, MOV, Matroska and MPEG-TS, with
        closed and open groups of pictures and with start times other than zero.
        """
        target = self.first_pts * self.time_base + Fraction(frame) / self.rate - 1
        before = [key for key in self.key_frames if key * self.time_base <= target]
        if not before:
            return Fraction(0)
        return max(Fraction(0), before[-1] * self.time_base - 1 - self.container_start)
