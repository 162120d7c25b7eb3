"""The texts of a cut over the picture: captions and supers laid out in a platform's zones, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assetkit.diagnostics import Findings, Place
from assetkit.geometry import Box, Size
from assetkit.platforms.records import Platform
from assetkit.recipe.records import Cut, Super
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.layout import CaptionLayout, LayoutFault, lay_out, lay_out_super
from assetkit.text.fonts import SUPER_FONT, missing_glyphs
from assetkit.timeline.captions import place_super
from assetkit.timeline.records import Timeline

_Key = tuple[str, str, Size, Box, object]  # words, language, picture, zone, style or place
Events = tuple[AssEvent, ...]


def has_captions(cut: Cut, platform: Platform) -> bool:
    """Whether the cues are burnt into this platform's picture."""
    return cut.captions.burn and platform.name not in cut.captions.unburnt


class TextSetter:
    """Lays texts out in one caption font. A text that stands in the same zone again is not laid out again."""

    def __init__(self, caption_font: str, findings: Findings) -> None:
        self.caption_font = caption_font
        self.findings = findings
        self._captions: dict[_Key, CaptionLayout | LayoutFault] = {}
        self._supers: dict[_Key, CaptionLayout | LayoutFault] = {}
        self._missing: dict[tuple[str, str], list[str]] = {}

    def caption(self, text: str, language: str, platform: Platform, cut: Cut) -> CaptionLayout | None:
        """Lay a caption out; None after a reported error."""
        font, size, zone, style = (
            self.caption_font,
            platform.format.size,
            platform.layout.captions,
            cut.captions.style,
        )

        def lay() -> CaptionLayout | LayoutFault:
            return lay_out(text, language, font, size=size, zone=zone, style=style)

        key = (text, language, size, zone, style)
        return self._lay(self._captions, key, font, lay, cut.place)

    def super(self, text: str, language: str, platform: Platform, item: Super) -> CaptionLayout | None:
        """Lay a super out; None after a reported error."""
        size, zone = platform.format.size, platform.layout.cards

        def lay() -> CaptionLayout | LayoutFault:
            return lay_out_super(text, language, size=size, zone=zone, where=item.where)

        key = (text, language, size, zone, item.where)
        return self._lay(self._supers, key, SUPER_FONT, lay, item.place)

    def _lay(
        self,
        known: dict[_Key, CaptionLayout | LayoutFault],
        key: _Key,
        font: str,
        lay: Callable[[], CaptionLayout | LayoutFault],
        place: Place,
    ) -> CaptionLayout | None:
        if self._lacks_letters(key[0], font, place):
            return None
        if key not in known:
            known[key] = lay()
        laid = known[key]
        if isinstance(laid, CaptionLayout):
            return laid
        self._report_misfit(laid, place)
        return None

    def _lacks_letters(self, text: str, font: str, place: Place) -> bool:
        if (text, font) not in self._missing:
            self._missing[text, font] = missing_glyphs(text.replace("\n", " "), font)
        missing = self._missing[text, font]
        if missing:
            letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing)
            message = f"the font {font} has no {letters}: {text!r}"
            self.findings.error("AK401", message, place, remedy="Use a font that has it.")
        return bool(missing)

    def _report_misfit(self, fault: LayoutFault, place: Place) -> None:
        self.findings.error(
            "AK402",
            f"a text does not fit on {fault.max_lines} lines in {fault.language}: {fault.text!r}; "
            f"{fault.what} is {fault.needed:.0f} px and may be {fault.available:.0f} px",
            place,
            remedy="Shorten the text, or split it into two cues.",
        )


class CutTexts:
    """The texts of one cut; platforms that agree on zones and exceptions get the very same events."""

    def __init__(self, cut: Cut, timeline: Timeline, setter: TextSetter) -> None:
        self.cut = cut
        self.timeline = timeline
        self.setter = setter
        self._laid: dict[object, Events] = {}

    def events(self, cues: Sequence[FrameCue], platform: Platform, language: str) -> Events:
        """Give the laid out texts in timeline frames; `cues` are the captions of this language."""
        burnt = has_captions(self.cut, platform)
        supers = tuple(item for item in self.cut.supers if platform.name not in item.excluded)
        layout, shown = platform.layout, tuple(map(id, supers))  # those of one cut, which is held here
        key = (language, burnt, shown, platform.format.size, layout.captions, layout.cards)
        if key not in self._laid:
            captions = self._captions(cues, platform, language) if burnt else []
            self._laid[key] = (*captions, *self._supers(supers, platform, language))
        return self._laid[key]

    def _captions(self, cues: Sequence[FrameCue], platform: Platform, language: str) -> list[AssEvent]:
        laid = [(cue.range, self.setter.caption(cue.text, language, platform, self.cut)) for cue in cues]
        return [AssEvent(area, layout) for area, layout in laid if layout]

    def _supers(self, supers: Sequence[Super], platform: Platform, language: str) -> list[AssEvent]:
        events: list[AssEvent] = []
        for item in supers:
            words, area = item.text.get(language), place_super(item, self.timeline)
            layout = self.setter.super(words, language, platform, item) if words and len(area) else None
            if layout:
                events.append(AssEvent(area, layout))
        return events
