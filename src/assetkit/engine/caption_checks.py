"""Collect what the checks of captions look at while a batch is planned, and have it checked at the end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from assetkit.checks.captions.contrast import Backdrop, Weak, find_weak, tell_weak
from assetkit.checks.captions.film import check_captions
from assetkit.checks.captions.places import check_zones
from assetkit.checks.captions.records import CaptionFile, FilmCaptions, Use
from assetkit.diagnostics import Diagnostic, Findings
from assetkit.engine.observing import Observations
from assetkit.engine.reading import films_of
from assetkit.errors import MediaError
from assetkit.geometry import Size, shape_of
from assetkit.media.observation import Observation
from assetkit.plan.tasks import View
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Film, Workspace
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.standards import load_standards
from assetkit.text.faces import face_for
from assetkit.text.fonts import missing_glyphs
from assetkit.timeline.captions import FilmCues
from assetkit.timeline.records import FootageSegment, Timeline

_LINE_END = re.compile("\r\n|[\n\r]")


@dataclass
class _Seen:
    """What a batch has shown of a film so far."""

    film: Film
    rate: Fraction
    observed: Observation | None
    frames: int
    files: dict[str, CaptionFile] = field(default_factory=dict)
    uses: dict[Use, Use] = field(default_factory=dict)
    weak: list[Weak] = field(default_factory=list)


class CaptionChecks:
    """The checks of captions of one batch; every film's are told once, whatever shows them."""

    def __init__(
        self,
        root: Path,
        workspace: Workspace,
        selected: tuple[str, ...],
        observations: Observations,
    ) -> None:
        self.root = root
        self.campaign = workspace.campaign
        self.selected = selected
        self.observations = observations
        self.standards = load_standards()
        self._films: dict[str, _Seen] = {}
        self._platforms: dict[str, Platform] = {}
        self._looked: set[tuple[int, int, Size]] = set()
        self._held: list[tuple[AssEvent, ...]] = []  # so that no other gets the id of one

    def add(self, cut: Cut, timeline: Timeline, cues: Mapping[str, FilmCues], findings: Findings) -> None:
        """Note which stretches of which films a cut shows, and its films' cues in all declared languages."""
        for segment in timeline.segments:
            if isinstance(segment, FootageSegment):
                use = Use(cut.name, segment.source, segment.at)
                self._seen(segment, findings).uses[use] = use
        for film in films_of(cut).values():
            for language, read in cues.items():
                is_sdh = cut.captions.sets.get(language) == "sdh"
                file = (film.sdh if is_sdh else film.subtitles).get(language)
                if file and film.slug in self._films:
                    self._add_file(film.slug, language, file.path, read.get(film.slug, ()), is_sdh)

    def look(
        self,
        cut: Cut,
        timeline: Timeline,
        platform: Platform,
        language: str,
        cues: tuple[FrameCue, ...],
        events: tuple[AssEvent, ...],
    ) -> None:
        """Compare burnt in captions with the footage behind them, where somebody has looked at it."""
        self._platforms[platform.name] = platform
        key = (id(events), id(timeline), platform.format.size)
        if key in self._looked or not events:
            return
        self._looked.add(key)
        self._held.append(events)
        is_sdh = cut.captions.sets.get(language) == "sdh"
        for slug, seen in self._films.items():
            file = seen.files.get(_file_key(language, is_sdh))
            backdrops = self._backdrops(timeline, slug, seen, platform.format.size)
            if file is None or not backdrops:
                continue
            own = {cue.line: cue for cue in file.cues if cue.line}
            for event in events:
                shown = next((cue for cue in cues if _is_of(event, cue)), None)
                whole = own.get(shown.line) if shown else None
                if whole is not None:
                    weak = find_weak(event, backdrops, file, whole, self.standards)
                    seen.weak += [weak] if weak else []

    def findings(self) -> list[Diagnostic]:
        """Give what is wrong with the captions of all films that were added."""
        statistics = tuple(self.campaign.statistics.values())
        found: list[Diagnostic] = list(check_zones(self._platforms.values()))
        for film in self.films():
            found += check_captions(
                film, self.standards, statistics, self.selected, missing_glyphs, self._font
            )
            found += tell_weak(film, self._films[film.film].weak)
        return found

    def films(self) -> list[FilmCaptions]:
        """Give the captions of all films that were added."""
        found: list[FilmCaptions] = []
        for slug, seen in self._films.items():
            shots = seen.observed.cuts if seen.observed else None
            order = {name: seen.files[name] for name in self._order(seen)}
            found.append(FilmCaptions(slug, seen.rate, order, tuple(seen.uses.values()), shots))
        return found

    def _font(self, text: str, language: str) -> str:
        return face_for(text, language, self.campaign.brand.caption_font_for(language))

    def unseen(self) -> tuple[str, ...]:
        """Give the masters of films with captions that nobody has looked at."""
        films = (seen for seen in self._films.values() if seen.files and seen.observed is None)
        return tuple(sorted({seen.film.master for seen in films}))

    def _order(self, seen: _Seen) -> list[str]:
        languages = self.campaign.languages
        return sorted(seen.files, key=lambda name: (languages.index(seen.files[name].language), name))

    def _seen(self, segment: FootageSegment, findings: Findings) -> _Seen:
        if segment.film not in self._films:
            observed = None
            try:
                observed = self.observations.find(segment.facts)
            except MediaError as error:
                findings.error("AK310", error.message, segment.item.film.place, remedy=error.remedy)
            self._films[segment.film] = _Seen(
                segment.item.film, segment.facts.rate, observed, segment.facts.frame_count
            )
        return self._films[segment.film]

    def _add_file(
        self, slug: str, language: str, path: str, cues: tuple[FrameCue, ...], is_sdh: bool
    ) -> None:
        key = _file_key(language, is_sdh)
        # What begins after the film has ended was told when the file was read.
        own = tuple(cue for cue in cues if cue.range.start < self._films[slug].frames)
        if key not in self._films[slug].files and own:
            file = CaptionFile(language, path, own, _rows(self.root / path), is_sdh)
            self._films[slug].files[key] = file

    def _backdrops(self, timeline: Timeline, slug: str, seen: _Seen, size: Size) -> list[Backdrop]:
        if seen.observed is None:
            return []
        samples, shape = seen.observed.samples, shape_of(size)
        return [
            Backdrop(
                samples,
                segment.facts.size,
                segment.source,
                segment.at,
                View.of(segment.item.framing_for(shape), segment.facts.size, size),
            )
            for segment in timeline.segments
            if isinstance(segment, FootageSegment) and segment.film == slug
        ]


def _file_key(language: str, is_sdh: bool) -> str:
    return f"{language} sdh" if is_sdh else language


def _is_of(event: AssEvent, cue: FrameCue) -> bool:
    """Whether an event draws a cue or a part of it: supers stand at other times or say other words."""
    inside = cue.range.start <= event.range.start and event.range.stop <= cue.range.stop
    said = "".join(cue.text.split())
    return inside and all("".join(line.text.split()) in said for line in event.layout.lines)


def _rows(path: Path) -> tuple[str, ...]:
    """Give the lines of a file as messages show them; none where it cannot be read."""
    try:
        return tuple(_LINE_END.split(path.read_text(encoding="utf-8-sig", errors="replace")))
    except OSError:
        return ()
