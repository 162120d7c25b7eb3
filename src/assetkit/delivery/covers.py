"""The cover of a post: which picture it is, its file as the platform takes it, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assetkit.campaign.records import Campaign
from assetkit.cards.book import CardBook
from assetkit.cards.spec import CardSpec
from assetkit.delivery.enclosures import Enclosure
from assetkit.delivery.stills import card_stills, frame_still, hidden_subjects, text_ranges
from assetkit.diagnostics import Severity
from assetkit.engine.store import StoredObject
from assetkit.errors import AssetkitError, ObjectError
from assetkit.geometry import shape_of
from assetkit.plan.build import Deliverable
from assetkit.plan.covers import title_spec
from assetkit.plan.identity import digest_record, hash_identity
from assetkit.plan.sources import CardSource
from assetkit.quality.pictures import check_picture
from assetkit.quality.records import Check
from assetkit.recipe.cover_records import Cover
from assetkit.render.blending import Frame
from assetkit.render.cover_frames import (
    CHOICE_VERSION,
    candidates_of,
    choose_best,
)
from assetkit.render.covers import DRAWING_VERSION, draw_picture, set_title
from assetkit.render.image_files import encode_image
from assetkit.render.stills import Still

ROLE = "cover"
_WARNING, _END = "content-warning", "end"
_MOST_DRAWN = 4  # pictures in memory, of 6 MB each
_MOST_KEPT = 48  # finished covers that are remembered for other languages and platforms


@dataclass(frozen=True)
class Chosen:
    """The picture of a cover: frame `frame` of the video; `by` is "best", "frame" or "card"."""

    frame: int
    by: str
    still: Still


class Covers:
    """Makes the covers of posts; languages and platforms that show the same picture share its file."""

    def __init__(self, campaign: Campaign, tools: dict[str, str]) -> None:
        self.campaign = campaign
        self.root = Path(campaign.root)
        self.tools = tools
        self.cards = CardBook(campaign)
        self._chosen: dict[object, Chosen] = {}
        self._made: dict[str, Enclosure] = {}
        self._drawn: dict[str, Frame] = {}

    def names(self, item: Deliverable) -> tuple[str, ...]:
        """Give the name of the cover's file, where there is one."""
        if _cover(item) is None or not item.platform.cover.is_file:
            return ()
        return (f"cover.{_form(item)}",)

    def identity(self, item: Deliverable) -> dict[str, Any]:
        """Give what decides the cover, beside the video itself."""
        cover = _cover(item)
        if cover is None:
            return {}
        clips = item.cut.clips if cover.is_open else ()
        title = self._title(item)
        return {
            "versions": [CHOICE_VERSION, DRAWING_VERSION],
            "at": str(cover.at),
            "card": cover.card,
            "rule": digest_record(item.platform.cover),
            "layout": digest_record(item.platform.layout) if cover.is_open else "",
            "focus": [str(clip.framing_for(shape_of(item.platform.format.size)).focus) for clip in clips],
            "title": [CardSource(title[0], 0).identity(), title[1]] if title else [],
            "pictures": self.tools.get("pictures", ""),
        }

    def enclose(self, item: Deliverable, stored: StoredObject | None = None) -> tuple[Enclosure, ...]:
        """Make the file of a cover, if the platform takes one. What goes wrong fails its check."""
        if not self.names(item):
            return ()
        try:
            return (self._find(item),)
        except AssetkitError as error:
            said = f"the cover cannot be made: {error}"
            check = Check("AK850", False, Severity.ERROR, said, "none", "a picture")
            return (Enclosure(self.names(item)[0], ROLE, b"", (check,)),)

    def _find(self, item: Deliverable) -> Enclosure:
        """Give the finished file; languages and platforms that show the same one share it."""
        chosen, title = self._choose(item), self._title(item)
        shown = hash_identity(
            {
                "still": chosen.still.key,
                "title": title and [digest_record(title[0]), title[1]],
                "rule": digest_record(item.platform.cover),
            }
        )
        if shown not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.pop(next(iter(self._made)))
            self._made[shown] = self._make(item, chosen, title)
        return self._made[shown]

    def described(self, item: Deliverable) -> dict[str, Any] | None:
        """Give what a post says of its cover; None where it has none."""
        if _cover(item) is None:
            return None
        try:
            chosen, title = self._choose(item), self._title(item)
        except AssetkitError:
            return None  # its check has failed, and the post is not delivered
        names = self.names(item)
        return {
            "file": names[0] if names else None,
            "frame": chosen.frame,
            "seconds": round(float(chosen.frame / item.file.spans[0].rate), 6),
            "by": chosen.by,
            "title": title[0].text("title").replace("\n", " ") if title else None,
        }

    def _make(self, item: Deliverable, chosen: Chosen, title: tuple[CardSpec, int] | None) -> Enclosure:
        picture = self._draw(chosen.still)
        picture = set_title(picture, *title) if title else picture
        name, form, largest = self.names(item)[0], _form(item), item.platform.cover.largest_bytes
        return enclose_picture(name, ROLE, "AK850", picture, (form,), largest)

    def _draw(self, still: Still) -> Frame:
        """Draw a picture; the last few are remembered, for the words of other languages upon them."""
        if still.key not in self._drawn:
            if len(self._drawn) >= _MOST_DRAWN:
                self._drawn.pop(next(iter(self._drawn)))
            self._drawn[still.key] = draw_picture(still, self.root)
        return self._drawn[still.key]

    def _title(self, item: Deliverable) -> tuple[CardSpec, int] | None:
        """Give the words upon a cover and their scrim; none where but a moment is taken."""
        if not item.platform.cover.is_file:
            return None
        rate = item.file.spans[0].rate
        return title_spec(item.cut, item.platform, item.language, rate, self.cards)

    def _choose(self, item: Deliverable) -> Chosen:
        cover = _cover(item)
        assert cover is not None
        if cover.card:
            return _card(item, cover.card)
        if not cover.is_open:
            frame = cover.frame(item.file.spans[0].rate)
            return Chosen(frame, "frame", frame_still(item, frame))
        return self._best(item)

    def _best(self, item: Deliverable) -> Chosen:
        warning = _warning_card(item)
        if warning:
            return _card(item, warning)
        # A moment of the video itself shows its captions, so those frames come last.
        avoid = () if item.platform.cover.is_file else tuple(text_ranges(item))
        candidates = candidates_of(item.file, avoid)
        if not candidates:
            return _card(item, _telling_card(item))
        hidden = hidden_subjects(item, candidates)
        key = (tuple(each.still.key for each in candidates), hidden)
        if key not in self._chosen:
            best = choose_best(candidates, hidden, self.root)
            assert best is not None
            self._chosen[key] = Chosen(best.frame, "best", best.still)
        return self._chosen[key]


