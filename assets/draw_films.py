"""Draw the stand-in film of the example: `python assets/draw_films.py` writes assets/films/the-dress.mp4.

The real film is not ours to give away. This one has its length of breath and its shapes: shots with a subject
off the centre, moving, with sound under them, so that framing, captions and levels can be seen at work. It is
marked as a stand-in along its upper edge, so that every crop shows it. Shots are data: `FILMS`.
"""

from __future__ import annotations

import hashlib
import math
import os
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drawing.people import (
    embracing_pair,
    father_from_behind,
    hanging_dress,
    hanging_shirt,
    seated_child,
    sewing_father,
    sewing_hand,
    standing_child,
    standing_father,
)
from drawing.places import (
    HEIGHT,
    WIDTH,
    cloud,
    doorway,
    hill,
    kitchen,
    lamplit_room,
    meadow,
    table,
    valley,
    window_corner,
    yard,
)
from drawing.sound import make_sound, write_sound
from PIL import Image, ImageDraw, ImageFont

from assetkit.tool.ffmpeg import run_ffmpeg

RATE = 25
HERE = Path(__file__).resolve().parent
Point = tuple[float, float]


@dataclass(frozen=True)
class Layer:
    """A drawn thing in a shot: its top left at the start, its speed in pixels a second, and how it lives.

    `bob` is pixels up and down, `sway` the lean in pixels, `period` the seconds of one swing; `hung` things
    swing below a fixed top, others lean above fixed feet.
    """

    picture: Callable[[], Image.Image]
    at: Point
    speed: Point = (0, 0)
    bob: float = 0
    sway: float = 0
    period: float = 4
    hung: bool = False
    phase: float = 0


@dataclass(frozen=True)
class Shot:
    """A place, what is in it from back to front, and for how many seconds."""

    name: str
    seconds: float
    place: Callable[[], Image.Image]
    layers: tuple[Layer, ...]


@dataclass(frozen=True)
class Film:
    """A stand-in film: its name, its shots in order."""

    name: str
    shots: tuple[Shot, ...]


THE_DRESS = Film(
    "the-dress",
    (
        Shot("home", 3, valley, (Layer(cloud, (640, 90), (14, 0)), Layer(cloud, (60, 150), (9, 0)))),
        Shot("embrace", 6, doorway, (Layer(embracing_pair, (270, 226), (4, 0), sway=7, period=5),)),
        Shot(
            "line",
            5,
            yard,
            (
                Layer(cloud, (500, 70), (12, 0)),
                Layer(hanging_shirt, (640, 186), sway=26, period=3.4, hung=True, phase=1.2),
                Layer(hanging_dress, (230, 178), sway=38, period=2.9, hung=True),
            ),
        ),
        Shot(
            "sewing",
            6,
            lamplit_room,
            (
                Layer(sewing_father, (640, 166), sway=4, period=5),
                Layer(sewing_hand, (836, 300), bob=26, period=2.4),
                Layer(table, (380, 552)),
            ),
        ),
        Shot(
            "kitchen",
            6,
            kitchen,
            (
                Layer(standing_father, (470, 196), (6, 0), sway=5, period=4.5),
                Layer(seated_child, (690, 270), sway=5, period=3.6),
                Layer(table, (340, 552)),
            ),
        ),
        Shot("window", 5, window_corner, (Layer(standing_child, (600, 320), (16, 0), sway=6, period=2.4),)),
        Shot(
            "walk",
            5,
            meadow,
            (
                Layer(cloud, (760, 110), (10, 0)),
                Layer(standing_father, (250, 232), (64, 0), bob=5, sway=4, period=0.9),
                Layer(standing_child, (392, 386), (64, 0), bob=5, sway=5, period=0.7),
            ),
        ),
        Shot(
            "hill",
            4,
            hill,
            (Layer(cloud, (120, 120), (12, 0)), Layer(father_from_behind, (700, 236), sway=5, period=4)),
        ),
    ),
)
FILMS = (THE_DRESS,)


def shot_frames(shot: Shot) -> int:
    """Give the length of a shot in frames."""
    return round(shot.seconds * RATE)


@cache
def _drawn(draw: Callable[[], Image.Image]) -> Image.Image:
    return draw()


