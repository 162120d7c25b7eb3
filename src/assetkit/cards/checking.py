"""What is wrong with a card before it is drawn: every problem, in every declared language."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from assetkit.campaign.care import is_stale
from assetkit.campaign.records import Campaign, Statistic
from assetkit.cards.fitting import Fit
from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.kinds.kind import Kind
from assetkit.cards.letters import check_letters
from assetkit.cards.misfits import Misfit
from assetkit.cards.motion import beat_of
from assetkit.cards.picture_checks import check_card_pictures
from assetkit.cards.resolve import fit_card, readings, timing_of
from assetkit.diagnostics import Diagnostic, Findings, Place
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.text.figures import COMPACT
from assetkit.timecode import nominal_rate
from assetkit.validation import shorten


def check_card(
    item: CardItem,
    campaign: Campaign,
    size: Size,
    zone: Box,
    shape: str,
    frames: int,
    rate: Fraction,
    fit: Fit | None = None,
) -> list[Diagnostic]:
    """Check a card of `frames` in one shape ("9:16"), over all declared languages.

    `fit` is what `fit_card` gives for the same card, where that is known already.
    Errors: text that does not fit, letters that a font lacks, a stand too short to be read, an unknown kind.
    Drafts: a statistic that nobody reviewed, or whose source is not the primary one.
    """
    found = Findings()
    kind = KINDS.get(item.kind)
    if kind is None and item.kind not in OWN_KINDS:
        known = ", ".join(sorted({*KINDS, *OWN_KINDS}))
        found.error("AK426", f"there is no kind of card {item.kind!r}", item.place, remedy=f"known: {known}")
        return found.items
    if kind is not None:
        fit = fit or fit_card(kind, item, campaign, (), size, zone, frames, rate)
        check_letters(found, item, fit.specs)
        for misfit in fit.misfits:
            report_misfit(found, item, misfit, shape)
        check_card_pictures(item, campaign, fit.specs, size, shape, found)
    _check_reading(found, item, campaign, kind, frames, rate)
    for name in item.statistics:
        if name in campaign.statistics:
            found.extend(statistic_drafts(campaign.statistics[name], campaign, item.place))
    return found.items


def report_misfit(found: Findings, item: CardItem, misfit: Misfit, shape: str) -> None:
    """Say what does not fit, in which language and shape, by how much, and what length would."""
    where = f"in {misfit.language}, {shape}"
    unit = "lines" if misfit.direction == "lines" else "px"
    measured = f"{misfit.needed} {unit}" + (f" {misfit.direction}" if unit == "px" else "")
    sizes = {"measured": measured, "required": f"at most {misfit.available} {unit}"}
    if misfit.direction == "high":
        message = f"the {item.kind} card is too high at its smallest legible type, {where}"
        found.error("AK421", message, item.place, remedy=_shorten(misfit), **sizes)
    elif misfit.direction == "lines":
        message = f"{misfit.field} of the {item.kind} card has too many line breaks of its own, {where}"
        remedy = "take line breaks out: lines are broken where they read best"
        found.error("AK427", message, item.place, remedy=remedy, **sizes)
    else:
        over = misfit.needed - misfit.available
        message = f"{misfit.field} of the {item.kind} card is {over} px too wide at its smallest legible type"
        remedy = _shorten(misfit, item.number)
        found.error("AK420", f"{message} ({misfit.em} px), {where}", item.place, remedy=remedy, **sizes)


def _shorten(misfit: Misfit, form: str = "") -> str:
    """Say what to shorten, and to how many letters."""
    if misfit.is_number:
        way = "round it" if form == COMPACT else "round it, or write `number: compact` and words that suit it"
        return f"it has {misfit.letters} figures and marks, and about {misfit.fits} fit: {way}"
    if misfit.word:
        told = f"{shorten(misfit.word)} has {misfit.letters} letters, and about {misfit.fits} fit in a line"
        return f"{told}: use a shorter word"
    if misfit.fits and misfit.field:
        return f"shorten {misfit.field} from {misfit.letters} to about {misfit.fits} letters"
    return "shorten its texts, or take one of them out"


def _check_reading(
    found: Findings, item: CardItem, campaign: Campaign, kind: Kind | None, frames: int, rate: Fraction
) -> None:
    """Compare the time that the landed card stands with the reading time of its slowest language."""
    standing, moving = standing_frames(item, campaign, frames, rate), 0
    if kind is not None:
        beat = beat_of(campaign.brand.motion, rate)
        moving = kind.landing(beat, kind.pace(item, campaign, rate)) + kind.leaving(beat)
    needed = readings(item, campaign, rate)
    slowest = max(needed, key=lambda language: needed[language])
    if standing >= needed[slowest] and frames >= moving + needed[slowest]:
        return
    total = needed[slowest] + moving
    found.error(
        "AK423",
        f"the {item.kind} card stands too short to be read in {slowest}",
        item.place,
        measured=f"{_seconds(standing, rate)} after its motion has landed",
        required=f"at least {_seconds(needed[slowest], rate)}",
        remedy=f"write `for: auto`, or at least {total}f at {nominal_rate(rate)} frames per second",
    )


def standing_frames(item: CardItem, campaign: Campaign, frames: int, rate: Fraction) -> int:
    """Give for how many of its frames a card stands still; a kind of one's own stands throughout."""
    kind = KINDS.get(item.kind)
    if kind is None:
        return frames
    beat = beat_of(campaign.brand.motion, rate)
    timing = timing_of(kind, frames, beat, kind.pace(item, campaign, rate))
    return timing.hold_until - timing.hold_from


def statistic_drafts(statistic: Statistic, campaign: Campaign, place: Place) -> Iterable[Diagnostic]:
    """Tell at a place that shows a statistic what makes it a draft: nobody has reviewed it, or it is old."""
    found, record = Findings(), statistic.place if statistic.place.line else None
    if not statistic.reviewed:
        found.draft(
            "AK424",
            f"the statistic {statistic.name} has not been reviewed",
            place,
            about=record,
            remedy="have its value and its words in every language read, then set `reviewed: true`",
        )
    if is_stale(statistic, campaign.as_of):
        found.draft(
            "AK485",
            f"the statistic {statistic.name} holds until {statistic.valid_until}",
            place,
            about=record,
            measured=f"shown on {campaign.as_of}",
            remedy="look the number up again, then set `as_of:` and `valid_until:`",
        )
    if not statistic.primary:
        found.draft(
            "AK425",
            f"the primary source of the statistic {statistic.name} has not been found",
            place,
            about=record,
            remedy="find who first published the number, cite that, and set `primary: true`",
        )
    return found.items


def _seconds(frames: int, rate: Fraction) -> str:
    return f"{float(frames / rate):.1f} s"
