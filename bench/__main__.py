"""Run the benchmarks, from the project's folder: `python -m bench [--full] [--small] [PART ...]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from bench.budgets import rows_of
from bench.captions import run_captions
from bench.cards import run_cards
from bench.cold import run_again, run_cold, run_cue
from bench.context import Context
from bench.control import run_control
from bench.encoder import run_encoder
from bench.film import fetch_film
from bench.memory import run_memory
from bench.quality import run_quality
from bench.rivals import run_peers, run_scripts
from bench.single import run_single
from bench.small import run_small
from bench.sound import run_sound
from bench.table import print_rows
from bench.tool import tool_version
from bench.workspace import Standard, write_standard

# In this order: a single rendition's peer is one of the peers, and the changed cue comes last of all that
# reads the standard batch.
PARTS: dict[str, Callable[[Context], None]] = {
    "cold": run_cold,
    "again": run_again,
    "single": run_single,
    "captions": run_captions,
    "peers": run_peers,
    "scripts": run_scripts,
    "encoder": run_encoder,
    "quality": run_quality,
    "control": run_control,
    "cue": run_cue,
    "memory": run_memory,
    "cards": run_cards,
    "sound": run_sound,
    "small": run_small,
}


def main() -> int:
    """Run what is named, all where nothing is; print the table and write result.json."""
    chosen = _read_arguments()
    folder = Path("build/bench").resolve()
    folder = folder / "tried" if chosen.small else folder
    film = fetch_film(Path("build/bench").resolve())
    batch = Standard().dense() if chosen.full else Standard()
    context = Context(folder, film, batch.small() if chosen.small else batch, chosen.full, chosen.jobs)
    failed = [part for part in chosen.parts or PARTS if not _run_part(part, context)]
    if chosen.reuse:
        for part in PARTS:
            context.recall(part)
    _tell(context)
    if failed:
        print(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def _run_part(part: str, context: Context) -> bool:
    """Run a part; a failed one is told and left out, so that the others are not lost."""
    if part != "cold" and not context.root.is_dir():
        write_standard(context.root, context.film, context.batch)
    start = time.perf_counter()
    try:
        PARTS[part](context)
    except Exception:
        traceback.print_exc()
        return False
    print(f"{part}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    return True


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="What a batch costs, against other means.")
    parser.add_argument("parts", nargs="*", help=f"Only these: {', '.join(PARTS)}.")
    parser.add_argument("--full", action="store_true", help="Samples whole, cues over 75 % of the time.")
    parser.add_argument("--small", action="store_true", help="Try the benchmarks on a few deliverables.")
    parser.add_argument("--reuse", action="store_true", help="Show parts of earlier runs, too.")
    parser.add_argument("--jobs", type=int, default=2, help="Jobs of the product; 2 by default.")
    chosen = parser.parse_args()
    unknown = set(chosen.parts) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    return chosen


def _tell(context: Context) -> None:
    rows = rows_of(context.results, context.full)
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    print(f"{os.cpu_count()} cores, ffmpeg {tool_version()}, load {load}")
    if older := [part for part in context.results if part not in context.fresh]:
        print(f"From an earlier run, so not to be compared: {', '.join(older)}.")
    print(print_rows(rows))
    result = {"rows": [vars(row) for row in rows], "parts": context.results}
    (context.folder / "result.json").write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