def enclose_picture(
    name: str, role: str, code: str, picture: Frame, forms: tuple[str, ...], largest: int | None
) -> Enclosure:
    """Encode a picture and read it back; raises ObjectError where no file of it is small enough."""
    file = encode_image(picture, forms, largest)
    if file is None:
        raise ObjectError(
            f"{name} cannot be made small enough: at most {largest} bytes are taken.",
            remedy="Choose a picture with less detail.",
        )
    check = check_picture(code, name, file.content, picture, forms, largest)
    return Enclosure(name, role, file.content, (check,))


def _card(item: Deliverable, number: int) -> Chosen:
    cards = card_stills(item)
    frame, still = cards[min(number, len(cards)) - 1]
    return Chosen(frame, "card", still)


def _telling_card(item: Deliverable) -> int:
    """Give the number of the card that says what the cut is about: the first that is not its end."""
    return next((number for number, kind in enumerate(_kinds(item), 1) if kind != _END), 1)


def _warning_card(item: Deliverable) -> int:
    """Give the number of the content warning, 0 for none: nothing that it warns of comes before it."""
    return next((number for number, kind in enumerate(_kinds(item), 1) if kind == _WARNING), 0)


def _kinds(item: Deliverable) -> list[str]:
    return [card.kind for card in item.cut.cards][: len(card_stills(item))]


def _cover(item: Deliverable) -> Cover | None:
    """Give the cover that a post gets; None where the recipe wants none, or the platform takes none."""
    takes_none = item.platform.cover.form == "none" or item.cut.makes_stills
    return None if takes_none else item.cut.post.cover


def _form(item: Deliverable) -> str:
    return item.platform.cover.form if item.platform.cover.form in ("jpg", "png") else "jpg"
