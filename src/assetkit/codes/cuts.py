"""Diagnostic codes of cuts, masters and texts, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK301": "A timecode names a frame that does not exist at the film's rate. Write one that does.",
    "AK302": "A clip ends before it begins, or holds no frame. Swap or move its in and out.",
    "AK303": "A clip reaches past the end of its master. End it earlier.",
    "AK304": "The films of a cut have different frame rates. Use films of one rate in a cut.",
    "AK305": "A dissolve needs frames of the master outside the clip (handles) that do not exist. "
    "Shorten the dissolve, or move the edge of the clip.",
    "AK306": "A dissolve is longer than what stands beside it, or overlaps another. Shorten it.",
    "AK307": "A cut is longer than its recipe allows. Take out frames, or raise length: max.",
    "AK308": "A cut is shorter than its recipe asks for. Add frames, or lower length: min.",
    "AK310": "A master cannot be read or cannot be used rightly; the message says why.",
    "AK311": "A master does not say its colour and BT.709 is assumed. Write colour: in the recipe.",
    "AK312": "A file is not there, only its facts: enough to check and plan, not to render. Put it there.",
    "AK401": "A font lacks a character of a text. Use a font that has it, or another character.",
    "AK402": "A text does not fit its place at the smallest legible size. Shorten or split it.",
    "AK403": "A subtitle file cannot be read; the message says why.",
    "AK404": "The texts of a language have not been signed by a native reader, so what carries them is a "
    "draft. Set reviewed: in the campaign when one has.",
    "AK405": "The file is a draft rendering: small, quick and marked. Render without --draft to publish it.",
    "AK406": "A cue is so short that it falls between two frames, so nobody would see it. Lengthen it.",
    "AK408": "A film has subtitles in some of the campaign's languages and not in this one, so its posts "
    "in it have no captions. Give the file.",
    "AK407": "The edge of a clip leaves so little of a caption that it only flashes, or is left out. Move "
    "the edge of the clip to before or after the cue.",
}
