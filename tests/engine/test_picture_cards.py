"""From files to posts: a card on a picture and one with marks, rendered, compared, and told of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from assetkit.engine.batch import Selection, plan_batch
from assetkit.plan.tasks import CardSource
from assetkit.render.card_stills import complete_frame, draw_card_still
from assetkit.tool.ffmpeg import run_ffmpeg
from support.pictures import write_mark, write_picture
from support.studio import CAMPAIGN, PLATFORMS, assetkit

pytestmark = pytest.mark.slow
OWN = """\
partners:
  one: {title: {en: One, ru: Один, kk: Бір}, logo: marks/one.png}
  two: {title: {en: Two, ru: Два, kk: Екі}, logo: {image: marks/two.png, permission: "letter, file 2"}}
  three: {title: {en: Three, ru: Три, kk: Үш}}
reviewed: {en: true}
"""
RECIPE = """\
assetkit: 1
title: {en: Post, ru: Пост, kk: Пост}
cuts:
  post:
    sequence:
      - card: title
        title: {en: Home, ru: Дом, kk: Үй}
        for: 64f
        ground: {image: pictures/a.jpg, focus: [0.2, 0.5]}
      - partners: [one, two, three]
        for: 90f
    platforms: [broad]
"""


def write_desk(root: Path) -> Path:
    """Write a workspace of one post without a film, with a picture of soft waves and two marks."""
    (root / "recipes").mkdir(parents=True)
    (root / "assetkit.yaml").write_text(CAMPAIGN + OWN, encoding="utf-8")
    (root / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    (root / "recipes" / "post.yaml").write_text(RECIPE, encoding="utf-8")
    down, across = np.mgrid[0:720, 0:1280]
    waves = np.dstack([(down // 6 + across // 9) % 200 + 40, across // 6, down // 3]).astype(np.uint8)
    write_picture(root / "pictures/a.jpg", waves, quality=95)
    write_mark(root / "marks/one.png", 600, 400, hollow=50)
    write_mark(root / "marks/two.png", 900, 200, ink="#30C0F0")
    return root


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = write_desk(tmp_path_factory.mktemp("pictures"))
    run = assetkit("render", "--root", root, "--language", "en")
    assert run.code == 0, run.err
    yield root


def read_frames(path: Path) -> npt.NDArray[np.uint8]:
    """Give all frames of a file in sRGB, as BT.709 in the range of video says."""
    scale = "scale=in_color_matrix=bt709:in_range=tv:out_range=pc,format=rgb24"
    done = run_ffmpeg(["-i", str(path), "-vf", scale, "-f", "rawvideo", "-"], loglevel="error")
    return np.frombuffer(done.out, np.uint8).reshape(-1, 360, 640, 3)


def cards_of(root: Path) -> list[CardSource]:
    (item,) = plan_batch(root, Selection(languages=("en",))).deliverables
    return [source for span in item.file.spans for source in span.sources if isinstance(source, CardSource)]


def test_the_file_shows_what_is_drawn(rendered: Path) -> None:
    sources = cards_of(rendered)
    specs = list(dict.fromkeys(source.spec for source in sources))
    frames = read_frames(rendered / "out/post/post/broad/en/post-post-broad-en.mp4")
    for spec, start in zip(specs, (0, 64), strict=True):
        seen = frames[start + complete_frame(spec)].astype(int)
        drawn = draw_card_still(spec).astype(int)
        assert np.abs(seen - drawn).mean() < 4
        assert seen.std() > 10, "it shows something"


def test_a_second_run_makes_nothing_and_a_new_picture_makes_its_card_alone(rendered: Path) -> None:
    before = [span.key for item in plan_batch(rendered, Selection()).deliverables for span in item.file.spans]
    path = rendered / "pictures/a.jpg"
    with Image.open(path) as image:
        changed = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    kept = path.read_bytes()
    changed.save(path, quality=95)
    after = [span.key for item in plan_batch(rendered, Selection()).deliverables for span in item.file.spans]
    path.write_bytes(kept)
    again = [span.key for item in plan_batch(rendered, Selection()).deliverables for span in item.file.spans]
    assert again == before and len(after) == len(before)
    assert any(one != other for one, other in zip(before, after, strict=True))
    assert any(one == other for one, other in zip(before, after, strict=True))


def test_the_post_is_a_draft_for_want_of_a_permission(rendered: Path) -> None:
    post = json.loads((rendered / "out/post/post/broad/en/post.json").read_text(encoding="utf-8"))
    reasons = [reason for reason in post["reasons"] if reason.startswith("AK628")]
    assert reasons == ["AK628: no permission is recorded for the logo of the partner one"]
    assert post["publishable"] is False
    assert list(post["sources"]) == ["marks/one.png", "marks/two.png", "pictures/a.jpg"]
    run = assetkit("check", "--root", rendered)
    assert run.code == 0 and "AK628" in run.out + run.err
    strict = assetkit("render", "--root", rendered, "--publish")
    assert strict.code == 1


def test_planning_again_opens_no_picture(rendered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr("assetkit.tool.image_facts.open_image", refuse)
    assert not plan_batch(rendered, Selection()).findings.has_errors


def test_a_picture_that_is_damaged_later_stops_before_rendering(tmp_path: Path) -> None:
    root = write_desk(tmp_path)
    whole = (root / "pictures/a.jpg").read_bytes()
    (root / "pictures/a.jpg").write_bytes(whole[: len(whole) // 2])
    run = assetkit("render", "--root", root)
    assert run.code == 1 and "recipes/post.yaml:9:25: error: AK621" in run.err + run.out
    assert not (root / "out").exists()
