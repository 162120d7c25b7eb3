"""One card in a process of its own: what its frames cost to draw, or what a span of it costs to make.

python -m bench.card_frames draw KIND FRAMES
python -m bench.card_frames span KIND FRAMES
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

from assetkit.campaign.records import Brand, Campaign
from assetkit.cards.resolve import card_frames, resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.engine.card_examples import example_card
from assetkit.geometry import Box, Size
from assetkit.plan.tasks import CardSource, SpanTask
from assetkit.platforms.read import load_catalogue
from assetkit.render import piping
from assetkit.render.cards import card_clip, frame_at, still_run
from assetkit.render.spans import make_spans

SIZE, ZONE, RATE = Size(1080, 1920), Box(120, 288, 660, 960), Fraction(25)
LANGUAGES = ("kk", "ru", "en")


def sample_spec(kind: str, frames: int) -> CardSpec:
    """Give a made-up card of a kind in Kazakh at 1080x1920: of this length, or longer where it needs that."""
    title = dict.fromkeys(LANGUAGES, "Еркек болма")
    plain = Campaign("", "bench", title, LANGUAGES, RATE, "2026-11-01", Brand(name="Bench"))
    item, campaign = example_card(kind, plain)
    shortest = card_frames(item, campaign, RATE)
    frames = shortest if frames < shortest and kind == "phrases" else frames  # it builds up line by line
    return resolve_card(item, campaign, "kk", SIZE, ZONE, frames, RATE)


def draw(kind: str, frames: int) -> dict[str, Any]:
    """Draw all frames once, and say what the median of those costs that differ from the one before."""
    spec = sample_spec(kind, frames)
    clip = card_clip(spec)
    spent, last = [], b""
    start = time.process_time()
    for number in range(spec.frames):
        before = time.process_time()
        picture = frame_at(clip, number, RATE)
        cost = time.process_time() - before
        now = picture[::7].tobytes()  # every seventh row tells frames of these cards apart
        if now != last:
            spent.append(cost)
        last = now
    return {
        "distinct": len(spent),
        "median": statistics.median(spent),
        "greatest": max(spent),
        "cpu": time.process_time() - start,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def span(kind: str, frames: int) -> dict[str, Any]:
    """Make a span of all frames by the product, and count what was drawn for it."""
    spec = sample_spec(kind, frames)
    coded = load_catalogue().platforms["tiktok"].format
    task = SpanTask.keyed(RATE, frames, coded, (CardSource(spec, 0),), (), "bench")
    drawn = _count_frames()
    before = _spent(resource.RUSAGE_SELF)
    with tempfile.TemporaryDirectory() as folder:
        make_spans([task], Path(folder), Path(folder))
    return {
        "drawn": len(drawn),
        "held": len(still_run(spec)),
        "drawing": _spent(resource.RUSAGE_SELF) - before,
        "encoding": _spent(resource.RUSAGE_CHILDREN),
    }


def _count_frames() -> list[int]:
    """Note the number of every frame that is sent from now on."""
    drawn: list[int] = []
    plain = frame_at

    def noted(clip: Any, number: int, rate: Fraction) -> Any:
        drawn.append(number)
        return plain(clip, number, rate)

    vars(piping)["frame_at"] = noted
    return drawn


def _spent(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    told = {"draw": draw, "span": span}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
    json.dump(told, sys.stdout)
