"""The words of posts against records and platforms: what copy fills in, how long it is, what it must say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assetkit.campaign.copy_records import Copy
from assetkit.campaign.records import Campaign
from assetkit.cards.checking import statistic_drafts
from assetkit.diagnostics import Diagnostic, Findings, Place, Severity
from assetkit.platforms.records import Platform
from assetkit.posts.filling import Filling, only_helpline
from assetkit.posts.templates import Placeholder, all_placeholders, placeholders_in
from assetkit.posts.words import (
    COPY,
    Counted,
    PostWords,
    Written,
    named_in_copy,
    takes_alt,
    wordings_of,
    write_words,
)
from assetkit.recipe.records import Cut, Recipe
from assetkit.validation import nearest, shorten

_NO_ROOM = "write less, or add a shorter wording under `short:`"


class PostChecks:
    """Checks the words of posts of one campaign in the languages that are wanted."""

    def __init__(self, campaign: Campaign, languages: Iterable[str]) -> None:
        self.campaign = campaign
        self.languages = tuple(languages)
        self.records: dict[str, Iterable[str]] = {
            "statistic": campaign.statistics,
            "quote": campaign.quotes,
            "helpline": campaign.helplines,
            "link": campaign.links,
            "mention": campaign.mentions,
            "partner": campaign.partners,
        }
        self.templates: dict[str, tuple[Diagnostic, ...]] = {}

    def copies(self) -> Iterator[Diagnostic]:
        """Tell what is wrong with the templates of the campaign, whether a post uses them or not."""
        for copy in self.campaign.copies.values():
            yield from self._check_copy(copy)

    def cut(self, cut: Cut, findings: Findings) -> None:
        """Check what a cut says of its posts, as some of its platforms get it."""
        copy = cut.post.copy
        if copy is None:
            self._check_silent(cut, findings)
            return
        findings.extend(self._check_copy(copy))
        if not copy.reviewed:
            name = f" `{copy.name}`" if copy.name else ""
            remedy = "have a native reader of each language read it, then set `reviewed: true`"
            message = f"the copy{name} has not been reviewed"
            findings.draft("AK810", message, copy.place, about=copy.place, remedy=remedy)
        shown = {name for card in cut.cards for name in card.statistics}  # told where they are shown
        for name in named_in_copy(cut, "statistic"):
            if name in self.campaign.statistics and name not in shown:
                findings.extend(statistic_drafts(self.campaign.statistics[name], self.campaign, copy.place))

    def platform(self, recipe: Recipe, cut: Cut, platform: Platform, findings: Findings) -> None:
        """Check the words of a cut's posts on one platform."""
        self._check_credits(recipe, cut, platform, findings)
        self._check_lacking(recipe, cut, platform, findings)
        self._check_alt(recipe, cut, platform, findings)
        if cut.post.copy is None:
            return
        for language in self.languages:
            words = write_words(recipe, cut, platform, language, self.campaign)
            self._check_limits(words, recipe, cut, platform, language, findings)

    def _check_copy(self, copy: Copy) -> Iterator[Diagnostic]:
        for _, wording in copy.all_wordings:
            for language, text in wording.texts.items():
                place = wording.places.get(language, copy.place)
                for placeholder in placeholders_in(text):
                    yield from self._check_placeholder(placeholder, place, language)

    def _check_placeholder(
        self, placeholder: Placeholder, place: Place, language: str
    ) -> Iterator[Diagnostic]:
        kind, name, written = placeholder.kind, placeholder.name, placeholder.written
        if not placeholder.is_known:
            remedy = self._meant(placeholder)
            message = f"there is no placeholder {shorten(written)}"
            yield Diagnostic("AK800", Severity.ERROR, message, place, remedy, language=language)
        elif name and name not in self.records[kind]:
            message = f"the campaign has no {kind} {shorten(name)}"
            remedy = nearest(name, self.records[kind]) or "add the record to assetkit.yaml"
            yield Diagnostic("AK801", Severity.ERROR, message, place, remedy, language=language)

    def _meant(self, placeholder: Placeholder) -> str:
        """Say what a placeholder that nobody knows may have been meant for."""
        inside = placeholder.written.strip("{}")
        if not inside:
            return "write braces that are no placeholder twice: {{ and }}"
        kinds = [kind for kind, names in self.records.items() if inside in names]
        if kinds:
            return f"did you mean `{{{kinds[0]}:{inside}}}`?"
        return nearest(placeholder.written, all_placeholders(self.records))

    def _check_silent(self, cut: Cut, findings: Findings) -> None:
        """Note a post that is asked for and says nothing, of a cut that shows words alone."""
        if cut.post.place.file and not cut.clips and not cut.post.alt:
            message = f"the posts of {cut.name} have no words, and its cards are all there is to see"
            findings.note("AK811", message, cut.post.place, remedy="add `copy:`, or `alt:`")

    def _check_alt(self, recipe: Recipe, cut: Cut, platform: Platform, findings: Findings) -> None:
        """Ask for what the picture shows; of cards alone, what they say is a description."""
        kind = "image" if cut.makes_stills else "video"
        if cut.post.copy and cut.clips and not cut.post.alt and takes_alt(platform, kind):
            named = _named(recipe, cut)
            message = f"{platform.title} takes a description of the picture, and {named} has none"
            findings.warning("AK809", message, cut.post.place, remedy="write what it shows under `alt:`")

    def _check_credits(self, recipe: Recipe, cut: Cut, platform: Platform, findings: Findings) -> None:
        if platform.words.copy != "none":
            return
        for language in self.languages:
            credit = Filling(self.campaign, recipe, cut, platform.name, language).credits()
            if credit:
                first = credit.splitlines()[0]
                message = (
                    f"{platform.title} takes no words, so nobody reads the credit “{first}” "
                    f"of {_named(recipe, cut)}"
                )
                remedy = "show it in the picture, or leave the work out there under `for-platform:`"
                findings.warning("AK808", message, cut.place, remedy=remedy)
                return

    def _check_lacking(self, recipe: Recipe, cut: Cut, platform: Platform, findings: Findings) -> None:
        """Report what the copy of this post fills in and the post does not have."""
        for _, wording in wordings_of(cut, platform.name):
            for language, text in wording.texts.items():
                for placeholder in placeholders_in(text):
                    lacking = _lacking(placeholder, recipe, cut)
                    if lacking:
                        message = (
                            f"{placeholder.written} stands for nothing in {_named(recipe, cut)}: {lacking}"
                        )
                        remedy = "write what is meant, as `{helpline:name}`, or other words for this post"
                        place = wording.places.get(language)
                        findings.error("AK805", message, place, remedy=remedy, language=language)

    def _check_limits(
        self,
        words: PostWords,
        recipe: Recipe,
        cut: Cut,
        platform: Platform,
        language: str,
        findings: Findings,
    ) -> None:
        for what, written in ((COPY, words.copy), ("title", words.title)):
            if written is None:
                continue
            place = _place(cut, written, platform.name, language)
            where = f"{_named(recipe, cut)} in {language} on {platform.title}"
            for counted in written.counts:
                if not counted.fits:
                    findings.items.append(_too_much(counted, what, where, place, language))
            refused = [letter for letter in platform.words.refused if letter in written.text]
            if refused:
                message = f"the {what} of {where} has {', '.join(refused)}, which it refuses"
                source = platform.words.source
                findings.error(
                    "AK807",
                    message,
                    place,
                    required=f"none ({source})",
                    remedy="write it otherwise",
                    language=language,
                )


