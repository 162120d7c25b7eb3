"""Diagnostic codes of sound, music and licences, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {
    "AK700": (
        "The file has no such sound track, or more than one in that language. A film's `sound:` and `dubs:` "
        "name a track by its number, counted from 1, or by the language that the file marks it with. "
        "`assetkit facts` shows the tracks of a master."
    ),
    "AK701": "A gain is written in decibels, from -60 dB to +24 dB: `gain: -3 dB`.",
    "AK702": (
        "An offset says how much later than its file says a sound is heard, in seconds or frames: `0.04s`, "
        "`2f`. With a minus it is heard earlier: `-2f`."
    ),
    "AK703": (
        "A clip's sound leads or lags by more than the film has there: sound before the clip, or after it, "
        "is what such a move plays. Shorten the lead or lag, or move the clip's edge."
    ),
    "AK704": (
        "One sound begins before the one before it has ended: a lag meets a lead at the same join, or a move "
        "is longer than what it goes over. One after the other is heard, never both."
    ),
    "AK705": (
        "A sound leads over something that stands before it, and runs on over something that stands after "
        "it. Here nothing does: the first item cannot lead or run on, the last cannot lag."
    ),
    "AK706": "A clip that is muted has no gain, no fades, no lead and no lag.",
    "AK707": (
        "A sound file is not there, or cannot be used: WAV, FLAC, MP3, M4A, Ogg, AIFF and films with sound "
        "can. Bare AAC tells no times: put it into an M4A."
    ),
    "AK708": "A dub ends before a clip that it is heard under: the rest of the clip is silent.",
    "AK709": (
        "A dub is a file, or another sound track of the master: `kk: {file: PATH}`, `kk: {track: kk}`."
    ),
    "AK710": "The fades of a clip, a card or a whole cut are together longer than its sound.",
    "AK711": (
        "A master has several sound tracks and the recipe does not say which is heard: it is the first. It "
        "is a warning where the first two are mono, because editing suites write left and right like that: "
        "export them as one stereo track. Else name the track: `sound: {track: 2}`."
    ),
    "AK750": (
        "Nothing is heard while a cue says that something is said: the wrong sound track, sound that is "
        "missing in the master, or a cue at the wrong time. Waive it for a cue that translates a sign. Known "
        "of sounds that `assetkit check --observe` has listened to, as are the codes that follow to AK757."
    ),
    "AK751": (
        "Samples in a row stand at full scale: the sound was too loud when it was recorded or exported, and "
        "its tops are cut off. Levelling cannot bring them back."
    ),
    "AK752": (
        "The sound of a master ends before its picture. It is a warning where a cut plays what is missing, "
        "else a note."
    ),
    "AK753": (
        "The left channel is the right one turned over. On two speakers it sounds wide, on a phone's one "
        "speaker nothing is left. Turn one channel over in the master."
    ),
    "AK754": (
        "One of two channels is silent, or very soft: a microphone on one channel alone, or a fault of the "
        "export. Export the sound as mono, or with both channels."
    ),
    "AK755": (
        "Music is nearly as loud as what is said over it, or louder. Levels are compared from 300 to 3400 "
        "Hz, where speech lies, after gain and ducking. It is a warning under 6 dB, a note under the 20 dB "
        "that WCAG 1.4.7 asks for at its highest level."
    ),
    "AK756": (
        "A clip begins or ends while a word is said, and a pause is near. Move its edge there, or let the "
        "sound lead or lag: the picture stays as it is."
    ),
    "AK757": (
        "The place where repeated music goes back is heard, because its level steps there or it clicks. End "
        "the loop before the music fades."
    ),
    "AK758": "A sound cannot be listened to, because its file is damaged. Copy or export it again.",
}
