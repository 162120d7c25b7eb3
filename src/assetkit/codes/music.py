"""Diagnostic codes of music and licences, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK720": "The record of a work that others have made lacks its title, its author, its licence or where "
    "it was found, so what uses it is a draft. Write them down while they are still known.",
    "AK721": "The campaign has no music, or no licence, of this name. Correct the name, or add the record.",
    "AK722": "The licence of a work ended before the campaign's day, so a post that uses it may not be "
    "shown. Renew it and write down the new day, or take the work out.",
    "AK723": "The licence of a work is for some platforms, and a post for another one uses it. Take it out "
    "there under `for-platform:`, or have it licensed.",
    "AK724": "The licence of a work does not hold in a country in which the campaign's posts are shown "
    "(`territory:`). Use another work, or have it licensed.",
    "AK725": "The licence of a work ends within a month of the campaign's day. Posts that are up by then "
    "must come down, or the licence be renewed.",
    "AK726": "A work may be shown in some countries alone, and the campaign does not say where its posts are "
    "shown, so what uses it is a draft: posts are seen everywhere unless they are kept to a country.",
    "AK727": "Music begins within its file: `in:` is later than its end.",
    "AK728": "The music is shorter than what it is to lie under, so the rest has none. Let it loop, or take "
    "another one.",
    "AK729": "`until: end-card` lets music fall over the end card, with which the cut must end.",
    "AK730": "Music goes down under the times of cues, and no film of the cut has subtitles. Let the level "
    "of the film's sound decide: `under: level`.",
    "AK731": "The fades of the music are together longer than the music under the cut.",
    "AK732": "What is repeated of the music is half a second at least, lies within its file, and ends after "
    "the music begins.",
    "AK733": "A territory is `world`, or a country by its two capital letters (ISO 3166), such as KZ.",
    "AK734": "Ducking takes loudness away: its depth, and how far under the loud parts speech may be, are "
    "written with a minus, such as -12 dB.",
    "AK735": "A loop is true, false, or the range of the music that is repeated, as two lengths from its "
    "beginning: `4s - 20s`.",
}
