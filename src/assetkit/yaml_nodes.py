"""The lower half of reading YAML: from text to nodes with places, by the rules of version 1.2.

Nodes are made from the parser's events, so that nothing is constructed and nesting is bounded.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from assetkit.diagnostics import Findings, Place

Scalar = str | int | float | bool | None

MOST_LEVELS = 50
TOO_DEEP = f"nested more than {MOST_LEVELS} levels deep"
CLOSE = "close the brackets that are open, or write it flatter"

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


# What a person most likely did, by the words that the parser has for it.
_SYNTAX_REMEDIES = {
    "cannot start any token": "indent with spaces, not tabs; quote a text that begins with @, ` or %",
    "mapping values are not allowed": "quote a text that holds `: `, or correct the indent of this line",
    "could not find expected ':'": "write a colon and a space after the key, or correct the indent",
    "did not find expected ',' or": "close the bracket, or put a comma between two entries",
    "did not find expected '-' indicator": "line the entries of the list up with each other",
    "did not find expected key": "line this up with the line above, or close the quote before it",
    "did not find expected node content": "write a value here, or quote what begins with a sign",
    "unexpected end of stream": "close the quote",
    "unknown escape character": "use single quotes, in which a backslash is a backslash",
    "undefined tag handle": "quote a text that begins with !",
}


def _nearest_anchor(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean *{close[0]}?" if close else ""


def _syntax_remedy(problem: str) -> str:
    return next((remedy for words, remedy in _SYNTAX_REMEDIES.items() if words in problem), "")


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
            self._stop("AK111", "the file is empty", Place(self.file), remedy="fill it, or delete it")
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
            self._stop("AK109", TOO_DEEP, place, remedy=CLOSE)
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
            message = f"the alias *{event.anchor} has no anchor &{event.anchor} before it"
            close = _nearest_anchor(event.anchor, self.anchors)
            self._stop("AK101", message, place, remedy=close or "write the value out")
        elif node.open:
            message = f"the alias *{event.anchor} stands inside its own anchor"
            self._stop("AK108", message, place, remedy="write the value out")
        assert node is not None
        return node

    def _tag(self, event: Any, place: Place) -> None:
        name = event.tag.replace("tag:yaml.org,2002:", "!!")
        written = re.match(r"[^\s,\[\]{}]*", self.text[event.start_mark.index :])
        at = replace(place, width=len(written[0]) if written else 0)
        self.findings.error("AK107", f"the tag {name} is not used here", at, remedy="remove the tag")

    def _place(self, event: Any) -> Place:
        start, stop = event.start_mark, event.end_mark
        width = stop.column - start.column if stop.line == start.line else 0
        return Place(self.file, start.line + 1, start.column + 1, width)

    def _syntax(self, error: yaml.YAMLError) -> None:
        """Report what the parser stopped at; what is never closed is shown where it was opened."""
        if not isinstance(error, yaml.MarkedYAMLError):
            reason = str(getattr(error, "reason", "")) or "it cannot be read"
            self._stop("AK101", f"not valid YAML: {reason}", Place(self.file))
            return
        problem, opened = error.problem or "it cannot be read", error.context_mark
        mark = error.problem_mark or opened
        context = f", {error.context}" if error.context else ""
        if mark and opened and mark.index >= len(self.text.rstrip()):
            mark, context = opened, f" before the end of the file{context}"
        elif opened and mark and opened.line != mark.line:
            context = f"{context} that begins in line {opened.line + 1}"
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)
        self._stop("AK101", f"not valid YAML: {problem}{context}", place, remedy=_syntax_remedy(problem))

    def _stop(self, code: str, message: str, place: Place, **words: str) -> None:
        self.findings.error(code, message, place, **words)
        raise RefusedError
