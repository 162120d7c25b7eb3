"""How posts are handed over, from what a person wrote to values."""

from __future__ import annotations

from assetkit.campaign.delivery_models import DeliveryModel
from assetkit.campaign.naming import Naming
from assetkit.yaml_text import Document


def read_naming(model: DeliveryModel, document: Document) -> Naming:
    """Give the rules for names; the pattern is "" where nobody wrote one."""
    written = "name" in model.model_fields_set
    return Naming(
        pattern=model.name if written else "",
        layout=model.layout,
        longest=model.longest,
        plain=model.letters == "letters-and-digits",
        place=document.place(("delivery", "name")) if written else document.key_place(("delivery",)),
    )
