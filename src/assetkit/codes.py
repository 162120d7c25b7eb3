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
    "AK245": "There is no caption style of this name. `assetkit styles --list` lists them: the presets, and "
    "those of the campaign under `caption_styles:`.",
    "AK246": "A caption style of the campaign has the name of a preset, and would mean another thing. Give "
    "it a name of its own.",
    "AK247": "Caption styles are `like:` each other in a circle. Break the circle.",
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

_SUBTITLES = {
    "AK430": "`starts_at:` is the time that a subtitle file has at the first frame of the master: a "
    "timecode, such as 01:00:00:00, that exists at the file's rate.",
    "AK431": "How the letters of a subtitle file are coded cannot be proved, or is not what the recipe "
    "states; or the text was read wrongly once and saved again. Save the file as UTF-8, or state its "
    "`encoding:`.",
    "AK432": "A cue has times that cannot be: it ends before it begins, lasts no time, or lies before the "
    "film. What is said was done with it. Correct its times.",
    "AK433": "Cues are out of order, or overlap. They are sorted, and a cue ends at the latest where the "
    "next begins.",
    "AK434": "The form of a subtitle file is amiss: numbers, blank lines, lines that belong to no cue. What "
    "could be understood was read; the message says what is not shown.",
    "AK435": "Markup in a subtitle file beyond italics and bold. What its format knows is left out, because "
    "looks and places stand in the recipe; what it does not know is shown as text, never executed.",
    "AK436": "The times of a subtitle file do not start with the film. An hour that the film's length proves "
    "is taken off; where nothing is proved, say `starts_at:`.",
    "AK437": "A subtitle file counts in frames, of a rate that nobody says, or that the file and the recipe "
    "say differently. Say its `rate:`.",
    "AK438": "A subtitle file is of another format than its name says, or lacks the line that it must begin "
    "with. It is read as what it holds.",
    "AK439": "A part of a subtitle file has no words to show, such as an empty cue, a remark or a drawing, "
    "and is left out; or a cue is far longer than any.",
    "AK441": "A clip begins or ends inside a caption, in the languages that are named. The remedy gives "
    "ranges that cut no caption in any language, ready to paste. It speaks of all languages at once: "
    "waive it without `language:`, by words that stand in one of the captions.",
    "AK445": "Captions do not fit at the usual size, so they are set in a narrow face or smaller, and look "
    "otherwise than their neighbours. Shorten these cues, or split them; `assetkit plan --captions` shows "
    "what was done to each.",
    "AK447": "A super and a caption would be drawn over each other. Move one of them in time or place.",
    "AK446": "A style lights the word that is being said, and the subtitle file, or some of its cues, do not "
    "say when words are said: their times are shared out over each cue by syllables. "
    "Give a file that times its words, or take a style without `highlight`.",
    "AK450": "There is more to read in a cue than its time allows; spaces and punctuation count. Speech "
    "may be faster, to stay near what is said. Shorten it, or let it stand longer.",
    "AK451": "A line of a subtitle file is longer than the standards advise. It is broken anew where it "
    "does not fit, so this is good to know and no more.",
    "AK452": "A cue has more lines than the standards advise. Split it into two cues.",
    "AK453": "A cue stands so short that it is hardly seen, and there was no room to lengthen it.",
    "AK454": "A cue stands so long that it is read twice. Split it.",
    "AK455": "A cue follows so close on the one before it that the change is not seen. Leave two frames.",
    "AK456": "A cue reaches over a cut of the film for a moment only, which looks like a mistake. Begin or "
    "end it at the cut. Known of films that `assetkit check --observe` has looked at.",
    "AK457": "A layout has captions where the platform's interface lies over the picture. Make its zone "
    "`captions:` smaller.",
    "AK458": "The picture behind a caption is nearly as bright as its letters, so that it is hard to read. "
    "Take a style with a box, or frame the clip otherwise. Known of films that `assetkit check --observe` "
    "has looked at.",
    "AK459": "A word has letters that belong to another alphabet and only look right: a Latin c in a "
    "Russian word. They are searched, sorted and sometimes drawn differently. The message gives the word as "
    "it should be.",
    "AK460": "What one language says at a time, another does not say at all. Add the missing cue, or take "
    "the other out.",
    "AK461": "The languages say different numbers at the same time. Correct the one that is wrong.",
    "AK462": "A cue speaks of what a statistic of the campaign counts, and has another number. Correct one "
    "of the two.",
    "AK463": "A letter is written as two characters, a letter and its mark. It is drawn rightly; searching "
    "does not find it.",
    "AK464": "The words of a subtitle file are not of the language that it is given for: files were "
    "exchanged, or the letters of Kazakh were lost on the way.",
    "AK466": "A waiver fits nothing that `assetkit check` found: what it was for is mended, or its words "
    "are not those of the cue. Take it out, or correct it.",
    "AK468": "Only checks of captions, figures and words can be weighed or waived, by code: neither how a "
    "file was read, nor what makes a draft.",
    "AK470": "A text over the picture is drawn in another font than the one asked for, because that one does "
    "not have all of its letters; a text is never drawn in two fonts. Name a font for the language under "
    "`brand: {caption_fonts: ...}` to choose it yourself.",
    "AK471": "Cards are not set from right to left, so a campaign in such a language cannot have them yet. "
    "Captions and supers can be.",
    "AK473": "A cut asks for the caption set `sdh` in a language in which a film has none. Add the file "
    "under `sdh:` of the film, or ask for the set in those languages alone that have it.",
    "AK474": "A platform's name for subtitle files begins with `{name}` and ends in the suffix of its form; "
    "between them stand plain Latin letters, digits, `.`, `_`, `-`, `{language}` and `{locale}`.",
    "AK475": "A locale is a language and a country, such as kk_KZ.",
    "AK476": "The platform takes subtitle files in some languages alone, and captions in this one are not "
    "burnt in, so nobody may see them there. Burn them in for this platform.",
    "AK477": "Captions are not burnt in for a platform that is not known to take a subtitle file, so "
    "nobody would see them. Burn them in, ask for a file all the same with `sidecar: {platform: true}`, or "
    "say with `sidecar: false` that none is wanted.",
}

