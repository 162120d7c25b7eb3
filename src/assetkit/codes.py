"""Every diagnostic code with its explanation: what it means and what to do. Codes are never reused."""

from __future__ import annotations

_YAML = {
    "AK101": "The file is not valid YAML. The place is where reading stopped; the mistake is there or just "
    "before it: a missing colon or quote, a tab, an indent that does not line up.",
    "AK102": "The file cannot be opened, is no plain file, or is not UTF-8 text. Check its name and rights, "
    "and save it as UTF-8.",
    "AK103": "The file is larger than any recipe or campaign should be. Split it.",
    "AK104": "The file holds more than one YAML document. Keep one, without a second `---` line.",
    "AK105": "A key stands twice in the same mapping, so one of the two values would be lost without a "
    "word. Keep one.",
    "AK106": "The merge key `<<` is not part of YAML 1.2. Write the keys out, or use `like:` between cuts.",
    "AK107": "Tags such as `!!str` or `!name` are not used in these files. Remove the tag; quote what must "
    "be text.",
    "AK108": "Aliases write out to too many values, or contain themselves. Use fewer of them.",
    "AK109": "The file is nested deeper than any recipe needs; most often a bracket is not closed.",
    "AK110": "A key is a list or a mapping. Keys are words; quote what only looks like something else.",
    "AK111": "The file is empty. Fill it, or delete it.",
    "AK112": "A file in `recipes/` ends in `.yml` and was not read. Recipes end in `.yaml`: rename it.",
}

_MODEL = {
    "AK201": "The key is not known at this place; the message names the nearest one that is. Correct or "
    "remove it.",
    "AK202": "A required key is missing. Add it.",
    "AK203": "The value has the wrong kind: a list where a text is asked for, a number where a mapping is. "
    "A colour must be quoted, because `#` begins a comment.",
    "AK204": "The value is not one of those allowed here; the message lists them.",
    "AK205": "A name is made of small Latin letters, digits and hyphens, because it becomes part of file "
    "names.",
    "AK206": "A length is written in seconds (`3s`, `2.5s`) or in frames (`12f`).",
    "AK207": "A range is written `A - B`, both ends as timecodes: `00:00:03:00 - 00:00:08:12`. The second "
    "end is the first frame that is left out.",
    "AK208": "The range ends where it begins, or before it. Correct one of its ends.",
    "AK209": 'A colour is written "#RRGGBB", in quotes, because `#` begins a comment in YAML.',
    "AK210": "A date is written 2026-11-01: year, month, day.",
    "AK211": "A focus is `[x, y]`: two numbers from 0 to 1, from the left and from the top of the master.",
    "AK212": "The frame rate is not one that films are made in; the message lists those known.",
    "AK213": "The value of a statistic is a plain decimal number, such as 33.3.",
    "AK214": "The file is written for another version of the recipe language. Write `assetkit: 1`.",
    "AK215": "A shape is written in lowest terms, such as `9:16`, and some platform must have it.",
    "AK216": "The item of a sequence is not known. Its first key says what it is: clip, statistic, card, "
    "end, dissolve.",
    "AK217": "The words hold characters that cannot be shown, such as control characters. Remove them.",
    "AK218": "A telephone number is written with digits as it is dialled, and may hold + ( ) * # . - and "
    "spaces.",
    "AK219": "There is no font of this name. The vendored fonts are the only ones that are ever used; the "
    "message names the nearest.",
    "AK220": "A text is missing in a language of the campaign. Every text is given in every language; add "
    "it.",
    "AK221": "The language is not one of the campaign's. Correct the key, or add it to `languages:`.",
    "AK222": "The campaign has no statistic of this name. Correct the name, or add the record with its "
    "source.",
    "AK223": "The campaign has no helpline of this name. Correct the name, or add the record.",
    "AK224": "The film has no select of this name. Correct the name, or add it to `selects:`.",
    "AK225": "No recipe in this workspace has a film of this name.",
    "AK226": "There is no platform or set of platforms of this name. `assetkit platforms` lists them.",
    "AK227": "`like:` names a cut that this recipe does not have.",
    "AK228": "Cuts are `like:` each other in a circle, so none says what it is. Break the circle.",
    "AK230": "A path starts at the workspace and stays inside it: no leading slash, no `..`, no link that "
    "leads out.",
    "AK231": "The subtitle file is not there. Correct the path, or add the file.",
    "AK232": "Two recipes make output of the same name, and one would write over the other; or the name is "
    "that of a folder which drafts or stills lie in. Give it another name.",
    "AK233": "A dissolve stands between two items: never first, never last, never beside another dissolve.",
    "AK234": "The least length of the cut is more than its greatest. Correct one of them.",
    "AK235": "The key needs a film, and this recipe has none. Add `film:` and `master:`, or remove it.",
    "AK236": "A statistic without a source is never rendered. Say where the number comes from.",
    "AK237": "There is no campaign file. A workspace has an `assetkit.yaml` at its root.",
    "AK238": "The cut has no sequence, and is not `like:` one that has.",
    "AK239": "The cut says no platforms, so nothing would be made of it.",
    "AK240": "The workspace has no recipes: files named `recipes/*.yaml`.",
    "AK241": "`for-platform:` names a platform that the cut is not made for, so it would have no effect.",
    "AK242": "The same text is given twice, once by its short key and once under `text:`. Keep one.",
    "AK243": "A master is one media file: MP4, MOV, Matroska or MPEG-TS. Playlists, lists for joining, "
    "session descriptions, manifests and rows of pictures name further files, which the media tool would "
    "open unseen; they are never given to it. Join or export the film first.",
    "AK244": "The subtitle file is larger than the subtitles of any film. Most often the path names the "
    "film.",
    "AK290": "The recipe language has a place for this, but this version cannot make it yet. Remove it for "
    "now.",
}

