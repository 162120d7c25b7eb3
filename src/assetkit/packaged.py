"""The data files that come with a package: facts about the world, each with its source."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from assetkit.diagnostics import Findings
from assetkit.yaml_text import read_yaml


def read_packaged(package: str, name: str, folder: str = "data") -> Any:
    """Read a YAML file below a package, as strictly as what a person writes.

    Raises AssertionError where it cannot be read: then the program itself is broken.
    """
    findings = Findings()
    text = (files(package) / folder / name).read_text(encoding="utf-8")
    document = read_yaml(text, name, findings)
    if document is None or findings.has_errors:
        raise AssertionError(f"{name} of {package}: {findings.items}")
    return document.data
