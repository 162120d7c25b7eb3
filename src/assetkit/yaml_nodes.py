"""The lower half of reading YAML: from text to nodes with places, by the rules of version 1.2.

Nodes are made from the parser's events, so that nothing is constructed and nesting is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from assetkit.diagnostics import Findings, Place

Scalar = str | int | float | bool | None

MOST_LEVELS = 50

_NULLS = {"", "~", "null", "Null", "NULL"}
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
# A number with a leading zero or a plus sign stays a word: it is a code or a telephone number, and would
# lose a part of itself by being counted.
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,30})")
_OTHER_BASE = re.compile(r"0x[0-9a-fA-F]{1,30}|0o[0-7]{1,30}")
_FLOAT = re.compile(r"-?(\.[0-9]{1,60}|(0|[1-9][0-9]{0,60})(\.[0-9]{0,60})?)([eE][-+]?[0-9]{1,4})?")
_SPECIAL = {".inf": "inf", ".Inf": "inf", ".INF": "inf", "-.inf": "-inf", "-.Inf": "-inf", "-.INF": "-inf"}
_NANS = {".nan", ".NaN", ".NAN"}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def plain_value(text: str) -> Scalar:
    """Give what an unquoted scalar means by YAML 1.2."""
    if text in _NULLS:
        return None
    if text in _BOOLS:
        return _BOOLS[text]
    if _DECIMAL.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if text in _SPECIAL or text in _NANS:
        return float(_SPECIAL.get(text, "nan"))
    return text


class RefusedError(Exception):
    """The file cannot be read on; the reason has been reported."""


@dataclass
class Node:
    """A scalar, a list (`items`) or a mapping (`pairs`); `open` while its own end has not been read."""

    place: Place
    value: Scalar = None
    text: str = ""
    items: list[Node] | None = None
    pairs: list[tuple[Node, Node]] | None = None
    is_merge: bool = False
    open: bool = True


class Composer:
    """Parser events to nodes; an alias is a second reference to the same node."""

    def __init__(self, text: str, file: str, findings: Findings) -> None:
        self.file = file
        self.text = text
        self.findings = findings
        self.anchors: dict[str, Node] = {}
        self.events: Iterator[Any] = iter(())

    def compose(self) -> Node | None:
        """Give the root node; an empty file is reported and gives None."""
        try:
            self.events = yaml.parse(self.text, Loader=_LOADER)
            return self._document()
        except yaml.YAMLError as error:
            self._syntax(error)
        except UnicodeError:
            self._stop("AK101", "the file holds characters that are not text", Place(self.file))
        return None

    def _document(self) -> Node | None:
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self._stop("AK111", "the file is empty", Place(self.file))
        root = self._node(next(self.events), 0)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._stop(
                "AK104",
                "the file holds more than one document",
                self._place(after),
                remedy="keep one document in a file, without a second `---`",
            )
        return root

    def _node(self, event: Any, level: int) -> Node:
        place = self._place(event)
        if level > MOST_LEVELS:
            self._stop("AK109", f"nested more than {MOST_LEVELS} levels deep", place)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, place)
        if event.tag not in (None, "!"):
            self._tag(event, place)
        node = Node(place)
        if event.anchor:
            self.anchors[event.anchor] = node
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(node, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node.items = list(self._children(yaml.SequenceEndEvent, level))
        else:
            flat = list(self._children(yaml.MappingEndEvent, level))
            node.pairs = list(zip(flat[::2], flat[1::2], strict=True))
        node.open = False
        return node

    def _children(self, end: type, level: int) -> Iterator[Node]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield self._node(event, level + 1)

    def _scalar(self, node: Node, event: Any) -> None:
        plain = not event.style and event.tag is None
        node.text = event.value
        node.value = plain_value(event.value) if plain else event.value
        node.is_merge = plain and event.value == "<<"

    def _alias(self, event: Any, place: Place) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            self._stop("AK101", f"the alias *{event.anchor} has no anchor &{event.anchor} before it", place)
        elif node.open:
            self._stop("AK108", f"the alias *{event.anchor} stands inside its own anchor", place)
        assert node is not None
        return node

    def _tag(self, event: Any, place: Place) -> None:
        name = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.findings.error("AK107", f"the tag {name} is not used here", place, remedy="remove the tag")

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _syntax(self, error: yaml.YAMLError) -> None:
        if not isinstance(error, yaml.MarkedYAMLError):
            reason = str(getattr(error, "reason", "")) or "it cannot be read"
            self._stop("AK101", f"not valid YAML: {reason}", Place(self.file))
            return
        mark = error.problem_mark or error.context_mark
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)
        context = f", {error.context}" if error.context else ""
        self._stop("AK101", f"not valid YAML: {error.problem or 'it cannot be read'}{context}", place)

    def _stop(self, code: str, message: str, place: Place, **words: str) -> None:
        self.findings.error(code, message, place, **words)
        raise RefusedError
