"""The explicit part of the bidirectional algorithm: embeddings, overrides and isolates (UAX #9, X1 to X8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

INITIATORS = ("LRI", "RLI", "FSI")
_EMBEDDINGS = ("LRE", "RLE", "LRO", "RLO")
REMOVED = frozenset({*_EMBEDDINGS, "PDF", "BN"})
"""What rule X9 takes out of the text."""

_DEEPEST = 125


@dataclass(frozen=True)
class _State:
    level: int
    override: str = ""
    is_isolate: bool = False


def matching_isolates(written: Sequence[str]) -> dict[int, int]:
    """Give the place of the PDI that ends each isolate (BD9), by the place where it begins."""
    opened: list[int] = []
    pairs = {}
    for index, kind in enumerate(written):
        if kind in INITIATORS:
            opened.append(index)
        elif kind == "PDI" and opened:
            pairs[opened.pop()] = index
    return pairs


def explicit_levels(written: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Give each character's level by the explicit codes alone, and its class where none overrides it."""
    return _Explicit(written, base).resolve()


class _Explicit:
    def __init__(self, written: Sequence[str], base: int) -> None:
        self.written = written
        self.base = base
        self.isolates = matching_isolates(written)
        self.stack = [_State(base)]
        self.too_many_isolates = self.too_many_embeddings = self.valid_isolates = 0

    def resolve(self) -> tuple[list[int], list[str]]:
        levels, kinds = [], list(self.written)
        for index, kind in enumerate(self.written):
            if kind in _EMBEDDINGS:
                levels.append(self.stack[-1].level)
                self._embed(kind)
                continue
            if kind == "PDF":
                self._leave_embedding()
            elif kind == "PDI":
                self._leave_isolate()
            state = self.stack[-1]
            levels.append(self.base if kind == "B" else state.level)
            if state.override and kind not in REMOVED and kind != "B":
                kinds[index] = state.override
            if kind in INITIATORS:
                self._isolate(index, kind)
        return levels, kinds

    def _embed(self, kind: str) -> None:
        level = _next_level(self.stack[-1].level, kind.startswith("R"))
        override = kind[0] if kind.endswith("O") else ""
        if level <= _DEEPEST and not self.too_many_isolates and not self.too_many_embeddings:
            self.stack.append(_State(level, override))
        elif not self.too_many_isolates:
            self.too_many_embeddings += 1

    def _leave_embedding(self) -> None:
        if self.too_many_isolates:
            return
        if self.too_many_embeddings:
            self.too_many_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1].is_isolate:
            self.stack.pop()

    def _isolate(self, index: int, kind: str) -> None:
        is_right = kind == "RLI" or (kind == "FSI" and self._first_strong(index))
        level = _next_level(self.stack[-1].level, is_right)
        if level <= _DEEPEST and not self.too_many_isolates and not self.too_many_embeddings:
            self.valid_isolates += 1
            self.stack.append(_State(level, is_isolate=True))
        else:
            self.too_many_isolates += 1

    def _leave_isolate(self) -> None:
        if self.too_many_isolates:
            self.too_many_isolates -= 1
        elif self.valid_isolates:
            self.too_many_embeddings = 0
            while not self.stack[-1].is_isolate:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def _first_strong(self, opening: int) -> bool:
        """Say whether the first strong letter of an isolate is one that is read from the right (P2, P3)."""
        stop, index = self.isolates.get(opening, len(self.written)), opening + 1
        while index < stop:
            kind = self.written[index]
            if kind in ("L", "R", "AL"):
                return kind != "L"
            index = self.isolates.get(index, stop) if kind in INITIATORS else index
            index += 1
        return False


def _next_level(level: int, is_right: bool) -> int:
    return (level + 1) | 1 if is_right else (level + 2) & ~1
