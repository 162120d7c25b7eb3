"""Type sizes that every declared language shares: the largest at which all of their texts fit the zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.setting import counter_width, wrap_into
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import needed_height
from assetkit.text.breaking import break_lines, narrowest_width
from assetkit.text.shaping import measure

_UNDER = 55  # percent
_SHRINK = 0.96  # one step down when the stack is too high

Specs = Mapping[str, CardSpec]  # language -> the card, its texts not yet broken


@dataclass(frozen=True)
class Misfit:
    """A field that does not fit in one language at its smallest legible size; pixels needed and there."""

    language: str
    field: str  # "" where the whole stack is too high
    direction: str  # "wide" or "high"
    em: int
    needed: int
    available: int


@dataclass(frozen=True)
class Fit:
    """Cards of all languages with their sizes and line breaks, and what could not be made to fit."""

    specs: dict[str, CardSpec]
    misfits: tuple[Misfit, ...]


@lru_cache(maxsize=1024)
def fit_together(kind: Kind, cards: tuple[CardSpec, ...], roles: tuple[Role, ...]) -> Fit:
    """Solve sizes and breaks for all languages at once.

    Every field first takes the largest size at which it fits by width and lines in each language; then all
    shrink together until the highest stack fits. What does not fit at its smallest size is set there and
    reported. Solved once for all languages, platforms and checks that ask for the same cards.
    """
    specs = {card.language: card for card in cards}
    used = tuple(role for role in roles if any(spec.text(role.field) for spec in specs.values()))
    sizes = _agree({role.field: _widest_size(role, specs) for role in used}, used)
    while True:
        broken = _break_all(specs, used, sizes)
        too_high = [
            lang for lang, spec in broken.items() if needed_height(kind.rows(spec)) > spec.zone.height
        ]
        smaller = _agree(
            {role.field: max(role.smallest, int(sizes[role.field] * _SHRINK)) for role in used}, used
        )
        if not too_high or smaller == sizes:
            return Fit(broken, _misfits(kind, broken, used, sizes))
        sizes = smaller


def _agree(sizes: dict[str, int], roles: tuple[Role, ...]) -> dict[str, int]:
    """Hold each size under the one that it must stand back behind, and give like fields the smaller size."""
    agreed = dict(sizes)
    for role in roles:
        if role.under in agreed:
            most = max(role.smallest, agreed[role.under] * _UNDER // 100)
            agreed[role.field] = min(agreed[role.field], most)
    for role in (*roles, *roles):  # twice, so that the smallest of many like fields reaches them all
        if role.like in agreed:
            agreed[role.field] = agreed[role.like] = min(agreed[role.field], agreed[role.like])
    return agreed


def _widest_size(role: Role, specs: Specs) -> int:
    """Give the largest size that fits in every language: each one searches below what the others allow."""
    most = role.largest
    for spec in specs.values():
        if _fits(role, spec, most):
            continue
        low, most = role.smallest, max(role.smallest, most - 1)
        while low < most:
            middle = (low + most + 1) // 2
            low, most = (middle, most) if _fits(role, spec, middle) else (low, middle - 1)
    return most


def _fits(role: Role, spec: CardSpec, em: int) -> bool:
    text = spec.text(role.field)
    if not text:
        return True
    width = role.width_in(spec, em)
    if role.draws:
        return em <= width
    if role.counts:
        return counter_width(text, role.font, em) <= width
    return break_lines(text, role.font, em, width, role.max_lines, spec.language) is not None


def _break_all(specs: Specs, roles: tuple[Role, ...], sizes: dict[str, int]) -> dict[str, CardSpec]:
    broken: dict[str, dict[str, str]] = {language: dict(spec.texts) for language, spec in specs.items()}
    for role in roles:
        if not role.counts and not role.draws:
            for language, lines in _break_alike(role, specs, sizes[role.field]).items():
                broken[language][role.field] = "\n".join(lines)
    type_sizes = tuple((role.field, sizes[role.field]) for role in roles)
    return {
        language: replace(spec, texts=tuple(broken[language].items()), type_sizes=type_sizes)
        for language, spec in specs.items()
    }


def _break_alike(role: Role, specs: Specs, em: int) -> dict[str, tuple[str, ...]]:
    """Break a field in every language, into equally many lines where that reads well."""
    lines = {language: _break_one(role, spec, em) for language, spec in specs.items()}
    most = max(len(each) for each in lines.values())
    for language, each in lines.items():
        if each and len(each) < most:
            spec = specs[language]
            alike = wrap_into(spec.text(role.field), role.font, em, role.width_in(spec, em), most, language)
            lines[language] = alike or each
    return lines


def _break_one(role: Role, spec: CardSpec, em: int) -> tuple[str, ...]:
    text = spec.text(role.field)
    if not text:
        return ()
    broken = break_lines(text, role.font, em, role.width_in(spec, em), role.max_lines, spec.language)
    return broken or tuple(text.split("\n"))


def _misfits(
    kind: Kind, broken: dict[str, CardSpec], roles: tuple[Role, ...], sizes: dict[str, int]
) -> tuple[Misfit, ...]:
    found: list[Misfit] = []
    for language, spec in broken.items():
        for role in roles:
            needed = _needed_width(role, spec, sizes[role.field])
            width = role.width_in(spec, sizes[role.field])
            if needed > width:
                found.append(Misfit(language, role.field, "wide", sizes[role.field], needed, width))
        height = needed_height(kind.rows(spec))
        if height > spec.zone.height:
            found.append(Misfit(language, "", "high", 0, height, spec.zone.height))
    return tuple(found)


def _needed_width(role: Role, spec: CardSpec, em: int) -> int:
    """Give the width that a field needs in its most lines; for lines that fit, no more than the zone's."""
    text = spec.text(role.field)
    if role.draws:
        return em if text else 0
    if role.counts:
        return counter_width(text, role.font, em) if text else 0
    width = role.width_in(spec, em)
    if all(measure(line, role.font, em) <= width for line in text.split("\n")):
        return 0
    whole = text.replace("\n", " ")
    return round(min(narrowest_width(whole, role.font, em, role.max_lines, spec.language), 1e6))
