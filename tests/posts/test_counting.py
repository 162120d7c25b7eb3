"""Counting as each platform counts. What a rule's publisher says of an example stands beside it."""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.posts.counting import count_hashtags, count_mentions, count_text, find_links
from assetkit.posts.emoji import emoji_pattern

EXAMPLES = 300 if os.environ.get("ASSETKIT_EXAMPLES") else 40
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
FLAG = "\U0001f1f0\U0001f1ff"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
WAVE = "\U0001f44b\U0001f3fd"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # github.com/twitter/twitter-text, conformance/validate.yml, lengths
        ("This is a test.", 15),
        ("http://test.com", 23),
        ("https://test.com", 23),
        ("test.com", 23),
        ("Test https://test.com test https://test.com test.com test", 86),
        # config/v3.json: U+0000-10FF, U+2000-200D, U+2010-201F, U+2032-2037 weigh 1, all others 2
        ("Қазақстан", 9),
        ("ԱႿ", 2),
        ("ᄀ", 2),
        ("저찀쯿쿿", 8),
        ("“”–—‘’", 6),
        ("…", 2),
        ("№", 2),
        ("₸", 2),
        # emoji are parsed: each weighs 2, whatever it is made of
        ("\U0001f431", 2),
        (FAMILY, 2),
        (FLAG, 2),
        (FLAG * 2, 4),
        (SCOTLAND, 2),
        (WAVE, 2),
        ("1\ufe0f\u20e3", 2),
        ("☺", 2),
        ("☺\ufe0f", 2),
        ("❤\ufe0f\u200d\U0001f525", 2),
        # ... but a sign that is an emoji only where it is told to be
        ("©", 1),
        ("©\ufe0f", 2),
        ("10#*", 4),
        # composed before it is counted
        ("и\u0306", 1),
        ("", 0),
        ("a\nb", 3),
    ],
)
def test_weighted(text: str, count: int) -> None:
    assert count_text(text, "weighted") == count


@pytest.mark.parametrize(
    ("text", "method", "count"),
    [
        ("Қазақстан", "characters", 9),
        (FAMILY, "characters", 7),
        # developers.tiktok.com: "in UTF-16 runes"
        ("Қазақстан", "utf-16", 9),
        ("\U0001f431", "utf-16", 2),
        (FAMILY, "utf-16", 11),
        # developers.facebook.com/documentation/threads/posts: emoji count as their bytes of UTF-8
        ("Қазақстан", "emoji-bytes", 9),
        ("Hi \U0001f44d", "emoji-bytes", 7),
        (FAMILY, "emoji-bytes", 25),
        (FLAG, "emoji-bytes", 8),
        ("☺\ufe0f", "emoji-bytes", 6),
        # developers.google.com/youtube/v3: bytes of the description
        ("Қазақстан", "utf-8", 18),
        ("abc", "utf-8", 3),
        ("“", "utf-8", 3),
    ],
)
def test_other_methods(text: str, method: str, count: int) -> None:
    assert count_text(text, method) == count


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://example.org/a(b).", ["https://example.org/a(b)"]),
        ("(https://example.org/a)", ["https://example.org/a"]),
        (
            "“https://example.org/слова”, https://b.kz?x=1#y!",
            ["https://example.org/слова", "https://b.kz?x=1#y"],
        ),
        ("example.kz and foo.co/x; not e.g. 12.5 or a@b.org or Привет.Мир", ["example.kz", "foo.co/x"]),
        ("ftp://example.invalid http://localhost", []),
        # an ending of Kazakh at a name: it is a link all the same
        ("example.kzте example.kz-те foo.comma", ["example.kz"]),
    ],
)
def test_links(text: str, links: list[str]) -> None:
    assert find_links(text) == links


def test_hashtags_and_mentions() -> None:
    text = "#Отбасы #a_1 #1st #2026 a#b https://x.org/#c &#39; @who me@example.org @a.b x.com/@z"
    assert count_hashtags(text) == 3
    assert count_mentions(text) == 2


@pytest.mark.slow
@given(st.text(max_size=40))
@settings(max_examples=EXAMPLES, deadline=None)
def test_methods_agree_on_bounds(text: str) -> None:
    text = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    count = {name: count_text(text, name) for name in ("characters", "utf-16", "utf-8", "emoji-bytes")}
    assert count["characters"] <= count["utf-16"] <= count["utf-8"]
    assert count["characters"] <= count["emoji-bytes"] <= count["utf-8"]


@pytest.mark.slow
@given(st.lists(st.sampled_from([FAMILY, FLAG, WAVE, "a", "ә", " ", "☺\ufe0f"]), max_size=12))
@settings(max_examples=EXAMPLES, deadline=None)
def test_every_emoji_is_found_whole(parts: list[str]) -> None:
    pictures = [part for part in parts if part in (FAMILY, FLAG, WAVE, "☺\ufe0f")]
    assert [match[0] for match in emoji_pattern().finditer("".join(parts))] == pictures
    assert count_text("".join(parts), "weighted") == len(parts) + len(pictures)
