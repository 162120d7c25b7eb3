"""What one run of the benchmarks knows: where it works, how much it does, what it has measured so far."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from assetkit.plan.build import Deliverable
from assetkit.platforms.records import Format
from bench.measure import Usage
from bench.planned import read_plan
from bench.workspace import Standard

Record = dict[str, Any]
SHARED_MEMORY = Path("/dev/shm")


@dataclass
class Context:
    """`folder` is an absolute path for everything that is made; `full` runs samples whole."""

    folder: Path
    film: Path
    batch: Standard
    full: bool = False
    jobs: int = 2
    results: dict[str, Record] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)

    @property
    def root(self) -> Path:
        """The workspace of the standard batch."""
        return self.folder / "standard"

    @property
    def work(self) -> Path:
        """Cards, captions and what the peers make."""
        return self.folder / "work"

    def deliverables(self) -> list[Deliverable]:
        """Plan the standard batch."""
        return read_plan(self.root)

    def delivered(self, item: Deliverable) -> Path:
        """Where the product has put the file of a deliverable."""
        return self.root / "out" / item.folder / item.name

    def keep(self, part: str, record: Record) -> None:
        """Remember the record of a part, also for later runs of single parts."""
        self.results[part] = record
        self.fresh.add(part)
        folder = self.folder / "parts"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{part}.json").write_text(json.dumps(record, indent=1), encoding="utf-8")

    def recall(self, part: str) -> Record | None:
        """Give the record of a part, from this run or, where this run has none, from an earlier one."""
        path = self.folder / "parts" / f"{part}.json"
        if part not in self.results and path.is_file():
            self.results[part] = json.loads(path.read_text(encoding="utf-8"))
        return self.results.get(part)

    def raw_file(self, name: str) -> Path:
        """Give a path for raw pictures, in memory where the machine has such a place."""
        folder = SHARED_MEMORY if SHARED_MEMORY.is_dir() else self.work
        return folder / f"assetkit-bench-{name}"


def as_record(usage: Usage) -> Record:
    """Give a usage without what the child said."""
    return {key: value for key, value in asdict(usage).items() if key != "out"}


def same_format(coded: Format) -> str:
    """Name a format by its picture and settings, so that two names for one thing are one."""
    return str(replace(coded, name="").size)


def one_per_cut_and_shape(items: list[Deliverable], languages: tuple[str, ...]) -> list[Deliverable]:
    """Give one deliverable for each cut and format, the languages in turn."""
    found: dict[tuple[str, str], Deliverable] = {}
    groups: dict[tuple[str, str], list[Deliverable]] = {}
    for item in items:
        groups.setdefault((item.cut.name, same_format(item.platform.format)), []).append(item)
    for number, (group, members) in enumerate(groups.items()):
        language = languages[number % len(languages)]
        found[group] = next(item for item in members if item.language == language)
    return list(found.values())
