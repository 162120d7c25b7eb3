"""Marks from what a person wrote to values."""

from __future__ import annotations

from assetkit.campaign.logo_models import LogoModel
from assetkit.campaign.records import Logo
from assetkit.yaml_text import Document, YamlPath


def read_logo(model: LogoModel | None, path: YamlPath, document: Document) -> Logo | None:
    """Give the mark that is written at `path`; None where there is none."""
    inside = (*path, "image")
    # One without a file has been reported, and so has one that is no mark at all.
    if model is None or (inside not in document.values and path in document.values and not model.image):
        return None
    place = document.place(inside if inside in document.values else path)
    return Logo(model.image, model.permission or "", model.on or "", model.clear_space, place)
