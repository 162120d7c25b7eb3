"""Diagnostic codes of pictures and marks on cards, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {}
