"""Kinds of cards are listed, shown on sheets, and written as pictures for posts."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.cards.kinds import KINDS
from support.studio import assetkit

ROOT = Path(__file__).parents[2]


def read(path: Path) -> npt.NDArray[np.int64]:
    from PIL import Image

    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB")).astype(np.int64)


def test_the_list_names_every_kind_with_its_fields(studio: Path) -> None:
    done = assetkit("cards", "--list", "--root", studio)
    lines = {line.split()[0]: line for line in done.out.splitlines()}
    assert done.code == 0
    assert all("every campaign" in lines[kind] for kind in KINDS)
    assert "statistic: NAME, as: ring" in lines["ring"] and "wording" in lines["ring"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rings"], "ring"),
        (["--kind", "rings"], "ring"),
        (["ring", "--text", "wordin=x"], "wording"),
        (["--stills", "--brand", "neutral"], "--stills"),
        (["--stills", "-c", "shorter"], "shorter"),
    ],
)
def test_what_nobody_has_is_wrong_usage(words: list[str], said: str, studio: Path) -> None:
    done = assetkit("cards", *words, "--root", studio)
    assert done.code == 2 and said in done.err


@pytest.mark.slow
def test_a_sheet_shows_all_kinds_in_all_languages(studio: Path) -> None:
    sizes = []
    for kinds in (("title",), ("title", "ring", "quote")):
        done = assetkit("cards", *kinds, "--root", studio, "-p", "tall", "--out", studio / "sheets")
        assert (done.code, done.err) == (0, "")
        sizes.append(read(studio / "sheets/tall.png").shape)
    # Three languages of one kind, and of two in the first row of two.
    assert sizes[1][1] > 1.5 * sizes[0][1] and sizes[1][0] > 1.5 * sizes[0][0] - 200


@pytest.mark.slow
def test_another_brand_and_own_words_change_the_sheet(studio: Path) -> None:
    seen = set()
    for tried in ((), ("--brand", "neutral"), ("--text", "Tried"), ("--text", "Tried", "-l", "en")):
        shown = ("--kind", "title", "-p", "tall", "--out", studio / "s", *tried)
        done = assetkit("cards", "--root", studio, *shown)
        assert done.code == 0
        seen.add(hashlib.sha256((studio / "s/tall.png").read_bytes()).hexdigest())
    assert len(seen) == 4


def test_words_that_do_not_fit_are_told(studio: Path) -> None:
    word = "Overlong" * 30
    done = assetkit("cards", "title", "--root", studio, "-p", "tall", "--out", studio / "s", "--text", word)
    assert done.code == 1 and "AK420" in done.err


@pytest.mark.slow
def test_stills_are_the_cards_of_the_posts_in_their_sizes(studio: Path) -> None:
    done = assetkit("cards", "--stills", "-c", "long", "--root", studio, "--out", studio / "stills")
    names = sorted(path.name for path in (studio / "stills").iterdir())
    assert done.code == 0
    assert names == [f"numbers-long-01-title-tall-{language}.png" for language in ("en", "kk", "ru")]
    picture = read(studio / "stills" / names[0])
    assert picture.shape == (640, 360, 3)
    white = (picture > 200).all(axis=2)
    assert white.sum() > 500 and (picture[0, 0] == (0x11, 0x11, 0x11)).all()
    assert "3 of them are drafts" in done.out and "AK404" in done.out
    # The same picture as the cut's own, but for what coding changes.
    assert assetkit("preview", "-c", "long", "-l", "en", "--root", studio, "--out", studio / "p").code == 0
    shown = read(sorted((studio / "p").rglob("tall/en/0*.png"))[-1])
    assert np.abs(shown - picture).mean() < 2


def test_a_cut_without_cards_has_no_stills(studio: Path) -> None:
    done = assetkit("cards", "--stills", "-c", "short", "--root", studio)
    assert done.code == 1 and "no cut" in done.err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Home \U0001f600", "AK422"),
        ("Home مرحبا", "AK422"),
        ("Ho\u202eme", "AK422"),
        ("a\udc80b", "AK422"),  # a byte of the shell that is no letter
        ("\u200b", "AK428"),
        ("Za\u0301\u0302\u0303\u0304lgo", "AK429"),
        ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "AK420"),
        ("word " * 1000, "AK420"),
    ],
)
def test_words_that_no_card_can_show_are_told_with_a_remedy(words: str, code: str, studio: Path) -> None:
    wanted = ("title", "-p", "tall", "-l", "en")
    done = assetkit("cards", *wanted, "--root", studio, "--out", studio / "s", "--text", words)
    assert done.code == 1 and f"--text: error: {code}: " in done.err and "remedy: " in done.err


@pytest.mark.parametrize("words", ["", "   ", "title=", "a\x01b"])
def test_words_that_cannot_be_read_are_wrong_usage(words: str, studio: Path) -> None:
    done = assetkit("cards", "title", "--root", studio, "--text", words)
    assert done.code == 2 and "--text" in done.err


@pytest.mark.slow
def test_line_feeds_and_marks_of_code_are_words_like_others(studio: Path) -> None:
    wanted = ("title", "-p", "tall", "-l", "en", "--root", studio, "--out", studio / "s")
    for words in ("Come\nhome", "{\\b1}Home", "title=2 + 2 = 4", '"Home"'):
        done = assetkit("cards", *wanted, "--text", words)
        assert (done.code, done.err) == (0, "")
