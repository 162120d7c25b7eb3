"""`assetkit qc` on a post with its post.json, and on anybody's file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assetkit.delivery.post import write_post
from assetkit.quality.shown import write_shown
from support.posts import make_post
from support.spoiled import Spoiled, make_spoiled, shown_in, text_of
from support.studio import assetkit

pytestmark = pytest.mark.slow

PLATFORMS = """\
formats: {small: {size: 216x384, gop_seconds: 1}}
layouts:
  small:
    {size: 216x384, captions: [16, 190, 184, 60], cards: [16, 40, 184, 200], covered: [[0, 260, 216, 124]]}
platforms: {own: {title: Own, format: small, layout: small}}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a platform of its own and one post in two languages; only kk has its video."""
    root = tmp_path_factory.mktemp("qc")
    (root / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    for language in ("kk", "ru"):
        folder = root / "post" / language
        folder.mkdir(parents=True)
        video = folder / "film.mp4"
        if language == "kk":
            make_spoiled(video, Spoiled())
        said = {"platform": "own", "language": language, "width": 216, "height": 384, "frames": 75}
        source = root / "post" / "kk" / "film.mp4"
        made = make_post(source, name="film.mp4").as_json() | said | {"rate": "25", "loudness": -14.0}
        post = made | write_shown(shown_in(language))
        (folder / "post.json").write_text(write_post(post), encoding="utf-8")
    return root


def test_a_post_is_held_against_what_it_says(workspace: Path) -> None:
    done = assetkit("qc", "--root", workspace, workspace / "post" / "kk")
    assert done.code == 0, done.out + done.err
    assert "1 file checked, all good" in done.out
    wrong = workspace / "post" / "ru" / "post.json"
    video = workspace / "post" / "kk" / "film.mp4"
    sheet, junit = workspace / "sheet.png", workspace / "report.xml"
    done = assetkit(
        "qc", "--root", workspace, video, "--post", wrong, "--sheet", sheet, "--junit", junit, "--json"
    )
    assert done.code == 1
    (result,) = json.loads(done.out)
    (found,) = [check for check in result["checks"] if not check["passed"] and check["severity"] == "error"]
    assert found["code"] == "AK911" and "kk" in found["measured"] and found["box"]["y"] >= 150
    assert sheet.read_bytes().startswith(b"\x89PNG") and b"AK911" in junit.read_bytes()


def test_a_foreign_file_is_advised_and_wrong_usage_is_told(workspace: Path, tmp_path: Path) -> None:
    listed = ("-movflags", "+faststart")
    other = make_spoiled(tmp_path / "Көйлек «1».mp4", Spoiled(texts=(text_of("ru"),), mux=listed))
    done = assetkit("qc", "--root", workspace, other, "-p", "own")
    assert done.code == 0 and "AK524" in done.out and "warning" in done.out
    done = assetkit("qc", "--root", workspace, other, "-p", "owm")
    assert done.code == 2 and "own" in done.err
    bad = replace(make_post(other), file="x.mp4").as_json() | {"texts": [{}]}
    (tmp_path / "bad.json").write_text(json.dumps(bad), encoding="utf-8")
    done = assetkit("qc", "--root", workspace, other, "--post", tmp_path / "bad.json")
    assert done.code == 1 and "cannot be read" in done.err


def test_what_is_missing_or_cannot_be_read_is_refused_and_the_rest_goes_on(
    workspace: Path, tmp_path: Path
) -> None:
    (tmp_path / "clip.mp4").mkdir()
    (tmp_path / "broken.mp4").write_bytes(b"no film")
    (tmp_path / ".staging-kk-1-a").mkdir()
    (tmp_path / ".staging-kk-1-a" / "half.mp4").write_bytes(b"half")
    gone = (workspace / "post" / "ru" / "post.json").read_text(encoding="utf-8")
    for name, text in (
        ("gone", gone),
        ("half", "{"),
        ("none", "{}"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "post.json").write_text(text, encoding="utf-8")
    junit = tmp_path / "report.xml"
    done = assetkit("qc", "--root", workspace, tmp_path, "--junit", junit, "--json")
    assert done.code == 1, done.err
    found = {
        result["path"].removeprefix(f"{tmp_path}/"): [c["code"] for c in result["checks"] if not c["passed"]]
        for result in json.loads(done.out)
    }
    assert found.pop("broken.mp4")[0] == "AK520"
    assert found == {f"{name}/post.json": ["AK921"] for name in ("gone", "half", "none")}
    assert junit.read_bytes().count(b"<failure") == 4
    done = assetkit("qc", "--root", workspace, tmp_path, "--foreign", "--json")
    assert [result["file"] for result in json.loads(done.out)] == ["broken.mp4"]
