"""What lies beside the video of a post: subtitle file, words, cover, each made by its own module."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Protocol

from assetkit.delivery.post import PostFile
from assetkit.engine.store import StoredObject
from assetkit.plan.build import Deliverable
from assetkit.quality.records import Check


@dataclass(frozen=True)
class Enclosure:
    """One file beside the video, with what was checked of it; `role` is what it is for, such as "cover"."""

    name: str
    role: str
    data: bytes
    checks: tuple[Check, ...] = ()

    def described(self) -> PostFile:
        """Give what `post.json` says of it."""
        return PostFile(self.name, self.role, hashlib.sha256(self.data).hexdigest(), len(self.data))


class Encloser(Protocol):
    """Makes files of one kind for every post that has them.

    `names` and `identity` are asked of every deliverable on every run, so they make nothing: the one gives
    the files that the post will have, the other all that decides their bytes and what is said of them.
    """

    def names(self, item: Deliverable) -> tuple[str, ...]:
        """Give the names of the files that this post will have."""
        ...

    def identity(self, item: Deliverable) -> dict[str, Any]:
        """Give what decides the files; it is hashed into the key of the post."""
        ...

    def enclose(self, item: Deliverable, stored: StoredObject) -> tuple[Enclosure, ...]:
        """Make the files of one post from its finished video."""
        ...
