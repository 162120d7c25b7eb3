"""Look for the words of cards in the decoded picture: drawn at all, and in the language of the post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.diagnostics import Severity
from assetkit.geometry import Box
from assetkit.quality.drawn import DrawnText
from assetkit.quality.letters import is_judged, is_seen
from assetkit.quality.records import Check
from assetkit.quality.watching import Seen

_LONGEST = 80  # letters of all words of a card that a message shows
_SEEN = "the words of every card are seen where they should be"
_LANGUAGE = "cards are in the language of the post"


@dataclass
class DrawnWatcher:
    """Looks for each line in the middle of the frames on which it stands, and on the last of them.

    `others` are the lines of the same post in other languages. What is missing of one card is told once.
    """

    texts: Sequence[DrawnText]
    rate: Fraction
    others: Mapping[str, Sequence[DrawnText]] = field(default_factory=dict)
    missing: list[tuple[DrawnText, int, str]] = field(default_factory=list)  # line, frame, language seen

    def __post_init__(self) -> None:
        self._due: dict[int, list[DrawnText]] = {}
        self._judged = [text for text in self.texts if is_judged(text)]
        for text in self._judged:
            for frame in {(text.range.start + text.range.stop) // 2, text.range.stop - 1}:
                self._due.setdefault(frame, []).append(text)

    def see(self, seen: Seen) -> None:
        """Look for the lines that are due on this frame."""
        for text in self._due.pop(seen.number, ()):
            if any(text == known for known, _, _ in self.missing):
                continue
            if not seen.has_bytes or not is_seen(seen.luma, text):
                self.missing.append((text, seen.number, self._seen_instead(seen)))

    def tell(self) -> list[Check]:
        """Say which cards lack words or have those of another language; what was never reached is missing."""
        late = [(text, frame, "") for frame, texts in self._due.items() for text in texts]
        known = {text for text, _, _ in self.missing}
        found = [*self.missing, *(each for each in late if each[0] not in known)]
        groups: dict[tuple[str, str, int, str], list[tuple[DrawnText, int]]] = {}
        for text, frame, language in found:
            key = (text.kind, text.of, text.range.stop, language)
            groups.setdefault(key, []).append((text, frame))
        count = f"{len(self._judged)} of {len(self.texts)} lines"
        checks = [self._tell(language, lines) for (_, _, _, language), lines in groups.items()]
        return checks or [Check("AK910", True, Severity.ERROR, _SEEN, count, "all lines")]

    def _tell(self, language: str, lines: Sequence[tuple[DrawnText, int]]) -> Check:
        first, frame = lines[0]
        at, box = round(float(frame / self.rate), 3), _around([text.box for text, _ in lines])
        words = list(dict.fromkeys(text.text for text, _ in lines))
        wanted = f"{_shorten(' / '.join(words))!r} on the {first.of} card"
        if not language:
            return Check("AK910", False, Severity.ERROR, _SEEN, "not seen", wanted, at, at, box)
        told = f"the words in {language}: {_shorten(self._words_in(language, frame, first.of))!r}"
        return Check("AK911", False, Severity.ERROR, _LANGUAGE, told, wanted, at, at, box)

    def _words_in(self, language: str, frame: int, of: str) -> str:
        lines = (text for text in self.others[language] if text.of == of and _stands(text, frame))
        return " / ".join(text.text for text in lines)

    def _seen_instead(self, seen: Seen) -> str:
        """Give the language of a card whose words, which are none of the post's, stand there instead."""
        mine = {text.text for text in self.texts}
        for language, texts in self.others.items() if seen.has_bytes else ():
            there = (text for text in texts if _stands(text, seen.number) and is_judged(text))
            if any(is_seen(seen.luma, text) for text in there if text.text not in mine):
                return language
        return ""


def _stands(text: DrawnText, frame: int) -> bool:
    return text.range.start <= frame < text.range.stop


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
