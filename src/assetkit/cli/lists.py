"""What is printed without reading a workspace: schemas, and the state of the machine."""

from __future__ import annotations

import json
from dataclasses import asdict

import click


def show_schema(kind: str) -> int:
    """Print a JSON Schema."""
    from assetkit.delivery.manifest import manifest_schema
    from assetkit.delivery.post import post_schema
    from assetkit.recipe.schema import campaign_schema, recipe_schema

    made = {
        "recipe": recipe_schema,
        "campaign": campaign_schema,
        "post": post_schema,
        "manifest": manifest_schema,
    }[kind]()
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
    return 0


def show_doctor(as_json: bool = False) -> int:
    """Print the tool, what it must be able to do, the fonts, and what came of drawing text with them.

    Gives 1 when something is missing or does not work.
    """
    from assetkit import __version__
    from assetkit.render.selftest import try_text
    from assetkit.text.fonts import FONTS, font_path
    from assetkit.tool.ffmpeg import find_tool, missing_abilities

    tool, missing = find_tool(), [*missing_abilities()]
    lost = [name for name in FONTS if not font_path(name).is_file()]
    trials = try_text()
    is_ready = not (missing or lost or any(trial.fault for trial in trials))
    if as_json:
        state = {
            "assetkit": __version__,
            "ffmpeg": {"version": tool.version, "path": tool.path, "missing": missing},
            "fonts": {"needed": list(FONTS), "missing": lost},
            "text": [asdict(trial) for trial in trials],
            "ready": is_ready,
        }
        click.echo(json.dumps(state, indent=2))
        return 0 if is_ready else 1
    click.echo(f"assetkit {__version__}")
    click.echo(f"ffmpeg {tool.version} ({tool.path})")
    click.echo(f"fonts {len(FONTS) - len(lost)} of {len(FONTS)}")
    for name in (*missing, *lost):
        click.echo(f"missing: {name}")
    for trial in trials:
        click.echo(f"{trial.name}: {trial.fault or trial.found}")
    click.echo("ready to render" if is_ready else "something is missing or does not work")
    return 0 if is_ready else 1
