"""Subtitle files of posts: on the frames and with the words of the captions, as their platform takes them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assetkit.campaign.locales import locale_of
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Sidecar
from assetkit.recipe.records import Captions
from assetkit.subtitles.cues import Emphasis, FrameCue
from assetkit.subtitles.sidecar import find_difference, has_sidecar, name_sidecar, write_sidecar
from assetkit.timecode import FrameRange

RATE = Fraction(24000, 1001)
SRT = Sidecar("srt", "{name}.{language}.srt")
VTT = Sidecar("vtt", "{name}.{language}.vtt", markup=True)
PLATFORMS = load_catalogue().platforms
CUES = (
    FrameCue(
        FrameRange(10, 40), "Үйге қайт,\nәжетай", speaker="Ана", emphasis=(Emphasis(0, 4, italic=True),)
    ),
    FrameCue(FrameRange(40, 41), "Болды"),
)
_WORDS = st.text(
    st.sampled_from(" \nабвҚқңәіІ«»—–…ABcd019<>{}\\/&;:,.!?-_=#'\"|*\u00a0\u202f\u0301\u2060🙂"), max_size=24
)
_EVERY_RATE = st.sampled_from([Fraction(24000, 1001), Fraction(25), Fraction(30000, 1001), Fraction(60)])


@st.composite
def captions(draw: st.DrawFn) -> tuple[FrameCue, ...]:
    at, cues = 0, []
    for words in draw(st.lists(_WORDS, min_size=1, max_size=6)):
        at += draw(st.integers(0, 200_000))
        stop = at + draw(st.integers(1, 300))
        text = "\n".join(line.strip().replace("\u2060", "") for line in words.split("\n"))
        cues.append(FrameCue(FrameRange(at, stop), text.strip() or "Сөз"))
        at = stop
    return tuple(cues)


def differ(cues: tuple[FrameCue, ...], taken: Sidecar, rate: Fraction = RATE) -> str:
    data = write_sidecar(cues, taken, rate).encode()
    return find_difference(data, name_sidecar(taken, "film.mp4", "kk", ""), cues, rate)


@given(captions(), _EVERY_RATE, st.sampled_from([SRT, VTT, Sidecar("vtt", "{name}.vtt")]))
def test_every_frame_and_letter_is_read_back(
    cues: tuple[FrameCue, ...], rate: Fraction, taken: Sidecar
) -> None:
    assert differ(cues, taken, rate) == ""


def test_a_plain_file_is_numbered_text_and_nothing_else() -> None:
    assert write_sidecar(CUES, SRT, RATE) == (
        "1\n00:00:00,417 --> 00:00:01,668\nҮйге қайт,\nәжетай\n\n2\n00:00:01,668 --> 00:00:01,710\nБолды\n"
    )


def test_markup_is_written_only_where_it_is_taken() -> None:
    assert "<i>Үйге</i>" in write_sidecar(CUES, VTT, RATE)
    for taken in (SRT, replace(VTT, markup=False)):
        assert not set("<{") & set(write_sidecar(CUES, taken, RATE))
    assert differ(CUES, VTT) == differ(CUES, replace(VTT, markup=False)) == ""


def test_a_platform_that_is_not_known_to_take_one_gets_srt() -> None:
    assert write_sidecar(CUES, Sidecar("none"), RATE) == write_sidecar(CUES, SRT, RATE)
    assert name_sidecar(Sidecar("none"), "film-kk.mp4", "kk", "") == "film-kk.kk.srt"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("00:00:01,710", "00:00:01,800", "cue 2 is 'Болды' at frames 40 to 43 and should be"),
        ("Болды", "Болд", "cue 2 is 'Болд'"),
        ("қайт,\n", "қайт, ", "cue 1 is 'Үйге қайт, әжетай'"),
        ("2\n00:00:01,668 --> 00:00:01,710\nБолды\n", "", "1 cues were read and 2 written"),
        ("-->", "->", "film.srt:2:1: "),
        ("2\n", "3\n", "film.srt:"),
    ],
)
def test_whatever_differs_is_found(old: str, new: str, said: str) -> None:
    text = write_sidecar(CUES, SRT, RATE)
    assert old in text
    assert said in find_difference(text.replace(old, new).encode(), "film.srt", CUES, RATE)


def test_a_file_in_another_encoding_is_found() -> None:
    assert find_difference(write_sidecar(CUES, SRT, RATE).encode("cp1251", "replace"), "a.srt", CUES, RATE)


def test_names_are_those_that_platforms_ask_for() -> None:
    video = "the-dress-teaser-15-facebook-reel-kk.mp4"
    locale = locale_of("kk", {})
    facebook = name_sidecar(PLATFORMS["facebook-reel"].sidecar, video, "kk", locale)
    assert facebook == "the-dress-teaser-15-facebook-reel-kk.kk_KZ.srt"
    assert name_sidecar(PLATFORMS["youtube"].sidecar, "a.mp4", "ru", "ru_RU") == "a.ru.srt"


@pytest.mark.parametrize(
    ("language", "locale"),
    [("kk", "kk_KZ"), ("ru", "ru_RU"), ("en", "en_US"), ("pt-BR", "pt_BR"), ("xx", "xx")],
)
def test_a_locale_is_the_likeliest_or_the_one_that_the_campaign_says(language: str, locale: str) -> None:
    assert locale_of(language, {}) == locale
    assert locale_of(language, {language: "ru_KZ"}) == "ru_KZ"


def test_every_packaged_platform_says_how_it_takes_one_and_where_that_is_from() -> None:
    assert [
        name for name, item in PLATFORMS.items() if not (item.sidecar.source and item.sidecar.as_of)
    ] == []
    taken = {name for name, item in PLATFORMS.items() if item.sidecar.is_taken}
    assert taken == {"youtube", "youtube-short", "facebook-reel", "x", "linkedin"}
    assert not any(item.sidecar.markup for item in PLATFORMS.values())


def test_what_a_person_says_stands_over_what_the_platform_takes() -> None:
    youtube, telegram = PLATFORMS["youtube"], PLATFORMS["telegram"]
    assert has_sidecar(Captions(), youtube) and not has_sidecar(Captions(), telegram)
    assert not has_sidecar(Captions(without_sidecar=("youtube",)), youtube)
    assert has_sidecar(Captions(with_sidecar=("telegram",)), telegram)
