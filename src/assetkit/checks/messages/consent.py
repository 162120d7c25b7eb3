"""Whether a quote may be shown: in this language, on this platform, on the campaign's day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from assetkit.campaign.records import Campaign, Consent, Quote
from assetkit.checks.messages.texts import texts_of_cut, texts_of_post
from assetkit.diagnostics import Findings, Place
from assetkit.posts.words import named_in_copy
from assetkit.recipe.records import Cut

_NO_SETS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_LEAST_LETTERS = 12  # fewer are a phrase that anybody may say
_MOST_KNOWN = 1 << 12
# By identity, with cut and campaign themselves so that their ids are not given to others: every platform,
# date and post of a cut asks again, and each answer means to fill in and to read all of its words.
_known: dict[tuple[int, int], tuple[Cut, Campaign, tuple[tuple[Quote, Place], ...]]] = {}


def check_consent(
    cut: Cut,
    platform: str,
    languages: Iterable[str],
    campaign: Campaign,
    findings: Findings,
    sets: Mapping[str, tuple[str, ...]] = _NO_SETS,
) -> None:
    """Report every quote of a cut that nobody has allowed to be shown there; such a cut is never rendered.

    An anonymous quote needs no consent, because it names nobody. `sets` are those of platforms, which a
    consent may name.
    """
    for quote, place in quotes_of(cut, campaign):
        if quote.consent is None:
            _tell_missing(quote, place, findings)
        else:
            consent = _by_platform(quote.consent, sets)
            _check_scope(quote, consent, place, platform, languages, campaign.as_of, findings)


def quotes_of(cut: Cut, campaign: Campaign) -> tuple[tuple[Quote, Place], ...]:
    """Give the quotes of named speakers that a cut shows, by name or by their words, with the places."""
    known = _known.get((id(cut), id(campaign)))
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        known = (cut, campaign, tuple(_find_quotes(cut, campaign)))
        _known[id(cut), id(campaign)] = known
    return known[2]


def _find_quotes(cut: Cut, campaign: Campaign) -> Iterator[tuple[Quote, Place]]:
    named = [quote for quote in campaign.quotes.values() if not quote.anonymous]
    for item in cut.cards:
        yield from ((quote, item.place) for quote in named if quote.name == item.quote)
    if not named:
        return
    quoted = named_in_copy(cut, "quote")
    yield from ((quote, cut.post.place) for quote in named if quote.name in quoted)
    for said in (*texts_of_cut(cut), *texts_of_post(cut, campaign)):
        shown = _letters(said.text)
        for quote in named:
            words = _letters(quote.text.get(said.language, ""))
            if len(words) >= _LEAST_LETTERS and words in shown:
                yield quote, said.place


def _by_platform(consent: Consent, sets: Mapping[str, tuple[str, ...]]) -> Consent:
    """Put a set's platforms in its place."""
    members = (member for name in consent.platforms for member in sets.get(name, (name,)))
    return replace(consent, platforms=tuple(dict.fromkeys(members)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _tell_missing(quote: Quote, place: Place, findings: Findings) -> None:
    speaker = next(iter(quote.speaker.values()), "its speaker")
    findings.error(
        "AK487",
        f"no consent of {speaker} to the quote `{quote.name}` is recorded, so it is not rendered",
        place,
        required=f"`consent:` of the quote ({quote.place})",
        remedy="record the consent (scope, date, where the record lies), or quote somebody anonymous",
    )


def _check_scope(
    quote: Quote,
    consent: Consent,
    place: Place,
    platform: str,
    languages: Iterable[str],
    as_of: str,
    findings: Findings,
) -> None:
    reasons = [_over(consent, as_of)]
    if consent.platforms and platform not in consent.platforms:
        reasons.append(f"is not for {platform}, but for {', '.join(consent.platforms)}")
    reasons += [
        f"is not for {language}, but for {', '.join(consent.languages)}"
        for language in languages
        if consent.languages and language not in consent.languages
    ]
    for reason in filter(None, reasons):
        findings.error(
            "AK488",
            f"the consent to the quote `{quote.name}` {reason}",
            place,
            required=f"`consent:` that covers it ({quote.place})",
            remedy="take the quote out, here or under `for-platform:`, or have it allowed and recorded",
        )


def _over(consent: Consent, as_of: str) -> str:
    if consent.withdrawn and consent.withdrawn <= as_of:
        return f"was withdrawn on {consent.withdrawn}"
    if consent.until and consent.until < as_of:
        return f"ended on {consent.until}"
    if consent.given_on > as_of:
        return f"is dated {consent.given_on}, after the campaign's day, {as_of}"
    return ""
