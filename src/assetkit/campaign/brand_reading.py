"""A brand's type, grid and motion, from what a person wrote to values; what cannot be read is reported."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from assetkit.campaign.brand_models import GridModel, MotionModel, TypeScaleModel
from assetkit.campaign.brand_parts import Grid, Motion, TypeScale, least_size, motion_of
from assetkit.diagnostics import Findings
from assetkit.yaml_text import Document


def read_brand_parts(given: dict[str, Any], document: Document, findings: Findings) -> dict[str, Any]:
    """Give what was written of `type_scale`, `grid` and `motion` as values, the rest as it is."""
    return {key: _read(value, document, findings) for key, value in given.items()}


def _read(value: Any, document: Document, findings: Findings) -> Any:
    if isinstance(value, TypeScaleModel):
        return _scale(value, document, findings)
    if isinstance(value, GridModel):
        return Grid(Fraction(str(value.margin)), value.column, value.gutter)
    return _motion(value) if isinstance(value, MotionModel) else value


def _motion(model: MotionModel) -> Motion:
    return motion_of(model.tempo, model.easing, model.reduced)


def _scale(model: TypeScaleModel, document: Document, findings: Findings) -> TypeScale:
    """Give the scale; a class below what can be read is an error, and stands at the least."""
    sizes = {name: Fraction(str(getattr(model, name))) for name in model.model_fields_set}
    for name, size in sizes.items():
        least = least_size(name)
        if size >= least:
            continue
        findings.error(
            "AK618",
            f"the brand’s {name} would be too small to be read on a telephone",
            document.place(("brand", "type_scale", name)),
            measured=f"{float(size):g} %",
            required=f"at least {float(least):g} % of the {'height' if name == 'number' else 'short edge'}",
            remedy=f"write `{name}: {float(least):g}` or more, or leave it out",
        )
    return TypeScale(**{name: max(size, least_size(name)) for name, size in sizes.items()})