@cache
def _mark() -> Image.Image:
    # Every 320 pixels, so that even the narrowest crop (405 of 1280) holds one whole mark.
    sheet = Image.new("RGBA", (WIDTH, 40), (0, 0, 0, 0))
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(17)
    for x in range(26, WIDTH, 320):
        pen.text((x + 1, 13), "stand-in", font=font, fill=(30, 24, 40, 150))
        pen.text((x, 12), "stand-in", font=font, fill=(255, 250, 240, 220))
    return sheet


def draw_frame(shot: Shot, index: int) -> bytes:
    """Draw one frame of a shot as RGB bytes, WIDTH x HEIGHT."""
    frame = _drawn(shot.place).copy()
    for layer in shot.layers:
        _place(frame, layer, index / RATE)
    frame.paste(_mark(), (0, 0), _mark())
    return frame.tobytes()


def _place(frame: Image.Image, layer: Layer, time: float) -> None:
    picture = _drawn(layer.picture)
    swing = math.sin(2 * math.pi * time / layer.period + layer.phase)
    x = layer.at[0] + layer.speed[0] * time
    y = layer.at[1] + layer.speed[1] * time - layer.bob * abs(swing)
    left, top, pad = math.floor(x), math.floor(y), math.ceil(abs(layer.sway)) + 2
    if (x, y) == (left, top) and not layer.sway:
        frame.paste(picture, (left, top), picture)
        return
    lean = layer.sway * swing / picture.height
    fixed = 0 if layer.hung else picture.height
    # Output (u, v) shows input (u - pad - fraction - lean of its row, v - fraction): finer than a pixel.
    affine = (1, -lean, lean * fixed - pad - (x - left), 0, 1, -(y - top))
    size = (picture.width + 2 * pad, picture.height + 1)
    moved = picture.transform(size, Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)
    frame.paste(moved, (left - pad, top), moved)


def read_speech(subtitles: Path) -> list[tuple[float, float]]:
    """Read the (start, stop) seconds of every cue of an SRT file: where the murmur is heard."""
    stamp = r"(\d+):(\d+):(\d+),(\d+)"
    found = re.findall(rf"{stamp} --> {stamp}", subtitles.read_text(encoding="utf-8"))
    cues = [[int(part) for part in row] for row in found]
    return [tuple(h * 3600 + m * 60 + s + ms / 1000 for h, m, s, ms in (row[:4], row[4:])) for row in cues]  # type: ignore[misc]


def make_film(film: Film, folder: Path = HERE) -> Path:
    """Draw and encode a film to `<folder>/films/<name>.mp4`, unless this very code drew what is there."""
    path, subtitles = folder / "films" / f"{film.name}.mp4", folder / "subtitles" / f"{film.name}.en.srt"
    sources = [Path(__file__), *sorted((HERE / "drawing").glob("*.py")), subtitles]
    made_by = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    stamp = path.with_suffix(".made-by")
    if path.exists() and stamp.exists() and stamp.read_text() == made_by:
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as work:
        sound, staged = Path(work) / "sound.wav", Path(work) / path.name
        write_sound(sound, make_sound(sum(shot.seconds for shot in film.shots), read_speech(subtitles)))
        _encode(film, sound, staged)
        staged.replace(path)
    stamp.write_text(made_by)
    return path


def _encode(film: Film, sound: Path, path: Path) -> None:
    read, write = os.pipe()

    def feed(sink: int) -> None:
        with os.fdopen(os.dup(sink), "wb") as stream:
            for shot in film.shots:
                for index in range(shot_frames(shot)):
                    stream.write(draw_frame(shot, index))

    picture = [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-s",
        f"{WIDTH}x{HEIGHT}",
        "-r",
        str(RATE),
        "-i",
        f"pipe:{read}",
    ]
    matrix = (
        "scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=bicubic+accurate_rnd+full_chroma_int"
    )
    tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    coded = [
        "-vf",
        f"{matrix},format=yuv420p,{tags}",
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-crf",
        "17",
        "-g",
        "50",
    ]
    heard = ["-c:a", "aac", "-b:a", "192k", "-shortest", "-movflags", "+faststart"]
    run_ffmpeg(["-y", *picture, "-i", str(sound), *coded, *heard, str(path)], feeders=[(read, write, feed)])


if __name__ == "__main__":
    for one in FILMS:
        sys.stdout.write(f"{make_film(one)}\n")
