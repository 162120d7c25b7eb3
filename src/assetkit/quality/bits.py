"""Bits of parameter sets, and the numbers that H.264 and H.265 have in common."""

from __future__ import annotations

from assetkit.quality.atoms import BrokenFileError

# The numbers of ITU-T H.273, by ffmpeg's names.
PRIMARIES = {1: "bt709", 5: "bt470bg", 6: "smpte170m", 9: "bt2020"}
TRANSFERS = {
    1: "bt709",
    6: "smpte170m",
    13: "iec61966-2-1",
    14: "bt2020-10",
    16: "smpte2084",
    18: "arib-std-b67",
}
MATRICES = {0: "gbr", 1: "bt709", 5: "bt470bg", 6: "smpte170m", 9: "bt2020nc"}

CHROMA = {0: "gray", 1: "yuv420p", 2: "yuv422p", 3: "yuv444p"}
ASPECTS = {1: (1, 1), 2: (12, 11), 3: (10, 11), 4: (16, 11), 5: (40, 33), 14: (4, 3), 15: (3, 2), 16: (2, 1)}


def name_colour(primaries: int, transfer: int, matrix: int, full_range: bool) -> tuple[str, str, str, str]:
    """Give colour numbers of H.273 by ffmpeg's names; "unknown" for what is not said."""
    names = (PRIMARIES.get(primaries), TRANSFERS.get(transfer), MATRICES.get(matrix))
    first, second, third = (name or "unknown" for name in names)
    return first, second, third, "pc" if full_range else "tv"


class Bits:
    """The bits of one unit, without the bytes that keep start codes out; past its end BrokenFileError."""

    def __init__(self, unit: bytes) -> None:
        payload = unit.replace(b"\0\0\3", b"\0\0")
        self.value = int.from_bytes(payload, "big")
        self.left = len(payload) * 8

    def take(self, count: int) -> int:
        """Read so many bits as a number."""
        if count > self.left:
            raise BrokenFileError("a parameter set is cut short")
        self.left -= count
        return self.value >> self.left & ((1 << count) - 1)

    def flag(self) -> bool:
        """Read one bit."""
        return bool(self.take(1))

    def number(self) -> int:
        """Read a number of any size (Exp-Golomb)."""
        zeros = 0
        while not self.take(1):
            zeros += 1
        return (1 << zeros) - 1 + self.take(zeros)

    def signed(self) -> int:
        """Read a number of any size with its sign."""
        number = self.number()
        return (number + 1) // 2 if number % 2 else -(number // 2)

    def skip_numbers(self, count: int) -> None:
        """Skip so many numbers of any size."""
        for _ in range(count):
            self.number()
