"""The fonts are whole, cover the languages, and libass draws the very one that is named."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.errors import AssetkitError
from assetkit.text.fonts import (
    FONTS,
    ass_font_size,
    family_name,
    font_digest,
    font_dir,
    font_metrics,
    font_path,
    font_reach,
    missing_glyphs,
)
from assetkit.text.shaping import shape
from assetkit.tool.ffmpeg import run_ffmpeg

KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة٠١٢٣٤٥٦٧٨٩،؛؟٪پچژگکیہۃںےٹڈڑھ۰۱۲۳۴۵۶۷۸۹"
HINDI = "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंःँ्ऽ़।॥०१२३४५६७८९"
LATIN = "ABCXYZabcxyz0123456789«»—…%().,!?:;"
CYRILLIC_FONTS = FONTS[:5]
OTHER_FONTS = {"NotoSansArabic-Bold": ARABIC, "NotoSansDevanagari-Bold": HINDI}
SIGNS = "«»“”„‘’–—…₸№%\u00a0"
WIDTH, HEIGHT, EM = 900, 300, 100

_SCRIPT = """[Script Info]
ScriptType: v4.00+
PlayResX: {width}
PlayResY: {height}
YCbCr Matrix: None

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Bold, BorderStyle, Outline, Shadow, Alignment
Style: s,{family},{size},&H00FFFFFF,0,1,0,0,7

[Events]
Format: Layer, Start, End, Style, Text
Dialogue: 0,0:00:00.00,0:00:09.00,s,{{\\pos(50,20)}}{text}
"""


def _draw(tmp_path: Path, name: str, text: str) -> npt.NDArray[np.uint8]:
    script = tmp_path / "s.ass"
    values = {"family": family_name(name), "size": ass_font_size(name, EM), "text": text}
    script.write_text(_SCRIPT.format(width=WIDTH, height=HEIGHT, **values), encoding="utf-8")
    ground = ["-f", "lavfi", "-i", f"color=black:s={WIDTH}x{HEIGHT}:r=25"]
    burn = f"format=gray,format=yuv420p,ass=f={script}:fontsdir={font_dir()}"
    done = run_ffmpeg([*ground, "-vf", burn, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"])
    assert "fontselect" not in done.err, done.err
    return np.frombuffer(done.out, np.uint8).reshape(HEIGHT, WIDTH)


def _extent(bright: npt.NDArray[np.bool_]) -> tuple[int, int]:
    places = np.flatnonzero(bright)
    return int(places[0]), int(places[-1]) + 1


@pytest.mark.parametrize("name", CYRILLIC_FONTS)
def test_every_font_of_the_house_covers_kazakh_and_russian(name: str) -> None:
    assert missing_glyphs(KAZAKH + RUSSIAN + SIGNS, name) == []


@pytest.mark.parametrize("name", OTHER_FONTS)
def test_fonts_of_other_scripts_cover_them_and_latin_words_between(name: str) -> None:
    assert missing_glyphs(OTHER_FONTS[name] + LATIN + "\u200c\u200d\u00a0", name) == []


@pytest.mark.parametrize("name", FONTS)
def test_letters_reach_no_further_than_the_font_says(name: str) -> None:
    """Marks over a capital have 0.26 of an em, as the breve of Й."""
    samples = {
        "NotoSansArabic-Bold": "أ سَلَامٌ الله اللَّه ي ِي ے ج لإ",
        "NotoSansDevanagari-Bold": "र्कीं ऐं द्वृ ट्टू हिन्दी",
    }
    text = samples.get(name, "ЙЁҚҢру")
    ink, reach = shape(text, name, 1.0, from_right="Arabic" in name).ink, font_reach(name)
    assert -ink.top <= reach.above + 0.26 + 0.01 and ink.bottom <= reach.below + 0.03
    assert reach.leading == 0 or reach.leading >= reach.above + reach.below - 0.01


def test_what_a_font_lacks_is_named_once_and_in_order() -> None:
    assert missing_glyphs("☃ a\n☃ \u202f\t漢", "Montserrat-Bold") == ["☃", "\u202f", "漢"]
    assert missing_glyphs("a\u202fb", "Onest-Bold") == []
    assert missing_glyphs("и\u0306", "Onest-Bold") == [], "composed before it is looked up"


@pytest.mark.parametrize("name", FONTS)
def test_libass_draws_this_font_at_this_size(tmp_path: Path, name: str) -> None:
    text = "HҢН" if name in CYRILLIC_FONTS else "HQH"
    picture = _draw(tmp_path, name, text) / 255
    ink = shape(text, name, EM).ink
    left, right = _extent(np.asarray((picture > 0.5).any(axis=0)))
    # Every two fonts differ by more than 5 px here; libass rounds each advance.
    assert abs(right - left - (ink.right - ink.left)) <= 2
    stem = picture[:, left + 4]  # inside the first stem: its length is the height of a capital
    metrics = font_metrics(name)
    capital = -shape("H", name, EM).ink.top
    assert name not in CYRILLIC_FONTS or abs(capital - EM * metrics.cap_height / metrics.upem) <= 0.1
    assert abs(stem.sum() - capital) <= 0.6
    assert abs(_extent(np.asarray(stem > 0.5))[1] - (20 + EM * metrics.ascender / metrics.upem)) <= 1, (
        "the baseline"
    )


def test_the_fonts_are_told_apart() -> None:
    widths = {round(shape("Hamburg", name, EM).width, 1) for name in FONTS}
    assert len(widths) == len(FONTS)


def test_files_are_the_ones_of_the_provenance_page() -> None:
    page = (font_dir() / "PROVENANCE.md").read_text(encoding="utf-8")
    for name in FONTS:
        digest = hashlib.sha256(font_path(name).read_bytes()).hexdigest()
        assert font_digest(name) == digest
        assert f"`{name}.ttf` | {digest}" in page
        assert (font_dir() / f"OFL-{name.split('-')[0]}.txt").exists()


def test_an_unknown_font_is_refused_with_the_known_ones() -> None:
    with pytest.raises(AssetkitError, match="Onest-Bold"):
        font_path("../secret")
