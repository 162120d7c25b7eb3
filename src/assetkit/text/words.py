"""Words that decide where a line may break, per language.

The lists are files: `text/data/breaking.<language>.txt`, a section for each kind of word. They are plain
lists, not YAML, so that reading one takes a fraction of a millisecond.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class WordLists:
    """Lower-case words of one language.

    A line breaks well before a conjunction or a preposition and badly after it. It never breaks after an
    article or a title, badly after a `binding` word (possessives, auxiliaries, negations), and not gladly
    after one of the `pronouns` that stand before their verb. It never breaks before a `trailing` word, which
    leans on the one before it (postpositions, particles), and badly before one of the `auxiliaries` that
    follow a verb's stem. `units` stay with the number or numeral before them, months with a number on either
    side, and a number with one of `before_numbers`.
    """

    conjunctions: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    binding: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    trailing: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset(("%", "‰", "°", "°c", "₸", "$", "€", "₽"))
    months: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset(("№", "$", "€", "₸"))
    titles: frozenset[str] = frozenset()

    def lean_on(self, word: str) -> bool:
        """Whether a word leans on the next one, so that it is neither the end of a line nor a first name."""
        return any(
            word in words
            for words in (self.conjunctions, self.prepositions, self.articles, self.binding, self.titles)
        )


NO_WORDS = WordLists()


@functools.cache
def words_of(language: str) -> WordLists:
    """Give the lists of a language ("kk", "ru-KZ"); a language without lists breaks by width alone."""
    code = language.split("-")[0].lower()
    path = _DATA / f"breaking.{code}.txt"
    return read_words(path.read_text(encoding="utf-8")) if code.isalpha() and path.is_file() else NO_WORDS


def read_words(text: str) -> WordLists:
    """Read a file of lists: `[kind]` begins a section, `#` a comment that takes the rest of its line.

    Raises ValueError for a kind that does not exist.
    """
    known = {field.name for field in fields(WordLists)}
    lists: dict[str, set[str]] = {}
    kind = ""
    for line in text.splitlines():
        said = line.partition("#")[0].strip()
        if said.startswith("["):
            kind = said.strip("[]").replace("-", "_")
            if kind not in known:
                raise ValueError(f"there is no kind of words {said!r}")
            lists[kind] = set()
        elif said:
            lists[kind].update(said.split())
    return WordLists(**{kind: frozenset(words) for kind, words in lists.items()})
