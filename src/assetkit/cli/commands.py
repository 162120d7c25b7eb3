"""The command `assetkit`: all of its commands in one group."""

from __future__ import annotations

import click

from assetkit import __version__
from assetkit.cli import asking, control, delivering, listing, working
from assetkit.cli.help import WorkflowGroup


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


for _command in (
    *(working.new, working.check, working.plan, working.preview, working.sound, working.render),
    *(asking.styles, asking.cards, asking.statistics, asking.platforms, asking.facts, asking.schema),
    listing.posts,
    control.qc,
    *(delivering.package, delivering.verify, delivering.clean),
    *(asking.explain, asking.store, asking.doctor),
):
    commands.add_command(_command)
