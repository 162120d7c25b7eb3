"""Quality control of one finished file: everything that can be found in it, by code that did not make it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from assetkit.diagnostics import Severity
from assetkit.errors import AssetkitError, ToolError
from assetkit.geometry import Size
from assetkit.platforms.records import Platform
from assetkit.quality.card_words import DrawnWatcher
from assetkit.quality.check import check_file
from assetkit.quality.comparing import Comparison, measure_vmaf
from assetkit.quality.covered import CoveredWatcher
from assetkit.quality.flashes import FlashWatcher
from assetkit.quality.hearing import listen
from assetkit.quality.inspect import inspect_file
from assetkit.quality.platform import check_platform
from assetkit.quality.private import check_private
from assetkit.quality.records import Check, Expected, FileReport, PictureReport
from assetkit.quality.shown import Shown
from assetkit.quality.stretches import StretchWatcher
from assetkit.quality.watching import Watched, Watcher, watch
from assetkit.quality.wording import TextWatcher, check_places

# What is broken is a fault of any file; the rest of the house standard is advice to a file of others.
_FAULTS_OF_ANY = {"AK520", "AK540"}


@dataclass(frozen=True)
class Asked:
    """What a file is held against; all of it may be left out.

    `expected` is None for a file of which nothing is known: the house standard is then advice, unless
    `strict`. `others` are what the same post shows in other languages. `accepted` are codes whose findings
    a person has accepted: they weigh no more than a note.
    """

    platform: Platform | None = None
    expected: Expected | None = None
    shown: Shown = field(default_factory=Shown)
    others: Mapping[str, Shown] = field(default_factory=dict)
    reference: Path | None = None
    accepted: frozenset[str] = frozenset()
    strict: bool = False


@dataclass(frozen=True)
class Control:
    """What came of it: the file's report and every check, in the order of their codes."""

    report: FileReport
    checks: tuple[Check, ...]

    @property
    def failed(self) -> bool:
        """Whether anything forbids the file."""
        return any(check.failed for check in self.checks)

    def as_json(self) -> dict[str, Any]:
        """Give plain values."""
        checks = [check.as_json() for check in self.checks]
        return {"file": self.report.name, "passed": not self.failed, "report": self.report.as_json()} | {
            "checks": checks
        }


def control(path: Path, asked: Asked) -> Control:
    """Inspect a file, decode all of it once, and check it against what was asked.

    Raises MediaError where it cannot be opened at all, ToolError where the tool was killed.
    """
    report = inspect_file(path)
    seen: list[Check] = []
    if report.picture:
        rate, size = _rate_of(report.picture), report.picture.size
        seen, watched = watch_file(path, rate, size, asked)
        faults = (watched.fault,) if watched.fault else ()
        report = replace(report, decoded_frames=watched.frames, faults=(*report.faults, *faults))
    checks = [
        *_check_house(report, asked),
        *(check_platform(report, asked.platform) if asked.platform else ()),
        *check_private(report.metadata, path),
        *seen,
    ]
    weighed = [_accept(check, asked.accepted) for check in checks]
    return Control(report, tuple(sorted(weighed, key=lambda check: check.code)))


def watch_file(path: Path, rate: Fraction, size: Size, asked: Asked) -> tuple[list[Check], Watched]:
    """Decode a file once and give what only a decoded picture and sound tell, and what the pass came to."""
    comparison = Comparison(asked.reference) if asked.reference else None
    watchers = _list_watchers(rate, asked) + ([comparison] if comparison else [])
    watched = watch(path, watchers)
    checks = [check for watcher in watchers for check in watcher.tell()]
    if comparison and comparison.noise and not comparison.fault:
        checks += _vmaf(path, comparison)
    if asked.platform and _has_words(asked.shown) and asked.platform.layout.size == size:
        checks += check_places(asked.shown, asked.platform.layout.covered, rate)
    return [*checks, *listen(path, asked.shown, rate)], watched


