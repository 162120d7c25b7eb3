"""What is printed without reading a workspace: schemas, and the state of the machine."""

from __future__ import annotations

import json

import click


def show_schema(kind: str) -> int:
    """Print a JSON Schema."""
    from assetkit.delivery.post import post_schema
    from assetkit.recipe.schema import campaign_schema, recipe_schema

    made = {"recipe": recipe_schema, "campaign": campaign_schema, "post": post_schema}[kind]()
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
    return 0


def show_doctor(as_json: bool = False) -> int:
    """Print the tool, what it must be able to do, and the fonts; 1 when something is missing."""
    from assetkit import __version__
    from assetkit.text.fonts import FONTS, font_path
    from assetkit.tool.ffmpeg import find_tool, missing_abilities

    tool, missing = find_tool(), [*missing_abilities()]
    lost = [name for name in FONTS if not font_path(name).is_file()]
    if as_json:
        state = {
            "assetkit": __version__,
            "ffmpeg": {"version": tool.version, "path": tool.path, "missing": missing},
            "fonts": {"needed": list(FONTS), "missing": lost},
            "ready": not missing and not lost,
        }
        click.echo(json.dumps(state, indent=2))
        return 1 if missing or lost else 0
    click.echo(f"assetkit {__version__}")
    click.echo(f"ffmpeg {tool.version} ({tool.path})")
    click.echo(f"fonts {len(FONTS) - len(lost)} of {len(FONTS)}")
    for name in (*missing, *lost):
        click.echo(f"missing: {name}")
    click.echo("something is missing" if missing or lost else "ready to render")
    return 1 if missing or lost else 0
