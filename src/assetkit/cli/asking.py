"""The commands that show what there is: looks, numbers, facts, the machine. What each takes, and an example.

What they do is in a module of its own for each, imported when it runs, so that `--help` is instant.
"""

from __future__ import annotations

from pathlib import Path

import click

from assetkit.cli.options import count_workers, jobs_option, json_option, selection_options, workspace_option


@click.command()
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


@click.command()
@click.argument("kinds", metavar="[KIND]...", nargs=-1)
@selection_options
@click.option("-k", "--kind", "named", metavar="KIND", multiple=True, help="The same as KIND as an argument.")
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
    "--format",
    "form",
    type=click.Choice(["jpg", "png"]),
    help="With --stills: the files to write, instead of those that each platform takes best.",
)
@click.option(
    "--quality",
    type=click.IntRange(70, 100),
    help="With --stills: of JPEG files, 92 by default; less where a platform takes no larger file.",
)
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
    named: tuple[str, ...],
    listed: bool,
    stills: bool,
    texts: tuple[str, ...],
    brand: str | None,
    form: str | None,
    quality: int | None,
    out: Path | None,
    jobs: int | None,
    **wanted: tuple[str, ...],
) -> int:
    """Show every kind of card on the campaign's own records, or write cards as picture posts.

    Writes a contact sheet for each platform, by default one of each shape: 9:16, 4:5, 1:1 and 16:9. Every
    card is shown at its most complete moment, in all languages. With --stills: each card of the cuts that
    are chosen as a PNG or JPEG, in the size in which each of their platforms takes pictures.

    \b
    Examples:
      assetkit cards
      assetkit cards ring pictogram -p tiktok --text "of men want to talk about it"
      assetkit cards --brand neutral
      assetkit cards --stills -r problem-in-numbers -c numbers
      assetkit cards --stills -p instagram-feed-4x5 --format jpg --quality 95
      assetkit cards --list
    """
    from assetkit.cli.card_stills import Wanted, write_card_stills
    from assetkit.cli.cards import Tried, show_cards
    from assetkit.cli.selection import select

    if stills and (listed or texts or brand):
        raise click.UsageError(
            "--stills writes what the recipes say; --list, --text and --brand belong to sheets"
        )
    if (form or quality) and not stills:
        raise click.UsageError("--format and --quality belong to --stills; sheets are PNG files")
    kinds = tuple(dict.fromkeys((*kinds, *named)))
    selection, workers = select(root, wanted), count_workers(jobs)
    if stills:
        files = Wanted(form or "", quality or Wanted.quality)
        return write_card_stills(root, kinds, selection, files, out, workers)
    return show_cards(root, kinds, selection, Tried(texts, brand), listed, out, workers)


@click.command()
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


@click.command()
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


@click.command()
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


@click.command()
@click.argument("kind", type=click.Choice(["recipe", "campaign", "post", "manifest"]), default="recipe")
def schema(kind: str) -> int:
    """Print the JSON Schema of recipes, of the campaign file, of post.json or of manifest.json.

    \b
    Examples:
      assetkit schema > assetkit.schema.json
      assetkit schema post
    """
    from assetkit.cli.lists import show_schema

    return show_schema(kind)


@click.command()
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


@click.command()
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


@click.command()
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
