"""Which plural form a number takes in a language, after CLDR."""

from __future__ import annotations

import functools
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from babel.plural import PluralRule

Category = Literal["zero", "one", "two", "few", "many", "other"]
CATEGORIES: tuple[str, ...] = get_args(Category)


def plural_category(value: Fraction, decimals: int, language: str) -> str:
    """Give the form for a number as it is written, with so many decimals; "other" where CLDR has none."""
    rule = _rule(language)
    whole = int(abs(value) * 10**decimals + Fraction(1, 2))
    return rule(Decimal(whole).scaleb(-decimals)) if rule else "other"


def plural_categories(language: str) -> tuple[str, ...]:
    """Give the forms that a language has, in CLDR's order."""
    rule = _rule(language)
    known = {*rule.tags, "other"} if rule else {"other"}
    return tuple(name for name in CATEGORIES if name in known)


@functools.cache
def _rule(language: str) -> PluralRule | None:
    from babel import Locale, UnknownLocaleError

    try:
        rule: PluralRule = Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return None
    return rule
