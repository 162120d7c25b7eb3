"""A name that is not known is wrong usage, with the nearest known one, and never silently nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.studio import RECIPE, assetkit


@pytest.mark.parametrize("command", ["check", "plan", "preview", "render"])
@pytest.mark.parametrize(
    ("option", "name", "near"),
    [
        ("-r", "numbrs", "did you mean `numbers`?"),
        ("--cut", "shrt", "did you mean `short`?"),
        ("-p", "tal", "did you mean `tall`?"),
        ("--platform", "bth", "did you mean `both`?"),
        ("-l", "de", "known here: en, kk, ru"),
    ],
)
def test_an_unknown_name_is_wrong_usage(
    command: str, option: str, name: str, near: str, studio: Path
) -> None:
    done = assetkit(command, "--root", studio, option, name)
    assert done.code == 2
    assert f"`{name}`" in done.err and near in done.err
    assert not (studio / "out").exists()


def test_known_names_that_mean_nothing_together_are_wrong_usage(studio: Path) -> None:
    done = assetkit("plan", "--root", studio, "-c", "long", "-p", "broad")
    assert done.code == 2 and "nothing that was chosen is made for broad; it is made for: tall" in done.err
    other = RECIPE.replace("film: numbers", "film: others").replace("  short:", "  brief:")
    (studio / "recipes" / "others.yaml").write_text(other, encoding="utf-8")
    done = assetkit("plan", "--root", studio, "-r", "others", "-c", "short")
    assert done.code == 2 and "there are: brief, long" in done.err


def test_a_set_means_its_platforms(studio: Path) -> None:
    done = assetkit("check", "--root", studio, "-p", "both", "-l", "kk")
    assert done.code == 0 and done.out.startswith("3 deliverables")
    done = assetkit("check", "--root", studio, "-p", "all", "-p", "broad", "-l", "kk", "-c", "short")
    assert done.code == 0 and done.out.startswith("1 deliverables")


def test_names_may_be_repeated(studio: Path) -> None:
    done = assetkit("check", "--root", studio, "-c", "short", "-p", "tall", "-l", "kk", "-l", "ru")
    assert done.code == 0 and done.out.startswith("2 deliverables")


def test_errors_come_before_names_that_they_may_have_hidden(studio: Path) -> None:
    broken = RECIPE.replace("film: numbers", "film: others").replace("sequence:", "sequense:")
    (studio / "recipes" / "others.yaml").write_text(broken, encoding="utf-8")
    done = assetkit("check", "--root", studio, "-r", "others", "-c", "brief")
    assert done.code == 1 and "recipes/others.yaml:" in done.err
