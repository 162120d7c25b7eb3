"""`assetkit explain`: what a code means and what to do about it."""

from __future__ import annotations

import json
import re
import shutil
import textwrap

import click

from assetkit.codes import CODES, GROUPS, group_of
from assetkit.validation import nearest


def explain_codes(names: tuple[str, ...], as_json: bool) -> int:
    """Print what codes mean, or the list of all; raises click.UsageError for one that is not known."""
    codes = [_known(name) for name in names] or sorted(CODES)
    if as_json:
        found = [{"code": code, "group": group_of(code), "meaning": CODES[code]} for code in codes]
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
    elif names:
        click.echo("\n\n".join(f"{code} ({group_of(code)})\n{_wrap(CODES[code])}" for code in codes))
    else:
        _list(codes)
    return 0


def _known(name: str) -> str:
    """Give the code that a person means: AK404, ak404 and 404 are one."""
    code = f"AK{name.upper().removeprefix('AK')}"
    if code not in CODES:
        close = nearest(code, CODES) if re.fullmatch(r"AK[0-9]+", code) else ""
        raise click.UsageError(f"there is no code `{name}`; {close or '`assetkit explain` lists them all'}")
    return code


def _list(codes: list[str]) -> None:
    """Print one line for each code, below the heading of its group."""
    width = shutil.get_terminal_size().columns
    for title in GROUPS.values():
        click.echo(click.style(title, bold=True))
        for code in codes:
            if group_of(code) == title:
                click.echo(
                    f"  {code}  {textwrap.shorten(CODES[code], max(40, width - 10), placeholder=' …')}"
                )


def _wrap(words: str) -> str:
    width = max(40, min(shutil.get_terminal_size().columns, 100))
    return textwrap.fill(
        words,
        width,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
