"""Delivery specifications as values: formats, layouts, platforms; every outside number with its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.geometry import Box, Size


@dataclass(frozen=True)
class Format:
    """The coded picture: pixels and encoder settings. Rates are kbit/s; the key-frame distance is seconds.

    `codec` is "h264" or "hevc"; `preset` and `crf` are those of x264 or x265.
    `fine_seconds` is the fine step of the span lattice; the coarse one is four times as long.
    """

    name: str
    size: Size
    preset: str = "medium"
    crf: int = 20
    threads: int = 2
    profile: str = "high"
    level: str = "4.2"
    maxrate: int = 12000
    bufsize: int = 24000
    gop_seconds: Fraction = Fraction(2)
    fine_seconds: Fraction = Fraction(1, 2)
    codec: str = field(default="h264", metadata={"later": True})


@dataclass(frozen=True)
class Layout:
    """Where text may stand in a picture of `size`, and what the platform's interface covers.

    `source`, `as_of` and `confidence` ("H", "M", "L") say where the zones come from.
    """

    name: str
    size: Size
    captions: Box
    cards: Box
    covered: tuple[Box, ...] = ()
    source: str = ""
    as_of: str = ""
    confidence: str = ""

    def captions_at(self, place: str) -> Box:
        """Give the zone of captions that stand at the "bottom", or at the "top" of what cards may use."""
        if place == "bottom":
            return self.captions
        height = min(self.captions.height, self.cards.height)
        return Box(self.captions.x, self.cards.y, self.captions.width, height)


@dataclass(frozen=True)
class Limit:
    """One number about a platform. `value` None means: not found."""

    name: str
    value: Fraction | None
    unit: str
    strength: str  # "rejects" or "advises"
    source: str
    as_of: str
    confidence: str  # H, M or L


@dataclass(frozen=True)
class Sidecar:
    """How a platform takes a subtitle file beside a video.

    `form` is "srt" or "vtt"; "none": it takes none; "unknown": looked for and not found. `name` is made of
    `{name}` (the video without its suffix), `{language}` and `{locale}`. `markup` says whether it takes
    slanted and heavy words, speakers and times of words. `languages` are those that it takes alone; empty:
    any. `source`, `as_of` and `confidence` ("H", "M", "L") say where that comes from.
    """

    form: str = "unknown"
    name: str = ""
    markup: bool = False
    languages: tuple[str, ...] = ()
    source: str = ""
    as_of: str = ""
    confidence: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether a way is known to give the platform a subtitle file."""
        return self.form not in ("none", "unknown")


@dataclass(frozen=True)
class WordRules:
    """How a platform takes the words of a post; how long they may be stands in its limits.

    `copy` and `title` are "taken", "none" or "unknown". `count` and `count_title` are ways of counting:
    "characters", "weighted", "utf-16", "utf-8", "emoji-bytes". `alt` says for what it takes a description of
    the picture: "all", "images", "none", "unknown". `refused` are letters that it does not take. `source`,
    `as_of` and `confidence` ("H", "M", "L") say where that comes from.
    """

    copy: str = "unknown"
    title: str = "none"
    count: str = "characters"
    count_title: str = "characters"
    alt: str = "unknown"
    refused: str = ""
    source: str = ""
    as_of: str = ""
    confidence: str = ""


@dataclass(frozen=True)
class ImagePost:
    """How a platform takes a picture as a post.

    `forms` are "jpg" and "png", the best first; empty: none is taken, or, where not `is_known`, it was looked
    for and not found. `layout` None is that of the platform's videos. `most` is how many pictures a post may
    have, None where that was not found. `source`, `as_of` and `confidence` ("H",
    "M", "L") say where that comes from.
    """

    forms: tuple[str, ...] = ()
    is_known: bool = False
    layout: Layout | None = None
    largest_bytes: int | None = None
    least_width: int | None = None
    greatest_width: int | None = None
    source: str = ""
    as_of: str = ""
    confidence: str = ""
    most: int | None = None


@dataclass(frozen=True)
class CoverRule:
    """How a platform takes the cover of a video: a picture as large as its videos.

    `form` is "jpg" or "png" for a file, "time" for a moment of the video, "none", or "unknown": looked for
    and not found. `shown` is the part that stays in sight where covers stand in a grid, None for all of it.
    `source`, `as_of` and `confidence` ("H", "M", "L") say where that comes from.
    """

    form: str = "unknown"
    largest_bytes: int | None = None
    shown: Box | None = None
    source: str = ""
    as_of: str = ""
    confidence: str = ""

    @property
    def is_file(self) -> bool:
        """Whether a picture file is taken; where nothing was found, one is made all the same."""
        return self.form in ("jpg", "png", "unknown")


@dataclass(frozen=True)
class Platform:
    """A place to publish: which format and layout it takes, and its limits."""

    name: str
    title: str
    format: Format
    layout: Layout
    limits: tuple[Limit, ...]
    loudness: Fraction = Fraction(-14)
    true_peak: Fraction = Fraction(-3, 2)
    audio_kbps: int = 128
    sidecar: Sidecar = field(default_factory=Sidecar)
    image: ImagePost = field(default_factory=ImagePost)
    cover: CoverRule = field(default_factory=CoverRule)
    words: WordRules = field(default_factory=WordRules)

    def limit(self, name: str) -> Limit | None:
        """Give the limit of this name, or None where the platform states none."""
        return next((limit for limit in self.limits if limit.name == name), None)


@dataclass(frozen=True)
class Catalogue:
    """All platforms by name, and sets of platforms by name; both share one namespace.

    `formats` and `layouts` are all that platforms can name, whether one does or not.
    """

    platforms: dict[str, Platform]
    sets: dict[str, tuple[str, ...]]
    formats: dict[str, Format] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)

    def expand(self, names: tuple[str, ...]) -> tuple[Platform, ...]:
        """Give the platforms that the names mean, in order, each once; raises KeyError on an unknown name."""
        found: dict[str, Platform] = {}
        for name in names:
            for member in self.sets.get(name, (name,)):
                found[member] = self.platforms[member]
        return tuple(found.values())
