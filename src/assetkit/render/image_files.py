"""Pictures as files for posts: PNG, or JPEG as large as a platform takes it; sRGB, with no metadata.

Neither file names a colour space: without one, sRGB is what the web takes a picture for.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from assetkit.render.blending import Frame

QUALITY = 92
_LEAST, _STEP = 70, 6  # below this quality thin letters have a fringe that is seen


@dataclass(frozen=True)
class ImageFile:
    """The bytes of a picture, as "jpg" or "png"."""

    form: str
    content: bytes


def encode_image(
    picture: Frame, forms: Iterable[str], largest: int | None = None, quality: int = QUALITY
) -> ImageFile | None:
    """Encode (height, width, 3) uint8 sRGB in the first form that is at most `largest` bytes.

    A JPEG begins at `quality`, at full colour resolution, and is made smaller in steps; None where none is
    small enough. The same picture gives the same bytes with the same Pillow.
    """
    for form in forms:
        for content in _jpegs(picture, quality) if form == "jpg" else (_save(picture, "PNG", optimize=True),):
            if largest is None or len(content) <= largest:
                return ImageFile(form, content)
    return None


def _jpegs(picture: Frame, quality: int) -> Iterable[bytes]:
    steps = dict.fromkeys((*range(quality, min(quality, _LEAST), -_STEP), min(quality, _LEAST)))
    for step in steps:
        yield _save(picture, "JPEG", quality=step, subsampling=0, optimize=True)


def _save(picture: Frame, form: str, **settings: object) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, form, **settings)
    return buffer.getvalue()
