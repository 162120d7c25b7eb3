"""Locales such as kk_KZ: how some platforms want the language of a subtitle file named."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from assetkit.validation import refuse, shorten

_LOCALE = r"[a-z]{2,3}_[A-Z]{2}"


def _read_locale(value: str) -> str:
    if not re.fullmatch(_LOCALE, value):
        remedy = "write language and country: kk_KZ, ru_RU, en_US"
        raise refuse("AK475", f"{shorten(value)} is not a locale", remedy)
    return value


LocaleName = Annotated[
    str,
    AfterValidator(_read_locale),
    WithJsonSchema({"type": "string", "pattern": f"^{_LOCALE}$", "examples": ["ru_RU"]}),
]


def locale_of(language: str, given: Mapping[str, str]) -> str:
    """Give the locale of a language: as the campaign says, else with its likeliest country.

    That is where most speakers of the language live, not where the campaign is: platforms know ru_RU and no
    ru_KZ. A language that nobody knows keeps its own code.
    """
    return given.get(language) or _likeliest(language)


@functools.cache
def _likeliest(language: str) -> str:
    from babel.core import get_global, parse_locale

    try:
        name, territory = parse_locale(language, sep="-")[:2]
    except ValueError:
        return language
    likely = str(get_global("likely_subtags").get(name, ""))
    country = territory or (parse_locale(likely)[1] if likely else "")
    return f"{name}_{country}" if country else name
