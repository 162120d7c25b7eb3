"""Letters that the caption font does not have, told where they stand in the subtitle file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assetkit.checks.captions.records import FilmCaptions
from assetkit.diagnostics import Diagnostic, Severity


def check_glyphs(
    film: FilmCaptions, missing: Callable[[str, str], list[str]], font_of: Callable[[str, str], str]
) -> Iterator[Diagnostic]:
    """Tell of letters that cannot be drawn.

    `missing` gives those of a text that a font lacks, `font_of` the font of a text in a language.
    """
    for file in film.files.values():
        alphabet = "".join(sorted(set("".join(cue.text for cue in file.cues)) - {"\n"}))
        font = font_of(alphabet, file.language)
        lacking = set(missing(alphabet, font))
        if not lacking:
            continue
        for cue in file.cues:
            here = [letter for letter in dict.fromkeys(cue.text) if letter in lacking]
            if here:
                named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in here)
                yield film.report(
                    "AK401",
                    Severity.ERROR,
                    f"the font {font} has no {named}",
                    file,
                    cue,
                    here[0],
                    remedy="use a font that has it, or another character",
                )
