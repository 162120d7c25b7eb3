"""A package to hand over: the delivered posts with their manifest, in a folder that appears at once."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assetkit.delivery.exchange import exchange
from assetkit.delivery.manifest import MANIFEST_FILE, Entry, manifest_files, write_manifest
from assetkit.delivery.package import STAGING, copy_file, sweep_staging
from assetkit.delivery.post import digest_file
from assetkit.delivery.verify import verify_folder
from assetkit.errors import StoreError


def lay_flat(entries: list[Entry], names: Mapping[str, str]) -> list[Entry]:
    """Give posts as they lie side by side: every file begins with the name of its post, from `names`.

    Raises StoreError where two files would have one name.
    """
    flat = [
        {**entry, "files": [_flat_file(names[entry["post"]], file) for file in entry["files"]]}
        for entry in entries
    ]
    taken: dict[str, str] = {}
    for entry in flat:
        for file in entry["files"]:
            first = taken.setdefault(str(file["path"]).casefold(), entry["post"])
            if first != entry["post"]:
                raise StoreError(
                    f"AK822: {first} and {entry['post']} would both have a file {file['path']}.",
                    remedy="Add a field in which they differ to `delivery: {name: …}`.",
                )
    return flat


def write_package(out: Path, entries: list[Entry], value: dict[str, Any], folder: Path) -> int:
    """Write the files of a manifest's posts to `folder`, and the manifest; gives how many files.

    `entries` are the posts as they lie below `out`, `value` is the manifest as the package lies; a supplement
    holds only what its manifest says. All is copied beside the folder, compared with its digest, and put in
    place by one rename: nobody sees half a package. An earlier package there is replaced, anything else is
    not. Raises StoreError.
    """
    refuse_foreign(folder)
    folder = Path(os.path.abspath(folder))  # noqa: PTH100  (links stay links, as `refuse_foreign` saw them)
    places = {
        file["path"]: out / source["path"]
        for source, file in zip(_sorted_files(entries), _sorted_files(value["posts"]), strict=True)
    }
    held = value["supplement"]["holds"] if value["kind"] == "supplement" else list(places)
    digests = {file["path"]: file["sha256"] for file in manifest_files(value)}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep_staging(folder)
        staging = folder.with_name(f"{STAGING}{folder.name}-{os.getpid()}-{secrets.token_hex(4)}")
        staging.mkdir()
        try:
            for path in held:
                _copy(places[path], staging / path, digests[path])
            (staging / MANIFEST_FILE).write_text(write_manifest(value), encoding="utf-8")
            exchange(staging, folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise StoreError(
            f"The package {folder} cannot be written: {error.strerror or error}.",
            remedy="Check the free space and the rights of its folder.",
        ) from error
    return len(held)


def refuse_foreign(folder: Path) -> None:
    """Raise StoreError where a folder holds anything but a package of ours, as it was written."""
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_dir() and not folder.is_symlink():
        if not any(folder.iterdir()):
            return
        found = verify_folder(folder, strict=True)
        if found.is_good and found.kind in ("package", "supplement"):
            return
        wrong = str(found.problems[0].place) if found.problems else "posts that were rendered there"
        what = wrong if found.kind else "no manifest of one"
    else:
        what = "it is no folder"
    raise StoreError(
        f"AK838: {folder} is not written over: it holds more than a whole package ({what}).",
        remedy="Name another folder, or empty this one.",
    )


def _flat_file(stem: str, file: dict[str, Any]) -> dict[str, Any]:
    name = str(file["name"])
    return {**file, "path": name if name.startswith(f"{stem}.") else f"{stem}.{name}"}


def _sorted_files(entries: list[Entry]) -> list[dict[str, Any]]:
    """Give all files in one order, however they lie."""
    ordered = sorted(entries, key=lambda entry: str(entry["post"]))
    return [file for entry in ordered for file in sorted(entry["files"], key=lambda file: str(file["name"]))]


def _copy(source: Path, target: Path, digest: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    copy_file(source, target)
    if digest_file(target) != digest:
        raise StoreError(
            f"AK833: {source} is not what was delivered: it was changed, and nothing was packed.",
            remedy="Run `assetkit render`: it delivers the post anew.",
        )
