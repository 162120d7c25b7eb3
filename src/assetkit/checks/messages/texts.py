"""Every text that a cut or the campaign says, with its language and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assetkit.campaign.records import Campaign, Quote, Statistic, Texts
from assetkit.diagnostics import Place
from assetkit.posts.filling import neutral_text
from assetkit.recipe.records import Cut


@dataclass(frozen=True)
class Said:
    """Words in one language. `what` says in a message what they are of: "the title of a title card"."""

    text: str
    language: str
    what: str
    place: Place


def texts_of_cut(cut: Cut) -> Iterator[Said]:
    """Give the words that a recipe adds: those of cards and supers, without what comes from records."""
    for item in cut.cards:
        for field, words in item.texts.items():
            yield from _each(words, f"the {field} of the {item.kind} card", item.place)
    for over in cut.supers:
        yield from _each(over.text, f"the super `{over.name}`", over.place)


def texts_of_post(cut: Cut, campaign: Campaign) -> Iterator[Said]:
    """Give the words of a cut's posts on all platforms, with their figures and quotes in place."""
    copy, post = cut.post.copy, cut.post
    for what, wording in copy.all_wordings if copy else ():
        named = f"`{copy.name}`" if copy and copy.name else "of the post"
        for language, text in wording.texts.items():
            said = neutral_text(text, campaign, language)
            told = f"the {'copy' if what == 'text' else 'title in copy'} {named}"
            yield Said(said, language, told, wording.places.get(language, post.place))
    yield from _each(post.alt, "the description of the picture", post.alt_place)
    if post.cover:
        yield from _each(post.cover.title, "the title of the cover", post.cover.place)


def texts_of_records(campaign: Campaign) -> Iterator[Said]:
    """Give the words of a campaign's records, once for all the cards that show them."""
    for statistic in campaign.statistics.values():
        yield from _of_statistic(statistic)
    for quote in campaign.quotes.values():
        yield from _of_quote(quote)


def _of_statistic(statistic: Statistic) -> Iterator[Said]:
    for key in ("qualifier", "wording", "label"):
        words: Texts = getattr(statistic, key)
        yield from _each(words, f"the {key} of the statistic `{statistic.name}`", statistic.place)


def _of_quote(quote: Quote) -> Iterator[Said]:
    yield from _each(quote.text, f"the quote `{quote.name}`", quote.place)


def _each(words: Texts, what: str, place: Place) -> Iterator[Said]:
    for language, text in words.items():
        yield Said(text, language, what, place)
