"""Delivery specifications as values: formats, layouts, platforms; every outside number with its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.geometry import Box, Size


@dataclass(frozen=True)
class Format:
    """The coded picture: pixels and encoder settings. Rates are kbit/s; the key-frame distance is seconds.

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