def _list_watchers(rate: Fraction, asked: Asked) -> list[Watcher]:
    watchers: list[Watcher] = [StretchWatcher(asked.shown), FlashWatcher(float(rate))]
    shown, others = asked.shown, asked.others
    if shown.texts:
        texts = {language: other.texts for language, other in others.items()}
        watchers.append(TextWatcher(shown.texts, rate, texts))
    if shown.drawn:
        drawn = {language: other.drawn for language, other in others.items()}
        watchers.append(DrawnWatcher(shown.drawn, rate, drawn))
    if asked.platform and asked.platform.layout.covered and not (_has_words(shown) or shown.stretches):
        layout = asked.platform.layout
        watchers.append(CoveredWatcher(layout.covered, layout.size, float(rate)))
    return watchers


def _has_words(shown: Shown) -> bool:
    return bool(shown.texts or shown.drawn)


def _rate_of(picture: PictureReport) -> Fraction:
    """Give the rate, or the mean one of frames that do not follow each other evenly."""
    return picture.rate or Fraction(max(1, picture.frames)) / (picture.duration or 1)


def _vmaf(path: Path, comparison: Comparison) -> list[Check]:
    try:
        return measure_vmaf(path, comparison.reference)
    except ToolError as error:
        rule = Check("AK919", False, Severity.WARNING, "VMAF can be measured", error.message[:120], "a score")
        return [rule]


def _check_house(report: FileReport, asked: Asked) -> list[Check]:
    if asked.expected:
        return check_file(report, asked.expected)
    checks = check_file(report, _guess(report, asked.platform))
    return checks if asked.strict else [_advise(check) for check in checks]


def _advise(check: Check) -> Check:
    if check.passed or check.code in _FAULTS_OF_ANY:
        return check
    return replace(check, severity=Severity.WARNING)


def _accept(check: Check, accepted: frozenset[str]) -> Check:
    if check.passed or check.code not in accepted:
        return check
    return replace(check, severity=Severity.NOTE, message=f"{check.message} (accepted)")


def _guess(report: FileReport, platform: Platform | None) -> Expected:
    """Give what a file of others is held against: the platform's own format, and else itself."""
    picture, sound = report.picture, report.sound
    if picture is None:
        return Expected(Size(0, 0), Fraction(1), 0, Fraction(2), None)
    loudness = float(platform.loudness) if platform else (sound.loudness if sound else None)
    return Expected(
        size=platform.format.size if platform else picture.size,
        rate=picture.rate or Fraction(25),
        frames=picture.frames,
        key_frame_seconds=platform.format.gop_seconds if platform else Fraction(2),
        loudness=loudness if sound else None,
        true_peak=float(platform.true_peak) if platform else -1.5,
        profile=_profile(picture, platform),
        codec=_codec(platform),
    )


def _codec(platform: Platform | None) -> str:
    return platform.format.codec if platform else "h264"


def _profile(picture: PictureReport, platform: Platform | None) -> str:
    """Give the profile that is asked of a file of others: of H.264, two are alike to every player."""
    if _codec(platform) != "h264":
        return platform.format.profile if platform else ""
    return picture.profile if picture.profile in ("main", "high") else "high"


def expect_post(post: dict[str, Any], platform: Platform | None) -> Expected:
    """Give what a file must be by its `post.json`; raises AssetkitError where that does not say it.

    A mix that could not be brought to its level is held against the level that it was delivered with.
    """
    try:
        level = post["loudness"]
        reached = all(check["passed"] for check in post["checks"] if check["code"] == "AK554")
        return Expected(
            size=Size(int(post["width"]), int(post["height"])),
            rate=Fraction(post["rate"]),
            frames=int(post["frames"]),
            key_frame_seconds=platform.format.gop_seconds if platform else Fraction(2),
            loudness=float(platform.loudness) if platform and reached and level is not None else level,
            profile=platform.format.profile if platform else "high",
            codec=_codec(platform),
        )
    except (KeyError, TypeError, ValueError) as error:
        remedy = "Give the post.json that was delivered with the file."
        raise AssetkitError(
            f"post.json does not say what its file must be: {error!r}.", remedy=remedy
        ) from error
