"""The command that lists posts: what it takes, and examples."""

from __future__ import annotations

from pathlib import Path

import click

from assetkit.cli.options import json_option, selection_options


@click.command()
@selection_options
@click.option("--calendar", is_flag=True, help="Write out/calendar/ too: calendar.ics and schedule.csv.")
@json_option("Print the posts as JSON.")
def posts(root: Path, calendar: bool, as_json: bool, **wanted: tuple[str, ...]) -> int:
    """List all posts: length, size, copy as its platform counts it, cover, when it comes out, and its state.

    A post is ready, a draft (the codes say why), refused by its checks, outdated where its recipe has
    changed, or not made. Nothing is rendered. A size with < is the most that the video can have.

    \b
    Examples:
      assetkit posts
      assetkit posts -r the-dress -p tiktok
      assetkit posts --calendar
      assetkit posts --json
    """
    from assetkit.cli.posts import show_posts
    from assetkit.cli.selection import select

    return show_posts(root, select(root, wanted), as_json, calendar)