_FIGURES = {
    "AK480": "A `ratio:` names two other statistics of the campaign. It cannot be made of itself, nor be a "
    "share of nothing.",
    "AK481": "The value that is written beside a ratio cannot be that ratio, whatever its words (almost, at "
    "least) and its rounding allow. Correct one of the numbers, or leave `value:` out to have it computed.",
    "AK482": "The words before a number do not say what its `bound:` says, or say different things in two "
    "languages: at least is not almost.",
    "AK483": "A range is two numbers, the lower one first, in place of a value.",
    "AK484": "A wording by plural forms has forms of its language (one, few, many, other, after CLDR), and "
    "among them the one that the number takes.",
    "AK485": "The statistic is shown after the last day on which it may be (`valid_until:`), so what shows "
    "it is a draft. Look the number up again.",
    "AK486": "A text says a number that no record of the campaign has, or puts another word before one: "
    "every figure that is shown has a source. Add the statistic, correct the number, or waive it where it "
    "is no figure.",
    "AK487": "A quote with its speaker's name is rendered only where the speaker's consent is recorded. "
    "Record it under `consent:`, or quote somebody anonymous.",
    "AK488": "The recorded consent to a quote does not cover this use: another platform or language, or it "
    "has ended or been withdrawn. Take the quote out.",
    "AK489": "A quote has a speaker, or is `anonymous: true` and names nobody anywhere in the file.",
    "AK490": "The source of a helpline was seen too long ago, so what shows it is a draft: a number that "
    "nobody answers does harm. See that it still answers.",
    "AK491": "The campaign requires that every cut ends with where help can be had. End it with a helpline.",
    "AK492": "The campaign requires a content warning at the start of this cut. Say what follows, and not "
    "only that something does.",
    "AK493": "A text has a word that guidance on writing about violence advises against; the message says "
    "why and names the source. It is a warning: some words must stand.",
    "AK494": "A picture is tagged with something that guidance on images of violence advises against. It is "
    "a warning.",
    "AK495": "A helpline or a content warning stands too short to be taken in. Give it more time.",
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
    "AK562": "The subtitle file, read back, does not give the captions of the cut on the same frames, so it "
    "was not delivered. The message names the first cue that differs.",
}

