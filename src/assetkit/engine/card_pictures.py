"""The cards of posts as picture posts: each in the size that its platform takes pictures in."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from assetkit.campaign.records import Campaign
from assetkit.cards.resolve import resolve_card
from assetkit.cards.spec import CardSpec
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import CardSource, SpanTask
from assetkit.recipe.records import CardItem
from assetkit.render.blending import Frame
from assetkit.render.card_stills import complete_frame, draw_card_still
from assetkit.render.stills import Still, draw_still


@dataclass(frozen=True)
class CardPicture:
    """A card of a post: the `number`th of its cut, from 1 on; `still` is it over what runs behind it."""

    post: Deliverable
    number: int
    card: CardItem
    spec: CardSpec
    still: Still | None = None

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        cut, platform = self.post.cut.name, self.post.platform.name
        about = f"{self.number:02d}-{self.card.kind}-{platform}-{self.post.language}"
        return f"{self.post.recipe.slug}-{cut}-{about}"

    @property
    def content(self) -> Hashable:
        """What it shows: equal contents are equal pictures."""
        return self.still.key if self.still else self.spec

    def draw(self, root: Path) -> Frame:
        """Draw it at its most complete moment: (height, width, 3) uint8 in sRGB; masters lie below `root`.

        What runs behind a card is coded once on the way, within a code of what the post shows.
        """
        if self.still is None:
            return draw_card_still(self.spec)
        with TemporaryDirectory(prefix="assetkit-") as folder:
            return draw_still(self.still, root, Path(folder))


def pictures_of(post: Deliverable, campaign: Campaign) -> Iterator[CardPicture]:
    """Give the cards of a post, in their order, without what lies over them in the video."""
    starts = {start: (span, source) for start, span, source in _starts(post)}
    cards = (part for part in post.cut.sequence if isinstance(part, CardItem))
    for number, (card, start) in enumerate(zip(cards, sorted(starts), strict=True), 1):
        span, source = starts[start]
        if source.ground is not None:
            yield CardPicture(post, number, card, source.spec, _over_film(span, source))
        else:
            yield CardPicture(post, number, card, _in_picture_size(post, card, source.spec, campaign))


def _starts(post: Deliverable) -> Iterator[tuple[int, SpanTask, CardSource]]:
    """Give the first frame of each card, with each span that shows it."""
    at = 0
    for span in post.file.spans:
        for source in span.sources:
            if isinstance(source, CardSource):
                yield at - source.start, span, source
        at += span.frames


def _over_film(span: SpanTask, source: CardSource) -> Still:
    # Of the card alone: the frame in which it is complete may lie in a dissolve into what follows.
    shown = source.later(complete_frame(source.spec) - source.start)
    return Still(replace(span, frames=1, sources=(shown,), events=(), overlays=(), key=""), 0)


def _in_picture_size(post: Deliverable, card: CardItem, spec: CardSpec, campaign: Campaign) -> CardSpec:
    layout = post.platform.image.layout
    if layout is None or layout.size == spec.size:
        return spec
    return resolve_card(card, campaign, post.language, layout.size, layout.cards, spec.frames, spec.rate)
