"""A clip that cuts captions is told once, in all languages, with lines to paste that can be read again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from assetkit.checks.captions.policy import apply_waivers
from assetkit.checks.edges import check_edges
from assetkit.diagnostics import Diagnostic, Findings, Place, Severity
from assetkit.recipe.ranges import parse_range
from assetkit.recipe.records import Captions, ClipItem, Cut, Film, Recipe, Waiver
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import FrameRange, Timecode
from assetkit.timeline.captions import follow_cues
from assetkit.timeline.conform import conform
from assetkit.timeline.legality import find_cut_clips
from support.campaigns import CAMPAIGN, HERE
from support.scenes import clip, facts

SELECT = Place("recipes/a.yaml", 5, 20)


def _check(item: ClipItem, cues: Mapping[str, tuple[FrameCue, ...]], rate: Fraction) -> list[Diagnostic]:
    findings = Findings()
    cut = Cut("cut", (item,), None, None, (), Captions(), ("x",), HERE)
    timeline = conform(cut, {"first": facts("first", rate)}, replace(CAMPAIGN, rate=rate), findings)
    assert timeline is not None
    films = {language: {"first": own} for language, own in cues.items()}
    carried = {language: follow_cues(timeline, own) for language, own in films.items()}
    files = {"kk": {"first": "subtitles/a.kk.srt"}, "ru": {"first": "subtitles/a.ru.srt"}}
    check_edges(find_cut_clips(timeline, films, carried), rate, files, findings)
    return findings.items


def test_a_clip_that_cuts_is_told_with_all_languages_and_ready_lines() -> None:
    cues = {
        "kk": (FrameCue(FrameRange(90, 130), "Үйге\nқайт", 5),),
        "ru": (FrameCue(FrameRange(88, 130), "Иди домой", 6),),
    }
    (item,) = _check(clip("first", 100, 150), cues, Fraction(25))
    assert (item.code, item.severity, item.place) == ("AK441", Severity.WARNING, HERE)
    assert item.message == (
        "the clip begins inside a caption in kk (subtitles/a.kk.srt:5), ru (subtitles/a.ru.srt:6)"
    )
    assert item.measured == "in at 00:00:04:00, inside 00:00:03:15 - 00:00:05:05 'Үйге қайт'"
    assert item.required == "in at 00:00:03:13 or 00:00:05:05"
    assert item.remedy == (
        "write `clip: 00:00:03:13 - 00:00:06:00` (12 frames longer), "
        "or `clip: 00:00:05:05 - 00:00:06:00` (30 frames shorter)"
    )


def test_a_clip_inside_one_caption_is_told_with_the_caption_once() -> None:
    (item,) = _check(
        clip("first", 100, 150), {"kk": (FrameCue(FrameRange(80, 160), "Үйге", 5),)}, Fraction(25)
    )
    assert item.message == "the clip begins and ends inside a caption in kk (subtitles/a.kk.srt:5)"


def test_it_is_waived_by_the_words_of_any_of_its_captions() -> None:
    cues = {
        "kk": (FrameCue(FrameRange(90, 130), "Үйге\nқайт", 5),),
        "ru": (FrameCue(FrameRange(88, 130), "Иди домой", 6),),
    }
    found = _check(clip("first", 100, 150), cues, Fraction(25))
    film = Film("first", {}, "a.mp4", {}, None, HERE)
    for words in ("үйге қайт", "домой"):
        waiver = Waiver("AK441", "", words, "the editor wants it so", HERE)
        recipe = Recipe("a", HERE.file, film, {}, {}, (waiver,))
        assert apply_waivers(found, [recipe])[0] == []


def test_the_range_of_a_select_is_told_where_it_is_written() -> None:
    item = replace(clip("first", 100, 150), select_place=SELECT)
    (told,) = _check(item, {"kk": (FrameCue(FrameRange(140, 160), "Үйге"),)}, Fraction(25))
    assert told.place == SELECT
    assert told.message == "the clip ends inside a caption in kk"
    assert "`range: 00:00:04:00 - 00:00:05:15` (10 frames shorter)" in told.remedy


def test_drop_frame_is_answered_in_drop_frame_and_reads_back_exactly() -> None:
    rate, item = Fraction(30000, 1001), clip("first", 100, 150)
    item = replace(item, start=Timecode(0, 0, Fraction(3), 10, drop_frame=True))
    (told,) = _check(item, {"kk": (FrameCue(FrameRange(80, 160), "Үйге"),)}, rate)
    (line,) = re.findall(r"`clip: (.*?)`", told.remedy)
    assert line == "00:00:02;20 - 00:00:05;10"
    assert [end.in_frames(rate) for end in parse_range(line)] == [80, 160]
