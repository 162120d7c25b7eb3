"""All checks of a film's captions that need no pixels."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from assetkit.campaign.records import Statistic
from assetkit.checks.captions.alphabets import check_alphabets
from assetkit.checks.captions.figures import check_numbers, check_statistics
from assetkit.checks.captions.glyphs import check_glyphs
from assetkit.checks.captions.languages import check_missing
from assetkit.checks.captions.pace import check_pace
from assetkit.checks.captions.records import FilmCaptions
from assetkit.checks.captions.shots import check_shots
from assetkit.diagnostics import Diagnostic
from assetkit.subtitles.standards import Standards


def check_captions(
    film: FilmCaptions,
    standards: Standards,
    statistics: Collection[Statistic],
    selected: Collection[str],
    missing_glyphs: Callable[[str, str], list[str]],
    font_of: Callable[[str, str], str],
) -> list[Diagnostic]:
    """Give what is wrong with a film's captions in the `selected` languages.

    `film` has all declared languages all the same: what one of them lacks shows only beside the others.
    """
    own = replace(film, files={name: file for name, file in film.files.items() if file.language in selected})
    found = [
        *check_pace(own, standards),
        *check_shots(own, standards),
        *check_glyphs(own, missing_glyphs, font_of),
        *check_alphabets(own),
        *(each for each in (*check_missing(film), *check_numbers(film)) if each.language in selected),
        *check_statistics(own, statistics),
    ]
    return list(dict.fromkeys(found))
