"""Cuts in layers: `like:` another cut, and `for-platform:`; own keys replace those below.

Of `captions:`, `sound:` and `post:` each key by itself: a platform with another style has the same caption
set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from assetkit.recipe.models import CutModel, CutPartModel
from assetkit.recipe.scope import Scope
from assetkit.validation import nearest, shorten
from assetkit.yaml_text import YamlPath


@dataclass(frozen=True)
class Sourced:
    """A value with the path at which it was written. `value` None means: refused, and reported.

    `parts` are the paths of the keys of a mapping that stand elsewhere, in a layer below.
    """

    value: Any
    path: YamlPath
    parts: Mapping[str, YamlPath] = field(default_factory=dict)

    def path_of(self, key: str) -> YamlPath:
        """Give where a key of the mapping was written."""
        return self.parts.get(key, (*self.path, key))


_BY_KEY = ("captions", "sound", "post")
Layer = dict[str, Sourced]  # key as written -> value


def layer_of(scope: Scope, model: BaseModel, path: YamlPath) -> Layer:
    """Give the keys that were written at this path, refused ones included."""
    layer: Layer = {}
    for name, info in type(model).model_fields.items():
        key = info.alias or name
        if scope.was_written((*path, key)):
            given = name in model.model_fields_set
            layer[key] = Sourced(getattr(model, name) if given else None, (*path, key))
    return layer


def stack_cut(scope: Scope, cuts: dict[str, CutModel], name: str) -> Layer | None:
    """Give a cut's keys over those of the cuts it is `like:`; None where the chain is broken."""
    chain = _chain(scope, cuts, name)
    if chain is None:
        return None
    layer: Layer = {}
    for member in reversed(chain):
        layer.pop("code", None)  # a code stands for one cut alone
        _drop_date(layer)
        layer = _over(layer, layer_of(scope, cuts[member], ("cuts", member)))
    layer.pop("like", None)
    return layer


def stack_part(scope: Scope, below: Layer, part: CutPartModel, path: YamlPath) -> Layer:
    """Give the layer below with what a platform has otherwise."""
    return _over(below, layer_of(scope, part, path))


def _over(below: Layer, above: Layer) -> Layer:
    """Give the keys of both layers; where both have one it is the upper one's, of some key by key."""
    merged = below | above
    for key in _BY_KEY:
        if key in below and key in above:
            merged[key] = _merge(below[key], above[key])
    return merged


def _drop_date(layer: Layer) -> None:
    """Take out when the posts of another cut come out: two cuts do not come out at once."""
    post = layer.get("post")
    if post and isinstance(post.value, BaseModel) and "at" in post.value.model_fields_set:
        layer["post"] = replace(post, value=post.value.model_copy(update={"at": None}))


def _merge(below: Sourced, above: Sourced) -> Sourced:
    if not isinstance(below.value, BaseModel) or not isinstance(above.value, BaseModel):
        return above
    own = above.value.model_fields_set
    written = {name: info.alias or name for name, info in type(below.value).model_fields.items()}
    kept = {written[key]: below.path_of(written[key]) for key in below.value.model_fields_set - own}
    value = below.value.model_copy(update={key: getattr(above.value, key) for key in own})
    return Sourced(value, above.path, kept)


def _chain(scope: Scope, cuts: dict[str, CutModel], name: str) -> list[str] | None:
    chain = [name]
    while (below := cuts[chain[-1]].like) is not None:
        place = scope.document.place(("cuts", chain[-1], "like"))
        if below in chain:
            circle = " → ".join([*chain[chain.index(below) :], below])
            scope.error("AK228", f"cuts are like each other in a circle: {circle}", place, "break the circle")
            return None
        if below not in cuts:
            _report_unknown(scope, cuts, below, chain[-1])
            return None
        chain.append(below)
    return chain


def _report_unknown(scope: Scope, cuts: dict[str, CutModel], below: str, name: str) -> None:
    if scope.was_written(("cuts", below)):
        scope.flawed = True
        return
    place = scope.document.place(("cuts", name, "like"))
    others = set(cuts) - {name}
    scope.error("AK227", f"this recipe has no cut {shorten(below)}", place, nearest(below, others))
