"""Names of video files by a campaign's own pattern: "{film}_{cut}_{language}_{length}"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from assetkit.diagnostics import Place

FIELDS: dict[str, str] = {
    "campaign": "the campaign's name",
    "recipe": "the recipe's name",
    "film": "the film's name; the recipe's where it has no film",
    "cut": "the cut's name",
    "platform": "the platform's name",
    "language": "the language's code",
    "shape": "the shape of the picture, 9x16",
    "size": "the picture in pixels, 1080x1920",
    "rate": "frames per second, 25 or 23.976",
    "length": "whole seconds, 15s",
    "code": "the trade's code, as the cut gives it for the language",
}
"""What a name may hold, and what it stands for."""

LONGEST_NAME = 160
"""The most letters of a name: with what others add to it, every file system takes it."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_PLAIN = re.compile(r"[A-Za-z0-9._-]*")
_SEPARATORS = "._-"
# Names that Windows keeps for devices, whatever follows their first dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Naming:
    """How video files are named, and what a receiver takes.

    `pattern` is "" for the house's own names. `longest` is the most letters of a name without its ending;
    with `plain` it holds letters and digits alone. `layout` is how a package lies: "folders", one for each
    post, or "flat", all files side by side. `place` is where the pattern is written.
    """

    pattern: str = ""
    layout: str = "folders"
    longest: int = LONGEST_NAME
    plain: bool = False
    place: Place = field(default=Place(""), compare=False)

    @property
    def asks_for_code(self) -> bool:
        """Whether a name cannot be made without a code."""
        return "{code}" in self.pattern


def find_fault(pattern: str) -> tuple[str, str]:
    """Say what is wrong with a pattern, and about which part; ("", "") where it can be used.

    The fault is "field" for a name that is none, "letters" for what no file name should hold, "ending" where
    it says how the file ends, "same" where all posts would have one name.
    """
    asked = [name.removesuffix("?") for name in _FIELD.findall(pattern)]
    unknown = [name for name in asked if name not in FIELDS]
    if unknown:
        return "field", unknown[0]
    words = _FIELD.sub("", pattern)
    if not _PLAIN.fullmatch(words):
        return "letters", next(letter for letter in words if not _PLAIN.fullmatch(letter))
    if pattern.lower().endswith(".mp4"):
        return "ending", pattern[-4:]
    return ("", "") if asked else ("same", pattern)


def fill_pattern(pattern: str, values: Mapping[str, str]) -> str:
    """Give a name; `{code?}` may be empty, and then goes with the separator before it (or after it).

    What cannot stand in the name of a file becomes a hyphen.
    """
    made = ""
    at = 0
    for match in _FIELD.finditer(pattern):
        made += _after(made, pattern[at : match.start()])
        at = match.end()
        value = re.sub(r"[^A-Za-z0-9._-]+", "-", values.get(match[1].removesuffix("?"), ""))
        made = made + value if value or not match[1].endswith("?") else made.rstrip(_SEPARATORS)
    return made + _after(made, pattern[at:])


def judge_name(name: str, naming: Naming) -> tuple[str, str, str]:
    """Say what a receiver would not take: (what is wrong, measured, required); empty where nothing is."""
    if naming.plain and not name.isalnum():
        wrong = next(letter for letter in name if not letter.isalnum()) if name else "nothing"
        return "holds more than letters and digits", wrong, "letters and digits"
    if len(name) > naming.longest:
        return "is too long", f"{len(name)} letters", f"at most {naming.longest}"
    if not name or not name[0].isalnum() or name[-1] in ".-_":
        return "does not begin and end with a letter or digit", name or "nothing", "a letter or digit"
    if _DEVICES.fullmatch(name):
        return "is that of a device on Windows", name, "another name"
    return "", "", ""


def _after(made: str, words: str) -> str:
    """Give the words between two fields, without a separator that would begin the name."""
    return words if made else words.lstrip(_SEPARATORS)
