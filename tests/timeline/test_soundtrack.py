"""What is heard of a cut, in samples: leads and lags, cards, tracks, dubs; and what is refused before."""

from __future__ import annotations

import os
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.checks.sound import check_sound
from assetkit.diagnostics import Findings, Place
from assetkit.media.facts import MasterFacts, SoundFacts
from assetkit.media.sounds import SoundFileFacts
from assetkit.plan.sound import plan_mix
from assetkit.recipe.records import Captions, CardItem, ClipItem, Cut, Item
from assetkit.recipe.sound_records import CardSound, ClipSound, CutSound, Offset, SoundTrack
from assetkit.timecode import RATES, Duration, sample_of_frame
from assetkit.timeline.conform import conform
from assetkit.timeline.records import Timeline
from assetkit.timeline.soundtrack import Heard, lay_sound
from support.campaigns import CAMPAIGN, HERE, TITLE_CARD
from support.scenes import card_of, clip, dissolve, facts

FRAME = 1920  # samples of a frame at 25 frames per second
STEREO = SoundFacts(0, "aac", 48000, 2, "stereo", "rus")
WIDE = SoundFacts(1, "ac3", 48000, 6, "5.1", "eng")
FILE = SoundFileFacts("dubs/first.kk.wav", "digest of the dub", Fraction(0), (STEREO,), (Fraction(20),))
FILES = {FILE.path: FILE}


def frames(count: int) -> Duration:
    return Duration(frames=count)


def heard_clip(start: int, stop: int, slug: str = "first", **sound: Any) -> ClipItem:
    """Make a clip that says so much of its sound, lengths as counts of frames."""
    told: dict[str, Any] = {
        name: frames(value) if type(value) is int else value for name, value in sound.items()
    }
    return replace(clip(slug, start, stop), sound=ClipSound(**told))


def card(count: int, sound: CardSound | None = None) -> CardItem:
    return replace(card_of(TITLE_CARD, count), sound=sound)


def timeline_of(*items: Item, masters: dict[str, MasterFacts] | None = None) -> Timeline:
    known = masters or {slug: facts(slug) for slug in ("first", "second")}
    cut = Cut("cut", items, None, None, (), Captions(), ("small",), HERE)
    findings = Findings()
    timeline = conform(cut, known, CAMPAIGN, findings)
    assert timeline is not None, findings.items
    return timeline


