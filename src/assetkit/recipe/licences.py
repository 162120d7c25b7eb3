"""Works of others in a cut: which ones, under which licences, and what posts say of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assetkit.campaign.licence_records import Licence
from assetkit.campaign.records import Campaign
from assetkit.diagnostics import Findings, Place
from assetkit.platforms.records import Catalogue
from assetkit.recipe.paths import check_master
from assetkit.recipe.records import Cut
from assetkit.recipe.scope import Scope
from assetkit.validation import nearest, shorten

MUSIC, FOOTAGE = "music", "footage"


@dataclass(frozen=True)
class Work:
    """A work that a cut uses: its kind, its licence, and where the recipe asks for it."""

    kind: str
    licence: Licence
    place: Place


def film_licence(scope: Scope, name: str | None) -> str:
    """Give the name of the licence under which the recipe's film is used; "" for a film of one's own."""
    if name is None:
        return ""
    known, read = scope.campaign.licences, scope.campaign.campaign
    if known is not None and name not in known:
        remedy = nearest(name, known) or "add it under `licences:` of assetkit.yaml"
        place = scope.document.place(("licence",))
        scope.error("AK721", f"the campaign has no licence {shorten(name)}", place, remedy)
    elif read is None or name not in read.licences:
        scope.flawed = True
    return name


def check_works(root: Path, campaign: Campaign | None, catalogue: Catalogue, findings: Findings) -> None:
    """Report what is wrong with the campaign's music and licences that its file alone cannot tell.

    These are paths that lead out of the workspace or to no media file, and platforms that nobody knows: a
    licence or a consent for them would forbid all posts unseen.
    """
    if campaign is None:
        return
    for track in campaign.music.values():
        check_master(root, track.file, track.place, findings, what="music")
    known = {*catalogue.platforms, *catalogue.sets}
    licences = (*(track.licence for track in campaign.music.values()), *campaign.licences.values())
    named = [(licence.place, licence.platforms) for licence in licences]
    named += [(quote.place, quote.consent.platforms) for quote in campaign.quotes.values() if quote.consent]
    for place, platforms in named:
        for name in platforms:
            if name not in known:
                message = f"there is no platform or set {shorten(name)}"
                findings.error("AK226", message, place, remedy=nearest(name, known))


def works_of(cut: Cut, campaign: Campaign) -> tuple[Work, ...]:
    """Give the works of others that a cut uses, each once: its music, then its films."""
    found: dict[tuple[str, str], Work] = {}
    if cut.sound.music:
        track = campaign.music[cut.sound.music.track]
        found[MUSIC, track.name] = Work(MUSIC, track.licence, cut.sound.music.place)
    for clip in cut.clips:
        if clip.film.licence:
            licence = campaign.licences[clip.film.licence]
            found.setdefault((FOOTAGE, licence.name), Work(FOOTAGE, licence, clip.film.place))
    return tuple(found.values())


def credits_of(cut: Cut, platform: str, language: str, campaign: Campaign) -> tuple[str, ...]:
    """Give what a post must say of the works of others that it uses, in its language, each once.

    `cut` is the whole cut: what a platform has otherwise is looked for here.
    """
    works = works_of(cut.variant(platform), campaign)
    told = (work.licence.credit.get(language, "").strip() for work in works)
    return tuple(dict.fromkeys(text for text in told if text))
