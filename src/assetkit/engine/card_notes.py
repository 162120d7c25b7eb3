"""What each kind of card is for, how a recipe asks for it, and which of its words can be tried out."""

from __future__ import annotations

from dataclasses import dataclass

from assetkit.campaign.records import Campaign
from assetkit.cards.kinds import KINDS
from assetkit.geometry import Size
from assetkit.recipe.figures import MOST_YEARS

_ANY_SIZE = Size(1080, 1080)
_NUMBER = ("wording", "qualifier")


@dataclass(frozen=True)
class CardNote:
    """What a kind shows, how its item is written in a recipe, under which key of a cut, and the fields whose
    words may be tried.

    The first of these is the one that is meant where a person names none.
    """

    shows: str
    written: str
    words: tuple[str, ...]
    under: str = "sequence"


_NOTES = {
    "count-up": CardNote("a number that counts up", "statistic: NAME", _NUMBER),
    "ring": CardNote("a percentage as part of a whole", "statistic: NAME, as: ring", _NUMBER),
    "pictogram": CardNote("a percentage as people", "statistic: NAME, as: pictogram", _NUMBER),
    "bars": CardNote("numbers of one unit compared", "bars: [NAME, …], title: …", ("title",)),
    "timeline": CardNote(
        f"a number by year, up to {MOST_YEARS} of them", "statistic: NAME, as: timeline", _NUMBER
    ),
    "milestone": CardNote("how often a film was seen", "statistic: NAME, as: milestone", (*_NUMBER, "title")),
    "title": CardNote("a headline", "card: title, title: …", ("title", "subtitle")),
    "quote": CardNote("what somebody said", "quote: NAME", ("text",)),
    "phrases": CardNote(
        "what people say, line by line",
        "phrases: …, lines: […]",
        ("title", *(f"line-{number}" for number in range(1, 7))),
    ),
    "content-warning": CardNote(
        "what is going to be seen", "card: content-warning, title: …", ("title", "subtitle", "label")
    ),
    "partners": CardNote("who has taken part", "partners: [NAME, …]", ("title",)),
    "end": CardNote("the campaign, and where help is", "end: NAME", ("slogan", "title")),
    "lower-third": CardNote("who is seen or heard", "lower-third: …, role: …", ("name", "role"), "over"),
    "counter": CardNote("a number, small, over the picture", "counter: NAME", ("label", "qualifier"), "over"),
    "logo": CardNote("the brand’s mark, over the picture", "logo: brand", ("name",), "over"),
    "label": CardNote("what the post is: an advertisement", "label: paid-partnership", ("label",), "over"),
}


def note_of(kind: str, campaign: Campaign) -> CardNote:
    """Give the note of a kind; one that nobody wrote a note for has all fields of words."""
    if kind in _NOTES:
        return _NOTES[kind]
    written = f"card: {kind}, text: {{…}}"
    if kind not in KINDS:
        return CardNote("a kind of one's own", written, ())
    roles = KINDS[kind].roles(campaign, _ANY_SIZE)
    return CardNote("", written, tuple(each.field for each in roles if not each.counts and not each.draws))


def fields_of(kind: str, campaign: Campaign) -> tuple[str, ...]:
    """Give the fields of a kind, such as are numbered in one: "name-1 … name-12"."""
    if kind not in KINDS:
        return ()
    fields = [role.field for role in KINDS[kind].roles(campaign, _ANY_SIZE)]
    rows: dict[str, list[str]] = {}
    for field in fields:
        stem, _, number = field.rpartition("-")
        rows.setdefault(stem if stem and number.isdigit() else field, []).append(field)
    return tuple(names[0] if len(names) == 1 else f"{names[0]} … {names[-1]}" for names in rows.values())
