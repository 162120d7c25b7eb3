"""Where a workspace keeps what assetkit makes."""

from __future__ import annotations

from pathlib import Path


def store_folder(root: Path) -> Path:
    """Objects, and what is remembered of masters and posts; all of it can be made again."""
    return root / ".assetkit"


def history_folder(root: Path) -> Path:
    """What each post was last made from."""
    return store_folder(root) / "history"


def delivered_folder(root: Path) -> Path:
    """What has been delivered."""
    return store_folder(root) / "delivered"


def output_folder(root: Path) -> Path:
    """The posts."""
    return root / "out"
