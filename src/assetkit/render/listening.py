"""The sound of a post alone, to listen to: as it will be heard, in a file that every player opens."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from assetkit.errors import StoreError
from assetkit.tool.ffmpeg import run_ffmpeg

_CODING = {
    "m4a": ["-c:a", "copy", "-bsf:a", "aac_adtstoasc", "-movflags", "+faststart", "-f", "ipod"],
    "wav": ["-c:a", "pcm_s16le", "-f", "wav"],
}
FORMS = tuple(_CODING)


def write_listening(sound: Path, out: Path) -> None:
    """Write an encoded sound as the form that the name of `out` ends in: .m4a as it is, .wav as decoded.

    A half-written file is never seen under its name. Raises StoreError where it cannot be written.
    """
    staged = out.with_name(f".{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        plain = ["-fflags", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1"]
        coding = _CODING[out.suffix.removeprefix(".")]
        run_ffmpeg(["-y", "-f", "aac", "-i", str(sound), "-map", "0:a:0", *coding, *plain, f"file:{staged}"])
        staged.replace(out)
    except OSError as error:
        remedy = "Check the free space and the rights of the output folder."
        raise StoreError(f"{out} cannot be written: {error.strerror or error}.", remedy=remedy) from error
    finally:
        with suppress(OSError):
            staged.unlink()
