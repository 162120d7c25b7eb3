"""Diagnostic codes of posts: copy, covers, schedules and packages, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {}
