"""Type sizes that every declared language shares: the largest at which all of their texts fit the zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from assetkit.cards.agreeing import best_size, break_alike
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.misfits import Misfit, find_misfits
from assetkit.cards.setting import counter_width
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import needed_height
from assetkit.text.display import fewest_lines
from assetkit.text.figures import FULL

_UNDER = 55  # percent
_SHRINK = 0.96  # one step down when the stack is too high

Specs = Mapping[str, CardSpec]  # language -> the card, its texts not yet broken


@dataclass(frozen=True)
class Fit:
    """Cards of all languages with their sizes and line breaks, and what could not be made to fit."""

    specs: dict[str, CardSpec]
    misfits: tuple[Misfit, ...]
    form: str = FULL  # how numbers whose form is open are written

    @property
    def crowded_numbers(self) -> int:
        """How many numbers have no room at their smallest size."""
        return sum(1 for misfit in self.misfits if misfit.is_number)


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
        if not too_high:
            sizes = _prefer_better_breaks(kind, specs, used, sizes)
            broken = _break_all(specs, used, sizes)
        if not too_high or smaller == sizes:
            return Fit(broken, find_misfits(kind, broken, used, sizes))
        sizes = smaller


def _prefer_better_breaks(
    kind: Kind, specs: Specs, roles: tuple[Role, ...], sizes: dict[str, int]
) -> dict[str, int]:
    """Give sizes that are a little smaller where that saves lines from bad breaks, if all still fits."""
    better = dict(sizes)
    for field in dict.fromkeys(role.like or role.field for role in roles if role.is_text):
        alike = tuple(role for role in roles if field in (role.field, role.like))
        size = best_size(alike, specs, min(better[role.field] for role in alike))
        better |= {role.field: size for role in alike}
    better = _agree(better, roles)
    broken = _break_all(specs, roles, better)
    is_lower = all(needed_height(kind.rows(spec)) <= spec.zone.height for spec in broken.values())
    return better if is_lower else sizes


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
    lines = fewest_lines(text, role.font, em, width, spec.language)
    return lines is not None and lines <= role.max_lines


def _break_all(specs: Specs, roles: tuple[Role, ...], sizes: dict[str, int]) -> dict[str, CardSpec]:
    broken: dict[str, dict[str, str]] = {language: dict(spec.texts) for language, spec in specs.items()}
    for role in roles:
        if role.is_text:
            for language, lines in break_alike(role, specs, sizes[role.field]).lines.items():
                broken[language][role.field] = "\n".join(lines)
    type_sizes = tuple((role.field, sizes[role.field]) for role in roles)
    return {
        language: replace(spec, texts=tuple(broken[language].items()), type_sizes=type_sizes)
        for language, spec in specs.items()
    }
