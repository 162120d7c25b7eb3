"""A text is drawn in one font: the one that was asked for, or the one of its script."""

from __future__ import annotations

import pytest

from assetkit.text.faces import face_for
from assetkit.text.scripts import is_right_to_left, script_of

ONEST, ARABIC, HINDI = "Onest-Bold", "NotoSansArabic-Bold", "NotoSansDevanagari-Bold"


@pytest.mark.parametrize(
    ("text", "language", "font"),
    [
        ("Әйелдер құқығы", "kk", ONEST),
        ("هو من أجلها", "ar", ARABIC),
        ("HeForShe", "ar", ARABIC),
        ("میں", "ur", ARABIC),
        ("हिन्दी HeForShe", "hi", HINDI),
        ("हिन्दी", "und", HINDI),
        ("مرحبا and hello", "en", ARABIC),
        ("مرحبا и привет", "ru", ONEST),
        ("漢字", "zh", ONEST),
    ],
)
def test_the_face_of_a_text(text: str, language: str, font: str) -> None:
    assert face_for(text, language, ONEST) == font


def test_a_font_that_knows_the_script_is_kept() -> None:
    assert face_for("नमस्ते", "hi", HINDI) == HINDI
    assert face_for("مرحبا\nHeForShe", "ar", ARABIC) == ARABIC


def test_languages_have_scripts_and_sides() -> None:
    assert [script_of(name) for name in ("kk", "kk-Arab", "sr-Latn", "hi", "zh-hant-TW")] == [
        "Cyrl",
        "Arab",
        "Latn",
        "Deva",
        "Hant",
    ]
    assert all(map(is_right_to_left, ("ar", "fa", "ur", "he", "kk-Arab")))
    assert not any(map(is_right_to_left, ("kk", "ru", "en", "hi", "qqq")))
