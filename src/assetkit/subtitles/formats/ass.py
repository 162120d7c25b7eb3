"""Read ASS and SSA: of each event its times, its words, who speaks, slant, weight and times of syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.formats.clock import Clock
from assetkit.subtitles.formats.source import Source, cue_of
from assetkit.subtitles.markup import Markup
from assetkit.subtitles.setting import Set, Setter

_EVENT = re.compile(r"^\s*(Dialogue|Comment|Picture|Sound|Movie|Command)\s*:(.*)$")
_TIME = re.compile(r"\s*-?\d{1,3}:\d{1,2}:\d{1,2}(?:[.,:]\d{1,6})?\s*", re.ASCII)
_FIELDS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_PIECE = re.compile(r"\\([{}])|\{([^{}]*)\}|\\([Nnh])")
_TAG = re.compile(
    r"\\(?:(?P<look>[ib])(?P<state>-?\d*)|(?P<kind>k[fot]?|K)(?P<length>\d{1,6}(?:\.\d{1,3})?)"
    r"|p(?P<drawing>\d+)|r(?P<style>[^\\()]*))\s*(?=\\|$)",
    re.ASCII,
)


@dataclass
class _Script:
    """The styles of a file by name, as (italic, bold), and the fields of its events."""

    looks: dict[str, tuple[bool, bool]] = field(default_factory=dict)
    style_fields: tuple[str, ...] = ()
    fields: tuple[str, ...] = _FIELDS


def read_ass(source: Source) -> list[Cue]:
    """Read the dialogue in the file's order; remarks and drawings are left out, and counted."""
    script, report, markup = _Script(), source.report, source.markup()
    clock = Clock(report, source.rate)
    cues = []
    section = ""
    events = 0
    for number, line in enumerate(source.lines(), 1):
        if line.strip().startswith("[") and line.strip().endswith("]"):
            section = line.strip().lower()
        event = _EVENT.match(line)
        if event and (section in ("", "[events]") or event[1] == "Dialogue"):
            events += 1
            cue = _read_event(event, script, number, clock, markup)
            cues += [cue] if cue else []
        elif not event:
            _learn(line, section, script)
    if not events:
        report.error("AK403", "there is no cue", 1, remedy="Give a subtitle file with cues.")
    markup.finish()
    clock.finish()
    return cues


def _learn(line: str, section: str, script: _Script) -> None:
    """Take up what a line says of the form of events and of styles."""
    name, mark, rest = line.partition(":")
    key = name.strip().lower()
    if not mark or key not in ("format", "style"):
        return
    parts = [part.strip() for part in rest.split(",")]
    if section == "[events]" and key == "format":
        wanted = tuple(part.lower() for part in parts)
        if {"start", "end", "text"} <= set(wanted) and wanted[-1] == "text":
            script.fields = wanted
    elif section != "[events]" and key == "format":
        script.style_fields = tuple(part.lower() for part in parts)
    elif section != "[events]" and len(parts) == len(script.style_fields):
        style = dict(zip(script.style_fields, parts, strict=True))
        look = (_is_on(style.get("italic", "0")), _is_on(style.get("bold", "0")))
        script.looks[style.get("name", "").lstrip("*")] = look


def _is_on(text: str) -> bool:
    """Whether a flag or a weight is set: -1, 1, or 600 and more."""
    if not re.fullmatch(r"-?\d{1,5}", text, re.ASCII):
        return False
    return int(text) in (-1, 1) or int(text) >= 600


def _read_event(
    event: re.Match[str], script: _Script, number: int, clock: Clock, markup: Markup
) -> Cue | None:
    if event[1] != "Dialogue":
        markup.report.note("AK439", "a remark is no subtitle, and is left out", number)
        return None
    parts = event[2].split(",", len(script.fields) - 1)
    values = dict(zip(script.fields, parts, strict=False))
    if len(parts) < len(script.fields) or not all(_TIME.fullmatch(values[key]) for key in ("start", "end")):
        message = "cannot be read as ASS: expected Dialogue: with times like 0:00:01.00,0:00:02.00"
        markup.report.error("AK403", message, number, remedy="Correct the subtitle file.")
        return None
    try:
        start, stop = clock.read(values["start"]), clock.read(values["end"])
    except ValueError as error:
        markup.report.error("AK403", str(error), number, remedy="Correct the subtitle file.")
        return None
    look = script.looks.get(values.get("style", "").strip().lstrip("*"), (False, False))
    words = _Words(script, look, start, markup, number).read(values["text"])
    return cue_of(start, stop, words, number, " ".join(values.get("name", "").split()))


class _Words:
    """Reads the text of one event."""

    def __init__(
        self, script: _Script, look: tuple[bool, bool], start: Fraction, markup: Markup, line: int
    ) -> None:
        self.script, self.look, self.start = script, look, start
        self.markup, self.line = markup, line
        self.setter = Setter(*look)
        self.clock = start
        self.is_drawing = False

    def read(self, text: str) -> Set:
        """Give the words: blocks in braces are ASS's own markup, and are taken out."""
        last = 0
        for match in _PIECE.finditer(text):
            self._say(text[last : match.start()])
            last = match.end()
            if match[1]:
                self._say(match[1])
            elif match[3]:
                self._say({"N": "\n", "n": "\n", "h": "\u00a0"}[match[3]])
            else:
                self._block(match[2])
        self._say(text[last:])
        return self.setter.finish(self.start)

    def _say(self, text: str) -> None:
        if not self.is_drawing:
            self.setter.say(text)
        elif text.strip():
            self.markup.report.note("AK439", "a drawing is no subtitle, and is left out", self.line)

    def _block(self, code: str) -> None:
        known = list(_TAG.finditer(code))
        for tag in known:
            self._tag(tag)
        others = _TAG.sub("", code).strip()
        if others and "\\" not in code:
            message = f"{{{others[:40]}}} is not shown: in ASS, braces hold effects and remarks"
            remedy = "Write round brackets where it is to be read."
            self.markup.report.note("AK435", message, self.line, remedy=remedy)
        elif others:
            name = re.match(r"\\\d?[A-Za-z]{1,6}", others)
            self.markup.drop(f"{{{name[0] if name else others[:20]}}}", self.line)

    def _tag(self, tag: re.Match[str]) -> None:
        if tag["look"] == "i":
            self.setter.italic = _is_on(tag["state"]) if tag["state"] else self.look[0]
        elif tag["look"] == "b":
            self.setter.bold = _is_on(tag["state"]) if tag["state"] else self.look[1]
        elif tag["kind"] == "kt":
            self.clock = self.start + Fraction(tag["length"]) / 100
        elif tag["kind"]:
            self.setter.time(self.clock)
            self.clock += Fraction(tag["length"]) / 100
        elif tag["drawing"]:
            self.is_drawing = int(tag["drawing"]) > 0
        else:
            self._reset(tag["style"].strip())

    def _reset(self, style: str) -> None:
        look = self.script.looks.get(style, self.look) if style else self.look
        self.setter.italic, self.setter.bold = look
