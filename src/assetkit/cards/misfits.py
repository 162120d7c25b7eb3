"""What does not fit on a card at its smallest legible type: by how much, and how much of it would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.setting import counter_width
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row, needed_height
from assetkit.text.breaking import break_lines, narrowest_width, tidy_lines
from assetkit.text.shaping import measure

_HAIR = 1e-6  # pixels
_MOST_WORDS = 120  # from here on a text is so long that its width is reckoned, not searched for


@dataclass(frozen=True)
class Misfit:
    """A field that does not fit in one language at its smallest legible size.

    `direction` is "wide", "high" (the whole stack; `field` is then the one to shorten) or "lines" (more line
    breaks of its own than it may have lines). `needed` and `available` are pixels, or lines. `letters` is how
    many are written, in the `word` that is too wide or in the whole text, and `fits` about how many may be.
    """

    language: str
    field: str
    direction: str
    em: int
    needed: int
    available: int
    is_number: bool = False
    word: str = ""
    letters: int = 0
    fits: int = 0


def find_misfits(
    kind: Kind, broken: Mapping[str, CardSpec], roles: tuple[Role, ...], sizes: Mapping[str, int]
) -> tuple[Misfit, ...]:
    """Give what does not fit of cards whose texts are broken at these sizes."""
    found: list[Misfit] = []
    for spec in broken.values():
        found += [each for role in roles for each in (_in_width(role, spec, sizes[role.field]),) if each]
        height = needed_height(kind.rows(spec))
        if height > spec.zone.height:
            found.append(_in_height(kind.rows(spec), spec, roles, height))
    return tuple(found)


def _in_width(role: Role, spec: CardSpec, em: int) -> Misfit | None:
    text, width = spec.text(role.field), role.width_in(spec, em)
    if not text:
        return None
    if not role.is_text:
        needed = em if role.draws else counter_width(text, role.font, em)
        letters = len(text)
        fits = letters * width // max(1, needed)
        found = Misfit(spec.language, role.field, "wide", em, needed, width, role.counts, "", letters, fits)
        return found if needed > width else None
    own = text.count("\n") + 1
    if own <= role.max_lines and all(
        measure(line, role.font, em) <= width + _HAIR for line in text.split("\n")
    ):
        return None
    return _in_lines(role, spec, em, width)


def _in_lines(role: Role, spec: CardSpec, em: int, width: int) -> Misfit:
    """Tell a word that is too wide from a text that is too long, and from too many lines of its own."""
    text = spec.text(role.field)
    own = tidy_lines(text)
    if len(own) > role.max_lines:
        return Misfit(spec.language, role.field, "lines", em, len(own), role.max_lines)
    whole = " ".join(own)
    words = whole.split(" ")
    word = max(words, key=lambda each: measure(each, role.font, em))
    if measure(word, role.font, em) > width:
        fits = next(n for n in range(len(word), -1, -1) if measure(word[:n], role.font, em) <= width)
        needed = round(measure(word, role.font, em))
        return Misfit(spec.language, role.field, "wide", em, needed, width, False, word, len(word), fits)
    needed = round(measure(whole, role.font, em) / role.max_lines)
    if len(words) <= _MOST_WORDS:
        needed = round(min(narrowest_width(text, role.font, em, role.max_lines, spec.language), 1e6))
    fits = _letters_in(role, words, em, width, spec.language)
    return Misfit(
        spec.language, role.field, "wide", em, max(needed, width + 1), width, False, "", len(whole), fits
    )


def _letters_in(role: Role, words: list[str], em: int, width: int, language: str) -> int:
    """Give how many letters the first words have that fit in the lines of a field."""
    low, high = 0, len(words) - 1
    while low < high:
        middle = (low + high + 1) // 2
        lines = break_lines(" ".join(words[:middle]), role.font, em, width, role.max_lines, language)
        low, high = (middle, high) if lines is not None else (low, middle - 1)
    return len(" ".join(words[:low]))


def _in_height(rows: tuple[Row, ...], spec: CardSpec, roles: tuple[Role, ...], height: int) -> Misfit:
    """Name the field with the most lines, and how many letters are left of it without those too many."""
    most = max(rows, key=lambda row: len(row.lines) * row.leading)
    field = next((role.field for role in roles if _is_set_in(role, spec, most)), "")
    over = height - spec.zone.height
    drop = -(-over // max(1, most.leading))
    kept = most.lines[: max(0, len(most.lines) - drop)]
    letters, fits = len(" ".join(most.lines)), len(" ".join(kept))
    return Misfit(spec.language, field, "high", most.em, height, spec.zone.height, False, "", letters, fits)


def _is_set_in(role: Role, spec: CardSpec, row: Row) -> bool:
    return role.is_text and bool(row.lines) and spec.text(role.field) == "\n".join(row.lines)
