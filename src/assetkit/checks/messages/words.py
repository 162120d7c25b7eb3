"""Words and tags of pictures that guidance on violence advises against, from dated lists by language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assetkit.checks.messages.texts import Said
from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.packaged import read_packaged

_DATA = "data"


@dataclass(frozen=True)
class WordRule:
    """Why some words are better left out, what to write instead, and who says so."""

    why: str
    instead: str
    source: str
    as_of: str
    confidence: str
    words: dict[str, tuple[str, ...]]

    def find(self, text: str, language: str) -> str:
        """Give the first of its words that a text has, as the text writes it; "" for none."""
        pattern = _pattern(self.words.get(language, ()))
        match = pattern.search(text) if pattern else None
        return match[0] if match else ""


@dataclass(frozen=True)
class PictureRule:
    """Tags of pictures that are better left out, in any language."""

    instead: str
    source: str
    tags: frozenset[str]


def check_words(said: Said) -> Iterator[Diagnostic]:
    """Warn of words in a text that guidance advises against; one warning for each reason."""
    text = " ".join(said.text.split())
    for rule in load_words():
        found = rule.find(text, said.language)
        if found:
            yield Diagnostic(
                "AK493",
                Severity.WARNING,
                f"{said.what} has “{found}” in {said.language}: {rule.why}",
                said.place,
                f"{rule.instead} ({rule.source}); waive it where the word must stand",
                cue=said.text,
                language=said.language,
            )


def check_tags(tags: tuple[str, ...], what: str, place: Place) -> Iterator[Diagnostic]:
    """Warn of tags of a picture that guidance advises against."""
    rule = load_pictures()
    for tag in tags:
        if tag.casefold() in rule.tags:
            yield Diagnostic(
                "AK494",
                Severity.WARNING,
                f"{what} shows “{tag}”",
                place,
                f"{rule.instead} ({rule.source}); waive it where the picture must stand",
                cue=tag,
            )


@functools.cache
def load_words() -> tuple[WordRule, ...]:
    """Give the packaged rules for words."""
    return tuple(
        WordRule(**{**told, "words": {name: tuple(words) for name, words in told["words"].items()}})
        for told in _read("words.yaml")
    )


@functools.cache
def load_pictures() -> PictureRule:
    """Give the packaged rule for tags of pictures."""
    told = _read("pictures.yaml")
    tags = frozenset(tag.casefold() for words in told["tags"].values() for tag in words)
    return PictureRule(told["instead"], told["source"], tags)


def _read(name: str) -> Any:
    return read_packaged("assetkit.checks.messages", name, _DATA)


@functools.cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = [re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE) if forms else None
