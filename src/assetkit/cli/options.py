"""Options that several commands share, so that they look the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., int]], Callable[..., int]]


def workspace_option(command: Callable[..., int]) -> Callable[..., int]:
    """Add `--root`, the folder of the workspace."""
    place = click.Path(exists=True, file_okay=False, path_type=Path)
    words = "The workspace; here by default."
    return click.option("--root", type=place, default=Path(), help=words)(command)


def selection_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add `--root` and the names of recipes, cuts, platforms and languages, each a tuple of words."""
    for short, name, words in (
        ("-l", "language", "Only this language"),
        ("-p", "platform", "Only this platform, or set of platforms"),
        ("-c", "cut", "Only this cut"),
        ("-r", "recipe", "Only this recipe"),
    ):
        names: dict[str, Any] = {"metavar": "NAME", "multiple": True, "help": f"{words}; may be repeated."}
        command = click.option(short, f"--{name}", f"{name}s", **names)(command)
    return workspace_option(command)


def jobs_option(command: Callable[..., int]) -> Callable[..., int]:
    """Add `--jobs`; None where it is not given."""
    words = "Processes at a time; as many as cores by default."
    return click.option("-j", "--jobs", type=click.IntRange(1), help=words)(command)


def json_option(words: str) -> Decorator:
    """Make the decorator that adds `--json`, as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help=words)


def count_workers(jobs: int | None) -> int:
    """Give how many processes run at a time: what was asked for, or what this process may use."""
    return jobs or len(os.sched_getaffinity(0))
