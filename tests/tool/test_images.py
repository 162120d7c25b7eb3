"""Picture files of every kind come upright, in sRGB and whole; what would harm or mislead is refused."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from assetkit.errors import MediaError
from assetkit.tool import images
from assetkit.tool.images import open_image
from support.pictures import gamma_profile, png_header, webp_header, write_picture

Pixels = npt.NDArray[np.uint8]
GREEN = np.full((12, 20, 3), (30, 160, 60), np.uint8)


def patches(height: int = 24, width: int = 40) -> Pixels:
    """Give four patches of different colours, large enough for JPEG to keep their middles."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[: height // 2, : width // 2] = (200, 40, 40)
    picture[: height // 2, width // 2 :] = (40, 180, 60)
    picture[height // 2 :, : width // 2] = (40, 60, 210)
    picture[height // 2 :, width // 2 :] = (230, 220, 90)
    return picture


def refused(path: Path) -> MediaError:
    with pytest.raises(MediaError) as caught:
        open_image(path)
    assert caught.value.remedy and path.name in caught.value.message
    return caught.value


@pytest.mark.parametrize(("name", "slack"), [("a.png", 0), ("a.webp", 0), ("a.jpg", 12), ("a.gif", 8)])
def test_every_kind_gives_its_pixels(tmp_path: Path, name: str, slack: int) -> None:
    options = {"lossless": True} if name.endswith("webp") else {"quality": 95} if "jpg" in name else {}
    opened = open_image(write_picture(tmp_path / name, patches(), **options))
    assert opened.pixels.dtype == np.uint8 and opened.pixels.shape == (24, 40, 3)
    middles = opened.pixels[6::12, 10::20].astype(int)
    assert np.abs(middles - patches()[6::12, 10::20]).max() <= slack
    assert len(opened.digest) == 64 and opened.remarks == ()


def test_alpha_stays_straight(tmp_path: Path) -> None:
    picture = np.dstack([np.full((8, 8, 3), (250, 10, 90), np.uint8), np.zeros((8, 8), np.uint8)])
    picture[:, 4:, 3] = 7
    assert (open_image(write_picture(tmp_path / "a.png", picture)).pixels == picture).all()


def test_alpha_that_hides_nothing_is_none(tmp_path: Path) -> None:
    picture = np.dstack([GREEN, np.full(GREEN.shape[:2], 255, np.uint8)])
    assert open_image(write_picture(tmp_path / "a.png", picture)).pixels.shape == GREEN.shape


def test_a_transparent_colour_of_a_palette_is_alpha(tmp_path: Path) -> None:
    image = Image.fromarray(patches()).quantize(4)
    image.save(tmp_path / "a.png", transparency=image.getpixel((0, 0)))
    alpha = open_image(tmp_path / "a.png").pixels[..., 3]
    assert (alpha[:12, :20] == 0).all() and (alpha[12:] == 255).all()


@pytest.mark.parametrize("turned", range(2, 9))
def test_a_camera_held_otherwise_gives_an_upright_picture(tmp_path: Path, turned: int) -> None:
    from PIL import ImageOps

    exif = Image.Exif()
    exif[0x0112] = turned
    stored = Image.fromarray(patches())
    stored.save(tmp_path / "a.jpg", exif=exif, quality=95)
    opened = open_image(tmp_path / "a.jpg").pixels
    with Image.open(tmp_path / "a.jpg") as image:
        upright = np.asarray(ImageOps.exif_transpose(image))
    assert opened.shape == ((40, 24, 3) if turned > 4 else (24, 40, 3))
    assert (opened == upright).all()


def test_sixteen_bits_are_rounded_to_eight(tmp_path: Path) -> None:
    grey = np.array([[0, 257, 257 * 128 + 127, 257 * 128 + 129, 65535]], np.uint16)
    Image.fromarray(grey).save(tmp_path / "a.png")
    assert open_image(tmp_path / "a.png").pixels[0, :, 0].tolist() == [0, 1, 128, 129, 255]


def test_a_profile_is_converted_to_srgb(tmp_path: Path) -> None:
    # A grey of 128 in a gamma of 1.0 is half of the light: 188 in sRGB.
    picture = write_picture(
        tmp_path / "a.png", np.full((4, 4, 3), 128, np.uint8), icc_profile=gamma_profile(1)
    )
    assert np.abs(open_image(picture).pixels.astype(int) - 188).max() <= 1


def test_a_profile_of_srgb_changes_nothing(tmp_path: Path) -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = write_picture(tmp_path / "a.png", patches(), icc_profile=profile)
    assert (open_image(picture).pixels == patches()).all()


def test_a_damaged_profile_is_told(tmp_path: Path) -> None:
    picture = write_picture(tmp_path / "a.png", patches(), icc_profile=b"no profile" * 20)
    opened = open_image(picture)
    assert opened.remarks == (images.GUESSED_PROFILE,) and (opened.pixels == patches()).all()


def test_printing_inks_without_a_profile_are_told(tmp_path: Path) -> None:
    Image.fromarray(patches()).convert("CMYK").save(tmp_path / "a.jpg", quality=95)
    opened = open_image(tmp_path / "a.jpg")
    assert opened.remarks == (images.GUESSED_CMYK,) and opened.pixels.shape == (24, 40, 3)


def test_of_an_animation_the_first_frame_is_taken(tmp_path: Path) -> None:
    frames = [Image.fromarray(np.full((8, 8, 3), level, np.uint8)) for level in (10, 200, 90)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    assert np.abs(open_image(tmp_path / "a.gif").pixels.astype(int) - 10).max() <= 2


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        (
            "a.svg",
            b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
            "AK622",
            "an SVG drawing",
        ),
        ("a.png", b"<!-- drawn by hand --><svg width='8'></svg>", "AK622", "an SVG drawing"),
        ("a.pdf", b"%PDF-1.7", "AK622", "a PDF document"),
        ("a.jpg", b"II*\0rest", "AK622", "a TIFF picture"),
        ("a.jpg", b"\0\0\0\x18ftypheic", "AK622", "a HEIC picture"),
        ("a.png", b"\0\0\0\x18ftypisom", "AK622", "a film"),
        ("a.png", b"", "AK621", "no picture"),
        ("a.png", b"words", "AK621", "no picture"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "AK621", "damaged"),
        ("a.png", png_header(0, 8), "AK621", "damaged"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x02no", "AK621", "damaged"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "AK621", "damaged"),
    ],
)
def test_what_is_no_picture_is_refused(
    tmp_path: Path, name: str, content: bytes, code: str, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    error = refused(tmp_path / name)
    assert error.facts["code"] == code and said in error.message


def test_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "missing.png").facts["code"] == "AK620"
    (tmp_path / "folder.png").mkdir()
    assert refused(tmp_path / "folder.png").facts["code"] == "AK620"


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp"])
def test_what_is_cut_short_is_refused(tmp_path: Path, name: str) -> None:
    noise = np.random.default_rng(7).integers(0, 255, (40, 60, 3), dtype=np.uint8)
    content = write_picture(tmp_path / name, noise).read_bytes()
    for keep in (20, len(content) // 3, len(content) * 2 // 3, len(content) - 40):
        (tmp_path / name).write_bytes(content[:keep])
        assert refused(tmp_path / name).facts["code"] == "AK621", keep


def _jpeg_bomb() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "JPEG")
    content = bytearray(stream.getvalue())
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", 65500, 65500)
    return bytes(content)


def _gif_bomb() -> bytes:
    stream = io.BytesIO()
    Image.new("P", (8, 8)).save(stream, "GIF")
    content = bytearray(stream.getvalue())
    content[6:10] = struct.pack("<HH", 65535, 65535)
    return bytes(content)


@pytest.mark.parametrize(
    ("name", "bomb"),
    [
        ("a.png", lambda: png_header(60000, 60000)),
        ("a.png", lambda: png_header(2**31 - 1, 2**31 - 1)),
        ("a.jpg", _jpeg_bomb),
        ("a.gif", _gif_bomb),
        ("a.webp", lambda: webp_header(16000, 16000)),
        ("a.webp", lambda: webp_header(2**24, 2**24)),
    ],
)
def test_an_image_bomb_is_refused_before_it_unpacks(
    tmp_path: Path, name: str, bomb: Callable[[], bytes]
) -> None:
    (tmp_path / name).write_bytes(bomb())
    tracemalloc.start()
    began = time.process_time()
    error = refused(tmp_path / name)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.facts["code"] == "AK623" and "million" in error.facts["measured"]
    assert error.facts["required"] == "at most 64 million"
    assert peak < 4 << 20 and time.process_time() - began < 1


def test_a_text_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    from PIL import PngImagePlugin

    words = PngImagePlugin.PngInfo()
    words.add_text("comment", "a" * (PngImagePlugin.MAX_TEXT_CHUNK + 1), zip=True)
    Image.fromarray(GREEN).save(tmp_path / "a.png", pnginfo=words)
    assert (tmp_path / "a.png").stat().st_size < 20_000
    assert refused(tmp_path / "a.png").facts["code"] == "AK621"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(images, "MOST_BYTES", 100)
    error = refused(write_picture(tmp_path / "a.png", patches()))
    assert error.facts["code"] == "AK623" and error.facts["measured"].endswith("MiB")


def test_the_largest_that_is_allowed_is_opened(tmp_path: Path, monkeypatch: Any) -> None:
    path = write_picture(tmp_path / "a.png", patches())
    monkeypatch.setattr(images, "MOST_PIXELS", 24 * 40)
    open_image(path)
    monkeypatch.setattr(images, "MOST_PIXELS", 24 * 40 - 1)
    assert refused(path).facts["code"] == "AK623"


def test_pillows_own_limit_is_as_it_was(tmp_path: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    open_image(write_picture(tmp_path / "a.png", patches()))
    assert before is not None and before == Image.MAX_IMAGE_PIXELS
