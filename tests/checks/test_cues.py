"""Cues that nobody can read are told with a place, and those that can are not."""

from __future__ import annotations

from fractions import Fraction

from assetkit.checks.cues import check_clipped, check_frameless
from assetkit.diagnostics import Findings, Place, Severity
from assetkit.subtitles.cues import Cue, FrameCue
from assetkit.timecode import FrameRange
from assetkit.timeline.captions import Carried, CarriedCue

RATE = Fraction(25)
HERE = Place("recipes/a.yaml", 7, 9)


def _carried(frames: int, whole: int) -> CarriedCue:
    cue = FrameCue(FrameRange(100, 100 + frames), "Иди\nдомой", line=12)
    source = FrameRange(200, 200 + whole)
    return CarriedCue(cue, whole, HERE, "a", source, FrameRange(200, 200 + frames))


def test_a_cue_between_two_frames_is_told_with_its_time_and_line() -> None:
    flash = Cue(Fraction(61_001, 1000), Fraction(61_010, 1000), ("Home",), line=7)
    found = Findings()
    check_frameless([flash, Cue(Fraction(1), Fraction(2), ("Seen",))], RATE, "subtitles/en.srt", found)
    (item,) = found.items
    assert (item.code, item.severity) == ("AK406", Severity.WARNING)
    assert item.place == Place("subtitles/en.srt", 7, 1)
    assert "00:01:01,001" in item.message and "'Home'" in item.message


def test_a_caption_clipped_too_much_is_told_at_its_clip_with_both_times_and_its_line() -> None:
    found = Findings()
    check_clipped(Carried((), (_carried(3, 60),)), RATE, "ru", found, files={"a": "subtitles/a.ru.srt"})
    (item,) = found.items
    assert (item.code, item.severity, item.place) == ("AK407", Severity.WARNING, HERE)
    assert item.measured == "3 of 60 frames, of 00:00:08:00 - 00:00:10:10 in the master"
    assert item.required == "at least 21 frames"
    assert (item.cue, item.language) == ("Иди\nдомой", "ru"), "so that it can be waived by them"
    assert "is left out in ru, at 00:00:04:00 of the cut" in item.message
    assert "'Иди домой' (subtitles/a.ru.srt:12)" in item.message


def test_a_flash_is_told_and_what_is_long_enough_or_was_short_already_is_not() -> None:
    found = Findings()
    check_clipped(Carried((_carried(21, 60), _carried(20, 20)), ()), RATE, "ru", found)
    assert not found.items
    check_clipped(Carried((_carried(20, 21),), ()), RATE, "ru", found)
    (item,) = found.items
    assert "only a flash" in item.message
