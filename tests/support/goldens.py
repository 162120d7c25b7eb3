"""Goldens: what each kind of step gives now, against what it gave when its version was set.

A step whose output changes under an unchanged version would leave stale objects in every store. To renew
the goldens after a wanted change: raise the step's version, look at what it gives, then

    PYTHONPATH=tests .venv/bin/python -m support.goldens

which writes the steps whose versions or tools have changed, and refuses to cover up a change without a
raised version. A golden whose version was never released may be deleted from the file and recorded anew.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from support.golden_master import Studio
from support.golden_steps import STEPS, Golden

RECORD = Path(__file__).parent.parent / "render" / "golden" / "steps.json"


def compare(name: str, studio: Studio) -> tuple[str, str]:
    """Give ("same" | "changed" | "outdated" | "elsewhere" | "new", why) for one step."""
    step, old = STEPS[name], read_goldens().get(name)
    if old is None:
        return "new", f"{name} has no golden; record it"
    if old["versions"] != step.versions():
        return "outdated", f"{name} was recorded for {old['versions']}; record it again"
    new = step.record(studio)
    if old["tools"] != new["tools"]:
        return "elsewhere", f"{name} was recorded with {old['tools']}, and its keys name the tools"
    changed = step.differs(old, new)
    raised = " or ".join(
        f"{each.upper()}_VERSION" if each != "card" else "the card's" for each in old["versions"]
    )
    return ("changed", f"{name}: {', '.join(changed)} changed: raise {raised}") if changed else ("same", "")


def read_goldens() -> dict[str, Golden]:
    """Give what was recorded, by the name of the step."""
    if not RECORD.exists():
        return {}
    goldens: dict[str, Golden] = json.loads(RECORD.read_text(encoding="utf-8"))
    return goldens


def record_goldens(studio: Studio) -> list[str]:
    """Write what may be renewed; gives why anything may not."""
    goldens, refused = read_goldens(), []
    for name, step in STEPS.items():
        verdict, why = compare(name, studio)
        if verdict == "changed":
            refused.append(why)
        elif verdict != "same":
            goldens[name] = step.record(studio)
    known = {name: goldens[name] for name in sorted(goldens) if name in STEPS}
    RECORD.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return refused


def main() -> int:
    """Renew the goldens; 1 where a step changed without a raised version."""
    with tempfile.TemporaryDirectory() as folder:
        refused = record_goldens(Studio(Path(folder)))
    print("\n".join(refused) or f"{RECORD.name} is up to date")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
