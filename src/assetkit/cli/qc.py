"""`assetkit qc`: hold finished files, whoever made them, against a platform and what their posts say."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from assetkit.cli.findings import show_findings
from assetkit.cli.qc_posts import (
    check_digest,
    check_enclosed,
    control_beside,
    control_unreadable,
    find_posts,
    is_hidden,
    read_post,
)
from assetkit.cli.selection import unknown
from assetkit.cli.tables import show_table
from assetkit.delivery.post import POST_FILE
from assetkit.diagnostics import Findings
from assetkit.errors import AssetkitError, MediaError, ToolError
from assetkit.platforms.read import read_catalogue
from assetkit.platforms.records import Catalogue, Platform
from assetkit.quality.control import Asked, Control, control, expect_post
from assetkit.quality.junit import when, write_junit
from assetkit.quality.records import Check
from assetkit.quality.shown import Shown, read_shown

_SUFFIXES = (".mp4", ".mov", ".m4v")


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line; None and empty where nothing was."""

    platform: str | None = None
    post: Path | None = None
    foreign: bool = False
    reference: Path | None = None
    accepted: tuple[str, ...] = ()
    strict: bool = False


@dataclass(frozen=True)
class Reports:
    """Where the results go, beside the table: JSON on the output, files for JUnit and the sheet."""

    as_json: bool = False
    junit: Path | None = None
    sheet: Path | None = None


def run_qc(root: Path, paths: Sequence[Path], wanted: Wanted, reports: Reports) -> int:
    """Check files, and those in folders; 1 where any has a failed check.

    Raises click.UsageError for an unknown platform, and where there is no file; AssetkitError for a
    post.json that cannot be read.
    """
    _refuse_missing(paths, wanted)
    findings = Findings()
    catalogue = read_catalogue(root, findings)
    show_findings(findings.items, root)
    if findings.has_errors:
        return 1
    if wanted.platform and wanted.platform not in catalogue.platforms:
        raise click.UsageError(unknown("platform", wanted.platform, catalogue.platforms))
    files = _list_files(paths)
    found = [(path, _try(path, wanted, catalogue)) for path in files]
    if not wanted.foreign:
        found += [(place, control_beside(place)) for place in find_posts(paths)]
    if not found:
        raise click.UsageError(f"there is no film ({', '.join(_SUFFIXES)}) and no post in what was given")
    _report(found, reports)
    return 1 if any(result.failed for _, result in found) else 0


def _refuse_missing(paths: Sequence[Path], wanted: Wanted) -> None:
    for path in (*paths, wanted.post, wanted.reference):
        if path and not path.exists():
            raise click.UsageError(f"there is no file {path}")


def _list_files(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else []
        films = (item for item in inside if item.suffix.lower() in _SUFFIXES and item.is_file())
        found += [film for film in films if not is_hidden(film, path)]
        found += [path] if not path.is_dir() else []
    return list(dict.fromkeys(found))


def _try(path: Path, wanted: Wanted, catalogue: Catalogue) -> Control:
    """Check a file; one that cannot be read, or whose post.json cannot, is refused, and the rest goes on.

    Raises AssetkitError for a post.json that was asked for by name, and where the tool was killed.
    """
    try:
        return _control(path, wanted, catalogue)
    except MediaError as error:
        return control_unreadable(path, "AK520", error.message)
    except ToolError:
        raise
    except AssetkitError as error:
        if wanted.post:
            raise
        return control_unreadable(path, "AK921", error.message)


def _control(path: Path, wanted: Wanted, catalogue: Catalogue) -> Control:
    place = None if wanted.foreign else wanted.post or _post_beside(path)
    post = None if place is None else read_post(place)
    platform = _platform_of(wanted, post, catalogue)
    asked = Asked(
        platform=platform,
        reference=wanted.reference,
        accepted=frozenset(wanted.accepted),
        strict=wanted.strict,
    )
    if post is None or place is None:
        return control(path, asked)
    asked = replace(
        asked, expected=expect_post(post, platform), shown=read_shown(post), others=_others(place, post)
    )
    result = control(path, asked)
    checks = (*result.checks, check_digest(path, post), *check_enclosed(place, post))
    return replace(result, checks=checks)


def _post_beside(path: Path) -> Path | None:
    """Give the post.json beside a file, if it is about this file; a flat package has `NAME.post.json`."""
    for place in (path.with_name(POST_FILE), path.with_name(f"{path.stem}.{POST_FILE}")):
        if place.is_file() and read_post(place).get("file") == path.name:
            return place
    return None


def _platform_of(wanted: Wanted, post: dict[str, Any] | None, catalogue: Catalogue) -> Platform | None:
    name = wanted.platform or (str(post.get("platform", "")) if post else "")
    return catalogue.platforms.get(name)


def _others(place: Path, post: dict[str, Any]) -> dict[str, Shown]:
    """Give what the same post shows in other languages, from the folders beside it."""
    found: dict[str, Shown] = {}
    folder = place.resolve().parent
    for other in sorted([*folder.parent.glob(f"*/{POST_FILE}"), *folder.glob(f"*.{POST_FILE}")]):
        if other == place.resolve():
            continue
        try:
            beside = read_post(other)
            if (beside.get("cut"), beside.get("platform")) == (post.get("cut"), post.get("platform")):
                found[str(beside.get("language"))] = read_shown(beside)
        except AssetkitError:
            continue  # a broken neighbour is told of when it is checked itself
    return found


def _report(found: Sequence[tuple[Path, Control]], reports: Reports) -> None:
    if reports.junit:
        reports.junit.write_bytes(write_junit([(str(path), result) for path, result in found]))
    if reports.sheet:
        from assetkit.cli.qc_sheet import write_qc_sheet

        write_qc_sheet(reports.sheet, found)
    if reports.as_json:
        values = [result.as_json() | {"path": str(path)} for path, result in found]
        click.echo(json.dumps(values, indent=2, ensure_ascii=False))
        return
    for path, result in found:
        _show(path, result)
    bad = sum(result.failed for _, result in found)
    click.echo(f"{_count(len(found))} checked, {f'{bad} refused' if bad else 'all good'}")


def _count(files: int) -> str:
    return f"{files} file{'s' if files != 1 else ''}"


def _show(path: Path, result: Control) -> None:
    told = [check for check in result.checks if check.found]
    passed = len(result.checks) - len(told)
    state = "refused" if result.failed else "good"
    click.echo(f"{state}: {path}: {passed} of {len(result.checks)} checks passed")
    if told:
        rows = [(check.code, str(check.severity), *_cells(check)) for check in told]
        show_table(("code", "weighs", "when", "what is checked", "measured", "required"), rows)


def _cells(check: Check) -> tuple[str, str, str, str]:
    box = check.box
    where = f" at {box.x},{box.y} {box.size}" if box else ""
    return when(check).removesuffix(": ") or "-", check.message, f"{check.measured}{where}", check.required
