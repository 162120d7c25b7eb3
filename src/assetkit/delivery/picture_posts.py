"""Picture posts: one picture, or several as a carousel, drawn, checked and put into their folders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assetkit.cards.marks import files_shown
from assetkit.delivery.covers import enclose_picture
from assetkit.delivery.enclosures import Enclosure
from assetkit.delivery.post import Post, PostFile
from assetkit.delivery.publish import Publisher, schedule_of
from assetkit.delivery.state import is_current
from assetkit.delivery.stills import card_stills, frame_still, hidden_subjects
from assetkit.plan.build import Deliverable
from assetkit.plan.identity import hash_identity
from assetkit.plan.sources import CardSource
from assetkit.plan.tasks import FileTask
from assetkit.quality.records import Check
from assetkit.recipe.licences import works_of
from assetkit.recipe.records import CardItem, ClipItem
from assetkit.render.cover_frames import CHOICE_VERSION, candidates_of, choose_best
from assetkit.render.covers import draw_picture
from assetkit.render.stills import Still
from assetkit.timecode import FrameRange

ROLE = "picture"
_MOST_KEPT = 24  # finished pictures that are remembered for other languages and platforms


@dataclass(frozen=True)
class _Shown:
    """One picture of a post, and what it shows."""

    still: Still
    kind: str
    of: str
    frame: int


class PicturePosts:
    """Makes picture posts; those that show the same picture share its file."""

    def __init__(self, publisher: Publisher) -> None:
        self.publisher = publisher
        self.root = Path(publisher.campaign.root)
        self._made: dict[str, Enclosure] = {}

    def names(self, item: Deliverable) -> tuple[str, ...]:
        """Give the names of the pictures, in their order: "01.jpg"."""
        form = _form(item)
        return tuple(f"{number:02d}.{form}" for number in range(1, len(item.cut.sequence) + 1))

    def is_current(self, item: Deliverable) -> bool:
        """Whether the post lies in its folder as it would be delivered now."""
        first, *others = self.names(item)
        beside = (*others, *self.publisher.words.names(item))
        folder = self.publisher.out / item.folder
        return is_current(self.publisher.state, folder, first, self.post_key(item), beside)

    def post_key(self, item: Deliverable) -> str:
        """Give the hash of all that decides a post: its pictures, and what is said of it."""
        rule, form = item.platform.image, _form(item)
        return hash_identity(
            {
                "post": self.publisher.post_key(item),
                "choice": CHOICE_VERSION,
                "form": form,
                "largest": rule.largest_bytes,
                "focus": [str(clip.framing) + str(clip.for_shape) for clip in item.cut.clips],
                "covered": [str(box) for box in item.platform.layout.covered],
            }
        )

    def publish(self, item: Deliverable) -> Post:
        """Deliver one post; one with a failed check is not delivered, and its post says why.

        Raises ToolError and ObjectError as a rendering does.
        """
        shown = [self._shown(item, number) for number in range(len(item.cut.sequence))]
        files = [self._file(item, name, each) for name, each in zip(self.names(item), shown, strict=True)]
        words = self.publisher.words.enclose(item)
        post = self._describe(item, files, words, shown)
        if not any(check.failed for check in post.checks):
            with TemporaryDirectory(prefix="assetkit-") as folder:
                first = Path(folder) / files[0].name
                first.write_bytes(files[0].data)
                self.publisher.hand_over(item, first, post, (*files[1:], *words), self.post_key(item))
        self.publisher.remember(item, post, self.post_key(item))
        return post

    def _file(self, item: Deliverable, name: str, shown: _Shown) -> Enclosure:
        rule, form = item.platform.image, _form(item)
        key = hash_identity(
            {"still": shown.still.key, "form": form, "most": rule.largest_bytes, "name": name}
        )
        if key not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.pop(next(iter(self._made)))
            picture = draw_picture(shown.still, self.root)
            self._made[key] = enclose_picture(name, ROLE, "AK851", picture, (form,), rule.largest_bytes)
        return self._made[key]

    def _shown(self, item: Deliverable, number: int) -> _Shown:
        """Give the picture of an item: a card as it stands, or of a clip its one or its best frame."""
        if isinstance(item.cut.sequence[number], CardItem):
            before = sum(isinstance(part, CardItem) for part in item.cut.sequence[:number])
            _, still = card_stills(item)[before]
            source = still.span.sources[0]
            assert isinstance(source, CardSource)
            return _Shown(still, "card", source.spec.kind, source.start)
        area = _area(item, number)
        candidates = [each for each in candidates_of(item.file) if area.start <= each.frame < area.stop]
        # Ranges that follow on each other in a film are looked at as one, so that a short one may have none.
        candidates = candidates or candidates_of(_part(item.file, area))
        best = (
            choose_best(candidates, hidden_subjects(item, candidates), self.root) if len(area) > 1 else None
        )
        still = best.still if best else frame_still(item, area.start)
        (source,) = still.span.footage
        return _Shown(still, "footage", source.facts.path, source.start)

    def _describe(
        self,
        item: Deliverable,
        files: list[Enclosure],
        words: tuple[Enclosure, ...],
        shown: list[_Shown],
    ) -> Post:
        first, publisher = files[0].described(), self.publisher
        sources = {
            source.facts.path: source.facts.digest for each in shown for source in each.still.span.footage
        }
        sources |= files_shown(item.cut.cards, publisher.campaign)
        film = item.recipe.film
        checks: tuple[Check, ...] = tuple(check for file in (*files, *words) for check in file.checks)
        beside: tuple[PostFile, ...] = tuple(file.described() for file in (*files[1:], *words))
        pictures: tuple[dict[str, Any], ...] = tuple(
            {"file": file.name, "kind": each.kind, "of": each.of, "frame": each.frame}
            for file, each in zip(files, shown, strict=True)
        )
        return Post(
            campaign=publisher.campaign.name,
            recipe=item.recipe.slug,
            film=film.slug if film else None,
            cut=item.cut.name,
            platform=item.platform.name,
            language=item.language,
            file=first.name,
            sha256=first.sha256,
            bytes=first.bytes,
            frames=len(files),
            rate=item.file.spans[0].rate,
            size=item.platform.format.size,
            loudness=None,
            true_peak=None,
            sources=sources,
            tools=publisher.tools,
            statistics=publisher.statistics_of(item),
            checks=checks,
            reasons=publisher.reasons_of(item),
            spans=0,
            object_key=item.file.key,
            files=beside,
            works=works_of(item.cut, publisher.campaign),
            quotes=publisher.quotes_of(item),
            words=publisher.words.described(item),
            code=item.code,
            schedule=schedule_of(item),
            pictures=pictures,
        )


def _form(item: Deliverable) -> str:
    """Give the kind of file of a post's pictures: what suits footage, where there is any."""
    forms = item.platform.image.forms
    return "jpg" if item.cut.clips and "jpg" in forms else forms[0]


