"""The words of posts as records of a campaign: copy, links and mentions."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace

from assetkit.diagnostics import Place


@dataclass(frozen=True)
class Wording:
    """One way to say something, by language, with where each language's words are written."""

    texts: dict[str, str] = field(default_factory=dict, hash=False)
    places: dict[str, Place] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True)
class Wordings:
    """What a post says in its text and title, the longest wording first; empty: nobody said."""

    text: tuple[Wording, ...] = ()
    title: tuple[Wording, ...] = ()

    def over(self, below: Wordings) -> Wordings:
        """Give these words, and those below where these say nothing."""
        return Wordings(self.text or below.text, self.title or below.title)


@dataclass(frozen=True)
class Copy:
    """The copy of posts. `name` is "" where it is written in a recipe.

    `for_platform` is by platform or set as written in the campaign, by platforms once a recipe has it.
    """

    name: str
    words: Wordings
    for_platform: dict[str, Wordings] = field(default_factory=dict, hash=False)
    reviewed: bool = False
    place: Place = field(default=Place(""), compare=False)

    def on(self, platform: str) -> Wordings:
        """Give what is said on one platform."""
        return self.for_platform.get(platform, Wordings()).over(self.words)

    @property
    def named(self) -> tuple[str, ...]:
        """Give the platforms and sets that have words of their own."""
        return tuple(self.for_platform)

    def expanded(self, expand: Callable[[str], tuple[str, ...]], sets: Container[str]) -> Copy:
        """Give it with platforms in place of sets; what a platform has by its name lies over its set's."""
        found: dict[str, Wordings] = {}
        for name in sorted(self.for_platform, key=lambda name: name not in sets):
            for platform in expand(name):
                found[platform] = self.for_platform[name].over(found.get(platform, Wordings()))
        return replace(self, for_platform=found)

    @property
    def all_wordings(self) -> tuple[tuple[str, Wording], ...]:
        """Give every wording with what it is, "text" or "title", wherever it is used."""
        every = (self.words, *self.for_platform.values())
        texts = (("text", wording) for words in every for wording in words.text)
        return (*texts, *(("title", wording) for words in every for wording in words.title))


@dataclass(frozen=True)
class Link:
    """The address of a page by language."""

    name: str
    urls: dict[str, str] = field(default_factory=dict, hash=False)
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True)
class Mention:
    """Somebody whom posts mention: the name by language, accounts by platform or set, without the @."""

    name: str
    title: dict[str, str] = field(default_factory=dict, hash=False)
    handles: dict[str, str] = field(default_factory=dict, hash=False)
    place: Place = field(default=Place(""), compare=False)

    @property
    def named(self) -> tuple[str, ...]:
        """Give the platforms and sets on which there is an account."""
        return tuple(self.handles)

    def expanded(self, expand: Callable[[str], tuple[str, ...]], sets: Container[str]) -> Mention:
        """Give it with platforms in place of sets; a platform's own account goes before its set's."""
        found: dict[str, str] = {}
        for name in sorted(self.handles, key=lambda name: name not in sets):
            found |= dict.fromkeys(expand(name), self.handles[name])
        return replace(self, handles=found)
