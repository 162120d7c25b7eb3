"""Masters of flat colour patches, and what each patch must be in the finished picture: by our own numbers.

A patch is given as coded values (Y', Cb, Cr) on the 8-bit scale of the master's range; nothing of the
product, and no filter of the tool, takes part in the expected values.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box
from assetkit.tool.ffmpeg import run_ffmpeg

Colour = tuple[float, float, float]
WIDTH, HEIGHT = 320, 180
COLUMNS, ROWS = 4, 2  # the two middle columns are in every crop
# Kr and Kb of ITU-R BT.709 and BT.601; BT.601's two sets of primaries are those of 525 and of 625 lines.
_WEIGHTS = {"bt709": (0.2126, 0.0722), "smpte170m": (0.299, 0.114), "bt470bg": (0.299, 0.114)}
_RED_GREEN_BLUE = {
    "bt709": ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060)),
    "smpte170m": ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070)),
    "bt470bg": ((0.640, 0.330), (0.290, 0.600), (0.150, 0.060)),
}
_WHITE = (0.3127, 0.3290)


@dataclass(frozen=True)
class Coding:
    """How a master of patches is coded: `matrix` and `primaries` by ffmpeg's names."""

    matrix: str = "bt709"
    primaries: str = "bt709"
    transfer: str = "bt709"
    bits: int = 8
    full: bool = False


def make_patch_master(path: Path, patches: list[Colour], coding: Coding, *, frames: int = 25) -> Path:
    """Encode a still of eight patches, four by two, without loss; `patches` in rows from the top left."""
    scale = 1 << (coding.bits - 8)
    kind, form = ("<u2", "yuv420p10le") if coding.bits > 8 else ("u1", "yuv420p")
    planes = [np.zeros((HEIGHT // part, WIDTH // part), kind) for part in (1, 2, 2)]
    for patch, area in zip(patches, patch_areas(), strict=True):
        for plane, value, part in zip(planes, patch, (1, 2, 2), strict=True):
            rows = slice(area.y // part, -(-area.bottom // part))
            plane[rows, area.x // part : area.right // part] = round(value * scale)
    raw = b"".join(plane.tobytes() for plane in planes) * frames
    tags = f"color_primaries={coding.primaries}:color_trc={coding.transfer}:colorspace={coding.matrix}"
    filters = f"setparams=range={'pc' if coding.full else 'tv'}:{tags}"
    read = ["-f", "rawvideo", "-pix_fmt", form, "-s", f"{WIDTH}x{HEIGHT}", "-r", "25", "-i", "-"]
    coded = ["-vf", filters, "-c:v", "libx264", "-qp", "0", "-preset", "ultrafast", "-pix_fmt", form]
    run_ffmpeg(["-y", *read, *coded, str(path)], stdin=raw, loglevel="error")
    return path


def patch_areas() -> list[Box]:
    """Give the patches' places in the master, rows from the top left."""
    width, height = WIDTH // COLUMNS, HEIGHT // ROWS
    return [
        Box(column * width, row * height, width, height) for row in range(ROWS) for column in range(COLUMNS)
    ]


def expected_colour(patch: Colour, coding: Coding, *, primaries: bool = True) -> npt.NDArray[np.float64]:
    """Give (Y', Cb, Cr) in limited-range BT.709 of a coded patch.

    `primaries` False leaves the primaries as they are: a conversion of the matrix alone.
    """
    light = decode_rgb(patch, coding.matrix, full=coding.full)
    if primaries and coding.primaries != "bt709":
        linear = _linear(light)
        to_bt709 = np.linalg.inv(_to_xyz("bt709")) @ _to_xyz(coding.primaries)
        light = _curve(to_bt709 @ linear)
    return encode_bt709(light)


def decode_rgb(patch: Colour, matrix: str, *, full: bool) -> npt.NDArray[np.float64]:
    """Give R'G'B' from 0 to 1 of coded values."""
    luma_red, luma_blue = _WEIGHTS[matrix]
    luma = patch[0] / 255 if full else (patch[0] - 16) / 219
    blue, red = ((value - 128) / (255 if full else 224) for value in patch[1:])
    r = luma + 2 * (1 - luma_red) * red
    b = luma + 2 * (1 - luma_blue) * blue
    g = (luma - luma_red * r - luma_blue * b) / (1 - luma_red - luma_blue)
    return np.array([r, g, b])


def encode_bt709(light: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Give limited-range (Y', Cb, Cr), not rounded, of R'G'B' from 0 to 1."""
    r, g, b = np.asarray(light, np.float64)
    luma_red, luma_blue = _WEIGHTS["bt709"]
    luma = luma_red * r + (1 - luma_red - luma_blue) * g + luma_blue * b
    blue, red = (b - luma) / (2 * (1 - luma_blue)), (r - luma) / (2 * (1 - luma_red))
    return np.array([16 + 219 * luma, 128 + 224 * blue, 128 + 224 * red])


def code_rgb(light: Colour, coding: Coding) -> Colour:
    """Give the coded values, on the 8-bit scale and not rounded, of R'G'B' from 0 to 1."""
    r, g, b = light
    luma_red, luma_blue = _WEIGHTS[coding.matrix]
    luma = luma_red * r + (1 - luma_red - luma_blue) * g + luma_blue * b
    blue, red = (b - luma) / (2 * (1 - luma_blue)), (r - luma) / (2 * (1 - luma_red))
    if coding.full:
        return 255 * luma, 128 + 255 * blue, 128 + 255 * red
    return 16 + 219 * luma, 128 + 224 * blue, 128 + 224 * red


def _to_xyz(primaries: str) -> npt.NDArray[np.float64]:
    columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in _RED_GREEN_BLUE[primaries]]).T
    x, y = _WHITE
    white = np.array([x / y, 1, (1 - x - y) / y])
    scaled: npt.NDArray[np.float64] = columns * np.linalg.solve(columns, white)
    return scaled


def _linear(value: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Undo the camera curve that BT.601 and BT.709 share."""
    return np.where(value < 0.081, value / 4.5, ((np.maximum(value, 0.081) + 0.099) / 1.099) ** (1 / 0.45))


def _curve(value: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.where(value < 0.018, value * 4.5, 1.099 * np.maximum(value, 0.018) ** 0.45 - 0.099)
