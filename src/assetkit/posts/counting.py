"""How long a text is for a platform: each counts in its own way."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from assetkit.packaged import read_packaged
from assetkit.posts.emoji import emoji_pattern

_FILE = "counting.yaml"
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_DOMAIN = rf"(?:{_LABEL}\.)+"
_TAIL = r"(?::\d+)?(?:[/?#][^\s\"“”«»<>]*)?"
_ENDED = r"(?![0-9A-Za-z_@+-])"  # a letter of another script may follow: an ending of the language
_AFTER = ".,:;!?'()…"
UNITS = {
    "characters": "characters",
    "weighted": "weighted characters",
    "utf-16": "UTF-16 units",
    "utf-8": "bytes of UTF-8",
    "emoji-bytes": "characters, emoji by their bytes",
}
"""What the methods count in, for people."""


@dataclass(frozen=True)
class _Weights:
    """The numbers of weighted counting; `light` are ranges of characters of weight 1."""

    weight: int
    link: int
    light: tuple[tuple[int, int], ...]

    def of(self, letter: str) -> int:
        """Give the weight of one character."""
        code = ord(letter)
        return 1 if any(first <= code <= last for first, last in self.light) else self.weight


def count_text(text: str, method: str) -> int:
    """Count a text by a method of `counting.yaml`; every method but the bytes counts the composed form."""
    if method == "utf-8":
        return len(text.encode("utf-8"))
    composed = unicodedata.normalize("NFC", text)
    if method == "utf-16":
        return len(composed.encode("utf-16-le")) // 2
    if method == "emoji-bytes":
        return len(composed) + sum(len(each[0].encode()) - len(each[0]) for each in _emoji(composed))
    if method == "weighted":
        return _weigh(composed)
    if method == "characters":
        return len(composed)
    raise AssertionError(f"unknown way of counting: {method}")


def count_hashtags(text: str) -> int:
    """Count the hashtags of a text: # and a word that is not digits alone."""
    return len(re.findall(r"(?<![\w&/])#(?!\d+(?!\w))\w+", _without_links(text)))


def count_mentions(text: str) -> int:
    """Count the accounts that a text mentions with an @."""
    return len(re.findall(r"(?<![\w@/.])@[A-Za-z0-9_]", _without_links(text)))


def find_links(text: str) -> list[str]:
    """Give the addresses of pages in a text, without the sign that ends the sentence."""
    return [_trim(match[0]) for match in _link_pattern().finditer(text)]


def _weigh(text: str) -> int:
    weights = _weights()
    links = find_links(text)
    rest = _without_links(text)
    pictures = [match[0] for match in _emoji(rest)]
    letters = emoji_pattern().sub("", rest)
    whole = sum(map(weights.of, letters))
    return whole + len(links) * weights.link + len(pictures) * weights.weight


def _without_links(text: str) -> str:
    return _link_pattern().sub(lambda match: match[0][len(_trim(match[0])) :], text)


def _trim(link: str) -> str:
    """Take the signs off that end the sentence, not the link; a bracket that it opens stays."""
    while link and link[-1] in _AFTER and not (link[-1] == ")" and link.count("(") >= link.count(")")):
        link = link[:-1]
    return link


def _emoji(text: str) -> list[re.Match[str]]:
    return list(emoji_pattern().finditer(text))


@functools.cache
def _link_pattern() -> re.Pattern[str]:
    bare = rf"(?<![\w@./-]){_DOMAIN}(?:{'|'.join(_rules()['domains'])}){_ENDED}{_TAIL}"
    return re.compile(rf"(?<!\w)https?://{_DOMAIN}{_LABEL}{_TAIL}|{bare}", re.IGNORECASE)


@functools.cache
def _weights() -> _Weights:
    told = _rules()["weighted"]
    return _Weights(told["weight"], told["link"], tuple((first, last) for first, last in told["light"]))


@functools.cache
def _rules() -> Any:
    return read_packaged("assetkit.posts", _FILE)
