"""The commands: what each takes, and an example; what they do is in a module of its own for each.

Those modules are imported when their command runs, so that `--help` is instant.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from assetkit import __version__
from assetkit.cli.help import WorkflowGroup
from assetkit.cli.options import (
    count_workers,
    jobs_option,
    json_option,
    selection_options,
    workspace_option,
)


@click.group(cls=WorkflowGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="assetkit")
def commands() -> None:
    """Turn film masters, subtitle files and facts into finished social media posts.

    Run in a workspace: a folder with assetkit.yaml, recipes/ and what they name.

    \b
    Examples:
      assetkit check
      assetkit preview the-dress --at 2s --zones
      assetkit render --cut teaser-15 --platform vertical --language kk
      assetkit COMMAND --help
    """


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--film",
    type=click.Path(path_type=Path),
    required=True,
    help="The master; it is copied into the workspace.",
)
@click.option(
    "-s",
    "--subtitles",
    metavar="[CODE=]FILE",
    multiple=True,
    help="A subtitle file; its language is told by CODE, by a name such as film.kk.srt, or by its letters. "
    "May be repeated.",
)
@click.option(
    "-l",
    "--language",
    "languages",
    metavar="CODE",
    multiple=True,
    help="A language that has no subtitles; may be repeated.",
)
@click.option(
    "-t",
    "--title",
    "titles",
    metavar="[CODE=]TEXT",
    multiple=True,
    help="The film's title, for all languages or for one; by default as its file is named.",
)
@click.option(
    "--colour",
    type=click.Choice(["bt709", "bt601-525", "bt601-625"]),
    help="The master's colours, where the file does not say.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date that the campaign counts from; today by default.",
)
def new(
    folder: Path,
    film: Path,
    subtitles: tuple[str, ...],
    languages: tuple[str, ...],
    titles: tuple[str, ...],
    colour: str | None,
    today: datetime | None,
) -> int:
    """Make a workspace for a film of your own, that checks and renders at once.

    Its languages come from the subtitle files, its rate from the master, and its shots are a first proposal
    of what to cut from. Nothing is written over, and a master that cannot be cut rightly is refused.

    \b
    Examples:
      assetkit new my-film --film master.mov
      assetkit new my-film --film master.mov --subtitles film.kk.srt --subtitles ru=titles.srt
      assetkit new my-film --film master.mov --language kk --title "kk=Көйлек"
    """
    from assetkit.cli.new import Wanted, make_workspace

    day = (today.date() if today else date.today()).isoformat()
    return make_workspace(folder, Wanted(film, subtitles, languages, titles, colour, day))


@commands.command()
@selection_options
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For a person, for a program, or as annotations of a pull request on GitHub.",
)
@json_option("The same as --format json.")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Say also what every subtitle file was read as: format, encoding and why, cues, offset.",
)
@click.option("--observe", is_flag=True, help="Look at the masters first, to check shots and contrast.")
def check(
    root: Path, form: str, as_json: bool, verbose: bool, observe: bool, **wanted: tuple[str, ...]
) -> int:
    """Show every problem of every file, before anything is rendered.

    Every problem has its place, a code and what to do. Exit code 1 where one of them forbids rendering.

    \b
    Examples:
      assetkit check
      assetkit check -r the-dress -l kk
      assetkit check --json
      assetkit check --format github
      assetkit check --verbose
      assetkit check --observe
    """
    from assetkit.cli.check import check_batch
    from assetkit.cli.selection import select

    return check_batch(root, select(root, wanted), "json" if as_json else form, verbose, observe=observe)


@commands.command()
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@json_option("Print it as JSON.")
def explain(codes: tuple[str, ...], as_json: bool) -> int:
    """Say what a code means and what to do; without one, list all codes.

    \b
    Examples:
      assetkit explain AK404
      assetkit explain
    """
    from assetkit.cli.explain import explain_codes

    return explain_codes(codes, as_json)


@commands.command()
@selection_options
@json_option("Print the plan as JSON.")
@click.option("--explain", is_flag=True, help="Say of every span that must run why; reads all objects.")
@click.option("--captions", is_flag=True, help="Show every caption: lines, size, what was done to it.")
def plan(root: Path, as_json: bool, explain: bool, captions: bool, **wanted: tuple[str, ...]) -> int:
    """Show what would be made, what is shared and what it costs in frames.

    \b
    Examples:
      assetkit plan
      assetkit plan --captions -p tiktok -l kk
      assetkit plan --explain -c teaser-15
      assetkit plan --json -p vertical
    """
    from assetkit.cli.captions import show_captions
    from assetkit.cli.plan import show_plan
    from assetkit.cli.selection import select

    if captions and (as_json or explain):
        raise click.UsageError("--captions stands alone; `assetkit plan --json` has every caption too")
    if captions:
        return show_captions(root, select(root, wanted))
    return show_plan(root, select(root, wanted), as_json, explain)


@commands.command()
@click.argument("names", metavar="[STYLE]...", nargs=-1)
@selection_options
@click.option("--list", "listed", is_flag=True, help="Print what each style is, and draw nothing.")
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), help="Instead of out/styles.")
@jobs_option
def styles(
    root: Path,
    names: tuple[str, ...],
    listed: bool,
    out: Path | None,
    jobs: int | None,
    **wanted: tuple[str, ...],
) -> int:
    """Show every caption style on the campaign's own words and footage.

    Writes a contact sheet for each platform; by default for one upright, one square and one wide picture.
    What is shown is the longest caption of a recipe, in all languages.

    \b
    Examples:
      assetkit styles
      assetkit styles outline highlight -r the-dress -p tiktok
      assetkit styles --list
    """
    from assetkit.cli.selection import select
    from assetkit.cli.styles import show_styles

    return show_styles(root, names, select(root, wanted), listed, out, count_workers(jobs))


@commands.command()
@click.argument("kinds", metavar="[KIND]...", nargs=-1)
@selection_options
@click.option("--list", "listed", is_flag=True, help="Print what each kind is, and draw nothing.")
@click.option("--stills", is_flag=True, help="Write every card of the cuts as a picture of its own.")
@click.option(
    "-t",
    "--text",
    "texts",
    metavar="[FIELD=]TEXT",
    multiple=True,
    help="Words to try on the cards, in the languages that are chosen; may be repeated.",
)
@click.option("--brand", type=click.Choice(["dark", "neutral"]), help="Show the cards in a brand that ships.")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Instead of out/cards, or out/stills.",
)
@jobs_option
def cards(
    root: Path,
    kinds: tuple[str, ...],
    listed: bool,
    stills: bool,
    texts: tuple[str, ...],
    brand: str | None,
    out: Path | None,
    jobs: int | None,
    **wanted: tuple[str, ...],
) -> int:
    """Show every kind of card on the campaign's own records, or write cards as picture posts.

    Writes a contact sheet for each platform, by default one of each shape: 9:16, 4:5, 1:1 and 16:9. Every
    card is shown at its most complete moment, in all languages. With --stills: each card of the cuts that
    are chosen as a PNG, in the size of each of their platforms.

    \b
    Examples:
      assetkit cards
      assetkit cards ring pictogram -p tiktok --text "of men want to talk about it"
      assetkit cards --brand neutral
      assetkit cards --stills -r problem-in-numbers -c numbers
      assetkit cards --list
    """
    from assetkit.cli.card_stills import write_card_stills
    from assetkit.cli.cards import Tried, show_cards
    from assetkit.cli.selection import select

    if stills and (listed or texts or brand):
        raise click.UsageError(
            "--stills writes what the recipes say; --list, --text and --brand belong to sheets"
        )
    selection, workers = select(root, wanted), count_workers(jobs)
    if stills:
        return write_card_stills(root, kinds, selection, out, workers)
    return show_cards(root, kinds, selection, Tried(texts, brand), listed, out, workers)


@commands.command()
@click.argument("named", metavar="[RECIPE]...", nargs=-1)
@selection_options
@click.option(
    "-a",
    "--at",
    metavar="TIME",
    multiple=True,
    help="A time in the cut: start, middle, end, 2s, 12f, 00:00:05:12. May be repeated; by default the "
    "middle of every clip and card.",
)
@click.option("-z", "--zones", is_flag=True, help="Draw what the platform covers, and where texts may stand.")
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), help="Instead of out/preview.")
@jobs_option
def preview(
    root: Path,
    named: tuple[str, ...],
    at: tuple[str, ...],
    zones: bool,
    out: Path | None,
    jobs: int | None,
    **wanted: tuple[str, ...],
) -> int:
    """Draw still frames as a rendering will show them, in seconds.

    Writes PNG pictures, and a contact sheet for each cut of which there are several. Nothing is kept in
    the object store.

    \b
    Examples:
      assetkit preview
      assetkit preview the-dress -c teaser-15 -p tiktok -l kk --at 2s --at 00:00:05:12 --at start --zones
      assetkit preview -p vertical --at middle --out /tmp/stills
    """
    from assetkit.cli.preview import preview_cuts
    from assetkit.cli.selection import select
    from assetkit.render.moments import parse_moment

    try:
        moments = tuple(parse_moment(text) for text in at)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--at") from error
    selection = select(root, wanted | {"recipes": (*named, *wanted["recipes"])})
    return preview_cuts(root, selection, moments, zones, out, count_workers(jobs))


@commands.command()
@selection_options
@jobs_option
@click.option("--draft", is_flag=True, help="Half the size, quick and marked, below out/draft/.")
@click.option("--publish", is_flag=True, help="Take every reason for a draft as an error.")
@json_option("Print what became of every post as JSON.")
def render(
    root: Path,
    jobs: int | None,
    draft: bool,
    publish: bool,
    as_json: bool,
    **wanted: tuple[str, ...],
) -> int:
    """Make what is selected, check it, and lay it out as posts below out/.

    What is there already is not made again.

    \b
    Examples:
      assetkit render
      assetkit render -c teaser-15 -p tiktok -l kk
      assetkit render --draft -p vertical
      assetkit render --publish --jobs 4
    """
    from assetkit.cli.render import render_batch
    from assetkit.cli.selection import select

    if draft and publish:
        raise click.UsageError("a draft is never published: give --draft or --publish, not both")
    return render_batch(root, select(root, wanted), count_workers(jobs), publish, as_json, draft)


@commands.command()
@workspace_option
@click.argument("names", metavar="[PLATFORM]...", nargs=-1)
@json_option("Print everything as JSON.")
def platforms(root: Path, names: tuple[str, ...], as_json: bool) -> int:
    """Show the platforms with their limits and the sources of these.

    With names of platforms or sets: every number of theirs, and the zones of their layouts.

    \b
    Examples:
      assetkit platforms
      assetkit platforms tiktok
      assetkit platforms vertical --json
    """
    from assetkit.cli.platforms import show_platforms

    return show_platforms(root, names, as_json)


@commands.command()
@workspace_option
@click.argument("names", metavar="[STATISTIC]...", nargs=-1)
@click.option("--csv", "as_csv", is_flag=True, help="Print the sources for the press, as CSV.")
@json_option("Print everything as JSON.")
def statistics(root: Path, names: tuple[str, ...], as_csv: bool, as_json: bool) -> int:
    """Show the campaign's numbers, and every card, super, cue and post that carries them.

    \b
    Examples:
      assetkit statistics
      assetkit statistics deaths-per-year --json
      assetkit statistics --csv > sources.csv
    """
    from assetkit.cli.statistics import show_statistics

    if as_csv and as_json:
        raise click.UsageError("print CSV or JSON, not both")
    return show_statistics(root, names, as_json, as_csv)


@commands.command()
@workspace_option
@click.option(
    "-r", "--recipe", "recipes", metavar="NAME", multiple=True, help="Only the films of this recipe."
)
@click.option("--lock", is_flag=True, help="Write facts/<master>.json of every film, to be committed.")
@json_option("Print the facts as JSON.")
def facts(root: Path, recipes: tuple[str, ...], lock: bool, as_json: bool) -> int:
    """Show what is known of each master, or lock it.

    A lock is committed in place of a film: check and plan run where only the lock is.

    \b
    Examples:
      assetkit facts
      assetkit facts --lock
    """
    from assetkit.cli.facts import show_facts

    return show_facts(root, recipes, lock, as_json)


@commands.command()
@click.argument("kind", type=click.Choice(["recipe", "campaign", "post"]), default="recipe")
def schema(kind: str) -> int:
    """Print the JSON Schema of recipes, of the campaign file or of post.json.

    \b
    Examples:
      assetkit schema > assetkit.schema.json
      assetkit schema post
    """
    from assetkit.cli.lists import show_schema

    return show_schema(kind)


@commands.command()
@workspace_option
@click.option("--prune", is_flag=True, help="Remove objects that no recipe needs.")
@json_option("Print it as JSON.")
def store(root: Path, prune: bool, as_json: bool) -> int:
    """Show how large the object store is, or prune it.

    \b
    Examples:
      assetkit store
      assetkit store --prune
    """
    from assetkit.cli.store import show_store

    return show_store(root, prune, as_json)


@commands.command()
@json_option("Print it as JSON.")
def doctor(as_json: bool) -> int:
    """Say whether this machine has what rendering needs.

    \b
    Examples:
      assetkit doctor
      assetkit doctor --json
    """
    from assetkit.cli.lists import show_doctor

    return show_doctor(as_json)
