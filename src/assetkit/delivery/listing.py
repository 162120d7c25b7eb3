"""All posts of a batch and what has become of each: a value for tables, calendars and programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from assetkit.delivery.picture_posts import PicturePosts
from assetkit.delivery.post import POST_FILE
from assetkit.delivery.publish import Publisher
from assetkit.delivery.refused import recall_refusal
from assetkit.diagnostics import Severity
from assetkit.plan.build import Deliverable
from assetkit.posts.words import Counted, PostWords
from assetkit.recipe.date_records import PostDate

READY, DRAFT, REFUSED, OUTDATED, MISSING = "ready", "draft", "refused", "outdated", "not made"
STATES = (READY, DRAFT, REFUSED, OUTDATED, MISSING)
"""What can have become of a post: it lies there and may be published, it lies there and is a draft, its file
failed a check, another version of it lies there, or nothing does."""


@dataclass(frozen=True)
class PostRow:
    """One post. `reasons` say why it is a draft or refused; of one that is not there, why it would be one.

    `files` are its video, or its pictures in their order. `bytes` is the size of those that lie there as the
    recipe is now, None where none do; `most_bytes` is what the encoder of a video may not exceed. `warnings`
    are codes of checks that were not passed and do not forbid.
    """

    item: Deliverable
    files: tuple[str, ...]
    is_video: bool
    state: str
    reasons: tuple[str, ...]
    bytes: int | None
    most_bytes: int | None
    cover: str
    words: PostWords
    alt: str
    warnings: tuple[str, ...] = ()

    @property
    def date(self) -> PostDate | None:
        """When it comes out, None where nobody said."""
        return self.item.cut.post.date

    @property
    def seconds(self) -> float | None:
        """How long its video is, None for pictures."""
        return float(self.item.file.frames / self.item.file.spans[0].rate) if self.is_video else None

    @property
    def kind(self) -> str:
        """What it is: "video", "image" or "carousel"."""
        return "video" if self.is_video else "image" if len(self.files) == 1 else "carousel"

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its reasons, each once."""
        return tuple(dict.fromkeys(reason.partition(":")[0].split()[0] for reason in self.reasons))

    @property
    def length_of_copy(self) -> Counted | None:
        """How long its copy is as its platform counts, None where it has none."""
        return self.words.copy.length if self.words.copy else None


class _Maker(Protocol):
    """What makes posts of one kind."""

    def is_current(self, item: Deliverable) -> bool: ...

    def post_key(self, item: Deliverable) -> str: ...


def list_posts(
    publisher: Publisher, videos: Iterable[Deliverable], pictures: Iterable[Deliverable] = ()
) -> list[PostRow]:
    """Give a row for each post, by what lies in its folder; nothing is made, and no video is read."""
    rows = [_row(publisher, publisher, item, (item.name,), True) for item in videos]
    drawn = PicturePosts(publisher)
    return rows + [_row(publisher, drawn, item, drawn.names(item), False) for item in pictures]


def count_states(rows: Sequence[PostRow]) -> dict[str, int]:
    """Give how many posts are in each state, of those that any is in."""
    counted = {state: sum(row.state == state for row in rows) for state in STATES}
    return {state: number for state, number in counted.items() if number}


def _row(
    publisher: Publisher, maker: _Maker, item: Deliverable, files: tuple[str, ...], is_video: bool
) -> PostRow:
    folder, words = publisher.out / item.folder, publisher.words.of(item)
    current = maker.is_current(item)
    state, reasons = _state(publisher, maker, item, current)
    return PostRow(
        item=item,
        files=files,
        is_video=is_video,
        state=state,
        reasons=reasons,
        bytes=sum((folder / name).stat().st_size for name in files) if current else None,
        most_bytes=most_bytes(item) if is_video else None,
        cover=next(iter(publisher.covers.names(item)), "") if is_video else "",
        words=words,
        alt=publisher.words.alt(item),
        warnings=_warnings(folder, words, current),
    )


def _state(
    publisher: Publisher, maker: _Maker, item: Deliverable, current: bool
) -> tuple[str, tuple[str, ...]]:
    folder, reasons = publisher.out / item.folder, publisher.reasons_of(item)
    if current:
        return (DRAFT if reasons else READY), reasons
    refused = recall_refusal(publisher.state, folder, maker.post_key(item))
    if refused:
        return REFUSED, refused
    return (OUTDATED if (folder / POST_FILE).is_file() else MISSING), reasons


def most_bytes(item: Deliverable) -> int:
    """Give the most that a video can have: what its buffer holds at the start, and its highest rate after."""
    coded, seconds = item.file.spans[0].format, item.file.frames / item.file.spans[0].rate
    bits = 1000 * (coded.bufsize + seconds * (coded.maxrate + item.platform.audio_kbps))
    fit = item.fit
    measured = fit.most if fit and fit.step is not None else int(bits / 8)
    return min(int(bits / 8), measured)


def _warnings(folder: Path, words: PostWords, current: bool) -> tuple[str, ...]:
    """Give the codes of what was found in a delivered post, or is known of one that is not there."""
    if not current:
        return ("AK806",) if any(not counted.fits for counted in words.counts) else ()
    try:
        post: dict[str, Any] = json.loads((folder / POST_FILE).read_bytes())
    except (OSError, ValueError):
        return ()
    found = [check["code"] for check in post["checks"] if not check["passed"] and _warns(check)]
    return tuple(dict.fromkeys(found))


def _warns(check: dict[str, Any]) -> bool:
    return check["severity"] in (Severity.WARNING, Severity.ERROR)
