"""Quotes and partners of the small campaign; nobody has said these words."""

from __future__ import annotations

from assetkit.campaign.records import Partner, Quote, Texts

QUOTES = {
    "anonymous": Quote(
        "anonymous",
        text={
            "en": "I saw at home what it means to be strong, and I did not want to be strong like that.",
            "ru": "Дома я увидел, что значит быть сильным, и таким сильным я быть не захотел.",
            "kk": "Үйде күшті болу дегеннің не екенін көрдім, бірақ мен ондай күшті болғым келмеді.",
        },
        source={"en": "campaign deck", "ru": "презентация кампании", "kk": "науқан презентациясы"},
        anonymous=True,
    ),
    "short": Quote(
        "short",
        text={"en": "“Strength is care.”", "ru": "«Сила – это забота!»", "kk": "Күш – қамқорлық."},
        speaker={"en": "A. Example", "ru": "А. Пример", "kk": "А. Мысал"},
        role={
            "en": "director, a father of three",
            "ru": "режиссёр, отец троих детей",
            "kk": "кинорежиссёр, үш баланың әкесі",
        },
    ),
}


def partner(name: str, title: str) -> Partner:
    """Make a partner whose name is written alike in all languages."""
    return Partner(name, dict.fromkeys(("kk", "ru", "en"), title))


PARTNERS = {
    name: partner(name, title)
    for name, title in (
        ("first", "ABCDE"),
        ("second", "Olo"),
        ("third", "KTK"),
        ("fourth", "Example Radio Company"),
        ("fifth", "Example Studio"),
    )
}

PHRASES: dict[str, Texts] = {
    "title": {
        "en": "From childhood, men hear:",
        "ru": "С детства мужчины слышат:",
        "kk": "Ер балалар бала кезден еститіні:",
    },
    "line-1": {"en": "Don’t be a weakling.", "ru": "Не будь слабаком.", "kk": "Әлжуаз болма."},
    "line-2": {"en": "Don’t cry like a woman.", "ru": "Не плачь, как женщина.", "kk": "Әйелдерше жылама."},
    "line-3": {
        "en": "If he hits you, it means he loves you.",
        "ru": "Бьёт – значит любит.",
        "kk": "Ұрса – сүйгені.",
    },
}
WARNING: dict[str, Texts] = {
    "title": {
        "en": "This film speaks of violence in the family",
        "ru": "В этом фильме говорится о насилии в семье",
        "kk": "Бұл фильмде отбасындағы зорлық туралы айтылады",
    },
    "subtitle": {
        "en": "You can stop at any time",
        "ru": "Просмотр можно остановить в любой момент",
        "kk": "Көруді кез келген сәтте тоқтатуға болады",
    },
}
