"""Strip the markup of subtitle files: styling belongs to the recipe, no code of a file is ever executed."""

from __future__ import annotations

import html
import re
import unicodedata

# Only tags that the formats know: "<3" and "a < b" are text.
_TAG = re.compile(r"</?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|rt)(?:[\s.][^<>\n]*)?/?>", re.IGNORECASE)
_INLINE_TIME = re.compile(r"<\d[\d:.]*>")
_OVERRIDE = re.compile(r"\{\\[^{}\n]*\}")
# No-break spaces stay; marks of direction and width do nothing for these languages and may lack a glyph.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
# All of Unicode's category Cc but tab and newline.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain_lines(text: str, *, entities: bool) -> tuple[str, ...]:
    """Give the lines of a cue as plain NFC text, empty ones left out; `entities` are resolved for WebVTT."""
    text = _OVERRIDE.sub("", _INLINE_TIME.sub("", _TAG.sub("", text)))
    text = _INVISIBLE.sub("", html.unescape(text) if entities else text)
    text = _CONTROL.sub("", text)
    lines = (
        re.sub(r"[ \t]+", " ", line).strip(" ") for line in unicodedata.normalize("NFC", text).split("\n")
    )
    return tuple(line for line in lines if line)
