"""The page of codes: what each means and what to do."""

from __future__ import annotations

from assetkit.codes import CODES, GROUPS, group_of
from docs.generate.markdown import code, page, table

_INTRO = (
    "Every problem has a code that never changes its meaning. `assetkit check` prints it with the place, the "
    "line and a remedy; `post.json` gives the codes of all checks that a finished file passed or failed. An "
    "`error` forbids rendering, a `draft` lets it be rendered and says why it may not be published yet, a "
    "`warning` is told and nothing more."
)


def write_codes() -> str:
    """Write the page."""
    parts = ["# Codes", _INTRO]
    for title in GROUPS.values():
        rows = [(code(name), words) for name, words in sorted(CODES.items()) if group_of(name) == title]
        parts += [f"## {title}", table(("code", "what it means, and what to do"), rows)]
    return page(*parts)
