"""The ground of a card resolved: the footage or the picture file that stands behind it."""

from __future__ import annotations

from assetkit.geometry import Focus
from assetkit.recipe.films import read_focus
from assetkit.recipe.ground_models import GroundModel
from assetkit.recipe.pictures import check_picture
from assetkit.recipe.records import ClipItem, FootageGround, Framing, ImageGround
from assetkit.recipe.scope import Scope
from assetkit.recipe.sources import find_source
from assetkit.yaml_text import YamlPath


def resolve_ground(
    scope: Scope, model: GroundModel | None, path: YamlPath
) -> ImageGround | FootageGround | None:
    """Give what stands behind a card, None for the brand's background; `path` is that of the ground."""
    if model is None:
        return None
    if model.image is not None:
        place = scope.document.place((*path, "image"))
        focus = read_focus(model.focus) or Focus()
        check_picture(scope.root, model.image, place, scope.findings)
        return ImageGround(model.image, focus, place, model.scrim)
    return _footage(scope, model, path) if model.footage is not None else None


def _footage(scope: Scope, model: GroundModel, path: YamlPath) -> FootageGround | None:
    source = find_source(scope, model.footage or "", (*path, "footage"))
    if source is None:
        return None
    film, select = source
    focus = read_focus(model.focus) or select.focus or Focus()
    place = scope.document.key_place((*path, "footage"))
    framing, shown = Framing("crop", focus), select.tags
    clip = ClipItem(film, select.start, select.stop, framing, {}, place, select.place, shown)
    return FootageGround(clip, model.scrim)
