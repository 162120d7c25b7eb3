"""Diagnostic codes of what lies over the picture, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {
    "AK640": "A card over the picture begins when the cut has ended, so it would never be seen. Let it "
    "begin earlier.",
    "AK641": "A card over the picture ends after the cut does, so that it would be cut off. Shorten it, or "
    "let it begin earlier.",
    "AK642": "The footage behind a card is shorter than the card, and would stand still before the card "
    "ends. Name a longer range, or shorten the card.",
    "AK643": "The ground of a card is either footage or an image. Keep one of them.",
    "AK644": "Too little of the background lies over the footage behind a card, so that its words might "
    "stand on light or dark of their own kind. Raise `scrim:`, or leave it out: then it is as much as the "
    "words need.",
    "AK645": "A card over the picture covers a caption or a super. Show it at another time or in another "
    "corner: one in a lower corner stands above burnt captions by itself.",
    "AK646": "Two cards over the picture stand in the same place at the same time. Move one of them in time "
    "or to another corner.",
    "AK647": "A card over the picture covers the words or the drawing of a card in the sequence. Let it end "
    "before, or choose another corner.",
    "AK648": "The words of a label are not known, at all or in a language of the campaign. Correct its "
    "name, or write its words under `text:`.",
    "AK649": "A kind of card that is written otherwise is named under `overlay:`, which is for registered "
    "kinds of one's own.",
    "AK650": "A label that says what a post is comes late or stands for a moment only. Rules ask for it "
    "before the rest: let it stand from the first frame, best to the end.",
}
