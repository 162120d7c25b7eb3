"""Workspaces with very many deliverables: five hundred cheap ones to render, two thousand to plan."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from bench.texts import write_cues
from bench.tool import prepare
from bench.workspace import (
    FILM_SECONDS,
    PLATFORMS,
    RECIPE,
    Standard,
    campaign_text,
    cut_text,
    film_head,
)

# Small, but large enough for captions that can be proved to be there.
_TINY = {
    "tall": (216, 384),
    "portrait": (216, 270),
    "square": (216, 216),
    "wide": (384, 216),
    "film": (432, 216),
}
_TINY_SECONDS = 20
_TINY_PLATFORMS = 20
_TINY_LANGUAGES = ("kk", "ru", "en", "de", "tr")
_TINY_CUTS = 5
_STEP = 6.5  # seconds of film from one clip of a planned cut to the next


def write_five_hundred(root: Path) -> Path:
    """Write 500 deliverables: 5 cuts, 20 platforms in 5 small formats, 5 languages, each with a caption.

    The film is drawn on the spot: 20 s of 384x216. A rendered workspace is left as it is.
    """
    root.mkdir(parents=True, exist_ok=True)
    names = tuple(f"place-{number}" for number in range(_TINY_PLATFORMS))
    batch = Standard(languages=_TINY_LANGUAGES, master="tiny.mp4")
    film = root / "assets" / batch.master
    if not film.is_file():
        _draw_film(film)
    cuts = [
        cut_text(f"cut-{n}", [(3.0 * n + 1, 12), (3.0 * n + 2, 12)], False, names) for n in range(_TINY_CUTS)
    ]
    _write(root, "platforms.yaml", _tiny_platforms(names))
    _write(root, "assetkit.yaml", campaign_text(batch.languages))
    _write(root, f"recipes/{RECIPE}.yaml", film_head(batch) + "".join(cuts))
    for language in batch.languages:
        cues = write_cues(language, _TINY_SECONDS, 3.0, length=1.0, first=0.75)
        _write(root, f"assets/{language}.srt", cues)
    return root


def write_two_thousand(root: Path, film: Path) -> Path:
    """Write 2016 deliverables: 84 cuts of five clips and two cards, 8 platforms, 3 languages."""
    shutil.rmtree(root, ignore_errors=True)
    batch = Standard()
    cuts = []
    for number in range(84):
        clips = [((number * 7 + place * 110) % 560 + 1.25, 60 + 12 * place) for place in range(5)]
        cuts.append(cut_text(f"cut-{number}", sorted(clips), True, PLATFORMS))
    _write(root, "assetkit.yaml", campaign_text(batch.languages))
    _write(root, f"recipes/{RECIPE}.yaml", film_head(batch) + "".join(cuts))
    for language in batch.languages:
        _write(root, f"assets/{language}.srt", write_cues(language, FILM_SECONDS, 4.8))
    os.link(film, root / "assets" / batch.master)
    return root


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _draw_film(film: Path) -> None:
    film.parent.mkdir(parents=True, exist_ok=True)
    picture = f"testsrc2=s=384x216:r=24:d={_TINY_SECONDS},format=yuv420p,setparams=colorspace=bt709"
    tags = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
    source = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", f"sine=d={_TINY_SECONDS}:r=48000"]
    prepare(*source, "-c:v", "libx264", "-preset", "veryfast", *tags, "-c:a", "aac", film)


def _tiny_platforms(names: tuple[str, ...]) -> str:
    shapes = list(_TINY)
    lines = ["formats:"]
    settings = 'preset: superfast, crf: 20, threads: 1, level: "3.1"'
    lines += [f"  tiny-{name}: {{size: {w}x{h}, {settings}}}" for name, (w, h) in _TINY.items()]
    lines.append("layouts:")
    for name, (width, height) in _TINY.items():
        box = f"[4, {height // 2}, {width - 8}, {height // 2 - 4}]"
        lines.append(f"  tiny-{name}: {{size: {width}x{height}, captions: {box}, cards: {box}}}")
    lines.append("platforms:")
    for number, name in enumerate(names):
        shape = f"tiny-{shapes[number % len(shapes)]}"
        lines.append(f"  {name}: {{title: Place {number}, format: {shape}, layout: {shape}}}")
    return "\n".join([*lines, ""])
