"""The moviepy script of a deliverable, as a person would write it; run as a child with the path of its job.

The job is a JSON object: `film`, `rate`, `size`, `parts` (footage: `start`, `frames`, `crop`; cards: `card`,
`frames`), `captions` (`start`, `stop`, `picture`, `x`, `y`), `out`, `preset`, `kbps`, `options`.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any


def main(path: Path) -> None:
    """Make the film that the job describes; a job without parts ends when moviepy is imported."""
    from moviepy import VideoFileClip, concatenate_videoclips

    job = json.loads(path.read_text(encoding="utf-8"))
    if not job["parts"]:
        return
    film = VideoFileClip(job["film"])
    clips: list[Any] = []
    at = 0
    for part in job["parts"]:
        clips += _clips(film, part, at, job)
        at += part["frames"]
    whole = concatenate_videoclips(clips, method="chain")
    whole.write_videofile(
        job["out"],
        fps=job["rate"],
        codec="libx264",
        preset=job["preset"],
        audio_codec="aac",
        audio_bitrate=f"{job['kbps']}k",
        audio_fps=48000,
        ffmpeg_params=job["options"],
        logger=None,
    )


def _clips(film: Any, part: dict[str, Any], at: int, job: dict[str, Any]) -> list[Any]:
    """Give the clips of one part: only what carries a caption is composed, the rest is left plain."""
    from moviepy import VideoFileClip

    rate, frames = job["rate"], part["frames"]
    if "card" in part:
        return [VideoFileClip(part["card"])]
    start = part["start"]
    x, y, width, height = part["crop"]
    clip = film.subclipped(start / rate, (start + frames) / rate)
    clip = clip.cropped(x1=x, y1=y, width=width, height=height).resized(tuple(job["size"]))
    edges = {0, frames}
    for caption in job["captions"]:
        edges |= {min(max(caption[side] - at, 0), frames) for side in ("start", "stop")}
    bounds = sorted(edges)
    return [_stretch(clip, begin, end, at, job) for begin, end in pairwise(bounds)]


def _stretch(clip: Any, begin: int, end: int, at: int, job: dict[str, Any]) -> Any:
    from moviepy import CompositeVideoClip, ImageClip

    piece = clip.subclipped(begin / job["rate"], end / job["rate"])
    for caption in job["captions"]:
        if caption["start"] - at <= begin and end <= caption["stop"] - at:
            text = ImageClip(caption["picture"]).with_duration(piece.duration)
            piece = CompositeVideoClip([piece, text.with_position((caption["x"], caption["y"]))])
    return piece


if __name__ == "__main__":
    main(Path(sys.argv[1]))
