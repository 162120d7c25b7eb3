"""Silence under cues, each stretch once for all languages."""

from __future__ import annotations

from dataclasses import replace

from assetkit.checks.hearing.records import Track
from assetkit.checks.hearing.silence import check_silence
from assetkit.diagnostics import Place, Severity
from support.captioned import RATE as FRAMES
from support.captioned import caption_file, film_of
from support.voices import hear, speak

KK = caption_file("kk", (25, 75, "Үйге қайт"), (125, 175, "Қайдасың?"), (200, 240, "Мен келдім"))
RU = caption_file("ru", (30, 70, "Иди домой"), (125, 170, "Где ты?"), (200, 240, "Я дома"))
HEARD = hear(speak(10, [(1.2, 2.8), (8.5, 9)]))
TRACK = Track("films/a.mp4", HEARD, FRAMES, Place("recipes/a.yaml", 1, 1), (), "a-film")
FILM = film_of(KK, RU)


def test_a_silent_cue_is_told_once_for_all_languages() -> None:
    (found,) = check_silence(FILM, {"kk": TRACK, "ru": TRACK})
    assert (found.code, found.severity, found.cue, found.language) == (
        "AK750",
        Severity.WARNING,
        "Қайдасың?",
        "kk",
    )
    assert found.place and found.place.file == "subtitles/a.kk.srt" and found.place.line == 7
    assert "00:00:05:00 of the film" in found.message and "dBFS" in found.measured and found.remedy


def test_a_dub_is_judged_by_its_own_cues() -> None:
    silent = replace(TRACK, name="dubs/ru.wav", heard=hear(speak(10, [])))
    found = check_silence(FILM, {"kk": TRACK, "ru": silent})
    assert [(item.language, item.cue) for item in found] == [
        ("kk", "Қайдасың?"),
        *(("ru", cue.text) for cue in RU.cues),
    ]


def test_sound_that_is_late_is_judged_where_it_is_heard() -> None:
    late = replace(TRACK, late=4 * 48000)
    assert [item.cue for item in check_silence(FILM, {"ru": late})] == ["Иди домой", "Я дома"]


def test_many_are_told_shortly() -> None:
    cues = [(number * 10, number * 10 + 8, f"слово {number}") for number in range(20)]
    found = check_silence(
        film_of(caption_file("ru", *cues)), {"ru": replace(TRACK, heard=hear(speak(8, [])))}
    )
    assert len(found) == 3 and "(17 more of this kind" in found[-1].message


def test_what_describes_a_sound_may_be_silent() -> None:
    described = caption_file("ru", (125, 175, "[тишина]"), (176, 190, "(пауза)"), sdh=True)
    assert check_silence(film_of(described), {"ru": TRACK}) == []
