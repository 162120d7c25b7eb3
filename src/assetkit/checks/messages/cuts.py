"""All checks of what a batch says, each told once, whatever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assetkit.checks.captions.records import FilmCaptions
from assetkit.checks.messages.consent import check_consent
from assetkit.checks.messages.parity import KnownNumbers, check_cues, check_parity
from assetkit.checks.messages.required import check_helplines, check_required
from assetkit.checks.messages.texts import Said, texts_of_cut, texts_of_post, texts_of_records
from assetkit.checks.messages.words import check_tags, check_words
from assetkit.diagnostics import Diagnostic, Findings
from assetkit.recipe.records import Cut, Recipe, Workspace
from assetkit.timeline.records import Timeline


class MessageChecks:
    """Checks the texts, quotes and requirements of cuts against one campaign."""

    def __init__(self, workspace: Workspace, languages: Iterable[str]) -> None:
        self.campaign = workspace.campaign
        self.sets = workspace.catalogue.sets
        self.known = KnownNumbers.of(self.campaign, workspace.recipes.values())
        self.languages = tuple(languages)
        self._told: dict[Said, tuple[Diagnostic, ...]] = {}

    def told(self, films: Iterable[FilmCaptions]) -> Iterator[Diagnostic]:
        """Tell what is wrong with the words of the campaign's records, and of its films' subtitles."""
        for said in texts_of_records(self.campaign):
            yield from self._check(said)
        for film in films:
            yield from self._check_film(film)

    def cut(self, recipe: Recipe, cut: Cut, timeline: Timeline, findings: Findings) -> None:
        """Check a cut as some of its platforms get it."""
        for said in (*texts_of_cut(cut), *texts_of_post(cut, self.campaign)):
            findings.extend(self._check(said))
        for clip in cut.clips:
            findings.extend(check_tags(clip.tags, "the clip", clip.select_place or clip.place))
        check_required(recipe, cut, timeline, self.campaign, findings)
        check_helplines(cut, self.campaign, findings)

    def platform(self, cut: Cut, platform: str, findings: Findings) -> None:
        """Check what a cut may show on one platform."""
        check_consent(cut, platform, self.languages, self.campaign, findings, self.sets)

    def _check(self, said: Said) -> tuple[Diagnostic, ...]:
        """Check words once, however many cuts and variants say them at the same place."""
        if said.language not in self.languages:
            return ()
        if said not in self._told:
            self._told[said] = (*check_parity(said, self.known), *check_words(said))
        return self._told[said]

    def _check_film(self, film: FilmCaptions) -> Iterator[Diagnostic]:
        for file in film.files.values():
            if file.language not in self.languages:
                continue
            yield from check_cues(film, file, self.known)
            for cue in file.cues:
                what = f"the cue at {film.when(cue.range)}"
                yield from check_words(Said(cue.text, file.language, what, file.place(cue)))
