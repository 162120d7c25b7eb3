"""`assetkit new`: a workspace for one's own film, from the facts of its files, that checks and renders."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import click

from assetkit.campaign.read import CAMPAIGN_FILE
from assetkit.campaign.records import Brand, Campaign
from assetkit.cards.resolve import card_frames
from assetkit.cli.findings import show_findings
from assetkit.cli.given import SubtitleFile, choose_languages, read_subtitles, read_titles
from assetkit.delivery.package import copy_file
from assetkit.diagnostics import Place, Severity
from assetkit.engine.batch import Selection, plan_batch
from assetkit.errors import AssetkitError, MediaError, StoreError
from assetkit.media.facts import MasterFacts
from assetkit.media.shots import Shot
from assetkit.recipe.first_files import GITIGNORE, SCHEMAS, FirstFilm, write_campaign, write_recipe
from assetkit.recipe.proposal import TEASER_LIMIT, Piece, choose_pieces, name_shots
from assetkit.recipe.records import CardItem
from assetkit.recipe.schema import campaign_schema, recipe_schema
from assetkit.recipe.workspace import RECIPES_FOLDER
from assetkit.timecode import FrameRange
from assetkit.tool.probe import probe_master
from assetkit.tool.shots import find_shots

_LOOKED_AT = Fraction(300)  # seconds of the film in which shots are looked for
_LONGEST_NAME = 40


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for."""

    film: Path
    subtitles: tuple[str, ...]
    languages: tuple[str, ...]
    titles: tuple[str, ...]
    colour: str | None
    today: str


@dataclass(frozen=True)
class _Start:
    """What is known before anything is written."""

    name: str
    source: Path
    facts: MasterFacts
    subtitles: tuple[SubtitleFile, ...]
    title: dict[str, str]
    shots: tuple[Shot, ...]
    pieces: tuple[Piece, ...]


def make_workspace(folder: Path, wanted: Wanted) -> int:
    """Make a workspace at `folder`, whole or not at all; 1 where `check` finds an error in what it would be.

    Raises StoreError where the folder is taken or cannot be written, MediaError for a master that cannot be
    used, click.UsageError for what was given wrongly.
    """
    _refuse_taken(folder)
    start = _look(wanted)
    try:
        with _staged(folder) as staged:
            _write(staged, folder, start, wanted)
            batch = plan_batch(staged, Selection())
            if batch.findings.has_errors:
                errors = [item for item in batch.findings.items if item.severity is Severity.ERROR]
                show_findings(errors, staged)
                click.echo(f"nothing was written: {folder} would not check", err=True)
                return 1
            posts = len(batch.deliverables)
            folder.parent.mkdir(parents=True, exist_ok=True)
            staged.rename(folder)
    except OSError as error:
        reason = error.strerror or error
        remedy = "Check the free space and the rights of the folder."
        raise StoreError(f"{folder} cannot be written: {reason}.", remedy=remedy) from error
    _tell(folder, start, posts)
    return 0


def _refuse_taken(folder: Path) -> None:
    taken = folder.is_symlink() or (folder.exists() and not folder.is_dir())
    if taken or (folder.is_dir() and any(folder.iterdir())):
        remedy = "Name a folder that is not there; `new` never writes over anything."
        raise StoreError(f"{folder} is there already.", remedy=remedy)


def _look(wanted: Wanted) -> _Start:
    """Read the master and the subtitle files, and choose; what cannot be used is refused."""
    if not wanted.film.is_file():
        raise click.UsageError(f"there is no film at {wanted.film}")
    files = read_subtitles(wanted.subtitles)
    languages = choose_languages(files, wanted.languages, wanted.titles)
    spare = re.sub(r"[\s._-]+", " ", wanted.film.stem).strip().capitalize() or "Film"
    title = read_titles(wanted.titles, languages, spare)
    facts = _probe(wanted)
    click.echo(f"looking for the shots of {wanted.film.name}", err=True)
    shots = find_shots(wanted.film, facts, longest=_LOOKED_AT)
    pieces = choose_pieces(shots, _budget(title, facts.rate), facts.rate)
    return _Start(_name(wanted.film.stem, "film"), wanted.film, facts, files, title, shots, pieces)


