"""Line breaks that agree between languages: equally many lines, each where its language reads best."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assetkit.cards.kinds.kind import Role
from assetkit.cards.spec import CardSpec
from assetkit.text.display import Setting, fewest_lines, set_lines

_UNLIKE, _SINGLE = 18.0, 30.0  # for a language with fewer lines than others have, and with a single one
_PER_LINE = 2.0  # of two ways that read alike, fewer lines
_PER_PERCENT = 1.5  # for type that is so much smaller than it might be
_FEW_LINES, _MANY_LINES = 3, 4  # in more of them nobody counts
_STEPS = 66  # so many to nothing: as fine as an eye tells sizes apart
_LEAST_SIZE = 78  # percent of the size that it might have

Specs = Mapping[str, CardSpec]


@dataclass(frozen=True)
class Broken:
    """A field's lines by language, and what they cost on the scale of `text.display`."""

    lines: dict[str, tuple[str, ...]]
    cost: float

    @property
    def most(self) -> int:
        """How many lines the language with the most of them has."""
        return max(map(len, self.lines.values()), default=0)


def break_alike(role: Role, specs: Specs, em: int) -> Broken:
    """Break a field in every language, into equally many lines where that reads well.

    A text that does not fit has its own line breaks alone.
    """
    fewest = {language: _fewest(role, spec, em) for language, spec in specs.items()}
    most = max(fewest.values(), default=0)
    lines, cost = {}, 0.0
    for language, few in fewest.items():
        found = _choose(role, specs[language], em, few, most) if few else None
        text = specs[language].text(role.field)
        lines[language] = found.lines if found else tuple(text.split("\n")) if text else ()
        cost += found.cost if found else 0.0
    return Broken(lines, cost + _PER_LINE * max(0, most - 1) * len(lines))


def best_size(alike: tuple[Role, ...], specs: Specs, em: int) -> int:
    """Give the size, down to 78 % of an em in pixels, at which fields that share one read best."""
    smallest = max(max(role.smallest for role in alike), math.ceil(em * _LEAST_SIZE / 100))
    broken = [break_alike(role, specs, em) for role in alike]
    best, least = em, sum(each.cost for each in broken)
    step = max(1, em // _STEPS)
    # A long text has more breaks that may be bad, and would be made smaller for each of them.
    weight = max(1.0, max(each.most for each in broken) / _FEW_LINES)
    for size in range(em - step, smallest - 1, -step):
        loss = weight * _PER_PERCENT * 100 * (em - size) / em
        if loss >= least:
            break
        cost = sum(break_alike(role, specs, size).cost for role in alike) + loss
        if cost < least:
            best, least = size, cost
    return best


def _choose(role: Role, spec: CardSpec, em: int, few: int, most: int) -> Setting | None:
    """Give one language as many lines as the others have, or its own fewest where those read better."""
    text, width = spec.text(role.field), role.width_in(spec, em)
    alike = _set(text, role.font, em, width, most, spec.language)
    if few == most:
        return alike
    own = _set(text, role.font, em, width, few, spec.language)
    unlike = _SINGLE if few == 1 else _UNLIKE if most <= _MANY_LINES else _UNLIKE / 2
    if own is None or (alike and alike.cost <= own.cost + unlike):
        return alike
    return Setting(own.lines, own.cost + unlike)


def _fewest(role: Role, spec: CardSpec, em: int) -> int:
    """Give in how many lines a text fits; 0 where there is none, or no room for it."""
    found = fewest_lines(spec.text(role.field), role.font, em, role.width_in(spec, em), spec.language) or 0
    return found if found <= role.max_lines else 0


_set = lru_cache(maxsize=8192)(set_lines)
