"""The example campaign: it checks clean, says what the deck says, and is whole in three languages.

The masters here are plain colour of the stand-ins' lengths: drawn films differ in their bytes between
machines, so that no facts lock of them is committed, and what is checked needs only rate, size and length.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from assetkit.diagnostics import Severity
from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.recipe.records import CardItem, ClipItem
from assetkit.tool.ffmpeg import run_ffmpeg

ROOT = Path(__file__).parent.parent
FILMS = ("all-about-my-dad", "do-not-forget-your-way-home", "the-dinner", "the-dress")
LANGUAGES = {"kk", "ru", "en"}
# name: value, unit, words of the deck that must stand in the English text
DECK: dict[str, tuple[int, str, str]] = {
    "deaths-per-year": (80, "", "not less than women die from domestic violence in Kazakhstan each year"),
    "reports-per-day": (
        300,
        "",
        "reports of violence against women are filed to the police daily in Kazakhstan",
    ),
    "crimes-at-home": (90, "%", "of crimes occur within the home"),
    "views-way-home": (1_800_000, "", "views: Do Not Forget Your Way Home"),
    "views-dress": (2_700_000, "", "views: The Dress"),
    "views-dad": (230_000, "", "views: All About My Dad"),
    "views-dinner": (4_500_000, "", "views: The Dinner"),
    "population": (19_766_807, "", "people live in Kazakhstan"),
    "men": (9_647_701, "", "of them are men"),
    "reach": (
        15_000_000,
        "",
        "almost people, or 75% of the country\u2019s population, were reached by the campaign",
    ),
    "reach-share": (75, "%", "of the country\u2019s population were reached by the campaign"),
    "films": (4, "", "films show how men express emotions"),
    "in-kind-contribution": (
        1_000_000,
        "",
        "more than dollars of in-kind contribution came from local businesses",
    ),
}
_STAMP = re.compile(r"(\d+):(\d+):(\d+),(\d+) --> (\d+):(\d+):(\d+),(\d+)\n")


@pytest.fixture(scope="module")
def drawer() -> Iterator[ModuleType]:
    """The program that draws the stand-ins, with its stories."""
    sys.path.insert(0, str(ROOT / "assets"))
    try:
        import draw_films  # type: ignore[import-not-found]

        yield draw_films
    finally:
        sys.path.remove(str(ROOT / "assets"))


@pytest.fixture(scope="module")
def batch(drawer: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Batch:
    root = tmp_path_factory.mktemp("campaign")
    shutil.copy(ROOT / "assetkit.yaml", root)
    shutil.copytree(ROOT / "recipes", root / "recipes")
    shutil.copytree(ROOT / "assets" / "subtitles", root / "assets" / "subtitles")
    (root / "assets" / "films").mkdir()
    drawer.draw_tune(root / "assets")
    films = sorted(drawer.FILMS.values(), key=lambda film: -film.seconds)
    longest = root / "assets" / "films" / f"{films[0].name}.mp4"
    _make_plain(longest, films[0].seconds)
    for film in films[1:]:
        path = longest.with_name(f"{film.name}.mp4")
        run_ffmpeg(["-y", "-i", str(longest), "-t", str(film.seconds), "-c", "copy", str(path)])
    return plan_batch(root, Selection())


def _make_plain(path: Path, seconds: float) -> None:
    picture = f"color=c=gray:s=1280x720:r=25:d={seconds},format=yuv420p"
    tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    inputs = f"-y -f lavfi -i {picture},{tags} -f lavfi -i anullsrc=r=48000:cl=stereo -t {seconds}"
    run_ffmpeg([*inputs.split(), "-preset", "ultrafast", "-g", "50", "-bf", "0", str(path)])


def _campaign() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "assetkit.yaml").read_text(encoding="utf-8")))


def test_it_has_nothing_worse_than_drafts(batch: Batch) -> None:
    worse = [item for item in batch.findings.items if item.severity is not Severity.DRAFT]
    assert worse == []
    assert len(batch.deliverables) > 100


def test_every_film_has_two_lengths_that_share_whole_clips(batch: Batch) -> None:
    cuts = {(item.recipe.slug, item.cut.name): item.cut for item in batch.deliverables}
    for film in FILMS:
        short, long = (
            [p for p in cuts[film, f"teaser-{n}"].sequence if isinstance(p, ClipItem)] for n in (15, 30)
        )
        long_ranges = [(clip.start, clip.stop) for clip in long]
        assert len(short) < len(long)
        assert all((clip.start, clip.stop) in long_ranges for clip in short), film


def test_every_cut_keeps_its_length_and_uses_it(batch: Batch) -> None:
    for item in batch.deliverables:
        most = re.fullmatch(r"teaser-(\d+)", item.cut.name)
        seconds = Fraction(item.file.frames) / item.file.spans[0].rate
        limit = int(most[1]) if most else 30
        assert seconds <= limit, item.folder
        assert not most or seconds >= limit * 3 // 4, item.folder


def test_every_cut_is_made_in_every_language(batch: Batch) -> None:
    made: dict[tuple[str, str, str], set[str]] = {}
    for item in batch.deliverables:
        made.setdefault((item.recipe.slug, item.cut.name, item.platform.name), set()).add(item.language)
    assert {slug for slug, _, _ in made} == {
        *FILMS,
        "problem-in-numbers",
        "reach-in-numbers",
        "what-men-hear",
    }
    assert all(languages == LANGUAGES for languages in made.values())


def test_statistics_are_the_decks(batch: Batch) -> None:
    assert batch.workspace
    said = {
        name: (
            int(each.value),
            each.unit,
            " ".join(filter(None, [each.qualifier.get("en", ""), each.wording["en"]])),
        )
        for name, each in batch.workspace.campaign.statistics.items()
    }
    assert said == DECK


def test_the_two_named_quotes_wait_for_consent(batch: Batch) -> None:
    assert batch.workspace
    quotes = batch.workspace.campaign.quotes
    assert {name: quote.anonymous for name, quote in quotes.items()} == {
        "example-of-a-father": True,
        "bicycle-pump": False,
        "sometimes-you-should": False,
    }
    assert [quote.consent for quote in quotes.values()] == [None, None, None]
    shown = {
        part.quote for item in batch.deliverables for part in item.cut.sequence if isinstance(part, CardItem)
    }
    assert shown <= {None, "example-of-a-father"}


def test_nothing_is_called_reviewed_or_primary() -> None:
    campaign = _campaign()
    assert campaign["reviewed"] == dict.fromkeys(LANGUAGES, False)
    for record in campaign["statistics"].values():
        assert (record["primary"], record["reviewed"]) == (False, False)
        assert record["source"]["en"] == "campaign deck 2022-23"


def test_percentages_and_wordings_carry_the_same_digits_in_all_languages() -> None:
    for name, record in _campaign()["statistics"].items():
        digits = {language: re.findall(r"\d+", str(words)) for language, words in record["wording"].items()}
        assert digits["kk"] == digits["ru"] == digits["en"], name


def _cues(path: Path) -> list[tuple[float, float]]:
    def seconds(part: tuple[str, ...]) -> float:
        hours, minutes, whole, thousandths = map(int, part)
        return hours * 3600 + minutes * 60 + whole + thousandths / 1000

    found = _STAMP.findall(path.read_text(encoding="utf-8"))
    return [(seconds(row[:4]), seconds(row[4:])) for row in found]


@pytest.mark.parametrize("film", FILMS)
def test_subtitles_stand_at_the_same_times_in_all_languages(film: str, drawer: ModuleType) -> None:
    times = {code: _cues(ROOT / "assets" / "subtitles" / f"{film}.{code}.srt") for code in LANGUAGES}
    assert times["kk"] == times["ru"] == times["en"]
    assert len(times["kk"]) >= 10 and times["kk"][-1][1] < drawer.FILMS[film].seconds
    kazakh = (ROOT / "assets" / "subtitles" / f"{film}.kk.srt").read_text(encoding="utf-8").lower()
    assert len(set("әғқңөұүһі") & set(kazakh)) >= 6


def test_no_clip_and_no_cue_crosses_a_shot(batch: Batch, drawer: ModuleType) -> None:
    clips = {
        (part.film.slug, part.start.in_frames(Fraction(25)), part.stop.in_frames(Fraction(25)))
        for item in batch.deliverables
        for part in item.cut.sequence
        if isinstance(part, ClipItem)
    }
    for slug, start, stop in sorted(clips):
        assert any(first <= start and stop <= last for first, last in _shots(drawer, slug)), (
            slug,
            start,
            stop,
        )


def _shots(drawer: ModuleType, film: str) -> list[tuple[int, int]]:
    ends: list[tuple[int, int]] = []
    at = 0
    for shot in drawer.FILMS[film].shots:
        ends.append((at, at + round(shot.seconds * 25)))
        at = ends[-1][1]
    return ends


@pytest.mark.parametrize("film", FILMS)
def test_stand_ins_are_40_to_60_seconds_of_moving_pictures(film: str, drawer: ModuleType) -> None:
    from drawing.animatic import draw_frame  # type: ignore[import-not-found]

    story = drawer.FILMS[film]
    assert 40 <= story.seconds <= 60 and len(story.shots) >= 6
    shot = story.shots[1]
    first, later = draw_frame(shot, 0), draw_frame(shot, 20)
    assert len(first) == 1280 * 720 * 3
    assert first == draw_frame(shot, 0) and first != later


def test_the_mark_stands_in_every_narrow_crop(drawer: ModuleType) -> None:
    from drawing.animatic import mark_sheet

    wide = 405  # of 1280: the crop of 720 lines to 9:16
    opaque = [any(mark_sheet().getpixel((x, y))[3] for y in range(40)) for x in range(1280)]
    starts = [26 + 320 * number for number in range(4)]
    length = next(n for n in range(1, 200) if not any(opaque[26 + n : 26 + n + 30]))
    assert all(any(left <= x and x + length <= left + wide for x in starts) for left in range(1280 - wide))
