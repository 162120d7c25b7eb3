"""Every number about a platform is shown with where it comes from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assetkit.cli.tables import show_table
from assetkit.platforms.read import load_catalogue
from support.studio import PLATFORMS, assetkit

CATALOGUE = load_catalogue()


def test_the_table_names_all_with_a_source(tmp_path: Path) -> None:
    done = assetkit("platforms", "--root", tmp_path)
    assert done.code == 0
    lines = {line.split()[0]: line for line in done.out.splitlines() if line.strip()}
    for name, platform in CATALOGUE.platforms.items():
        assert str(platform.format.size) in lines[name]
        number = lines[name].split()[-3]
        assert lines[number].split(maxsplit=1)[1] in {limit.source for limit in platform.limits}, name
    assert all(name in lines for name in CATALOGUE.sets)
    assert "3! to 900!" in lines["instagram-reel"] and "unknown" in lines["vk-clip"]
    assert "to 256 GB " in lines["youtube"]


@pytest.mark.parametrize("name", sorted(CATALOGUE.platforms))
def test_one_in_depth_shows_every_number_with_its_evidence(name: str, tmp_path: Path) -> None:
    platform = CATALOGUE.platforms[name]
    shown = assetkit("platforms", name, "--root", tmp_path).out
    for limit in platform.limits:
        (line,) = [line for line in shown.splitlines() if line.split()[:1] == [limit.name]]
        assert limit.source in line and limit.as_of in line and limit.strength in line
        assert line.endswith(limit.confidence) and limit.unit in line
        assert limit.value is not None or "unknown" in line
    layout = platform.layout
    for box in (layout.captions, layout.cards, *layout.covered):
        numbers = [str(number) for number in (box.x, box.y, box.width, box.height)]
        assert any(line.split()[1:] == numbers for line in shown.splitlines())
    assert layout.source in shown and layout.as_of in shown


def test_json_holds_everything(tmp_path: Path) -> None:
    shown = json.loads(assetkit("platforms", "--json", "--root", tmp_path).out)
    found = {item["name"]: item for item in shown["platforms"]}
    assert found.keys() == CATALOGUE.platforms.keys() and shown["sets"]["wide"] == list(
        CATALOGUE.sets["wide"]
    )
    limits = {limit["name"]: limit for limit in found["x"]["limits"]}
    assert limits["shortest_seconds"]["value"] == 0.5 and limits["longest_seconds"]["value"] == 1200
    assert all(limit["source"] for limit in limits.values())
    assert found["tiktok"]["layout"]["captions"] == {"x": 120, "y": 948, "width": 660, "height": 300}


def test_a_set_shows_its_members_and_an_unknown_name_the_nearest(tmp_path: Path) -> None:
    shown = assetkit("platforms", "wide", "--root", tmp_path).out
    assert all(f"{name}: " in shown for name in CATALOGUE.sets["wide"]) and "tiktok: " not in shown
    done = assetkit("platforms", "tikto", "--root", tmp_path)
    assert done.code == 2 and "did you mean `tiktok`?" in done.err


def test_those_of_a_workspace_are_shown_too(tmp_path: Path) -> None:
    (tmp_path / "platforms.yaml").write_text(PLATFORMS, encoding="utf-8")
    done = assetkit("platforms", "tall", "--root", tmp_path)
    assert done.code == 0 and "made up" in done.out
    (tmp_path / "platforms.yaml").write_text("platforms: {a: {}}", encoding="utf-8")
    assert assetkit("platforms", "--root", tmp_path).code == 1


def test_a_table_on_a_terminal_holds_the_same_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    show_table(("name", "value:"), [("[bold]a", "12"), ("b", "3")], "title")
    shown = capsys.readouterr().out
    assert "[bold]a" in shown and "value" in shown and "value:" not in shown and "title" in shown
