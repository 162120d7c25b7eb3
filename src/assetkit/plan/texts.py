"""The texts of a cut over the picture: captions and supers laid out in a platform's zones, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from assetkit.campaign.records import Brand
from assetkit.diagnostics import Findings, Place
from assetkit.plan.captions import PlacedCaption, RemedyLog, describe_fault, place_of
from assetkit.plan.faces import Faces
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Super
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, LayoutFault, lay_out_super
from assetkit.subtitles.remedies import Laid, lay_out_cue
from assetkit.subtitles.styles import colour_speakers
from assetkit.text.fonts import missing_glyphs
from assetkit.timecode import FrameRange
from assetkit.timeline.captions import place_super
from assetkit.timeline.records import Timeline

Events = tuple[AssEvent, ...]


def has_captions(cut: Cut, platform: Platform) -> bool:
    """Whether the cues are burnt into this platform's picture."""
    return cut.captions.burn and platform.name not in cut.captions.unburnt


class TextSetter:
    """Lays texts out in the fonts of a brand. What stands in the same zone again is not laid out again."""

    def __init__(self, brand: Brand, findings: Findings) -> None:
        self.faces = Faces(brand, findings)
        self.findings = findings
        self.remedies = RemedyLog()
        self._captions: dict[object, Laid | LayoutFault] = {}
        self._supers: dict[object, CaptionLayout | LayoutFault] = {}
        self._missing: dict[tuple[str, str], list[str]] = {}
        self._unset: dict[tuple[str, int], tuple[str, Place]] = {}

    def caption(
        self, cue: FrameCue, language: str, platform: Platform, cut: Cut, rate: Fraction, place: Place
    ) -> Laid:
        """Lay a cue out as one caption or two, on its own frames; nothing after a reported error."""
        font, style = self.faces.caption(cue.text, language, place), cut.captions.style
        if lacking := self._lacking(cue.text, font):
            self._unset[place.file, place.line] = (lacking, place)
            return ()
        size, zone = platform.format.size, platform.layout.captions_at(style.place)
        # Counted from the cue's own start: wherever a cut shows it, it is split at the same words.
        own = _shifted(cue, -cue.range.start, 0)
        key = (own, language, font, size, zone, style, rate)
        laid = self._captions.get(key)  # looked up once: hashing a cue and its style is not free
        if laid is None:
            laid = lay_out_cue(own, language, font, size=size, zone=zone, style=style, rate=rate)
            self._captions[key] = laid
        if isinstance(laid, LayoutFault):
            self._report_misfit(laid, place)
            return ()
        return tuple((_shifted(part, cue.range.start, cue.line), layout) for part, layout in laid)

    def super(self, text: str, language: str, platform: Platform, item: Super) -> CaptionLayout | None:
        """Lay a super out; None after a reported error."""
        font = self.faces.super(text, language, item.place)
        if lacking := self._lacking(text, font):
            self._report_lacking(lacking, item.place)
            return None
        size, zone = platform.format.size, platform.layout.cards
        key = (text, language, size, zone, item.where)
        if key not in self._supers:
            self._supers[key] = lay_out_super(text, language, font, size=size, zone=zone, where=item.where)
        laid = self._supers[key]
        if isinstance(laid, LayoutFault):
            self._report_misfit(laid, item.place)
            return None
        return laid

    def tell_remedies(self) -> None:
        """Report, when all is laid out and checked, what a person should know of how captions were set.

        A caption that cannot be drawn is told here only if no check of its file has: it is never left out in
        silence.
        """
        self.remedies.tell(self.findings)
        places = [item.place for item in self.findings.items if item.code == "AK401"]
        told = {(place.file, place.line) for place in places if place}
        for key, (lacking, place) in self._unset.items():
            if key not in told:
                self._report_lacking(lacking, place)

    def _lacking(self, text: str, font: str) -> str:
        """Say which characters of a text the font lacks; "" where it has them all."""
        if (text, font) not in self._missing:
            self._missing[text, font] = missing_glyphs(text.replace("\n", " "), font)
        missing = self._missing[text, font]
        letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing)
        return f"the font {font} has no {letters}: {text!r}" if missing else ""

    def _report_lacking(self, lacking: str, place: Place) -> None:
        self.findings.error("AK401", lacking, place, remedy="Use a font that has it.")

    def _report_misfit(self, fault: LayoutFault, place: Place) -> None:
        self.findings.error(
            "AK402",
            describe_fault(fault),
            place,
            measured=f"{fault.needed:.0f} px",
            required=f"at most {fault.available:.0f} px",
            remedy="Shorten the text, or split it into two cues.",
        )


def _shifted(cue: FrameCue, by: int, line: int) -> FrameCue:
    words = tuple((frame + by, start) for frame, start in cue.words)
    moved = FrameRange(cue.range.start + by, cue.range.stop + by)
    return replace(cue, range=moved, words=words, line=line)


