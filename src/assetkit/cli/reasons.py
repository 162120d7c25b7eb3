"""Why posts are drafts, told once for many: which reasons all have, and how many posts each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

FEWEST_SHARED = 4
"""Of so many posts with reasons, those that all of them have are told once, not in every row."""


def shared_codes(posts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Give the codes that every post with reasons has; none where these are few.

    Each post is the codes of its reasons, each once.
    """
    given = [codes for codes in posts if codes]
    if len(given) < FEWEST_SHARED:
        return ()
    return tuple(code for code in given[0] if all(code in codes for codes in given))


def sum_up_reasons(posts: Iterable[Sequence[str]]) -> str:
    """Say in one line how many posts have each reason, the most frequent first; "" where none has any."""
    given = [codes for codes in posts if codes]
    counted = Counter(code for codes in given for code in codes)
    if not counted:
        return ""
    told = [f"{code} ({'all' if number == len(given) else number})" for code, number in _by_number(counted)]
    posts_told = "1 post" if len(given) == 1 else f"{len(given)} posts"
    return f"reasons in {posts_told}: {', '.join(told)}; more: assetkit check, assetkit explain CODE"


def codes_of(reasons: Iterable[str]) -> tuple[str, ...]:
    """Give the codes that reasons begin with, each once."""
    return tuple(dict.fromkeys(reason.partition(":")[0].split()[0] for reason in reasons if reason.strip()))


def _by_number(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))
