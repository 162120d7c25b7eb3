"""What a kind of card is: its words, the type that they are set in, its motion and its layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.layout import Layout
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem


@dataclass(frozen=True)
class Role:
    """How a field may be set: its font, the em sizes in pixels that it may have, and its most lines.

    A field `like` another takes the same size as that one; one `under` another has at most 55 % of its size,
    so that the order of importance stays. `counts` marks a number on fixed cells, which never breaks.
    """

    field: str
    font: str
    largest: int
    smallest: int
    max_lines: int
    counts: bool = False
    like: str = ""
    under: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of card. `version` counts up whenever its picture changes, because it is part of every key.

    `words` gives the final text of each field in a language, unbroken; `message` names the fields that must
    be read; `rows` stacks a spec's fields; `landing` is the frame from which all stands still.
    """

    name: str
    version: int
    message: tuple[str, ...]
    words: Callable[[CardItem, Campaign, str], dict[str, str]]
    roles: Callable[[Campaign, Size], tuple[Role, ...]]
    rows: Callable[[CardSpec], tuple[Row, ...]]
    numbers: Callable[[CardItem, Campaign, str, Fraction], tuple[str, ...]]
    landing: Callable[[Fraction], int]
    leaving: Callable[[Fraction], int]
    layout: Callable[[CardSpec], Layout]
