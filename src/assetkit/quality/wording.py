"""Look for a post's burnt-in texts in its decoded picture: there, in their place, in the right language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from assetkit.diagnostics import Severity
from assetkit.geometry import Box
from assetkit.quality.records import Check
from assetkit.quality.shown import Shown
from assetkit.quality.watching import Plane, Seen
from assetkit.subtitles.ass import AssEvent, Look
from assetkit.subtitles.proof import look_at_text

_MESSAGE = "every text is seen where it should be"
_PADDING = 0.15  # ems of a text's box at each side that hold no letter, but their outline and padding
_LONGEST = 60  # letters of a text that a message shows


class TextWatcher:
    """Looks for each text on the frame that shows it best; `others` are the same post's in other languages.

    Letters are drawn by our own shaping from what the post says of them, and compared glyph by glyph.
    """

    def __init__(
        self,
        texts: Sequence[AssEvent],
        rate: Fraction,
        others: Mapping[str, Sequence[AssEvent]] | None = None,
    ) -> None:
        self.texts = texts
        self.rate = rate
        self.others = others or {}
        self.missing: list[Check] = []
        self._due: dict[int, list[tuple[AssEvent, Look]]] = {}
        for event in texts:
            look = event.looks(rate)[0]
            self._due.setdefault(look.frame, []).append((event, look))

    def see(self, seen: Seen) -> None:
        """Look for the texts that are due on this frame."""
        for event, look in self._due.pop(seen.number, ()):
            luma = seen.luma if seen.has_bytes else None
            if (
                luma is None
                or not look_at_text(luma, event.layout, event.colour, look.word, look.pose).is_drawn
            ):
                self.missing.append(self._tell_missing(event, look, luma))

    def tell(self) -> list[Check]:
        """Say which texts were not seen; those after the last frame are missing too."""
        late = [
            self._tell_missing(event, look, None) for items in self._due.values() for event, look in items
        ]
        found = [*self.missing, *late]
        count = f"{len(self.texts)} of {len(self.texts)}"
        return found or [Check("AK910", True, Severity.ERROR, _MESSAGE, count, "all texts")]

    def _tell_missing(self, event: AssEvent, look: Look, luma: Plane | None) -> Check:
        at, box = round(float(look.frame / self.rate), 3), event.layout.box
        wanted = repr(_shorten(_words(event)))
        for language, text in self._seen_instead(look.frame, luma):
            told = f"the one in {language}: {_shorten(text)!r}"
            message = "texts are in the language of the post"
            return Check("AK911", False, Severity.ERROR, message, told, wanted, at, at, box)
        return Check("AK910", False, Severity.ERROR, _MESSAGE, "not seen", wanted, at, at, box)

    def _seen_instead(self, frame: int, luma: Plane | None) -> list[tuple[str, str]]:
        """Give the language and words of a text that stands there instead."""
        if luma is None:
            return []
        for language, texts in self.others.items():
            for event in texts:
                if not event.range.start <= frame < event.range.stop:
                    continue
                poses = [
                    part for part in event.parts(self.rate) if part.range.start <= frame < part.range.stop
                ]
                if (
                    poses
                    and look_at_text(luma, event.layout, event.colour, poses[0].word, poses[0].pose).is_drawn
                ):
                    return [(language, _words(event))]
        return []


def check_places(shown: Shown, covered: Sequence[Box], rate: Fraction) -> list[Check]:
    """Check by their boxes that no text stands where the platform's interface covers the picture."""
    message = "no text is covered by the platform's interface"
    burnt = [(_words(event), _letters_of(event), event.layout.box, event.range) for event in shown.texts]
    drawn = [(line.text, line.box, line.box, line.range) for line in shown.drawn]
    found = []
    for words, letters, box, area in (*burnt, *drawn):
        under = [zone for zone in covered if _touch(letters, zone)]
        if under:
            at, end = (round(float(edge / rate), 3) for edge in (area.start, area.stop))
            told = f"{_shorten(words)!r} reaches into the zone {_name(under[0])}"
            found.append(Check("AK912", False, Severity.ERROR, message, told, "outside", at, end, box))
    return found or [Check("AK912", True, Severity.ERROR, message, "none", "outside")]


def _letters_of(event: AssEvent) -> Box:
    """Give the box of a text's letters, as well as its whole box tells it."""
    box, edge = event.layout.box, round(_PADDING * event.layout.em)
    return Box(box.x + edge, box.y + edge, box.width - 2 * edge, box.height - 2 * edge)


def _words(event: AssEvent) -> str:
    return " ".join(line.text for line in event.layout.lines)


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _name(zone: Box) -> str:
    return f"{zone.x},{zone.y} {zone.size}"


def _touch(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
