"""The picture of a cover drawn: a frame or a card as it stands, and words upon it over a soft scrim."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assetkit.cards.kinds import KINDS
from assetkit.cards.spec import CardSpec
from assetkit.render.blending import Frame, over_ground
from assetkit.render.card_stills import complete_frame
from assetkit.render.painting import CardPainter
from assetkit.render.stills import Still, draw_still

DRAWING_VERSION = 1
"""Counts up when the words upon a cover or their scrim look otherwise."""
_RISE = 22  # percent of the picture's height over which the scrim comes
_AIR = 30  # thousandths of the short edge between its full strength and the words


def draw_picture(still: Still, root: Path) -> Frame:
    """Draw the picture of a cover: (height, width, 3) uint8 in sRGB; masters lie below `root`.

    Raises ToolError and ObjectError as a rendering does.
    """
    with TemporaryDirectory(prefix="assetkit-") as folder:
        return draw_still(still, root, Path(folder))


def set_title(picture: Frame, spec: CardSpec, scrim: int) -> Frame:
    """Set words upon a picture, over `scrim` percent of their background that come softly from above.

    Whatever the picture shows, the words stand on the scrim's full strength.
    """
    words = CardPainter(spec, KINDS[spec.kind].layout(spec)).frame(complete_frame(spec))
    inked = np.flatnonzero(words[..., 3].any(axis=1))
    # At the foot of its zone, where it hides least of the picture.
    lower = spec.zone.bottom - 1 - int(inked[-1])
    words = np.roll(words, lower, axis=0)
    shaded = _shade(picture, int(inked[0]) + lower - spec.size.short_edge * _AIR // 1000, spec, scrim)
    return over_ground(words, shaded)


def _shade(picture: Frame, full_from: int, spec: CardSpec, scrim: int) -> Frame:
    """Lay the background over a picture: nothing at the top, its full strength from row `full_from` down."""
    height = picture.shape[0]
    rise = max(1, height * _RISE // 100)
    # Smooth at both ends, in whole numbers: 3 t^2 - 2 t^3 of 1024.
    come = np.clip((np.arange(height) - (full_from - rise)) * 1024 // rise, 0, 1024).astype(np.int64)
    smooth = come * come * (3 * 1024 - 2 * come) >> 20
    level = ((scrim * 255 * smooth + 51200) // 102400)[:, None, None]
    ground = np.array([int(spec.background[i : i + 2], 16) for i in (1, 3, 5)], np.int64)
    shaded: Frame = ((picture * (255 - level) + ground * level + 127) // 255).astype(np.uint8)
    return shaded
