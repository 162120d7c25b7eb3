"""The commands that lead from a film to posts: what each takes, and an example.

What they do is in a module of its own for each, imported when it runs, so that `--help` is instant.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from assetkit.cli.options import count_workers, jobs_option, json_option, selection_options


@click.command()
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


@click.command()
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
    help="Tell every problem at each of its places, and what every subtitle file was read as: format, "
    "encoding and why, cues, offset.",
)
@click.option(
    "--observe", is_flag=True, help="Look at the films and listen first, to check shots, contrast and sound."
)
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


@click.command()
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


@click.command()
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


@click.command()
@click.argument("named", metavar="[RECIPE]...", nargs=-1)
@selection_options
@click.option(
    "--listen",
    type=click.Choice(["m4a", "wav"]),
    is_flag=False,
    flag_value="m4a",
    help="Write the sound itself in place of the picture: as it is coded (m4a, what is taken where nothing "
    "follows), or decoded.",
)
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), help="Instead of out/sound.")
@jobs_option
@json_option("Print levels and files as JSON.")
def sound(
    root: Path,
    named: tuple[str, ...],
    listen: str | None,
    out: Path | None,
    jobs: int | None,
    as_json: bool,
    **wanted: tuple[str, ...],
) -> int:
    """Show the sound of a cut: a picture of its mix, and the levels that it has for each platform.

    The picture has clips, cues, film and music, how music makes room, and loudness over time. The sound is
    mixed, levelled and coded as for a rendering, which then finds it; no picture is rendered for it.

    \b
    Examples:
      assetkit sound
      assetkit sound the-dress -c teaser-15 -p tiktok -l kk
      assetkit sound -c teaser-15 --listen --out /tmp/sound
      assetkit sound the-dress --listen wav
    """
    from assetkit.cli.selection import select
    from assetkit.cli.sound import show_sound

    selection = select(root, wanted | {"recipes": (*named, *wanted["recipes"])})
    return show_sound(root, selection, out, listen, as_json, count_workers(jobs))


@click.command()
@selection_options
@jobs_option
@click.option("--draft", is_flag=True, help="Half the size, quick and marked, below out/draft/.")
@click.option("--publish", is_flag=True, help="Take every reason for a draft as an error.")
@click.option(
    "--check",
    "checks",
    type=click.Choice(["usual", "full"]),
    default="usual",
    help="With full, decode every file once more, and check all that is seen and heard.",
)
@json_option("Print what became of every post as JSON.")
def render(
    root: Path,
    jobs: int | None,
    draft: bool,
    publish: bool,
    checks: str,
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
    from assetkit.cli.render import Order, render_batch
    from assetkit.cli.selection import select

    if draft and publish:
        raise click.UsageError("a draft is never published: give --draft or --publish, not both")
    full = checks == "full"
    order = Order(select(root, wanted), count_workers(jobs), publish, as_json, draft, full)
    return render_batch(root, order)
