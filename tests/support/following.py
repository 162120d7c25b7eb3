"""Follow a page to the letter, in a copy of the source: put its blocks where it says, run what it says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CAMPAIGN = """assetkit: 1
campaign: ours
title: {kk: Біздің, ru: Наша}
languages: [kk, ru]
rate: 25
as_of: 2026-11-01
"""
"""What stands in a workspace before a page adds to it."""
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PATH = re.compile(r"`((?:src|tests|recipes|assets)/[\w./-]+|[\w.-]+\.(?:yaml|md))`")
_COPIED = (
    "src",
    "fonts",
    "docs",
    "tests",
    "pyproject.toml",
    "assetkit.yaml",
    "README.md",
    "LICENSE",
    "Makefile",
)


@dataclass(frozen=True)
class Block:
    """A block of a page: its kind, its text, and the file that the words before it name last, if any."""

    kind: str
    text: str
    file: str


class PageError(Exception):
    """What the page says cannot be done."""


def blocks_of(page: Path, heading: str) -> list[Block]:
    """Give the blocks of one section, in order; the words that name a file stand since the block before."""
    text = page.read_text(encoding="utf-8")
    match = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if not match:
        raise PageError(f"there is no section {heading!r}")
    section, blocks, after = match[1], [], 0
    for found in _BLOCK.finditer(section):
        named = _PATH.findall(section[after : found.start()])
        blocks.append(Block(found[1], found[2], named[-1] if named else ""))
        after = found.end()
    return blocks


def copy_source(target: Path) -> Path:
    """Copy what the page's steps change and run, without what was rendered."""
    target.mkdir()
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=ignored)
        else:
            shutil.copy(source, target / name)
    (target / "recipes").mkdir()
    return target


def follow(blocks: list[Block], tree: Path) -> list[str]:
    """Do in `tree` what every block says; gives what its commands printed. Raises PageError.

    After a `cd` commands run, and files are named, from that folder.
    """
    printed, here = [], tree
    for block in blocks:
        if block.kind == "sh":
            for line in filter(None, (line.split(" #")[0].strip() for line in block.text.splitlines())):
                if line.startswith("cd "):
                    here /= line.removeprefix("cd ")
                else:
                    printed.append(run(line, tree, here))
        elif not block.file:
            raise PageError(f"no file is named for this block:\n{block.text}")
        elif block.kind == "diff":
            change(here / block.file, block.text)
        else:
            add(here / block.file, block.text)
    return printed


def add(file: Path, text: str) -> None:
    """Write a new file, or put the text at the end of one that is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    file.write_text(before + text, encoding="utf-8")


def change(file: Path, diff: str) -> None:
    """Apply a diff without line numbers: parts are told from each other by a line `@@`."""
    text = file.read_text(encoding="utf-8")
    for part in diff.split("@@\n"):
        lines = part.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        if text.count(old) != 1:
            raise PageError(f"{file.name} has these lines {text.count(old)} times, not once:\n{old}")
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def run(line: str, tree: Path, here: Path | None = None) -> str:
    """Run a line of the page in `here`, or the tree, with this environment's Python and the tree's source."""
    words = shlex.split(line)
    env = os.environ | {"PYTHONPATH": str(tree / "src"), "COLUMNS": "110"}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        env[name] = f"{tree / value}:{env[name]}" if name == "PYTHONPATH" else value
    program = {
        "assetkit": ["-c", "from assetkit.cli.main import main; main()"],
        ".venv/bin/python": [],
        ".venv/bin/pytest": ["-m", "pytest", "-p", "no:cacheprovider"],
    }[words[0]]
    done = subprocess.run(
        [sys.executable, *program, *words[1:]],
        cwd=here or tree,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise PageError(f"{line}\nended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr
