"""What was joined and extracted is compared with what it came from."""

from __future__ import annotations

import os
import shutil
from fractions import Fraction
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from assetkit.errors import ObjectError
from assetkit.plan.tasks import FileTask, MixTask, SoundTask
from assetkit.render.files import make_file
from assetkit.render.levelling import encode_sound
from assetkit.render.proof import prove_coded_sound, prove_file, prove_sound, prove_span
from assetkit.render.sound import extract_sound
from assetkit.sound.mix import MixPlan
from assetkit.tool.ffmpeg import run_ffmpeg
from support.golden_master import RATE, SQUARE, Studio

pytestmark = pytest.mark.slow


class Joined:
    """Three spans, of 9, 1 and 6 frames, a sound, and the file that was joined from them."""

    def __init__(self, root: Path) -> None:
        studio = Studio(root)
        tasks = [
            studio.span(SQUARE, n, (studio.footage(SQUARE, at),)) for at, n in ((3, 9), (20, 1), (25, 6))
        ]
        self.spans = [studio.make(task) for task in tasks]
        proofs = [prove_span(task, path) for task, path in zip(tasks, self.spans, strict=True)]
        self.packets = [proof.packets for proof in proofs]
        folder = studio.folder()
        self.sound = folder / "sound.aac"
        noise = np.random.default_rng(1).normal(0, 0.1, (48000 * 16 // 25, 2)).astype(np.float32)
        encode_sound(noise, self.sound, kbps=128)
        sound = SoundTask(MixTask(MixPlan(0, ()), (), ""), -14, -1.5, 128, "")
        self.path = make_file(FileTask(tuple(tasks), sound, ""), self.spans, self.sound, folder)

    def prove(self, path: Path) -> None:
        prove_file(path, list(chain(*self.packets)), self.sound, RATE)


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Joined:
    return Joined(tmp_path_factory.mktemp("joined"))


def test_a_file_that_holds_its_parts_is_proved(joined: Joined) -> None:
    joined.prove(joined.path)


def test_lost_bytes_are_found(joined: Joined, tmp_path: Path) -> None:
    copy = Path(shutil.copy(joined.path, tmp_path))
    data = bytearray(copy.read_bytes())
    for place in range(len(data) // 2, len(data) - 1000, 4000):
        spoilt = bytearray(data)
        spoilt[place : place + 20] = bytes(20)
        copy.write_bytes(bytes(spoilt))
        with pytest.raises(ObjectError, match=r"packet \d+ of the joined (picture|sound)|cannot be read"):
            joined.prove(copy)


@pytest.mark.parametrize(
    "options", [["-frames:v", "15"], ["-an"], ["-vn"], ["-frames:a", "20"], ["-itsscale", "2"]]
)
def test_another_file_of_the_same_parts_is_refused(
    options: list[str], joined: Joined, tmp_path: Path
) -> None:
    out = tmp_path / "out.mp4"
    before = options if "-itsscale" in options else []
    after = [] if before else options
    run_ffmpeg(["-y", *before, "-i", str(joined.path), "-c", "copy", *after, str(out)], loglevel="error")
    with pytest.raises(ObjectError):
        joined.prove(out)


def test_swapped_and_missing_parts_are_refused(joined: Joined) -> None:
    first, second, third = joined.packets
    for wrong in ([second, first, third], [first, second], [first, second, third, third]):
        with pytest.raises(ObjectError, match="packet"):
            prove_file(joined.path, list(chain(*wrong)), joined.sound, RATE)


def test_an_empty_file_cannot_be_read(joined: Joined, tmp_path: Path) -> None:
    empty = tmp_path / "empty.mp4"
    empty.write_bytes(b"")
    with pytest.raises(ObjectError, match="cannot be read"):
        joined.prove(empty)


@pytest.mark.parametrize("samples", [1, 1024, 1025, 2048, 30720, 70001])
def test_coded_sound_has_a_frame_for_each_1024_samples(samples: int, tmp_path: Path) -> None:
    path = tmp_path / "sound.aac"
    noise = np.random.default_rng(1).normal(0, 0.1, (samples, 2)).astype(np.float32)
    encode_sound(noise, path, kbps=128)
    prove_coded_sound(path, samples)
    whole = path.read_bytes()
    for wrong in (whole[: len(whole) // 2], whole[:-1], whole + whole[:100], whole[7:], b"", whole * 2):
        path.write_bytes(wrong)
        with pytest.raises(ObjectError, match="whole frames of sound"):
            prove_coded_sound(path, samples)


@pytest.mark.parametrize("name", ["numbered_25", "numbered_ntsc", "numbered_wide"])
def test_extracted_sound_is_as_long_as_its_stream(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    from assetkit.tool.probe import probe_master

    master: Path = request.getfixturevalue(name)
    facts = probe_master(master, colour=None, name=master.name)
    start = Fraction(facts.first_pts) * facts.time_base
    out = tmp_path / "sound.f32"
    extract_sound(master, 0, out, picture_start=start)
    prove_sound(out, master, 0, start)
    os.truncate(out, out.stat().st_size // 16 * 8)
    with pytest.raises(ObjectError, match=r"gave \d\.\d\d s of \d\.\d\d s of sound"):
        prove_sound(out, master, 0, start)
