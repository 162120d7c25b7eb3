"""Diagnostic codes of cards, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK420": "A text of a card is too wide for its zone even at the smallest legible type. The remedy says "
    "how many letters fit: shorten the text, or the word that is too long, which sets the size for "
    "every language. A number that is too long is written `number: compact`, or rounded.",
    "AK421": "The texts of a card, at the smallest legible type, are higher than its zone. Shorten the one "
    "that takes the most lines, to about as many letters as the remedy says.",
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
    "AK427": "A text of a card has more line breaks of its own than it may have lines. Take them out: lines "
    "are broken where they read best, alike in all languages.",
    "AK428": "A text of a card consists of characters that show nothing, such as zero-width spaces, so the "
    "card would look right and say nothing. Write its words.",
    "AK429": "Several marks stand over or under one letter, so that they reach into the next line. Leave "
    "one, as in й, ё or a stressed á.",
}
