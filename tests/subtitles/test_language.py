"""The language that letters propose."""

from __future__ import annotations

import pytest

from assetkit.subtitles.language import propose_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Үйге қайт, әкең күтіп отыр", "kk"),
        ("Иди домой, отец ждёт", "ru"),
        ("Go home, your father waits", "en"),
        ("Алмагуль позвонила в Қазақстан, и мы ещё долго говорили о том, что было в тот вечер", "kk"),
        ("Он сказал: «Happy End» — и ушёл, не оглядываясь", "ru"),
        ("家に帰ろう", ""),
        ("12:30 — 14:00", ""),
        ("", ""),
    ],
)
def test_letters_propose_a_language(text: str, language: str) -> None:
    assert propose_language(text) == language


def test_one_borrowed_name_in_a_long_russian_text_does_not_make_it_kazakh() -> None:
    text = "Мы долго говорили о том, что было в тот вечер. " * 6 + "Она вернулась в Қазақстан."
    assert propose_language(text) == "ru"
