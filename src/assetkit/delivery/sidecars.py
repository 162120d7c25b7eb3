"""The subtitle file of a post: its name, its bytes, what is said of it, and whether it reads back."""

from __future__ import annotations

from typing import Any

from assetkit.campaign.locales import locale_of
from assetkit.campaign.records import Campaign
from assetkit.delivery.enclosures import Enclosure
from assetkit.delivery.post import PostSubtitles
from assetkit.diagnostics import Severity
from assetkit.engine.store import StoredObject
from assetkit.plan.build import Deliverable
from assetkit.plan.identity import digest_record, hash_identity
from assetkit.plan.texts import has_captions
from assetkit.quality.records import Check
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.sidecar import find_difference, has_sidecar, name_sidecar, write_sidecar

ROLE = "subtitles"


def sidecar_name(item: Deliverable, campaign: Campaign) -> str:
    """Give the name of the subtitle file beside this video; "" where there is none."""
    if not item.captions or not has_sidecar(item.cut.captions, item.platform):
        return ""
    taken, pattern = item.platform.sidecar, item.platform.sidecar.name
    locale = locale_of(item.language, campaign.locales) if "{locale}" in pattern else ""
    return name_sidecar(taken, item.name, item.language, locale)


def make_sidecar(item: Deliverable, campaign: Campaign) -> Enclosure | None:
    """Write the subtitle file of a post and read it back; None where it has none."""
    name = sidecar_name(item, campaign)
    if not name:
        return None
    rate = item.file.spans[0].rate
    data = write_sidecar(item.captions, item.platform.sidecar, rate).encode("utf-8")
    check = _check(find_difference(data, name, item.captions, rate))
    return Enclosure(name, ROLE, data, (check,))


def describe_captions(item: Deliverable, sidecar: Enclosure | None) -> tuple[PostSubtitles, ...]:
    """Say what captions a post has; nothing where it has none."""
    burnt_in = has_captions(item.cut, item.platform)
    if not item.captions or not (burnt_in or sidecar):
        return ()
    said = PostSubtitles(item.language, item.caption_set, burnt_in, len(item.captions))
    if sidecar:
        digest = sidecar.described().sha256
        said = PostSubtitles(said.language, said.set, burnt_in, said.cues, sidecar.name, digest)
    return (said,)


def describe_planned(item: Deliverable, campaign: Campaign) -> dict[str, Any] | None:
    """Say what captions a post will have, before it is made; None where it has none."""
    if not item.captions:
        return None
    return {
        "set": item.caption_set,
        "burnt_in": has_captions(item.cut, item.platform),
        "cues": len(item.captions),
        "sidecar": sidecar_name(item, campaign) or None,
    }


class Sidecars:
    """The subtitle files of posts, and hashes of captions; those that many posts share are hashed once."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        # With the captions themselves, so that their id is not given to others.
        self._known: dict[int, tuple[tuple[FrameCue, ...], str]] = {}

    def names(self, item: Deliverable) -> tuple[str, ...]:
        """Give the name of the subtitle file, where there is one."""
        name = sidecar_name(item, self.campaign)
        return (name,) if name else ()

    def enclose(self, item: Deliverable, stored: StoredObject) -> tuple[Enclosure, ...]:
        """Write the subtitle file of a post, where it has one."""
        sidecar = make_sidecar(item, self.campaign)
        return (sidecar,) if sidecar else ()

    def identity(self, item: Deliverable) -> dict[str, Any]:
        """Give what decides the subtitle file of a post and what is said of its captions."""
        return {
            "cues": self._digest(item.captions),
            "set": item.caption_set,
            "burnt_in": has_captions(item.cut, item.platform),
            "file": sidecar_name(item, self.campaign),
            "taken": digest_record(item.platform.sidecar),
        }

    def _digest(self, cues: tuple[FrameCue, ...]) -> str:
        if id(cues) not in self._known:
            said = [
                (
                    cue.range.start,
                    cue.range.stop,
                    cue.text,
                    cue.speaker,
                    repr(cue.emphasis),
                    cue.words,
                    cue.turns,
                )
                for cue in cues
            ]
            self._known[id(cues)] = (cues, hash_identity({"cues": said}))
        return self._known[id(cues)][1]


def _check(difference: str) -> Check:
    said = f"the subtitle file reads back as its captions{f': {difference}' if difference else ''}"
    found = difference or "the same frames and words"
    return Check("AK562", not difference, Severity.ERROR, said, found, "the same frames and words")
