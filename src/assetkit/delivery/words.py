"""The words that lie beside a video: copy, title, and a description of the picture, as plain text."""

from __future__ import annotations

from typing import Any

from assetkit.campaign.records import Campaign
from assetkit.delivery.card_words import words_on_card
from assetkit.delivery.enclosures import Enclosure
from assetkit.diagnostics import Severity
from assetkit.engine.store import StoredObject
from assetkit.plan.build import Deliverable
from assetkit.posts.words import Counted, PostWords, write_words
from assetkit.quality.records import Check
from assetkit.recipe.records import Cut

COPY_FILE, TITLE_FILE, ALT_FILE = "copy.txt", "title.txt", "alt.txt"
COPY_ROLE, TITLE_ROLE, ALT_ROLE = "copy", "title", "alt-text"


class Words:
    """Writes the words of posts, each once; they are UTF-8 and end with a line feed."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        # With the cut itself, so that its id is not given to another.
        self._known: dict[tuple[int, str, str, str], tuple[Cut, PostWords, str]] = {}

    def of(self, item: Deliverable) -> PostWords:
        """Give the words of a post."""
        return self._find(item)[1]

    def alt(self, item: Deliverable) -> str:
        """Give the description of the picture: the recipe's, or of cards alone the words that they show.

        Of footage none is made up. A post without any words has none.
        """
        return self._find(item)[2]

    def _find(self, item: Deliverable) -> tuple[Cut, PostWords, str]:
        key = (id(item.cut), item.recipe.slug, item.platform.name, item.language)
        if key not in self._known:
            words = write_words(item.recipe, item.cut, item.platform, item.language, self.campaign)
            self._known[key] = (item.cut, words, self._describe_picture(item, words))
        return self._known[key]

    def _describe_picture(self, item: Deliverable, words: PostWords) -> str:
        if words.alt or item.cut.clips or words.copy is None:
            return words.alt
        cards = item.cut.cards_on(item.platform.name)
        lines = (words_on_card(card, self.campaign, item.language) for card in cards)
        return "\n".join(filter(None, lines))

    def texts(self, item: Deliverable) -> tuple[tuple[str, str, str], ...]:
        """Give the files of a post as name, role and text."""
        words = self.of(item)
        found = (
            (COPY_FILE, COPY_ROLE, words.copy.text if words.copy else ""),
            (TITLE_FILE, TITLE_ROLE, words.title.text if words.title else ""),
            (ALT_FILE, ALT_ROLE, self.alt(item)),
        )
        return tuple(each for each in found if each[2])

    def names(self, item: Deliverable) -> tuple[str, ...]:
        """Give the names of the files that the post will have."""
        return tuple(name for name, _, _ in self.texts(item))

    def identity(self, item: Deliverable) -> dict[str, Any]:
        """Give what decides the words of a post and what is said of them."""
        return {"said": self.described(item)}

    def enclose(self, item: Deliverable, stored: StoredObject | None = None) -> tuple[Enclosure, ...]:
        """Make the files of one post, with a check of what was counted."""
        checks = tuple(_check(counted) for counted in self.of(item).counts)
        return tuple(
            Enclosure(name, role, f"{text}\n".encode(), checks if role == COPY_ROLE else ())
            for name, role, text in self.texts(item)
        )

    def described(self, item: Deliverable) -> dict[str, Any] | None:
        """Give what `post.json` says of the words; None where there are none."""
        said = self.of(item).as_json()
        return said and {**said, "alt": self.alt(item) or None}


def _check(counted: Counted) -> Check:
    """Check once more what was counted; beyond what a platform advises alone it is a warning."""
    rejects = counted.limit is not None and counted.limit.strength == "rejects"
    severity = Severity.ERROR if rejects else Severity.WARNING
    most = "no limit known" if counted.most is None else f"at most {counted.most}"
    return Check("AK812", counted.fits, severity, f"{counted.what} of the post", _amount(counted), most)


def _amount(counted: Counted) -> str:
    return f"{counted.count} {counted.unit}"
