"""Numbers in captions: the same in every language, and those of the campaign's statistics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from assetkit.campaign.records import Statistic
from assetkit.checks.captions.languages import counterparts
from assetkit.checks.captions.numerals import Number, find_numbers, knows_numerals, says_number
from assetkit.checks.captions.records import CaptionFile, FilmCaptions, quote
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.subtitles.cues import FrameCue
from assetkit.text.words import words_of

_CONTENT = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_LEAST_SHARED = 2  # words of a statistic's wording that a cue must have to be about it


def check_numbers(film: FilmCaptions) -> Iterator[Diagnostic]:
    """Tell of numbers in digits that the cues of another language at the same time do not have.

    Words for numbers count as the number. A number that one language alone has is told there; one that a
    language lacks, at its cue.
    """
    files = [file for file in film.files.values() if knows_numerals(file.language)]
    told: set[tuple[str, int]] = set()
    for file in files:
        for cue in file.cues:
            if any(map(str.isdigit, cue.text)):
                for finding, key in _compare(film, file, cue, files):
                    if key not in told:
                        told.add(key)
                        yield finding


def _compare(
    film: FilmCaptions, file: CaptionFile, cue: FrameCue, files: Iterable[CaptionFile]
) -> Iterator[tuple[Diagnostic, tuple[str, int]]]:
    beside = [(other, counterparts(cue, other)) for other in files if other is not file]
    beside = [(other, cues) for other, cues in beside if cues]
    for number in find_numbers(cue.text, file.language):
        lacking = [(other, cues) for other, cues in beside if not _says(other, cues, number.value)]
        if len(lacking) == len(beside) > 1:
            yield _differs(film, file, cue, number, lacking), (file.path, cue.range.start)
        else:
            for other, cues in lacking:
                found = _differs(film, other, cues[0], number, [(file, [cue])], lacks=True)
                yield found, (other.path, cues[0].range.start)


def _says(file: CaptionFile, cues: list[FrameCue], value: Fraction) -> bool:
    """Whether these cues or the ones beside them say a number: a translation may put it earlier or later."""
    first, last = file.cues.index(cues[0]), file.cues.index(cues[-1])
    near = file.cues[max(0, first - 1) : last + 2]
    return any(says_number(cue.text, value, file.language) for cue in near)


def _differs(
    film: FilmCaptions,
    file: CaptionFile,
    cue: FrameCue,
    number: Number,
    others: list[tuple[CaptionFile, list[FrameCue]]],
    lacks: bool = False,
) -> Diagnostic:
    said = "; ".join(
        f"{other.language} {quote(' '.join(cue.text for cue in cues))}" for other, cues in others
    )
    here = f"no {number.text}" if lacks else number.text
    return film.report(
        "AK461",
        Severity.WARNING,
        "the languages differ in a number",
        file,
        cue,
        "" if lacks else number.text,
        measured=f"{here} in {file.language}",
        required=f"the same number in every language: {said}",
        remedy="correct the language that is wrong",
    )


def check_statistics(film: FilmCaptions, statistics: Iterable[Statistic]) -> Iterator[Diagnostic]:
    """Tell of cues that speak of what a statistic counts, in its own words, and have another number."""
    for file in film.files.values():
        known = [(each, _stems(each.wording.get(file.language, ""), file.language)) for each in statistics]
        for cue in file.cues:
            numbers = find_numbers(cue.text, file.language) if re.search(r"\d", cue.text) else []
            stems = _stems(cue.text, file.language) if numbers else frozenset()
            for statistic, wording in known:
                if len(stems & wording) >= _LEAST_SHARED:
                    yield from _against(film, file, cue, numbers, statistic)


def _against(
    film: FilmCaptions, file: CaptionFile, cue: FrameCue, numbers: list[Number], statistic: Statistic
) -> Iterator[Diagnostic]:
    own = find_numbers(statistic.wording.get(file.language, ""), file.language)
    right = {(statistic.value, statistic.unit == "%"), *((each.value, each.percent) for each in own)}
    if any((number.value, number.percent) in right for number in numbers):
        return
    wrong = next((each for each in numbers if each.percent == (statistic.unit == "%")), None)
    if wrong is None:
        return
    value = f"{float(statistic.value):.{statistic.decimals}f}{statistic.unit}"
    yield film.report(
        "AK462",
        Severity.WARNING,
        f"a number is not that of the statistic `{statistic.name}`",
        file,
        cue,
        wrong.text,
        measured=f"{wrong.text}{'%' if wrong.percent else ''}",
        required=f"{value} ({statistic.place})",
        remedy="correct the cue or the statistic; waive it where the cue counts something else",
    )


def _stems(text: str, language: str) -> frozenset[str]:
    """Give the beginnings of the words that say what a text is about: "your" and "from" do not."""
    lists = words_of(language)
    said = (word.lower() for word in _CONTENT.findall(text))
    return frozenset(word[:_STEM] for word in said if word not in lists.pronouns and not lists.lean_on(word))
