"""A recipe as values: every reference resolved to a record, every length and time readable, nothing open
but the rate of the master."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.campaign.records import Campaign, Texts
from assetkit.diagnostics import Place
from assetkit.geometry import Focus
from assetkit.platforms.records import Catalogue
from assetkit.recipe.post_records import PostItem
from assetkit.recipe.sound_records import CardSound, ClipSound, CutSound, SoundTrack
from assetkit.timecode import Duration, Timecode


@dataclass(frozen=True)
class SubtitleFile:
    """A subtitle file by its path from the workspace, and what a person states about it.

    `encoding` is None where it is to be told from the bytes. `starts_at` is the file's time at the first
    frame of the master, None where it is to be told from the times. `rate` is what frame-based times count
    in, None for the master's.
    """

    path: str
    encoding: str | None = None
    starts_at: Timecode | Duration | None = None
    rate: Fraction | None = None
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True)
class Film:
    """A finished film: its master and subtitle files, by paths that start at the workspace.

    `place` is where the master is named. `sdh` are subtitles for people who cannot hear: they name sounds
    and speakers. `dubs` are the sounds of languages that have one of their own.
    """

    slug: str
    title: Texts
    master: str
    subtitles: dict[str, SubtitleFile]
    colour: str | None  # "bt709", "bt601-525", "bt601-625", where the file does not say
    place: Place
    sdh: dict[str, SubtitleFile] = field(default_factory=dict)
    sound: SoundTrack = field(default_factory=SoundTrack)
    dubs: dict[str, SoundTrack] = field(default_factory=dict)
    licence: str = ""  # one of the campaign's; "" for a film of one's own

    def track(self, language: str) -> SoundTrack:
        """Give the sound that the film has in a language."""
        return self.dubs.get(language, self.sound)


@dataclass(frozen=True)
class Framing:
    """How a clip fills a shape: crop around the focus, or the whole picture on a ground.

    `fit` is "crop", "blur" (on its own blurred picture), "colour" (on `ground`) or "pad" (on black).
    """

    fit: str = "crop"
    focus: Focus = field(default_factory=Focus)
    ground: str = "#000000"


@dataclass(frozen=True)
class ClipItem:
    """A stretch [start, stop) of a film; `select_place` is where the range of its select is written."""

    film: Film
    start: Timecode | Duration
    stop: Timecode | Duration
    framing: Framing
    for_shape: dict[str, Framing]
    place: Place
    select_place: Place | None = field(default=None, compare=False)
    tags: tuple[str, ...] = ()  # what the picture shows, as its select says
    sound: ClipSound = field(default_factory=ClipSound)

    def framing_for(self, shape: str) -> Framing:
        """Give the framing for a shape such as "9:16"."""
        return self.for_shape.get(shape, self.framing)


@dataclass(frozen=True)
class ImageGround:
    """A picture behind a card, by its path from the workspace, cropped around its focus.

    `scrim` is how many percent of the brand's background lie over it, None for the brand's own.
    """

    path: str
    focus: Focus = field(default_factory=Focus)
    place: Place = field(default=Place(""), compare=False)
    scrim: int | None = None


@dataclass(frozen=True)
class FootageGround:
    """Running footage behind a card: blurred, from the clip's first frame for as long as the card stands.

    `scrim` is how many percent of the brand's background lie over it, None for the brand's own.
    """

    clip: ClipItem
    scrim: int | None = None


@dataclass(frozen=True)
class CardItem:
    """A designed full frame: kind "title", "count-up", "end" and others, or a registered kind of one's own.

    `length` None means: long enough to read in every declared language. `texts` holds the free texts of
    the kind by field name ("title", "subtitle", "line-1"); `statistic`, `helpline`, `quote` and `partners`
    name records; `compared` are statistics side by side, of which `statistic` stands out.
    """

    kind: str
    length: Duration | None
    texts: dict[str, Texts]
    statistic: str | None
    helpline: str | None
    place: Place
    quote: str | None = None
    partners: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    ground: ImageGround | FootageGround | None = None  # None: the brand's background
    reduced: bool = False  # fades alone, whatever the brand's motion
    where: str = ""  # the corner of a card that lies over the picture: "top-left"
    number: str = ""  # "full", "compact" or "auto": how its numbers are written; "" as their records say
    sound: CardSound | None = None  # None: silence

    @property
    def statistics(self) -> tuple[str, ...]:
        """The names of all statistics that it shows."""
        return self.compared or ((self.statistic,) if self.statistic else ())


@dataclass(frozen=True)
class DissolveItem:
    """A dissolve between its neighbours, centred on their join."""

    length: Duration
    place: Place


Item = ClipItem | CardItem | DissolveItem


@dataclass(frozen=True)
class Super:
    """Text over the picture. `at` counts from the first frame of the cut; `where` is "top" or "middle"."""

    name: str
    text: Texts
    at: Duration
    length: Duration
    where: str
    excluded: tuple[str, ...]  # platforms without it
    place: Place


@dataclass(frozen=True)
class Overlay:
    """A card without a ground over the running picture: a lower third, a counter, a mark, a label.

    `at` counts from the first frame of the cut; `length` None means: to the end of the cut. One that is
    `auto` stands for as long as it takes to read in every declared language.
    """

    card: CardItem
    at: Duration
    length: Duration | None
    excluded: tuple[str, ...]  # platforms without it
    place: Place
    auto: bool = False


@dataclass(frozen=True)
class Captions:
    """Whether and how cues are burnt in; `unburnt` lists platforms without.

    `sets` gives the caption set of a language, "sdh" or "translation"; a language that it lacks has the
    translation. `without_sidecar` lists platforms that get no subtitle file beside the video,
    `with_sidecar` those that get one although none is known to be taken there.
    """

    style: CaptionStyle = PRESETS["outline"]
    burn: bool = True
    unburnt: tuple[str, ...] = ()
    sets: dict[str, str] = field(default_factory=dict)
    without_sidecar: tuple[str, ...] = ()
    with_sidecar: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cut:
    """One cut-down. `platforms` are single platforms, sets already expanded."""

    name: str
    sequence: tuple[Item, ...]
    shortest: Duration | None
    longest: Duration | None
    supers: tuple[Super, ...]
    captions: Captions
    platforms: tuple[str, ...]
    place: Place
    for_platform: dict[str, Cut] = field(default_factory=dict)
    overlays: tuple[Overlay, ...] = ()
    sound: CutSound = field(default_factory=CutSound)
    post: PostItem = field(default_factory=PostItem)
    codes: dict[str, str] = field(default_factory=dict)  # language -> the trade's code, such as Ad-ID
    variant_of: str = ""  # the cut of which this is one opening
    hook: str = ""  # the code of that opening
    makes_stills: bool = False  # its posts are pictures: a frame of each item

    def variant(self, platform: str) -> Cut:
        """Give the cut as this platform gets it."""
        return self.for_platform.get(platform, self)

    @property
    def clips(self) -> tuple[ClipItem, ...]:
        """All footage: the clips in the sequence, then those that run behind cards."""
        shown = tuple(item for item in self.sequence if isinstance(item, ClipItem))
        grounds = (card.ground for card in self.cards)
        return (*shown, *(ground.clip for ground in grounds if isinstance(ground, FootageGround)))

    @property
    def cards(self) -> tuple[CardItem, ...]:
        """All cards: those in the sequence, then those that lie over the picture."""
        framed = tuple(item for item in self.sequence if isinstance(item, CardItem))
        return (*framed, *(overlay.card for overlay in self.overlays))

    def cards_on(self, platform: str) -> tuple[CardItem, ...]:
        """Give the cards that one platform gets to see."""
        left_out = tuple(overlay for overlay in self.overlays if platform not in overlay.excluded)
        return replace(self, overlays=left_out).cards


@dataclass(frozen=True)
class Waiver:
    """A finding of `check` that a person accepts, for one language ("" for all) and cues with these words."""

    check: str
    language: str
    text: str
    reason: str
    place: Place


@dataclass(frozen=True)
class Recipe:
    """One recipe file; a recipe without a film makes card-only posts."""

    slug: str
    file: str
    film: Film | None
    title: Texts
    cuts: dict[str, Cut]
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True)
class Workspace:
    """Everything that was read: the campaign, its recipes by slug, and the platforms."""

    campaign: Campaign
    recipes: dict[str, Recipe]
    catalogue: Catalogue
