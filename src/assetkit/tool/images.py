"""The one place that opens picture files: PNG, JPEG, WebP and GIF, as upright pixels in sRGB."""

from __future__ import annotations

import hashlib
import io
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assetkit.errors import MediaError
from assetkit.tool.image_kinds import KNOWN, foreign_kind, kind_of, size_in_header

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.uint8]

MOST_BYTES = 64 << 20
"""The largest picture file that is read."""
MOST_PIXELS = 64_000_000
"""The most pixels that are decoded: 192 to 256 MB of memory, and more than a post of any size can show."""
MISSING, UNREADABLE, FOREIGN, TOO_LARGE = "AK620", "AK621", "AK622", "AK623"
GUESSED_CMYK, GUESSED_PROFILE = "cmyk", "profile"
"""What had to be guessed: how inks look for which the file has no profile, and a profile that is damaged."""
_EXPORT = "export it as PNG, at least as large as it is shown"
_SAVE_AGAIN = "save it again as PNG or JPEG"
_LOCK = threading.Lock()


@dataclass(frozen=True)
class OpenedImage:
    """Pixels as (height, width, 3 or 4) uint8 in sRGB, alpha straight; the digest is that of the file."""

    pixels: Pixels
    digest: str
    remarks: tuple[str, ...] = ()


def open_image(path: Path, name: str = "") -> OpenedImage:
    """Open a picture file; of an animation the first frame. Pixels are those of the file, none are added.

    Turned upright as EXIF says, converted to sRGB by its own profile, reduced to 8 bits. Raises MediaError
    with its code in `facts`: no such file, no picture, another kind, too large to be decoded.
    """
    name = name or path.name
    return read_image(_read(path, name), name)


def read_image(data: bytes, name: str) -> OpenedImage:
    """Open the bytes of a picture file, as `open_image` does; `name` is for messages."""
    _check_kind(data, name)
    picture, remarks = _decode(data, name)
    return OpenedImage(picture, hashlib.sha256(data).hexdigest(), remarks)


def _read(path: Path, name: str) -> bytes:
    try:
        size = path.stat().st_size if path.is_file() else -1
        if size < 0:
            raise _error(MISSING, f"There is no picture at {name}.", "correct the path, or add the file")
        if size > MOST_BYTES:
            found, most = f"{size / (1 << 20):.1f} MiB", f"at most {MOST_BYTES >> 20} MiB"
            raise _error(TOO_LARGE, f"The picture {name} is too large.", _SAVE_AGAIN, found, most)
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise _error(
            UNREADABLE, f"The picture {name} cannot be read: {reason}.", "look at its rights"
        ) from error


def _check_kind(data: bytes, name: str) -> None:
    """Refuse what is no picture, and what would be too large, before anything is decoded."""
    kind = kind_of(data)
    if not kind:
        foreign = foreign_kind(data, name)
        if foreign:
            raise _error(FOREIGN, f"{name} is {foreign}, which is not drawn.", _EXPORT)
        raise _error(UNREADABLE, f"{name} is no picture.", "name a picture file: PNG, JPEG, WebP or GIF")
    size = size_in_header(data, kind)
    if size is None or not all(size):
        raise _error(UNREADABLE, f"The picture {name} is damaged: it says no size.", _SAVE_AGAIN)
    _check_pixels(*size, name)


def _check_pixels(width: int, height: int, name: str) -> None:
    if width * height > MOST_PIXELS:
        found = f"{width}x{height}: {width * height / 1e6:.0f} million pixels"
        most = f"at most {MOST_PIXELS // 1_000_000} million"
        message = f"The picture {name} is too large to be decoded."
        raise _error(TOO_LARGE, message, "save a smaller one", found, most)


def _decode(data: bytes, name: str) -> tuple[Pixels, tuple[str, ...]]:
    from PIL import Image, ImageOps

    try:
        with _pillow_open(data) as picture:
            _check_pixels(picture.width, picture.height, name)
            picture.load()
            # The profile is lost on some of the ways below.
            profile = picture.info.get("icc_profile")
            upright = ImageOps.exif_transpose(picture)
            converted, remarks = _to_srgb(upright, profile)
    except MediaError:
        raise
    except Image.DecompressionBombError as error:
        raise _error(TOO_LARGE, f"The picture {name} unpacks to far too much.", _SAVE_AGAIN) from error
    except Exception as error:  # decoders of pictures raise nearly everything on damaged files
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        message = f"The picture {name} is damaged or cut short: {reason.rstrip('.')}."
        raise _error(UNREADABLE, message, _SAVE_AGAIN) from error
    return converted, remarks


def _pillow_open(data: bytes) -> Any:
    """Open by Pillow, whose own limit only warns: ours was held to before, and it counts for all threads."""
    from PIL import Image

    with _LOCK:
        before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        try:
            return Image.open(io.BytesIO(data), formats=KNOWN)
        finally:
            Image.MAX_IMAGE_PIXELS = before


def _to_srgb(picture: Any, profile: bytes | None) -> tuple[Pixels, tuple[str, ...]]:
    """Give 8-bit pixels in sRGB, with alpha only where something is not opaque."""
    import numpy as np

    if picture.mode.startswith("I") or picture.mode == "F":
        grey = np.clip(np.asarray(picture, np.float64), 0, 65535)
        # Rounded: dropping the low byte would darken all but white.
        return np.repeat(((grey * 255 + 32767) // 65535).astype(np.uint8)[..., None], 3, axis=2), ()
    alpha = None
    if picture.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        alpha = np.asarray(picture)[..., 3]
        picture = picture.convert("RGB")
    elif picture.mode not in ("L", "RGB", "CMYK"):
        picture = picture.convert("RGB")
    colours, remarks = _by_profile(picture, profile)
    if alpha is None or alpha.min() == 255:
        return np.ascontiguousarray(colours), remarks
    return np.ascontiguousarray(np.dstack([colours, alpha])), remarks


def _by_profile(picture: Any, profile: bytes | None) -> tuple[Pixels, tuple[str, ...]]:
    import numpy as np
    from PIL import ImageCms

    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if picture.mode == "CMYK" or "srgb" not in ImageCms.getProfileDescription(own).lower():
                intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
                flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
                grey = picture if own.profile.xcolor_space.strip() == "GRAY" else _in_colour(picture)
                converted = ImageCms.profileToProfile(
                    grey, own, ImageCms.createProfile("sRGB"), intent, outputMode="RGB", flags=flags
                )
                return np.asarray(converted), ()
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            guessed = (GUESSED_PROFILE,)
            return np.asarray(picture.convert("RGB")), guessed
    remarks = (GUESSED_CMYK,) if picture.mode == "CMYK" else ()
    return np.asarray(picture.convert("RGB")), remarks


def _in_colour(picture: Any) -> Any:
    return picture.convert("RGB") if picture.mode == "L" else picture


def _error(code: str, message: str, remedy: str, measured: str = "", required: str = "") -> MediaError:
    return MediaError(message, remedy=remedy, code=code, measured=measured, required=required)
