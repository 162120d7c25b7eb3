"""No false alarm: every caption of the campaign, in every picture and backing, is proved on any ground."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.geometry import Box, Size
from assetkit.recipe.records import Workspace
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.proof import look_at_text
from assetkit.text.fonts import font_dir
from assetkit.timecode import FrameRange
from assetkit.tool.ffmpeg import run_ffmpeg
from support.burning import GROUNDS
from support.caption_boxes import (
    LANGUAGES,
    RATE,
    distinct_pictures,
    films_with_captions,
    lay_out_film,
    read_campaign,
)

USED = ("white", "grid", "noise", "black")
BACKINGS = ("outline", "shadow", "lines", "box")


@pytest.fixture(scope="module")
def campaign() -> Workspace:
    """The project's own workspace."""
    return read_campaign()


@pytest.mark.soak
@pytest.mark.parametrize("backing", BACKINGS)
@pytest.mark.parametrize("number", range(6))
def test_captions_of_the_campaign_are_proved(
    campaign: Workspace, tmp_path: Path, number: int, backing: str
) -> None:
    platform = list(distinct_pictures(campaign.catalogue).values())[number]
    grounds = cycle(USED)
    for film in films_with_captions(campaign):
        for language in LANGUAGES:
            ground = next(grounds)
            laid = lay_out_film(campaign, film, language, platform, backing)
            assert unproved(tmp_path, [each.layout for each in laid], ground) == []
        next(grounds)


def unproved(folder: Path, layouts: list[CaptionLayout], ground: str) -> list[str]:
    """Burn each layout into a frame of its own, and name those that are not proved."""
    size = layouts[0].size
    area = _around([each.box for each in layouts], size)
    script, coded = folder / "burn.ass", folder / "burn.mp4"
    events = [
        AssEvent(FrameRange(number, number + 1), layout, layout.style.colour)
        for number, layout in enumerate(layouts)
    ]
    script.write_text(write_ass(events, size, RATE), encoding="utf-8")
    steady = f"format=yuv420p,settb={RATE.denominator}/{RATE.numerator},setpts=N"
    cut = f"crop={area.width}:{area.height}:{area.x}:{area.y}"
    graph = f"{GROUNDS[ground]},{steady},ass=f={script}:fontsdir={font_dir()},{cut}"
    source = ["-y", "-f", "lavfi", "-i", f"color=gray:s={size}:r={RATE}", "-frames:v", str(len(layouts))]
    coder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-fps_mode", "passthrough"]
    run_ffmpeg([*source, "-vf", graph, *coder, str(coded)])
    read = run_ffmpeg(["-i", str(coded), "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"])
    frames = np.frombuffer(read.out, np.uint8).reshape(len(layouts), -1)[:, : area.width * area.height]
    picture: npt.NDArray[np.uint8] = np.full((size.height, size.width), 126, np.uint8)
    found = []
    for layout, frame in zip(layouts, frames, strict=True):
        picture[area.y : area.bottom, area.x : area.right] = frame.reshape(area.height, area.width)
        sight = look_at_text(picture, layout, layout.style.colour)
        if not sight.is_drawn or sight.surplus:
            found.append(f"{layout.lines[0].text} on {ground}: {sight}")
    return found


def _around(boxes: list[Box], size: Size) -> Box:
    """Give an area with even edges that holds all boxes and some of the picture around them."""
    left, top = (max(0, min(edges) - 24) // 2 * 2 for edges in ([b.x for b in boxes], [b.y for b in boxes]))
    right = min(size.width, max(box.right for box in boxes) + 24)
    bottom = min(size.height, max(box.bottom for box in boxes) + 24)
    return Box(left, top, (right - left) // 2 * 2, (bottom - top) // 2 * 2)
