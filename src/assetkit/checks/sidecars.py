"""Whether captions that are not burnt in reach anybody: a subtitle file is taken, and in this language."""

from __future__ import annotations

from assetkit.diagnostics import Findings
from assetkit.platforms.records import Platform
from assetkit.recipe.records import ClipItem, Cut
from assetkit.subtitles.sidecar import has_sidecar


def check_unburnt(cut: Cut, platform: Platform, language: str, findings: Findings) -> None:
    """Warn of captions in this language that nobody would see on this platform; they are not burnt in."""
    name, taken = platform.name, platform.sidecar
    if name in cut.captions.without_sidecar:
        return  # said by a person: no captions
    if not _has_cues(cut, language):
        return
    if not has_sidecar(cut.captions, platform):
        findings.warning(
            "AK477",
            f"captions of `{cut.name}` are not burnt in for {name}, "
            "which is not known to take a subtitle file",
            cut.place,
            remedy=f"burn them in, or write `captions: {{sidecar: {{{name}: true}}}}`, or false for none",
        )
    elif taken.languages and language not in taken.languages:
        findings.warning(
            "AK476",
            f"{name} takes subtitle files in {', '.join(taken.languages)} alone, and captions of "
            f"`{cut.name}` in {language} are not burnt in",
            cut.place,
            remedy=f"write `captions: {{burn: {{{name}: true}}}}`",
        )


def _has_cues(cut: Cut, language: str) -> bool:
    is_sdh = cut.captions.sets.get(language) == "sdh"
    films = [item.film for item in cut.sequence if isinstance(item, ClipItem)]
    return any(language in (film.sdh if is_sdh else film.subtitles) for film in films)
