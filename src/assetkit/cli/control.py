"""The commands that look at finished files and posts: what each takes, and an example."""

from __future__ import annotations

from pathlib import Path

import click

from assetkit.cli.options import json_option, workspace_option

_READ = click.Path(path_type=Path)  # whether it is there is seen when it is read
_WRITE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@workspace_option
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_READ)
@click.option("-p", "--platform", metavar="NAME", help="Hold them against this platform's limits.")
@click.option("--post", type=_READ, help="The post.json of the file; by default the one beside it.")
@click.option("--foreign", is_flag=True, help="Leave post.json out: judge as anybody's file.")
@click.option("--reference", type=_READ, help="The picture that it must look like, frame for frame.")
@click.option("--accept", "accepted", metavar="CODE", multiple=True, help="Take this as a note; repeatable.")
@click.option("--strict", is_flag=True, help="Hold anybody's file to the house standard too.")
@click.option("--junit", type=_WRITE, help="Write the checks as JUnit XML.")
@click.option("--sheet", type=_WRITE, help="Write a PNG with the frames of each finding.")
@json_option("Print every check as JSON.")
def qc(
    root: Path,
    files: tuple[Path, ...],
    platform: str | None,
    post: Path | None,
    foreign: bool,
    reference: Path | None,
    accepted: tuple[str, ...],
    strict: bool,
    junit: Path | None,
    sheet: Path | None,
    as_json: bool,
) -> int:
    """Check finished files, whoever made them: decode all of it, and say what is wrong where and when.

    FILE is a film, or a folder of films and picture posts. With the post.json that lies beside a delivered
    file it is known what must be seen; without it, what only the house asks for is a warning.

    \b
    Examples:
      assetkit qc out/the-dress/teaser-15/tiktok/kk
      assetkit qc export.mp4 --platform instagram-reel --sheet findings.png
      assetkit qc export.mp4 --reference approved.mp4 --junit report.xml
    """
    from assetkit.cli.qc import Reports, Wanted, run_qc

    if post and (foreign or len(files) > 1 or files[0].is_dir()):
        raise click.UsageError("--post belongs to one file, and not to --foreign")
    wanted = Wanted(platform, post, foreign, reference, accepted, strict)
    return run_qc(root, files, wanted, Reports(as_json, junit, sheet))
