"""`assetkit new`: one's own film becomes a workspace that checks clean and renders, or nothing is written."""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from assetkit.cli import new
from assetkit.diagnostics import Findings
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.yaml_text import read_yaml
from support.shots import make_film
from support.studio import Run, assetkit

LENGTHS = [31, 40, 45, 27]
KAZAKH = "1\n00:00:00,400 --> 00:00:01,100\nҮйге қайт\n"
RUSSIAN = "1\n00:00:00,400 --> 00:00:01,100\nИди домой\n"


@pytest.fixture(scope="session")
def film(masters: Path) -> Path:
    """25 fps, four shots of 31, 40, 45 and 27 frames of 320x180, with a tone."""
    return make_film(masters / "Моя-Film.mp4", LENGTHS)


@pytest.fixture
def subtitles(tmp_path: Path) -> tuple[Path, Path]:
    """A Kazakh file whose name tells its language, and a Russian one whose name does not."""
    own, other = tmp_path / "film.kk.srt", tmp_path / "titles.srt"
    own.write_text(KAZAKH, encoding="utf-8")
    other.write_text(RUSSIAN, encoding="utf-8")
    return own, other


def begin(folder: Path, film: Path, *more: str | Path) -> Run:
    return assetkit("new", folder, "--film", film, "--today", "2026-11-01", *more)


