"""Diagnostic codes of subtitles, each with its explanation."""

from __future__ import annotations

CODES = {
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
