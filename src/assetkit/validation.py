"""What a person wrote against a pydantic model: every problem as a diagnostic at its place.

Models say what is wrong by `refuse(code, message, remedy)`; what pydantic itself finds is translated here.
Tags of unions are written "<so>", so that they are never taken for a key.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from assetkit.diagnostics import Findings
from assetkit.refusals import report_problem, value_at
from assetkit.wording import nearest as nearest
from assetkit.wording import shorten as shorten
from assetkit.yaml_text import Document, YamlPath

M = TypeVar("M", bound=BaseModel)

# What stands in for a list item that was refused, so that the items after it keep their places. Keys that
# come from YAML are always words, so nobody can write this.
REFUSED_ITEM = {0: True}

_MOST_TURNS = 64


class Strict(BaseModel):
    """A model that takes no key it does not know, and never reads one type as another."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _remember(cls, data: Any, info: ValidationInfo) -> Any:
        """Note which model each mapping was read as, so that an unknown key can be given the nearest."""
        if isinstance(info.context, dict) and isinstance(data, dict):
            info.context[id(data)] = cls
        return data


class Filled(Strict):
    """A strict model in which a key that is written has a value: an empty one is not the same as none."""

    @field_validator("*", mode="before")
    @classmethod
    def _not_empty(cls, value: Any) -> Any:
        if value is None:
            raise refuse("AK203", "the value is empty", "write a value, in quotes if it begins with #")
        return value


@dataclass(frozen=True)
class Checked(Generic[M]):
    """A document read as a model. `model` leaves out what was refused; None where nothing is left.

    `whole` is True where nothing was refused. `refused` are the paths that were taken out.
    """

    model: M | None
    whole: bool
    refused: frozenset[YamlPath]

    def was_refused(self, path: YamlPath) -> bool:
        """Whether the value at this path, or what holds it, was taken out for a reported reason."""
        return any(path[:length] in self.refused for length in range(len(path) + 1))


def refuse(
    code: str, message: str, remedy: str = "", *, measured: str = "", required: str = ""
) -> PydanticCustomError:
    """Make the error that a validator raises; `code` is one of `assetkit.codes`."""
    words = {"remedy": remedy, "measured": measured, "required": required}
    return PydanticCustomError("refused", "{message}", {"code": code, "message": message, **words})


def check(
    model: type[M],
    document: Document,
    findings: Findings,
    not_yet: Mapping[str, str],
    *,
    fillers: Mapping[str, Any] | None = None,
) -> Checked[M]:
    """Read a document as a model and report every problem.

    `not_yet` names keys that the language promises and this version cannot make, each with what it is.
    The rest of a document with problems is read all the same, for the checks that follow; `fillers` give
    values by key to stand in there for required ones that are missing or refused.
    """
    data, taken, filled = document.data, set[YamlPath](), set[YamlPath]()
    for turn in range(_MOST_TURNS):
        known: dict[int, type[BaseModel]] = {}
        try:
            valid = model.model_validate(data, context=known)
            return Checked(valid, not taken and document.whole, frozenset(taken))
        except ValidationError as error:
            problems = [(_data_path(data, item["loc"]), item) for item in error.errors(include_url=False)]
        if turn == 0:
            for path, item in problems:
                report_problem(path, item, document, known, findings, not_yet)
            data = copy.deepcopy(data)
        taken |= _mend(data, problems, filled, fillers or {})
        if () in taken:
            break
    return Checked(None, False, frozenset(taken))


def _data_path(data: Any, loc: tuple[int | str, ...]) -> YamlPath:
    """Turn the place that pydantic gives into a path in the data: "<tag>" and "[key]" are no keys."""
    path: list[str | int] = []
    for part in loc:
        is_mark = isinstance(part, str) and f"{part[:1]}{part[-1:]}" in ("<>", "[]")
        if is_mark and not (isinstance(data, dict) and part in data):
            continue
        path.append(part)
        data = value_at(data, (part,))
    return tuple(path)


def _mend(
    data: Any, problems: list[tuple[YamlPath, Any]], filled: set[YamlPath], fillers: Mapping[str, Any]
) -> set[YamlPath]:
    """Fill in or take out what every problem makes unusable, and give the paths; () means: all of it."""
    taken: set[YamlPath] = set()
    for path, item in problems:
        if any(path[:length] in taken for length in range(1, len(path) + 1)):
            continue  # what held it is gone already
        if path not in filled and _fill(data, path, item["type"], fillers):
            filled.add(path)
            taken.add(path)
        else:
            taken.add(_take_out(data, path, item["type"]))
    return taken


def _fill(data: Any, path: YamlPath, kind: str, fillers: Mapping[str, Any]) -> bool:
    """Put a stand-in where a required key is missing; False where there is none."""
    holder = value_at(data, path[:-1])
    if kind != "missing" or path[-1] not in fillers or not isinstance(holder, dict):
        return False
    holder[path[-1]] = copy.deepcopy(fillers[str(path[-1])])
    return True


def _take_out(data: Any, path: YamlPath, kind: str) -> YamlPath:
    """Remove what a problem makes unusable and give its path; the empty path means: all of it."""
    path = path[:-1] if kind == "missing" else path
    while path:
        holder, last = value_at(data, path[:-1]), path[-1]
        if isinstance(holder, dict) and last in holder:
            del holder[last]
            return path
        if isinstance(holder, list) and isinstance(last, int) and last < len(holder):
            if holder[last] == REFUSED_ITEM:
                path = path[:-1]
                continue
            holder[last] = dict(REFUSED_ITEM)
            return path
        path = path[:-1]
    return ()
