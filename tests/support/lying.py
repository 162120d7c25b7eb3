"""One card of each kind that lies over the picture, in three languages."""

from __future__ import annotations

from assetkit.campaign.labels import label_words
from support.campaigns import CAMPAIGN, card

LOWER_THIRD = card(
    "lower-third",
    texts={
        "name": {"en": "Aigerim Example", "ru": "Айгерим Примерова", "kk": "Әйгерім Мысалқызы"},
        "role": {
            "en": "Psychologist, helpline for women",
            "ru": "Психолог, телефон доверия для женщин",
            "kk": "Психолог, әйелдерге арналған сенім телефоны",
        },
    },
)
COUNTER = card("counter", statistic="deaths-per-year")
LOGO = card("logo")
LABEL = card("label", texts={"label": label_words("paid-partnership", CAMPAIGN.languages)})
LYING_CARDS = (LOWER_THIRD, COUNTER, LOGO, LABEL)
