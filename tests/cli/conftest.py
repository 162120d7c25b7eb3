"""A workspace of its own for every test of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.numbered import make_numbered
from support.studio import build_studio


@pytest.fixture(scope="session")
def studio_master(masters: Path) -> Path:
    """25 fps, 100 frames of 320x180, H.264 in MP4 with a silent track, so that there is no level to reach."""
    return make_numbered(masters / "studio.mp4", frames=100, clicks=())


@pytest.fixture
def studio(tmp_path: Path, studio_master: Path) -> Path:
    """The folder of a workspace; see `support.studio`."""
    return build_studio(tmp_path / "studio", studio_master)
