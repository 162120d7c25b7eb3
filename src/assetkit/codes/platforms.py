"""Diagnostic codes of platforms, each with its explanation."""

from __future__ import annotations

CODES = {
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
    "AK511": "How a platform takes pictures says which files it takes: `takes: [jpg, png]`, the best one "
    "first, or `none`, or `unknown` where it was not found; and a picture is as wide as it takes them.",
}
