"""What placeholders of copy stand for, in one language, on one platform, for one cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assetkit.campaign.records import Campaign, Helpline, Quote, Statistic
from assetkit.diagnostics import Place
from assetkit.posts.templates import Part, Placeholder, parse_template
from assetkit.recipe.licences import credits_of
from assetkit.recipe.records import Captions, Cut, Recipe
from assetkit.text.figures import write_statistic

_SAME = ("statistic", "quote", "helpline", "partner", "campaign", "brand")
_NO_CUT = Cut("", (), None, None, (), Captions(), (), Place(""))
_NO_RECIPE = Recipe("", "", None, {}, {})
_HELD = "\ue000"  # stands for a placeholder that gave nothing, until its empty line is taken out


@dataclass(frozen=True)
class Filling:
    """Fills placeholders for one post; `cut` is the cut as the platform gets it."""

    campaign: Campaign
    recipe: Recipe
    cut: Cut
    platform: str
    language: str

    def fill(self, text: str) -> str:
        """Give a template with its placeholders filled.

        A record's words begin large where they begin a sentence, and a line of which nothing is left is
        taken out.
        """
        return tidy(fill_parts(parse_template(text), self.value))

    def value(self, placeholder: Placeholder) -> str:
        """Give what a placeholder stands for; "" where there is nothing of that kind, or it is unknown."""
        if not placeholder.is_known:
            return ""
        find: dict[str, Callable[[Placeholder], str]] = {
            "statistic": self._statistic,
            "quote": self._quote,
            "helpline": self._helpline,
            "link": self._link,
            "mention": self._mention,
            "partner": self._partner,
        }
        found = find.get(placeholder.kind)
        return found(placeholder) if found else self._own(placeholder)

    def hashtags(self) -> str:
        """Give the hashtags of the post, each with its #."""
        return " ".join(f"#{tag}" for tag in self.cut.post.hashtags.get(self.language, ()))

    def credits(self) -> str:
        """Give what licences ask the post to say, a line for each."""
        return "\n".join(credits_of(self.cut, self.platform, self.language, self.campaign))

    def label(self) -> str:
        """Give what the post must say that it is: by its own word, or by the label in its picture."""
        if self.cut.post.label:
            return self.cut.post.label.get(self.language, "")
        labels = (card for card in self.cut.cards_on(self.platform) if card.kind == "label")
        return next((card.texts["label"].get(self.language, "") for card in labels if card.texts), "")

    def _own(self, placeholder: Placeholder) -> str:
        film = self.recipe.film
        values: dict[str, Callable[[], str]] = {
            "film": lambda: film.title.get(self.language, "") if film else "",
            "recipe": lambda: self.recipe.title.get(self.language, ""),
            "campaign": lambda: self.campaign.title.get(self.language, ""),
            "brand": lambda: self.campaign.brand.name,
            "credits": self.credits,
            "hashtags": self.hashtags,
            "label": self.label,
        }
        return values[placeholder.kind]()

    def _statistic(self, placeholder: Placeholder) -> str:
        record = self.campaign.statistics.get(placeholder.name)
        return say_statistic(record, placeholder.part, self.language) if record else ""

    def _quote(self, placeholder: Placeholder) -> str:
        record = self.campaign.quotes.get(placeholder.name)
        return _part_of_quote(record, placeholder.part, self.language) if record else ""

    def _helpline(self, placeholder: Placeholder) -> str:
        name = placeholder.name or only_helpline(self.cut)
        record = self.campaign.helplines.get(name)
        return _part_of_helpline(record, placeholder.part, self.language) if record else ""

    def _link(self, placeholder: Placeholder) -> str:
        record = self.campaign.links.get(placeholder.name)
        return record.urls.get(self.language, "") if record else ""

    def _mention(self, placeholder: Placeholder) -> str:
        record = self.campaign.mentions.get(placeholder.name)
        if record is None:
            return ""
        handle = record.handles.get(self.platform)
        return f"@{handle}" if handle else record.title.get(self.language, "")

    def _partner(self, placeholder: Placeholder) -> str:
        record = self.campaign.partners.get(placeholder.name)
        return record.title.get(self.language, "") if record else ""


def neutral_text(text: str, campaign: Campaign, language: str) -> str:
    """Fill what is the same in every post: figures, quotes, names. The rest is left out.

    It is what a template says, for checks of words and numbers; a source's name may hold any number.
    """
    nowhere = Filling(campaign, _NO_RECIPE, _NO_CUT, "", language)

    def value(placeholder: Placeholder) -> str:
        is_said = placeholder.kind in _SAME and placeholder.part != "source"
        return nowhere.value(placeholder) if is_said else ""

    return tidy(fill_parts(parse_template(text), value))


def say_statistic(statistic: Statistic, part: str, language: str) -> str:
    """Give a part of a statistic: "" is its number with the word before it, as the record qualifies it."""
    number, before = write_statistic(statistic, language), statistic.qualifier.get(language, "")
    wording = statistic.wording.get(language, "")
    said = {
        "": (before, number),
        "number": (number,),
        "qualifier": (before,),
        "wording": (wording,),
        "sentence": (before, number, wording),
        "source": (statistic.source.get(language, ""),),
    }
    return " ".join(filter(None, said[part]))


def only_helpline(cut: Cut) -> str:
    """Give the helpline that the cards of a cut show; "" where they show none or several."""
    shown = dict.fromkeys(card.helpline for card in cut.cards if card.helpline)
    return next(iter(shown)) if len(shown) == 1 else ""


def fill_parts(parts: tuple[Part, ...], value: Callable[[Placeholder], str]) -> str:
    """Put values in place of placeholders; what gives nothing is marked, for `tidy` to see."""
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        found = value(part)
        text += (_large(found) if _begins(text, part) else found) or _HELD
    return text


def tidy(text: str) -> str:
    """Take out lines of which placeholders left nothing, space at ends of lines, and empty lines in rows."""
    lines = []
    for line in text.split("\n"):
        bare = line.replace(_HELD, "")
        if bare.strip() or _HELD not in line:
            lines.append(bare.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _begins(before: str, placeholder: Placeholder) -> bool:
    """Whether a record's words begin a sentence; names, addresses and blocks stay as they are."""
    if placeholder.kind not in ("statistic", "helpline"):
        return False
    return not before.strip() or bool(re.search(r"(?:[.!?…]\s+|\n\s*)$", before))


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _part_of_quote(quote: Quote, part: str, language: str) -> str:
    return {"": quote.text, "speaker": quote.speaker, "role": quote.role}[part].get(language, "")


def _part_of_helpline(helpline: Helpline, part: str, language: str) -> str:
    if part in ("", "number"):
        return helpline.number
    return {"title": helpline.title, "note": helpline.note}[part].get(language, "")
