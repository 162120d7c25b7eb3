"""When each word of a cue is said: as its file says, or shared out over the cue by syllables."""

from __future__ import annotations

import re

from assetkit.subtitles.cues import FrameCue

_WORD = re.compile(r"\S+")
_VOWELS = frozenset("аәеёиіоөуұүыэюяaeiouyäöüıāīū")
_SYLLABLES_OF_A_FIGURE = 2  # "15" is said as a word or two


def share_words(cue: FrameCue) -> tuple[tuple[int, int], ...]:
    """Give pairs (frame, character): the words of a cue shared out over its frames by their syllables.

    For files that time whole cues only: nobody measured when a word is said, so whoever shows it must say so.
    A cue with more words than frames gives several words the same frame; the last of them counts. So it is
    with the name of who speaks, where it stands before the words: nobody says it.
    """
    names = _names(cue)
    words = [
        (match.start(), 0 if match.start() in names else count_syllables(match.group()))
        for match in _WORD.finditer(cue.text)
    ]
    total = sum(syllables for _, syllables in words)
    shared, before = [], 0
    for start, syllables in words:
        shared.append((cue.range.start + _rounded(before * len(cue.range), total), start))
        before += syllables
    return tuple(shared)


def _names(cue: FrameCue) -> frozenset[int]:
    """Give the characters of names that stand before what is said: "Ann: Where?"."""
    text = cue.text.replace("\n", " ").lower()
    found: set[int] = set()
    for place, speaker in cue.turns or ((0, cue.speaker),):
        name = f"{speaker.lower()}:"
        if speaker and text.startswith(name, place):
            found.update(range(place, place + len(name)))
    return frozenset(found)


def word_times(cue: FrameCue) -> tuple[tuple[int, int], ...]:
    """Give when each word is said: as the file of the cue says, else shared out."""
    return cue.words or share_words(cue)


def frame_of(cue: FrameCue, place: int) -> int:
    """Give the frame from which the word at character `place` is said."""
    earlier = [frame for frame, start in word_times(cue) if start <= place]
    return max(earlier, default=cue.range.start)


def count_syllables(word: str) -> int:
    """Count the syllables of a Cyrillic or Latin word: its vowels; in other scripts every second letter.

    At least 1, so that every word takes time; a dash alone takes none.
    """
    lowered = word.lower()
    if not any(letter.isalnum() for letter in lowered):
        return 0
    figures = sum(letter.isdigit() for letter in lowered)
    vowels = _count_vowels(lowered)
    letters = sum(letter.isalpha() for letter in lowered)
    spoken = vowels if vowels or _is_european(lowered) else letters // 2
    return max(1, spoken + _SYLLABLES_OF_A_FIGURE * figures)


def _count_vowels(word: str) -> int:
    """Count vowels; in Latin words two in a row are one, and a silent e at the end is none."""
    if not word.isascii() and not any("a" <= letter <= "z" for letter in word):
        return sum(letter in _VOWELS for letter in word)
    spoken = re.sub(r"(?<=[^aeiouy\W])e(?=\W*$)", "", word)
    return len(re.findall(f"[{''.join(sorted(_VOWELS))}]+", spoken)) or int(spoken != word)


def _is_european(word: str) -> bool:
    return all(ord(letter) < 0x0530 for letter in word if letter.isalpha())


def _rounded(over: int, under: int) -> int:
    return (2 * over + under) // (2 * under) if under else 0
