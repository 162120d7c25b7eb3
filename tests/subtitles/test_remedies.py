"""A cue that does not fit is made to, in a stated order, and what was done is told."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.campaign.captions import PRESETS
from assetkit.geometry import Box, Size
from assetkit.subtitles.cues import Emphasis, FrameCue
from assetkit.subtitles.emphasis import tidy_cue
from assetkit.subtitles.layout import CaptionLayout, LayoutFault
from assetkit.subtitles.remedies import NARROW, NARROW_FONT, REBROKEN, SMALLER, SPLIT, Laid, lay_out_cue
from assetkit.text.shaping import measure
from assetkit.timecode import FrameRange

FONT, RATE = "Onest-Bold", Fraction(25)
VERTICAL = (Size(1080, 1920), Box(120, 948, 660, 300))
WIDE = (Size(1920, 1080), Box(306, 720, 1308, 294))
SQUARE = (Size(1080, 1080), Box(66, 720, 948, 294))
SMALL = (Size(320, 180), Box(32, 120, 256, 52))
KK = "Қазақстанда әр күні ондаған әйел көмек сұрап, үйінен қашуға мәжбүр болады."


def _cue(text: str, frames: int = 75, **more: Any) -> FrameCue:
    return FrameCue(FrameRange(100, 100 + frames), text, 7, **more)


def _lay(cue: FrameCue, where: tuple[Size, Box] = VERTICAL, style: str = "outline", **how: Any) -> Any:
    look = replace(PRESETS[style], **how)
    return lay_out_cue(cue, "kk", FONT, size=where[0], zone=where[1], style=look, rate=RATE)


def _one(cue: FrameCue, where: tuple[Size, Box] = VERTICAL, **how: Any) -> CaptionLayout:
    ((_, layout),) = _lay(cue, where, **how)
    assert isinstance(layout, CaptionLayout)
    return layout


def test_what_fits_as_it_is_written_stays_so() -> None:
    layout = _one(_cue("Бірінші қатарда.\nӘрқашан."))
    assert [line.text for line in layout.lines] == ["Бірінші қатарда.", "Әрқашан."]
    assert (layout.em, layout.font, layout.remedies) == (54, FONT, ())


def test_first_it_is_broken_otherwise() -> None:
    layout = _one(_cue("Ертең мектепте концерт.\nКөйлегің дайын болып қалды."))
    assert len(layout.lines) == 3 and layout.em == 54 and layout.remedies == (REBROKEN,)


def test_then_it_is_split_where_a_speaker_pauses_and_each_part_has_its_time() -> None:
    laid = _lay(_cue(KK))
    assert [part.text for part, _ in laid] == [
        "Қазақстанда әр күні ондаған әйел көмек сұрап,",
        "үйінен қашуға мәжбүр болады.",
    ]
    first, second = (part.range for part, _ in laid)
    assert (first.start, second.stop) == (100, 175)
    assert second.start - first.stop == 2 and min(len(first), len(second)) >= 21
    assert all(SPLIT in layout.remedies and layout.em >= 49 for _, layout in laid)
    assert all(part.line == 7 for part, _ in laid)


def test_a_sentence_end_is_preferred_to_a_clause_and_words_times_to_syllables() -> None:
    text = "Олардың көбі үнсіз қалады, бірақ. Қызым маған үйге келе жатыр ма деп айтты"
    at = text.index("Қызым")
    ((first, _), (second, _)) = _lay(_cue(text))
    assert second.text.startswith("Қызым")
    told = _cue(text, words=((100, 0), (140, at), (160, text.index("айтты"))))
    ((first, _), (second, _)) = _lay(told)
    assert second.range.start == 140 and first.range.stop == 138
    assert first.words == ((100, 0),) and second.words == ((140, 0), (160, second.text.index("айтты")))


def test_a_split_keeps_emphasis_on_its_letters() -> None:
    start = KK.index("көмек")
    marks = (Emphasis(start, start + len("көмек сұрап, үйінен"), italic=True),)
    laid = _lay(_cue(KK, emphasis=marks))
    shown = [part.text[mark.start : mark.stop] for part, _ in laid for mark in part.emphasis]
    assert shown == ["көмек сұрап,", "үйінен"]
    assert all(layout.emphasis == part.emphasis for part, layout in laid)


def test_what_is_too_short_to_be_split_is_set_in_the_narrow_face() -> None:
    layout = _one(_cue(KK, frames=30))
    assert layout.font == NARROW_FONT and layout.em >= 49 and NARROW in layout.remedies
    assert layout.lines[-1].baseline == _one(_cue("Иә.")).lines[-1].baseline


def test_at_last_it_is_set_smaller() -> None:
    text = "Зорлық-зомбылықтан зардап шеккендердің көпшілігі көмектесетіндерге хабарласпайды"
    layout = _one(_cue(text, frames=30))
    assert 43 <= layout.em < 49 and SMALLER in layout.remedies


def test_the_remedies_come_in_their_order_as_text_grows() -> None:
    words, seen = KK.split() * 3, []
    for count in range(1, len(words)):
        laid = _lay(_cue(" ".join(words[:count]), frames=30))
        if isinstance(laid, LayoutFault):
            break
        seen.append(
            max((remedy != REBROKEN) + (remedy == SMALLER) for remedy in (*laid[0][1].remedies, REBROKEN))
        )
    assert seen == sorted(seen) and set(seen) == {0, 1, 2}


@pytest.mark.parametrize(
    ("text", "frames", "why"),
    [
        (f"{KK} Олардың көбі үнсіз қалады.", 30, "it is too short to be split: 30 frames, two cues need 44"),
        ("Қызметкерлерімізбенқоштаспағандардың", 50, "there is no place to split it"),
        (f"{KK} {KK} {KK} {KK}", 200, "split in two it does not fit either"),
    ],
)
def test_what_fits_nowhere_says_by_how_much_and_why_no_split_helps(text: str, frames: int, why: str) -> None:
    fault = _lay(_cue(text, frames))
    assert isinstance(fault, LayoutFault)
    assert (fault.em, fault.available, fault.unsplit) == (43, 660, why) and fault.needed > 660
    wider = (VERTICAL[0], replace(VERTICAL[1], width=int(fault.needed) + 1))
    assert not isinstance(_lay(_cue(text, frames), wider), LayoutFault)


def test_nothing_to_say_is_nothing_to_lay_out() -> None:
    assert _lay(_cue(" \n ")) == ()


def test_on_top_the_first_line_stands_at_one_height() -> None:
    layouts = [_one(_cue(text), place="top") for text in ("Иә.", "Бірінші қатарда.\nӘрқашан.")]
    assert len({layout.lines[0].baseline for layout in layouts}) == 1
    assert layouts[0].box.y == VERTICAL[1].y
    assert all(VERTICAL[1].contains(layout.box) for layout in layouts)


def test_bold_words_are_measured_in_their_own_face() -> None:
    text = "Мен қасыңдамын"
    look = PRESETS["outline"]
    laid = lay_out_cue(
        _cue(text, emphasis=(Emphasis(0, 3, bold=True),)),
        "kk",
        "Onest-Regular",
        size=VERTICAL[0],
        zone=VERTICAL[1],
        style=look,
        rate=RATE,
    )
    assert not isinstance(laid, LayoutFault)
    em = laid[0][1].em
    wanted = measure("Мен", "Onest-Bold", em) + measure(" қасыңдамын", "Onest-Regular", em)
    assert laid[0][1].lines[0].width == pytest.approx(wanted)


def test_tidying_keeps_marks_and_words_on_their_letters() -> None:
    text = "  Бір   екі\n\n үш  "
    cue = _cue(
        text,
        emphasis=(Emphasis(text.index("екі"), text.index("екі") + 3, italic=True),),
        words=((100, 2), (110, text.index("екі")), (120, text.index("үш"))),
    )
    tidy = tidy_cue(cue)
    assert tidy.text == "Бір екі\nүш"
    assert [tidy.text[mark.start : mark.stop] for mark in tidy.emphasis] == ["екі"]
    assert [tidy.text[start:].split()[0] for _, start in tidy.words] == ["Бір", "екі", "үш"]


WORDS = [*KK.split(), "15\u00a0000", "400", "әйел", "–", "және", "жоқ.", "А.", "Абай", "көмектесетіндерге"]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=16).flatmap(
    lambda words: st.lists(st.sampled_from(" \n"), min_size=len(words), max_size=len(words)).map(
        lambda ends: "".join(word + end for word, end in zip(words, ends, strict=True)).strip()
    )
)


@settings(max_examples=60, deadline=None)
@given(
    texts,
    st.integers(1, 160),
    st.sampled_from([VERTICAL, WIDE, SQUARE, SMALL]),
    st.sampled_from(["outline", "box", "lines", "shadow"]),
    st.sampled_from(["bottom", "top"]),
)
def test_a_layout_is_whole_inside_its_zone_and_a_function_of_what_it_is_made_from(
    text: str, frames: int, where: tuple[Size, Box], style: str, place: str
) -> None:
    cue = tidy_cue(_cue(text, frames))
    laid: Laid | LayoutFault = _lay(cue, where, style, place=place)
    assert laid == _lay(_cue(text, frames), where, style, place=place)
    if isinstance(laid, LayoutFault):
        assert laid.needed > laid.available
        return
    assert " ".join(" ".join(part.text.split()) for part, _ in laid).split() == text.split()
    _check_times(cue, laid)
    for part, layout in laid:
        _check_layout(part, layout, where)
        height = layout.lines[0 if place == "top" else -1].baseline
        assert height == _lay(_cue("Иә."), where, style, place=place)[0][1].lines[0].baseline


def _check_times(cue: FrameCue, laid: Laid) -> None:
    ranges = [part.range for part, _ in laid]
    assert (ranges[0].start, ranges[-1].stop) == (cue.range.start, cue.range.stop)
    for before, after in itertools.pairwise(ranges):
        assert after.start - before.stop == 2 and len(before) >= 21 and len(after) >= 21


def _check_layout(part: FrameCue, layout: CaptionLayout, where: tuple[Size, Box]) -> None:
    size, zone = where
    assert zone.contains(layout.box)
    assert len(layout.lines) <= (3 if size.height > size.width else 2)
    assert len({b.baseline - a.baseline for a, b in itertools.pairwise(layout.lines)}) <= 1
    for line in layout.lines:
        assert part.text[line.start :].replace("\n", " ").startswith(line.text)
        assert line.width == pytest.approx(measure(line.text, layout.font, layout.em))
    assert " ".join(line.text for line in layout.lines) == part.text.replace("\n", " ")
