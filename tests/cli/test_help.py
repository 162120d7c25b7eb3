"""Help is instant, in the order of the work, and every command shows how it is used."""

from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest

from assetkit.cli.commands import commands
from support.studio import assetkit

HEAVY = ("moviepy", "av", "rich", "babel", "numpy", "PIL", "pydantic", "yaml", "fontTools", "uharfbuzz")
NAMES = sorted(commands.commands)


def loaded_after(*arguments: str) -> set[str]:
    """The top-level modules that a fresh process has loaded when the command has spoken."""
    program = (
        "import sys, json, click\n"
        "from assetkit.cli.main import commands\n"
        f"commands({list(arguments)!r}, standalone_mode=False)\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr))


@pytest.mark.parametrize("arguments", [("--help",), ("render", "--help"), ("--version",)])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded_after(*arguments) & {*HEAVY, "ffmpeg", "imageio_ffmpeg"} == set()


def test_commands_stand_in_the_order_of_the_work() -> None:
    shown = assetkit("--help").out
    places = [shown.index(f"\n  {name} ") for name in ("check", "plan", "preview", "render", "platforms")]
    assert places == sorted(places)
    assert all(f"\n  {name} " in shown for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_shows_examples_each_on_its_own_line(name: str) -> None:
    shown = assetkit(name, "--help").out
    assert "\n  Examples:\n" in shown
    examples = [line for line in shown.splitlines() if line.startswith(f"    assetkit {name}")]
    assert examples


@pytest.mark.parametrize("name", ["check", "plan", "preview", "render"])
def test_what_is_wanted_is_written_the_same_everywhere(name: str) -> None:
    options = {
        tuple(option.opts) for option in commands.commands[name].params if isinstance(option, click.Option)
    }
    assert {
        ("-r", "--recipe"),
        ("-c", "--cut"),
        ("-p", "--platform"),
        ("-l", "--language"),
        ("--root",),
    } <= options


def test_wrong_usage_ends_with_2() -> None:
    assert assetkit("rendr").code == 2
    assert assetkit("render", "--draft", "--publish").code == 2
