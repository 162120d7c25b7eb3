"""Size budgets: which step of the ladder keeps a file within its platform's limit.

The step is decided once, by how large each span came out in the format's own settings; see `choose_step`.
It is a function of plan and pictures alone, never of what else is made.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from assetkit.plan.identity import digest_record, hash_identity
from assetkit.plan.tasks import FileTask, SpanTask
from assetkit.platforms.ladder import Ladder, load_ladder
from assetkit.platforms.records import Format, Limit, Platform

LIMIT = "largest_bytes"
FIT_VERSION = 1
_FULL_BUFFER = Fraction(9, 10)  # of a span's buffer at its first frame: the default of both encoders
_MOST_KNOWN = 1 << 12
_INDEX_FIXED, _INDEX_FRAME = 4096, 48  # bytes of an index, and those of a frame with its sound in it


@dataclass(frozen=True)
class Budget:
    """What a file may weigh by the platform's `limit`, and the steps of its format, the format itself first.

    `left` are the shares of a span's bytes that are left at most at the steps below.
    """

    limit: Limit
    spare: Fraction
    formats: tuple[Format, ...]
    left: tuple[Fraction, ...]

    @property
    def whole(self) -> int:
        """Bytes of the platform's limit."""
        return int(self.limit.value or 0)

    @functools.cached_property
    def planned(self) -> int:
        """Bytes that are aimed at."""
        return int(self.whole * (1 - self.spare))


@dataclass(frozen=True)
class Fit:
    """How a file was made to fit: `step` 0 is the format as it is, None where no step is enough.

    `whole` are bytes of the file as its format makes it, `most` those that it has at most at this step, or at
    the last one where none is enough. `seconds` is what would fit there, None where the file fits.
    """

    step: int | None
    whole: int
    most: int
    seconds: Fraction | None = None


# By identity, with the records so that their ids are not given to others: they are slow to hash.
_budgets: dict[tuple[int, int, int, Fraction], tuple[tuple[Ladder, Limit, Format], Budget]] = {}


def budget_of(file: FileTask, platform: Platform, ladder: Ladder | None = None) -> Budget | None:
    """Give the budget of a file planned in its format's own settings; None where nothing limits its size."""
    limit = platform.limit(LIMIT)
    if limit is None or limit.value is None:
        return None
    return _budget(ladder or load_ladder(), limit, file.spans[0].format, file.spans[0].rate)


def _budget(ladder: Ladder, limit: Limit, coded: Format, rate: Fraction) -> Budget:
    """Give a budget, the same one for the same format and limit: every post of a batch asks twice."""
    key = (id(ladder), id(limit), id(coded), rate)
    if key not in _budgets:
        if len(_budgets) >= _MOST_KNOWN:
            _budgets.clear()
        formats = ladder.formats(coded, rate)
        left = tuple(step.left for step in ladder.steps[: len(formats) - 1])
        _budgets[key] = ((ladder, limit, coded), Budget(limit, ladder.spare, formats, left))
    return _budgets[key][1]


def fits_surely(file: FileTask, budget: Budget) -> bool:
    """Say whether the file fits whatever its pictures are: then nothing has to be measured."""
    # As a float first: of a float and a fraction Python asks at length which of them to be.
    beside = file.sound.kbps * 1000 / 8 * float(_seconds(file)) + _INDEX_FIXED + _INDEX_FRAME * file.frames
    return _most(len(file.spans), _seconds(file), budget.formats[0]) + beside <= budget.planned


def choose_step(file: FileTask, budget: Budget, whole: int, sizes: Mapping[str, int]) -> Fit:
    """Choose the best step that fits; `whole` are bytes of the file and `sizes` of its spans by key, as made.

    At a lower step a span has at most the share that is left there, and never more than its buffer and rate
    allow. The sum of the smaller of both was never exceeded, so a second encoding is the last one.
    """
    if whole <= budget.whole:
        return Fit(0, whole, whole)
    most = whole
    for step, (coded, left) in enumerate(zip(budget.formats[1:], budget.left, strict=True), 1):
        picture = sum(min(int(sizes[span.key] * left), _most_of(span, coded)) for span in file.spans)
        most = whole - sum(sizes[span.key] for span in file.spans) + picture
        if most <= budget.planned:
            return Fit(step, whole, most)
    return Fit(None, whole, most, _seconds(file) * Fraction(budget.planned, most))


def surely_fitting_seconds(file: FileTask, budget: Budget) -> Fraction | None:
    """Give the length that fits at the last step even in restless footage; None where all of it does."""
    rate = file.sound.kbps + budget.formats[-1].maxrate
    room = Fraction(budget.whole * 8, rate * 1000)
    return room if room < _seconds(file) else None


def at_step(file: FileTask, coded: Format) -> FileTask:
    """Give the same file in another step of its format, with keys of its own; the sound stays."""
    spans = tuple(_recoded(span, coded) for span in file.spans)
    changed = replace(file, spans=spans)
    return replace(changed, key=hash_identity(changed.identity()))


def megabytes(number: Fraction | int) -> str:
    """Write a size in decimal megabytes, as limits are meant."""
    return f"{float(number) / 1e6:.1f} MB"


def fit_key(file: FileTask, budget: Budget) -> str:
    """Give the hash of all that decides the step of a file, planned in its format's own settings."""
    return hash_identity(
        {
            "step": f"fit/{FIT_VERSION}",
            "file": file.key,
            "bytes": [budget.whole, budget.planned],
            "left": [str(share) for share in budget.left],
            "formats": [digest_record(coded, "name") for coded in budget.formats],
        }
    )


def _recoded(span: SpanTask, coded: Format) -> SpanTask:
    changed = replace(span, format=coded)
    return replace(changed, key=hash_identity(changed.identity()))


def _seconds(file: FileTask) -> Fraction:
    return file.frames / file.spans[0].rate


def _most_of(span: SpanTask, coded: Format) -> int:
    return _most(1, span.frames / span.rate, coded)


def _most(spans: int, seconds: Fraction, coded: Format) -> int:
    """Give the bytes of so many spans at most: each begins with its buffer nearly full."""
    # In whole numbers, as every post of a batch is asked: buffers and what comes after, over one denominator.
    full, over = _FULL_BUFFER, _FULL_BUFFER.denominator * seconds.denominator
    filled = spans * full.numerator * coded.bufsize * seconds.denominator
    return (filled + coded.maxrate * seconds.numerator * full.denominator) * 1000 // (8 * over)
