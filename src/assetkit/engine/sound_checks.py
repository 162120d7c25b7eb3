"""Collect what the checks of sound listen to while a batch is planned, and have it checked at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.checks.captions.records import FilmCaptions
from assetkit.checks.hearing.music import Backing, Laid, check_backing, check_seam
from assetkit.checks.hearing.records import Play, Track
from assetkit.checks.hearing.silence import check_silence
from assetkit.checks.hearing.tracks import check_track
from assetkit.checks.hearing.words import check_words
from assetkit.diagnostics import Diagnostic, Findings, Place
from assetkit.engine.hearing import Hearings
from assetkit.errors import AssetkitError, MediaError
from assetkit.media.hearing import Hearing
from assetkit.media.seams import Seam
from assetkit.media.sounds import SoundSource
from assetkit.plan.music import plan_music
from assetkit.plan.sound import sound_language
from assetkit.recipe.records import Film
from assetkit.sound.records import Bed
from assetkit.timecode import SAMPLE_RATE, FrameRange, sample_of_frame
from assetkit.timeline.records import FootageSegment, Timeline
from assetkit.timeline.soundtrack import Files, Heard, lay_sound
from assetkit.timeline.tracks import find_track

_SOFT = SAMPLE_RATE // 10
"""A fade as long as this is meant, and cuts no word off."""
_NO_TOOLS: Mapping[str, str] = {"ffmpeg": "", "numpy": ""}


@dataclass
class _Sound:
    """What a batch has played of one sound so far."""

    heard: Hearing
    rate: Fraction
    place: Place
    name: str
    film: str = ""
    late: int = 0
    picture: int | None = None
    plays: dict[Play, Play] = field(default_factory=dict)

    def track(self) -> Track:
        """Give it as the checks see it."""
        plays = tuple(self.plays.values())
        return Track(self.name, self.heard, self.rate, self.place, plays, self.film, self.late, self.picture)


class SoundChecks:
    """The checks of sound of one batch; every sound's are told once, whatever plays it."""

    def __init__(self, hearings: Hearings, languages: tuple[str, ...], findings: Findings) -> None:
        self.hearings = hearings
        self.languages = languages
        self.findings = findings
        self._sounds: dict[tuple[SoundSource, str], _Sound] = {}
        self._of_films: dict[tuple[str, str], tuple[SoundSource, str]] = {}
        self._backings: dict[tuple[object, ...], Backing] = {}
        self._unheard: set[str] = set()

    def add(
        self,
        cut: str,
        timeline: Timeline,
        files: Files,
        speech: Callable[[], Sequence[FrameRange]],
    ) -> None:
        """Note what a cut plays, in every selected language; `speech` gives when its cues stand."""
        by_track: dict[str, tuple[Heard, ...]] = {}
        for language in self.languages:
            self._note_films(timeline, language, files)
            heard = sound_language(timeline, language)
            if heard not in by_track:
                by_track[heard] = lay_sound(timeline, language, files)
                self._note(cut, timeline, by_track[heard])
        for laid in by_track.values():
            self._note_music(cut, timeline, laid, files, speech)

    def check(self, films: Iterable[FilmCaptions]) -> list[Diagnostic]:
        """Give what is wrong with all sounds that were noted; `films` are the captions of their films."""
        captions = {film.film: film for film in films}
        tracks = {key: sound.track() for key, sound in self._sounds.items()}
        found = [each for film in captions.values() for each in check_silence(film, self._of(film, tracks))]
        for track in tracks.values():
            found += check_track(track)
            if track.film:
                found += check_words(track, captions.get(track.film))
        for backing in self._backings.values():
            found += [*check_backing(backing), *check_seam(backing)]
        return list(dict.fromkeys(found))

    def unheard(self) -> tuple[str, ...]:
        """Give the files that are heard in a cut and that nobody has listened to."""
        return tuple(sorted(self._unheard))

    def _of(self, film: FilmCaptions, tracks: Mapping[tuple[SoundSource, str], Track]) -> dict[str, Track]:
        keys = {language: key for (slug, language), key in self._of_films.items() if slug == film.film}
        return {language: tracks[key] for language, key in keys.items() if key in tracks}

    def _find(self, source: SoundSource, place: Place) -> Hearing | None:
        try:
            heard = self.hearings.find(source)
        except MediaError as error:
            self.findings.error("AK758", error.message, place, remedy=error.remedy)
            return None
        if heard is None:
            self._unheard.add(source.path)
        return heard

    def _note_films(self, timeline: Timeline, language: str, files: Files) -> None:
        """Note which sound each film has in a language, whether a clip of it is muted or not."""
        for segment in timeline.segments:
            if isinstance(segment, FootageSegment) and (segment.film, language) not in self._of_films:
                found = find_track(segment.item.film.track(language), segment.facts, files)
                if found and self._sound(found.source, segment, language, timeline.rate):
                    self._of_films[segment.film, language] = (found.source, segment.film)

    def _note(self, cut: str, timeline: Timeline, laid: Sequence[Heard]) -> None:
        parts: list[Heard | None] = [None, *laid, None]
        for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
            if part is None or part.source is None:
                continue
            sound = self._sounds.get((part.source, _owner(part))) or self._other(part, timeline.rate)
            if sound is None:
                continue
            opens = not part.cross and part.fade_in < _SOFT and not _runs_on(before, part)
            closes = part.fade_out < _SOFT and not _runs_on(part, after) and not (after and after.cross)
            play = Play(cut, part.first, part.length, part.start, opens, closes, part.segment.item.place)
            sound.plays[play] = play

    def _sound(
        self, source: SoundSource, segment: FootageSegment, language: str, rate: Fraction
    ) -> _Sound | None:
        key = (source, segment.film)
        if key not in self._sounds:
            film, track = segment.item.film, segment.item.film.track(language)
            place = _place_of(film, track.place)
            heard = self._find(source, place)
            if heard is None:
                return None
            late = track.offset.in_samples(rate) if track.offset else 0
            whole = sample_of_frame(segment.facts.frame_count, rate)
            picture = whole if source.path == segment.facts.path else None
            self._sounds[key] = _Sound(heard, rate, place, source.path, segment.film, late, picture)
        return self._sounds[key]

    def _other(self, part: Heard, rate: Fraction) -> _Sound | None:
        """Give the sound of a card; that of a film has been noted with the film, or cannot be had."""
        if part.source is None or isinstance(part.segment, FootageSegment):
            return None
        sound = part.segment.item.sound
        place = sound.place if sound else part.segment.item.place
        heard = self._find(part.source, place)
        if heard is None:
            return None
        return self._sounds.setdefault((part.source, ""), _Sound(heard, rate, place, part.source.path))

    def _note_music(
        self,
        cut: str,
        timeline: Timeline,
        laid: Sequence[Heard],
        files: Files,
        speech: Callable[[], Sequence[FrameRange]],
    ) -> None:
        music = timeline.sound.music
        facts = files.get(music.file) if music else None
        if music is None or facts is None:
            return
        source = SoundSource.of_file(facts)
        heard = self._find(source, music.place)
        if heard is None:
            return
        said = tuple(speech())
        ((_, bed),) = plan_music(timeline, files, said, _NO_TOOLS)
        sound = self._sounds.setdefault((source, ""), _Sound(heard, timeline.rate, music.place, music.file))
        length = min(bed.length, max(0, heard.samples - bed.source_start))
        play = Play(cut, bed.source_start, length, bed.start, False, False, music.place)
        sound.plays[play] = play
        seam = self._seam(source, bed, music.place)
        film = tuple(self._laid(laid))
        place = timeline.sound.place if timeline.sound.place.file else music.place
        backing = Backing(cut, timeline.rate, bed, heard, film, said, place, music.file, seam)
        self._backings[music.place, bed, tuple((each.first, each.at) for each in film)] = backing

    def _seam(self, source: SoundSource, bed: Bed, place: Place) -> Seam | None:
        try:
            return self.hearings.find_seam(source, bed)
        except AssetkitError as error:
            self.findings.error("AK758", error.message, place, remedy=error.remedy)
            return None

    def _laid(self, laid: Iterable[Heard]) -> Iterator[Laid]:
        for part in laid:
            if part.source and (sound := self._sounds.get((part.source, _owner(part)))):
                yield Laid(sound.heard, part.first, part.start, part.length, part.gain_db)


def _owner(part: Heard) -> str:
    return part.segment.film if isinstance(part.segment, FootageSegment) else ""


def _place_of(film: Film, track: Place) -> Place:
    return track if track.file else film.place


def _runs_on(before: Heard | None, after: Heard | None) -> bool:
    """Whether the sound of one part goes on in the next, so that no edge is heard."""
    if before is None or after is None or before.source is None:
        return False
    return before.source == after.source and before.first + before.length == after.first
