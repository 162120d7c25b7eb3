"""Show in the text of captions who speaks: by dashes where two do at a time, or by names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assetkit.subtitles.cues import FrameCue

_DASH = "– "
_DASHES = ("-", "–", "—")


def show_speakers(cues: Sequence[FrameCue], manner: str) -> tuple[FrameCue, ...]:
    """Give the cues with what a style's `speakers` ("none", "dash", "colour", "name") adds to their text.

    "dash" puts a dash before the words of each where several speak in one cue; "colour" does so too, because
    a caption has one colour. "name" puts the name before the text wherever another speaks than before.
    Nothing is added where the file names nobody, or has dashes or the name itself. Emphasis, words and turns
    keep their letters.
    """
    if manner == "name":
        return tuple(_with_names(cues))
    if manner in ("dash", "colour"):
        return tuple(_with_dashes(cue) for cue in cues)
    return tuple(cues)


def _with_dashes(cue: FrameCue) -> FrameCue:
    if len({speaker for _, speaker in cue.turns}) < 2:
        return cue
    places = [place for place, _ in cue.turns if not cue.text[place:].lstrip().startswith(_DASHES)]
    return _insert(cue, [(place, _DASH) for place in places])


def _with_names(cues: Iterable[FrameCue]) -> Iterable[FrameCue]:
    last = ""
    for cue in cues:
        added = []
        for place, speaker in cue.turns or ((0, cue.speaker),):
            is_said = cue.text[place:].lstrip().lower().startswith(f"{speaker.lower()}:")
            if speaker and speaker != last and not is_said:
                added.append((place, f"{speaker}: "))
            last = speaker or last
        yield _insert(cue, added)


def _insert(cue: FrameCue, added: Sequence[tuple[int, str]]) -> FrameCue:
    """Give the cue with texts put in before characters, which are in order."""
    if not added:
        return cue

    def moved(place: int, with_what_begins_here: bool = True) -> int:
        by = sum(len(text) for at, text in added if at < place or (at == place and with_what_begins_here))
        return place + by

    text, done = "", 0
    for place, words in added:
        text, done = text + cue.text[done:place] + words, place
    return replace(
        cue,
        text=text + cue.text[done:],
        emphasis=tuple(
            replace(mark, start=moved(mark.start), stop=moved(mark.stop, False)) for mark in cue.emphasis
        ),
        words=tuple((frame, moved(start)) for frame, start in cue.words),
        turns=tuple((moved(place, False), speaker) for place, speaker in cue.turns),
    )
