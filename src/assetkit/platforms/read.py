"""Read the packaged platforms, and a workspace's own ones on top of them."""

from __future__ import annotations

import functools
from importlib.resources import files
from pathlib import Path

from assetkit.diagnostics import Findings, Place
from assetkit.errors import AssetkitError
from assetkit.platforms.models import CatalogueText, SoundText
from assetkit.platforms.records import Catalogue
from assetkit.platforms.resolve import Resolver
from assetkit.validation import check
from assetkit.yaml_text import Document, read_yaml, read_yaml_file

OWN_FILE = "platforms.yaml"
_PACKAGED = ("formats.yaml", "layouts.yaml", "platforms.yaml", "sets.yaml")


def load_catalogue(
    own: str | None = None, *, file: str = OWN_FILE, findings: Findings | None = None
) -> Catalogue:
    """Give the packaged platforms; with `own`, the text of a workspace's file, those of the workspace.

    Problems of the own file go to `findings`; without it they raise AssetkitError.
    """
    base, _ = _load_packaged()
    if own is None:
        return base
    found = findings if findings is not None else Findings()
    catalogue = read_own_platforms(own, file, base, found)
    if findings is None and found.has_errors:
        raise AssetkitError(found.items[0].message, remedy=found.items[0].remedy)
    return catalogue


def read_catalogue(root: Path, findings: Findings) -> Catalogue:
    """Give the packaged platforms, with those of the own file of the workspace `root` on top of them.

    Problems of that file go to `findings`, those of its bytes too: it is read as recipes are.
    """
    base, sound = _load_packaged()
    if not (root / OWN_FILE).is_file():
        return base
    return _add(read_yaml_file(root / OWN_FILE, OWN_FILE, findings), base, sound, findings)[0]


def read_own_platforms(text: str, file: str, base: Catalogue, findings: Findings) -> Catalogue:
    """Add a workspace's formats, layouts, platforms and sets to `base`, or override those of the same name.

    A platform or format that is known may be given in part, and limits are overridden one by one; a format
    that is overridden changes every platform that takes it. What has errors is left out and reported.
    """
    _, sound = _load_packaged()
    return _add(read_yaml(text, file, findings), base, sound, findings)[0]


@functools.cache
def _load_packaged() -> tuple[Catalogue, SoundText | None]:
    catalogue, sound = Catalogue({}, {}), None
    folder, findings = files("assetkit.platforms") / "data", Findings()
    for name in _PACKAGED:
        text = (folder / name).read_text(encoding="utf-8")
        catalogue, sound = _add(read_yaml(text, name, findings), catalogue, sound, findings)
    if findings.has_errors:
        raise AssertionError(f"packaged platforms: {findings.items}")
    return catalogue, sound


def _add(
    document: Document | None, base: Catalogue, sound: SoundText | None, findings: Findings
) -> tuple[Catalogue, SoundText | None]:
    if document is None:
        return base, sound
    found = Findings()
    checked = check(CatalogueText, document, found, {})
    catalogue = base
    if checked.model is not None:
        sound = checked.model.sound or sound
        catalogue = Resolver(document, base, sound, found, checked.refused).resolve(checked.model)
    findings.extend(sorted(found.items, key=lambda item: item.place or Place("")))
    return catalogue, sound
