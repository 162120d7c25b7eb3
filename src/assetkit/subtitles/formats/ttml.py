"""Read TTML and its kin (DFXP, IMSC, EBU-TT-D): paragraphs with times, slant, weight and who speaks.

The text is parsed by expat without any document type, so that no entity can expand and no file be opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from xml.parsers import expat

from assetkit.subtitles.cues import Cue
from assetkit.subtitles.formats.source import Source, cue_of
from assetkit.subtitles.formats.ttml_time import TtmlClock
from assetkit.subtitles.markup import Markup
from assetkit.subtitles.setting import Setter

_DEEPEST = 60
_REMEDY = "Export the subtitles again."


@dataclass(frozen=True)
class _Scope:
    """What holds inside an element: its times, its look, how white space counts, who speaks."""

    start: Fraction = Fraction(0)
    stop: Fraction | None = None
    is_timed: bool = False
    is_broken: bool = False
    italic: bool = False
    bold: bool = False
    preserves: bool = False
    agent: str = ""


@dataclass
class _Open:
    """A cue that is being read."""

    scope: _Scope
    line: int
    setter: Setter = field(default_factory=Setter)


class _StopError(Exception):
    """What cannot be read, and where."""


class _Reader:
    """Follows the elements of one document."""

    def __init__(self, source: Source, markup: Markup) -> None:
        self.source, self.markup = source, markup
        self.clock = TtmlClock(source)
        self.cues: list[Cue] = []
        self.scopes = [_Scope()]
        self.names: list[str] = []
        self.styles: dict[str, dict[str, str]] = {}
        self.agents: dict[str, str] = {}
        self.agent = ""
        self.above = 0  # blank lines before the document, which expat must not see
        self.open: _Open | None = None
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.buffer_text = True

    def read(self, text: str) -> None:
        """Parse the whole text; raises _StopError or expat.ExpatError."""
        begin = len(text) - len(text.lstrip())
        self.above = text.count("\n", 0, begin)
        self.parser.Parse(text[begin:].encode("utf-8"), True)

    @property
    def line(self) -> int:
        """The line that the parser has come to."""
        return self.parser.CurrentLineNumber + self.above

    def _doctype(self, *_: object) -> None:
        raise _StopError("a document type is not read: entities could open files and grow without end")

    def _start(self, full: str, given: dict[str, str]) -> None:
        name = full.rpartition(" ")[2]
        attributes = {key.rpartition(" ")[2]: value for key, value in given.items()}
        self.names.append(name)
        if len(self.names) > _DEEPEST:
            raise _StopError("its elements are nested too deep")
        if name == "tt":
            self.clock.learn(attributes)
        elif name == "style" and "id" in attributes:
            self.styles[attributes["id"]] = self._looks(attributes)
        elif name == "agent":
            self.agent = attributes.get("id", "")
        scope = self._scope(attributes)
        self.scopes.append(scope)
        self._open_cue(name, scope, "begin" in attributes)

    def _open_cue(self, name: str, scope: _Scope, has_begin: bool) -> None:
        if self.open is None:
            is_cue = name == "p" or (name == "span" and "p" in self.names)
            if is_cue and "body" in self.names and scope.is_timed and not scope.is_broken:
                self.open = _Open(scope, self.line)
        elif name == "br":
            self._say("\n")
        elif name == "span" and has_begin:
            self.open.setter.time(scope.start)

    def _scope(self, attributes: dict[str, str]) -> _Scope:
        outer = self.scopes[-1]
        start, stop = outer.start, outer.stop
        is_broken = outer.is_broken
        try:
            if "begin" in attributes:
                start = outer.start + self.clock.read(attributes["begin"])
            if "end" in attributes:
                stop = outer.start + self.clock.read(attributes["end"])
            if "dur" in attributes:
                reach = start + self.clock.read(attributes["dur"])
                stop = min(stop, reach) if stop is not None and "end" in attributes else reach
        except ValueError as error:
            self.source.report.error("AK403", str(error), self.line, remedy=_REMEDY)
            is_broken = True
        looks = self._looks(attributes)
        return replace(
            outer,
            start=start,
            stop=stop,
            is_timed=outer.is_timed or bool(attributes.keys() & {"begin", "end", "dur"}),
            is_broken=is_broken,
            italic=looks.get("fontStyle", "italic" if outer.italic else "") in ("italic", "oblique"),
            bold=looks.get("fontWeight", "bold" if outer.bold else "") == "bold",
            preserves=attributes.get("space", "preserve" if outer.preserves else "") == "preserve",
            agent=attributes.get("agent", outer.agent),
        )

    def _looks(self, attributes: dict[str, str]) -> dict[str, str]:
        """Give slant and weight: those of the styles that are named, then the element's own."""
        found: dict[str, str] = {}
        for name in attributes.get("style", "").split():
            found |= self.styles.get(name, {})
        own = {key: attributes[key] for key in ("fontStyle", "fontWeight") if key in attributes}
        return found | own

    def _text(self, text: str) -> None:
        if self.names[-1:] == ["name"] and self.agent:
            self.agents[self.agent] = self.agents.get(self.agent, "") + text
        elif self.open is not None and "metadata" not in self.names:
            self._say(text if self.scopes[-1].preserves else re.sub(r"\s+", " ", text))
        elif "p" in self.names and text.strip() and not self.scopes[-1].is_broken:
            words = " ".join(text.split())[:60]
            message = f"{words!r} has no times and is not shown"
            self.source.report.warning("AK434", message, self.line, remedy="Give it times, or take it out.")

    def _say(self, text: str) -> None:
        if self.open is not None:
            scope = self.scopes[-1]
            self.open.setter.italic, self.open.setter.bold = scope.italic, scope.bold
            self.open.setter.say(text)

    def _end(self, full: str) -> None:
        scope = self.scopes.pop()
        self.names.pop()
        if self.open is not None and self.open.scope is scope:
            self._close(self.open)
            self.open = None

    def _close(self, cue: _Open) -> None:
        scope = cue.scope
        if scope.stop is None:
            message = "the cue says no end"
            self.source.report.warning("AK432", message, cue.line, remedy="Write its end.")
        words = cue.setter.finish(scope.start)
        stop = scope.start if scope.stop is None else scope.stop
        speaker = " ".join(self.agents.get(scope.agent, "").split())
        self.cues.append(cue_of(scope.start, stop, words, cue.line, speaker))


def read_ttml(source: Source) -> list[Cue]:
    """Read the cues in the document's order; what cannot be read goes to the source's report as an error."""
    reader = _Reader(source, source.markup())
    try:
        reader.read(source.text)
    except expat.ExpatError as error:
        message = f"it is no well-formed XML: {expat.errors.messages[error.code]}"
        source.report.error("AK403", message, error.lineno + reader.above, remedy=_REMEDY)
    except _StopError as error:
        source.report.error("AK403", str(error), reader.line, remedy=_REMEDY)
    else:
        if not reader.cues:
            source.report.error("AK403", "there is no cue", 1, remedy="Give a subtitle file with cues.")
    reader.markup.finish()
    reader.clock.finish()
    return reader.cues
