"""Diagnostic codes of sound, music and licences, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {}