def laid(*items: Item, language: str = "en", **more: Any) -> list[tuple[int, int, int] | None]:
    """Give start, length and first sample of the source of all that is heard, in frames; None for silence."""
    timeline = timeline_of(*items, **more)
    found = Findings()
    assert check_sound(timeline, [language], FILES, found), found.items
    heard = lay_sound(timeline, language, FILES)
    assert_abut(heard)
    return [
        (part.start // FRAME, part.length // FRAME, part.first // FRAME) if part.source else None
        for part in heard
    ]


def assert_abut(heard: tuple[Heard, ...]) -> None:
    at = 0
    for part in heard:
        assert part.start == at and part.length > 0
        at += part.length


def codes(*items: Item, masters: dict[str, MasterFacts] | None = None) -> list[str]:
    findings = Findings()
    check_sound(timeline_of(*items, masters=masters), ["en", "kk"], FILES, findings)
    return [item.code for item in findings.items]


def test_without_a_word_sound_and_picture_are_joined_at_the_same_place() -> None:
    assert laid(clip("first", 10, 60), card(20), clip("first", 100, 150)) == [
        (0, 50, 10),
        None,
        (70, 50, 100),
    ]


def test_a_lead_begins_before_the_picture_and_stays_in_step() -> None:
    assert laid(clip("first", 10, 60), heard_clip(100, 150, lead=5)) == [(0, 45, 10), (45, 55, 95)]


def test_a_lag_runs_on_after_the_picture() -> None:
    assert laid(heard_clip(10, 60, lag=8), clip("first", 100, 150)) == [(0, 58, 10), (58, 42, 108)]
    assert laid(heard_clip(10, 60, lag=8), card(30)) == [(0, 58, 10), None]


def test_a_lead_into_a_card_shortens_its_silence() -> None:
    made = timeline_of(card(30), heard_clip(100, 150, lead=12))
    assert [(part.start, part.length) for part in lay_sound(made, "", {})] == [
        (0, 18 * FRAME),
        (18 * FRAME, 62 * FRAME),
    ]


def test_the_picture_does_not_move() -> None:
    plain = timeline_of(clip("first", 10, 60), clip("first", 100, 150))
    moved = timeline_of(clip("first", 10, 60), heard_clip(100, 150, lead=5))
    assert [part.range for part in plain.segments] == [part.range for part in moved.segments]


def test_sound_runs_on_under_a_card() -> None:
    on = CardSound(runs_on=True)
    assert laid(clip("first", 10, 60), card(30, on), clip("first", 60, 90)) == [(0, 80, 10), (80, 30, 60)]
    assert laid(clip("first", 10, 60), card(30, on), card(10, on), heard_clip(90, 120, lead=4)) == [
        (0, 86, 10),
        (86, 34, 86),
    ]


@pytest.mark.parametrize("rate", [Fraction(30000, 1001), Fraction(60000, 1001)])
def test_a_film_that_is_cut_without_a_jump_is_heard_without_a_join(rate: Fraction) -> None:
    masters = {slug: facts(slug, rate) for slug in ("first", "second")}
    for start in range(0, 100, 4):
        edges = [start, start + 31, start + 48, start + 101, start + 152]
        clips = [clip("first", one, other) for one, other in pairwise(edges)]
        on = card(edges[3] - edges[2], CardSound(runs_on=True))
        for items in (clips, (clips[0], clips[1], on, clips[3])):
            made = timeline_of(clip("second", 7, 24), *items, masters=masters)
            heard = lay_sound(made, "en", FILES)[1:]
            assert all(one.first + one.length == other.first for one, other in pairwise(heard))
            assert abs(heard[-1].first - sample_of_frame(edges[3], rate)) <= 1


def test_where_the_sound_of_a_card_ends_is_known_and_decides_no_key() -> None:
    made = timeline_of(clip("first", 10, 60), card(30, CardSound(FILE.path)))
    film, breath = plan_mix(made, {"ffmpeg": "f", "numpy": "n"}, "en", FILES).extracts
    assert (film.ends, breath.ends) == (None, 20 * 48000)
    assert replace(breath, ends=None).identity() == breath.identity()


def test_several_sounds_of_which_none_is_chosen_are_told() -> None:
    mono = replace(STEREO, channels=1, layout="mono")
    for sounds, weight in (((STEREO, WIDE), "note"), ((mono, replace(mono, index=1)), "warning")):
        known = {"first": replace(facts("first"), sounds=sounds)}
        findings, item = Findings(), clip("first", 10, 60)
        check_sound(timeline_of(item, masters=known), ["en"], FILES, findings)
        assert [(each.code, each.severity.value) for each in findings.items] == [("AK711", weight)]
        chosen = replace(item, film=replace(item.film, sound=SoundTrack(track=1)))
        check_sound(timeline_of(chosen, masters=known), ["en"], FILES, findings)
        assert len(findings.items) == 1


def test_fades_of_a_whole_cut_find_room_in_it() -> None:
    made = timeline_of(clip("first", 10, 60))
    for length, wrong in ((25, []), (26, ["AK710"])):
        findings, fades = Findings(), CutSound(frames(25), frames(length))
        check_sound(replace(made, sound=fades), ["en"], FILES, findings)
        assert [item.code for item in findings.items] == wrong


def test_a_dissolve_goes_where_the_join_of_the_sound_goes() -> None:
    made = timeline_of(clip("first", 10, 60), dissolve(10), heard_clip(100, 150, lead=8))
    first, second = lay_sound(made, "", {})
    assert (second.start, second.cross, second.cross_before) == (42 * FRAME, 10 * FRAME, 5 * FRAME)
    assert first.cross == 0


def test_dissolves_may_take_up_a_whole_clip() -> None:
    items = (
        clip("first", 10, 60),
        dissolve(10),
        clip("first", 100, 110),
        dissolve(10),
        clip("first", 200, 250),
    )
    assert laid(*items) == [(0, 50, 10), (50, 10, 100), (60, 50, 200)]


def test_an_offset_moves_what_is_heard_and_not_where() -> None:
    later = replace(clip("first", 10, 60).film, sound=SoundTrack(offset=Offset(frames(3))))
    earlier = replace(later, sound=SoundTrack(offset=Offset(Duration(seconds=Fraction("0.04")), early=True)))
    assert laid(replace(clip("first", 10, 60), film=later)) == [(0, 50, 7)]
    assert laid(replace(clip("first", 10, 60), film=earlier)) == [(0, 50, 11)]


def test_gains_add_up_and_a_muted_clip_is_silent() -> None:
    film = replace(clip("first", 0, 1).film, sound=SoundTrack(gain_db=-2.0))
    louder = replace(heard_clip(10, 60, gain_db=5.0, fade_in=4, fade_out=6), film=film)
    (part,) = lay_sound(timeline_of(louder), "", {})
    assert (part.gain_db, part.fade_in, part.fade_out) == (3.0, 4 * FRAME, 6 * FRAME)
    assert laid(clip("first", 0, 10), heard_clip(20, 40, mute=True)) == [(0, 10, 0), None]


def test_a_dub_is_heard_in_its_language_only() -> None:
    film = replace(clip("first", 0, 1).film, dubs={"kk": SoundTrack(FILE.path, offset=Offset(frames(2)))})
    item = replace(clip("first", 10, 60), film=film)
    made = timeline_of(item)
    (english,), (kazakh,) = lay_sound(made, "en", FILES), lay_sound(made, "kk", FILES)
    assert english.source is not None and english.source.digest == "digest of first"
    assert kazakh.source is not None and kazakh.source.digest == FILE.digest
    assert (english.first, kazakh.first) == (10 * FRAME, 8 * FRAME)


@pytest.mark.parametrize(("wanted", "index"), [(1, 0), (2, 1), ("ru", 0), ("en", 1), ("eng", 1), (None, 0)])
def test_a_track_is_found_by_number_and_by_language(wanted: int | str | None, index: int) -> None:
    film = replace(clip("first", 0, 1).film, sound=SoundTrack(track=wanted))
    known = {"first": replace(facts("first"), sounds=(STEREO, WIDE))}
    (part,) = lay_sound(timeline_of(replace(clip("first", 10, 60), film=film), masters=known), "", {})
    assert part.source is not None
    assert (part.source.stream, part.source.mixed_down) == (index, index == 1)


@pytest.mark.parametrize("wanted", [3, "kk"])
@pytest.mark.parametrize("sounds", [(STEREO, WIDE), ()])
def test_a_track_that_is_not_there_is_refused_with_those_that_are(
    wanted: int | str, sounds: tuple[SoundFacts, ...]
) -> None:
    film = replace(clip("first", 0, 1).film, sound=SoundTrack(track=wanted))
    known = {"first": replace(facts("first"), sounds=sounds)}
    findings = Findings()
    made = timeline_of(replace(clip("first", 10, 60), film=film), masters=known)
    assert not check_sound(made, ["en"], {}, findings)
    (told,) = findings.items
    assert told.code == "AK700"
    assert told.measured == ("1: stereo, rus; 2: 5.1, eng" if sounds else "no sound track")


def test_two_tracks_of_one_language_must_be_told_by_number() -> None:
    film = replace(clip("first", 0, 1).film, sound=SoundTrack(track="ru"))
    known = {"first": replace(facts("first"), sounds=(STEREO, replace(STEREO, index=1)))}
    assert codes(replace(clip("first", 10, 60), film=film), masters=known) == ["AK700", "AK700"]


def test_a_master_without_sound_is_silent() -> None:
    known = {"first": replace(facts("first"), sounds=())}
    assert laid(clip("first", 0, 10), masters=known) == [None]


ON = CardSound(runs_on=True, place=Place("recipe", 5))
REFUSED: dict[str, tuple[list[Item], str]] = {
    "no handle before": ([card(30), heard_clip(4, 60, lead=5)], "AK703"),
    "no handle after": ([heard_clip(500, 595, lag=6), card(30)], "AK703"),
    "both at one join": ([heard_clip(10, 60, lag=3), heard_clip(100, 150, lead=3)], "AK704"),
    "longer than what it covers": ([card(30), clip("first", 10, 14), heard_clip(50, 90, lead=4)], "AK704"),
    "over two joins": ([card(30), card(3), heard_clip(50, 90, lead=20)], "AK704"),
    "into a dissolve": (
        [clip("first", 50, 90), dissolve(10), clip("first", 100, 112), heard_clip(200, 240, lead=8)],
        "AK704",
    ),
    "first leads": ([heard_clip(50, 90, lead=5)], "AK705"),
    "last lags": ([heard_clip(50, 90, lag=5)], "AK705"),
    "runs on past the end": ([heard_clip(50, 90, lag=5), card(30, ON)], "AK705"),
    "nothing runs on": ([card(30, ON), clip("first", 50, 90)], "AK705"),
    "fades too long": ([heard_clip(50, 90, fade_in=20, fade_out=21)], "AK710"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_laid_is_refused(name: str) -> None:
    items, code = REFUSED[name]
    assert set(codes(*items)) == {code}


@st.composite
def told(draw: st.DrawFn) -> tuple[Fraction, list[Item]]:
    """Give a rate, and clips and cards with leads, lags and dissolves, possible or not."""
    count, items = draw(st.integers(1, 5)), list[Item]()
    lengths, moves = st.integers(4, 30), st.sampled_from([None, None, 1, 3, 8])
    for number in range(count):
        if number and draw(st.integers(0, 3)) == 0:
            items.append(dissolve(draw(st.integers(1, 7))))
        if draw(st.integers(0, 3)) == 0:
            items.append(card(draw(lengths), draw(st.sampled_from([None, ON]))))
            continue
        start = draw(st.integers(0, 560))
        said: dict[str, Any] = {name: draw(moves) for name in ("lead", "lag", "fade_in", "fade_out")}
        items.append(heard_clip(start, start + draw(lengths), **said))
    return draw(st.sampled_from(sorted(RATES.values()))), items


@settings(max_examples=500 if os.environ.get("ASSETKIT_EXAMPLES") else 25, deadline=None)
@given(told())
def test_what_passes_the_checks_can_be_mixed(made: tuple[Fraction, list[Item]]) -> None:
    rate, items = made
    cut = Cut("cut", tuple(items), None, None, (), Captions(), ("small",), HERE)
    masters = {"first": facts("first", rate)}
    timeline = conform(cut, masters, replace(CAMPAIGN, rate=rate), Findings())
    if timeline is None or not check_sound(timeline, ["en"], {}, Findings()):
        return
    plan = plan_mix(timeline, {"ffmpeg": "1", "numpy": "1"}).plan
    assert plan.total == sample_of_frame(timeline.frames, rate)
    for piece in plan.pieces:
        assert piece.source is None or 0 <= piece.source_start < sample_of_frame(600, rate)


def test_the_messages_count_frames() -> None:
    findings = Findings()
    check_sound(timeline_of(card(30), heard_clip(4, 60, lead=7)), ["en"], {}, findings)
    (told,) = findings.items
    assert (told.measured, told.required) == ("4 frames of handle", "7 frames of handle")
    assert "by 3 frames" in told.remedy


def test_a_dub_that_ends_before_its_clip_is_told() -> None:
    film = replace(clip("first", 0, 1).film, dubs={"kk": SoundTrack(FILE.path, place=Place("recipe", 9))})
    findings = Findings()
    made = timeline_of(replace(clip("first", 450, 550), film=film))
    assert check_sound(made, ["en", "kk"], FILES, findings)
    (told,) = findings.items
    assert (told.code, told.measured.split(",")[0]) == ("AK708", "50 frames of silence")