_PLANNED = {
    "AK309": "A cut is longer or shorter than a platform takes. Where the platform rejects such files it is "
    "an error: change the cut for this platform under `for-platform:`, or take the platform out. Where it "
    "only advises, it is a warning.",
    "AK313": "A cut has more or fewer frames per second than a platform takes, or advises. A cut has the "
    "rate of its masters.",
}

_CARD_KINDS = {
    "AK600": "A ring and a pictogram show a part of a whole, so they need one percentage: a statistic with "
    "the unit %, and no range. Show another number as a count-up.",
    "AK601": "A part of a whole lies between 0 and 100 %. Correct the statistic, or show it as a count-up.",
    "AK602": "The percentage is no whole number of people in twenty or fewer, and half a person is not "
    "drawn. Show it as a ring.",
    "AK603": "A comparison has two to five bars, each statistic once, and what stands out is one of them.",
    "AK604": "The numbers of a comparison have no common measure: bars have one unit and begin at zero. Name "
    "statistics of one unit, none below zero and none a range.",
    "AK605": "A timeline needs the statistic's values by year: two to twelve years, written with four "
    "digits, in equal steps. Add `years:` to the record, or the year that is missing.",
    "AK606": "A timeline says the number of the statistic as its last value, and its columns begin at zero. "
    "`value:` and the last of `years:` are one number, and none is below zero.",
    "AK607": "The campaign has no quote of this name. Correct the name, or add the record under `quotes:`.",
    "AK608": "The campaign has no partner of this name. Correct the name, or add it under `partners:`.",
    "AK609": "A card of partners names each once, and as many as its grid has room for. Take out the second, "
    "or make two cards.",
    "AK610": "A card of phrases holds two to six of them. Write more, take some out, or make two cards.",
    "AK611": "A milestone is a count of views that was reached: a whole number above zero, without a unit. "
    "Show another number by `as: count-up`.",
    "AK612": "A content warning says what follows, so no clip may stand before it. Put it first.",
    "AK613": "`helpline:` belongs to a content warning. Other cards with words of their own show none; the "
    "end card does.",
    "AK614": "Words on cards fall below level AA of WCAG 2.2: 4.5:1 against their ground, or 3:1 where they "
    "are large. Take the colour that is proposed, or another ground.",
    "AK615": "An installed package brings this kind of card and it cannot be loaded; the message says which "
    "package, and why.",
    "AK616": "Two installed packages bring a kind of card of this name. Uninstall one of them.",
}

CODES: dict[str, str] = {**_YAML, **_MODEL, **_PLANNED, **_CARDS, **_SUBTITLES, **_PLATFORMS, **_FILES}
CODES |= _FIGURES
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
    "AK407": "The edge of a clip leaves so little of a caption that it only flashes, or is left out. Move "
    "the edge of the clip to before or after the cue.",
}
CODES |= _CARD_KINDS

ADJUSTABLE = frozenset(
    {
        *("AK406", "AK407", "AK408", "AK440", "AK441", "AK445", "AK446"),
        *("AK450", "AK451", "AK452", "AK453", "AK454", "AK455", "AK456", "AK457", "AK458", "AK459"),
        *("AK460", "AK461", "AK462", "AK463", "AK464"),
        *("AK486", "AK493", "AK494", "AK495", "AK614"),
    }
)
"""Codes that a campaign may weigh otherwise, and a recipe waive."""

GROUPS = {
    101: "Reading YAML",
    201: "Recipes and the campaign file",
    301: "Cuts, clips and masters",
    401: "Texts, and what makes a draft",
    420: "Cards",
    430: "Subtitles",
    480: "Numbers, quotes and care",
    501: "Platforms",
    520: "Finished files",
    560: "Finished files and their platform",
    600: "Kinds of cards",
}
"""Titles of the groups of codes, by the number that each begins with."""


def group_of(code: str) -> str:
    """Give the title of the group that a code belongs to."""
    return GROUPS[max(first for first in GROUPS if first <= int(code.removeprefix("AK")))]
