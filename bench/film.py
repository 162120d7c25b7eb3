"""The film that the benchmarks cut: Big Buck Bunny, from the source archive of moviepy 2.2.1."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ARCHIVE = "moviepy-2.2.1.tar.gz"
FILM = "bbb.mp4"
FRAMES_PER_SECOND = 24
_TUTORIAL = "moviepy_10_minutes.zip"
_ARCHIVE_SHA256 = "c80cb56815ece94e5e3e2d361aa40070eeb30a09d23a24c4e684d03e16deacb1"
_FILM_SHA256 = "475fbbf34c4c367998f80c29ea03b15a743941179b12da3373fc6706e68621d0"


def fetch_film(folder: Path) -> Path:
    """Give the path of the film in `folder`, fetched and verified where it is not there yet.

    596 s, 1280x720, 24 fps, H.264 and AAC, tagged BT.709. Raises RuntimeError where the archive or the film
    is not the known one, CalledProcessError where it cannot be had.
    """
    film = folder / FILM
    if film.is_file() and _sha256(film) == _FILM_SHA256:
        return film
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / ARCHIVE
    if not archive.is_file():
        _download(folder)
    _demand(archive, _ARCHIVE_SHA256)
    _take_out(archive, film)
    _demand(film, _FILM_SHA256)
    return film


def _download(folder: Path) -> None:
    # Only moviepy itself is wanted as source: what reads its metadata comes ready-made and isolated.
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    wanted = ["--no-deps", "--no-binary", "moviepy", "--dest", str(folder), "moviepy==2.2.1"]
    subprocess.run([*command, *wanted], check=True)


def _take_out(archive: Path, film: Path) -> None:
    with tarfile.open(archive) as outer:
        name = next(name for name in outer.getnames() if name.endswith(_TUTORIAL))
        member = outer.extractfile(name)
        if member is None:
            raise RuntimeError(f"{name} in {archive.name} is no file.")
        inner = zipfile.ZipFile(io.BytesIO(member.read()))
    name = next(name for name in inner.namelist() if name.endswith(f"/{FILM}"))
    with inner.open(name) as source, film.open("wb") as target:
        shutil.copyfileobj(source, target)


def _demand(path: Path, digest: str) -> None:
    found = _sha256(path)
    if found != digest:
        raise RuntimeError(f"{path.name} is not the known one: {found}. Remove it and run again.")


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
