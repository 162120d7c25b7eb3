"""A master, a workspace to disturb, and the same workspace rendered in peace."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from support.disturbed import Whole, count_tasks
from support.rendering import (
    POSTS,
    delivered,
    make_master,
    make_workspace,
    render,
)


@pytest.fixture(scope="session")
def toned_master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """200 numbered frames at 25 fps with a tone, for `make_workspace`."""
    return make_master(tmp_path_factory.mktemp("master") / "numbers.mp4")


@pytest.fixture(scope="session")
def whole(toned_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The workspace, rendered in peace."""
    root = make_workspace(tmp_path_factory.mktemp("whole") / "workspace", toned_master)
    began = time.monotonic()
    done = render(root)
    assert done.code == 0, done.err
    files = delivered(root)
    assert len(files) == 2 * len(POSTS) + 1  # and the manifest
    return Whole(root, files, count_tasks(done.out), time.monotonic() - began)


@pytest.fixture
def root(toned_master: Path, tmp_path: Path) -> Path:
    """A fresh workspace."""
    return make_workspace(tmp_path / "workspace", toned_master)
