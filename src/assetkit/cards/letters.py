"""Letters that a card cannot show rightly: that its font lacks, without ink, or with marks piled up."""

from __future__ import annotations

from collections.abc import Mapping

from assetkit.cards.setting import cap_height, descent
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Findings
from assetkit.recipe.records import CardItem
from assetkit.text.fonts import missing_glyphs
from assetkit.text.scripts import is_right_to_left
from assetkit.text.shaping import shape

_MOST_TOLD = 4  # letters
_TRIAL = 100  # an em in pixels at which letters are tried
# Hundredths of an em: a breve on a capital stands 21 above it in our fonts, a cedilla ends with descenders.
_MARKS_ABOVE, _MARKS_BELOW = 30, 10


def check_letters(found: Findings, item: CardItem, specs: Mapping[str, CardSpec]) -> None:
    """Check every text of a card, in every language."""
    for language, spec in specs.items():
        if is_right_to_left(language):
            message = f"the {item.kind} card cannot be set in {language}, which is written from right to left"
            found.error("AK471", message, item.place, remedy="take the card out, or make the cut without it")
            continue
        for field, font in spec.fonts:
            text, where = spec.text(field), f"in {field} of the {item.kind} card, {language}"
            _check_font(found, item, text, font, f"in {field}, {language}")
            if text and not _is_empty(text, font):
                _check_marks(found, item, text, font, where)
            elif text:
                message = f"words that show nothing, because their letters have no ink, {where}"
                found.error("AK428", message, item.place, remedy="write words that can be seen")


def _check_font(found: Findings, item: CardItem, text: str, font: str, where: str) -> None:
    missing = [f"{letter!r} (U+{ord(letter):04X})" for letter in missing_glyphs(text, font)]
    if not missing:
        return
    more = f" and {len(missing) - _MOST_TOLD} more" if missing[_MOST_TOLD:] else ""
    message = f"the font {font} has no {', '.join(missing[:_MOST_TOLD])}{more}, {where}"
    remedy = "replace the letter, or choose a font that has it"
    if missing[1:]:
        remedy = "replace these letters, or choose a font that has them"
    found.error("AK422", message, item.place, remedy=remedy)


def _is_empty(text: str, font: str) -> bool:
    inks = (shape(line, font, _TRIAL).ink for line in text.split("\n"))
    return all(ink.right <= ink.left for ink in inks)


def _check_marks(found: Findings, item: CardItem, text: str, font: str, where: str) -> None:
    inks = [shape(line, font, _TRIAL).ink for line in text.split("\n")]
    above = -min(ink.top for ink in inks) - cap_height(font, _TRIAL) - _MARKS_ABOVE
    below = max(ink.bottom for ink in inks) - descent(font, _TRIAL) - _MARKS_BELOW
    if max(above, below) > 0:
        found.error(
            "AK429",
            f"marks pile up over or under a letter, {where}",
            item.place,
            measured=f"{max(above, below) / _TRIAL:.2f} em into the next line",
            required="all marks of a letter within its own line",
            remedy="leave one mark at each letter",
        )
