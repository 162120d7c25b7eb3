"""What changed since an earlier delivery: what is new, what takes the place of what, what is gone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from assetkit.delivery.manifest import Entry, manifest_files
from assetkit.errors import AssetkitError


def carry_entries(entries: list[Entry], since: dict[str, Any], chosen: Collection[str] | None) -> list[Entry]:
    """Give the posts of a delivery of which only the `chosen` were looked at; None: all of them were.

    What was not looked at is as it was.
    """
    if chosen is None:
        return entries
    return [*entries, *(entry for entry in since["posts"] if entry["post"] not in chosen)]


def compare_deliveries(value: dict[str, Any], since: dict[str, Any]) -> dict[str, Any]:
    """Give the part `supplement` of a manifest: `value` is the delivery now, `since` the earlier manifest.

    `holds` are the files that differ, by path; `replaces`, `adds` and `removes` say what becomes of the
    earlier ones. Raises AssetkitError where the two cannot be compared.
    """
    for what, now, then in (
        ("campaign", value["campaign"]["name"], since["campaign"]["name"]),
        ("layout", value["layout"], since["layout"]),
    ):
        if now != then:
            raise AssetkitError(
                f"AK839: the earlier manifest has the {what} {then!r}, this delivery {now!r}.",
                remedy="Name the manifest of the delivery that is to be completed.",
            )
    before = {file["path"]: file["sha256"] for file in manifest_files(since)}
    after = {file["path"]: file["sha256"] for file in manifest_files(value)}
    changed = sorted(path for path, digest in after.items() if before.get(path) != digest)
    return {
        "since": since["sha256"],
        "holds": changed,
        "adds": [path for path in changed if path not in before],
        "replaces": [
            {"path": path, "old": before[path], "new": after[path]} for path in changed if path in before
        ],
        "removes": sorted(before.keys() - after.keys()),
    }
