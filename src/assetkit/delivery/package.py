"""Put a post into its folder: whole and verified, or not at all."""

from __future__ import annotations

import fcntl
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from assetkit.delivery.edited import digests_of, keep_edited
from assetkit.delivery.exchange import exchange
from assetkit.delivery.post import POST_FILE, digest_file, write_post
from assetkit.delivery.state import announce, describe_delivery, read_record, write_record
from assetkit.errors import StoreError

_FICLONE = 0x40049409  # linux/fs.h: share the blocks of another file until one of the two changes
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
STAGING = ".staging-"
_NONE: Mapping[str, bytes] = MappingProxyType({})
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def deliver(
    source: Path,
    folder: Path,
    name: str,
    post: dict[str, Any],
    *,
    beside: Mapping[str, bytes] = _NONE,
    state: Path | None = None,
    key: str = "",
    keep: Path | None = None,
    about: Mapping[str, Any] = _NOTHING,
) -> list[Path]:
    """Make `folder` hold the video `name`, its `post.json` and its files `beside` it, by name.

    All are staged beside the folder, verified against the post's digests, and swapped in by one rename: a
    reader sees the old post or the new one. The video is a reflink or a copy, never a hard link, so that
    nobody can change an object by changing a delivery. Other files of the folder are kept, but for those
    that an earlier post.json names. With `state` and `key`, `is_current` knows of it afterwards.
    With `keep`, files of the earlier post that a person has changed are copied below it first, and their
    places given. `about` is remembered with the record. Raises StoreError when the names are not plain, the
    folder cannot be written, or the copy is not what the post says.
    """
    _refuse_names(folder, name, post, beside)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep_staging(folder)
        token = f"{os.getpid()}-{secrets.token_hex(4)}"
        staging = folder.with_name(f"{STAGING}{folder.name}-{token}")
        staging.mkdir()
        try:
            _stage(source, staging, name, post)
            _stage_others(staging, post, beside)
            record = dict(about) | describe_delivery(staging, name, key, tuple(beside))
            record["digests"] = digests_of(staging, _digests(post) | {name: str(post["sha256"])})
            with _alone(state):
                _carry_over(folder, staging)
                kept = _keep_edited(folder, state, keep)
                if state is not None:
                    announce(state, folder, record["digests"])
                exchange(staging, folder)
                if state is not None:
                    write_record(state, folder, record)
            return kept
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise StoreError(
            f"{'/'.join(folder.parts[-4:])} cannot be delivered: {error.strerror or error}.",
            remedy="Check the free space and the rights of the output folder.",
        ) from error


@contextmanager
def _alone(state: Path | None) -> Iterator[None]:
    """Let one process at a time swap folders, so that its record tells of what lies there.

    Where the file system has no locks there is none.
    """
    if state is None:
        yield
        return
    state.mkdir(parents=True, exist_ok=True)
    with (state / ".lock").open("a") as stream:
        with suppress(OSError):
            fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def sweep_staging(folder: Path) -> None:
    """Remove what a delivery to this folder left when its process was killed."""
    pattern = re.compile(re.escape(f"{STAGING}{folder.name}-") + r"(\d+)-[^-]*")
    for entry in os.scandir(folder.parent):
        match = pattern.fullmatch(entry.name)
        if match and not _is_alive(int(match.group(1))):
            shutil.rmtree(entry.path, ignore_errors=True)


def copy_file(source: Path, target: Path) -> None:
    """Copy by reflink where the file system can, else byte by byte; the new file has its own inode."""
    with source.open("rb") as reader, target.open("wb") as writer:
        try:
            fcntl.ioctl(writer.fileno(), _FICLONE, reader.fileno())
        except OSError:
            shutil.copyfileobj(reader, writer, 1 << 20)


def _refuse_names(folder: Path, name: str, post: dict[str, Any], beside: Mapping[str, bytes]) -> None:
    for part in (folder.name, name, *beside):
        if not _NAME.fullmatch(part) or len(part) > 200:
            remedy = "Use Latin letters, digits, dots, hyphens and underscores."
            raise StoreError(f"{part!r} is not a plain name.", remedy=remedy)
    if name == POST_FILE or post.get("file") != name:
        raise StoreError(f"the post describes {post.get('file')!r}, not {name!r}.")
    described = set(_digests(post))
    if set(beside) != described or described & {name, POST_FILE}:
        raise StoreError(f"the post describes the files {sorted(described)}, not {sorted(beside)}.")


def _stage(source: Path, staging: Path, name: str, post: dict[str, Any]) -> None:
    video = staging / name
    copy_file(source, video)
    if video.stat().st_size != post["bytes"] or digest_file(video) != post["sha256"]:
        raise StoreError(
            f"the copy of {name} is not the file that its post describes.", remedy="Render again."
        )
    (staging / POST_FILE).write_text(write_post(post), encoding="utf-8")


def _stage_others(staging: Path, post: dict[str, Any], beside: Mapping[str, bytes]) -> None:
    digests = _digests(post)
    for name, data in beside.items():
        (staging / name).write_bytes(data)
        if digest_file(staging / name) != digests[name]:
            raise StoreError(
                f"the copy of {name} is not the file that its post describes.", remedy="Render again."
            )


def _carry_over(folder: Path, staging: Path) -> None:
    """Keep what people or other parts put beside the earlier post: the same files, in the new folder too."""
    if not folder.is_dir():
        return
    ours = {POST_FILE, *_named_files(folder)}
    for entry in sorted(folder.iterdir()):
        target = staging / entry.name
        if entry.name in ours or target.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, target, symlinks=True, copy_function=_link)
        else:
            _link(entry, target)


def _link(entry: str | Path, target: str | Path) -> None:
    os.link(entry, target, follow_symlinks=False)


def _keep_edited(folder: Path, state: Path | None, keep: Path | None) -> list[Path]:
    if keep is None or not folder.is_dir():
        return []
    record = read_record(state, folder) if state else {}
    return keep_edited(folder, record, _named_files(folder), keep)


def _named_files(folder: Path) -> dict[str, str]:
    """Give the files that the folder's post.json names as its own, with their digests."""
    with suppress(OSError, ValueError, AttributeError, TypeError, KeyError):
        post = json.loads((folder / POST_FILE).read_text(encoding="utf-8"))
        named = {str(post.get("file", "")): str(post.get("sha256", "")), **_digests(post)}
        return {name: digest for name, digest in named.items() if _NAME.fullmatch(name)}
    return {}


def _digests(post: dict[str, Any]) -> dict[str, str]:
    """Give what a post says of the files beside its video: name -> digest."""
    subtitles = {
        str(entry["file"]): entry.get("sha256", "")
        for entry in post.get("subtitles", ())
        if entry.get("file")
    }
    return subtitles | {str(entry["name"]): entry.get("sha256", "") for entry in post.get("files", ())}


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
