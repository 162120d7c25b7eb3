"""A small campaign in three languages, and the text zones that cards are tried in."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Brand, Campaign, Helpline, Statistic, Texts
from assetkit.diagnostics import Place
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.timecode import Duration
from support.people import PARTNERS, PHRASES, QUOTES, WARNING

HERE = Place("campaign.yaml", 1, 1)

ZONES: dict[str, tuple[Size, Box]] = {
    "9:16": (Size(1080, 1920), Box(120, 288, 660, 960)),
    "4:5": (Size(1080, 1350), Box(75, 108, 930, 1134)),
    "1:1": (Size(1080, 1080), Box(75, 86, 930, 908)),
    "16:9": (Size(1920, 1080), Box(134, 108, 1652, 864)),
}


SOURCE = {
    "en": "campaign deck 2022–23",
    "ru": "презентация кампании, 2022–23",
    "kk": "науқан презентациясы, 2022–23",
}


def statistic(
    value: int,
    wording: Texts,
    *,
    qualifier: Texts | None = None,
    unit: str = "",
    decimals: int = 0,
    reviewed: bool = False,
    primary: bool = False,
) -> Statistic:
    """Make a statistic of the campaign deck."""
    return Statistic(
        name="statistic",
        value=Fraction(value, 10**decimals),
        decimals=decimals,
        unit=unit,
        qualifier=qualifier or {},
        wording=wording,
        source=SOURCE,
        url="",
        as_of="2023-12-31",
        primary=primary,
        reviewed=reviewed,
        place=HERE,
    )


STATISTICS = {
    "deaths-per-year": statistic(
        80,
        {
            "en": "women die from domestic violence in Kazakhstan each year",
            "ru": "женщин погибают от домашнего насилия в Казахстане каждый год",
            "kk": "әйел Қазақстанда жыл сайын тұрмыстық зорлық-зомбылықтан қаза табады",
        },
        qualifier={"en": "Not less than", "ru": "Не менее", "kk": "Кемінде"},
    ),
    "reach": statistic(
        15_000_000,
        {
            "en": "people were reached by the campaign",
            "ru": "человек охватила кампания",
            "kk": "адамға науқан жетті",
        },
        qualifier={"en": "Almost", "ru": "Почти", "kk": "Шамамен"},
    ),
    "views": statistic(4_500_000, {"en": "views", "ru": "просмотров", "kk": "қаралым"}),
    "at-home": statistic(
        90,
        {
            "en": "of crimes occur within the home",
            "ru": "преступлений происходят дома",
            "kk": "қылмыс үйде жасалады",
        },
        unit="%",
    ),
}

HELPLINES = {
    "111": Helpline(
        "111",
        "111",
        {
            "en": "Help for women and children",
            "ru": "Помощь женщинам и детям",
            "kk": "Әйелдер мен балаларға көмек",
        },
        {"en": "Free, round the clock", "ru": "Бесплатно, круглосуточно", "kk": "Тегін, тәулік бойы"},
        "vlast.kz",
        "2025-11-06",
        HERE,
    )
}

CAMPAIGN = Campaign(
    root=".",
    name="dont-be-a-man",
    title={"en": "Don’t be a man", "ru": "Не будь мужиком", "kk": "Еркек болма"},
    languages=("kk", "ru", "en"),
    rate=Fraction(25),
    as_of="2026-11-01",
    brand=Brand(name="HeForShe Kazakhstan"),
    statistics=STATISTICS,
    helplines=HELPLINES,
    hashtag="#HeForShe",
    quotes=QUOTES,
    partners=PARTNERS,
)

TITLE_TEXTS: dict[str, Texts] = {
    "title": {
        "en": "Family traditions are always our own choice",
        "ru": "Семейные традиции — это всегда наш выбор",
        "kk": "Отбасылық дәстүрлер — әрқашан өз таңдауымыз",
    },
    "subtitle": {
        "en": "A film about a dinner at which a son gets up to help",
        "ru": "Фильм об ужине, на котором сын встаёт, чтобы помочь",
        "kk": "Ұлы көмектесуге орнынан тұратын кешкі ас туралы фильм",
    },
}


def card(
    kind: str,
    *,
    texts: dict[str, Texts] | None = None,
    statistic: str | None = None,
    helpline: str | None = None,
    length: Duration | None = None,
) -> CardItem:
    """Make a card of a recipe."""
    return CardItem(kind, length, texts or {}, statistic, helpline, HERE)


TITLE_CARD = card("title", texts=TITLE_TEXTS)
COUNT_UP_CARD = card("count-up", statistic="deaths-per-year")
END_CARD = card(
    "end",
    helpline="111",
    texts={
        "slogan": {
            "en": "Strength is standing beside her",
            "ru": "Сила — в том, чтобы быть рядом",
            "kk": "Күш — жанында бола білуде",
        }
    },
)
QUOTE_CARD = replace(card("quote"), quote="anonymous")
PHRASES_CARD = card("phrases", texts=PHRASES)
WARNING_CARD = card("content-warning", texts=WARNING, helpline="111")
PARTNERS_CARD = replace(
    card("partners", texts={"title": {"en": "Partners", "ru": "Партнёры", "kk": "Серіктестер"}}),
    partners=("first", "second", "third", "fourth"),
)
MILESTONE_CARD = card("milestone", statistic="views")
WORD_CARDS = (QUOTE_CARD, PHRASES_CARD, WARNING_CARD, PARTNERS_CARD, MILESTONE_CARD)
