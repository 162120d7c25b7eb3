"""Keep the manifest of the output folder true: what lies there now, and what it was made from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from assetkit.campaign.read import CAMPAIGN_FILE
from assetkit.campaign.records import Campaign
from assetkit.delivery.edited import edited_files
from assetkit.delivery.manifest import (
    MANIFEST_FILE,
    Entry,
    RecipeDigests,
    describe_post,
    make_manifest,
    write_manifest,
)
from assetkit.delivery.reading import read_manifest
from assetkit.delivery.state import delivered_folders, stamp
from assetkit.errors import StoreError
from assetkit.plan.build import Deliverable
from assetkit.plan.identity import hash_identity
from assetkit.recipe.workspace import RESERVED
from assetkit.tool.digest import replace_file

_MARK = "manifest"


class Surveyor:
    """Writes `manifest.json` of an output folder; `state` is the folder of records of deliveries."""

    def __init__(self, campaign: Campaign, out: Path, state: Path) -> None:
        self.out = out
        self.state = state
        self.recipes = RecipeDigests(Path(campaign.root))
        self.campaign = campaign

    def forget(self) -> None:
        """Say that posts are about to change: a run that is killed must not leave its manifest for true."""
        (self.state / _MARK).unlink(missing_ok=True)

    def update(self, items: Iterable[Deliverable], *, whole: bool) -> None:
        """Write the manifest: `items` lie there as their recipes are now, other posts as they were told of.

        With `whole` these are all that the workspace makes, and others are left out. Nothing is written where
        nothing has changed. Raises StoreError.
        """
        items = list(items)
        mark = self._mark(items, whole)
        if self._is_marked(mark):
            return
        entries = self.entries(items)
        if not whole:
            entries += self._others({item.folder for item in items})
        if not entries and not (self.out / MANIFEST_FILE).is_file():
            return  # nothing was ever delivered, and an empty list of nothing helps nobody
        text = write_manifest(make_manifest(self.describe_campaign(), entries))
        try:
            path = self.out / MANIFEST_FILE
            if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
                replace_file(path, text)
            replace_file(self.state / _MARK, json.dumps([mark, stamp(self.out, MANIFEST_FILE)]))
        except OSError as error:
            raise _unwritable(error) from error

    def entries(self, items: Iterable[Deliverable]) -> list[Entry]:
        """Describe posts by what lies in their folders. Raises StoreError where one does not."""
        return [
            describe_post(self.out / item.folder, item.folder, self.recipes.describe(item.recipe.file))
            for item in items
        ]

    def describe_campaign(self) -> dict[str, str]:
        """Give the campaign's name, and the digest of its file."""
        return {"name": self.campaign.name, **self.recipes.describe(CAMPAIGN_FILE)}

    def drop(self, gone: Iterable[str]) -> None:
        """Take posts out of the manifest. Raises StoreError."""
        path, dropped = self.out / MANIFEST_FILE, set(gone)
        value, _ = read_manifest(path)
        if value and dropped & {entry["post"] for entry in value["posts"]}:
            left = [entry for entry in value["posts"] if entry["post"] not in dropped]
            try:
                self.forget()
                text = write_manifest(make_manifest(value["campaign"], left, beside=value["beside"]))
                replace_file(path, text)
            except OSError as error:
                raise _unwritable(error) from error

    def _others(self, known: set[str]) -> list[Entry]:
        """Describe the posts that were not asked for: as the last manifest did, where it still holds."""
        value, _ = read_manifest(self.out / MANIFEST_FILE)
        told: dict[str, Entry] = {entry["post"]: entry for entry in value.get("posts", ())}
        found: list[Entry] = []
        for folder, record in delivered_folders(self.state):
            place = self._place(folder)
            if not place or place in known or place.split("/")[0] in RESERVED:
                continue
            if edited_files(folder, record, {}):
                # What a person has changed is no delivery of ours: it is told of as it was.
                found += [told[place]] if place in told else []
                continue
            known_recipe = told[place]["recipe"] if place in told else record.get("recipe", {})
            recipe = {"file": known_recipe.get("file", ""), "sha256": known_recipe.get("sha256", "")}
            with suppress(StoreError):  # taken away
                found.append(describe_post(folder, place, recipe))
        return found

    def _place(self, folder: Path) -> str:
        """Give the path of a post below the output folder, "" where it lies elsewhere."""
        try:
            return folder.relative_to(os.path.normpath(self.out)).as_posix()
        except ValueError:
            return ""

    def _mark(self, items: Iterable[Deliverable], whole: bool) -> str:
        made = [(item.folder, self.recipes.describe(item.recipe.file)) for item in items]
        return hash_identity({"made": made, "campaign": self.describe_campaign(), "whole": whole})

    def _is_marked(self, mark: str) -> bool:
        try:
            known: Any = json.loads((self.state / _MARK).read_bytes())
        except (OSError, ValueError):
            return False
        return bool(known == [mark, stamp(self.out, MANIFEST_FILE)])


def _unwritable(error: OSError) -> StoreError:
    return StoreError(
        f"{MANIFEST_FILE} cannot be written: {error.strerror or error}.",
        remedy="Check the free space and the rights of the output folder.",
    )
