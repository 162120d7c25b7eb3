"""A card may be any moviepy clip: its own pixels are what the finished file shows."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.cards.kinds import OWN_KINDS
from assetkit.cards.spec import CardSpec
from assetkit.cli.main import main
from assetkit.render.cards import CARD_CLIPS, register_card
from support.rendering import make_master, make_workspace

pytestmark = pytest.mark.slow
WIDTH, HEIGHT, CLIP, CARD = 320, 320, 20, 40
RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа}
master: films/numbers.mp4
cuts:
  short:
    sequence:
      - clip: 00:00:00:10 - 00:00:01:05
      - card: own
        text: {words: {en: Home, ru: Дом}}
        for: 40f
    platforms: [small-square]
"""
Picture = npt.NDArray[np.float64]


def _gradient(spec: CardSpec) -> Any:
    """Give a picture that moves: red from left to right, green from top to bottom, blue with time."""
    from moviepy import VideoClip

    across = np.linspace(30, 220, spec.size.width)[None, :].repeat(spec.size.height, axis=0)
    down = np.linspace(220, 30, spec.size.height)[:, None].repeat(spec.size.width, axis=1)

    def frame(seconds: float) -> npt.NDArray[np.uint8]:
        blue = np.full_like(across, 20 + 5 * round(seconds * float(spec.rate)))
        return np.rint(np.stack([across, down, blue], axis=2)).astype(np.uint8)

    return VideoClip(frame, duration=float(spec.frames / spec.rate))


def _composed(spec: CardSpec) -> Any:
    """Give two plain clips, one on the other: composed by moviepy itself."""
    from moviepy import ColorClip, CompositeVideoClip

    seconds = float(spec.frames / spec.rate)
    size = (spec.size.width, spec.size.height)
    ground = ColorClip(size, color=(236, 0, 140), duration=seconds)
    above = ColorClip((160, 160), color=(16, 24, 32), duration=seconds).with_position((80, 80))
    return CompositeVideoClip([ground, above], size=size)


def _as_coded(rgb: npt.NDArray[np.uint8]) -> tuple[Picture, Picture, Picture]:
    """Turn sRGB into limited-range BT.709 Y'CbCr, chroma at its own half resolution."""
    red, green, blue = (rgb[..., part].astype(float) / 255 for part in range(3))
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    planes = [16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556, 128 + 224 * (red - luma) / 1.5748]
    half = [plane.reshape(HEIGHT // 2, 2, WIDTH // 2, 2).mean(axis=(1, 3)) for plane in planes[1:]]
    return planes[0], half[0], half[1]


def _decode(path: Path) -> list[list[Picture]]:
    import av

    with av.open(str(path)) as container:
        return [
            [
                np.frombuffer(memoryview(plane), np.uint8)
                .reshape(plane.height, plane.line_size)[:, : plane.width]
                .astype(float)
                for plane in frame.planes
            ]
            for frame in container.decode(video=0)
        ]


def _run(*words: str) -> Any:
    """Run the command line in this process, where the card is registered; gives its exit code."""
    handler = signal.getsignal(signal.SIGTERM)
    try:
        with mock.patch.object(sys, "argv", ["assetkit", *words]), pytest.raises(SystemExit) as ended:
            main()
    finally:
        signal.signal(signal.SIGTERM, handler)
    return ended.value.code


@pytest.mark.parametrize("make", [_gradient, _composed])
def test_the_pixels_of_a_moviepy_clip_are_found_in_the_post(
    make: Callable[[CardSpec], Any], tmp_path: Path
) -> None:
    root = make_workspace(tmp_path / "workspace", make_master(tmp_path / "numbers.mp4"), RECIPE)
    finer = (root / "platforms.yaml").read_text(encoding="utf-8").replace("crf: 23", "crf: 1")
    (root / "platforms.yaml").write_text(finer.replace("3000", "90000"), encoding="utf-8")
    specs: list[CardSpec] = []

    def remember(spec: CardSpec) -> Any:
        specs.append(spec)
        return make(spec)

    register_card("own", remember, 1)
    try:
        assert _run("render", "--root", str(root), "--language", "en") == 0
    finally:
        del CARD_CLIPS["own"], OWN_KINDS["own"]
    assert specs[0].text("words") == "Home"
    frames = _decode(root / "out/numbers/short/small-square/en/numbers-short-small-square-en.mp4")
    assert len(frames) == CLIP + CARD
    clip = make(specs[0])
    for number in range(CARD):
        expected = _as_coded(clip.get_frame(number / 25))
        for found, wanted in zip(frames[CLIP + number], expected, strict=True):
            inner = _away_from_edges(wanted)
            assert np.abs(found - wanted)[inner].max() <= 2


def _away_from_edges(plane: Picture) -> npt.NDArray[np.bool_]:
    """Where the picture is smooth for some pixels around: no coder keeps a hard edge to the code."""
    steep = np.zeros(plane.shape, bool)
    steep[1:] |= np.abs(np.diff(plane, axis=0)) > 4
    steep[:, 1:] |= np.abs(np.diff(plane, axis=1)) > 4
    for _ in range(8):
        grown = steep.copy()
        grown[1:] |= steep[:-1]
        grown[:-1] |= steep[1:]
        grown[:, 1:] |= steep[:, :-1]
        grown[:, :-1] |= steep[:, 1:]
        steep = grown
    assert steep.mean() < 0.5
    smooth: npt.NDArray[np.bool_] = ~steep
    return smooth
