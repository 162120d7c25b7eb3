"""Checks as JUnit XML: what build servers show as tests, one suite for each file."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Tree

from assetkit.diagnostics import Severity
from assetkit.quality.control import Control
from assetkit.quality.records import Check


def write_junit(controls: Sequence[tuple[str, Control]]) -> bytes:
    """Write the checks of files by their paths; there is no clock in it, so equal results are equal bytes."""
    root = Tree.Element("testsuites", name="assetkit qc")
    for path, control in controls:
        failed = sum(check.failed for check in control.checks)
        numbers = {"name": _clean(path), "tests": str(len(control.checks)), "failures": str(failed)}
        suite = Tree.SubElement(root, "testsuite", numbers)
        for check in control.checks:
            _add(suite, check, path)
    Tree.indent(root)
    written: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(suite: Tree.Element, check: Check, path: str) -> None:
    case = Tree.SubElement(
        suite, "testcase", classname=_clean(path), name=_clean(f"{check.code} {check.message}")
    )
    if check.passed:
        return
    told = _clean(f"{when(check)}measured {check.measured}; required {check.required}")
    if check.severity is Severity.ERROR:
        Tree.SubElement(case, "failure", type=check.code, message=told)
    else:
        Tree.SubElement(case, "system-out").text = f"{check.severity}: {told}"


def when(check: Check) -> str:
    """Say when something was found, with a colon behind it; "" for the whole file."""
    if check.start is None:
        return ""
    end = check.stop if check.stop is not None and check.stop != check.start else None
    return f"{check.start:.2f} s: " if end is None else f"{check.start:.2f}-{end:.2f} s: "


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(letter for letter in text if letter.isprintable())
