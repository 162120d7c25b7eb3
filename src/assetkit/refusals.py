"""What pydantic finds wrong with a document, as diagnostics at their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from assetkit.diagnostics import Findings, Place
from assetkit.wording import nearest, shorten
from assetkit.yaml_text import Document, YamlPath

_KINDS = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "list_type": "a list",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}

# What editing suites and other tools call it, without hyphens: the key that is meant, where it is known.
_TRADE_WORDS = {
    "jcut": "lead",
    "lcut": "lag",
    "volume": "gain",
    "position": "where",
    "start": "at",
    "duration": "for",
}


def report_problem(
    path: YamlPath,
    item: Any,
    document: Document,
    known: dict[int, type[BaseModel]],
    findings: Findings,
    not_yet: Mapping[str, str],
) -> None:
    """Report one problem of pydantic's at the place of the path; `known` gives models by ids of mappings."""
    kind, words = item["type"], item.get("ctx", {})
    if kind == "refused":
        at = document.key_place(path) if item["loc"][-1:] == ("[key]",) else document.place(path)
        more = {name: words[name] for name in ("remedy", "measured", "required")}
        findings.error(words["code"], words["message"], at, **more)
    elif kind == "extra_forbidden":
        _report_unknown(path, document, known, findings, not_yet)
    elif kind == "missing":
        place = document.key_place(path[:-1]) if len(path) > 1 else Place(document.file, 1, 1)
        findings.error(
            "AK202", f"the key `{path[-1]}` is missing", place, remedy=_add_key(path, known, document)
        )
    elif kind == "literal_error":
        _report_choice(path, item, document, findings)
    else:
        _report_kind(item, document.place(path), findings, _example(path, known, document))


def _add_key(path: YamlPath, known: Mapping[int, type[BaseModel]], document: Document) -> str:
    """Say what to add, with an example of its value where its model has one."""
    name = str(path[-1])
    model = known.get(id(value_at(document.data, path[:-1])))
    for key, field in model.model_fields.items() if model else ():
        if name == (field.alias or key) and field.description:
            return f"add `{name}:` ({field.description[:1].lower()}{field.description[1:].rstrip('.')})"
    return f"add `{name}:`"


def _report_unknown(
    path: YamlPath,
    document: Document,
    known: dict[int, type[BaseModel]],
    findings: Findings,
    not_yet: Mapping[str, str],
) -> None:
    name, place = str(path[-1]), document.key_place(path)
    if name in not_yet:
        findings.error(
            "AK290", f"`{name}:` ({not_yet[name]}) is not yet made", place, remedy=f"remove `{name}:`"
        )
        return
    model = known.get(id(value_at(document.data, path[:-1])))
    findings.error(
        "AK201",
        f"the key `{shorten(name)}` is not known here",
        place,
        remedy=_elsewhere(path, document, known, model) or nearest(name, _keys(model)),
    )


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or key for key, field in model.model_fields.items()] if model else []


def _elsewhere(
    path: YamlPath,
    document: Document,
    known: Mapping[int, type[BaseModel]],
    model: type[BaseModel] | None,
) -> str:
    """Say where a key is known that is not known here: by another name, one level below, or one above."""
    name = str(path[-1])
    other = _TRADE_WORDS.get(re.sub("[-_ ]", "", name.lower()))
    if other in _keys(model):
        return f"write `{other}:`"
    for key, field in model.model_fields.items() if model else ():
        if any(name in _keys(below) for below in _models_of(field.annotation)):
            return f"it belongs under `{field.alias or key}:`"
    for length in range(len(path) - 2, -1, -1):
        holder = known.get(id(value_at(document.data, path[:length])))
        if holder or isinstance(path[length], int):
            # No further up: there the same word is something else, such as the colour of a master.
            return f"it belongs beside `{path[length]}:`" if name in _keys(holder) else ""
    return ""


def _models_of(kind: Any) -> list[type[BaseModel]]:
    """Give the models that a value of this kind itself can be, but not those of entries in it."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [kind]
    if get_origin(kind) in (list, dict, tuple):
        return []
    return [model for part in get_args(kind) for model in _models_of(part)]


def _report_choice(path: YamlPath, item: Any, document: Document, findings: Findings) -> None:
    allowed = str(item["ctx"]["expected"]).replace("''", '""').replace("'", "")
    message = f"{shorten(item['input'])} is not allowed here"
    names, given = re.split(", | or ", allowed), item["input"]
    close = nearest(str(given), names)
    if not isinstance(given, str) and str(given) in names:
        close = f'did you mean "{given}", in quotes?'
    findings.error(
        "AK204",
        message,
        document.place(path),
        measured=_kind_of(item["input"]),
        required=allowed,
        remedy=close if close.startswith("did") else "write one of them",
    )


def _report_kind(item: Any, place: Place, findings: Findings, example: str) -> None:
    value = item["input"]
    expected = _KINDS.get(item["type"])
    if expected is None:
        findings.error("AK203", _bound(item), place, measured=_kind_of(value), remedy="correct the value")
        return
    findings.error(
        "AK203",
        f"this must be {expected}",
        place,
        measured=_kind_of(value),
        required=expected,
        remedy=_kind_remedy(value, expected) + (example if expected in ("a mapping", "a list") else ""),
    )


def _example(path: YamlPath, known: Mapping[int, type[BaseModel]], document: Document) -> str:
    """Give an example of the key whose value, or whose value's own entry, is of another kind; or nothing."""
    for length in (len(path) - 1, len(path) - 2):
        model = known.get(id(value_at(document.data, path[:length]))) if length >= 0 else None
        if model is not None:
            schema = model.model_json_schema()["properties"].get(str(path[length]), {})
            examples = [item for item in schema.get("examples", ()) if isinstance(item, dict | list)]
            return f", such as `{path[length]}: {_flow(examples[0])}`" if examples else ""
    return ""


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _bound(item: Any) -> str:
    """Say in the words of this program which bound a value of the right kind breaks."""
    words = item.get("ctx", {})
    forms = {
        "greater_than_equal": "this must be at least {ge}",
        "less_than_equal": "this must be at most {le}",
        "greater_than": "this must be more than {gt}",
        "less_than": "this must be less than {lt}",
        "too_short": "this must have at least {min_length} {entries}",
        "too_long": "this must have at most {max_length} {entries}",
        "string_too_short": "this must have at least {min_length} letter",
    }
    form = forms.get(item["type"])
    is_one = 1 in (words.get("min_length"), words.get("max_length"))
    words = {**words, "entries": "entry" if is_one else "entries"}
    return form.format(**words) if form else f"{item['msg'][:1].lower()}{item['msg'][1:]}"


def _kind_remedy(value: Any, expected: str) -> str:
    if value is None:
        return "write a value, in quotes if it begins with #"
    if expected == "a text" and not isinstance(value, dict | list):
        return "put it in quotes"
    forms = {
        "a text": "write a single text",
        "a list": "write [one, another], or one to a line after a dash",
        "a mapping": "write {key: value}",
    }
    return forms.get(expected, f"write {expected}, without quotes")


def _kind_of(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    word = {bool: "true or false", int: "a whole number", float: "a number"}.get(type(value), "the text")
    return f"{word} {shorten(str(value).lower() if isinstance(value, bool) else value)}"


def value_at(data: Any, path: YamlPath) -> Any:
    """Give what is at the path, or None."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
