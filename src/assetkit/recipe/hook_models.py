"""Alternative openings of a cut as a person writes them."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from assetkit.recipe.item_models import ItemModel
from assetkit.recipe.over_models import OverModel
from assetkit.recipe.trade_codes import TradeCode
from assetkit.validation import Filled, refuse, shorten

_CODE = "[a-z0-9]{1,12}"


def _hook_code(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_CODE, value):
        remedy = "use 1 to 12 small Latin letters and digits: it ends the names of files"
        raise refuse("AK841", f"{shorten(value)} is not the code of an opening", remedy)
    return value


class HookModel(Filled):
    """One opening: what comes before the sequence, what lies over its post alone, or both."""

    sequence: list[ItemModel] | None = Field(
        None, description="What comes before the sequence; a dissolve at its end leads into it."
    )
    over: list[OverModel] | None = Field(
        None, description="What lies over the picture of this post alone, beside the cut's own `over:`."
    )
    code: dict[str, TradeCode] | None = Field(
        None,
        description="The trade's code of this post, such as Ad-ID, by language.",
        examples=[{"kk": "ABCD1234000H"}],
    )


HookCode = Annotated[
    str, BeforeValidator(_hook_code), WithJsonSchema({"type": "string", "pattern": f"^{_CODE}$"})
]
HookEntry = Annotated[
    Annotated[list[ItemModel], Tag("<items>")] | Annotated[HookModel, Tag("<mapping>")],
    Discriminator(lambda value: "<items>" if isinstance(value, list) else "<mapping>"),
]
