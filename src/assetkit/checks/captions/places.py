"""Where a platform's captions stand: outside of what its interface covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.geometry import Box
from assetkit.platforms.records import Platform


def check_zones(platforms: Iterable[Platform]) -> Iterator[Diagnostic]:
    """Tell of layouts whose zone for captions reaches below what the platform's interface covers."""
    layouts = {platform.layout.name: platform.layout for platform in platforms}
    for layout in layouts.values():
        hidden = [box for box in layout.covered if _touch(layout.captions, box)]
        if hidden:
            yield Diagnostic(
                "AK457",
                Severity.WARNING,
                f"captions of the layout {layout.name} reach below what the platform's interface covers",
                Place("platforms.yaml"),
                measured=f"captions in {_told(layout.captions)}",
                required=f"clear of {'; '.join(map(_told, hidden))} ({layout.source or 'its `covered:`'})",
                remedy="make the zone `captions:` of the layout smaller",
            )


def _touch(one: Box, other: Box) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


def _told(box: Box) -> str:
    return f"[{box.x}, {box.y}, {box.width}, {box.height}]"
