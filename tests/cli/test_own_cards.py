"""A kind of card of one's own comes from a package, by its entry point; what cannot be loaded is told."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assetkit.cards.kinds import OWN_KINDS
from assetkit.cards.spec import CardSpec
from assetkit.render.cards import CARD_CLIPS, card_clip, frame_at
from assetkit.render.own_cards import _BROUGHT, GROUP, load_own_kinds
from support.studio import assetkit

EXAMPLE = Path(__file__).parents[2] / "examples/own-card"
RECIPE = """\
assetkit: 1
title: {en: Own, ru: Своё, kk: Өз}
cuts:
  own:
    sequence:
      - card: sunrise
        text: {words: {en: Come home to us, ru: Возвращайся домой, kk: Бізге қайт}}
        for: 2s
    platforms: [both]
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    path, modules, kinds = [*sys.path], {*sys.modules}, {*OWN_KINDS}
    yield
    sys.path[:] = path
    for kind in OWN_KINDS.keys() - kinds:
        del OWN_KINDS[kind], CARD_CLIPS[kind]
        _BROUGHT.pop(kind, None)
    for name in {*sys.modules} - modules:
        if name.split("_card")[0] in ("sunrise", "broken", "other"):
            del sys.modules[name]


def bring(folder: Path, name: str, entry_points: dict[str, str], version: str = "1.0") -> None:
    """Write what an installation leaves of a package, so that it is found without being installed."""
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
    lines = [f"[{GROUP}]", *(f"{kind} = {value}" for kind, value in entry_points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines), "utf-8")
    sys.path.insert(0, str(folder))


def bring_example(folder: Path) -> None:
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    bring(folder, project["name"], project["entry-points"][GROUP], project["version"])
    sys.path.insert(0, str(EXAMPLE))


def module(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.py").write_text(text, "utf-8")


def write_recipe(root: Path) -> None:
    (root / "recipes/own.yaml").write_text(RECIPE, "utf-8")


@pytest.mark.slow
def test_the_example_package_is_found_drawn_and_rendered(studio: Path, tmp_path: Path) -> None:
    write_recipe(studio)
    assert assetkit("check", "-r", "own", "--root", studio).code == 1, "nobody has brought it yet"
    bring_example(tmp_path / "site")
    listed = assetkit("cards", "--list", "--root", studio)
    assert any(line.startswith("sunrise") and "sunrise-card 1.0" in line for line in listed.out.splitlines())
    done = assetkit("cards", "--stills", "-r", "own", "-l", "kk", "--root", studio, "--out", tmp_path / "s")
    assert done.code == 0 and OWN_KINDS["sunrise"] == 1
    assert sorted(path.name for path in (tmp_path / "s").iterdir()) == [
        f"own-own-01-sunrise-{platform}-kk.png" for platform in ("broad", "tall")
    ]
    assert assetkit("render", "-r", "own", "-l", "en", "-p", "tall", "--root", studio).code == 0
    assert (studio / "out/own/own/tall/en/own-own-tall-en.mp4").is_file()
    moves_and_lands(spec_in(studio))


def spec_in(root: Path) -> CardSpec:
    from assetkit.engine.batch import Selection, plan_batch
    from assetkit.plan.tasks import CardSource

    batch = plan_batch(root, Selection(recipes=("own",), platforms=("tall",), languages=("en",)))
    (source,) = batch.deliverables[0].file.spans[0].sources
    assert isinstance(source, CardSource) and source.spec.version == 1
    return source.spec


def moves_and_lands(spec: CardSpec) -> None:
    clip = card_clip(spec)
    frames = [frame_at(clip, number, spec.rate) for number in (0, 20, 45, 49)]
    assert frames[0].shape == (640, 360, 3)
    assert (frames[0] != frames[1]).any() and (frames[2] == frames[3]).all()
    pink = np.abs(frames[3].astype(int) - (0xEC, 0x00, 0x8C)).max(axis=2) == 0
    white = (frames[3] == 255).all(axis=2)
    zone = spec.zone
    inside = np.zeros(pink.shape, bool)
    inside[zone.y : zone.bottom, zone.x : zone.right] = True
    assert pink.sum() > 2000 and white.sum() > 300
    assert not (pink & ~inside).any() and not (white & ~inside).any()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("raise RuntimeError('no licence')", "RuntimeError: no licence"),
        ("import nothing_of_that_name", "ModuleNotFoundError"),
        ("CARD = 5", "int"),
        ("from assetkit.render.own_cards import OwnCard\nCARD = OwnCard('1', print)", "'1'"),
    ],
)
def test_what_cannot_be_loaded_names_its_package_at_the_card(
    text: str, said: str, studio: Path, tmp_path: Path
) -> None:
    write_recipe(studio)
    bring(tmp_path / "site", "broken-card", {"sunrise": "broken_card:CARD"}, "2.1")
    module(tmp_path / "site", "broken_card", text)
    done = assetkit("check", "-r", "own", "--root", studio)
    assert done.code == 1 and "AK615" in done.err and "AK426" not in done.err
    assert "recipes/own.yaml:6:9" in done.err and "broken-card 2.1" in done.err and said in done.err


def test_two_packages_with_one_kind_are_told_apart(tmp_path: Path) -> None:
    for name in ("broken-card", "other-card"):
        bring(tmp_path / name, name, {"sunrise": "broken_card:CARD"})
    found = load_own_kinds(["sunrise"])["sunrise"]
    assert found.code == "AK616" and "broken-card 1.0 and other-card 1.0" in found.message


def test_a_kind_that_nobody_brings_is_left_to_whoever_names_it() -> None:
    assert load_own_kinds(["nobody-has-this", "title"]) == {}
