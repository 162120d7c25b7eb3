"""Who speaks is shown by dashes where two do at a time, or by names, and never twice."""

from __future__ import annotations

from assetkit.subtitles.cues import Emphasis, FrameCue
from assetkit.subtitles.speakers import show_speakers
from assetkit.timecode import FrameRange


def _cue(text: str, speaker: str = "", turns: tuple[tuple[int, str], ...] = ()) -> FrameCue:
    return FrameCue(FrameRange(0, 50), text, speaker=speaker, turns=turns)


def _texts(cues: list[FrameCue], manner: str) -> list[str]:
    return [cue.text for cue in show_speakers(cues, manner)]


def test_two_who_speak_together_get_dashes() -> None:
    cue = _cue("Келдің бе?\nКелдім.", turns=((0, "Айгүл"), (11, "Әке")))
    assert _texts([cue], "dash") == _texts([cue], "colour") == ["– Келдің бе?\n– Келдім."]
    assert _texts([cue], "none") == [cue.text]


def test_dashes_that_are_there_stay_and_one_speaker_gets_none() -> None:
    written = _cue("— Келдің бе?\n- Келдім.", turns=((0, "Айгүл"), (13, "Әке")))
    alone = _cue("Келдің бе?\nИә.", turns=((0, "Айгүл"), (11, "Айгүл")))
    assert _texts([written, alone], "dash") == [written.text, alone.text]


def test_names_stand_where_the_speaker_changes() -> None:
    cues = [_cue("Келдің бе?", "Айгүл"), _cue("Қайдасың?", "Айгүл"), _cue("Әке: Үйде.", "Әке"), _cue("Иә.")]
    assert _texts(cues, "name") == ["Айгүл: Келдің бе?", "Қайдасың?", "Әке: Үйде.", "Иә."]
    both = _cue("Келдің бе?\nКелдім.", turns=((0, "Айгүл"), (11, "Әке")))
    assert _texts([both], "name") == ["Айгүл: Келдің бе?\nӘке: Келдім."]


def test_marks_and_words_move_with_their_letters() -> None:
    cue = FrameCue(
        FrameRange(0, 50),
        "Келдің бе?\nКелдім.",
        emphasis=(Emphasis(0, 6, italic=True), Emphasis(11, 18, bold=True)),
        words=((0, 0), (10, 7), (30, 11)),
        turns=((0, "Айгүл"), (11, "Әке")),
    )
    (shown,) = show_speakers([cue], "dash")
    assert [shown.text[mark.start : mark.stop] for mark in shown.emphasis] == ["Келдің", "Келдім."]
    assert [shown.text[start:].split()[0] for _, start in shown.words] == ["Келдің", "бе?", "Келдім."]
    assert [shown.text[place:].startswith("– ") for place, _ in shown.turns] == [True, True]
