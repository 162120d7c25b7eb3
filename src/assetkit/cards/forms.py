"""In which form a card writes its numbers: in full or compactly, alike in all languages of one shape.

A number whose form is open is written in full where that has room; else compactly ("12.3 billion"); and where
even that has none, its unit moves to the words below it, so that the figures have the line for themselves.
"""

from __future__ import annotations

from dataclasses import replace

from assetkit.campaign.plurals import plural_category
from assetkit.campaign.records import Campaign, Statistic
from assetkit.recipe.records import CardItem
from assetkit.text.figures import APART, COMPACT, FULL, shown_value, unit_word

WAYS = (FULL, COMPACT, APART)
"""From the form that says most to the one that needs the least room."""


def as_written(item: CardItem, campaign: Campaign, way: str = FULL) -> Campaign:
    """Give the campaign with the records of a card as that writes them.

    `way` is how numbers are written whose form is open; `APART` takes the unit away from compact ones, too.
    """
    records = {name: campaign.statistics[name] for name in item.statistics if name in campaign.statistics}
    changed = {name: _written(record, item.number or record.number, way) for name, record in records.items()}
    return campaign if changed == records else replace(campaign, statistics=campaign.statistics | changed)


def _written(record: Statistic, asked: str, way: str) -> Statistic:
    if asked == FULL or (asked != COMPACT and way == FULL):
        return replace(record, number=FULL)
    compact = replace(record, number=COMPACT)
    wording = {language: _words_beside(compact, language) for language in record.wording}
    if asked != COMPACT and not all(wording.values()):
        return replace(record, number=FULL)  # what is counted would stand in a wrong form
    words = {language: wording[language] or said for language, said in record.wording.items()}
    if way != APART:
        return replace(compact, wording=words)
    below = {language: f"{unit_word(compact, language)} {said}".strip() for language, said in words.items()}
    return replace(record, number=APART, wording=below)


def _words_beside(record: Statistic, language: str) -> str:
    """Give the words for what is counted as a compact number takes them; "" where they are not known."""
    value = record.value if record.high is None else record.high
    plain = plural_category(value, record.decimals, language)
    shown = plural_category(shown_value(record), record.decimals, language)
    said = record.wording[language]
    return said if plain == shown else record.forms.get(language, {}).get(shown, "")
