"""Masters whose every frame carries its own number in pixels, and the reader that finds it again.

The number stands as 5 x 5 black and white blocks in the middle of the picture: one anchor, 16 bits of the
number, 8 bits of check. It survives crops to 9:16, 4:5 and 1:1, scaling and x264 at crf 20; mixtures
(dissolves), cards and empty pictures read as -1.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assetkit.geometry import Box, Size
from assetkit.tool.ffmpeg import run_ffmpeg
from support.clicks import make_clicks

GRID = 5
LIMIT = 1 << 16
_BLACK, _WHITE = 24, 228

Picture = npt.NDArray[np.uint8]
Region = tuple[float, float, float, float]

_CODECS = {
    "h264": ["-c:v", "libx264", "-preset", "veryfast", "-crf", "16", "-threads", "1"],
    "hevc": ["-c:v", "libx265", "-preset", "ultrafast", "-crf", "18", "-tag:v", "hvc1"],
    "mpeg4": ["-c:v", "mpeg4", "-q:v", "3"],
    "mpeg2": ["-c:v", "mpeg2video", "-q:v", "3"],
    "prores": ["-c:v", "prores_ks", "-profile:v", "1"],
}


def make_numbered(
    path: Path,
    *,
    rate: Fraction = Fraction(25),
    frames: int = 200,
    size: tuple[int, int] = (320, 180),
    codec: str = "h264",
    gop: int = 48,
    bframes: int = 2,
    open_gop: bool = False,
    start: Fraction = Fraction(0),
    edit_list: int = 0,
    clicks: Sequence[int] | None = None,
    pixel_format: str = "",
    tagged: bool = True,
    extra: Sequence[str] = (),
) -> Path:
    """Encode frames 0, 1, 2 ... to `path`; the suffix (.mp4 .mov .mkv .ts) chooses the container.

    `edit_list` cuts that many frames off the front by stream copy, so that the first presented frame has
    this number and need not be a key frame. `clicks` are sample positions at 48 kHz of a sound track (PCM in
    .mov and .mkv, AAC else); an empty sequence makes silence. `extra` are further output options.
    """
    raw = b"".join(_frame_bytes(number, size) for number in range(frames))
    codec_options = [*_CODECS[codec], *_gop_options(codec, gop, bframes, open_gop)]
    colour = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709" if tagged else "null"
    chosen = pixel_format or ("yuv422p10le" if codec == "prores" else "yuv420p")
    with tempfile.TemporaryDirectory() as folder:
        inputs = _raw_input("yuv420p", size, rate)
        sound: list[str] = []
        if clicks is not None:
            wave = make_clicks(Path(folder) / "clicks.wav", clicks, int(frames / rate * 48000))
            inputs += ["-i", str(wave)]
            plain = path.suffix in (".mov", ".mkv")
            sound = ["-c:a", "pcm_s16le"] if plain else ["-c:a", "aac", "-b:a", "192k"]
        whole = Path(folder) / f"whole{path.suffix}" if edit_list else path
        offset = ["-output_ts_offset", str(float(start))] if start else []
        arguments = ["-y", *inputs, "-vf", colour, *codec_options, "-pix_fmt", chosen, *sound]
        run_ffmpeg([*arguments, *offset, *extra, str(whole)], stdin=raw, loglevel="error")
        if edit_list:
            # Half a frame early, so that the float written here cannot skip the frame that was meant.
            cut = str(float((edit_list - Fraction(1, 2)) / rate))
            copied = ["-y", "-ss", cut, "-i", str(whole), "-map", "0", "-c", "copy", str(path)]
            run_ffmpeg(copied, loglevel="error")
    return path


def make_patches(
    path: Path, colours: Sequence[tuple[int, int, int]], *, rate: int = 25, level: int = 128
) -> Path:
    """Encode a still 320x180 master of one second: RGB patches side by side on a grey of `level`."""
    picture = np.full((180, 320, 3), level, np.uint8)
    step = 320 // len(colours)
    for index, colour in enumerate(colours):
        picture[40:140, index * step + 8 : (index + 1) * step - 8] = colour
    matrix = "scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int"
    tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    inputs = _raw_input("rgb24", (320, 180), Fraction(rate))
    coded = ["-vf", f"{matrix},format=yuv420p,{tags}", "-c:v", "libx264", "-crf", "8", str(path)]
    run_ffmpeg(["-y", *inputs, *coded], stdin=picture.tobytes() * rate, loglevel="error")
    return path


def draw_code(number: int, size: tuple[int, int]) -> Picture:
    """Draw the luma of one numbered frame: a slowly moving ramp with the code in the middle."""
    width, height = size
    ramp = np.arange(width)[None, :] + np.arange(height)[:, None] // 2 + 3 * number
    luma = (72 + np.abs(ramp % 160 - 80)).astype(np.uint8)
    box = code_box(Size(width, height))
    cells = np.where(_bits(number), _WHITE, _BLACK).astype(np.uint8)
    side = box.width // GRID
    luma[box.y : box.bottom, box.x : box.right] = np.kron(cells, np.ones((side, side), np.uint8))
    drawn: Picture = luma
    return drawn


def code_box(size: Size) -> Box:
    """Give where the code lies in a master of this size: a centred square, 4/9 of the short edge."""
    side = max(1, size.short_edge * 4 // 9 // GRID) * GRID
    return Box((size.width - side) // 2, (size.height - side) // 2, side, side)


def code_box_in(master_size: Size, crop_box: Box, out: Size | Box) -> Region:
    """Give (x, y, width, height) of the code after the crop was scaled to `out`.

    `out` is the output's size, or the box inside it where the crop was placed (a blurred fit).
    """
    placed = out if isinstance(out, Box) else Box(0, 0, out.width, out.height)
    inner = code_box(master_size)
    across, down = placed.width / crop_box.width, placed.height / crop_box.height
    left = placed.x + (inner.x - crop_box.x) * across
    top = placed.y + (inner.y - crop_box.y) * down
    return left, top, inner.width * across, inner.height * down


def read_numbers(path: Path, region: Region | None = None) -> list[int]:
    """Decode every frame that a player would present and read its number; -1 where there is none."""
    import av

    with av.open(str(path)) as container:
        return [read_number(luma_of(frame), region) for frame in container.decode(video=0)]


def luma_of(frame: Any) -> Picture:
    """Give a decoded PyAV frame as 8-bit grey, rows by columns."""
    picture: Picture = frame.to_ndarray(format="gray")
    return picture


def read_number(luma: Picture, region: Region | None = None) -> int:
    """Read the number from one grey picture; -1 when contrast, flatness or check say that there is none."""
    height, width = luma.shape
    if region is None:
        box = code_box(Size(width, height))
        region = (box.x, box.y, box.width, box.height)
    cells, spread = _sample(luma, region)
    low, high = cells.min(), cells.max()
    if high - low < 60 or spread > (high - low) / 5:
        return -1
    share = (cells - low) / (high - low)
    if np.any((share > 0.25) & (share < 0.75)):
        return -1
    bits = share > 0.5
    number = int(sum(1 << place for place, bit in enumerate(bits.ravel()[1:17]) if bit))
    return number if np.array_equal(bits, _bits(number)) else -1


def _sample(luma: Picture, region: Region) -> tuple[npt.NDArray[np.float64], float]:
    left, top, width, height = region
    cells, spread = np.zeros((GRID, GRID)), 0.0
    for row in range(GRID):
        for column in range(GRID):
            y0, y1 = (round(top + (row + part) * height / GRID) for part in (0.3, 0.7))
            x0, x1 = (round(left + (column + part) * width / GRID) for part in (0.3, 0.7))
            block = luma[max(0, y0) : max(y1, y0 + 1), max(0, x0) : max(x1, x0 + 1)]
            if not block.size:
                return np.zeros((GRID, GRID)), 0.0
            cells[row, column] = block.mean()
            spread = max(spread, float(block.std()))
    return cells, spread


def _raw_input(pixel_format: str, size: tuple[int, int], rate: Fraction) -> list[str]:
    form = ["-f", "rawvideo", "-pix_fmt", pixel_format, "-s", f"{size[0]}x{size[1]}"]
    return [*form, "-r", str(rate), "-i", "-"]


def _bits(number: int) -> npt.NDArray[np.bool_]:
    check = (number * 151 + (number >> 8) * 59 + 166) & 255
    word = 1 | number << 1 | check << 17
    return np.array([word >> place & 1 for place in range(GRID * GRID)], bool).reshape(GRID, GRID)


def _frame_bytes(number: int, size: tuple[int, int]) -> bytes:
    width, height = size
    chroma = bytes([120]) * (width // 2 * (height // 2)) + bytes([138]) * (width // 2 * (height // 2))
    return draw_code(number, size).tobytes() + chroma


def _gop_options(codec: str, gop: int, bframes: int, open_gop: bool) -> list[str]:
    if codec == "prores":
        return []
    options = ["-g", str(gop), "-bf", str(bframes)]
    if codec == "h264":
        return [*options, "-sc_threshold", "0", "-x264-params", f"open-gop={int(open_gop)}"]
    if codec == "hevc":
        shape = f"keyint={gop}:min-keyint={gop}:bframes={bframes}:open-gop={int(open_gop)}"
        return ["-x265-params", f"{shape}:scenecut=0:pools=none:frame-threads=1:log-level=error"]
    return options if open_gop else [*options, "-flags", "+cgop", "-sc_threshold", "1000000000"]
