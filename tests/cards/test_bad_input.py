"""Whatever is written on a card is set rightly, or refused with its place and a remedy; nothing crashes."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.campaign.records import Campaign, Partner, Quote
from assetkit.cards.checking import check_card
from assetkit.cards.kinds import KINDS
from assetkit.cards.layout import Bar, Counter, Line
from assetkit.cards.resolve import card_frames, fit_card, resolve_card
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.recipe.records import CardItem
from assetkit.text.shaping import shape
from support.campaigns import CAMPAIGN, HERE, ZONES, card, statistic

RATE = Fraction(25)
LANGUAGES = ("kk", "ru", "en")
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"
AGGLUTINATED = "қанағаттандырылмағандықтарыңыздан"

WORDS = {
    "long word": LONG_WORD,
    "agglutinated": AGGLUTINATED,
    "emoji": "Hi \U0001f600\U0001f468\u200d\U0001f469",
    "arabic": "مرحبا بالعالم",
    "mixed": "Dress مرحبا 12",
    "override": "abc\u202edef",
    "nothing": "",
    "spaces": "   ",
    "no ink": "\u200b\u200b",
    "piled marks": "Za\u0301\u0302\u0303\u0304\u0301lgo",
    "stress": "уда\u0301р Й Ё Қ Ң",
    "decomposed": "И\u0306од",
    "line feeds": "one\ntwo\n\nthree\nfour\nfive\nsix\nseven\neight",
    "thousand words": "word " * 1000,
}
NUMBERS = {
    "huge": (Fraction(999_999_999_999_999), 0),
    "negative": (Fraction(-2_345_678), 0),
    "small negative": (Fraction(-1, 3), 0),
    "zero": (Fraction(0), 0),
    "fraction": (Fraction(1, 3), 6),
    "more digits than decimals": (Fraction("33.333333"), 1),
    "tiny": (Fraction(1, 10**9), 0),
}


def worded(kind: str, words: str) -> tuple[CardItem, Campaign]:
    """Make a card of a kind that says these words wherever it may say something."""
    texts = dict.fromkeys(LANGUAGES, words)
    record = replace(statistic(90, texts, unit="%", qualifier=texts), label=texts, years=YEARS)
    quote = Quote("said", texts, texts, texts, texts, place=HERE)
    helpline = replace(CAMPAIGN.helplines["111"], title=texts, note=texts)
    campaign = replace(
        CAMPAIGN,
        title=texts,
        statistics={"one": record, "two": replace(record, name="two")},
        quotes={"said": quote},
        partners={"they": Partner("they", texts, HERE)},
        helplines={"111": helpline},
    )
    own = dict.fromkeys(("title", "subtitle", "slogan", "line-1", "line-2"), texts)
    item = CardItem(kind, None, own, "one", "111", HERE, quote="said", partners=("they",))
    return (replace(item, compared=("one", "two")) if kind == "bars" else item), campaign


YEARS = ((2021, Fraction(30)), (2022, Fraction(60)), (2023, Fraction(90)))


def check(item: CardItem, campaign: Campaign, shape_name: str) -> list[Diagnostic]:
    size, zone = ZONES[shape_name]
    frames = card_frames(item, campaign, RATE)
    found = check_card(item, campaign, size, zone, shape_name, frames, RATE)
    assert all(each.place == HERE and each.remedy for each in found)
    return [each for each in found if each.severity is Severity.ERROR]


def outside(item: CardItem, campaign: Campaign, shape_name: str) -> list[str]:
    """Give the texts whose ink leaves the zone."""
    size, zone = ZONES[shape_name]
    frames, found = card_frames(item, campaign, RATE), []
    for language in LANGUAGES:
        spec = resolve_card(item, campaign, language, size, zone, frames, RATE)
        for placed in KINDS[item.kind].layout(spec).placed:
            what = placed.what
            if isinstance(what, Line):
                ink = shape(what.text, what.font, what.em).ink
                right = what.x + ink.right - ink.left
                top, bottom = what.baseline + ink.top, what.baseline + ink.bottom
                if what.x < zone.x or right > zone.right + 1 or top < zone.y - 1 or bottom > zone.bottom + 1:
                    found.append(what.text)
            if isinstance(what, Bar) and what.box.right > zone.right:
                found.append("a bar")
    return found


FIGURES = ("count-up", "milestone", "timeline", "bars")
FULL_FRAME = [name for name in KINDS if name not in ("lower-third", "counter", "logo", "label")]


@pytest.mark.soak
@pytest.mark.parametrize("shape_name", ZONES)
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("kind", FULL_FRAME)
def test_any_words_on_any_kind(kind: str, words: str, shape_name: str) -> None:
    """Where no error is told, all ink stands in the zone."""
    item, campaign = worded(kind, WORDS[words])
    if not check(item, campaign, shape_name):
        assert outside(item, campaign, shape_name) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", FULL_FRAME)
def test_words_on_every_kind(kind: str) -> None:
    for words in ("stress", "agglutinated", "spaces", "piled marks"):
        item, campaign = worded(kind, WORDS[words])
        errors = check(item, campaign, "9:16")
        assert errors or outside(item, campaign, "9:16") == []
        assert not errors or words != "stress"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("long word", "AK420"),
        ("thousand words", "AK420"),
        ("emoji", "AK422"),
        ("arabic", "AK422"),
        ("mixed", "AK422"),
        ("override", "AK422"),
        ("line feeds", "AK427"),
        ("no ink", "AK428"),
        ("piled marks", "AK429"),
    ],
)
def test_what_cannot_be_set_is_told(words: str, code: str) -> None:
    assert code in {each.code for each in check(*worded("title", WORDS[words]), "9:16")}


@pytest.mark.parametrize("words", ["stress", "decomposed"])
def test_marks_of_the_languages_are_right(words: str) -> None:
    assert check(*worded("title", WORDS[words]), "1:1") == []


def test_the_remedy_says_how_many_letters_fit() -> None:
    """And so many do: that is tried."""
    text = "The quick brown fox jumps over the lazy dog, and does it all over again " * 3
    error = next(each for each in check(*worded("title", text), "9:16") if "title of" in each.message)
    fits = int(error.remedy.split(" to about ")[1].split()[0])
    assert f"from {len(text.strip())} to" in error.remedy
    kept = text[:fits].strip()
    codes = [each.message for each in check(*worded("title", kept), "9:16") if each.code == "AK420"]
    assert not [message for message in codes if message.startswith("title of")]


def test_a_word_that_is_too_long_is_named_with_what_fits() -> None:
    errors = check(*worded("title", f"So {AGGLUTINATED}"), "9:16")
    (told,) = {each.remedy for each in errors if each.message.startswith("title of")}
    assert f"{AGGLUTINATED} has 33 letters" in told
    fits = int(told.split("about ")[1].split()[0])
    shorter = check(*worded("title", f"So {AGGLUTINATED[:fits]}"), "9:16")
    assert not [each for each in shorter if each.message.startswith("title of")]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "number"), list(itertools.product(FIGURES, NUMBERS)))
def test_numbers(kind: str, number: str) -> None:
    """Each has a form that fits, lands on its value, and stands on one line in the zone."""
    value, decimals = NUMBERS[number]
    item, campaign = worded(kind, "things")
    records = {
        name: replace(
            each, value=value, decimals=decimals, unit="", years=((2022, Fraction(1)), (2023, value))
        )
        for name, each in campaign.statistics.items()
    }
    campaign = replace(campaign, statistics=records)
    for shape_name, (size, zone) in ZONES.items():
        errors = check(item, campaign, shape_name)
        assert {each.code for each in errors} <= {"AK420"}
        if errors:
            assert number == "huge" and all("figures and marks" in each.remedy for each in errors)
            continue
        frames = card_frames(item, campaign, RATE)
        fit = fit_card(KINDS[kind], item, campaign, (), size, zone, frames, RATE)
        for language in LANGUAGES:
            spec = resolve_card(item, campaign, language, size, zone, frames, RATE)
            field = "value-0" if kind == "bars" else "number"
            assert spec.numbers[-1].split("\n")[0] == spec.text(field) == fit.specs[language].text(field)
            counters = [
                each.what for each in KINDS[kind].layout(spec).placed if isinstance(each.what, Counter)
            ]
            assert counters and all("\n" not in text for each in counters for text in each.texts)


def test_below_zero_stands_a_true_minus() -> None:
    item = card("count-up", statistic="one")
    record = replace(statistic(0, dict.fromkeys(LANGUAGES, "things")), value=Fraction(-12_345))
    campaign = replace(CAMPAIGN, statistics={"one": record})
    size, zone = ZONES["1:1"]
    for language, written in {"en": "−12,345", "ru": "−12\u00a0345", "kk": "−12\u00a0345"}.items():
        assert resolve_card(item, campaign, language, size, zone, 100, RATE).numbers[-1] == written
