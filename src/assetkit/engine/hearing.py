"""What was heard of sounds, beside their facts: read where it is there, made where it is asked for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from assetkit.errors import MediaError
from assetkit.media.hearing import VERSION, Hearing, hearing_from_json, hearing_to_json
from assetkit.media.seams import SEAM_VERSION, Seam
from assetkit.media.sounds import SoundSource
from assetkit.sound.records import Bed
from assetkit.tool.digest import replace_file

_MOST_BYTES = 256 << 20
Found = TypeVar("Found")


class Hearings:
    """What was heard of the sounds of a workspace, each read once.

    Listening takes as long as decoding, so it is done only with `make`.
    """

    def __init__(self, root: Path, *, make: bool = False) -> None:
        self.root = root
        self.make = make
        self._known: dict[SoundSource, Hearing | None] = {}
        self._seams: dict[tuple[SoundSource, int, tuple[int, int]], Seam | None] = {}

    def find(self, source: SoundSource) -> Hearing | None:
        """Give what was heard; None where nobody listened. Raises MediaError where that is not possible."""
        if source not in self._known:
            memo = self._memo(f"hearing {VERSION}", source)
            found = _remembered(memo, hearing_from_json)
            if found is None and self._can_make(source):
                from assetkit.tool.listen import listen

                found = listen(self.root / source.path, source)
                replace_file(memo, hearing_to_json(found))
            self._known[source] = found
        return self._known[source]

    def find_seam(self, source: SoundSource, bed: Bed) -> Seam | None:
        """Give how the join of a bed's loop sounds; None without one, or where nobody listened."""
        if bed.loop is None:
            return None
        key = (source, bed.source_start + bed.length, bed.loop)
        if key not in self._seams:
            memo = self._memo(f"seam {SEAM_VERSION} {key[1:]}", source)
            found = _remembered(memo, lambda text: Seam(**json.loads(text)))
            if found is None and self._can_make(source):
                found = self._listen_to_seam(source, bed)
                replace_file(memo, json.dumps(asdict(found)) + "\n")
            self._seams[key] = found
        return self._seams[key]

    def _listen_to_seam(self, source: SoundSource, bed: Bed) -> Seam:
        from assetkit.render.sound import RawSound, extract_sound
        from assetkit.sound.seams import measure_seam

        with TemporaryDirectory(prefix="assetkit-") as folder:
            raw = Path(folder) / "music.f32"
            extract_sound(self.root / source.path, source.stream, raw, picture_start=source.start)
            return measure_seam(RawSound(raw), bed)

    def _can_make(self, source: SoundSource) -> bool:
        return self.make and (self.root / source.path).is_file()

    def _memo(self, what: str, source: SoundSource) -> Path:
        told = f"{what} {source.digest} {source.stream} {source.start}"
        key = hashlib.sha256(told.encode()).hexdigest()
        return self.root / ".assetkit" / "observations" / f"{key}.json"


def _remembered(memo: Path, read: Callable[[str], Found]) -> Found | None:
    try:
        if memo.stat().st_size > _MOST_BYTES:
            return None
        return read(memo.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, MediaError):
        return None
