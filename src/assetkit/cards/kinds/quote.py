"""The quote card: what somebody said, its opening mark hung left of the words, and who said it.

Fields: `text`, `speaker`, `role`, `source`; all from the campaign's record. `mark` is the opening mark.
"""

from __future__ import annotations

from dataclasses import replace

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds.kind import Kind, Role
from assetkit.cards.kinds.statistic import label_source
from assetkit.cards.kinds.style import enters, filled, quiet, share, sizes, text_row
from assetkit.cards.motion import ENTER, STAGGER, frames_of
from assetkit.cards.quoting import close_quote, hang_width, opening_mark, width_beside
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem

_SPEAKER_AFTER = 320  # milliseconds
_MOST_LINES = 7
# The Kazakh and Russian words await a native reader's review, as all of the campaign's do.
_NO_NAME = {"en": "Anonymous", "ru": "Анонимно", "kk": "Аты аталмаған"}


def _words(item: CardItem, campaign: Campaign, language: str) -> dict[str, str]:
    quote = campaign.quotes[item.quote or ""]
    no_name = _NO_NAME.get(language, "") if quote.anonymous else ""
    return {
        "mark": opening_mark(language),
        "text": close_quote(quote.text.get(language, ""), language),
        "speaker": quote.speaker.get(language, "") or no_name,
        "role": quote.role.get(language, ""),
        "source": label_source(quote.source.get(language, ""), language),
    }


def _roles(campaign: Campaign, size: Size) -> tuple[Role, ...]:
    brand = campaign.brand
    said = brand.caption_font
    largest, smallest = sizes(brand, size, "headline", 104, 40)

    def beside(spec: CardSpec, em: int) -> int:
        return width_beside(spec, spec.text("mark"), said, em)

    def below(spec: CardSpec, _em: int) -> int:
        return width_beside(spec, spec.text("mark"), said, largest)

    return (
        Role("text", said, largest, smallest, _MOST_LINES, width=beside),
        Role("speaker", brand.caption_font, *sizes(brand, size, "small", 44, 32), 2, width=below),
        Role("role", brand.body_font, *sizes(brand, size, "small", 36, 30), 3, width=below),
        Role("source", brand.body_font, *sizes(brand, size, "source", 28, 24), 3, width=below),
    )


def _rows(spec: CardSpec) -> tuple[Row, ...]:
    em, mark = spec.em("text"), spec.text("mark")
    stagger, later = frames_of(STAGGER, spec.beat), frames_of(_SPEAKER_AFTER, spec.beat)
    indent = hang_width(mark, spec.font("text"), em)
    white, grey, unit = spec.foreground, quiet(spec), share(spec.size, 10)
    said = text_row(spec, "text", white, gap=0, leading=126, rise=26, stagger=stagger)
    growing = replace(enters(spec, later, 0), grows=True)
    dash = Row((), "", 0, 0, 4 * unit + em // 2, spec.accent, growing, bar=_dash(spec))
    below = (
        dash,
        text_row(spec, "speaker", white, gap=3 * unit, leading=124, start=later),
        text_row(spec, "role", grey, gap=2 * unit, leading=134, start=later),
        text_row(spec, "source", grey, gap=5 * unit, leading=136, start=later, rise=0, block="foot"),
    )
    hung = (replace(row, indent=indent) for row in below)
    return filled((replace(said, indent=indent, mark=mark, mark_colour=spec.hero), *hung))


def _dash(spec: CardSpec) -> tuple[int, int]:
    return share(spec.size, 56), share(spec.size, 7)


QUOTE = Kind(
    name="quote",
    version=3,
    message=("text", "speaker", "role"),
    words=_words,
    roles=_roles,
    rows=_rows,
    settles=(_SPEAKER_AFTER, ENTER),
)
