"""Heads: hair, scarves, moustaches and calm faces, plain on purpose."""

from __future__ import annotations

from dataclasses import dataclass

from drawing.pen import HAIR, RIBBON, SKIN, SKIN_SHADE, Pen, Point

GREY_HAIR = "#B9B3B8"
_LIP = "#A8654C"


@dataclass(frozen=True)
class Hair:
    """How a head is dressed: the hair's colour, and what else is told by it."""

    colour: str = HAIR
    ponytail: bool = False
    long: bool = False
    moustache: bool = False
    scarf: str = ""
    scarf_shade: str = ""
    cap: bool = False


def head(pen: Pen, x: float, y: float, size: float, *, turn: int, hair: Hair | None = None) -> None:
    """Draw a head looking right (turn 1) or left (-1): hair, ear, a closed eye and a calm mouth."""
    look = hair or Hair()
    pen.box(x - size * 0.28, y + size * 0.6, size * 0.56, size * 0.8, SKIN_SHADE, size * 0.2)
    _behind(pen, x, y, size, turn, look)
    pen.disc(x, y, size, look.scarf or look.colour)
    pen.disc(x + turn * size * 0.16, y + size * 0.14, size * 0.88, SKIN, 1.0)
    _fringe(pen, x, y, size, turn, look)
    if not look.scarf:
        pen.disc(x - turn * size * 0.38, y + size * 0.22, size * 0.17, SKIN_SHADE)
    _face(pen, x, y, size, turn, look)
    if look.cap:
        _graduation_cap(pen, x, y, size)


def _behind(pen: Pen, x: float, y: float, size: float, turn: int, look: Hair) -> None:
    if look.ponytail:
        tail = [(x - turn * size * 0.75, y - size * 0.1), (x - turn * size * 1.2, y + size * 0.9)]
        pen.limb(tail, size * 0.42, look.colour)
        pen.disc(x - turn * size * 0.95, y + size * 0.2, size * 0.2, RIBBON)
    if look.long:
        fall = [(x - turn * size * 0.45, y), (x - turn * size * 0.6, y + size * 1.35)]
        pen.limb(fall, size * 0.95, look.colour)
    if look.scarf:
        knot = [(x - turn * size * 0.5, y + size * 0.4), (x - turn * size * 0.72, y + size * 1.3)]
        pen.limb(knot, size * 0.8, look.scarf_shade or look.scarf)
        under = [(x - size * 0.5, y + size * 0.95), (x + size * 0.5, y + size * 0.95)]
        pen.limb(under, size * 0.5, look.scarf)


def _fringe(pen: Pen, x: float, y: float, size: float, turn: int, look: Hair) -> None:
    outline: list[Point] = [(-1.02, -0.1), (-0.7, -0.98), (0.7, -0.98), (0.95, -0.42), (0.1, -0.46)]
    edge = [*outline, (-0.62, 0.75 if look.scarf else 0.35)]
    if look.scarf:
        edge[-1:] = [(-0.3, 0.3), (-0.55, 1.0), (-1.0, 0.6)]
    colour = look.scarf or look.colour
    pen.shape([(x + turn * size * across, y + size * down) for across, down in edge], colour, 2)


def _face(pen: Pen, x: float, y: float, size: float, turn: int, look: Hair) -> None:
    eye, mouth, ink = x + turn * size * 0.5, x + turn * size * 0.52, HAIR
    lid = [(eye - size * 0.14, y + size * 0.1), (eye, y + size * 0.16), (eye + size * 0.14, y + size * 0.1)]
    lips = [
        (mouth - size * 0.16, y + size * 0.55),
        (mouth, y + size * 0.6),
        (mouth + size * 0.16, y + size * 0.53),
    ]
    pen.limb(lid, size * 0.07, ink)
    pen.limb(lips, size * 0.07, _LIP)
    if look.moustache:
        under = [(mouth - size * 0.2, y + size * 0.46), (mouth, y + size * 0.41)]
        pen.limb([*under, (mouth + size * 0.2, y + size * 0.46)], size * 0.12, look.colour)


def _graduation_cap(pen: Pen, x: float, y: float, size: float) -> None:
    pen.box(x - size * 0.8, y - size * 1.02, size * 1.6, size * 0.5, "#2B2F45", size * 0.1)
    board = [(-1.4, -1.0), (0.0, -1.42), (1.4, -1.0), (0.0, -0.66)]
    pen.shape([(x + size * across, y + size * down) for across, down in board], "#363B57", 0)
    pen.limb(
        [(x, y - size * 1.04), (x - size * 1.1, y - size * 0.9), (x - size * 1.1, y - size * 0.3)], 3, RIBBON
    )
    pen.disc(x - size * 1.1, y - size * 0.26, size * 0.09, RIBBON)
