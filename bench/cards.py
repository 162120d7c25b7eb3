"""What cards cost: each distinct frame of every kind to draw, memory over length, and a hold to encode."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from assetkit.cards.kinds import KINDS
from assetkit.platforms.read import load_catalogue
from bench.card_frames import RATE, SIZE
from bench.context import Context
from bench.measure import run_measured
from bench.parts import SCALING, TO_TAGS, encoder_arguments
from bench.tool import ffmpeg, tool_env

FRAMES, LONG = 90, 900
HOLD_KIND, HELD = "count-up", 225  # nine seconds more of a card that stands
_PARAMETERS = "stitchable=1:open-gop=0:cpu-independent=1"


def run_cards(context: Context) -> None:
    """Draw each kind at 90 and at 900 frames; make spans of a card, and of one held nine seconds more."""
    kinds = {kind: (_ask("draw", kind, FRAMES), _ask("draw", kind, LONG)) for kind in KINDS}
    short, long = (_ask("span", HOLD_KIND, frames) for frames in (FRAMES, FRAMES + HELD))
    record = {
        "kinds": {
            kind: {**short, "peak_long": long["peak"], "distinct_long": long["distinct"]}
            for kind, (short, long) in kinds.items()
        },
        "short": short,
        "long": long,
        "encoder": _encode_hold(context.work),
    }
    context.keep("cards", record)


def _ask(what: str, kind: str, frames: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.card_frames", what, kind, str(frames)]
    told: dict[str, Any] = json.loads(run_measured(command, cwd=Path.cwd()).out)
    return told


def _encode_hold(folder: Path) -> float:
    """Give the CPU that nine seconds more of one picture cost the encoder alone, with the same settings."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / "held.rgb"
    rows = np.zeros((SIZE.height, SIZE.width, 3), np.uint8)
    rows[SIZE.height // 4 : SIZE.height // 2, SIZE.width // 8 : SIZE.width // 2] = (236, 0, 140)
    picture.write_bytes(rows.tobytes())
    spent = [_encode(picture, frames, folder / "held.mp4") for frames in (FRAMES, FRAMES + HELD)]
    picture.unlink()
    return spent[1] - spent[0]


def _encode(picture: Path, frames: int, out: Path) -> float:
    coded = load_catalogue().platforms["tiktok"].format
    read = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", str(SIZE), "-r", str(Fraction(RATE))]
    scale = f"scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags={SCALING}"
    graph = f"{scale},format=yuv420p,{TO_TAGS},loop=loop={frames - 1}:size=1:start=0"
    settings = [*encoder_arguments(coded, threads=coded.threads), "-x264-params", _PARAMETERS]
    usage = run_measured(ffmpeg(*read, "-i", picture, "-vf", graph, *settings, out), env=tool_env())
    out.unlink()
    return usage.cpu
