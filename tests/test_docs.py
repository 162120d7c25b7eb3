"""The documents say what the program does: pages, command lines, targets, links and the example's recipe."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from assetkit.cli.commands import commands
from assetkit.codes import CODES
from docs.generate.markdown import anchor
from docs.generate.pages import REFERENCE, write_pages

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PAGES = write_pages()
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MADE_HERE = re.compile(r"`([\w./-]+)`[^`]*:\n\n```")  # the file that the block below these words makes
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def outside_blocks(text: str) -> str:
    return _FENCE.sub("", text)


def commands_in(text: str) -> list[str]:
    """Every line that is written as something to type: lines of blocks for a shell, and short code."""
    lines = [line for kind, block in _FENCE.findall(text) if kind == "sh" for line in block.splitlines()]
    return [line.split(" #")[0].strip() for line in [*lines, *_CODE.findall(outside_blocks(text))]]


IN_BLOCKS = {
    line.split(" #")[0].strip()
    for path in DOCUMENTS
    for kind, block in _FENCE.findall(text_of(path))
    if kind == "sh"
    for line in block.splitlines()
}


def parse(line: str, *, is_named: bool = False) -> None:
    """Read a command line as the program would, without running it; raises click.UsageError.

    A command that is only named, as prose does, must be there, and need not have what it works on.
    """
    words = shlex.split(line.split(">")[0])[1:]
    if words:
        name, command, rest = commands.resolve_command(click.Context(commands), words)
        assert command is not None
        if not is_named:
            command.make_context(name, rest).close()


def typed(program: str) -> list[Any]:
    return [
        pytest.param(line, id=f"{path.relative_to(ROOT)}: {line}")
        for path in DOCUMENTS
        for line in dict.fromkeys(commands_in(text_of(path)))
        if line.split(" ")[0] == program
    ]


def is_usage(line: str) -> bool:
    """Whether it is a form to fill in, such as `assetkit check [OPTIONS]`, or says how to get help."""
    return "[" in line or "COMMAND" in line or line.endswith((" --help", " --version"))


@pytest.mark.parametrize("name", PAGES)
def test_reference_pages_are_what_the_program_says(name: str) -> None:
    written = REFERENCE / name
    assert written.is_file(), "run `make docs`"
    assert text_of(written) == PAGES[name], "the page is stale: run `make docs`"


def test_there_are_no_other_reference_pages() -> None:
    assert {path.name for path in REFERENCE.iterdir()} == set(PAGES)


def test_the_pages_leave_nothing_out() -> None:
    assert all(f"\n### assetkit {name}\n" in PAGES["commands.md"] for name in commands.commands)
    assert all(f"| `{code}` |" in PAGES["codes.md"] for code in CODES)


def cells_of(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split(" | ")]


def described(headings: str, row: str) -> str:
    """What the row of a table says of its key."""
    return dict(zip(cells_of(headings), cells_of(row), strict=True))["what it says"]


@pytest.mark.parametrize("name", ["recipe.md", "campaign.md", "post.md"])
def test_every_key_is_described(name: str) -> None:
    tables = [part.splitlines() for part in PAGES[name].split("\n\n") if part.startswith("| key |")]
    silent = [cells_of(row)[0] for rows in tables for row in rows[2:] if not described(rows[0], row)]
    assert sum(len(rows) - 2 for rows in tables) > 10
    assert silent == []


@pytest.mark.parametrize("line", typed("assetkit"))
def test_command_lines_parse(line: str) -> None:
    if not is_usage(line):
        parse(line, is_named=line.count(" ") == 1 and line not in IN_BLOCKS)


def test_wrong_command_lines_do_not_parse() -> None:
    for line in ("assetkit rendr", "assetkit render --drft", "assetkit schema film", "assetkit check spare"):
        with pytest.raises(click.UsageError):
            parse(line)


def test_command_lines_are_found() -> None:
    found = [line.values[0] for line in typed("assetkit")]
    assert {"assetkit facts --lock", "assetkit check", "assetkit schema post"} <= set(found)
    assert len(found) > 40


@pytest.mark.parametrize("line", typed("make"))
def test_targets_exist(line: str) -> None:
    targets = re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE)
    assert set(line.split()[1:]) <= set(targets)


@pytest.mark.parametrize("path", DOCUMENTS, ids=[str(path.relative_to(ROOT)) for path in DOCUMENTS])
def test_links_lead_somewhere(path: Path) -> None:
    for link in _LINK.findall(outside_blocks(text_of(path))):
        target, _, name = link.partition("#")
        place = path.parent / target if target else path
        assert place.exists(), link
        if name:
            assert f"#{name}" in [anchor(heading) for heading in _HEADING.findall(text_of(place))], link


def test_the_recipe_of_the_readme_is_the_example() -> None:
    shown = next(block for kind, block in _FENCE.findall(text_of(ROOT / "README.md")) if kind == "yaml")
    example = yaml.safe_load(text_of(ROOT / "recipes" / "the-dress.yaml"))
    cuts = yaml.safe_load(shown)["cuts"]
    assert cuts and all(example["cuts"][name] == cut for name, cut in cuts.items())


def test_module_paths_exist() -> None:
    for path in DOCUMENTS:
        made = _MADE_HERE.findall(text_of(path))
        for word in _CODE.findall(outside_blocks(text_of(path))):
            if re.fullmatch(r"(src|tests|docs|recipes)/[\w./-]+", word) and word not in made:
                assert (ROOT / word).exists(), f"{path.name}: {word}"