def _area(item: Deliverable, number: int) -> FrameRange:
    """Give the frames of the file in which an item is shown; the file is made of whole items, one by one."""
    starts = _starts(item)
    stop = starts[number + 1] if number + 1 < len(starts) else item.file.frames
    return FrameRange(starts[number], stop)


def _part(file: FileTask, area: FrameRange) -> FileTask:
    """Give the file of the spans in an area; spans end where items do."""
    stops = accumulate(span.frames for span in file.spans)
    spans = tuple(
        span for span, stop in zip(file.spans, stops, strict=True) if area.start < stop <= area.stop
    )
    return replace(file, spans=spans)


def _starts(item: Deliverable) -> list[int]:
    """Give the first frame of each item."""
    rate, starts, at = item.file.spans[0].rate, list[int](), 0
    cards = iter(_card_lengths(item))
    for part in item.cut.sequence:
        starts.append(at)
        if isinstance(part, CardItem):
            at += next(cards)
        elif isinstance(part, ClipItem):
            at += part.stop.in_frames(rate) - part.start.in_frames(rate)
    return starts


def _card_lengths(item: Deliverable) -> list[int]:
    lengths = []
    for _, still in card_stills(item):
        source = still.span.sources[0]
        assert isinstance(source, CardSource)
        lengths.append(source.spec.frames)
    return lengths
