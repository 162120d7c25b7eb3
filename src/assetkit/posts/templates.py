"""The template of a post's copy: words, and placeholders in braces that records fill in.

A placeholder is `{kind}`, `{kind:name}`, `{kind.part}` or `{kind:name.part}`. Two braces stand for one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_INSIDE = re.compile(r"([a-z]+)(?::([a-z0-9]+(?:-[a-z0-9]+)*))?(?:\.([a-z]+))?")


@dataclass(frozen=True)
class Grammar:
    """What may stand in a placeholder of one kind: its parts, "" for none, and whether it has a name."""

    parts: tuple[str, ...]
    named: str = "always"  # "always", "never", "maybe"


KINDS: Mapping[str, Grammar] = MappingProxyType(
    {
        "statistic": Grammar(("", "number", "qualifier", "wording", "sentence", "source")),
        "quote": Grammar(("", "speaker", "role")),
        "helpline": Grammar(("", "number", "title", "note"), "maybe"),
        "link": Grammar(("",)),
        "mention": Grammar(("",)),
        "partner": Grammar(("",)),
        "film": Grammar(("title",), "never"),
        "recipe": Grammar(("title",), "never"),
        "campaign": Grammar(("title",), "never"),
        "brand": Grammar(("name",), "never"),
        "credits": Grammar(("",), "never"),
        "hashtags": Grammar(("",), "never"),
        "label": Grammar(("",), "never"),
    }
)
"""The placeholders that there are."""


@dataclass(frozen=True)
class Placeholder:
    """One placeholder as it is written, with its braces; `kind` "" where it cannot be read."""

    kind: str
    name: str = ""
    part: str = ""
    written: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it is one of those that there are, with a name where it needs one."""
        grammar = KINDS.get(self.kind)
        if grammar is None or self.part not in grammar.parts:
            return False
        return grammar.named == "maybe" or bool(self.name) == (grammar.named == "always")


Part = str | Placeholder


# A few dozen wordings are asked for by every check, post and platform.
@functools.lru_cache(maxsize=4096)
def parse_template(text: str) -> tuple[Part, ...]:
    """Part a template into words and placeholders; a brace by itself is a placeholder that nobody knows."""
    parts: list[Part] = []
    at = 0
    for match in _TOKEN.finditer(text):
        parts += [text[at : match.start()]] if match.start() > at else []
        parts.append(match[0][0] if match[0] in ("{{", "}}") else _placeholder(match))
        at = match.end()
    return (*parts, text[at:]) if at < len(text) else tuple(parts)


def placeholders_in(text: str) -> tuple[Placeholder, ...]:
    """Give the placeholders of a template, in order."""
    return tuple(part for part in parse_template(text) if isinstance(part, Placeholder))


def all_placeholders(names: Mapping[str, Iterable[str]]) -> list[str]:
    """Give every placeholder that may be written, where `names` are those of the records by kind."""
    found: list[str] = []
    for kind, grammar in KINDS.items():
        stems = [f"{kind}:{name}" for name in names.get(kind, ())] if grammar.named != "never" else []
        stems += [kind] if grammar.named != "always" else []
        found += [f"{{{stem}{'.' if part else ''}{part}}}" for stem in stems for part in grammar.parts]
    return found


def _placeholder(match: re.Match[str]) -> Placeholder:
    inside = _INSIDE.fullmatch(match[1] or "")
    if inside is None:
        return Placeholder("", written=match[0])
    return Placeholder(inside[1], inside[2] or "", inside[3] or "", match[0])
