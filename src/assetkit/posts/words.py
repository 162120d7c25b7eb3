"""The words of one post: the longest wordings that its platform takes, and how long they are there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assetkit.campaign.copy_records import Wording
from assetkit.campaign.records import Campaign
from assetkit.platforms.records import Limit, Platform
from assetkit.posts.counting import UNITS, count_hashtags, count_mentions, count_text, find_links
from assetkit.posts.filling import Filling
from assetkit.posts.templates import placeholders_in
from assetkit.recipe.records import Cut, Recipe

COPY, TITLE = "copy", "title"
_COPY_LIMITS = ("copy_characters", "description_characters")
_TITLE_LIMITS = ("title_characters",)


@dataclass(frozen=True)
class Counted:
    """How much of something there is in words, in which unit, and how much may be; None: nobody says."""

    what: str  # "copy", "title", "hashtags", "mentions", "links"
    count: int
    unit: str
    limit: Limit | None

    @property
    def fits(self) -> bool:
        """Whether it is within the limit."""
        most = self.limit.value if self.limit else None
        return most is None or self.count <= most

    @property
    def most(self) -> int | None:
        """The most that may be, in whole units."""
        most = self.limit.value if self.limit else None
        return None if most is None else int(most)


@dataclass(frozen=True)
class Written:
    """Words as they are posted. `shorter` says which wording they are: 0 the first, 1 the next shorter one.

    `template` is what they were filled from, "" for words that nobody wrote for this; `wordings` is how many
    there are.
    """

    text: str
    counts: tuple[Counted, ...]
    shorter: int = 0
    wordings: int = 0
    template: str = ""

    @property
    def fits(self) -> bool:
        """Whether all limits are kept."""
        return all(counted.fits for counted in self.counts)

    @property
    def length(self) -> Counted:
        """How long they are."""
        return self.counts[0]


@dataclass(frozen=True)
class PostWords:
    """The words of one post; `copy` or `title` None: the platform takes none, or there is nothing to say.

    `alt` is what the recipe says the picture shows.
    """

    copy: Written | None
    title: Written | None
    alt: str

    @property
    def counts(self) -> tuple[Counted, ...]:
        """Everything that was counted: of the copy, then of the title."""
        return tuple(counted for written in (self.copy, self.title) if written for counted in written.counts)

    def as_json(self) -> dict[str, Any] | None:
        """Give the value of `copy` in `post.json`; None where the post has no words."""
        if self.copy is None and self.title is None and not self.alt:
            return None
        return {
            "text": self.copy.text if self.copy else None,
            "title": self.title.text if self.title else None,
            "alt": self.alt or None,
            "shorter": self.copy.shorter if self.copy else 0,
            "counted": [
                {"what": each.what, "count": each.count, "unit": each.unit, "limit": each.most}
                for each in self.counts
            ],
        }


def write_words(recipe: Recipe, cut: Cut, platform: Platform, language: str, campaign: Campaign) -> PostWords:
    """Write the words of a post; `cut` is the cut as the platform gets it.

    Of several wordings the first is taken that keeps every limit, the shortest where none does: nothing is
    cut off. Credits and a label that the post must say are added where the wording does not place them.
    """
    filling = Filling(campaign, recipe, cut, platform.name, language)
    copy = _write_copy(filling, cut, platform) if platform.words.copy != "none" else None
    title = _write_title(filling, cut, platform) if copy and platform.words.title == "taken" else None
    alt = _compose(cut.post.alt.get(language, ""))
    return PostWords(copy, title, alt)


def takes_alt(platform: Platform, kind: str) -> bool:
    """Whether a platform takes a description of the picture with a "video" or an "image"."""
    return platform.words.alt == "all" or (platform.words.alt == "images" and kind == "image")


def named_in_copy(cut: Cut, kind: str) -> tuple[str, ...]:
    """Give the names of the records of a kind that the copy of a cut fills in, wherever it is posted."""
    wordings = cut.post.copy.all_wordings if cut.post.copy else ()
    return _named((text for _, wording in wordings for text in wording.texts.values()), kind)


def named_in_post(cut: Cut, platform: Platform, language: str, kind: str) -> tuple[str, ...]:
    """Give the names of the records of a kind that one post may say, in any of its wordings."""
    wordings = wordings_of(cut, platform.name) if platform.words.copy != "none" else ()
    return _named((wording.texts.get(language, "") for _, wording in wordings), kind)


def wordings_of(cut: Cut, platform: str) -> tuple[tuple[str, Wording], ...]:
    """Give every wording that a cut's post may have on a platform, each with what it is of."""
    if cut.post.copy is None:
        return ()
    words = cut.post.copy.on(platform)
    return (*((COPY, wording) for wording in words.text), *((TITLE, wording) for wording in words.title))


def _named(templates: Iterable[str], kind: str) -> tuple[str, ...]:
    found = (each for template in templates for each in placeholders_in(template) if each.kind == kind)
    return tuple(dict.fromkeys(each.name for each in found if each.is_known and each.name))


def _write_copy(filling: Filling, cut: Cut, platform: Platform) -> Written | None:
    templates = [
        wording.texts.get(filling.language, "")
        for what, wording in wordings_of(cut, platform.name)
        if what == COPY
    ]
    written = [
        Written(text, _count_copy(text, platform), index, len(templates), template)
        for index, template in enumerate(templates or [""])
        if (text := _whole(filling, template))
    ]
    return _choose(written) if written else None


def _choose(written: Sequence[Written]) -> Written:
    """Take the first wording that fits; where none does, for its hashtags say, the first that has room."""
    fitting = next((each for each in written if each.fits), None)
    return fitting or next((each for each in written if each.length.fits), written[-1])


def _whole(filling: Filling, template: str) -> str:
    """Fill a wording, and add what the post must say and the wording has no place for.

    Without any words of its own a post says no hashtags either, but still what licences ask for.
    """
    placed = {each.kind for each in placeholders_in(template)}
    before = "" if "label" in placed else filling.label()
    after = [] if "credits" in placed else [filling.credits()]
    after += [filling.hashtags()] if template and "hashtags" not in placed else []
    return _compose("\n\n".join(filter(None, (before, filling.fill(template), *after))))


def _write_title(filling: Filling, cut: Cut, platform: Platform) -> Written:
    templates = [
        wording.texts.get(filling.language, "")
        for what, wording in wordings_of(cut, platform.name)
        if what == TITLE
    ]
    written = []
    for index, template in enumerate(templates or ["{recipe.title}"]):
        text = _compose(filling.fill(template))
        counted = _count(TITLE, text, platform.words.count_title, platform, _TITLE_LIMITS)
        written.append(Written(text, (counted,), index, len(templates), template))
    return _choose(written)


def _count_copy(text: str, platform: Platform) -> tuple[Counted, ...]:
    return (
        _count(COPY, text, platform.words.count, platform, _COPY_LIMITS),
        Counted("hashtags", count_hashtags(text), "hashtags", platform.limit("hashtags")),
        Counted("mentions", count_mentions(text), "mentions", platform.limit("mentions")),
        Counted("links", len({*find_links(text)}), "links", platform.limit("links")),
    )


def _count(what: str, text: str, method: str, platform: Platform, limits: tuple[str, ...]) -> Counted:
    limit = next((found for name in limits if (found := platform.limit(name))), None)
    return Counted(what, count_text(text, method), UNITS[method], limit)


def _compose(text: str) -> str:
    """Give a text in the composed form, in which it is counted."""
    return unicodedata.normalize("NFC", text.strip())
