"""Facts of sound files by path, each looked for once; what is wrong with one is told where it is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assetkit.diagnostics import Findings, Place
from assetkit.errors import MediaError
from assetkit.media.sounds import SoundFileFacts
from assetkit.recipe.records import CardItem, ClipItem, Cut
from assetkit.tool.sounds import sound_file_facts


class SoundFiles:
    """Facts of the sound files of a workspace."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root = root
        self.findings = findings
        self._known: dict[str, SoundFileFacts | None] = {}

    def facts(self, cut: Cut) -> dict[str, SoundFileFacts]:
        """Give the facts of the files that a cut names, but for those that cannot be used."""
        found = {path: self.find(path, place) for path, place in files_of(cut)}
        return {path: facts for path, facts in found.items() if facts is not None}

    def find(self, path: str, place: Place) -> SoundFileFacts | None:
        """Give the facts of one file, None where it cannot be used; `place` is where it is named."""
        if path not in self._known:
            try:
                self._known[path] = sound_file_facts(self.root, path, self.root / ".assetkit")
            except MediaError as error:
                self.findings.error("AK707", error.message, place, remedy=error.remedy)
                self._known[path] = None
        return self._known[path]


def files_of(cut: Cut) -> Iterator[tuple[str, Place]]:
    """Give the sound files that a cut names, each with its place."""
    if cut.sound.music:
        yield cut.sound.music.file, cut.sound.music.place
    for item in cut.sequence:
        if isinstance(item, ClipItem):
            tracks = (item.film.sound, *item.film.dubs.values())
            yield from ((track.file, track.place) for track in tracks if track.file)
        elif isinstance(item, CardItem) and item.sound and item.sound.file:
            yield item.sound.file, item.sound.place
