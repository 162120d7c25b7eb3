"""What stops a task or a command: one family that keeps its attributes and survives pickling."""

from __future__ import annotations

from typing import Any


class AssetkitError(Exception):
    """Something outside this program is wrong; `remedy` says what a person can do about it.

    Attributes are given by keyword and survive pickling between processes.
    """

    def __init__(self, message: str, *, remedy: str = "", **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.facts = facts

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.message, self.remedy, self.facts))

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


def _rebuild(kind: type[AssetkitError], message: str, remedy: str, facts: dict[str, Any]) -> AssetkitError:
    return kind(message, remedy=remedy, **facts)


class ToolError(AssetkitError):
    """The media tool is missing, or a run of it failed or made something that it should not have."""


class MediaError(AssetkitError):
    """A media file cannot be read, or cannot be used rightly; the message says why."""


class ObjectError(AssetkitError):
    """An object that was made does not hold what its task asked for."""


class StoreError(AssetkitError):
    """The object store or the output folder cannot be written."""
