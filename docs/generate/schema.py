"""JSON Schemas as tables: a section for each mapping, a row for each key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from assetkit.campaign.fields import WORDS_SCHEMA
from docs.generate.markdown import anchor, code, table

Schema = dict[str, Any]
_HEADINGS = ("key", "value", "if left out", "what it says", "example")
_WORDS = WORDS_SCHEMA
_KINDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "mapping",
    "array": "list",
}


def sections(schema: Schema, root: str) -> Iterator[str]:
    """Give the parts of a page: the file itself below the heading `root`, then all that it refers to."""
    known: dict[str, Schema] = schema.get("$defs", {})
    yield from _section(root, schema, known)
    for name in _reached(schema, known):
        if "properties" in known[name]:
            yield from _section(_title(name), known[name], known)


def _section(heading: str, schema: Schema, known: dict[str, Schema]) -> Iterator[str]:
    yield f"## {heading}"
    yield schema.get("description", "")
    required = schema.get("required", [])
    rows = [_row(name, part, name in required, known) for name, part in schema["properties"].items()]
    yield table(_HEADINGS, rows)


def _row(name: str, part: Schema, required: bool, known: dict[str, Schema]) -> tuple[str, ...]:
    meant = _meant(part)
    absent = "required" if required else _default(part)
    words = part.get("description") or meant.get("description") or _described(meant, known)
    return (code(name), _kind(meant, known), absent, words, _example(part, meant))


def _meant(part: Schema) -> Schema:
    """Give the one kind of value of a key that may also be left out, or the key's own schema."""
    kinds = [kind for kind in part.get("anyOf", []) if kind != {"type": "null"}]
    return kinds[0] if len(kinds) == 1 else part


def _default(part: Schema) -> str:
    value = part.get("default")
    return "" if value in (None, "") else code(_write(value))


def _described(meant: Schema, known: dict[str, Schema]) -> str:
    name = _referred(meant)
    return str(known[name].get("description", "")) if name else ""


def _example(part: Schema, meant: Schema) -> str:
    if meant.get("additionalProperties") == _WORDS:
        return ""  # the same one everywhere, and it stands at the top of the page
    examples = part.get("examples") or meant.get("examples") or []
    return ", ".join(code(_write(example)) for example in examples)


def _kind(schema: Schema, known: dict[str, Schema]) -> str:
    name = _referred(schema)
    if name:
        return _link(name, known)
    if "const" in schema:
        return code(_write(schema["const"]))
    if "enum" in schema:
        written = [code(_write(value) or '""') for value in schema["enum"]]
        return " or ".join(dict.fromkeys(written))  # a rate is a number or a text, and reads the same
    choices = schema.get("oneOf") or schema.get("anyOf")
    if choices:
        return _alternatives([_kind(choice, known) for choice in choices])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}), known)}"
    if schema.get("type") == "object":
        return _mapping(schema, known)
    return _scalar(schema.get("type", "string"))


def _link(name: str, known: dict[str, Schema]) -> str:
    if "properties" not in known[name]:
        return _kind(known[name], known)
    return f"[{_title(name)}]({anchor(_title(name))})"


def _alternatives(kinds: list[str]) -> str:
    return " or ".join([", ".join(kinds[:-1]), kinds[-1]]) if len(kinds) > 1 else kinds[0]


def _mapping(schema: Schema, known: dict[str, Schema]) -> str:
    if schema.get("additionalProperties") == _WORDS:
        return "words by language"
    if "properties" in schema:
        fields = [f"{code(name)}: {_kind(part, known)}" for name, part in schema["properties"].items()]
        return f"mapping of {', '.join(fields)}"
    inner = [*schema.get("patternProperties", {}).values()]
    inner += [schema["additionalProperties"]] if schema.get("additionalProperties") else []
    return f"by name: {_kind(inner[0], known)}" if inner else "mapping"


def _scalar(kind: str | list[str]) -> str:
    kinds = [kind] if isinstance(kind, str) else kind
    # A number may be written as a text too, so that its digits are kept.
    numeric = "number" in kinds
    names = [_KINDS[each] for each in kinds if not (each == "string" and numeric)]
    return " or ".join(names)


def _reached(schema: Schema, known: dict[str, Schema]) -> list[str]:
    """Give the names of what is referred to, in the order of reading."""
    found: list[str] = []
    waiting = [part for name, part in schema.items() if name != "$defs"]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            name = _referred(part)
            if name and name not in found:
                found.append(name)
                waiting.append(known[name])
            waiting += part.values()
    return found


def _referred(schema: Schema) -> str:
    return str(schema.get("$ref", "")).removeprefix("#/$defs/")


def _title(name: str) -> str:
    words = re.findall(r"[A-Z]?[a-z0-9]+", name.removesuffix("Model"))
    return " ".join(words).capitalize()


def _write(value: Any) -> str:
    """Write a value as YAML knows it, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_write(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_write, value)) + "]"
    return value if isinstance(value, str) else json.dumps(value)
