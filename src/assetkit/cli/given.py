"""What `assetkit new` is given on the command line: subtitle files with their languages, and titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from assetkit.errors import MediaError
from assetkit.subtitles.language import propose_language
from assetkit.subtitles.read import read_cues

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class SubtitleFile:
    """A subtitle file and its language; `told_by` is "you", "its name" or "its letters"."""

    language: str
    path: Path
    told_by: str


def read_subtitles(given: Sequence[str]) -> tuple[SubtitleFile, ...]:
    """Read `CODE=PATH` and `PATH`; of the latter the name tells the language, or its letters propose one.

    Raises click.UsageError for a file that is not there, a language that cannot be told and one that comes
    twice; MediaError for a file that is no subtitle file.
    """
    files = tuple(_read(text) for text in given)
    for number, file in enumerate(files):
        for other in files[:number]:
            if other.language == file.language:
                raise click.UsageError(
                    f"two subtitle files are in {file.language}: {other.path} and {file.path}; "
                    f"say the right language: --subtitles CODE={file.path}"
                )
    return files


def read_titles(given: Sequence[str], languages: Sequence[str], spare: str) -> dict[str, str]:
    """Give the title in every language, from `CODE=TEXT` and `TEXT`; where there is none, `spare`.

    Raises click.UsageError for a title in a language that is none of these, and for two of one language.
    """
    own: dict[str, str] = {}
    for text in given:
        code, words = _split(text)
        if code and code not in languages:
            raise click.UsageError(f"the title in {code} is in none of the languages: {', '.join(languages)}")
        if code in own:
            raise click.UsageError(f"there are two titles{f' in {code}' if code else ''}; give one")
        if not words.strip() or not words.isprintable():
            raise click.UsageError("a title is a line of words")
        own[code] = words.strip()
    common = own.get("") or next(iter(own.values()), spare)
    return {language: own.get(language, common) for language in languages}


def choose_languages(
    files: Iterable[SubtitleFile], more: Sequence[str], titles: Sequence[str]
) -> tuple[str, ...]:
    """Give the campaign's languages: those of the subtitles and those named; else what the title reads as.

    Raises click.UsageError for what is no language code.
    """
    for code in more:
        if not _CODE.fullmatch(code):
            raise click.UsageError(f"{code} is not a language code; write kk, ru or en")
    named = dict.fromkeys((*(file.language for file in files), *more))
    named |= {} if named else dict.fromkeys(code for code, _ in map(_split, titles) if code)
    return tuple(named) or (propose_language(" ".join(titles)) or "en",)


def _read(text: str) -> SubtitleFile:
    code, written = _split(text)
    path = Path(written)
    if not path.is_file():
        raise click.UsageError(f"there is no subtitle file at {path}")
    try:
        cues = read_cues(path.read_bytes(), str(path))
    except OSError as error:
        raise MediaError(f"{path} cannot be read: {error.strerror}.") from error
    if code:
        return SubtitleFile(code, path, "you")
    ending = Path(path.stem).suffix.removeprefix(".")
    if _is_language(ending):
        return SubtitleFile(ending, path, "its name")
    proposed = propose_language(" ".join(line for cue in cues for line in cue.lines))
    if not proposed:
        raise click.UsageError(f"the language of {path} is not known; say it: --subtitles CODE={path}")
    return SubtitleFile(proposed, path, "its letters")


def _is_language(code: str) -> bool:
    """Whether this is the code of a language that is known: `film.hd.srt` is in none called hd."""
    from babel.localedata import exists

    return _CODE.fullmatch(code) is not None and bool(exists(code.replace("-", "_")))


def _split(text: str) -> tuple[str, str]:
    """Part `kk=...` from its code; a text or path that only happens to hold "=" has none."""
    code, mark, rest = text.partition("=")
    return (code, rest) if mark and _CODE.fullmatch(code) else ("", text)
