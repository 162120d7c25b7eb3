"""Lines break by width, where the language likes it, and never inside what belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.text.breaking import break_lines, fit_text, narrowest_width
from assetkit.text.shaping import measure

FONT = "Onest-Bold"
KK = "Қазақстанда әр күні ондаған әйел көмек сұрап, үйінен қашуға мәжбүр болады."
RU = "Каждый год около 15 000 женщин обращаются за помощью — но большинство молчит."
EN = "Every year thousands of women ask for help, but most of them stay silent."


def _room(text: str, em: float = 50, share: float = 0.62) -> float:
    return measure(text, FONT, em) * share


def test_what_fits_stays_on_one_line() -> None:
    assert break_lines("Біз біргеміз", FONT, 50, 900, 2, "kk") == ("Біз біргеміз",)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (EN, "en", "Every year thousands of women ask for help,|but most of them stay silent."),
        (RU, "ru", "Каждый год около 15 000 женщин обращаются|за помощью — но большинство молчит."),
        (KK, "kk", "Қазақстанда әр күні ондаған әйел көмек сұрап,|үйінен қашуға мәжбүр болады."),
        ("He wrote a letter to his mother", "en", "He wrote a letter|to his mother"),
        ("Мы ждали его в старом доме", "ru", "Мы ждали его|в старом доме"),
        ("Ол анасы мен әкесін күтті", "kk", "Ол анасы мен|әкесін күтті"),
    ],
)
def test_lines_break_where_the_language_likes_it(text: str, language: str, expected: str) -> None:
    assert break_lines(text, FONT, 50, _room(text), 2, language) == tuple(expected.split("|"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Жыл сайын шамамен 400 адам", "400 адам"),
        ("Ушли почти 15 000 женщин", "15 000"),
        ("Всего собрали 12 млн тенге", "12 млн"),
        ("Это сказал он в 2023 г. в Астане", "2023 г."),
        ("Мен де бір келемін деп айтты", "Мен де"),
        ("Номер телефона № 150 знают", "№ 150"),
    ],
)
def test_what_belongs_together_is_not_parted(text: str, whole: str) -> None:
    language = "kk" if set(text) & set("ңәіғқ") else "ru"
    text = text.replace("400 адам", "400\u00a0адам")
    whole = whole.replace("400 адам", "400\u00a0адам")
    for share in (0.5, 0.55, 0.6, 0.7, 0.8):
        lines = break_lines(text, FONT, 50, _room(text, share=share), 4, language)
        assert lines is None or any(whole in line for line in lines), lines


def test_too_much_text_is_not_squeezed_in() -> None:
    assert break_lines(KK, FONT, 50, 500, 2, "kk") is None
    assert break_lines("зорлық-зомбылықсыз", FONT, 50, 300, 3, "kk") is None
    assert break_lines("a\nb\nc", FONT, 50, 900, 2, "en") is None


def test_breaks_of_the_text_are_kept() -> None:
    assert break_lines("— Сен?\n— Мен.", FONT, 50, 900, 2, "kk") == ("— Сен?", "— Мен.")
    assert break_lines(" \n", FONT, 50, 900, 2, "kk") == ()


def test_the_largest_size_that_fits_is_found() -> None:
    width = _room(EN, em=54)
    found = fit_text(EN, FONT, "en", width, 2, 80, 30)
    assert found
    size, lines = found
    assert len(lines) == 2 and max(measure(line, FONT, size) for line in lines) <= width
    assert break_lines(EN, FONT, size + 1, width, 2, "en") is None
    assert fit_text(EN, FONT, "en", width / 3, 2, 80, 30) is None


def test_a_slightly_smaller_size_saves_a_line_from_ending_in_a_preposition() -> None:
    text = "Каждый год около 15 000 женщин обращаются за помощью, но большинство молчит."
    found = fit_text(text, FONT, "ru", 1319, 2, 54, 45)
    assert found and not found[1][0].endswith(" за")


def test_the_narrowest_width_is_exactly_what_fits() -> None:
    width = narrowest_width(KK, FONT, 45, 2, "kk")
    assert break_lines(KK, FONT, 45, width, 2, "kk") and break_lines(KK, FONT, 45, width - 1, 2, "kk") is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(KK.split() + RU.split() + ["і", "15\u00a0000", "%"]), min_size=1, max_size=12)
)
def test_no_word_is_lost_and_no_line_is_too_wide(words: list[str]) -> None:
    text = " ".join(words)
    lines = break_lines(text, FONT, 40, 620, 3, "ru")
    if lines is not None:
        assert " ".join(lines) == text
        assert all(measure(line, FONT, 40) <= 620 for line in lines)
