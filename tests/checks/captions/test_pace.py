"""Speed, lines, durations and gaps: told past the limit, with place and times, and not at it."""

from __future__ import annotations

import pytest

from assetkit.checks.captions.pace import check_pace
from assetkit.checks.captions.records import Use
from assetkit.diagnostics import Place, Severity
from assetkit.subtitles.standards import load_standards
from assetkit.timecode import FrameRange
from support.captioned import Said, caption_file, codes, film_of

STANDARDS = load_standards()


def found(language: str, *said: Said, sdh: bool = False) -> list[str]:
    return codes(check_pace(film_of(caption_file(language, *said, sdh=sdh)), STANDARDS))


@pytest.mark.parametrize(("language", "most"), [("en", 20), ("ru", 17), ("kk", 17), ("tr", 17)])
def test_reading_speed_is_told_past_its_limit(language: str, most: int) -> None:
    # Two seconds hold twice the limit, and what rounds to the limit is within it.
    assert found(language, (0, 50, "а" * (2 * most))) == []
    assert found(language, (0, 50, "а" * (2 * most + 1))) == ["AK450"]


def test_captions_for_the_deaf_may_be_faster_in_russian() -> None:
    assert found("ru", (0, 50, "а" * 38)) == ["AK450"]
    assert found("ru", (0, 50, "а" * 38), sdh=True) == []


def test_a_fast_cue_is_told_where_it_stands_and_where_it_is_shown() -> None:
    file = caption_file("en", (0, 40, "Hi"), (100, 125, "Tomorrow is the school\nconcert."))
    film = film_of(file, uses=(Use("teaser-15", FrameRange(90, 200), 25),))
    (item,) = check_pace(film, STANDARDS)
    assert (item.code, item.severity) == ("AK450", Severity.WARNING)
    assert item.place == Place("subtitles/a.en.srt", 7, 1)
    assert "at 00:00:04:00 of the film (teaser-15 00:00:01:10)" in item.message
    assert item.measured == "31.0 characters a second"
    assert item.required.startswith("at most 20 characters per second (Netflix")
    assert item.remedy == "take out 11 of 31 characters, or show it for 1.56 s"
    assert (item.language, item.cue) == ("en", "Tomorrow is the school\nconcert.")


def test_lines_are_counted_and_measured() -> None:
    assert found("en", (0, 100, "a" * 42)) == []
    assert found("en", (0, 100, "a" * 43)) == ["AK451"]
    assert found("ru", (0, 100, "а" * 40)) == ["AK451"]
    assert found("en", (0, 100, "a\nb")) == []
    assert found("en", (0, 100, "a\nb\nc")) == ["AK452"]


def test_durations_have_two_ends() -> None:
    assert found("en", (0, 21, "Hi")) == []
    assert found("en", (0, 20, "Hi")) == ["AK453"]
    assert found("en", (0, 175, "Hi")) == []
    assert found("en", (0, 176, "Hi")) == ["AK454"]


def test_two_frames_stay_between_cues() -> None:
    assert found("en", (0, 30, "Hi"), (32, 60, "Ho")) == []
    assert found("en", (0, 30, "Hi"), (31, 60, "Ho")) == ["AK455"]
