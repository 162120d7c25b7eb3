"""Diagnostic codes of recipes and the campaign file, each with its explanation."""

from __future__ import annotations

CODES = {
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
    "that of a folder which drafts, stills or sheets lie in. Give it another name.",
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
    "AK245": "There is no caption style of this name. `assetkit styles --list` lists them: the presets, and "
    "those of the campaign under `caption_styles:`.",
    "AK246": "A caption style of the campaign has the name of a preset, and would mean another thing. Give "
    "it a name of its own.",
    "AK247": "Caption styles are `like:` each other in a circle. Break the circle.",
    "AK290": "The recipe language has a place for this, but this version cannot make it yet. Remove it for "
    "now.",
}
