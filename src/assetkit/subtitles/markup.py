"""The markup of subtitle files: slant and weight stay, tags that a format knows go, all else is text.

Colours, sizes, places and effects belong to the recipe. No code of a file is ever executed: a brace or an
override that the format does not know is shown as it was typed, and said to be so.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from assetkit.subtitles.report import Report
from assetkit.subtitles.setting import Set, Setter

# Only tags that the formats know: "<3" and "a < b" are text.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>i|b|u|s|em|strong|font|c|v|lang|ruby|rt)(?P<rest>[\s.][^<>\n]*)?/?>",
    re.IGNORECASE,
)
_SRT = re.compile(rf"{_TAG.pattern}|(?P<override>\{{\\[^{{}}\n]*\}})", re.IGNORECASE)
_VTT = re.compile(rf"{_TAG.pattern}|<(?P<time>(?:\d+:)?\d+:\d+[.,]\d+)>", re.IGNORECASE | re.ASCII)
# What players of SRT know beside tags: place by number, and four looks.
_KNOWN_OVERRIDES = re.compile(r"(?:\\(?:an?\d{1,2}|[ibus][01]?))+", re.ASCII)
_LOOK = re.compile(r"\\([ib])([01]?)", re.ASCII)
_LOOKS = {"i": "italic", "em": "italic", "b": "bold", "strong": "bold"}


@dataclass
class Voice:
    """What one voice of a cue says."""

    speaker: str
    set: Set


class Markup:
    """Reads the texts of one file; what was taken out is counted, and told once by `finish`."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.dropped: Counter[str] = Counter()
        self.first: dict[str, int] = {}

    def srt(self, text: str, line: int) -> Set:
        """Read SRT's tags, and the few overrides that its players know."""
        setter, depth = Setter(), Counter[str]()
        at = line
        for part, match in _split(text, _SRT):
            setter.say(part)
            at += part.count("\n")
            if match and match["override"]:
                self._override(match, setter, depth, at)
            elif match:
                self._tag(match, setter, depth, at)
        return setter.finish()

    def vtt(self, text: str, line: int, start: Fraction) -> list[Voice]:
        """Read WebVTT's tags, voices, entities and times of words; each voice is given by itself."""
        voices = [("", Setter())]
        depth = Counter[str]()
        for part, match in _split(text, _VTT):
            setter = voices[-1][1]
            line += part.count("\n")
            setter.say(html.unescape(part))
            if match and match["time"]:
                setter.time(_seconds(match["time"]))
            elif match and match["name"].lower() == "v":
                who = "" if match["close"] else _name(match["rest"] or "")
                voices.append((who, Setter(setter.italic, setter.bold)))
            elif match:
                self._tag(match, setter, depth, line)
        found = [Voice(who, setter.finish(start)) for who, setter in voices]
        return [voice for voice in found if voice.set.lines]

    def drop(self, what: str, line: int) -> None:
        """Count what is taken out because the recipe decides it."""
        self.dropped[what] += 1
        self.first.setdefault(what, line)

    def place(self, settings: str, line: int) -> None:
        """Count what a cue says of its place, such as `line:10% align:start`."""
        names = [setting.partition(":")[0] for setting in settings.split()]
        if names:
            self.drop(f"`{':`, `'.join(dict.fromkeys(names))}:`", line)

    def finish(self) -> None:
        """Tell what was taken out, each kind once."""
        for what, count in self.dropped.items():
            often = f", {count} times" if count > 1 else ""
            verb = "are" if ", " in what else "is"
            message = f"{what} {verb} left out{often}: the look and the place of captions stand in the recipe"
            self.report.note("AK435", message, self.first[what])

    def _tag(self, match: re.Match[str], setter: Setter, depth: Counter[str], line: int) -> None:
        name = match["name"].lower()
        look = _LOOKS.get(name)
        if look:
            depth[look] = max(0, depth[look] + (-1 if match["close"] else 1))
            setattr(setter, look, depth[look] > 0)
        elif not match["close"]:
            self.drop(f"<{name}>", line)

    def _override(self, match: re.Match[str], setter: Setter, depth: Counter[str], line: int) -> None:
        code = match["override"][1:-1]
        if not _KNOWN_OVERRIDES.fullmatch(code):
            setter.say(match[0])
            self.warn_of_code(match[0], line)
            return
        for letter, state in _LOOK.findall(code):
            look = _LOOKS[letter]
            depth[look] = 1 if state == "1" else 0
            setattr(setter, look, depth[look] > 0)
        if not re.fullmatch(r"(\\[ib][01]?)+", code):
            self.drop(match[0], line)

    def warn_of_code(self, code: str, line: int) -> None:
        """Tell that code is shown as it was typed."""
        self.report.warning(
            "AK435", f"{code!r} is shown as text", line, remedy="Take it out, if it is not to be read."
        )


def _split(text: str, pattern: re.Pattern[str]) -> list[tuple[str, re.Match[str] | None]]:
    """Give the text before each match with it, and the rest with None."""
    parts: list[tuple[str, re.Match[str] | None]] = []
    last = 0
    for match in pattern.finditer(text):
        parts.append((text[last : match.start()], match))
        last = match.end()
    return [*parts, (text[last:], None)]


def _name(rest: str) -> str:
    """Give who speaks, without the classes of a voice: `<v.loud Ann>`."""
    words = html.unescape(rest).split(None, 1) if rest.startswith(".") else ["", html.unescape(rest)]
    return " ".join(words[1].split()) if len(words) > 1 else ""


def _seconds(text: str) -> Fraction:
    *larger, small = text.replace(",", ".").split(":")
    total = Fraction(small)
    for factor, part in zip((60, 3600), reversed(larger), strict=False):
        total += factor * int(part)
    return total
