"""Diagnostic codes of quality control of finished files, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {}
