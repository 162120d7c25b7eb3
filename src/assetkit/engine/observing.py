"""Observations of masters, beside their facts: read where they are there, made where they are asked for."""

from __future__ import annotations

import hashlib
from pathlib import Path

from assetkit.errors import MediaError
from assetkit.media.facts import MasterFacts
from assetkit.media.observation import VERSION, Observation, observation_from_json, observation_to_json
from assetkit.tool.digest import replace_file

_MOST_BYTES = 256 << 20


class Observations:
    """Observations of the masters of a workspace, each read once.

    Looking at a master takes as long as decoding it, so they are made only with `make`; without, a film
    that nobody has looked at has none.
    """

    def __init__(self, root: Path, *, make: bool = False) -> None:
        self.root = root
        self.make = make
        self._known: dict[str, Observation | None] = {}

    def find(self, facts: MasterFacts) -> Observation | None:
        """Give the observation of a master; raises MediaError where one is to be made and cannot be."""
        if facts.digest not in self._known:
            self._known[facts.digest] = self._read(facts)
        return self._known[facts.digest]

    def _read(self, facts: MasterFacts) -> Observation | None:
        memo = self._memo(facts)
        try:
            if memo.stat().st_size > _MOST_BYTES:
                raise MediaError("This observation is larger than any.")
            return observation_from_json(memo.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, MediaError):
            path = self.root / facts.path
            return self._observe(path, facts, memo) if self.make and path.is_file() else None

    def _observe(self, path: Path, facts: MasterFacts, memo: Path) -> Observation:
        from assetkit.tool.observe import observe

        found = observe(path, facts)
        replace_file(memo, observation_to_json(found))
        return found

    def _memo(self, facts: MasterFacts) -> Path:
        # The rate decides frames, the colour luminance: both can be stated beside the file.
        told = f"{VERSION} {facts.digest} {facts.rate} {facts.colour.matrix}"
        key = hashlib.sha256(told.encode()).hexdigest()
        return self.root / ".assetkit" / "observations" / f"{key}.json"
