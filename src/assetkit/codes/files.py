"""Diagnostic codes of finished files, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK520": "The file is broken: the message says what could not be read. Make it again.",
    "AK521": "The file holds other streams than one picture and at most one sound track.",
    "AK522": "The file type is not one that every player takes: MP4 with the brand isom, iso2, mp41 or mp42.",
    "AK523": "The index (moov) comes after the media data, so the video cannot start before it is wholly "
    "there.",
    "AK524": "The file has an edit list. Platforms reject it, and players disagree on what it means.",
    "AK525": "The file carries metadata that nobody asked for. Finished files carry none.",
    "AK530": "The picture has another size than asked for.",
    "AK531": "The picture is not coded as asked for: codec, profile, chroma 4:2:0 of 8 bits, progressive.",
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
    "AK554": "The loudness asked for could not be reached without harm, and the message says why: peaks that "
    "stand far above all the rest, as claps in silence do; sound so faint that it would need more gain than "
    "noise bears; or sound as quiet and even as an empty room, which is left as it is. The file is as near "
    "as it can be. What is meant to be heard can be given a `gain:` in the recipe.",
    "AK560": "The platform's limit is not kept. A rejection fails the file, advice is only noted.",
    "AK561": "The file holds what the platform does not take. A rejection fails the file, advice is only "
    "noted.",
    "AK562": "The subtitle file, read back, does not give the captions of the cut on the same frames, so it "
    "was not delivered. The message names the first cue that differs.",
}
