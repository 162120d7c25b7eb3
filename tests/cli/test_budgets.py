"""Posts that have to fit into a size, rendered by the command: in two passes, or refused; the same again."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from assetkit.delivery.small_text import LEAST_LIKENESS, check_small_text
from assetkit.engine.batch import Selection, plan_batch
from assetkit.tool.ffmpeg import run_ffmpeg
from support.studio import PLATFORMS, Run, assetkit, build_studio

pytestmark = pytest.mark.slow
POST = "out/numbers/long/tall/kk"
WANTED = ("-c", "long", "-l", "kk", "-p", "tall")


def limit(root: Path, size: int, strength: str = "rejects") -> None:
    rule = f"largest_bytes: {{value: {size}, strength: {strength}}}"
    text = PLATFORMS.replace("longest_seconds: 60", f"longest_seconds: 60, {rule}")
    (root / "platforms.yaml").write_text(text, encoding="utf-8")


def render(root: Path) -> Run:
    return assetkit("render", "--root", root, *WANTED)


def post(root: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((root / POST / "post.json").read_text(encoding="utf-8"))
    return told


def checks(root: Path, code: str) -> list[dict[str, Any]]:
    return [check for check in post(root)["checks"] if check["code"] == code]


def encoded(run: Run) -> int:
    found = re.search(r"(\d+) frames encoded", run.out)
    assert found, run.out
    return int(found.group(1))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, numbered_25: Path) -> Path:
    """The workspace, rendered without a limit."""
    root = build_studio(tmp_path_factory.mktemp("plain") / "studio", numbered_25)
    assert render(root).code == 0
    return root


@pytest.fixture
def root(plain: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(plain, tmp_path / "studio"))


def test_a_file_is_made_to_fit_and_stays_as_it_is(root: Path, numbered_25: Path, tmp_path: Path) -> None:
    before = post(root)
    size = int(before["bytes"] * 0.8)
    limit(root, size)
    run = render(root)
    assert run.code == 0, run.err
    after = post(root)
    assert after["bytes"] <= size < before["bytes"]
    assert encoded(run) == after["frames"]  # the first pass was there
    (told,) = checks(root, "AK861")
    assert not told["passed"] and told["severity"] == "note" and "crf 20" in told["required"]
    assert all(check["passed"] for check in checks(root, "AK862")) and checks(root, "AK862")
    again = render(root)
    assert encoded(again) == 0 and "1 current" in again.out
    # What was decided is only a memory, and anybody comes to the same.
    shutil.rmtree(root / ".assetkit" / "fits")
    assert encoded(render(root)) == 0 and post(root)["sha256"] == after["sha256"]
    fresh = build_studio(tmp_path / "fresh", numbered_25)
    limit(fresh, size)
    run = render(fresh)
    assert run.code == 0 and encoded(run) == 2 * after["frames"] and post(fresh)["sha256"] == after["sha256"]


def test_what_cannot_fit_is_refused_with_the_length_that_can(root: Path) -> None:
    limit(root, 20_000)
    checked = assetkit("check", "--root", root, *WANTED)
    assert checked.code == 0 and "AK864" in checked.out + checked.err
    shutil.rmtree(root / "out")
    run = render(root)
    assert run.code == 1 and "refused" in run.err and "AK860" in run.err
    assert not (root / POST / "post.json").exists()
    found = plan_batch(root, Selection(cuts=("long",), platforms=("tall",), languages=("kk",))).findings.items
    (told,) = [item for item in found if item.code == "AK860"]
    assert re.fullmatch(r"at most 0\.0 MB; about \d s fit", told.required), told


def test_a_platform_that_only_advises_gets_its_post(root: Path) -> None:
    limit(root, 20_000, "advises")
    assert render(root).code == 0
    (told,) = checks(root, "AK860")
    assert not told["passed"] and told["severity"] == "warning"


def test_small_text_that_runs_together_is_found(root: Path, tmp_path: Path) -> None:
    (item,) = plan_batch(root, Selection(cuts=("long",), platforms=("tall",), languages=("kk",))).deliverables
    clear, blurred = root / POST / item.name, tmp_path / "blurred.mp4"
    run_ffmpeg(["-y", "-i", str(clear), "-an", "-vf", "gblur=sigma=8", "-c:v", "libx264", str(blurred)])
    assert all(check.passed for check in check_small_text(item.file, clear))
    found = [check for check in check_small_text(item.file, blurred) if check.failed]
    assert found and {check.code for check in found} == {"AK862"}
    assert all(float(check.measured.split()[0]) < LEAST_LIKENESS and check.box for check in found)
