"""Finished pictures: clean ones pass, and each fault that is planted is found."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from assetkit.quality.pictures import check_picture
from assetkit.render.image_files import encode_image

GREY = np.kron(np.arange(64, 208, 16).reshape(3, 3), np.ones((20, 30), np.uint8))
DRAWN: npt.NDArray[np.uint8] = np.ascontiguousarray(np.repeat(GREY[..., None], 3, axis=2), dtype=np.uint8)


def saved(picture: npt.NDArray[np.uint8] = DRAWN, form: str = "JPEG", **settings: Any) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, form, **settings)
    return buffer.getvalue()


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (43.0, 15.0, 0.0)}
    return saved(exif=exif.tobytes())


@pytest.mark.parametrize("form", ["jpg", "png"])
def test_clean_pictures_pass(form: str) -> None:
    file = encode_image(DRAWN, (form,))
    assert file
    check = check_picture("AK850", "cover.jpg", file.content, DRAWN, (form,), 100_000)
    assert check.passed and check.measured.startswith("90x60 ")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (saved(form="PNG"), "kind PNG"),
        (saved(form="GIF"), "kind GIF"),
        (b"GIF?", "no picture"),
        (saved()[:-200], "cut short"),
        (saved(DRAWN[:, :-2]), "88x60 pixels"),
        (saved(DRAWN[::-1].copy()), "colours that are off"),
        (saved(DRAWN // 4 * 3), "colours that are off"),
        (with_place(), "metadata"),
        (saved() + b"\0" * 30_000, "bytes"),
    ],
)
def test_each_fault_is_found(data: bytes, said: str) -> None:
    check = check_picture("AK850", "cover.jpg", data, DRAWN, ("jpg",), 20_000)
    assert check.failed and said in check.measured
    assert check.required == "90x60 JPEG, at most 20000 bytes, nothing private, as it was drawn"
