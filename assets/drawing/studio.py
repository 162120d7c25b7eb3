"""Makes a film of an animatic: every frame, its sound, one encoding; what is current is left alone."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from assetkit.tool.ffmpeg import run_ffmpeg
from drawing.animatic import HEIGHT, RATE, WIDTH, Film, draw_frame, shot_frames
from drawing.sound import make_sound, write_sound

_PICTURE = "-vf scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=bicubic"
_TAGS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
_CODED = "-c:v libx264 -preset superfast -crf 17 -g 50 -threads 1"
_HEARD = "-c:a aac -b:a 192k -shortest -movflags +faststart"


def read_speech(subtitles: Path) -> list[tuple[float, float]]:
    """Read the (start, stop) seconds of every cue of an SRT file: where the murmur is heard."""
    stamp = r"(\d+):(\d+):(\d+),(\d+)"
    found = re.findall(rf"{stamp} --> {stamp}", subtitles.read_text(encoding="utf-8"))
    cues = [[int(part) for part in row] for row in found]
    return [(_seconds(row[:4]), _seconds(row[4:])) for row in cues]


def _seconds(stamp: list[int]) -> float:
    hours, minutes, seconds, thousandths = stamp
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def is_current(film: Film, folder: Path) -> bool:
    """Whether this very code drew the film that lies in the folder, from these subtitles."""
    path = _path(film, folder)
    stamp = path.with_suffix(".made-by")
    return path.exists() and stamp.exists() and stamp.read_text() == _made_by(film, folder)


def make_film(film: Film, folder: Path) -> Path:
    """Draw and encode a film to `<folder>/films/<name>.mp4`; it appears whole or not at all."""
    path, made_by = _path(film, folder), _made_by(film, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as work:
        sound, staged = Path(work) / "sound.wav", Path(work) / path.name
        write_sound(sound, make_sound(film.seconds, read_speech(_subtitles(film, folder))))
        _encode(film, sound, staged)
        staged.replace(path)
    path.with_suffix(".made-by").write_text(made_by)
    return path


def _path(film: Film, folder: Path) -> Path:
    return folder / "films" / f"{film.name}.mp4"


def _subtitles(film: Film, folder: Path) -> Path:
    return folder / "subtitles" / f"{film.name}.en.srt"


def _made_by(film: Film, folder: Path) -> str:
    """Give the digest of all that a film is made from: the drawing, its story, its cues."""
    story = folder / "stories" / f"{film.name.replace('-', '_')}.py"
    sources = [*sorted((folder / "drawing").glob("*.py")), story, _subtitles(film, folder)]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def _encode(film: Film, sound: Path, path: Path) -> None:
    read, write = os.pipe()

    def feed(sink: int) -> None:
        with os.fdopen(os.dup(sink), "wb") as stream:
            for shot in film.shots:
                for index in range(shot_frames(shot)):
                    stream.write(draw_frame(shot, index))

    raw = f"-f rawvideo -pix_fmt rgb24 -s {WIDTH}x{HEIGHT} -r {RATE} -i pipe:{read}"
    picture = [*f"{_PICTURE},format=yuv420p,{_TAGS}".split(), *_CODED.split()]
    inputs = ["-y", *raw.split(), "-i", str(sound)]
    run_ffmpeg([*inputs, *picture, *_HEARD.split(), str(path)], feeders=[(read, write, feed)])
