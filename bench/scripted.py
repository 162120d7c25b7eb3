"""Jobs for the moviepy script: the parts of a deliverable, with its captions as ready-made pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import FootageSource
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.text.fonts import font_dir
from assetkit.timecode import FrameRange
from bench.film import FRAMES_PER_SECOND
from bench.measure import Usage, run_measured
from bench.parts import SCALING, TO_TAGS, card_film, encoder_arguments
from bench.planned import Part, texts_of
from bench.tool import prepare


def run_script(
    item: Deliverable, parts: Sequence[Part], root: Path, work: Path, name: str
) -> tuple[Usage, Path]:
    """Make `parts` of a deliverable by a moviepy script; captions belong to the first parts of it."""
    folder = work / "moviepy"
    folder.mkdir(parents=True, exist_ok=True)
    out, job = folder / f"{name}.mp4", folder / f"{name}.json"
    job.write_text(json.dumps(_job(item, parts, root, work, out)), encoding="utf-8")
    return run_measured([sys.executable, Path(__file__).with_name("script.py"), job], cwd=folder), out


def run_import(work: Path) -> Usage:
    """Run the script with nothing to do: what starting Python and moviepy costs each time."""
    folder = work / "moviepy"
    folder.mkdir(parents=True, exist_ok=True)
    job = folder / "nothing.json"
    job.write_text(json.dumps({"parts": []}), encoding="utf-8")
    return run_measured([sys.executable, Path(__file__).with_name("script.py"), job], cwd=folder)


def _job(item: Deliverable, parts: Sequence[Part], root: Path, work: Path, out: Path) -> dict[str, Any]:
    coded = item.platform.format
    footage = [part.source for part in parts if isinstance(part.source, FootageSource)]
    captions = texts_of(item.file) if footage else []
    settings = encoder_arguments(coded)[4:]  # codec and preset are arguments of moviepy's own
    colours = f"scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags={SCALING},{TO_TAGS}"
    return {
        "film": str(root / footage[0].facts.path) if footage else str(card_film(parts[0], work / "cards")),
        "rate": FRAMES_PER_SECOND,
        "size": [coded.size.width, coded.size.height],
        "parts": [_part(part, work) for part in parts],
        "captions": [
            _caption(event, item, work / "captions" / f"{out.stem}-{number}")
            for number, event in enumerate(captions)
        ],
        "out": str(out),
        "preset": coded.preset,
        "kbps": item.platform.audio_kbps,
        "options": ["-vf", colours, *settings, "-movflags", "+faststart"],
    }


def _part(part: Part, work: Path) -> dict[str, Any]:
    if not isinstance(part.source, FootageSource):
        return {"card": str(card_film(part, work / "cards")), "frames": part.frames}
    box = part.source.view.box
    crop = [box.x, box.y, box.width, box.height]
    return {"start": part.source.start, "frames": part.frames, "crop": crop}


def _caption(event: AssEvent, item: Deliverable, stem: Path) -> dict[str, Any]:
    """Draw a caption once, cut to what it covers; its colours lie on transparent ground."""
    from PIL import Image

    stem.parent.mkdir(parents=True, exist_ok=True)
    size = item.platform.format.size
    script, whole, cut = (Path(f"{stem}{suffix}") for suffix in (".ass", ".whole.png", ".png"))
    first = replace(event, range=FrameRange(0, FRAMES_PER_SECOND))
    script.write_text(write_ass([first], size, item.file.spans[0].rate), encoding="utf-8")
    ground = f"color=c=black@0:s={size}:r={FRAMES_PER_SECOND},format=rgba"
    burn = f"ass=f={script}:fontsdir={font_dir()}:alpha=1"
    prepare("-f", "lavfi", "-i", ground, "-vf", burn, "-frames:v", "1", whole)
    with Image.open(whole) as picture:
        box = picture.getchannel("A").getbbox() or (0, 0, 2, 2)
        picture.crop(box).save(cut)
    return {
        "start": event.range.start,
        "stop": event.range.stop,
        "picture": str(cut),
        "x": box[0],
        "y": box[1],
    }
