"""Numbers against the campaign's records: every numeral that is said is one of them, or is reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assetkit.campaign.bounds import bound_in_words
from assetkit.campaign.records import Campaign, Statistic
from assetkit.checks.captions.numerals import Number, find_numbers, find_spoken
from assetkit.checks.captions.records import CaptionFile, FilmCaptions
from assetkit.checks.messages.texts import Said
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.recipe.records import Recipe

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARS = re.compile(r"\b((?:19|20)\d\d)[-–/](\d\d)\b")
_BEFORE = 24  # letters before a number in which a word such as "almost" belongs to it
_LEAST_FIGURE = 100  # smaller ones are said in passing: at ten o'clock, for two weeks
_LEAST_LIKENESS = Fraction(1, 2)


@dataclass(frozen=True)
class KnownNumbers:
    """The numbers that a campaign vouches for, and names that hold numerals: films, telephone numbers."""

    statistics: tuple[Statistic, ...]
    names: tuple[str, ...]
    years: frozenset[int]

    @classmethod
    def of(cls, campaign: Campaign, recipes: Iterable[Recipe]) -> KnownNumbers:
        """Gather what the records of a campaign and the titles of its recipes have of numbers."""
        titles = [campaign.title, *(recipe.title for recipe in recipes)]
        numbers = [helpline.number for helpline in campaign.helplines.values()]
        names = {text for words in titles for text in words.values()} | set(numbers)
        names |= {campaign.hashtag, campaign.brand.name} - {""}
        with_digits = sorted((name for name in names if re.search(r"\d", name)), key=len, reverse=True)
        return cls(tuple(campaign.statistics.values()), tuple(with_digits), _years(campaign))

    def match(self, number: Number) -> list[Statistic]:
        """Give the statistics that say this number, as exactly as it is written."""
        return [each for each in self.statistics if _says(each, number)]

    def is_year(self, number: Number) -> bool:
        """Whether a number is a year that a record names."""
        is_plain = number.text.isdigit() and len(number.text) == 4 and not number.percent
        return is_plain and int(number.value) in self.years

    def nearest(self, number: Number) -> Statistic | None:
        """Give the statistic that was most likely meant."""
        alike = [
            (_likeness(each.value, number.value), each)
            for each in self.statistics
            if (each.unit == "%") == number.percent
        ]
        likeness, statistic = max(alike, key=lambda pair: pair[0], default=(Fraction(0), None))
        return statistic if likeness >= _LEAST_LIKENESS else None


def check_parity(said: Said, known: KnownNumbers) -> Iterator[Diagnostic]:
    """Tell of every number in a text that is in no record, and of words that make another one of it."""
    text = without_names(said.text, known.names)
    for number in (*find_numbers(text, said.language), *find_spoken(text, said.language)):
        found = known.match(number)
        if found:
            yield from _check_bound(said, text, number, found)
        elif not known.is_year(number) and not _is_share(text, number, known):
            yield _stranger(said, number, known)


def check_cues(film: FilmCaptions, file: CaptionFile, known: KnownNumbers) -> Iterator[Diagnostic]:
    """Note figures in subtitles that are in no record: percentages, and numbers not said in passing."""
    for cue in file.cues:
        if not re.search(r"\d", cue.text):
            continue
        for number in find_numbers(without_names(cue.text, known.names), file.language):
            is_figure = number.percent or number.value >= _LEAST_FIGURE
            if is_figure and not known.match(number) and not known.is_year(number):
                yield film.report(
                    "AK486",
                    Severity.NOTE,
                    "a figure that is in no record",
                    file,
                    cue,
                    number.text,
                    measured=_write(number),
                    required="a number of the campaign's records",
                    remedy="add a statistic with its source, or waive it where it is part of the story",
                )


def without_names(text: str, names: Sequence[str]) -> str:
    """Take the numerals of names out of a text, without moving the rest."""
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda match: " " * len(match[0]), text)
    return text


def _says(statistic: Statistic, number: Number) -> bool:
    if (statistic.unit == "%") != number.percent:
        return False
    values = [statistic.value, *(value for _, value in statistic.years)]
    values += [] if statistic.high is None else [statistic.high]
    return any(_rounded(value, number.step) == number.value for value in values)


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    """Round to whole steps, halves away from zero, as a number is when it is written shorter."""
    whole = int(abs(value) / step + Fraction(1, 2)) * step
    return whole if value >= 0 else -whole


def _is_share(text: str, number: Number, known: KnownNumbers) -> bool:
    """Whether a number is part of "3 in 10", and a record in percent says so."""
    for match in re.finditer(r"(\d+)\s+(?:in|of|out of|из)\s+(\d+)", text):
        if match.start() <= number.at < match.end() and int(match[2]):
            share = Fraction(int(match[1]), int(match[2])) * 100
            step = Fraction(100, int(match[2]))
            return any(each.unit == "%" and _rounded(each.value, step) == share for each in known.statistics)
    return False


def _check_bound(said: Said, text: str, number: Number, found: list[Statistic]) -> Iterator[Diagnostic]:
    before = text[max(0, number.at - _BEFORE) : number.at]
    bound = bound_in_words(re.split(r"[.!?;:,\d]", before)[-1], said.language)
    if not bound or any(each.bound == bound for each in found):
        return
    statistic = found[0]
    wanted = f"{statistic.bound or 'no such word'} ({statistic.name}, {statistic.place})"
    yield Diagnostic(
        "AK486",
        Severity.WARNING,
        f"{said.what} says {bound} before {number.text} in {said.language}, and its record does not",
        said.place,
        "use the words of the record",
        measured=bound,
        required=wanted,
        cue=said.text,
        language=said.language,
    )


def _stranger(said: Said, number: Number, known: KnownNumbers) -> Diagnostic:
    near = known.nearest(number)
    told = f"; the nearest is {write_figure(near)} ({near.name}, {near.place})" if near else ""
    figure = _write(number)
    return Diagnostic(
        "AK486",
        Severity.WARNING,
        f"{said.what} says a number in {said.language} that is in no record: {figure}",
        said.place,
        "add a statistic with its source, or correct the number; waive it where it is no figure",
        measured=figure,
        required=f"a number of the campaign's records{told}",
        cue=said.text,
        language=said.language,
    )


def _write(number: Number) -> str:
    """Write a number as the text does, and what it comes to where another word multiplies it."""
    if number.step > 1:
        return f"{number.text} ({float(number.value):,.0f})"
    return f"{number.text}{'%' if number.percent else ''}"


def write_figure(statistic: Statistic) -> str:
    """Write the value of a statistic for a message: "19,766,807", "33.3%", "3,000 to 5,000"."""
    ends = (statistic.value,) if statistic.high is None else (statistic.value, statistic.high)
    return " to ".join(f"{float(end):,.{statistic.decimals}f}" for end in ends) + statistic.unit


def _likeness(first: Fraction, second: Fraction) -> Fraction:
    low, high = sorted((abs(first), abs(second)))
    return low / high if high else Fraction(1)


def _years(campaign: Campaign) -> frozenset[int]:
    """Give all years that records name; "2022-23" names both."""
    found = {int(campaign.as_of[:4])}
    for each in campaign.statistics.values():
        found.update(year for year, _ in each.years)
        words = [each.as_of, each.valid_until, *each.period.values(), *each.source.values()]
        for text in words:
            found.update(map(int, _YEAR.findall(text)))
            found.update(int(first[:2] + last) for first, last in _YEARS.findall(text))
    return frozenset(found)
