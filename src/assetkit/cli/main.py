"""The command line: one place that turns errors into exit codes.

0 all good, 1 something is wrong with the input or a task failed, 2 wrong usage, 3 a bug of ours,
130 interrupted.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Any

import click

from assetkit import __version__


def main() -> None:
    """Run a command and leave with its exit code."""
    from assetkit.errors import AssetkitError

    try:
        code = commands.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except AssetkitError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    except (KeyboardInterrupt, click.Abort):
        from assetkit.tool.process import stop_all

        stop_all()
        click.echo("interrupted; the next run goes on from here", err=True)
        sys.exit(130)
    except Exception:
        log = Path(".assetkit") / "crash.log"
        log.parent.mkdir(exist_ok=True)
        log.write_text(traceback.format_exc(), encoding="utf-8")
        click.echo(f"error: this is a bug of assetkit; the details are in {log}", err=True)
        sys.exit(3)


@click.group()
@click.version_option(__version__, prog_name="assetkit")
def commands() -> None:
    """Turn film masters, subtitle files and facts into finished social media posts."""


def _selection(command: Any) -> Any:
    for name, what in (
        ("--language", "languages"),
        ("--platform", "platforms"),
        ("--cut", "cuts"),
        ("--recipe", "recipes"),
    ):
        command = click.option(name, what, multiple=True, help=f"Only these {what}; may be repeated.")(
            command
        )
    place = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option("--root", type=place, default=Path(), help="The workspace.")(command)


@commands.command()
@_selection
def check(root: Path, **wanted: tuple[str, ...]) -> int:
    """Show every problem of every file, before anything is rendered."""
    from assetkit.cli.batch import check_batch

    return check_batch(root, wanted)


@commands.command()
@_selection
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
def plan(root: Path, as_json: bool, **wanted: tuple[str, ...]) -> int:
    """Show what would be made, what is shared and what it costs in frames."""
    from assetkit.cli.batch import show_plan

    return show_plan(root, wanted, as_json)


@commands.command()
@_selection
@click.option("--jobs", type=click.IntRange(1), default=2, show_default=True, help="Tasks at a time.")
@click.option("--publish", is_flag=True, help="Take every reason for a draft as an error.")
def render(root: Path, jobs: int, publish: bool, **wanted: tuple[str, ...]) -> int:
    """Make what is selected, check it, and lay it out as posts below out/.

    Example: assetkit render --cut teaser-15 --platform tiktok --language kk
    """
    from assetkit.cli.batch import render_batch

    return render_batch(root, wanted, jobs, publish)


@commands.command()
def platforms() -> int:
    """Show the platforms with their limits and sources."""
    from assetkit.cli.lists import show_platforms

    return show_platforms()


@commands.command()
@click.argument("kind", type=click.Choice(["recipe", "campaign", "post"]), default="recipe")
def schema(kind: str) -> int:
    """Print the JSON Schema of recipes, of the campaign file or of post.json."""
    from assetkit.cli.lists import show_schema

    return show_schema(kind)


@commands.command()
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The workspace.")
@click.option("--prune", is_flag=True, help="Remove objects that no recipe needs.")
def store(root: Path, prune: bool) -> int:
    """Show how large the object store is, or prune it."""
    from assetkit.cli.batch import show_store

    return show_store(root, prune)


@commands.command()
def doctor() -> int:
    """Say whether this machine has what rendering needs."""
    from assetkit.cli.lists import show_doctor

    return show_doctor()