def _too_much(counted: Counted, what: str, where: str, place: Place, language: str) -> Diagnostic:
    limit = counted.limit
    assert limit is not None and counted.most is not None
    is_length = counted.what == what
    wrong = f"the {what} of {where} is too long" if is_length else f"{where} has too many {counted.what}"
    over = counted.count - counted.most
    return Diagnostic(
        "AK806",
        Severity.ERROR if limit.strength == "rejects" else Severity.WARNING,
        wrong,
        place,
        f"{_NO_ROOM}, by {over} or more" if is_length else f"take {over} out, here or under `for-platform:`",
        measured=f"{counted.count:,} {counted.unit}",
        required=f"at most {counted.most:,} ({limit.strength}; {limit.source}, {limit.as_of})",
        language=language,
    )


def _place(cut: Cut, written: Written, platform: str, language: str) -> Place:
    for _, wording in wordings_of(cut, platform):
        if wording.texts.get(language) == written.template and written.template:
            return wording.places.get(language, cut.post.place)
    return cut.post.place


def _lacking(placeholder: Placeholder, recipe: Recipe, cut: Cut) -> str:
    if placeholder.kind == "film" and placeholder.is_known and recipe.film is None:
        return "it is a post of cards, without a film"
    if placeholder.kind == "helpline" and not placeholder.name and not only_helpline(cut):
        return "its cards show no helpline, or several"
    return ""


def _named(recipe: Recipe, cut: Cut) -> str:
    return f"{recipe.slug}/{cut.name}"
