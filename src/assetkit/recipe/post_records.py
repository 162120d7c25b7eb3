"""What a recipe says of the post of a cut, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from assetkit.campaign.copy_records import Copy
from assetkit.diagnostics import Place
from assetkit.recipe.cover_records import Cover
from assetkit.recipe.date_records import PostDate


@dataclass(frozen=True)
class PostItem:
    """What a post has beside its video.

    `copy` None means: no words of its own. `hashtags` are by language, without the #. `label` is what the
    post must say that it is ("Paid partnership"), by language. `alt` is what the picture shows; empty:
    nobody said. `place` is where the recipe says it, `alt_place` where it says that.
    """

    copy: Copy | None = None
    hashtags: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    label: dict[str, str] = field(default_factory=dict, hash=False)
    alt: dict[str, str] = field(default_factory=dict, hash=False)
    cover: Cover | None = None  # None: no cover is made
    place: Place = field(default=Place(""), compare=False)
    alt_place: Place = field(default=Place(""), compare=False)
    date: PostDate | None = None  # when it comes out; None: nobody said, or, where `undated`, it has no time
    undated: bool = False
