"""A cut against the limits of its platforms that are known before anything is rendered: length and rate."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from assetkit.diagnostics import Findings
from assetkit.platforms.limits import LIMITS
from assetkit.platforms.records import Limit, Platform
from assetkit.recipe.records import Cut
from assetkit.timeline.records import Timeline

_LENGTHS = ("shortest_seconds", "longest_seconds", "advised_longest_seconds")
_RATES = ("lowest_rate", "highest_rate")


@dataclass(frozen=True)
class _Kept:
    """A limit, and what a cut has to hold against it."""

    limit: Limit
    value: Fraction
    measured: Fraction

    @property
    def is_kept(self) -> bool:
        side = LIMITS[self.limit.name].side
        return self.measured >= self.value if side == "least" else self.measured <= self.value


def check_limits(cut: Cut, timeline: Timeline, platform: Platform, findings: Findings) -> None:
    """Report the limits of a platform that the cut will not keep.

    What the platform rejects is an error; what it advises is a warning. A limit that was not found is not
    judged, and of two limits that are broken in one way only the one that rejects is told.
    """
    seconds = timeline.frames / timeline.rate
    for names, measured, tell in ((_LENGTHS, seconds, _tell_length), (_RATES, timeline.rate, _tell_rate)):
        broken = [kept for kept in _known(platform, names, measured) if not kept.is_kept]
        rejected = [kept for kept in broken if kept.limit.strength == "rejects"]
        for kept in rejected or broken:
            tell(cut, timeline, platform, kept, findings)


def _known(platform: Platform, names: tuple[str, ...], measured: Fraction) -> list[_Kept]:
    limits = [limit for name in names if (limit := platform.limit(name))]
    return [_Kept(limit, limit.value, measured) for limit in limits if limit.value is not None]


def _tell_length(cut: Cut, timeline: Timeline, platform: Platform, kept: _Kept, findings: Findings) -> None:
    is_short = LIMITS[kept.limit.name].side == "least"
    frames = kept.value * timeline.rate
    wrong = -(-frames // 1) - timeline.frames if is_short else timeline.frames - frames // 1
    remedy = (
        f"{'add' if is_short else 'take out'} {wrong} frames, here or under `for-platform: "
        f"{{{platform.name}: …}}`, or take the platform out of `platforms:`"
    )
    _tell(
        findings,
        kept,
        "AK309",
        f"the cut {cut.name} is too {'short' if is_short else 'long'} for {platform.title}",
        cut,
        measured=f"{_write(kept.measured)} s ({timeline.frames} frames)",
        required=f"{'at least' if is_short else 'at most'} {_write(kept.value)} s{_evidence(kept.limit)}",
        remedy=remedy,
    )


def _tell_rate(cut: Cut, timeline: Timeline, platform: Platform, kept: _Kept, findings: Findings) -> None:
    is_low = LIMITS[kept.limit.name].side == "least"
    _tell(
        findings,
        kept,
        "AK313",
        f"the cut {cut.name} has too {'few' if is_low else 'many'} frames per second for {platform.title}",
        cut,
        measured=f"{_write(kept.measured)} frames per second",
        required=f"{'at least' if is_low else 'at most'} {_write(kept.value)}{_evidence(kept.limit)}",
        remedy="take the platform out of `platforms:`; converting rates is not yet made",
    )


def _tell(findings: Findings, kept: _Kept, code: str, message: str, cut: Cut, **words: str) -> None:
    tell = findings.error if kept.limit.strength == "rejects" else findings.warning
    tell(code, message, cut.place, **words)


def _evidence(limit: Limit) -> str:
    return f" ({limit.strength}; {limit.source}, {limit.as_of})" if limit.source else f" ({limit.strength})"


def _write(number: Fraction) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".")
