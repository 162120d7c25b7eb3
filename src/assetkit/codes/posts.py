"""Diagnostic codes of posts: copy, covers, schedules and packages, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK800": "The placeholder of a post's copy is not known; the message names the nearest. Braces that are "
    "no placeholder are written twice: `{{` and `}}`.",
    "AK801": "The campaign has no record of this name: copy, or a link, mention, statistic, quote, partner "
    "or helpline that copy fills in. Correct the name, or add the record.",
    "AK802": "A link is the whole address of a page, as `https://example.org/help`.",
    "AK803": "The name of an account is written as the platform does, without the @.",
    "AK804": "A hashtag is letters, digits and underscores, without the # and without spaces, and not "
    "digits alone.",
    "AK805": "Copy fills in something that this post does not have: the title of a film in a post of cards, "
    "or a helpline where the cut shows none or several. Name it, or write the words.",
    "AK806": "The words of a post are longer than the platform takes, counted as it counts, or hold more "
    "hashtags or mentions, and no shorter wording fits. Nothing is cut off: add `short:`, or write less. An "
    "error where the platform rejects such a post, a warning where it advises only.",
    "AK807": "The words of a post hold a letter that the platform refuses. Write it otherwise.",
    "AK808": "A licence asks for a credit, and the platform takes no words with a post, so nobody would "
    "read it there. Show it in the picture, or leave the work out on this platform.",
    "AK809": "The platform takes a description of the picture for people who do not see it, and nobody has "
    "written one. None is made up: add `alt:` to `post:`.",
    "AK810": "No native reader has signed this copy (`reviewed:`), so its posts are drafts.",
    "AK811": "The post has no words, and its cut is of cards alone: who cannot see them learns nothing. Add "
    "`copy:` or `alt:` to `post:`.",
    "AK812": "The words beside a finished post, counted as its platform counts them: they are too long, or "
    "have too many hashtags or mentions. `check` says the same before anything is rendered (AK806).",
    "AK820": "The name of videos has a field that is not known; the message names the nearest.",
    "AK821": "The name of videos holds what no name of a file should, says how the file ends, or has no "
    "field. Use Latin letters, digits, dots, hyphens, underscores, and fields such as `{cut}`.",
    "AK822": "Two posts would have the same name, and one would write over the other in a flat package. Add "
    "a field in which they differ to `delivery: {name: …}`.",
    "AK823": "A name is one that the receiver does not take: too long, or with other letters than "
    "`delivery:` allows.",
    "AK824": "The name asks for the trade's code, and the cut has none in this language. Codes are given "
    "out by others and never made up: write it under `code:`, or ask with `{code?}`.",
    "AK825": "One code of the trade stands for two different films. Each cut and language has one of its "
    "own.",
    "AK826": "A code of the trade is letters and digits, with hyphens or slashes between them.",
    "AK830": "The manifest is not there, or it is no manifest of this program. `assetkit render` and "
    "`assetkit package FOLDER` write one.",
    "AK831": "The manifest itself was changed after it was written: it is not what its own digest says, so "
    "nothing can be told by it. Ask for it again.",
    "AK832": "A file that the manifest names is not there.",
    "AK833": "A file is not what the manifest says: it was changed or cut short after it was delivered.",
    "AK834": "A file lies there that the manifest does not name. Only a note; with `--strict` it is an "
    "error.",
    "AK835": "The manifest names a file outside of its folder, or two of one name. Do not use it.",
    "AK836": "A post is not there as its recipe is now, so it is not packed. Run `assetkit render` first.",
    "AK837": "A file was changed by hand after it was delivered. The post was delivered anew, and the "
    "changed file is kept beside the store, in the folder that the message names.",
    "AK838": "The folder holds what no package of this program is made of, so it is not written over. Name "
    "another folder, or empty this one.",
    "AK839": "The earlier manifest is that of another campaign, or lies otherwise than this package.",
    "AK840": "A cover is `auto`, `none`, or a mapping with `frame:` (a time in the cut) or `card:` (which "
    "card of the sequence), never both.",
    "AK841": "The code of an opening is 1 to 12 small Latin letters and digits, such as `a`: it ends the "
    "names of its posts.",
    "AK842": "How a platform takes covers says a form, `jpg`, `png`, `time`, `none` or `unknown`; of a file "
    "also the most bytes and what a grid shows of it, inside the picture.",
    "AK843": "An opening makes a cut named by the cut and its code, and the recipe has another cut of that "
    "name. Rename one of them.",
    "AK844": "A cut with `stills:` makes pictures: it has no sequence, openings, sound, captions or length, "
    "and nothing over its pictures; and it has at least one of these. A frame is a time in the film, a "
    "select or a range.",
    "AK845": "The cover names a frame after the end of the cut, or a card that the cut does not have.",
    "AK846": "The words upon a cover stand over footage. A card has words of its own: take out `title:`, or "
    "name a frame.",
    "AK847": "The platform takes but a moment of the video as its cover, so words upon it cannot be shown. "
    "Only a note: other platforms of the cut show them.",
    "AK848": "The platform takes no picture posts, or it was not found whether it does. Take it out of the "
    "cut's `platforms:`.",
    "AK849": "There are more pictures than the platform takes in one post. Take some out, or name the "
    "platform under another cut.",
    "AK850": "A finished cover reads back as another picture than was drawn, or is not as its platform "
    "takes it. This is a fault of the program, or of the disk.",
    "AK851": "A finished picture of a picture post reads back as another than was drawn, or is not as its "
    "platform takes it. This is a fault of the program, or of the disk.",
    "AK860": "The file is larger than the platform takes, even coded as small as still looks well; the "
    "message says what length would fit. An error where the platform rejects such a file. Make the cut "
    "shorter there, or take the platform out.",
    "AK861": "The picture was coded in a lower step of its format so that the file keeps within the size "
    "that the platform takes. Only a note.",
    "AK862": "Small text on a card is no longer clear in the picture that was coded smaller to keep within "
    "the platform's size. Make the cut shorter there, or take the platform out.",
    "AK863": "A format asks for a profile or a level that its codec does not have. Write one that the "
    "message names, or leave it out.",
    "AK864": "The cut is so long that it may be larger than the platform takes where its footage is "
    "restless; it is rendered, measured, and refused if so. The message says what length fits in any case.",
}
