"""What a kind of card is: its words, the type that they are set in, its motion and its layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from assetkit.campaign.records import Campaign
from assetkit.cards.layout import Layout
from assetkit.cards.motion import LEAVE, frames_of
from assetkit.cards.moving import set_motion
from assetkit.cards.pictures import LogoPicture
from assetkit.cards.spec import CardSpec
from assetkit.cards.stacking import Row, place
from assetkit.geometry import Size
from assetkit.recipe.records import CardItem


@dataclass(frozen=True)
class Role:
    """How a field may be set: its font, the em sizes in pixels that it may have, and its most lines.

    A field `like` another takes the same size as that one; one `under` another has at most 55 % of its size,
    so that the order of importance stays. `counts` marks a number on fixed cells, which never breaks.
    `width` gives the pixels that a field has at an em in its card, where that is not the whole zone.
    What `draws` is no text but a drawing: its em is its size, which may grow to its width.
    """

    field: str
    font: str
    largest: int
    smallest: int
    max_lines: int
    counts: bool = False
    like: str = ""
    under: str = ""
    width: Callable[[CardSpec, int], int] | None = None
    draws: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it is set in lines."""
        return not self.counts and not self.draws

    def width_in(self, spec: CardSpec, em: int) -> int:
        """Give how many pixels wide a line may be at this em."""
        return self.width(spec, em) if self.width else spec.zone.width


def _no_numbers(_item: CardItem, _campaign: Campaign, _language: str, _rate: Fraction) -> tuple[str, ...]:
    return ()


def _no_logos(_item: CardItem, _campaign: Campaign) -> tuple[LogoPicture, ...]:
    return ()


def _no_pace(_item: CardItem, _campaign: Campaign, _rate: Fraction) -> int:
    return 0


@dataclass(frozen=True)
class Kind:
    """A kind of card. `version` counts up whenever its picture changes, because it is part of every key.

    `words` gives the final text of each field in a language, unbroken; `message` names the fields that must
    be read; `rows` stacks a spec's fields; `settles` is when all of it stands still, and `leaves` how long it
    takes to leave, both in milliseconds. `balance` divides the space that stays free above and below the main
    block. `numbers` are what a counter shows, frame by frame.

    A card that builds up has a `pace`: the frames before its last part enters, in which all the others have
    been read; `last` gives that part, which alone is read after landing. `least` is how many seconds a
    landed card stands at the least. `logos` are the marks that stand in some of its fields.
    """

    name: str
    version: int
    message: tuple[str, ...]
    words: Callable[[CardItem, Campaign, str], dict[str, str]]
    roles: Callable[[Campaign, Size], tuple[Role, ...]]
    rows: Callable[[CardSpec], tuple[Row, ...]]
    settles: tuple[int, ...]
    leaves: int = LEAVE
    balance: tuple[int, int] = (47, 53)
    numbers: Callable[[CardItem, Campaign, str, Fraction], tuple[str, ...]] = _no_numbers
    pace: Callable[[CardItem, Campaign, Fraction], int] = _no_pace
    last: Callable[[dict[str, str]], tuple[str, ...]] | None = None
    least: Fraction | None = None
    logos: Callable[[CardItem, Campaign], tuple[LogoPicture, ...]] = _no_logos

    @property
    def tells_what(self) -> bool:
        """Whether one number stands above the words for what it counts."""
        return "wording" in self.message and "values" not in self.message

    def landing(self, beat: Fraction, pace: int = 0) -> int:
        """Give the frame from which all stands still; what comes in parts is rounded part by part."""
        return pace + sum(frames_of(part, beat) for part in self.settles) - 1

    def leaving(self, beat: Fraction) -> int:
        """Give how many frames it takes to leave; 0 for a card that stays to its end."""
        return frames_of(self.leaves, beat) if self.leaves else 0

    def layout(self, spec: CardSpec) -> Layout:
        """Place all that a spec says, in whole pixels."""
        placed = place(self.rows(spec), spec.zone, self.balance)
        return set_motion(Layout(placed, spec.hold_until, spec.leaving), spec)
