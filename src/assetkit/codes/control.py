"""Diagnostic codes of quality control of finished files, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {
    "AK900": "The picture is black for a while. Where the film is meant to be black there, accept it with "
    "`--accept AK900`, or compare with `--reference`.",
    "AK901": "The picture stands still for a while though no card is shown: most often an edit that ran past "
    "the end of a clip, or a decoder that stopped. Where the film is meant to stand still, accept it.",
    "AK902": "A frame is shown twice between frames that move: a frame was dropped and another put into its "
    "place, or the rate was converted by doubling. Export again at the rate of the master.",
    "AK903": "Many frames repeat the one before: the picture was made at a lower rate, or is drawn so. Only "
    "a note.",
    "AK904": "The sound is silent for a while though the recipe does not ask for it: no clip is muted there, "
    "no card stands without music, and no film without sound is shown.",
    "AK905": "Samples stand at full scale in a row: the sound was recorded, mixed or coded too loud and is "
    "distorted. Turn it down before it is coded.",
    "AK906": "Frames are missing, doubled or in another order than in the reference.",
    "AK907": "The picture is brighter or darker than the reference for a while.",
    "AK908": "The colours differ from the reference: most often a matrix of BT.601 where BT.709 is tagged, "
    "or the reverse, or a conversion between full and limited range.",
    "AK909": "The picture is less like the reference than it may be: it is coded too coarsely.",
    "AK910": "A text that the post says is burnt in, or the words of a card, were not seen in the picture, "
    "in their place and whole.",
    "AK911": "In the place of a text of the post, or of the words of a card, those of another language are "
    "seen.",
    "AK912": "A text, or a line of a card, stands where the platform's interface covers the picture, so it "
    "will not be read.",
    "AK913": "Something that looks like letters stands still where the platform's interface covers the "
    "picture. It may be scenery: look at it. Only a note.",
    "AK914": "The picture flashes more than three times in a second on more than a quarter of its area. This "
    "is a screening by the numbers of ITU-R BT.1702 and WCAG 2.3.1, not a certified test. Slow the flashes "
    "down, or make them smaller or weaker.",
    "AK915": "The picture flashes in saturated red more than three times in a second. This is a "
    "screening, not a certified test.",
    "AK916": "A part of the picture flashes more than three times in a second. WCAG 2.3.1 counts any field "
    "of ten degrees, which on a phone is a large part of the picture. This is a screening, not a certified "
    "test.",
    "AK917": "The file says where it was recorded. It can bring people into danger: strip its metadata.",
    "AK918": "The file names people, devices, software or times. Strip its metadata before it is published.",
    "AK919": "The file cannot be compared with the reference: another shape, or one of both cannot be "
    "decoded.",
    "AK920": "The post.json that was given describes another file: its digest differs. It was changed after "
    "it was delivered, or belongs elsewhere.",
    "AK921": "A file that post.json names, a video or what lies beside it, is not there; or the post.json "
    "itself cannot be read.",
    "AK922": "A file that post.json names beside the video was changed after it was delivered.",
}
