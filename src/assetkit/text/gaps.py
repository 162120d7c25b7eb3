"""What a line break costs at each gap between words: little after punctuation, much in what belongs together.

The kinds of rules are those of the Netflix Timed Text Style Guide (General Requirements, "Line treatment")
and of the BBC subtitle guidelines ("Line breaks"); the numbers are our own weights.
"""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass

from assetkit.text.words import WordLists, words_of

NEVER = math.inf
AFTER_SENTENCE, AFTER_CLAUSE, BEFORE_CONJUNCTION, BEFORE_PREPOSITION, PLAIN = 0.0, 1.0, 4.0, 6.0, 10.0
AFTER_PRONOUN = 20.0
_AFTER_NUMBER, _AFTER_BINDING, _INSIDE_NAME = 30.0, 45.0, 60.0
BAD = _AFTER_NUMBER
"""From this cost on a break is one that the standards advise against."""

_NUMBER = re.compile(r"[^\w\s]*\d[\d.,:–-]*[%‰]?")
_GROUP = re.compile(r"\d{3}(?!\d)")
_LEADS = re.compile(r"[^\w\s]*(\d{1,3}|\d{1,3}([.,]\d{3})+)")
_INITIAL = re.compile(r"\w\.(\w\.)*")
_AROUND = "«»„“”‘’\"'()[]…,.:;!?–—-"
_CLOSERS = "»“”’\"')]"
_DASHES = ("-", "–", "—")
_STEM_ENDS = ("п", "а", "е", "й")


@dataclass(frozen=True)
class _Word:
    """A word as it stands, without what surrounds it in lower case, and how it ends."""

    shown: str
    bare: str
    end: str  # its last character, closing quotes and brackets left out

    @classmethod
    def of(cls, shown: str) -> _Word:
        return cls(shown, shown.lower().strip(_AROUND), shown.rstrip(_CLOSERS)[-1:])

    @property
    def closed(self) -> str:
        """In lower case, without the marks that end a sentence or clause but with its own full stop."""
        return self.shown.lower().rstrip(",;:!?…»”)").lstrip("«„“(")

    def is_in(self, words: frozenset[str]) -> bool:
        return self.bare in words or self.closed in words

    @property
    def is_dash(self) -> bool:
        return self.shown in _DASHES

    @property
    def is_number(self) -> bool:
        return bool(_NUMBER.fullmatch(self.shown.rstrip(_CLOSERS + ",;:!?…")))

    @property
    def is_capitalised(self) -> bool:
        inner = self.shown.strip(_AROUND)
        return inner[:1].isupper() and (len(inner) == 1 or not inner.isupper())


@functools.lru_cache(maxsize=4096)
def gap_costs(words: tuple[str, ...], language: str) -> tuple[float, ...]:
    """Give for each of the words of a line what a break before it costs; NEVER where it would be wrong.

    The first is 0: a line begins there anyway.
    """
    lists, seen = words_of(language), [_Word.of(word) for word in words]
    return (0.0, *(_cost(seen, place, lists) for place in range(1, len(seen))))


def _cost(words: list[_Word], place: int, lists: WordLists) -> float:
    before, after = words[place - 1], words[place]
    if _begins_speech(words, place, lists):
        return AFTER_SENTENCE
    if _is_bound(words, place, lists):
        return NEVER
    if _ends_sentence(before, lists):
        return AFTER_SENTENCE
    if before.end in ",;:–—":
        return AFTER_CLAUSE
    return max(_cost_of_parting(words, place, lists), _cost_of_beginning(after, lists))


def _begins_speech(words: list[_Word], place: int, lists: WordLists) -> bool:
    """Whether the next word is the dash of another speaker: "Келдің бе? – Келдім."."""
    return words[place].is_dash and _ends_sentence(words[place - 1], lists)


def _ends_sentence(word: _Word, lists: WordLists) -> bool:
    abbreviated = word.is_in(lists.units) or word.is_in(lists.titles) or word.is_in(lists.before_numbers)
    is_initial = bool(_INITIAL.fullmatch(word.shown)) and word.shown[0].isupper()
    return word.end in ("!", "?", "…") or (word.end == "." and not abbreviated and not is_initial)


def _is_bound(words: list[_Word], place: int, lists: WordLists) -> bool:
    before, after = words[place - 1], words[place]
    if after.is_dash or _opens_with_dash(words, place, lists):
        return True
    if not before.end or before.end in ",;:!?…–—":
        return False
    if after.bare in lists.trailing and not _ends_sentence(before, lists):
        return True
    counted = place > 1 and words[place - 2].is_number  # "2023 г. Астана": no town's name
    if before.bare in lists.articles or (not counted and _is_name_bound(before, after, lists)):
        return True
    return _is_number_bound(before, after, lists)


def _opens_with_dash(words: list[_Word], place: int, lists: WordLists) -> bool:
    """Whether the word before is a dash that begins a line or a speech: it stays with what is said."""
    if not words[place - 1].is_dash:
        return False
    return place == 1 or _ends_sentence(words[place - 2], lists)


def _is_name_bound(before: _Word, after: _Word, lists: WordLists) -> bool:
    if not before.is_capitalised and not before.is_in(lists.titles):
        return False
    is_initial = bool(_INITIAL.fullmatch(before.shown)) and before.is_capitalised
    is_title = before.is_in(lists.titles) and before.end != ","
    is_after_name = bool(_INITIAL.fullmatch(after.shown.rstrip(_CLOSERS + ","))) and before.end.isalpha()
    return after.is_capitalised and (is_initial or is_title or is_after_name)


def _is_number_bound(before: _Word, after: _Word, lists: WordLists) -> bool:
    if before.is_number:
        is_group = _LEADS.fullmatch(before.shown) and _GROUP.match(after.shown)
        return bool(is_group) or after.is_in(lists.units) or after.is_in(lists.months)
    if after.is_number:
        return before.is_in(lists.before_numbers) or before.is_in(lists.months)
    return before.bare in lists.numerals and after.is_in(lists.units)


def _cost_of_parting(words: list[_Word], place: int, lists: WordLists) -> float:
    """Give what it costs to part the two words, where a good speaker would not pause."""
    before, after = words[place - 1], words[place]
    if before.is_capitalised and after.is_capitalised and not lists.lean_on(before.bare):
        return _INSIDE_NAME
    if lists.lean_on(before.bare):
        return _AFTER_BINDING
    if before.bare in lists.pronouns:
        return AFTER_PRONOUN
    if after.bare in lists.auxiliaries and before.bare.endswith(_STEM_ENDS):
        return _AFTER_BINDING
    if before.is_number or before.bare in lists.numerals:
        return _AFTER_NUMBER
    return 0.0


def _cost_of_beginning(after: _Word, lists: WordLists) -> float:
    if after.bare in lists.conjunctions:
        return BEFORE_CONJUNCTION
    return BEFORE_PREPOSITION if after.bare in lists.prepositions else PLAIN
