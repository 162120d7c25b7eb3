"""Caption sets and subtitle files, as a recipe asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.diagnostics import Findings
from assetkit.recipe.records import Captions, SubtitleFile
from assetkit.recipe.workspace import load_workspace
from support.workspaces import RECIPE, catalogue, write_workspace

_OLD = "captions: {style: box, burn: {vertical: false, reels: true}}"
_FILES = "subtitles: {kk: subtitles/the-dress.kk.srt, ru: subtitles/the-dress.ru.srt}\n"
_SDH = "sdh: {en: {file: subtitles/the-dress.en.srt, encoding: utf-8}, ru: subtitles/the-dress.ru.srt}\n"


def resolve(
    root: Path, captions: str, *, part: str = "{captions: {burn: false}}"
) -> tuple[dict[str, Captions], list[str]]:
    """Give the captions of each platform of the cut, and the problems as "line:column code"."""
    assert _OLD in RECIPE and _FILES in RECIPE
    text = RECIPE.replace(_OLD, f"captions: {captions}").replace(_FILES, _FILES + _SDH)
    text = text.replace("vertical: {captions: {burn: false}}", f"vertical: {part}")
    findings = Findings()
    workspace = load_workspace(write_workspace(root, {"dress.yaml": text}), catalogue(), findings)
    problems = [f"{item.place} {item.code}" for item in findings.items]
    if workspace is None or "the-dress" not in workspace.recipes:
        return {}, problems
    cut = workspace.recipes["the-dress"].cuts["teaser-15"]
    return {name: cut.variant(name).captions for name in cut.platforms}, problems


def test_files_for_people_who_cannot_hear_belong_to_the_film(tmp_path: Path) -> None:
    text = RECIPE.replace(_FILES, _FILES + _SDH)
    findings = Findings()
    workspace = load_workspace(write_workspace(tmp_path, {"dress.yaml": text}), catalogue(), findings)
    assert workspace is not None and not findings.items
    film = workspace.recipes["the-dress"].film
    assert film is not None
    assert film.sdh == {
        "en": SubtitleFile("subtitles/the-dress.en.srt", encoding="utf-8"),
        "ru": SubtitleFile("subtitles/the-dress.ru.srt"),
    }
    assert "en" not in film.subtitles


def test_a_set_is_chosen_by_language_and_by_platform(tmp_path: Path) -> None:
    part = "{captions: {set: {ru: sdh, en: translation}}}"
    found, problems = resolve(tmp_path, "{set: {en: sdh}}", part=part)
    assert not problems
    assert found["x"].sets == {"en": "sdh"}
    assert found["reels"].sets == {"ru": "sdh", "en": "translation"}
    assert found["instagram-feed-4x5"].sets == {"en": "sdh"}


def test_a_platform_with_another_style_keeps_what_it_does_not_say(tmp_path: Path) -> None:
    below = "{style: lines, place: top, set: {en: sdh}, burn: {x: false, reels: false}}"
    found, problems = resolve(tmp_path, below, part="{captions: {style: highlight}}")
    assert not problems
    reels = found["reels"]
    assert (reels.style.name, reels.style.place, reels.sets) == ("highlight", "top", {"en": "sdh"})
    assert "reels" in reels.unburnt and found["x"].style.name == "lines"


def test_what_is_wrong_below_is_told_once_at_its_own_place(tmp_path: Path) -> None:
    _, problems = resolve(tmp_path, "{style: lines, set: {kk: sdh}}", part="{captions: {burn: false}}")
    assert [problem.split()[-1] for problem in problems] == ["AK473"]


def test_one_word_chooses_the_set_of_every_language(tmp_path: Path) -> None:
    found, problems = resolve(tmp_path, "{set: translation}")
    assert not problems
    assert found["x"].sets == {"kk": "translation", "ru": "translation", "en": "translation"}
    assert found["reels"].sets == found["x"].sets  # of `captions:` a platform has otherwise what it says


def test_a_set_that_a_language_lacks_is_an_error_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    _, problems = resolve(tmp_path / "a", "{set: sdh}")
    assert problems == ["recipes/dress.yaml:32:21 AK473"]
    _, problems = resolve(tmp_path / "b", "{set: {en: sdh, kk: sdh}}")
    assert problems == ["recipes/dress.yaml:32:35 AK473"]


@pytest.mark.parametrize(
    ("written", "with_one", "without"),
    [
        ("{style: box}", set(), set()),
        ("{sidecar: false}", set(), {"reels", "tiktok", "instagram-feed-4x5", "x"}),
        ("{sidecar: true}", {"reels", "tiktok", "instagram-feed-4x5", "x"}, set()),
        ("{sidecar: {vertical: false, reels: true}}", {"reels"}, {"tiktok"}),
        ("{sidecar: {x: true}}", {"x"}, set()),
    ],
)
def test_subtitle_files_are_asked_for_by_platform(
    tmp_path: Path, written: str, with_one: set[str], without: set[str]
) -> None:
    found, problems = resolve(tmp_path, written)
    assert not problems
    captions = found["x"]
    assert (set(captions.with_sidecar), set(captions.without_sidecar)) == (with_one, without)
