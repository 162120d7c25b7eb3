"""What a finished file must be before it is a post: as planned, as its platform takes it, as it is seen."""

from __future__ import annotations

from assetkit.delivery.shown import describe_shown
from assetkit.diagnostics import Severity
from assetkit.engine.store import StoredObject
from assetkit.plan.build import Deliverable
from assetkit.platforms.records import Platform
from assetkit.quality.check import check_file
from assetkit.quality.platform import check_platform
from assetkit.quality.records import Check, Expected, FileReport


def check_measured(item: Deliverable, stored: StoredObject, report: FileReport) -> list[Check]:
    """Check what was measured of a finished file against what it was to be, and what its platform takes."""
    expected = check_file(report, _expected(item, stored))
    return [*expected, *check_platform(report, item.platform), _level_check(item, stored)]


def check_seen(item: Deliverable, stored: StoredObject, *, by_decoding: bool, is_marked: bool) -> list[Check]:
    """Check what is seen, by a decoding of its own or by what was seen when the spans were made.

    The mark of a draft stands in a corner, which an interface may cover: with `is_marked` that is no fault.
    """
    if by_decoding:
        return _look_at_all(item, stored, None if is_marked else item.platform)
    return [*_recall(item, stored), *([] if is_marked else _check_places(item))]


def _level_check(item: Deliverable, stored: StoredObject) -> Check:
    """Tell of a mix that cannot be brought to its level: a few clicks in silence, or hardly any sound."""
    level = stored.record["sound"]
    found = "silence" if level["integrated"] is None else f"{level['integrated']:.1f} LUFS"
    wanted = f"{float(item.platform.loudness):.1f} LUFS"
    said = level["remark"] or "loudness of the mix"
    return Check("AK554", level["reached"], Severity.WARNING, said, found, wanted)


def _expected(item: Deliverable, stored: StoredObject) -> Expected:
    """What this file was to be; silence stays silent, and what cannot be levelled stays as it is."""
    level = stored.record["sound"]
    is_level = level["reached"] and level["integrated"] is not None
    return Expected(
        size=item.platform.format.size,
        rate=item.file.spans[0].rate,
        frames=item.file.frames,
        key_frame_seconds=item.platform.format.gop_seconds,
        loudness=float(item.platform.loudness) if is_level else level["integrated"],
        profile=item.platform.format.profile,
        codec=item.platform.format.codec,
    )


def _recall(item: Deliverable, stored: StoredObject) -> list[Check]:
    """Check a finished file by what was seen when its spans were made."""
    from assetkit.quality.stretches import recall_stretches

    rate = item.file.spans[0].rate
    return recall_stretches(stored.record.get("seen", {}), describe_shown(item.file), rate)


def _check_places(item: Deliverable) -> list[Check]:
    from assetkit.quality.wording import check_places

    shown, layout = describe_shown(item.file), item.platform.layout
    fits = (shown.texts or shown.drawn) and layout.size == item.platform.format.size
    return check_places(shown, layout.covered, item.file.spans[0].rate) if fits else []


def _look_at_all(item: Deliverable, stored: StoredObject, platform: Platform | None) -> list[Check]:
    """Decode a finished file and check it against what its post says of it."""
    from assetkit.quality.control import Asked, watch_file

    asked = Asked(platform=platform, shown=describe_shown(item.file))
    size, rate = item.platform.format.size, item.file.spans[0].rate
    checks, watched = watch_file(stored.path, rate, size, asked)
    told = watched.fault or f"{watched.frames} frames"
    whole = not watched.fault and watched.frames == item.file.frames
    wanted = f"{item.file.frames} frames"
    return [*checks, Check("AK540", whole, Severity.ERROR, "frames decoded", told, wanted)]
