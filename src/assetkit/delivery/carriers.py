"""What carries a statistic: cards, supers and cues that say it, and the posts that these are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assetkit.campaign.records import Campaign, Statistic
from assetkit.checks.captions.numerals import find_numbers, find_spoken
from assetkit.checks.captions.records import quote
from assetkit.checks.messages.parity import KnownNumbers, without_names
from assetkit.checks.messages.texts import Said, texts_of_cut, texts_of_post, texts_of_records
from assetkit.plan.build import Deliverable
from assetkit.recipe.records import CardItem, Cut, Recipe
from assetkit.timecode import format_timecode

_LEAST_IN_CUES = 10  # smaller ones are said in passing


@dataclass
class Carriers:
    """Everything that says one statistic, each once; `posts` are folders below the output folder.

    `records` are statistics and quotes whose words say the number, `ratios` what is computed from it.
    """

    cards: dict[str, None] = field(default_factory=dict)
    supers: dict[str, None] = field(default_factory=dict)
    cues: dict[str, None] = field(default_factory=dict)
    copies: dict[str, None] = field(default_factory=dict)
    posts: dict[str, None] = field(default_factory=dict)
    records: dict[str, None] = field(default_factory=dict)
    ratios: dict[str, None] = field(default_factory=dict)

    def add(self, other: Carriers) -> None:
        """Add what carries something that is made of this statistic."""
        for name in ("cards", "supers", "cues", "copies", "posts"):
            getattr(self, name).update(getattr(other, name))


def find_carriers(
    campaign: Campaign, recipes: Iterable[Recipe], deliverables: Iterable[Deliverable]
) -> dict[str, Carriers]:
    """Give what carries each statistic of a campaign, by its name."""
    return _Finder(campaign, recipes).find(deliverables)


class _Finder:
    def __init__(self, campaign: Campaign, recipes: Iterable[Recipe]) -> None:
        self.campaign = campaign
        self.known = KnownNumbers.of(campaign, recipes)
        self.found = {name: Carriers() for name in campaign.statistics}
        self.said: dict[tuple[int, str], list[tuple[str, str, str]]] = {}
        self.held: list[Cut] = []  # so that no other cut gets the id of one

    def find(self, deliverables: Iterable[Deliverable]) -> dict[str, Carriers]:
        for item in deliverables:
            for name, kind, words in (*self._of_cut(item.cut, item.platform.name), *self._of_cues(item)):
                carriers = self.found[name]
                getattr(carriers, kind)[f"{item.recipe.slug}/{item.cut.name}: {words}"] = None
                carriers.posts[item.folder] = None
        self._follow_records()
        self._follow_ratios()
        return self.found

    def _of_cut(self, cut: Cut, platform: str) -> list[tuple[str, str, str]]:
        key = (id(cut), platform)
        if key not in self.said:
            self.held.append(cut)
            self.said[key] = [*self._of_items(cut.cards_on(platform)), *self._of_texts(cut)]
        return self.said[key]

    def _of_items(self, cards: Iterable[CardItem]) -> Iterator[tuple[str, str, str]]:
        for item in cards:
            for name in item.statistics:
                if name in self.found:
                    yield name, "cards", f"card {item.kind}"

    def _of_texts(self, cut: Cut) -> Iterator[tuple[str, str, str]]:
        for said in texts_of_cut(cut):
            yield from self._of_said(said, "supers" if said.what.startswith("the super") else "cards")
        for said in texts_of_post(cut, self.campaign):
            yield from self._of_said(said, "copies")

    def _of_said(self, said: Said, kind: str) -> Iterator[tuple[str, str, str]]:
        for statistic in self._said(said.text, said.language):
            yield statistic.name, kind, said.what.removeprefix("the ")

    def _of_cues(self, item: Deliverable) -> Iterator[tuple[str, str, str]]:
        for cue in item.captions:
            if any(map(str.isdigit, cue.text)):
                for statistic in self._said(cue.text, item.language):
                    if statistic.unit == "%" or abs(statistic.value) >= _LEAST_IN_CUES:
                        at = format_timecode(cue.range.start, item.file.spans[0].rate)
                        yield statistic.name, "cues", f"cue {at} {item.language} {quote(cue.text)}"

    def _said(self, text: str, language: str) -> list[Statistic]:
        plain = without_names(text, self.known.names)
        numbers = (*find_numbers(plain, language), *find_spoken(plain, language))
        return [statistic for number in numbers for statistic in self.known.match(number)]

    def _follow_records(self) -> None:
        """Add the cards of records whose words say another record's number."""
        for said in texts_of_records(self.campaign):
            for statistic in self._said(said.text, said.language):
                owner = _owner(said)
                if owner != statistic.name:
                    self.found[statistic.name].records[said.what.removeprefix("the ")] = None
                    if owner in self.found:
                        self.found[statistic.name].add(self.found[owner])

    def _follow_ratios(self) -> None:
        """Add what carries a ratio to what it is computed from; one of ratios comes after these."""
        for name in _by_depth(self.campaign):
            for part in self.campaign.statistics[name].ratio or ():
                if part in self.found:
                    self.found[part].ratios[name] = None
                    if self.campaign.statistics[name].computed:
                        self.found[part].add(self.found[name])


def _owner(said: Said) -> str:
    return said.what.split("`")[1]


def _by_depth(campaign: Campaign) -> list[str]:
    """Give the ratios, those of other ratios first, so that what carries them is passed all the way down."""

    def depth(name: str) -> int:
        ratio = campaign.statistics[name].ratio if name in campaign.statistics else None
        return 1 + max(map(depth, ratio)) if ratio else 0

    ratios = [name for name, each in campaign.statistics.items() if each.ratio]
    return sorted(ratios, key=depth, reverse=True)