_CARDS = {
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

_PLATFORMS = {
    "AK501": "A platform names a format or layout that does not exist. Correct the name, or add it.",
    "AK502": "The layout was drawn for another picture size than the format has. Take a layout of that size.",
    "AK503": "A zone of the layout reaches outside of its picture, or has no area. Correct the box: x, y, "
    "width, height.",
    "AK504": "A platform that is not yet known needs title, format and layout; a layout needs size, "
    "captions and cards; a format needs a size.",
    "AK505": "A set names a platform that does not exist.",
    "AK506": "A set and a platform have the same name, but they share one namespace. Rename one.",
    "AK507": "There is no limit of this name; the message names the nearest one.",
    "AK508": "A limit `rejects` only with a first party's words: confidence H, with a source and a date. "
    "Write `strength: advises`, or add the source.",
    "AK509": "A picture size is written 1080x1920, in even whole pixels from 16 to 8192.",
    "AK510": "A number of a limit is written as a whole number, a decimal, or a fraction such as 5/12; or "
    "`null` where it was not found.",
}

_FILES = {
    "AK520": "The file is broken: the message says what could not be read. Make it again.",
    "AK521": "The file holds other streams than one picture and at most one sound track.",
    "AK522": "The file type is not one that every player takes: MP4 with the brand isom, iso2, mp41 or mp42.",
    "AK523": "The index (moov) comes after the media data, so the video cannot start before it is wholly "
    "there.",
    "AK524": "The file has an edit list. Platforms reject it, and players disagree on what it means.",
    "AK525": "The file carries metadata that nobody asked for. Finished files carry none.",
    "AK530": "The picture has another size than asked for.",
    "AK531": "The picture is not H.264 as asked for: codec, profile, chroma 4:2:0 of 8 bits, progressive.",
    "AK532": "The pixels are not square.",
    "AK533": "The colours are not tagged as BT.709, limited range, in the stream and in the container.",
    "AK534": "The frame rate is not constant, or not the one asked for.",
    "AK535": "The file has another number of frames than the timeline.",
    "AK536": "The first frame is not shown at time 0.",
    "AK537": "Key frames are further apart than asked for, or the first frame is none.",
    "AK538": "A group of pictures is open: a frame after a key frame needs one before it.",
    "AK539": "The picture has more than one set of parameters; players may show garbage after the join.",
    "AK540": "Decoding the whole file gave errors, or another number of frames than its index says.",
    "AK550": "The sound is missing, or not AAC-LC of 48 kHz in stereo.",
    "AK551": "The sound does not end with the picture.",
    "AK552": "The loudness is not the one asked for, or a track that should be silent is not (or the "
    "reverse).",
    "AK553": "The true peak is above its ceiling: the sound would be clipped in players.",
    "AK554": "The loudness asked for could not be reached under the true-peak ceiling, or there is hardly "
    "any sound; the file is as near as it can be.",
    "AK560": "The platform's limit is not kept. A rejection fails the file, advice is only noted.",
    "AK561": "The file holds what the platform does not take. A rejection fails the file, advice is only "
    "noted.",
}

_PLANNED = {
    "AK309": "A cut is longer or shorter than a platform takes. Where the platform rejects such files it is "
    "an error: change the cut for this platform under `for-platform:`, or take the platform out. Where it "
    "only advises, it is a warning.",
    "AK313": "A cut has more or fewer frames per second than a platform takes, or advises. A cut has the "
    "rate of its masters.",
}

CODES: dict[str, str] = {**_YAML, **_MODEL, **_PLANNED, **_CARDS, **_PLATFORMS, **_FILES}
CODES |= {
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
    "AK312": "A master is not there, only its facts: enough to check and plan, not to render. Put it there.",
    "AK401": "A font lacks a character of a text. Use a font that has it, or another character.",
    "AK402": "A text does not fit its place at the smallest legible size. Shorten or split it.",
    "AK403": "A subtitle file cannot be read; the message says why.",
    "AK404": "The texts of a language have not been signed by a native reader, so what carries them is a "
    "draft. Set reviewed: in the campaign when one has.",
    "AK405": "The file is a draft rendering: small, quick and marked. Render without --draft to publish it.",
    "AK406": "A cue is so short that it falls between two frames, so nobody would see it. Lengthen it.",
    "AK408": "A film has subtitles in some of the campaign's languages and not in this one, so its posts "
    "in it have no captions. Give the file.",
    "AK407": "The edge of a clip leaves so little of a caption that it only flashes. Move the edge of the "
    "clip to before or after the cue.",
}

GROUPS = {
    101: "Reading YAML",
    201: "Recipes and the campaign file",
    301: "Cuts, clips and masters",
    401: "Texts, and what makes a draft",
    420: "Cards",
    501: "Platforms",
    520: "Finished files",
    560: "Finished files and their platform",
}
"""Titles of the groups of codes, by the number that each begins with."""


def group_of(code: str) -> str:
    """Give the title of the group that a code belongs to."""
    return GROUPS[max(first for first in GROUPS if first <= int(code.removeprefix("AK")))]
