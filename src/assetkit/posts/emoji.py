"""Where a text has emoji: single ones, flags, keycaps, and sequences that are drawn as one picture."""

from __future__ import annotations

import functools
import re
from importlib.resources import files

_MODIFIERS = "\U0001f3fb-\U0001f3ff"  # of skin
_TAGS = "(?:[\U000e0020-\U000e007e]+\U000e007f)"  # of the flags of parts of countries
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_AS_PICTURE, _KEYCAP, _JOINER = "\ufe0f", "\u20e3", "\u200d"


def emoji_pattern() -> re.Pattern[str]:
    """Give the pattern that matches one emoji, however many code points it is made of.

    After the grammar of emoji sequences of Unicode Technical Standard 51. A sign that is an emoji only when
    it is told to be (©, ☺) counts as one with U+FE0F after it.
    """
    return _pattern()


@functools.cache
def _pattern() -> re.Pattern[str]:
    signs = _signs()
    alone, told = f"[{signs['+']}]", f"[{signs['-']}]"
    one = (
        f"(?:{_FLAG}|[#*0-9]{_AS_PICTURE}?{_KEYCAP}"
        f"|{told}(?:{_AS_PICTURE}{_KEYCAP}?|[{_MODIFIERS}])"
        f"|{alone}(?:[{_MODIFIERS}]|{_AS_PICTURE}{_KEYCAP}?|{_TAGS})?)"
    )
    # What is joined to an emoji needs no U+FE0F of its own.
    return re.compile(f"{one}(?:{_JOINER}(?:{one}|{told}))*")


def _signs() -> dict[str, str]:
    """Give the packaged signs as the insides of two classes of a pattern."""
    text = (files("assetkit.posts") / "data" / "emoji.txt").read_text(encoding="utf-8")
    found = {"+": "", "-": ""}
    for line in text.splitlines():
        if line[:1] in found:
            found[line[0]] += "".join(map(_range, line[1:].split()))
    return found


def _range(text: str) -> str:
    first, _, last = text.partition("-")
    return f"\\U{int(first, 16):08x}" + (f"-\\U{int(last, 16):08x}" if last else "")
