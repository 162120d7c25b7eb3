"""Diagnostic codes of cards, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK420": "A text of a card is too wide for its zone even at the smallest legible type. Shorten it, or "
    "use shorter words: one long word sets the size for every language.",
    "AK421": "The texts of a card, at the smallest legible type, are higher than its zone. Shorten them.",
    "AK422": "A font of the card has no glyph for a letter, so a blank box would be shown. Replace the "
    "letter, or choose a font that has it.",
    "AK423": "The card stands too short to be read: at least 0.3 s for each word and 1.5 s in all, after "
    "its motion has landed, in the slowest declared language. Write `for: auto`, or give it more "
    "time.",
    "AK424": "The statistic has not been reviewed, so what shows it is a draft. Have it read, then set "
    "`reviewed: true`.",
    "AK425": "The source of the statistic is not the primary one, so what shows it is a draft. Find who "
    "first published the number.",
    "AK426": "There is no kind of card of this name. Correct it, or register a kind of your own.",
}
