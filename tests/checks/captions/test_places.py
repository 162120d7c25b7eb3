"""Cuts of the film, zones of platforms and letters of the font: told where they go wrong."""

from __future__ import annotations

from assetkit.checks.captions.glyphs import check_glyphs
from assetkit.checks.captions.places import check_zones
from assetkit.checks.captions.records import CaptionFile, quote
from assetkit.checks.captions.shots import check_shots
from assetkit.diagnostics import Place, Severity
from assetkit.geometry import Box, Size
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Format, Layout, Platform
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.standards import load_standards
from assetkit.timecode import FrameRange
from support.captioned import caption_file, codes, film_of

STANDARDS = load_standards()


def crossing(*shots: int) -> list[str]:
    film = film_of(caption_file("en", (100, 200, "Home")), shots=shots)
    return codes(check_shots(film, STANDARDS))


def test_a_cue_over_a_cut_stands_half_a_second_on_both_sides() -> None:
    assert crossing(100, 200) == []
    assert crossing(113, 187) == []  # 13 frames are half a second at 25
    assert crossing(112) == ["AK456"]
    assert crossing(188) == ["AK456"]


def test_what_to_do_about_a_cut_is_said() -> None:
    film = film_of(caption_file("en", (100, 200, "Home")), shots=(195,))
    (item,) = check_shots(film, STANDARDS)
    assert (item.severity, item.remedy) == (Severity.NOTE, "end it 2 frames before the cut")
    assert "00:00:07:20" in item.message and item.measured == "5 frames after the cut"
    film = film_of(caption_file("en", (100, 200, "Home")), shots=(104,))
    assert next(check_shots(film, STANDARDS)).remedy == "begin it on the cut, 4 frames later"


def test_nothing_is_said_of_shots_that_nobody_looked_for() -> None:
    assert codes(check_shots(film_of(caption_file("en", (100, 200, "Home"))), STANDARDS)) == []


def test_a_zone_below_the_interface_is_told() -> None:
    size = Size(320, 180)
    for covered, expected in ((Box(0, 150, 320, 30), []), (Box(0, 149, 320, 31), ["AK457"])):
        layout = Layout("own", size, Box(0, 100, 320, 50), Box(0, 0, 320, 100), (covered,))
        assert codes(check_zones([Platform("own", "Own", Format("own", size), layout, ())])) == expected


def test_packaged_layouts_keep_captions_clear() -> None:
    assert codes(check_zones(load_catalogue().platforms.values())) == []


def test_a_letter_that_cannot_be_drawn_is_told_at_its_place() -> None:
    film = film_of(caption_file("en", (0, 50, "Home"), (60, 90, "Ho\nme 家")))
    (item,) = check_glyphs(
        film, lambda text, _: [each for each in text if each == "家"], lambda *_: "Onest-Bold"
    )
    assert (item.code, item.severity) == ("AK401", Severity.ERROR)
    assert item.place == Place("subtitles/a.en.srt", 8, 4)
    assert "家 (U+5BB6)" in item.message


def test_a_cue_that_is_not_found_in_its_file_is_told_at_its_times() -> None:
    cue = FrameCue(FrameRange(0, 50), "Home", 2)
    assert CaptionFile("en", "a.srt", (cue,)).place(cue) == Place("a.srt", 2, 1)
    assert CaptionFile("en", "a.srt", (cue,), ("1", "times", "<i>Home</i>")).place(cue) == Place(
        "a.srt", 3, 4
    )
    assert CaptionFile("en", "a.srt", (FrameCue(FrameRange(0, 50), "Home"),)).place(cue) == Place(
        "a.srt", 2, 1
    )


def test_long_words_are_cut_in_messages() -> None:
    assert quote("a\nb") == "“a b”" and len(quote("a" * 500)) == 74
