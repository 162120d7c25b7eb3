"""One cut: its layers resolved to items, supers, captions and platforms."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from assetkit.recipe.caption_models import CaptionsModel
from assetkit.recipe.caption_sets import by_platform, choose_sets
from assetkit.recipe.hooks import open_cut, resolve_openings
from assetkit.recipe.items import resolve_sequence
from assetkit.recipe.layers import Layer, Sourced, stack_cut, stack_part
from assetkit.recipe.looks import find_look
from assetkit.recipe.models import CutModel, CutPartModel, LengthModel
from assetkit.recipe.moving import set_motion
from assetkit.recipe.overlays import resolve_over
from assetkit.recipe.posts import resolve_post
from assetkit.recipe.ranges import is_backwards
from assetkit.recipe.records import Captions, Cut, Item
from assetkit.recipe.scope import Scope
from assetkit.recipe.sound import cut_sound
from assetkit.recipe.stills import resolve_stills
from assetkit.recipe.trade_codes import resolve_codes
from assetkit.timecode import Duration, parse_duration
from assetkit.yaml_text import YamlPath


def resolve_cuts(scope: Scope, cuts: dict[str, CutModel], name: str) -> dict[str, Cut]:
    """Resolve a cut and what platforms have otherwise, by name: with openings, one cut for each of them.

    Every problem is reported. Empty where the cut cannot be told at all; what is given of a cut with
    problems must not be used.
    """
    layer = stack_cut(scope, cuts, name)
    if layer is None:
        return {}
    cut = _resolve_cut(scope, layer, name)
    opened = [open_cut(scope, cut, opening) for opening in resolve_openings(scope, layer, name)]
    return {each.name: each for each in opened or [cut]}


def _resolve_cut(scope: Scope, layer: Layer, name: str) -> Cut:
    platforms = _platforms(scope, layer, name)
    variants = {
        platform: _resolve(scope, stacked, name, platforms)
        for platform, stacked in _layers_by_platform(scope, layer, platforms).items()
    }
    kept = {platform: variants[platform] for platform in platforms if platform in variants}
    return replace(_resolve(scope, layer, name, platforms), for_platform=kept)


def _resolve(scope: Scope, layer: Layer, name: str, platforms: tuple[str, ...]) -> Cut:
    shortest, longest = _length(scope, layer.get("length"))
    stills = "stills" in layer
    sequence = resolve_stills(scope, layer, name) if stills else _sequence(scope, layer.get("sequence"), name)
    captions = layer.get("captions")
    over = resolve_over(scope, layer.get("over"))
    cut = Cut(
        name=name,
        sequence=sequence,
        shortest=shortest,
        longest=longest,
        supers=over.supers,
        captions=choose_sets(scope, _captions(scope, captions), captions, sequence),
        platforms=platforms,
        place=scope.document.key_place(("cuts", name)),
        overlays=over.overlays,
        sound=cut_sound(scope, layer.get("sound")),
        post=resolve_post(scope, layer.get("post")),
        codes=resolve_codes(scope, layer.get("code")),
        makes_stills=stills,
    )
    return set_motion(cut, layer.get("motion"))


def _platforms(scope: Scope, layer: Layer, name: str) -> tuple[str, ...]:
    sourced = layer.get("platforms")
    if not _is_given(sourced, scope, name, "AK239", "platforms", "sets or platforms"):
        return ()
    return scope.expand_all(sourced.value, sourced.path)


def _layers_by_platform(scope: Scope, layer: Layer, platforms: tuple[str, ...]) -> dict[str, Layer]:
    """Stack what platforms have otherwise: sets first, then single platforms, each as it was written."""
    sourced = layer.get("for-platform")
    parts: dict[str, CutPartModel] = sourced.value or {} if sourced else {}
    found: dict[str, Layer] = {}
    for name in sorted(parts, key=lambda name: name not in scope.catalogue.sets):
        assert sourced is not None
        path: YamlPath = (*sourced.path, name)
        members = scope.expand(name, scope.document.key_place(path))
        if members and platforms and not set(members) & set(platforms):
            place = scope.document.key_place(path)
            scope.error(
                "AK241", f"this cut is not made for {name}", place, "add it to `platforms:`, or remove it"
            )
        for member in members:
            found[member] = stack_part(scope, found.get(member, layer), parts[name], path)
    return found


def _sequence(scope: Scope, sourced: Sourced | None, name: str) -> tuple[Item, ...]:
    if not _is_given(sourced, scope, name, "AK238", "sequence", "clips or cards"):
        return ()
    return resolve_sequence(scope, sourced.value, sourced.path)


def _is_given(
    sourced: Sourced | None, scope: Scope, name: str, code: str, key: str, what: str
) -> TypeGuard[Sourced]:
    """Say whether a list that a cut cannot do without is there, and report where it is not.

    One that was refused has been reported already.
    """
    if sourced and sourced.value is None:
        scope.flawed = True
    elif not sourced or not sourced.value:
        place = scope.document.key_place(sourced.path if sourced else ("cuts", name))
        scope.error(code, f"the cut `{name}` has no {key}", place, f"add `{key}:` with {what}")
    return bool(sourced and sourced.value)


def _length(scope: Scope, sourced: Sourced | None) -> tuple[Duration | None, Duration | None]:
    model = sourced.value if sourced else None
    if not isinstance(model, LengthModel) or sourced is None:
        return None, None
    shortest = parse_duration(model.min_) if model.min_ else None
    longest = parse_duration(model.max_) if model.max_ else None
    if shortest and longest and shortest != longest and is_backwards(shortest, longest):
        place = scope.document.place((*sourced.path, "min"))
        scope.error(
            "AK234", f"at least {shortest} is more than at most {longest}", place, "correct one of them"
        )
    return shortest, longest


def _captions(scope: Scope, sourced: Sourced | None) -> Captions:
    model = sourced.value if sourced else None
    if not isinstance(model, CaptionsModel) or sourced is None:
        return Captions(scope.campaign.captions)
    style = find_look(scope, model, sourced.path_of("style"))
    if isinstance(model.burn, bool):
        return Captions(style, model.burn)
    return Captions(style, True, _unburnt(scope, model.burn, sourced.path_of("burn")))


def _unburnt(scope: Scope, burn: dict[str, bool], path: YamlPath) -> tuple[str, ...]:
    """Give the platforms without burnt captions."""
    found = by_platform(scope, burn, path)
    return tuple(name for name, is_burnt in found.items() if not is_burnt)
