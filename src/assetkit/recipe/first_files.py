"""The first files of a workspace as text, with comments that teach; a person goes on from them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assetkit.campaign.records import Texts
from assetkit.recipe.proposal import Piece, Select
from assetkit.timecode import RATES, FrameRange, format_rate, format_timecode

SCHEMAS = {"recipe": "recipe.schema.json", "campaign": "campaign.schema.json"}
GITIGNORE = """\
# What assetkit makes, and the films: they are large. `assetkit facts --lock` writes what stands in for them.
/.assetkit/
/out/
/assets/films/
"""
_CAMPAIGN = """\
# yaml-language-server: $schema={schema}
# The campaign: what all recipes of this workspace share. `assetkit check` says what is wrong, and where.
assetkit: 1
campaign: {name}
title: {title}
# Every text is given in all of these.
languages: [{languages}]
# Frames per second of posts that show no film; a film's own rate holds where there is one.
rate: {rate}
# What "today" is in checks.
as_of: {as_of}
# Set a language to true when a native reader has signed its texts; until then its posts are drafts.
reviewed: {{{reviewed}}}
brand:
  name: {brand}
  background: "#111111"
  text: "#FFFFFF"
  accent: "#F2B705"

# A number is shown with its source, by `- statistic: readers` in a recipe:
# statistics:
#   readers:
#     value: 1200
#     wording: {{{wording}}}
#     source: {{{source}}}
#     as_of: {as_of}
#
# Where help can be had, shown by `- end: helpline` in a recipe. Give only a number that was verified:
# helplines:
#   helpline:
#     number: "000"
#     title: {{{line}}}
#     source: where the number was found
#     verified_on: {as_of}
"""
_RECIPE = """\
# yaml-language-server: $schema=../{schema}
# One film, and what to make of it.
assetkit: 1
film: {film}
title: {title}
master: {master}
{subtitles}{colour}# {shots}
# `A - B`: B is the first frame left out. `focus` is where the subject is, from the left and from the top:
# a narrow picture is cut out around it. Rename what you use.
selects:
{selects}
cuts:
  teaser-15:
    length: {{max: {limit}s}}
    sequence:
{clips}
      # A dissolve stands between two items, and needs frames of the film beyond the edges of both clips:
      # - dissolve: 12f
      - card: title
        title: {title}
    # Sets and platforms; `assetkit platforms` lists them.
    platforms: [vertical, youtube]
"""


@dataclass(frozen=True)
class FirstFilm:
    """What the first recipe says of its film; paths start at the workspace."""

    slug: str
    title: Texts
    master: str
    subtitles: Mapping[str, str]
    colour: str | None
    rate: Fraction
    seen: FrameRange
    whole: bool


def write_campaign(name: str, title: Texts, rate: Fraction, as_of: str) -> str:
    """Write `assetkit.yaml` for a campaign of this title; nothing in it is taken as reviewed."""
    languages = list(title)
    return _CAMPAIGN.format(
        schema=SCHEMAS["campaign"],
        name=name,
        title=_texts(title),
        languages=", ".join(languages),
        rate=format_rate(rate) if rate in RATES.values() else "25",
        as_of=as_of,
        reviewed=", ".join(f"{language}: false" for language in languages),
        brand=_quote(next(iter(title.values()))),
        wording=_blank(languages),
        source=_blank(languages),
        line=_blank(languages),
    )


def write_recipe(film: FirstFilm, selects: Sequence[Select], pieces: Sequence[Piece], limit: Fraction) -> str:
    """Write the recipe of a film: its shots as selects, and a teaser of these pieces with its title."""
    part = "" if film.whole else f" of the first {film.seen.stop / film.rate / 60:g} minutes"
    return _RECIPE.format(
        schema=SCHEMAS["recipe"],
        film=film.slug,
        title=_texts(film.title),
        master=film.master,
        subtitles=_subtitles(film.subtitles),
        colour=f"colour: {film.colour}\n" if film.colour else "",
        shots=f"A first proposal: the shots{part} as they were found by their cuts.",
        selects="\n".join(_select(select, film.rate) for select in selects),
        limit=limit,
        clips="\n".join(_clip(piece, film.rate) for piece in pieces),
    )


def _subtitles(files: Mapping[str, str]) -> str:
    if not files:
        return "# subtitles: {en: assets/subtitles/film.en.srt}\n"
    return "subtitles:\n" + "".join(f"  {language}: {path}\n" for language, path in files.items())


def _select(select: Select, rate: Fraction) -> str:
    return f"  {select.name}: {{range: {_range(select.range, rate)}, focus: [0.5, 0.5]}}"


def _clip(piece: Piece, rate: Fraction) -> str:
    if piece.is_whole:
        return f"      - clip: {piece.select.name}"
    return f"      - clip: {_range(piece.range, rate)}  # the middle of {piece.select.name}"


def _range(frames: FrameRange, rate: Fraction) -> str:
    return f"{format_timecode(frames.start, rate)} - {format_timecode(frames.stop, rate)}"


def _texts(texts: Texts) -> str:
    return "{" + ", ".join(f"{language}: {_quote(words)}" for language, words in texts.items()) + "}"


def _blank(languages: Sequence[str]) -> str:
    return ", ".join(f'{language}: "..."' for language in languages)


def _quote(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
