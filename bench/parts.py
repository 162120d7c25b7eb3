"""What every peer gets: card films without loss, the graph of a deliverable, the encoder settings."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from assetkit.plan.tasks import CardSource, FootageSource
from assetkit.platforms.records import Format
from assetkit.render.cards import card_clip, frame_at
from assetkit.text.fonts import font_dir
from bench.film import FRAMES_PER_SECOND
from bench.planned import Part
from bench.tool import ffmpeg, tool_env

TO_TAGS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
SCALING = "bicubic+accurate_rnd+bitexact"


@dataclass(frozen=True)
class Graph:
    """Inputs and filters of one picture; `picture` and `sound` are the names of their streams."""

    inputs: list[str]
    filters: list[str]
    picture: str
    sound: str


def card_film(part: Part, folder: Path) -> Path:
    """Give a card as a film without loss, made where it is not there yet."""
    source = part.source
    if not isinstance(source, CardSource):
        raise ValueError("This part is no card.")
    name = hashlib.sha256(repr((source.spec, part.frames)).encode()).hexdigest()[:20]
    path = folder / f"card-{name}.mkv"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        _draw_card(source, part.frames, path)
    return path


def _draw_card(source: CardSource, frames: int, path: Path) -> None:
    size = source.spec.size
    read = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", str(size), "-r", str(FRAMES_PER_SECOND), "-i", "-"]
    scale = f"scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags={SCALING}+full_chroma_int"
    write = [
        "-vf",
        f"{scale},format=yuv420p,{TO_TAGS}",
        "-c:v",
        "libx264",
        "-qp",
        "0",
        "-preset",
        "ultrafast",
    ]
    staged = path.with_suffix(".part.mkv")
    command = [part for part in ffmpeg(*read, *write, staged) if part != "-nostdin"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=tool_env()) as child:
        assert child.stdin is not None
        clip = card_clip(source.spec)
        for number in range(source.start, source.start + frames):
            child.stdin.write(frame_at(clip, number, source.spec.rate).tobytes())
        child.stdin.close()
        if child.wait():
            raise RuntimeError("A card could not be written.")
    staged.rename(path)


def graph_of(
    parts: Sequence[Part], coded: Format, root: Path, cards: Path, script: Path | None, *, sound: bool = True
) -> Graph:
    """Give the graph of a whole deliverable; `script` is its captions as ASS, `cards` the folder of cards.

    Every clip is an input of its own, sought to half a frame before its first frame: the frames are exact on
    this film, and decoding from the film's start is not charged to the peer.
    """
    inputs: list[str] = []
    filters: list[str] = []
    names = ""
    for number, part in enumerate(parts):
        inputs += _input(part, root, cards)
        filters.append(f"[{number}:v]{_framing(part, coded)}setpts=PTS-STARTPTS[v{number}]")
        names += f"[v{number}]"
    burn = f",ass=f={script}:fontsdir={font_dir()}" if script else ""
    steady = f"settb=1/{FRAMES_PER_SECOND},setpts=N{burn},{TO_TAGS}"
    filters.append(f"{names}concat=n={len(parts)}:v=1:a=0,{steady}[v]")
    if sound:
        filters += [_sound(number, part) for number, part in enumerate(parts)]
        heard = "".join(f"[a{number}]" for number in range(len(parts)))
        filters.append(f"{heard}concat=n={len(parts)}:v=0:a=1[a]")
    return Graph(inputs, filters, "[v]", "[a]")


def _input(part: Part, root: Path, cards: Path) -> list[str]:
    if not isinstance(part.source, FootageSource):
        return ["-i", str(card_film(part, cards))]
    start = max(0.0, (part.source.start - 0.5) / FRAMES_PER_SECOND)
    length = f"{part.frames / FRAMES_PER_SECOND:.6f}"
    return ["-ss", f"{start:.6f}", "-t", length, "-i", str(root / part.source.facts.path)]


def _framing(part: Part, coded: Format) -> str:
    if not isinstance(part.source, FootageSource):
        return ""
    box, size = part.source.view.box, coded.size
    if part.source.view.fit != "crop":
        raise ValueError("The benchmarks know crops only.")
    crop = f"crop={box.width}:{box.height}:{box.x}:{box.y}"
    return f"{crop},scale={size.width}:{size.height}:flags={SCALING},setsar=1,format=yuv420p,"


def _sound(number: int, part: Part) -> str:
    seconds = f"{float(Fraction(part.frames, FRAMES_PER_SECOND)):.6f}"
    trim = f"atrim=duration={seconds},asetpts=PTS-STARTPTS[a{number}]"
    if isinstance(part.source, FootageSource):
        return f"[{number}:a]aresample=48000,apad,{trim}"
    return f"anullsrc=r=48000:cl=stereo,{trim}"


def encoder_arguments(coded: Format, *, threads: int | None = None) -> list[str]:
    """Give the encoder settings of a format, as a plain command writes them; `threads` None means default."""
    gop = max(1, int(coded.gop_seconds * FRAMES_PER_SECOND))
    given = ["-c:v", "libx264", "-preset", coded.preset, "-crf", str(coded.crf), "-pix_fmt", "yuv420p"]
    given += ["-profile:v", coded.profile, "-level", coded.level, "-g", str(gop)]
    given += ["-maxrate", f"{coded.maxrate}k", "-bufsize", f"{coded.bufsize}k"]
    return given if threads is None else [*given, "-threads", str(threads)]
