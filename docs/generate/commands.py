"""The page of commands: what each is for, its examples, arguments and options, as its help says."""

from __future__ import annotations

import inspect

import click

from assetkit.cli.commands import commands
from assetkit.cli.help import WORKFLOW
from docs.generate.markdown import block, code, page, table

_VERBATIM = "\b\n"
_EXIT_CODES = (
    ("0", "all is well"),
    ("1", "something is wrong with the input, a check failed, or a task failed"),
    ("2", "wrong usage: an unknown option, recipe, cut, platform or language"),
    ("3", "a bug of assetkit; the message says where its details are"),
    ("130", "interrupted; the next run goes on from there"),
)
_VARIABLE = (
    "`ASSETKIT_FFMPEG` names another ffmpeg than the one that comes with the environment; `assetkit doctor` "
    "says whether it can do what is needed."
)


def write_commands() -> str:
    """Write the page."""
    parts = ["# Commands", *_paragraphs(commands.help or "")]
    for heading, names in WORKFLOW.items():
        parts.append(f"## {heading}")
        for name in names:
            parts += _describe(name, commands.commands[name])
    parts += ["## Exit codes", table(("code:", "meaning"), _EXIT_CODES), "## Environment", _VARIABLE]
    return page(*parts)


def _describe(name: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=f"assetkit {name}")
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    records = [option.get_help_record(context) for option in command.params]
    rows = [(code(record[0]), record[1]) for record in records if record and record[1]]
    options = table(("option", "what it does"), rows) if rows else ""
    return [f"### assetkit {name}", code(usage), *_paragraphs(command.help or ""), options]


def _paragraphs(text: str) -> list[str]:
    parts: list[str] = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if not paragraph.startswith(_VERBATIM):
            parts.append(" ".join(paragraph.split()))
            continue
        lines = paragraph.removeprefix(_VERBATIM).splitlines()
        parts += [lines[0], block("\n".join(line.strip() for line in lines[1:]), "sh")]
    return parts
