"""A file's report against a platform's limits: a rejection fails the file, advice is noted."""

from __future__ import annotations

from fractions import Fraction

from assetkit.diagnostics import Severity
from assetkit.platforms.limits import LIMITS
from assetkit.platforms.records import Limit, Platform
from assetkit.quality.records import Check, FileReport, PictureReport, SoundReport

LOUDNESS_TOLERANCE = 1.0  # LU; EBU R 128 v5, where exact loudness is impractical

_FORMS = {"edit_lists", "late_index", "open_gops", "variable_rate", "interlaced"} | {
    "other_chroma",
    "other_codec",
    "other_than_h265",
    "other_sound",
}
Measured = Fraction | float | int | None


def check_platform(report: FileReport, platform: Platform) -> list[Check]:
    """Check any file against the limits of a platform that concern files; unknown limits are left out."""
    measures = measure(report)
    return [
        _check_limit(platform, limit, measures[limit.name])
        for limit in platform.limits
        if limit.value is not None and limit.name in measures
    ]


def measure(report: FileReport) -> dict[str, Measured]:
    """Give what limits measure, by the limit's name; None where the file gives no answer.

    Names are left out where there is nothing to measure: sound limits without sound, levels of silence.
    """
    found: dict[str, Measured] = dict.fromkeys(("shortest_seconds", "longest_seconds"), report.duration)
    found["advised_longest_seconds"] = report.duration
    found |= dict.fromkeys(("smallest_bytes", "largest_bytes", "advised_largest_bytes"), report.bytes)
    found |= {"edit_lists": report.edit_lists, "late_index": int(not report.index_first)}
    found |= _measure_picture(report.picture)
    return found | (_measure_sound(report.sound) if report.sound else {})


def _measure_picture(picture: PictureReport | None) -> dict[str, Measured]:
    names = [name for name, kind in LIMITS.items() if kind.of == "file"]
    if picture is None:
        sound = {"greatest_channels", "greatest_sample_rate", "loudness", "true_peak", "other_sound"}
        taken = ("seconds", "bytes")
        skipped = sound | {"edit_lists", "late_index"}
        return {name: None for name in names if name not in skipped and not name.endswith(taken)}
    size, rate = picture.size, picture.rate
    return {
        "lowest_rate": rate,
        "highest_rate": rate,
        "least_width": size.width,
        "greatest_width": size.width,
        "least_height": size.height,
        "greatest_height": size.height,
        "narrowest_ratio": size.ratio,
        "widest_ratio": size.ratio,
        "lowest_kbps": picture.kbps,
        "highest_kbps": picture.kbps,
        "longest_gop_seconds": picture.longest_gop / rate if rate else None,
        "open_gops": picture.open_gops,
        "variable_rate": int(rate is None),
        "interlaced": int(picture.interlaced),
        "other_chroma": int(picture.pixel_format != "yuv420p"),
        "other_codec": int(picture.codec != "h264"),
        "other_than_h265": int(picture.codec != "hevc"),
    }


def _measure_sound(sound: SoundReport) -> dict[str, Measured]:
    found: dict[str, Measured] = {
        "greatest_channels": sound.channels,
        "greatest_sample_rate": sound.sample_rate,
        "other_sound": int(sound.codec != "aac-lc"),
    }
    levels = {"loudness": sound.loudness, "true_peak": sound.true_peak}
    return found | {name: level for name, level in levels.items() if level is not None}


def _check_limit(platform: Platform, limit: Limit, measured: Measured) -> Check:
    kind, value = LIMITS[limit.name], float(limit.value or 0)
    rejects = limit.strength == "rejects"
    word = {"least": "at least", "most": "at most", "near": "about"}[kind.side]
    # Advice is often a standard's or our judgement: only a rejection is surely the platform's own word.
    says = f"{platform.title} rejects" if rejects else f"advice for {platform.title}"
    message = f"{says}: {kind.about} ({limit.source}, {limit.as_of})"
    return Check(
        code="AK561" if limit.name in _FORMS else "AK560",
        passed=measured is not None and _keeps(kind.side, float(measured), value),
        severity=Severity.ERROR if rejects else Severity.NOTE,
        message=message,
        measured="not found" if measured is None else f"{_write(float(measured))} {kind.unit}".strip(),
        required=f"{word} {_write(value)} {kind.unit}".strip(),
    )


def _keeps(side: str, measured: float, value: float) -> bool:
    if side == "least":
        return measured >= value - 1e-9
    if side == "most":
        return measured <= value + 1e-9
    return abs(measured - value) <= LOUDNESS_TOLERANCE + 1e-6


def _write(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else f"{number:.3f}".rstrip("0").rstrip(".")
