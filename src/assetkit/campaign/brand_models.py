"""A brand's type, grid and motion as a person writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from assetkit.campaign.brand_parts import Grid, TypeScale
from assetkit.validation import Filled, refuse, shorten

Easing = Literal["smooth", "standard", "emphasized", "expressive"]
_TEMPOS = ("calm", "plain", "lively")
_SLOWEST, _FASTEST = Decimal("1.75"), Decimal("0.6")  # a counter of 1.4 s stays between 0.84 and 2.45 s
_GREATEST = 60
_SCALE, _GRID = TypeScale(), Grid()


def _tempo(value: Any) -> str:
    if value in _TEMPOS:
        return str(value)
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    if is_number and _FASTEST <= Decimal(str(value)) <= _SLOWEST:
        return str(value)
    message = f"{shorten(str(value))} is no tempo"
    raise refuse("AK617", message, f"write {', '.join(_TEMPOS)}, or a factor from {_FASTEST} to {_SLOWEST}")


Tempo = Annotated[
    str,
    BeforeValidator(_tempo),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": list(_TEMPOS)},
                {"type": "number", "minimum": float(_FASTEST), "maximum": float(_SLOWEST)},
            ],
            "examples": ["calm"],
        }
    ),
]


class TypeScaleModel(Filled):
    """The largest type of each class, in percent of the short edge; what is left out is as it is."""

    headline: float = Field(
        float(_SCALE.headline), gt=0, le=_GREATEST, description="Headlines and names.", examples=[12.5]
    )
    number: float = Field(
        float(_SCALE.number),
        gt=0,
        le=_GREATEST,
        description="The number, in percent of the frame's height.",
        examples=[36],
    )
    body: float = Field(
        float(_SCALE.body), gt=0, le=_GREATEST, description="What is read beside them.", examples=[7.5]
    )
    small: float = Field(
        float(_SCALE.small), gt=0, le=_GREATEST, description="Labels and notes.", examples=[4]
    )
    source: float = Field(
        float(_SCALE.source), gt=0, le=_GREATEST, description="The source line.", examples=[2.6]
    )


class GridModel(Filled):
    """Where things stand on cards; what is left out is as it is."""

    margin: float = Field(
        float(_GRID.margin),
        ge=0,
        le=20,
        description="What stays free at all edges, in percent of the short edge, beside a platform's zones.",
        examples=[4],
    )
    column: int = Field(
        _GRID.column,
        ge=30,
        le=70,
        description="Where the second column of wide cards begins, in percent of the zone's width.",
        examples=[50],
    )
    gutter: int = Field(
        _GRID.gutter, ge=0, le=20, description="The space before the second column, in percent.", examples=[6]
    )


class MotionModel(Filled):
    """How cards move; what is left out is as it is."""

    tempo: Tempo = Field(
        "plain", description="How fast: calm, plain, lively, or a factor of all durations from 0.6 to 1.75."
    )
    easing: Easing = Field(
        "smooth",
        description="How movements begin and end: smooth, or a curve that design systems name so.",
    )
    reduced: bool = Field(
        False,
        description="Fades alone: nothing rises, grows or counts, and the reading time is the same.",
        examples=[True],
    )
