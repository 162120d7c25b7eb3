"""Delivered posts without rendering: made-up videos with their files beside them, and their manifest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from assetkit.delivery.manifest import MANIFEST_FILE, Entry, describe_post, make_manifest, write_manifest
from assetkit.delivery.package import deliver
from assetkit.delivery.post import PostFile
from support.posts import make_post

CAMPAIGN = {"name": "16 days", "file": "assetkit.yaml", "sha256": "1" * 64}
RECIPE = {"file": "recipes/the-dress.yaml", "sha256": "2" * 64}
COPY = "Сені сүйетін адам «ұрмайды»\n".encode()


def deliver_post(out: Path, place: str, *, words: bytes = b"video", state: Path | None = None) -> Path:
    """Deliver a made-up video with a file of copy beside it; gives the folder of the post."""
    folder = out / place
    film, cut, platform, language = place.split("/")
    name = f"{film}-{cut}-{platform}-{language}.mp4"
    source = out.parent / "object"
    source.write_bytes(words * 50)
    copy = PostFile("copy.txt", "copy", sha256(COPY).hexdigest(), len(COPY))
    post = replace(make_post(source, name=name), cut=cut, platform=platform, language=language, files=(copy,))
    keep = out.parent / "edited" / place
    deliver(
        source,
        folder,
        name,
        post.as_json(),
        beside={"copy.txt": COPY},
        state=state,
        key="k",
        keep=keep,
        about={"recipe": RECIPE},
    )
    return folder


def entries(out: Path, places: Iterable[str]) -> list[Entry]:
    """Describe delivered posts."""
    return [describe_post(out / place, place, RECIPE) for place in places]


def write_delivery(out: Path, places: Iterable[str]) -> Path:
    """Write the manifest of delivered posts, and give its path."""
    path = out / MANIFEST_FILE
    path.write_text(write_manifest(make_manifest(CAMPAIGN, entries(out, places))), encoding="utf-8")
    return path
