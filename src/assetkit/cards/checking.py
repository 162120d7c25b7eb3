"""What is wrong with a card before it is drawn: every problem, in every declared language."""

from __future__ import annotations

from fractions import Fraction

from assetkit.campaign.care import is_stale
from assetkit.campaign.records import Campaign
from assetkit.cards.fitting import Fit, Misfit
from assetkit.cards.kinds import KINDS, OWN_KINDS
from assetkit.cards.kinds.kind import Kind
from assetkit.cards.resolve import fit_card, readings, timing_of
from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Diagnostic, Findings
from assetkit.geometry import Box, Size
from assetkit.recipe.records import CardItem
from assetkit.text.fonts import missing_glyphs
from assetkit.text.scripts import is_right_to_left
from assetkit.timecode import nominal_rate


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
        _check_letters(found, item, fit.specs)
        for misfit in fit.misfits:
            report_misfit(found, item, misfit, shape)
    _check_reading(found, item, campaign, kind, frames, rate)
    for name in item.statistics:
        _check_statistic(found, item, campaign, name)
    return found.items


def report_misfit(found: Findings, item: CardItem, misfit: Misfit, shape: str) -> None:
    """Say what does not fit, in which language and shape, and by how much."""
    sizes = {
        "measured": f"{misfit.needed} px {misfit.direction}",
        "required": f"at most {misfit.available} px",
    }
    if misfit.direction == "high":
        message = (
            f"the {item.kind} card is too high at its smallest legible type, in {misfit.language}, {shape}"
        )
        found.error("AK421", message, item.place, remedy="shorten its texts", **sizes)
        return
    message = (
        f"{misfit.field} of the {item.kind} card is {misfit.needed - misfit.available} px too wide at its "
        f"smallest legible type ({misfit.em} px), in {misfit.language}, {shape}"
    )
    found.error("AK420", message, item.place, remedy="shorten it, or use shorter words", **sizes)


def _check_letters(found: Findings, item: CardItem, specs: dict[str, CardSpec]) -> None:
    for language, spec in specs.items():
        if is_right_to_left(language):
            message = f"the {item.kind} card cannot be set in {language}, which is written from right to left"
            found.error("AK471", message, item.place, remedy="take the card out, or make the cut without it")
            continue
        for field, font in spec.fonts:
            for letter in missing_glyphs(spec.text(field), font):
                found.error(
                    "AK422",
                    f"the font {font} has no {letter!r} (U+{ord(letter):04X}), in {field}, {language}",
                    item.place,
                    remedy="replace the letter, or choose a font that has it",
                )


def _check_reading(
    found: Findings, item: CardItem, campaign: Campaign, kind: Kind | None, frames: int, rate: Fraction
) -> None:
    """Compare the time that the landed card stands with the reading time of its slowest language."""
    standing, moving = frames, 0
    if kind is not None:
        pace = kind.pace(item, campaign, rate)
        timing = timing_of(kind, frames, rate, pace)
        standing = timing.hold_until - timing.hold_from
        moving = kind.landing(rate, pace) + kind.leaving(rate)
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


def _check_statistic(found: Findings, item: CardItem, campaign: Campaign, name: str) -> None:
    statistic = campaign.statistics.get(name)
    if statistic is None:
        return
    if not statistic.reviewed:
        found.draft(
            "AK424",
            f"the statistic {statistic.name} has not been reviewed",
            item.place,
            remedy="have its value and its words in every language read, then set `reviewed: true`",
        )
    if is_stale(statistic, campaign.as_of):
        found.draft(
            "AK485",
            f"the statistic {statistic.name} holds until {statistic.valid_until}",
            item.place,
            measured=f"shown on {campaign.as_of}",
            remedy="look the number up again, then set `as_of:` and `valid_until:`",
        )
    if not statistic.primary:
        found.draft(
            "AK425",
            f"the primary source of the statistic {statistic.name} has not been found",
            item.place,
            remedy="find who first published the number, cite that, and set `primary: true`",
        )


def _seconds(frames: int, rate: Fraction) -> str:
    return f"{float(frames / rate):.1f} s"
