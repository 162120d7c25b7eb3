"""The manifest of a delivery: every post with the digests of its files, and of what it was made from.

It is told by the posts' own `post.json`, holds no clock, and ends in a digest of itself: equal deliveries are
equal bytes, and one changed byte is found, also in the manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from assetkit import __version__
from assetkit.delivery.post import POST_FILE, digest_file, post_schema
from assetkit.errors import StoreError

MANIFEST_FILE = "manifest.json"
SCHEMA_VERSION = 1
_OF_POST = (
    *(
        "kind",
        "film",
        "cut",
        "variant",
        "platform",
        "language",
        "code",
        "frames",
        "rate",
        "seconds",
        "width",
        "height",
    ),
    *("loudness", "true_peak", "sources", "tools", "statistics", "quotes", "licences"),
    *("publishable", "reasons"),
)
_DEFINED = ("digest", "statistic", "quote", "work", "check")
Entry = dict[str, Any]
"""What a manifest says of one post."""


class RecipeDigests:
    """Digests of the files that people write, each read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[str, str] = {}

    def describe(self, file: str) -> dict[str, str]:
        """Give the file's path from the workspace and its digest, "" where it cannot be read."""
        if file not in self._known:
            try:
                self._known[file] = digest_file(self.root / file)
            except OSError:
                self._known[file] = ""
        return {"file": file, "sha256": self._known[file]}


def describe_post(folder: Path, place: str, recipe: Mapping[str, str]) -> Entry:
    """Give what a manifest says of the post in `folder`, which lies at `place` below the output folder.

    Raises StoreError where there is no whole post.
    """
    try:
        data = (folder / POST_FILE).read_bytes()
        post = json.loads(data)
        told = {name: post[name] for name in _OF_POST}
        # Of a picture post it is the first picture.
        role = "video" if post["kind"] == "video" else "picture"
        main = _file(place, post["file"], role, post["bytes"], post["sha256"])
        own = _file(place, POST_FILE, "post", len(data), hashlib.sha256(data).hexdigest())
        others = [
            _file(place, file["name"], file["role"], file["bytes"], file["sha256"]) for file in post["files"]
        ]
        checks = {
            "passed": sum(check["passed"] for check in post["checks"]),
            "found": [check for check in post["checks"] if not check["passed"]],
        }
        named = {"name": post["recipe"], **recipe}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{place} holds no whole post.", remedy="Render it again.") from error
    inside = sorted([main, own, *others], key=lambda file: str(file["path"]))
    return {"post": place, "recipe": named, **told, "checks": checks, "files": inside}


def make_manifest(
    campaign: Mapping[str, str],
    entries: Iterable[Entry],
    *,
    kind: str = "delivery",
    layout: str = "folders",
    beside: Iterable[Mapping[str, Any]] = (),
    supplement: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Give a manifest with its own digest; `campaign` is its name, file and digest, `beside` other files.

    `kind` is "delivery" for the folder that is rendered into, "package", or "supplement".
    """
    value = {
        "schema": SCHEMA_VERSION,
        "kind": kind,
        "layout": layout,
        "assetkit": __version__,
        "campaign": dict(campaign),
        "posts": sorted(entries, key=lambda entry: str(entry["post"])),
        "beside": sorted((dict(file) for file in beside), key=lambda file: str(file["path"])),
        "supplement": dict(supplement) if supplement else None,
    }
    return value | {"sha256": own_digest(value)}


def own_digest(value: Mapping[str, Any]) -> str:
    """Give the digest of a manifest's text without the digest itself."""
    rest = {name: part for name, part in value.items() if name != "sha256"}
    return hashlib.sha256(write_manifest(rest).encode("utf-8")).hexdigest()


def write_manifest(value: Mapping[str, Any]) -> str:
    """Write a manifest as text: sorted keys, two spaces, one line feed at the end, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False) + "\n"


def manifest_files(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give every file that a manifest names."""
    return [*(file for entry in value["posts"] for file in entry["files"]), *value["beside"]]


def manifest_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of `manifest.json`; what it takes from posts is as in their schema."""
    text = (files("assetkit.delivery") / "manifest.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    post = post_schema()
    entry = schema["$defs"]["post"]
    entry["properties"] |= {name: post["properties"][name] for name in _OF_POST}
    entry["required"] = list(entry["properties"])
    schema["$defs"] |= {name: post["$defs"][name] for name in _DEFINED}
    return schema


def _file(place: str, name: str, role: str, size: int, digest: str) -> dict[str, Any]:
    return {"path": f"{place}/{name}", "name": name, "role": role, "bytes": size, "sha256": digest}
