"""Words better left out, consent to quotes, and help at the end of every cut."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from assetkit.campaign.records import Brand, Campaign, Consent, Helpline, Quote, Required
from assetkit.checks.messages.consent import check_consent
from assetkit.checks.messages.required import check_helplines, check_required, helplines_of, stale_helplines
from assetkit.checks.messages.texts import Said
from assetkit.checks.messages.words import check_tags, check_words, load_words
from assetkit.diagnostics import Findings, Place
from assetkit.recipe.records import Captions, CardItem, Cut, Recipe, Super
from assetkit.timecode import Duration
from assetkit.timeline.records import CardSegment, Timeline

HERE = Place("recipes/film.yaml", 6, 3)
LINE = Helpline("family", "111", {}, {}, "page", "2026-08-03", HERE)
CAMPAIGN = Campaign(
    "", "c", {}, ("kk", "ru"), Fraction(25), "2026-11-01", Brand(), helplines={"family": LINE}
)
CONSENT = Consent("posts", "2026-01-01", "form 12", ("vk",), ("kk",))
NAMED = Quote("said", {}, {"kk": "А. Б."}, place=Place("assetkit.yaml", 9, 3))


def card(kind: str = "title", helpline: str | None = None, quote: str | None = None) -> CardItem:
    return CardItem(kind, None, {}, None, helpline, HERE, quote=quote)


def cut(*items: CardItem, supers: tuple[Super, ...] = ()) -> Cut:
    return Cut("teaser", items, None, None, supers, Captions(), ("vk", "x"), HERE)


def help_super(text: str, until: int) -> Super:
    words = {"kk": text, "ru": text}
    return Super("help", words, Duration(frames=0), Duration(frames=until), "top", (), HERE)


def timeline(made: Cut, frames: int = 100) -> Timeline:
    cards = [item for item in made.sequence if isinstance(item, CardItem)]
    return Timeline(
        Fraction(25), tuple(CardSegment(item, frames, at * frames) for at, item in enumerate(cards)), ()
    )


@pytest.mark.parametrize(
    ("text", "language", "has"),
    [
        ("She provoked him again", "en", True),
        ("Он сделал это из\nревности", "ru", True),
        ("Қызғаныштан болды", "kk", True),
        ("A MONSTER of a man", "en", True),
        ("Уже двое монстров", "ru", True),
        ("The dress is beautiful", "en", False),
        ("Платье и короткая дорога", "ru", False),
        ("Beastly weather, monstrous", "en", False),
        ("He lost control", "ru", False),
    ],
)
def test_words_that_guidance_advises_against(text: str, language: str, has: bool) -> None:
    found = list(check_words(Said(text, language, "the title", HERE)))
    assert bool(found) is has
    for item in found:
        assert (item.code, item.severity, item.place, item.cue) == ("AK493", "warning", HERE, text)
        assert item.remedy


def test_every_list_of_words_has_its_source_and_three_languages() -> None:
    assert load_words()
    for rule in load_words():
        assert rule.source and rule.as_of and rule.confidence in "HM"
        assert set(rule.words) == {"kk", "ru", "en"}
        for language, words in rule.words.items():
            assert words and all(rule.find(f"— {word.rstrip('*')}.", language) for word in words)


def test_tags_of_pictures() -> None:
    assert [item.cue for item in check_tags(("kitchen", "Weapon", "синяк"), "the clip", HERE)] == [
        "Weapon",
        "синяк",
    ]


@pytest.mark.parametrize(
    ("quote", "platform", "said"),
    [
        (NAMED, "vk", ["AK487"]),
        (replace(NAMED, anonymous=True, speaker={}), "vk", []),
        (replace(NAMED, consent=replace(CONSENT, languages=())), "vk", []),
        (replace(NAMED, consent=CONSENT), "vk", ["AK488"]),
        (replace(NAMED, consent=CONSENT), "x", ["AK488", "AK488"]),
        (replace(NAMED, consent=Consent("a", "2026-01-01", "b", withdrawn="2026-11-01")), "vk", ["AK488"]),
        (replace(NAMED, consent=Consent("a", "2026-01-01", "b", withdrawn="2026-11-02")), "vk", []),
        (replace(NAMED, consent=Consent("a", "2026-01-01", "b", until="2026-11-01")), "vk", []),
        (replace(NAMED, consent=Consent("a", "2026-01-01", "b", until="2026-10-31")), "vk", ["AK488"]),
        (replace(NAMED, consent=Consent("a", "2026-12-01", "b")), "vk", ["AK488"]),
    ],
)
def test_a_named_quote_is_shown_by_consent_alone(quote: Quote, platform: str, said: list[str]) -> None:
    findings = Findings()
    campaign = replace(CAMPAIGN, quotes={"said": quote})
    check_consent(cut(card("quote", quote="said")), platform, ("kk", "ru"), campaign, findings)
    assert [item.code for item in findings.items] == said
    assert all(
        item.severity == "error" and item.place == HERE and "assetkit.yaml:9:3" in item.required
        for item in findings.items
    )


def test_a_consent_may_name_a_set_of_platforms() -> None:
    consent = replace(CONSENT, platforms=("vertical",), languages=())
    campaign = replace(CAMPAIGN, quotes={"said": replace(NAMED, consent=consent)})
    told: list[list[str]] = []
    for platform in ("vk", "x"):
        findings = Findings()
        check_consent(
            cut(card("quote", quote="said")), platform, ("kk",), campaign, findings, {"vertical": ("vk", "y")}
        )
        told.append([item.code for item in findings.items])
    assert told == [[], ["AK488"]]


@pytest.mark.parametrize(
    ("shown", "said"),
    [("«Женщин можно бить, а иногда – нужно»", ["AK487"]), ("Женщин можно защитить", []), ("", [])],
)
def test_the_words_of_a_named_quote_are_no_way_around_it(shown: str, said: list[str]) -> None:
    quote = replace(NAMED, text={"ru": "Женщин можно бить, а иногда — нужно."})
    title = replace(card(), texts={"title": {"ru": shown}})
    findings = Findings()
    check_consent(cut(title), "vk", ("ru",), replace(CAMPAIGN, quotes={"said": quote}), findings)
    assert [item.code for item in findings.items] == said


def test_a_super_that_a_platform_lacks_is_no_help_there() -> None:
    over = replace(help_super("111", 100), excluded=("x",))
    campaign = replace(CAMPAIGN, require=Required(helpline=True))
    findings = Findings()
    made = cut(card(), supers=(over,))
    check_required(Recipe("r", "r.yaml", None, {}, {}), made, timeline(made), campaign, findings)
    assert [item.code for item in findings.items] == ["AK491"]


HELP = card("end", helpline="family")
WARNING = card("content-warning")


@pytest.mark.parametrize(
    ("made", "frames", "said"),
    [
        (cut(card(), HELP), 100, []),
        (cut(HELP, card()), 100, ["AK491"]),
        (cut(card(), HELP), 74, ["AK495"]),
        (cut(card(), supers=(help_super("Көмек: 111", 100),)), 100, []),
        (cut(card(), supers=(help_super("Көмек: 111", 99),)), 100, ["AK491"]),
        (cut(card(), supers=(help_super("Көмек: 1112", 100),)), 100, ["AK491"]),
    ],
)
def test_a_cut_ends_with_help(made: Cut, frames: int, said: list[str]) -> None:
    campaign = replace(CAMPAIGN, require=Required(helpline=True))
    findings = Findings()
    check_required(Recipe("r", "r.yaml", None, {}, {}), made, timeline(made, frames), campaign, findings)
    assert [item.code for item in findings.items] == said


@pytest.mark.parametrize(
    ("asked", "made", "frames", "said"),
    [
        (True, cut(WARNING, card()), 50, []),
        (True, cut(WARNING, card()), 49, ["AK495"]),
        (True, cut(card(), WARNING), 50, ["AK492"]),
        (("r",), cut(card()), 50, ["AK492"]),
        (("other",), cut(card()), 50, []),
        (False, cut(card()), 50, []),
    ],
)
def test_a_warning_comes_first(
    asked: bool | tuple[str, ...], made: Cut, frames: int, said: list[str]
) -> None:
    campaign = replace(CAMPAIGN, require=Required(content_warning=asked))
    findings = Findings()
    check_required(Recipe("r", "r.yaml", None, {}, {}), made, timeline(made, frames), campaign, findings)
    assert [item.code for item in findings.items] == said


def test_a_helpline_grows_old() -> None:
    made = cut(card(), supers=(help_super("111", 10),))
    assert helplines_of(made, CAMPAIGN) == ("family",)
    for day, is_old in (("2026-08-03", False), ("2026-08-02", True)):
        campaign = replace(CAMPAIGN, helplines={"family": replace(LINE, verified_on=day)})
        findings = Findings()
        check_helplines(made, campaign, findings)
        assert [(item.code, str(item.severity)) for item in findings.items] == [("AK490", "draft")] * is_old
        assert len(stale_helplines(made, campaign)) == is_old
