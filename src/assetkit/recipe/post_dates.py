"""When a post comes out: from what a recipe says to moments, by language."""

from __future__ import annotations

from datetime import datetime

from assetkit.campaign.calendar_fields import NEVER, parse_step, parse_time
from assetkit.campaign.texts import check_languages
from assetkit.campaign.zones import moments_of
from assetkit.recipe.date_records import PostDate
from assetkit.recipe.layers import Sourced
from assetkit.recipe.post_models import PostModel
from assetkit.recipe.scope import Scope
from assetkit.yaml_text import YamlPath

_MINUTE = "%Y-%m-%d %H:%M"


def resolve_date(scope: Scope, model: PostModel, sourced: Sourced) -> PostDate | None:
    """Give when the posts of a cut come out, None where nobody said; every problem is reported.

    How much later a language comes is counted on the clocks of the zone: two days later is the same hour.
    """
    if model.at is None:
        return None
    zone = _zone(scope, model, sourced)
    if model.at == NEVER or not zone:
        return None
    languages = scope.campaign.languages or ()
    check_languages(
        model.later, scope.campaign.languages, scope.document, sourced.path_of("later"), scope.findings
    )
    found: dict[str, datetime] = {}
    for language in languages:
        step = model.later.get(language)
        local = parse_time(model.at) + parse_step(step) if step else parse_time(model.at)
        key = (*sourced.path_of("later"), language) if step else sourced.path_of("at")
        moments = moments_of(local, zone)
        if len(moments) == 1:
            found[language] = moments[0]
        else:
            _report_change(scope, local, zone, len(moments), key)
    complete = len(found) == len(languages)
    return PostDate(found, zone, scope.document.key_place(sourced.path_of("at"))) if complete else None


def _zone(scope: Scope, model: PostModel, sourced: Sourced) -> str:
    """Give the zone of a time, "" where it has none."""
    if model.zone:
        return model.zone
    campaign = scope.campaign.campaign
    if campaign is None or scope.checked.was_refused(sourced.path_of("zone")):
        scope.flawed = True
    elif not campaign.calendar.zone and model.at != NEVER:
        place = scope.document.key_place(sourced.path_of("at"))
        remedy = "add `calendar: {zone: …}` to assetkit.yaml, or `zone:` here"
        scope.error("AK876", "nobody says in which time zone this is", place, remedy)
    return campaign.calendar.zone if campaign else ""


def _report_change(scope: Scope, local: datetime, zone: str, times: int, path: YamlPath) -> None:
    said = "twice" if times else "never"
    message = f"clocks in {zone} show {local.strftime(_MINUTE)} {said}: they are changed then"
    scope.error("AK873", message, scope.document.place(path), "write a time an hour earlier or later")