class CutTexts:
    """The texts of one cut; platforms that agree on zones and exceptions get the very same events."""

    def __init__(self, cut: Cut, timeline: Timeline, setter: TextSetter) -> None:
        self.cut = cut
        self.timeline = timeline
        self.setter = setter
        self._laid: dict[object, Events] = {}
        self._placed: dict[object, tuple[PlacedCaption, ...]] = {}
        self._noted: set[tuple[str, str]] = set()
        self._collided: set[tuple[str, str]] = set()
        self._colours: dict[str, dict[str, str]] = {}
        self._places: dict[str, tuple[Sequence[FrameCue], tuple[Place, ...]]] = {}

    def colour_speakers(self, language: str, speakers: Iterable[str]) -> None:
        """Give speakers colours where the style asks for it, by their order in the films."""
        style = self.cut.captions.style
        if style.speakers == "colour":
            self._colours[language] = colour_speakers(speakers, style.colour)

    def events(self, cues: Sequence[FrameCue], platform: Platform, language: str) -> Events:
        """Give the laid out texts in timeline frames; `cues` are the captions of this language."""
        burnt = has_captions(self.cut, platform)
        supers = tuple(item for item in self.cut.supers if platform.name not in item.excluded)
        layout, shown = platform.layout, tuple(map(id, supers))  # those of one cut, which is held here
        key = (language, burnt, shown, platform.format.size, layout.captions, layout.cards)
        placed = self.captions(cues, platform, language)
        if key not in self._laid:
            captions = tuple(caption.event(self._colour(caption, language)) for caption in placed)
            headlines = self._supers(supers, platform, language)
            self._tell_of_overlaps(captions, headlines, platform, language)
            self._laid[key] = (*captions, *(event for _, event in headlines))
        return self._laid[key]

    def captions(
        self, cues: Sequence[FrameCue], platform: Platform, language: str
    ) -> tuple[PlacedCaption, ...]:
        """Give the captions as they stand in this platform's picture; none where they are not burnt in."""
        if not has_captions(self.cut, platform):
            return ()
        key = (language, platform.format.size, platform.layout.captions)
        if key not in self._placed:
            self._placed[key] = tuple(self._place(cues, platform, language))
        if (platform.name, language) not in self._noted:
            self._noted.add((platform.name, language))
            self.setter.remedies.note(self._placed[key], platform.name, self.cut.captions.style)
        return self._placed[key]

    def _place(self, cues: Sequence[FrameCue], platform: Platform, language: str) -> Iterable[PlacedCaption]:
        rate = self.timeline.rate
        for cue, place in zip(cues, self._places_of(cues, language), strict=True):
            for part, layout in self.setter.caption(cue, language, platform, self.cut, rate, place):
                yield PlacedCaption(part, layout, place)

    def _places_of(self, cues: Sequence[FrameCue], language: str) -> tuple[Place, ...]:
        """Give where the cues of a language are written, found once for all zones."""
        known = self._places.get(language)
        if known is None or known[0] is not cues:
            known = (cues, tuple(place_of(cue, self.cut, self.timeline, language) for cue in cues))
            self._places[language] = known
        return known[1]

    def _colour(self, caption: PlacedCaption, language: str) -> str:
        plain = self.cut.captions.style.colour
        return self._colours.get(language, {}).get(caption.cue.speaker, plain)

    def _supers(
        self, supers: Sequence[Super], platform: Platform, language: str
    ) -> list[tuple[Super, AssEvent]]:
        events: list[tuple[Super, AssEvent]] = []
        for item in supers:
            words, area = item.text.get(language), place_super(item, self.timeline)
            layout = self.setter.super(words, language, platform, item) if words and len(area) else None
            if layout:
                events.append((item, AssEvent(area, layout)))
        return events

    def _tell_of_overlaps(
        self,
        captions: Sequence[AssEvent],
        supers: Sequence[tuple[Super, AssEvent]],
        platform: Platform,
        language: str,
    ) -> None:
        """Report a super that a caption would be drawn over, once for each language."""
        for item, event in supers:
            over = next((caption for caption in captions if _collide(caption, event)), None)
            if over is None or (item.name, language) in self._collided:
                continue
            self._collided.add((item.name, language))
            words = " ".join(line.text for line in over.layout.lines)
            self.setter.findings.error(
                "AK447",
                f"the super `{item.name}` and a caption stand in the same place in {language}, on "
                f"{platform.title}: {words!r}",
                item.place,
                remedy="Show the super at another time or `where:`, or set the captions' `place:`.",
            )


def _collide(one: AssEvent, other: AssEvent) -> bool:
    """Whether two texts are in the picture at the same time and touch each other."""
    a, b = one.layout.box, other.layout.box
    apart = a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
    return not apart and one.range.overlap(other.range) is not None
