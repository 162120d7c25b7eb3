"""Parsed files changed at one place, for tests that try what a person may write by mistake."""

from __future__ import annotations

from typing import Any

from assetkit.diagnostics import Findings
from assetkit.yaml_text import YamlPath, read_yaml

ODD: list[Any] = [
    None,
    True,
    -1,
    0,
    3,
    1e300,
    -0.5,
    float("nan"),
    float("inf"),
    10**30,
    "",
    " ",
    "x",
    "\0",
    "\x1b[2J",
    "\u202e",
    "\ud800",
    "{0}",
    "{message}",
    "%s",
    "3s",
    "0s",
    "9" * 5000,
    "9" * 12 + "s",
    "1e999999999",
    "1/0",
    "12f - 3s",
    "3s - 12f",
    "00:00:03:00 - 00:00:02;00",
    "99:59:59:99 - 99:59:59:99",
    "٣s",
    "<clip>",
    "[key]",
    "a/b/c",
    "../x",
    "2026-W01-1",
    [],
    [None],
    ["x", 1],
    {},
    {"": ""},
    {"clip": None},
    {"track": 1},
    {"a": {"b": {"c": [1]}}},
    [[0.5, 0.5]],
]
"""What might stand where something else belongs."""


def data_of(text: str) -> Any:
    """Give a file as plain values."""
    document = read_yaml(text, "", Findings())
    assert document is not None
    return document.data


def paths_of(data: Any, path: YamlPath = ()) -> list[YamlPath]:
    """Give the path of every value inside."""
    if isinstance(data, dict):
        children: list[tuple[str | int, Any]] = list(data.items())
    else:
        children = list(enumerate(data)) if isinstance(data, list) else []
    return [path, *(found for key, child in children for found in paths_of(child, (*path, key)))]


def replaced(data: Any, path: YamlPath, odd: Any, as_key: bool = False) -> Any:
    """Give a copy with an odd value at the path, or an odd key in place of the path's last."""
    if not path:
        return odd
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    if as_key and len(path) == 1 and isinstance(copy, dict):
        copy[str(odd)] = copy.pop(path[0])
    else:
        copy[path[0]] = replaced(data[path[0]], path[1:], odd, as_key)
    return copy


def removed(data: Any, path: YamlPath) -> Any:
    """Give a copy without what is at the path."""
    if not path:
        return None
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    if len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = removed(data[path[0]], path[1:])
    return copy
