"""Carry the captions of a cut in all declared languages, and tell of what the edges of its clips cut."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assetkit.checks.cues import check_clipped
from assetkit.checks.edges import check_edges
from assetkit.diagnostics import Findings
from assetkit.engine.reading import films_of
from assetkit.recipe.records import Cut
from assetkit.timeline.captions import Carried, FilmCues, follow_cues
from assetkit.timeline.legality import find_cut_clips
from assetkit.timeline.records import Timeline


def carry_captions(
    cut: Cut,
    timeline: Timeline,
    cues: Mapping[str, FilmCues],
    selected: Collection[str],
    findings: Findings,
) -> dict[str, Carried]:
    """Give the captions by language; `cues` are those of the cut's films in every declared language.

    Edges of clips are judged in all languages at once, captions that flash in the `selected` ones alone.
    """
    carried = {language: follow_cues(timeline, films) for language, films in cues.items()}
    clips = find_cut_clips(timeline, cues, carried)
    files = {language: _files_of(cut, language) for language in cues}
    check_edges(clips, timeline.rate, files, findings)
    for language in selected:
        check_clipped(
            carried[language], timeline.rate, language, findings, files=files[language], clips=clips
        )
    return carried


def _files_of(cut: Cut, language: str) -> dict[str, str]:
    """Give the subtitle files of the caption set that the cut has in a language, by film."""
    is_sdh = cut.captions.sets.get(language) == "sdh"
    found = {slug: (film.sdh if is_sdh else film.subtitles) for slug, film in films_of(cut).items()}
    return {slug: files[language].path for slug, files in found.items() if language in files}
