"""Two numbers of every frame, taken while a new span is decoded anyway, so that nothing is decoded for them.

They say how bright the picture is and how much it changes; what of that is a fault is judged elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

_ACROSS = 240  # samples along the long edge
_BLOCK = 15  # samples along each side of a block
_MOST = 0.98  # of the samples


@dataclass
class Glances:
    """Of each frame: the luma that 98 % of the picture do not exceed, and the change from the one before.

    The change is the mean of luma's difference in the block that changes most; that of the first frame is -1.
    """

    bright: list[int] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    _last: npt.NDArray[np.uint8] | None = None

    def see(self, luma: npt.NDArray[np.uint8]) -> None:
        """Look at a frame's luma, rows by columns."""
        step = max(1, max(luma.shape) // _ACROSS)
        samples = np.ascontiguousarray(luma[::step, ::step])
        place = int(_MOST * (samples.size - 1))
        self.bright.append(int(np.partition(samples, place, axis=None)[place]))
        self.changes.append(_change(self._last, samples))
        self._last = samples


def _change(last: npt.NDArray[np.uint8] | None, samples: npt.NDArray[np.uint8]) -> float:
    if last is None:
        return -1.0
    apart = np.maximum(last, samples) - np.minimum(last, samples)
    rows, columns = (max(1, edge // _BLOCK) for edge in apart.shape)
    tall, wide = apart.shape[0] // rows, apart.shape[1] // columns
    blocks = apart[: rows * tall, : columns * wide].reshape(rows, tall, columns, wide)
    return round(float(blocks.mean(axis=(1, 3), dtype=np.float32).max()), 2)
