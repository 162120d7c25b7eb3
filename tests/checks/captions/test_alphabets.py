"""Letters of another alphabet are told with the word as it should be; words that are meant so are not."""

from __future__ import annotations

import unicodedata

import pytest

from assetkit.checks.captions.alphabets import check_alphabets, mend_word
from assetkit.diagnostics import Severity
from support.captioned import caption_file, codes, film_of

KAZAKH = (
    "Ертең мектепте концерт. Көйлегің дайын болып қалды. "
    "Үйреніп жүрмін, сен үшін бәрін үйренемін, қызым менің."
)
RUSSIAN = "Завтра школьный концерт. Твоё платье почти готово. Учусь. Ради тебя я научусь всему на свете."


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("ru", "Завтра шкoльный концерт", "школьный"),  # a Latin o
        ("kk", "Мен cені күттім", "сені"),  # a Latin c
        ("kk", "Көйлегiң дайын", "Көйлегің"),  # a Latin i
        ("kk", "Бəрі жақсы", "Бәрі"),  # ə of the phonetic alphabet
        ("kk", "Ɵлең айт", "Өлең"),
        ("kk", "Гауhар тас", "Гауһар"),
        ("ru", "Я c тобой", "с"),  # one Latin letter for a word
        ("en", "Tomоrrow is the concert", "Tomorrow"),  # a Cyrillic о
    ],
)
def test_a_letter_of_another_alphabet_is_told(language: str, wrong: str, right: str) -> None:
    (item,) = check_alphabets(film_of(caption_file(language, (0, 50, wrong))))
    assert (item.code, item.severity, item.remedy) == ("AK459", Severity.WARNING, f"write {right}")
    assert item.place is not None and wrong[item.place.column - 1 :].startswith(item.measured.split()[0])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Смотрите на YouTube и в IT-школе"),
        ("ru", "Пришли SMSку"),
        ("kk", "Гауһар, ғажап іс, өлең, ән"),
        ("en", "Café «Дом» in Almaty"),
        ("en", "I am a girl"),
    ],
)
def test_words_that_are_meant_so_are_not_told(language: str, text: str) -> None:
    assert codes(check_alphabets(film_of(caption_file(language, (0, 50, text))))) == []


def test_only_letters_with_a_twin_are_mended() -> None:
    assert mend_word("шкoла", True) == "школа"
    assert mend_word("SMSка", True) is None
    assert mend_word("Tоm", False) == "Tom"


def test_letters_in_two_parts_are_told() -> None:
    split = unicodedata.normalize("NFD", "Мой дом")
    (item,) = check_alphabets(film_of(caption_file("ru", (0, 50, split))))
    assert (item.code, item.severity, item.remedy) == ("AK463", Severity.NOTE, "write Мой")


def test_a_file_of_another_language_is_told() -> None:
    assert codes(check_alphabets(film_of(caption_file("kk", (0, 200, KAZAKH))))) == []
    assert codes(check_alphabets(film_of(caption_file("ru", (0, 200, RUSSIAN))))) == []
    assert codes(check_alphabets(film_of(caption_file("ru", (0, 200, KAZAKH))))) == ["AK464"]
    # Kazakh whose own letters became Russian ones.
    lost = KAZAKH.translate(str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ"))
    (item,) = check_alphabets(film_of(caption_file("kk", (0, 200, lost))))
    assert item.code == "AK464" and "Kazakh's own" in item.measured


def test_a_few_words_prove_no_language() -> None:
    assert codes(check_alphabets(film_of(caption_file("kk", (0, 50, "Папа, дом, концерт"))))) == []
