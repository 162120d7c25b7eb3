"""A film with hardly any sound is delivered as near to its level as it can be, and the post says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.numbered import make_numbered
from support.rendering import make_workspace, render

pytestmark = pytest.mark.slow


def test_a_few_clicks_are_no_reason_to_refuse_a_post(tmp_path: Path) -> None:
    master = make_numbered(tmp_path / "clicks.mp4", frames=200, clicks=(30_000, 90_000, 220_000))
    root = make_workspace(tmp_path / "workspace", master)
    done = render(root, "--platform", "small-tall", "--language", "en")
    assert done.code == 0, done.err
    post = json.loads((root / "out/numbers/short/small-tall/en/post.json").read_bytes())
    (level,) = [check for check in post["checks"] if check["code"] == "AK554"]
    assert (level["passed"], level["severity"]) == (False, "warning")
    assert not any("AK55" in reason for reason in post["reasons"])
    sound = post["sound"]
    assert (sound["target"], sound["ceiling"], sound["reached"]) == (-14.0, -1.5, False)
    assert sound["remark"] == level["message"] and sound["true_peak"] <= -1.5
    assert sound["integrated"] == pytest.approx(post["loudness"], abs=0.1)
