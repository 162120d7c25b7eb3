"""The commands for what was delivered: what each takes, and an example."""

from __future__ import annotations

from pathlib import Path

import click

from assetkit.cli.options import json_option, selection_options, workspace_option

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@selection_options
@click.argument("folder", metavar="FOLDER", type=_FOLDER)
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    help="An earlier manifest, or its folder: pack only what differs from it.",
)
@click.option(
    "--layout",
    type=click.Choice(["folders", "flat"]),
    help="A folder for each post, or all files side by side; as the campaign says, by default.",
)
@click.option("--publish", is_flag=True, help="Pack nothing where a post is a draft.")
@json_option("Print what was packed as JSON.")
def package(
    root: Path,
    folder: Path,
    since: Path | None,
    layout: str | None,
    publish: bool,
    as_json: bool,
    **wanted: tuple[str, ...],
) -> int:
    """Copy delivered posts to FOLDER with their manifest, to be handed over.

    Only posts that are as their recipes are now are packed; `assetkit render` makes the others. The same
    posts give the same bytes. With --since it is a supplement: it holds what changed, and says what that
    replaces.

    \b
    Examples:
      assetkit package /media/handover
      assetkit package /media/tiktok -p tiktok --layout flat --publish
      assetkit package /media/correction --since /media/handover/manifest.json
    """
    from assetkit.cli.package import Order, pack
    from assetkit.cli.selection import select

    return pack(root, select(root, wanted), folder, Order(since, layout, publish, as_json))


@click.command()
@click.argument("path", metavar="FOLDER|MANIFEST", type=click.Path(path_type=Path), default=Path("out"))
@click.option("--strict", is_flag=True, help="Take files that the manifest does not name as errors.")
@json_option("Print the result as JSON.")
def verify(path: Path, strict: bool, as_json: bool) -> int:
    """Compare every byte of a delivered folder with its manifest.json.

    Needs no workspace: it runs on any machine. Exit code 1 where a file is missing or another, or where the
    manifest itself was changed.

    \b
    Examples:
      assetkit verify
      assetkit verify /media/handover --strict
      assetkit verify /media/handover/manifest.json --json
    """
    from assetkit.cli.verify import show_verified

    return show_verified(path, strict, as_json)


@click.command()
@workspace_option
@click.option("--yes", is_flag=True, help="Remove it; without this it is only listed.")
@json_option("Print it as JSON.")
def clean(root: Path, yes: bool, as_json: bool) -> int:
    """List the posts that no recipe makes any more, and remove them with --yes.

    Only files that were delivered, and that nobody has changed since, are removed. A workspace with errors is
    left alone: a recipe that cannot be read makes nothing either.

    \b
    Examples:
      assetkit clean
      assetkit clean --yes
    """
    from assetkit.cli.clean import clean_output

    return clean_output(root, yes, as_json)
