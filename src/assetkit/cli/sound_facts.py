"""What is known of the sound files that recipes name, and their locks: a part of `assetkit facts`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from assetkit.cli.tables import show_table
from assetkit.diagnostics import Findings
from assetkit.engine.sounds import SoundFiles, files_of
from assetkit.errors import StoreError
from assetkit.media.sounds import SoundFileFacts, sound_facts_to_json
from assetkit.recipe.records import Cut, Recipe
from assetkit.timeline.tracks import tell_tracks
from assetkit.tool.masters import lock_path
from assetkit.tool.sounds import write_sound_lock


def find_sound_files(root: Path, recipes: Iterable[Recipe], findings: Findings) -> list[SoundFileFacts]:
    """Give the facts of every sound file that recipes name, each once, in the order of their paths."""
    known = SoundFiles(root, findings)
    cuts = [cut for recipe in recipes for own in recipe.cuts.values() for cut in _variants(own)]
    named = {path: place for cut in cuts for path, place in files_of(cut)}
    found = (known.find(path, place) for path, place in sorted(named.items()))
    return [facts for facts in found if facts is not None]


def lock_sound_files(root: Path, found: Iterable[SoundFileFacts]) -> None:
    """Write the lock of each sound file that is there; raises StoreError where one cannot be written."""
    for facts in found:
        if not (root / facts.path).is_file():
            continue
        try:
            lock = write_sound_lock(root, facts)
        except OSError as error:
            message = f"The lock of {facts.path} cannot be written: {error.strerror or error}."
            remedy = "Check the free space and the rights of the folder."
            raise StoreError(message, remedy=remedy) from error
        click.echo(f"written: {lock.relative_to(root)}", err=True)


def show_sound_files(root: Path, found: Iterable[SoundFileFacts]) -> None:
    """Print what is known of sound files."""
    for facts in found:
        rows = [
            ("sound", tell_tracks(facts.sounds)),
            ("length", f"{float(max(facts.ends)):.3f} s"),
            ("digest", facts.digest),
            ("lock", _lock(root, facts)),
        ]
        click.echo("")
        show_table((facts.path, ""), rows)


def sound_files_as_json(found: Iterable[SoundFileFacts]) -> list[dict[str, Any]]:
    """Give sound files as they stand in the JSON of `assetkit facts`."""
    return [
        {
            "sound_file": facts.path,
            "digest": facts.digest,
            "sounds": [vars(sound) for sound in facts.sounds],
            "seconds": [round(float(end), 3) for end in facts.ends],
        }
        for facts in found
    ]


def _variants(cut: Cut) -> list[Cut]:
    return [cut, *cut.for_platform.values()]


def _lock(root: Path, facts: SoundFileFacts) -> str:
    if not (root / facts.path).is_file():
        return "speaks for the file, which is not there"
    try:
        held = lock_path(root, facts.path).read_text(encoding="utf-8")
    except OSError:
        return "none; --lock writes it"
    return "current" if held == sound_facts_to_json(facts) else "differs; --lock writes it anew"
