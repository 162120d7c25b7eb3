"""The Unicode bidirectional algorithm (UAX #9): in which order the letters of a line stand.

Comments name the rules of the annex. A line is one paragraph here: text is broken first, and each line is
ordered by itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from assetkit.text.embedding import INITIATORS, REMOVED, explicit_levels, matching_isolates

_NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI", *INITIATORS})
_AS_RIGHT = frozenset({"R", "EN", "AN"})  # N0 to N2: numbers count as R


@dataclass(frozen=True)
class LevelRun:
    """Characters `start` to `stop` of one embedding level; an odd level is read from right to left."""

    start: int
    stop: int
    level: int


def visual_runs(text: str, base: int = 0) -> tuple[LevelRun, ...]:
    """Give the runs of a line from left to right as they stand; `base` is 1 for a line from the right."""
    levels = resolve_levels(text, base)
    runs: list[LevelRun] = []
    for index, level in enumerate(levels):
        if runs and runs[-1].level == level:
            runs[-1] = LevelRun(runs[-1].start, index + 1, level)
        else:
            runs.append(LevelRun(index, index + 1, level))
    # L2: from the highest level to the lowest odd one, reverse what is at that level or higher.
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(runs):
            stop = start
            while stop < len(runs) and runs[stop].level >= level:
                stop += 1
            runs[start:stop] = runs[start:stop][::-1]
            start = stop + 1
    return tuple(runs)


def resolve_levels(text: str, base: int = 0) -> tuple[int, ...]:
    """Give the embedding level of each character in a line whose own level is `base` (0 or 1).

    What the algorithm takes out of the text (embeddings and other invisible controls) has the level of what
    stands before it.
    """
    written = [unicodedata.bidirectional(letter) or "L" for letter in text]
    levels, kinds = explicit_levels(written, base)
    for sequence in _sequences(written, levels, base):
        _resolve(text, sequence, levels, kinds)
    _reset_spaces(written, levels, base)
    for index, kind in enumerate(written):
        if kind in REMOVED:
            levels[index] = levels[index - 1] if index else base
    return tuple(levels)


@dataclass(frozen=True)
class _Sequence:
    """An isolating run sequence (BD13): places of its characters, and the directions at its two ends."""

    places: tuple[int, ...]
    level: int
    before: str
    after: str


def _sequences(written: Sequence[str], levels: Sequence[int], base: int) -> list[_Sequence]:
    """Collect what X10 treats as one: runs of a level, joined over what is isolated between them."""
    kept = [index for index, kind in enumerate(written) if kind not in REMOVED]
    opened = {close: start for start, close in matching_isolates(written).items()}
    chains: list[list[int]] = []
    chain_of: dict[int, list[int]] = {}
    for place, index in enumerate(kept):
        is_new = not place or levels[kept[place - 1]] != levels[index]
        if written[index] == "PDI" and index in opened and opened[index] in chain_of:
            chain = chain_of[opened[index]]
        elif is_new or written[kept[place - 1]] in INITIATORS:
            chain = []
            chains.append(chain)
        else:
            chain = chain_of[kept[place - 1]]
        chain.append(index)
        chain_of[index] = chain
    return [_with_ends(chain, kept, written, levels, base) for chain in chains]


def _with_ends(
    chain: list[int], kept: list[int], written: Sequence[str], levels: Sequence[int], base: int
) -> _Sequence:
    level = levels[chain[0]]
    first, last = kept.index(chain[0]), kept.index(chain[-1])
    before = levels[kept[first - 1]] if first else base
    is_open = written[chain[-1]] in INITIATORS
    after = base if is_open or last + 1 == len(kept) else levels[kept[last + 1]]
    return _Sequence(tuple(chain), level, _direction(max(level, before)), _direction(max(level, after)))


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _resolve(text: str, sequence: _Sequence, levels: list[int], kinds: list[str]) -> None:
    own = [kinds[place] for place in sequence.places]
    _resolve_weak(own, sequence.before)
    _resolve_brackets([text[place] for place in sequence.places], own, sequence, kinds)
    _resolve_neutral(own, sequence)
    for place, kind in zip(sequence.places, own, strict=True):
        if sequence.level % 2:
            levels[place] += kind != "R"  # I2
        else:
            levels[place] += {"R": 1, "L": 0}.get(kind, 2)  # I1


def _resolve_weak(own: list[str], before: str) -> None:
    strong = previous = before
    for index, kind in enumerate(own):
        if kind == "NSM":  # W1
            own[index] = "ON" if previous in (*INITIATORS, "PDI") else previous
        previous = own[index]
    for index, kind in enumerate(own):
        if kind == "EN" and strong == "AL":  # W2
            own[index] = "AN"
        elif kind in ("R", "L", "AL"):
            strong = kind
    own[:] = ["R" if kind == "AL" else kind for kind in own]  # W3
    for index in range(1, len(own) - 1):  # W4
        left, kind, right = own[index - 1 : index + 2]
        if left == right and ((kind == "CS" and left in ("EN", "AN")) or (kind == "ES" and left == "EN")):
            own[index] = left
    _resolve_terminators(own)
    strong = before
    for index, kind in enumerate(own):
        if kind == "EN" and strong == "L":  # W7
            own[index] = "L"
        elif kind in ("R", "L"):
            strong = kind


def _resolve_terminators(own: list[str]) -> None:
    index = 0
    while index < len(own):
        stop = index
        while stop < len(own) and own[stop] == "ET":
            stop += 1
        if stop > index:  # W5
            at_number = own[index - 1 : index] == ["EN"] or own[stop : stop + 1] == ["EN"]
            own[index:stop] = ["EN" if at_number else "ON"] * (stop - index)
        index = stop + 1
    own[:] = ["ON" if kind in ("ES", "CS") else kind for kind in own]  # W6


def _resolve_brackets(letters: list[str], own: list[str], sequence: _Sequence, kinds: list[str]) -> None:
    """N0: a pair of brackets goes with what it holds, or with what stands before it."""
    towards = _direction(sequence.level)
    for start, stop in _bracket_pairs(letters, own):
        inside = {_as_strong(kind) for kind in own[start + 1 : stop]} - {""}
        if towards in inside:
            found = towards
        elif inside:
            earlier = next((s for s in map(_as_strong, reversed(own[:start])) if s), sequence.before)
            found = earlier if earlier != towards else towards
        else:
            continue
        for place in (start, stop):
            own[place] = found
            # What was a mark on the bracket goes with it.
            for mark in range(place + 1, len(own)):
                if kinds[sequence.places[mark]] != "NSM":
                    break
                own[mark] = found


def _bracket_pairs(letters: list[str], own: list[str]) -> list[tuple[int, int]]:
    """BD16: pairs by place of their opening bracket; 63 may be open at a time, more ends the search."""
    from fontTools.unicodedata import mirrored

    opened: list[tuple[str, int]] = []
    pairs = []
    for index, letter in enumerate(letters):
        category = unicodedata.category(letter)
        if own[index] != "ON" or category not in ("Ps", "Pe"):
            continue
        other = mirrored(ord(letter))
        if category == "Ps" and other:
            if len(opened) == 63:
                break
            opened.append((chr(other), index))
        elif category == "Pe":
            depth = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == letter), None)
            if depth is not None:
                pairs.append((opened[depth][1], index))
                del opened[depth:]
    return sorted(pairs)


def _as_strong(kind: str) -> str:
    return "R" if kind in _AS_RIGHT else "L" if kind == "L" else ""


def _resolve_neutral(own: list[str], sequence: _Sequence) -> None:
    index = 0
    while index < len(own):
        stop = index
        while stop < len(own) and own[stop] in _NEUTRAL:
            stop += 1
        if stop > index:
            before = _as_strong(own[index - 1]) if index else sequence.before
            after = _as_strong(own[stop]) if stop < len(own) else sequence.after
            found = before if before == after else _direction(sequence.level)  # N1, N2
            own[index:stop] = [found] * (stop - index)
        index = stop + 1


def _reset_spaces(written: Sequence[str], levels: list[int], base: int) -> None:
    """L1: separators, and spaces before one or at the end of the line, follow the line's own direction."""
    is_trailing = True
    for index in range(len(written) - 1, -1, -1):
        kind = written[index]
        if kind in ("S", "B"):
            is_trailing = True
        elif kind not in ("WS", "PDI", *INITIATORS, *REMOVED):
            is_trailing = False
        if is_trailing:
            levels[index] = base
