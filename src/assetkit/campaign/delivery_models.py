"""How posts are handed over, as a person writes it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from assetkit.campaign.naming import FIELDS, LONGEST_NAME, find_fault
from assetkit.validation import Filled, nearest, refuse, shorten

_FAULTS = {
    "field": "there is no field {part} in names of files",
    "letters": "a name of a file cannot hold {part}",
    "ending": "the name says how the file ends",
    "same": "the name has no field, so all posts would have the same",
}


def _pattern(text: str) -> str:
    fault, part = find_fault(text)
    if fault:
        remedies = {
            "field": nearest(part, FIELDS),
            "letters": "use Latin letters, digits, dots, hyphens, underscores, and fields such as {cut}",
            "ending": f"leave {part} out: it is added",
            "same": "add fields: {film}_{cut}_{platform}_{language}",
        }
        code = "AK820" if fault == "field" else "AK821"
        named = "a space" if part == " " else f"`{shorten(part)}`"
        raise refuse(code, _FAULTS[fault].replace("{part}", named), remedies[fault])
    return text


NamePattern = Annotated[
    str,
    AfterValidator(_pattern),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^([A-Za-z0-9._-]*\{(" + "|".join(FIELDS) + r")\??\})+[A-Za-z0-9._-]*$",
            "examples": ["{film}_{cut}_{platform}_{language}_{shape}_{length}"],
        }
    ),
]


class DeliveryModel(Filled):
    """How posts are named, and how a package of them lies."""

    layout: Literal["folders", "flat"] = Field(
        "folders",
        description="How `assetkit package FOLDER` lays posts out: a folder for each, or side by side.",
    )
    name: NamePattern = Field(
        "{recipe}-{cut}-{platform}-{language}",
        description="The names of the videos, without their ending. Fields: "
        + ", ".join(f"`{{{name}}}` ({words})" for name, words in FIELDS.items())
        + ". `{code?}` is left out where there is none.",
    )
    longest: int = Field(
        LONGEST_NAME,
        ge=8,
        le=LONGEST_NAME,
        description="The most letters that the receiver takes in a name, without its ending.",
        examples=[12],
    )
    letters: Literal["plain", "letters-and-digits"] = Field(
        "plain",
        description="What the receiver takes in a name: dots, hyphens and underscores too, or none of them.",
    )
