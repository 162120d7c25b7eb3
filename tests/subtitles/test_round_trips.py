"""What is written is read back as it was: all that the format can hold, on the same frames."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.subtitles.carry import conform_cues
from assetkit.subtitles.cues import Cue, Emphasis, FrameCue
from assetkit.subtitles.read import Known, read_cues, read_subtitles
from assetkit.subtitles.setting import Setter
from assetkit.subtitles.write import FORMS, write_cues
from assetkit.timecode import RATES, FrameRange, seconds_to_frames

SUBTITLES = Path(__file__).parents[2] / "assets" / "subtitles"
EXAMPLES = 500 if os.environ.get("ASSETKIT_EXAMPLES") else 40
SIGNS = "aBé9 әғқңөұүһі-–—.,:;!?«»“”’…\u00a0<>&{}[]()/\\|*_\"'%#=\nसिسل"
HELD = {
    "srt": {"emphasis"},
    "vtt": {"emphasis", "speaker", "words"},
    "sbv": set(),
    "ttml": {"emphasis", "speaker", "words"},
    "ass": {"emphasis", "speaker", "words"},
    "microdvd": set(),
}
TRAPS = [
    "<i>no tag</i>", "{\\an8}no code", "a --> b", "00:00:01,000 --> 00:00:02,000", "42", "18:00 → 20:00",
    "WEBVTT", "NOTE this", "&amp; &lt;", "{y:i}", "/slant", "[br]", "\\N", "{comment}", "]]>", "<!-- -->",
    "0:00:01.000,0:00:02.000", "{25}{50}", "<v Ann>", "<00:00:01.000>", "1,000", "Dialogue: 0", "<br/>",
    "{\\p1}m 0 0", "--", "#1", "Style: x", "STYLE", "a\n42", "42\n18:00,5", "- A\n- B",
]  # fmt: skip


def words_of(draw: st.DrawFn, text: str, reach: FrameRange) -> tuple[tuple[int, int], ...]:
    """Give times of words, the first from the start of the cue."""
    begins = [0] + [n + 1 for n, sign in enumerate(text[:-1]) if sign in " \n" and text[n + 1] not in " \n"]
    frames = draw(st.sets(st.integers(reach.start, reach.stop - 1), max_size=len(begins)))
    rising = sorted({reach.start, *frames})[: len(begins)]
    return tuple(zip(rising, begins, strict=False)) if len(rising) > 1 else ()


@st.composite
def texts(draw: st.DrawFn) -> str:
    line = st.one_of(st.sampled_from(TRAPS), st.text(SIGNS, min_size=1, max_size=24))
    setter = Setter()
    setter.say("\n".join(draw(st.lists(line, min_size=1, max_size=3))))
    text = "\n".join(setter.finish().lines)
    return text if text.strip() else "x"


@st.composite
def cues(draw: st.DrawFn) -> list[FrameCue]:
    found = []
    at = 0
    for _ in range(draw(st.integers(1, 4))):
        start = at + draw(st.integers(0, 500))
        at = start + draw(st.integers(1, 200))
        text = draw(texts())
        reach = FrameRange(start, at)
        setter = Setter()
        for sign in text:
            setter.say(sign)
            setter.italic ^= draw(st.integers(0, 9)) == 0
            setter.bold ^= draw(st.integers(0, 9)) == 0
        speaker = draw(st.sampled_from(["", "Айгүл", "A & B <i>"]))
        found.append(FrameCue(reach, text, 0, speaker, setter.finish().emphasis, words_of(draw, text, reach)))
    return found


def on_frames(cue: Cue, rate: Fraction) -> FrameCue:
    reach = FrameRange(seconds_to_frames(cue.start, rate), seconds_to_frames(cue.stop, rate))
    words = tuple((seconds_to_frames(word.at, rate), word.start) for word in cue.words)
    return FrameCue(reach, cue.text, 0, cue.speaker, cue.emphasis, words)


def held_by(cue: FrameCue, form: str) -> FrameCue:
    held = HELD[form]
    cue = replace(cue, emphasis=cue.emphasis if "emphasis" in held else ())
    cue = replace(cue, speaker=cue.speaker if "speaker" in held else "")
    return replace(cue, words=cue.words if "words" in held else ())


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@given(said=cues(), rate=st.sampled_from([*RATES.values()]))
@settings(deadline=None, max_examples=EXAMPLES)
def test_nothing_is_lost_that_the_format_holds(form: str, said: list[FrameCue], rate: Fraction) -> None:
    if form == "microdvd":
        said = [replace(cue, text=cue.text.replace("|", "∣"), emphasis=()) for cue in said]
    if form == "ass":
        said = [replace(cue, speaker=cue.speaker.replace(",", " ")) for cue in said]
    written = write_cues(said, form, rate)
    read = read_subtitles(
        written.encode(), f"a.{form if form != 'microdvd' else 'sub'}", Known(master_rate=rate)
    )
    assert read.format == form
    assert [on_frames(cue, rate) for cue in read.cues] == [held_by(cue, form) for cue in said]


def test_slant_of_whole_lines_in_microdvd() -> None:
    cue = FrameCue(FrameRange(5, 50), "One\ntwo", emphasis=(Emphasis(0, 3, italic=True, bold=True),))
    written = write_cues([cue], "microdvd", Fraction(25))
    assert written == "{1}{1}25\n{5}{50}{y:i,b}One|two\n"
    assert on_frames(read_cues(written.encode(), "a.sub")[0], Fraction(25)) == cue


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("rate", ["23.976", "25", "60"])
def test_the_campaigns_own_subtitles_stay_as_they_are(form: str, rate: str) -> None:
    for path in sorted(SUBTITLES.glob("*.srt"))[:6]:
        cues = conform_cues(read_cues(path.read_bytes(), path.name), RATES[rate])
        back = read_subtitles(write_cues(cues, form, RATES[rate]).encode(), "a", Known(rate=RATES[rate]))
        assert [replace(on_frames(cue, RATES[rate]), line=0) for cue in back.cues] == [
            replace(cue, line=0) for cue in cues
        ]
        assert back.notes == ()


@pytest.mark.parametrize("form", ["srt", "vtt"])
def test_no_arrow_stands_in_a_text_and_no_mark_at_the_start(form: str) -> None:
    cue = FrameCue(FrameRange(0, 50), "a --> b\n---->")
    written = write_cues([cue], form, Fraction(25))
    assert written.count("-->") == 1
    assert not written.startswith("\ufeff")
    assert unicodedata.is_normalized("NFC", written)


def test_what_nobody_would_see_is_not_written() -> None:
    cues = [FrameCue(FrameRange(5, 5), "x"), FrameCue(FrameRange(5, 9), " \n")]
    assert write_cues(cues, "srt", Fraction(25)) == ""
    assert write_cues([], "vtt", Fraction(25)) == "WEBVTT\n"
