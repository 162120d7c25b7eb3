"""A layout in the motion that a brand asks for: its curves, or fades alone."""

from __future__ import annotations

from dataclasses import replace

from assetkit.cards.layout import Entrance, Layout, Placed
from assetkit.cards.motion import ENTER, frames_of
from assetkit.cards.spec import CardSpec


def set_motion(layout: Layout, spec: CardSpec) -> Layout:
    """Give a layout its curves; with reduced motion nothing rises or grows, it fades where it stands."""
    motion = spec.motion
    if not motion.enter and not motion.reduced:
        return layout
    placed = tuple(_moved(part, spec) for part in layout.placed)
    return replace(layout, placed=placed, curve=motion.leave)


def _moved(part: Placed, spec: CardSpec) -> Placed:
    curve = spec.motion.enter
    enters = replace(part.enters, curve=curve)
    if spec.motion.reduced:
        enters = Entrance(enters.start, min(enters.frames, frames_of(ENTER, spec.beat)), 0, curve=curve)
    turns = replace(part.turns, curve=curve) if part.turns else None
    return replace(part, enters=enters, turns=turns)
