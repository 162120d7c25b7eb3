"""YAML as version 1.2 means it, read into plain values that remember their places.

`no` and `on` are words, `1:30` is not ninety, a repeated key is an error, and nothing is ever constructed
but dict, list, str, int, float, bool and None. Keys are always words, taken as they were written.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assetkit.diagnostics import Findings, Place
from assetkit.yaml_nodes import CLOSE, MOST_LEVELS, TOO_DEEP, Composer, Node, RefusedError

YamlPath = tuple[str | int, ...]

MOST_BYTES = 1 << 20
MOST_NODES = 20_000

# What YAML 1.2 does not allow in a file (chapter 5.1).
_NO_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Document:
    """One YAML file as plain values, with the place of every key and value.

    `whole` is False where something was refused but the rest could still be read, so that its other
    problems can be reported in the same run; such a document must not be used for more than that.
    """

    file: str
    data: Any
    whole: bool
    values: dict[YamlPath, Place]
    keys: dict[YamlPath, Place]

    def place(self, path: YamlPath) -> Place:
        """Give the place of the value at this path, or of the nearest ancestor that exists."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, Place(self.file))

    def key_place(self, path: YamlPath) -> Place:
        """Give the place of the key that ends this path; of the value where it is no key."""
        return self.keys.get(path) or self.place(path)


def read_yaml_file(path: Path, file: str, findings: Findings) -> Document | None:
    """Read a file by `read_yaml`; `file` is the name that places carry. None after a reported error."""
    content = _read_bytes(path, file, findings)
    if content is None:
        return None
    if len(content) > MOST_BYTES:
        _refuse_size(file, findings, path.stat().st_size)
        return None
    text = _decode(content, file, findings)
    return None if text is None else read_yaml(text, file, findings)


def _read_bytes(path: Path, file: str, findings: Findings) -> bytes | None:
    """Read no more than one byte too many; a pipe or a device is never opened."""
    try:
        if path.exists() and not path.is_file():
            findings.error("AK102", "this is no file that can be read", Place(file), remedy="remove it")
            return None
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        remedy = "correct its rights, or the link that it is"
        findings.error("AK102", f"the file cannot be read: {reason}", Place(file), remedy=remedy)
        return None


def _decode(content: bytes, file: str, findings: Findings) -> str | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        findings.error(
            "AK102", "the file is UTF-16, not UTF-8 text", Place(file), remedy="save the file as UTF-8"
        )
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        remedy = "save the file as UTF-8"
        findings.error("AK102", "the file is not UTF-8 text", _end_of(before, file), remedy=remedy)
        return None


def _end_of(before: str, file: str) -> Place:
    """Give the place of what follows this text."""
    rows = before.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(file, len(rows), len(rows[-1]) + 1)


def read_yaml(text: str, file: str, findings: Findings) -> Document | None:
    """Read one YAML document. Reports every problem; None where nothing could be read."""
    text = text.removeprefix("\ufeff")
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        _refuse_size(file, findings, size)
        return None
    stray = _NO_TEXT.search(text)
    if stray:
        message = f"the file holds U+{ord(stray[0]):04X}, which is no text"
        findings.error("AK101", message, _end_of(text[: stray.start()], file), remedy="remove the character")
        return None
    own = Findings()
    try:
        root = Composer(text, file, own).compose()
        tree = _Expander(file, own)
        data = tree.expand(root, (), 0) if root else None
    except RefusedError:
        root = None
    findings.extend(own.items)
    if root is None:
        return None
    return Document(file, data, not own.has_errors, tree.values, tree.keys)


def _refuse_size(file: str, findings: Findings, size: int) -> None:
    findings.error(
        "AK103",
        "the file is too large to be a recipe or campaign",
        Place(file),
        measured=f"{-(-size >> 10)} KiB",
        required=f"at most {MOST_BYTES >> 10} KiB",
        remedy="split the file",
    )


class _Expander:
    """Nodes to plain values, each with its path; an alias is written out where it stands."""

    def __init__(self, file: str, findings: Findings) -> None:
        self.file = file
        self.findings = findings
        self.values: dict[YamlPath, Place] = {}
        self.keys: dict[YamlPath, Place] = {}

    def expand(self, node: Node, path: YamlPath, level: int) -> Any:
        """Give the value of a node; every mapping and list is a new one."""
        self._count(node, level)
        self.values[path] = node.place
        if node.items is not None:
            return [self.expand(item, (*path, index), level + 1) for index, item in enumerate(node.items)]
        if node.pairs is not None:
            return self._mapping(node.pairs, path, level)
        return node.value

    def _mapping(self, pairs: list[tuple[Node, Node]], path: YamlPath, level: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if self._refuses(key, (*path, key.text)):
                continue
            self.keys[(*path, key.text)] = key.place
            found[key.text] = self.expand(value, (*path, key.text), level + 1)
        return found

    def _refuses(self, key: Node, path: YamlPath) -> bool:
        if key.items is not None or key.pairs is not None:
            message = "a key must be a word, not a list or mapping"
            self.findings.error("AK110", message, key.place, remedy="write one word before the colon")
        elif key.is_merge:
            remedy = "write the keys out, or use `like:` between cuts"
            self.findings.error("AK106", "the merge key << is not part of YAML 1.2", key.place, remedy=remedy)
        elif path in self.keys:
            first = self.keys[path]
            name = key.text if key.text.isprintable() else ascii(key.text)
            message = f"the key `{name[:64]}` stands twice; it stands first at {first}"
            self.findings.error("AK105", message, key.place, remedy="keep one of the two")
        else:
            return False
        return True

    def _count(self, node: Node, level: int) -> None:
        if level > MOST_LEVELS:
            self.findings.error("AK109", TOO_DEEP, node.place, remedy=CLOSE)
            raise RefusedError
        if len(self.values) >= MOST_NODES:
            self.findings.error(
                "AK108",
                "the file holds too many values, with its aliases written out",
                node.place,
                required=f"at most {MOST_NODES} values",
                remedy="use fewer aliases, or split the file",
            )
            raise RefusedError
