"""The decoder's library, loaded before threads use it."""

from __future__ import annotations

from importlib import import_module


def load_decoder() -> None:
    """Load PyAV; call it before several threads read media.

    Two threads that import it for the first time at once can each find it half made.
    """
    import_module("av")
