"""Diagnostic codes of what lies over the picture, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {}
