"""Read the packaged platforms, and a workspace's own ones on top of them."""

from __future__ import annotations

import functools
from importlib.resources import files

from assetkit.diagnostics import Findings
from assetkit.errors import AssetkitError
from assetkit.platforms.models import CatalogueText, SoundText
from assetkit.platforms.records import Catalogue
from assetkit.platforms.resolve import Resolver
from assetkit.validation import check
from assetkit.yaml_text import read_yaml

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


def read_own_platforms(text: str, file: str, base: Catalogue, findings: Findings) -> Catalogue:
    """Add a workspace's formats, layouts, platforms and sets to `base`, or override those of the same name.

    A platform or format that is known may be given in part, and limits are overridden one by one; a format
    that is overridden changes every platform that takes it. What has errors is left out and reported.
    """
    _, sound = _load_packaged()
    return _add(text, file, base, sound, findings)[0]


@functools.cache
def _load_packaged() -> tuple[Catalogue, SoundText | None]:
    catalogue, sound = Catalogue({}, {}), None
    folder, findings = files("assetkit.platforms") / "data", Findings()
    for name in _PACKAGED:
        text = (folder / name).read_text(encoding="utf-8")
        catalogue, sound = _add(text, name, catalogue, sound, findings)
    if findings.has_errors:
        raise AssertionError(f"packaged platforms: {findings.items}")
    return catalogue, sound


def _add(
    text: str, file: str, base: Catalogue, sound: SoundText | None, findings: Findings
) -> tuple[Catalogue, SoundText | None]:
    document = read_yaml(text, file, findings)
    if document is None:
        return base, sound
    model = check(CatalogueText, document, findings, {}).model
    if model is None:
        return base, sound
    sound = model.sound or sound
    return Resolver(document, base, sound, findings).resolve(model), sound
