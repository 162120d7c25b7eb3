"""Codes that the trade gives to finished films, such as Ad-ID or a clock number; never made up here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from assetkit.campaign.texts import check_languages
from assetkit.validation import refuse, shorten

if TYPE_CHECKING:
    from assetkit.recipe.layers import Sourced
    from assetkit.recipe.scope import Scope

_CODE = re.compile(r"[A-Za-z0-9]+([/-][A-Za-z0-9]+)*")
_LONGEST = 32


def _code(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST or not _CODE.fullmatch(value):
        message = f"{shorten(value)} is not a code"
        remedy = f"write it as it was given out: at most {_LONGEST} letters and digits, in quotes"
        raise refuse("AK826", message, remedy)
    return value


TradeCode = Annotated[
    str,
    BeforeValidator(_code),
    WithJsonSchema({"type": "string", "pattern": f"^{_CODE.pattern}$", "maxLength": _LONGEST}),
]


def resolve_codes(scope: Scope, sourced: Sourced | None) -> dict[str, str]:
    """Give the codes of a cut by language; a language that is none of the campaign's is reported."""
    if sourced is None or not sourced.value:
        return {}
    check_languages(sourced.value, scope.campaign.languages, scope.document, sourced.path, scope.findings)
    return dict(sourced.value)