def recipe_of(folder: Path) -> tuple[Path, str]:
    path = next((folder / "recipes").glob("*.yaml"))
    return path, path.read_text(encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_workspace_is_made_from_the_facts(tmp_path: Path, film: Path, subtitles: tuple[Path, Path]) -> None:
    folder = tmp_path / "My campaign"
    done = begin(
        folder, film, "-s", subtitles[0], "-s", f"ru={subtitles[1]}", "-t", "kk=Жол", "-t", "ru=Путь"
    )
    assert done.code == 0, done.err
    campaign = yaml.safe_load((folder / "assetkit.yaml").read_text(encoding="utf-8"))
    assert (campaign["campaign"], campaign["languages"], campaign["rate"]) == (
        "my-campaign",
        ["kk", "ru"],
        25,
    )
    assert campaign["title"] == {"kk": "Жол", "ru": "Путь"}
    assert campaign["reviewed"] == {"kk": False, "ru": False}
    assert "helplines" not in campaign and "statistics" not in campaign
    _, text = recipe_of(folder)
    recipe = yaml.safe_load(text)
    ranges = [select["range"] for select in recipe["selects"].values()]
    assert ranges == [
        "00:00:00:00 - 00:00:01:06",
        "00:00:01:06 - 00:00:02:21",
        "00:00:02:21 - 00:00:04:16",
        "00:00:04:16 - 00:00:05:18",
    ]
    assert [item.get("clip") for item in recipe["cuts"]["teaser-15"]["sequence"]] == [
        *recipe["selects"],
        None,
    ]
    assert (folder / recipe["master"]).read_bytes() == film.read_bytes()
    assert (folder / recipe["subtitles"]["ru"]).read_bytes() == subtitles[1].read_bytes()
    assert "in kk as told by its name" in done.out and "in ru as told by you" in done.out


def test_it_checks_clean_and_fits_its_schemas(
    tmp_path: Path, film: Path, subtitles: tuple[Path, Path]
) -> None:
    folder = tmp_path / "own"
    assert begin(folder, film, "-s", subtitles[0], "-s", subtitles[1]).code == 0
    checked = assetkit("check", "--root", folder)
    assert checked.code == 0 and checked.out == "16 deliverables; no problems\n"
    assert checked.err.startswith("Shots and contrast behind captions are not checked")
    for schema, path in (("recipe", recipe_of(folder)[0]), ("campaign", folder / "assetkit.yaml")):
        named = re.search(r"\$schema=(\S+)", path.read_text(encoding="utf-8"))
        assert named
        rules = json.loads((path.parent / named[1]).read_text(encoding="utf-8"))
        assert rules == json.loads(assetkit("schema", schema).out)
        data = read_yaml(path.read_text(encoding="utf-8"), path.name, Findings())
        assert data
        jsonschema.validate(data.data, rules)


@pytest.mark.slow
def test_what_its_comments_teach_is_right(tmp_path: Path, film: Path) -> None:
    """The examples that stand as comments, without their marks, are valid too."""
    folder = tmp_path / "own"
    assert begin(folder, film, "-l", "en").code == 0
    campaign = folder / "assetkit.yaml"
    text = campaign.read_text(encoding="utf-8")
    assert "# statistics:" in text and "# helplines:" in text
    taught = re.sub(r"^# (statistics:|helplines:|  .*)$", r"\1", text, flags=re.MULTILINE)
    campaign.write_text(taught.replace('"..."', '"some words"'), encoding="utf-8")
    path, recipe = recipe_of(folder)
    shown = recipe.replace("      # - dissolve: 12f", "      - statistic: readers\n      - end: helpline")
    assert shown != recipe
    path.write_text(shown.replace("max: 15s", "max: 40s"), encoding="utf-8")
    checked = assetkit("check", "--root", folder)
    assert checked.code == 0 and "error" not in checked.err
    assert "statistic readers" in checked.err  # a draft: nobody has reviewed it


@pytest.mark.slow
def test_it_renders_at_once_with_two_languages(
    tmp_path: Path, film: Path, subtitles: tuple[Path, Path]
) -> None:
    folder = tmp_path / "own"
    assert begin(folder, film, "-s", subtitles[0], "-s", subtitles[1]).code == 0
    drawn = assetkit("render", "--root", folder, "--draft", "-p", "tiktok")
    assert drawn.code == 0, drawn.err
    posts = {path.parent.name: path for path in (folder / "out").rglob("post.json")}
    assert set(posts) == {"kk", "ru"}
    for path in posts.values():
        post = json.loads(path.read_text(encoding="utf-8"))
        assert (path.parent / post["file"]).stat().st_size == post["bytes"]
        assert sum(LENGTHS) < post["frames"] <= 15 * 25


@pytest.mark.slow
def test_it_renders_at_once_without_subtitles(tmp_path: Path) -> None:
    rate = Fraction(30000, 1001)
    film = make_film(tmp_path / "quiet.ts", [40, 35], rate=rate, sound=False)
    folder = tmp_path / "deep" / "own"
    assert begin(folder, film).code == 0
    assert "rate: 29.97\n" in (folder / "assetkit.yaml").read_text(encoding="utf-8")
    checked = assetkit("check", "--root", folder)
    assert checked.code == 0 and len(checked.err.splitlines()) == 1
    assert checked.err.startswith("Not reviewed by a native reader")
    drawn = assetkit("render", "--root", folder, "--draft", "-p", "youtube")
    assert drawn.code == 0, drawn.err
    assert len([*(folder / "out").rglob("*.mp4")]) == 1


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path, film: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    done = begin(folder, film)
    assert done.code == 1 and "is there already" in done.err
    assert tree(folder) == {"notes.txt": b"mine"}


def test_a_file_or_a_dangling_link_of_that_name_is_left_alone(tmp_path: Path, film: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link"):
        done = begin(tmp_path / name, film)
        assert done.code == 1 and "is there already" in done.err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "link").is_symlink() and not (tmp_path / "nowhere").exists()


@pytest.mark.slow
def test_an_empty_folder_is_filled(tmp_path: Path, film: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    assert begin(folder, film).code == 0
    assert (folder / "assetkit.yaml").is_file()


@pytest.mark.parametrize("fault", ["turned", "variable", "untagged"])
def test_a_master_that_is_refused_is_refused_with_the_same_reason(tmp_path: Path, fault: str) -> None:
    film = make_faulty(tmp_path, fault)
    folder = tmp_path / "own"
    before = sorted(tmp_path.iterdir())
    done = begin(folder, film)
    assert done.code == 1 and sorted(tmp_path.iterdir()) == before
    good = make_film(tmp_path / "good.mp4", [30], sound=False)
    assert begin(folder, good).code == 0
    master = folder / "assets" / "films" / "good.mp4"
    master.write_bytes(film.read_bytes())
    refused = assetkit("check", "--root", folder).err
    assert done.err.startswith("error: AK310: ")
    reason = done.err.removeprefix("error: AK310: ").partition(": ")[2].split(". ")[0].strip()
    assert reason and reason in refused


def make_faulty(folder: Path, fault: str) -> Path:
    whole, film = make_film(folder / "whole.mp4", [30], sound=False), folder / "film.mp4"
    if fault == "turned":
        options = ["-display_rotation", "90", "-i", str(whole), "-c", "copy"]
    elif fault == "variable":
        late = "setpts='(N+3*gt(N,12))/25/TB'"
        options = ["-i", str(whole), "-vf", late, "-fps_mode", "passthrough", "-c:v", "libx264"]
    else:
        options = ["-i", str(whole), "-vf", "setparams=colorspace=unknown", "-c:v", "libx264"]
    run_ffmpeg(["-y", *options, str(film)], loglevel="error")
    return film


def test_colours_can_be_said(tmp_path: Path) -> None:
    film = make_faulty(tmp_path, "untagged")
    folder = tmp_path / "own"
    assert "colour" in begin(folder, film).err
    assert begin(folder, film, "--colour", "bt709").code == 0
    assert "\ncolour: bt709\n" in recipe_of(folder)[1]


@pytest.mark.slow
def test_what_would_not_check_is_not_written(tmp_path: Path, film: Path) -> None:
    folder = tmp_path / "deep" / "own"
    before = sorted(tmp_path.iterdir())
    done = begin(folder, film, "-t", "電影")
    assert done.code == 1 and "AK422" in done.err and "nothing was written" in done.err
    assert sorted(tmp_path.iterdir()) == before


def half_written(fault: BaseException) -> Callable[[Path, Path], None]:
    def fail(source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise fault

    return fail


def test_a_full_disk_leaves_nothing(tmp_path: Path, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(new, "copy_file", half_written(full))
    done = begin(tmp_path / "own", film)
    assert done.code == 1 and "No space left on device" in done.err
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_nothing(tmp_path: Path, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new, "copy_file", half_written(KeyboardInterrupt()))
    wanted = new.Wanted(film, (), (), (), None, "2026-11-01")
    with pytest.raises(KeyboardInterrupt):  # not by `main`: it ends all children of this process for good
        new.make_workspace(tmp_path / "own", wanted)
    assert list(tmp_path.iterdir()) == []


def test_strange_names_of_files_become_plain_ones(tmp_path: Path) -> None:
    film = make_film(tmp_path / "made.mp4", [40], sound=False)
    odd = film.rename(tmp_path / "Été: \u043a\u0438\u043d\u043e.mp4 #1")
    folder = tmp_path / "\u041c\u043e\u0439"
    assert begin(folder, odd).code == 0
    assert "\nmaster: assets/films/ete\n" in recipe_of(folder)[1]
    assert "\ncampaign: ete\n" in (folder / "assetkit.yaml").read_text(encoding="utf-8")


@pytest.mark.slow
def test_languages_are_told_by_code_by_name_and_by_letters(tmp_path: Path, film: Path) -> None:
    files = {"a.hd.srt": KAZAKH, "b.en.srt": RUSSIAN, "c.srt": RUSSIAN}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    given = [word for name in files for word in ("-s", tmp_path / name)]
    done = begin(tmp_path / "own", film, *given, "-l", "de")
    assert done.code == 0, done.err
    assert re.findall(r"in (\w+) as told by (its \w+)", done.out) == [
        ("kk", "its letters"),
        ("en", "its name"),
        ("ru", "its letters"),
    ]
    assert "languages: [kk, en, ru, de]" in (tmp_path / "own" / "assetkit.yaml").read_text(encoding="utf-8")
    assert "translate it" in done.out


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (["--film", "nowhere.mp4"], "no film at nowhere.mp4"),
        (["-s", "nowhere.srt"], "no subtitle file"),
        (["-s", "titles.srt", "-s", "ru=titles.srt"], "two subtitle files are in ru"),
        (["-s", "numbers.srt"], "language of numbers.srt is not known"),
        (["-l", "Kazakh"], "not a language code"),
        (["-l", "kk", "-t", "ru=Путь"], "none of the languages"),
        (["-t", "One", "-t", "Two"], "two titles"),
        (["-t", " "], "a line of words"),
    ],
)
def test_what_is_given_wrongly_is_wrong_usage(
    tmp_path: Path, film: Path, monkeypatch: pytest.MonkeyPatch, more: list[str], reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "titles.srt").write_text(RUSSIAN, encoding="utf-8")
    (tmp_path / "numbers.srt").write_text("1\n00:00:00,400 --> 00:00:01,100\n12 + 12\n", encoding="utf-8")
    done = begin(Path("own"), film, *more)
    assert done.code == 2 and reason in done.err
    assert not (tmp_path / "own").exists()


def test_a_broken_subtitle_file_is_refused_with_its_line(tmp_path: Path, film: Path) -> None:
    broken = tmp_path / "film.kk.srt"
    broken.write_text("1\n00:00:00,400 --> soon\nҮйге\n", encoding="utf-8")
    done = begin(tmp_path / "own", film, "-s", broken)
    assert done.code == 1 and "film.kk.srt:2" in done.err
    assert not (tmp_path / "own").exists()


def test_a_title_too_long_for_the_teaser_is_refused(tmp_path: Path, film: Path) -> None:
    done = begin(tmp_path / "own", film, "-t", "слово " * 60)
    assert done.code == 1 and "too long" in done.err
    assert not (tmp_path / "own").exists()
