"""Keep the words of a cue words: nothing in them may be read as markup of the file written."""

from __future__ import annotations

import re

# A sign of no width that every reader of ours takes out again, and no player shows. SRT, SBV and MicroDVD
# have no other way to say that "<i>" is text.
_APART = "\u2060"
_ARROW = re.compile(r"--(?=>)")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_OPENS = re.compile(r"<(?=[/a-z0-9])|\{(?=[\\a-z0-9])", re.IGNORECASE)


def guard_srt(line: str) -> str:
    """Part what an SRT reader would take for times, a tag or an override."""
    return _OPENS.sub(rf"\g<0>{_APART}", _ARROW.sub(rf"\g<0>{_APART}", line))


def guard_vtt(line: str) -> str:
    """Write the three signs of WebVTT as its entities; so there is no arrow either."""
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def guard_sbv(line: str) -> str:
    """Part also what an SBV reader would take for times or for the end of a line."""
    line = re.sub(r"(?<=\d),(?=\s*\d)", f",{_APART}", line)
    return re.sub(r"\[(?=br\])", rf"\g<0>{_APART}", guard_srt(line), flags=re.IGNORECASE)


def guard_xml(text: str) -> str:
    """Write the signs of XML as its entities; what XML cannot hold at all is left out."""
    return guard_vtt(_NOT_XML.sub("", text)).replace('"', "&quot;")


def guard_ass(line: str) -> str:
    """Write braces as ASS has them, and part a backslash from what it would mean."""
    return re.sub(r"[{}]", r"\\\g<0>", line.replace("\\", f"\\{_APART}"))


def guard_microdvd(line: str) -> str:
    """Part a brace from its code and a slash from the start; a bar would break the line."""
    return re.sub(r"\{|^/", rf"{_APART}\g<0>{_APART}", line).replace("|", "\u2223")
