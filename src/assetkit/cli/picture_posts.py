"""The picture posts of a batch: drawn and delivered after the videos, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assetkit.delivery.picture_posts import PicturePosts
from assetkit.delivery.publish import Publisher
from assetkit.errors import AssetkitError
from assetkit.plan.build import Deliverable

Delivered = tuple[str, str, str, tuple[str, ...]]
"""What became of a picture post: its folder, its first file, its state, and why it is a draft or refused."""


def due_pictures(items: Sequence[Deliverable], publisher: Publisher) -> list[Deliverable]:
    """Give the picture posts that do not lie in their folders as they would be delivered now."""
    posts = PicturePosts(publisher)
    return [item for item in items if not posts.is_current(item)]


def deliver_pictures(items: Sequence[Deliverable], publisher: Publisher) -> Iterator[Delivered]:
    """Deliver those that are not current; one that fails does not stop the others."""
    posts = PicturePosts(publisher)
    for item in items:
        first = posts.names(item)[0]
        if posts.is_current(item):
            yield item.folder, first, "current", ()
            continue
        try:
            post = posts.publish(item)
        except AssetkitError as error:
            yield item.folder, first, "not made", (str(error),)
            continue
        failed = tuple(f"{check.code} {check.message}" for check in post.checks if check.failed)
        if failed:
            yield item.folder, first, "refused", failed
        else:
            yield item.folder, first, "draft" if post.all_reasons else "ready", post.all_reasons
