"""What a post says of its size: at which step it was coded, or that it does not fit."""

from __future__ import annotations

from pathlib import Path

from assetkit.diagnostics import Severity
from assetkit.plan.budgets import LIMIT, megabytes
from assetkit.plan.build import Deliverable
from assetkit.platforms.records import Format
from assetkit.quality.records import Check


def fit_checks(item: Deliverable, path: Path) -> tuple[Check, ...]:
    """Give the checks of a file whose size had to be measured; none where it fits whatever it shows.

    One that was coded smaller is decoded, to see that small text is clear.
    """
    fit, limit = item.fit, item.platform.limit(LIMIT)
    if fit is None or limit is None or limit.value is None:
        return ()
    most = f"at most {megabytes(limit.value)}"
    if fit.step is None:
        weight = Severity.ERROR if limit.strength == "rejects" else Severity.WARNING
        message = f"the file keeps within what {item.platform.title} takes, at the lowest step"
        required = f"{most}: about {int(fit.seconds or 0)} s fit"
        return (Check("AK860", False, weight, message, megabytes(fit.most), required),)
    asked, coded = item.platform.format, item.file.spans[0].format
    message = f"the picture is coded as its format says, for a file of {most}"
    told = Check("AK861", not fit.step, Severity.NOTE, message, _settings(coded), _settings(asked))
    return (told, *(_look_at_text(item, path) if fit.step else ()))


def _look_at_text(item: Deliverable, path: Path) -> list[Check]:
    # It draws cards, which takes as long to load as a run that makes nothing.
    from assetkit.delivery.small_text import check_small_text

    return check_small_text(item.file, path)


def _settings(coded: Format) -> str:
    return f"crf {coded.crf}, at most {coded.maxrate} kbit/s"
