"""Cues that nobody can read are told with a place, and those that can are not."""

from __future__ import annotations

from fractions import Fraction

from assetkit.checks.cues import check_clipped, check_frameless
from assetkit.diagnostics import Findings, Place, Severity
from assetkit.subtitles.cues import Cue, FrameCue
from assetkit.timecode import FrameRange
from assetkit.timeline.captions import CarriedCue

RATE = Fraction(25)
HERE = Place("recipes/a.yaml", 7, 9)


def _carried(frames: int, whole: int) -> CarriedCue:
    return CarriedCue(FrameCue(FrameRange(100, 100 + frames), "Иди\nдомой"), whole, HERE)


def test_a_cue_between_two_frames_is_told_with_its_time() -> None:
    flash = Cue(Fraction(61_001, 1000), Fraction(61_010, 1000), ("Home",))
    found = Findings()
    check_frameless([flash, Cue(Fraction(1), Fraction(2), ("Seen",))], RATE, "subtitles/en.srt", found)
    (item,) = found.items
    assert (item.code, item.severity, item.place) == ("AK406", Severity.WARNING, Place("subtitles/en.srt"))
    assert "00:01:01,001" in item.message and "'Home'" in item.message


def test_a_caption_clipped_to_a_flash_is_told_at_its_clip() -> None:
    found = Findings()
    check_clipped([_carried(3, 60)], RATE, "ru", found)
    (item,) = found.items
    assert (item.code, item.severity, item.place) == ("AK407", Severity.WARNING, HERE)
    assert item.measured == "3 of 60 frames" and item.required == "at least 21 frames"
    assert "00:00:04:00" in item.message and "'Иди домой'" in item.message


def test_what_is_long_enough_or_was_short_already_is_not_told() -> None:
    found = Findings()
    check_clipped([_carried(21, 60), _carried(20, 20)], RATE, "ru", found)
    assert not found.items
    check_clipped([_carried(20, 21)], RATE, "ru", found)
    assert len(found.items) == 1
