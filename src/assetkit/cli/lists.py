"""What is printed without reading a workspace: platforms, schemas, the state of the machine."""

from __future__ import annotations

import json

import click


def show_platforms() -> int:
    """Print every platform, its picture, and each limit with its source."""
    from assetkit.platforms.read import load_catalogue

    for platform in load_catalogue().platforms.values():
        size = platform.format.size
        click.echo(f"{platform.name}: {platform.title}, {size}, layout {platform.layout.name}")
        for limit in platform.limits:
            value = "unknown" if limit.value is None else f"{float(limit.value):g} {limit.unit}"
            origin = f"{limit.source}, {limit.as_of}, confidence {limit.confidence}"
            click.echo(f"  {limit.name}: {value} ({limit.strength}; {origin})")
    return 0


def show_schema(kind: str) -> int:
    """Print a JSON Schema."""
    from assetkit.delivery.post import post_schema
    from assetkit.recipe.schema import campaign_schema, recipe_schema

    made = {"recipe": recipe_schema, "campaign": campaign_schema, "post": post_schema}[kind]()
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
    return 0


def show_doctor() -> int:
    """Print the tool and the fonts; 1 when something is missing."""
    from assetkit.text.fonts import FONTS, font_path
    from assetkit.tool.ffmpeg import find_tool, missing_abilities

    tool, missing = find_tool(), missing_abilities()
    click.echo(f"ffmpeg {tool.version}")
    lost = [name for name in FONTS if not font_path(name).is_file()]
    click.echo(f"fonts {len(FONTS) - len(lost)} of {len(FONTS)}")
    for name in (*missing, *lost):
        click.echo(f"missing: {name}")
    return 1 if missing or lost else 0
