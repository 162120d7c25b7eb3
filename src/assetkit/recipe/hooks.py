"""Alternative openings of a cut: each makes a cut of its own, named by its code."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from assetkit.recipe.hook_models import HookEntry, HookModel
from assetkit.recipe.items import resolve_sequence
from assetkit.recipe.layers import Layer, Sourced
from assetkit.recipe.overlays import Over, resolve_over
from assetkit.recipe.records import Cut, Item
from assetkit.recipe.scope import Scope
from assetkit.recipe.trade_codes import resolve_codes
from assetkit.recipe.word_cards import check_warning
from assetkit.yaml_text import YamlPath


@dataclass(frozen=True)
class Opening:
    """What comes before a cut's sequence, and what lies over that post alone; `codes` are by language."""

    code: str
    items: tuple[Item, ...] = ()
    over: Over = field(default_factory=Over)
    codes: dict[str, str] = field(default_factory=dict)


def resolve_openings(scope: Scope, layer: Layer, name: str) -> tuple[Opening, ...]:
    """Give the openings that a cut names, in their order; none where it names none."""
    sourced = layer.get("hooks")
    entries: dict[str, HookEntry] = sourced.value or {} if sourced else {}
    found = []
    for code, entry in entries.items():
        assert sourced is not None
        path: YamlPath = (*sourced.path, code)
        taken = scope.was_written(("cuts", f"{name}-{code}"))
        if taken:
            message = f"the opening `{code}` would be the cut `{name}-{code}`, and there is one of that name"
            scope.error("AK843", message, scope.document.key_place(path), "rename one of them")
        found.append(_resolve(scope, code, entry, path))
    return tuple(found)


def open_cut(scope: Scope, cut: Cut, opening: Opening) -> Cut:
    """Give a cut with an opening before its sequence, on every platform; times count from its start."""
    sequence = (*opening.items, *cut.sequence)
    check_warning(scope, sequence)
    return replace(
        cut,
        name=f"{cut.name}-{opening.code}",
        variant_of=cut.name,
        hook=opening.code,
        sequence=sequence,
        supers=(*cut.supers, *opening.over.supers),
        overlays=(*cut.overlays, *opening.over.overlays),
        codes=opening.codes,
        for_platform={name: open_cut(scope, each, opening) for name, each in cut.for_platform.items()},
    )


def _resolve(scope: Scope, code: str, entry: HookEntry, path: YamlPath) -> Opening:
    if not isinstance(entry, HookModel):
        return Opening(code, resolve_sequence(scope, entry, path, leads_on=True))
    items = resolve_sequence(scope, entry.sequence or [], (*path, "sequence"), leads_on=True)
    over = resolve_over(scope, Sourced(entry.over, (*path, "over")) if entry.over else None)
    codes = resolve_codes(scope, Sourced(entry.code, (*path, "code")) if entry.code else None)
    return Opening(code, items, over, codes)