def _probe(wanted: Wanted) -> MasterFacts:
    try:
        # Its digest is read from the copy, when that is checked.
        return probe_master(wanted.film, colour=wanted.colour, name=str(wanted.film), digest="not read")
    except MediaError as error:
        raise MediaError(f"AK310: {error.message}", remedy=error.remedy) from error


def _budget(title: dict[str, str], rate: Fraction) -> int:
    """Give the frames that the teaser's clips may have beside its title card."""
    card = CardItem("title", None, {"title": title}, None, None, Place(""))
    campaign = Campaign(".", "new", title, tuple(title), rate, "", Brand())
    left = int(TEASER_LIMIT * rate) - card_frames(card, campaign, rate)
    if left < rate:
        remedy = "Give a shorter --title."
        raise AssetkitError(f"The title takes too long to read for a cut of {TEASER_LIMIT} s.", remedy=remedy)
    return left


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """Give a new folder on the disk of `folder`, to be renamed into its place, and clear up after it."""
    there = next(parent for parent in folder.absolute().parents if parent.is_dir())
    holder = Path(tempfile.mkdtemp(dir=there, prefix=".assetkit-new-"))
    try:
        staged = holder / "workspace"
        staged.mkdir()
        yield staged
    finally:
        shutil.rmtree(holder, ignore_errors=True)


def _write(staged: Path, folder: Path, start: _Start, wanted: Wanted) -> None:
    for name in ("assets/films", "assets/subtitles", RECIPES_FOLDER):
        (staged / name).mkdir(parents=True)
    master = f"assets/films/{start.name}{_suffix(start.source)}"
    copy_file(start.source, staged / master)
    subtitles: dict[str, str] = {}
    for file in start.subtitles:
        path = f"assets/subtitles/{start.name}.{file.language}{_suffix(file.path)}"
        copy_file(file.path, staged / path)
        subtitles[file.language] = path
    seen = FrameRange(0, start.shots[-1].range.stop)
    whole = seen.stop >= start.facts.frame_count
    film = FirstFilm(start.name, start.title, master, subtitles, wanted.colour, start.facts.rate, seen, whole)
    campaign = _name(folder.absolute().name, start.name)
    texts = {
        CAMPAIGN_FILE: write_campaign(campaign, start.title, start.facts.rate, wanted.today),
        _recipe(start): write_recipe(film, name_shots(start.shots), start.pieces, TEASER_LIMIT),
        ".gitignore": GITIGNORE,
        SCHEMAS["recipe"]: _as_json(recipe_schema()),
        SCHEMAS["campaign"]: _as_json(campaign_schema()),
    }
    for name, text in texts.items():
        (staged / name).write_text(text, encoding="utf-8")


def _recipe(start: _Start) -> str:
    return f"{RECIPES_FOLDER}/{start.name}.yaml"


def _as_json(schema: dict[str, object]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _name(text: str, spare: str) -> str:
    """Make a name for files: plain small letters, digits and hyphens; `spare` where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].strip("-") or spare


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]+", suffix) else ""


def _tell(folder: Path, start: _Start, posts: int) -> None:
    """Say what was made, what was only proposed, and what to type next."""
    length = sum(len(piece.range) for piece in start.pieces) / start.facts.rate
    click.echo(f"made: {folder}")
    click.echo(f"  {CAMPAIGN_FILE}: the campaign, in {', '.join(start.title)}")
    shots, clips = _count(len(start.shots), "shot"), _count(len(start.pieces), "clip")
    click.echo(
        f"  {_recipe(start)}: {shots} as selects, and a teaser of {clips} ({float(length):.1f} s) "
        f"and a title, for {_count(posts, 'post')}"
    )
    click.echo(f"  assets/films/: a copy of {start.source}")
    for file in start.subtitles:
        click.echo(
            f"  assets/subtitles/: a copy of {file.path}, in {file.language} as told by {file.told_by}"
        )
    if len(start.title) > 1 and len({*start.title.values()}) == 1:
        click.echo("The title reads the same in every language: translate it in both files.")
    click.echo(f"The shots, and the choice of them, are a first proposal: change them in {_recipe(start)}.")
    click.echo(
        f"Next:\n  cd {shlex.quote(str(folder))}\n  assetkit check\n  assetkit preview -p tiktok --zones"
    )
    click.echo("  assetkit render --draft -p tiktok")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
