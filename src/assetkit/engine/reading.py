"""Read what a batch is made from, each once: the workspace, facts of masters, subtitle files."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from assetkit.checks.cues import check_frameless
from assetkit.diagnostics import Findings, Place
from assetkit.engine.pictures import read_pictures
from assetkit.errors import AssetkitError, MediaError
from assetkit.media.facts import MasterFacts
from assetkit.platforms.read import read_catalogue
from assetkit.recipe.records import ClipItem, Cut, Film, SubtitleFile, Workspace
from assetkit.recipe.workspace import load_workspace
from assetkit.subtitles.carry import conform_cues
from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.read import Known, ReadSubtitles, read_subtitles
from assetkit.subtitles.rules import apply_rules, time_rules
from assetkit.tool.masters import master_facts


def read_workspace(root: Path, findings: Findings) -> Workspace | None:
    """Read the platforms, the campaign and every recipe; None where the campaign file is unusable."""
    workspace = load_workspace(root, read_catalogue(root, findings), findings)
    return read_pictures(root, workspace, findings) if workspace else None


def films_of(cut: Cut) -> dict[str, Film]:
    """Give the films that a cut shows, by slug."""
    return {item.film.slug: item.film for item in cut.sequence if isinstance(item, ClipItem)}


class Masters:
    """Facts of masters by film, each looked for once; what is wrong with one goes to `findings`."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root = root
        self.findings = findings
        self._known: dict[str, MasterFacts | None] = {}

    def facts(self, cut: Cut) -> dict[str, MasterFacts]:
        """Give the facts of the films of a cut, by slug; those that cannot be used are left out."""
        found = {clip.film.slug: self.find(clip.film) for clip in cut.clips}
        return {slug: facts for slug, facts in found.items() if facts is not None}

    def length(self, film: Film) -> Fraction | None:
        """Give the seconds that a film lasts, None where its master is not known."""
        facts = self.find(film)
        return facts.frame_count / facts.rate if facts else None

    def find(self, film: Film) -> MasterFacts | None:
        """Give the facts of one film's master, None where it cannot be used."""
        if film.slug not in self._known:
            self._known[film.slug] = self._read(film)
        return self._known[film.slug]

    def _read(self, film: Film) -> MasterFacts | None:
        try:
            facts = master_facts(self.root, film.master, film.colour, self.root / ".assetkit")
        except MediaError as error:
            self.findings.error("AK310", error.message, film.place, remedy=error.remedy)
            return None
        if facts.colour.assumed:
            self.findings.warning(
                "AK311",
                f"{film.master} does not say its colour; BT.709 is assumed",
                film.place,
                remedy="Write colour: bt709 in the recipe.",
            )
        return facts


class Subtitles:
    """Cues of films in frames of their masters, by language; each file is read once."""

    def __init__(self, root: Path, findings: Findings, masters: Masters | None = None) -> None:
        self.root = root
        self.findings = findings
        self.masters = masters
        self._known: dict[tuple[str, str, bool], tuple[FrameCue, ...]] = {}

    def cues(self, cut: Cut, language: str, rate: Fraction) -> dict[str, tuple[FrameCue, ...]]:
        """Give the cues of the films of a cut, by slug, of the caption set that the cut has in the language.

        `rate` is that of the films' masters.
        """
        is_sdh = cut.captions.sets.get(language) == "sdh"
        return {slug: self._find(film, language, rate, is_sdh) for slug, film in films_of(cut).items()}

    def read(self, film: Film, file: SubtitleFile, rate: Fraction | None = None) -> ReadSubtitles | None:
        """Read a file of a film, and report what was found; None where it cannot be read at all."""
        path = file.path
        length = self.masters.length(film) if self.masters else None
        known = Known(file.encoding, file.starts_at, file.rate, rate, length)
        try:
            read = read_subtitles((self.root / path).read_bytes(), path, known)
        except OSError as error:
            message = f"{path} cannot be read: {(error.strerror or type(error).__name__).lower()}"
            self.findings.error("AK403", message, file.place, remedy="correct the path, or its rights")
            return None
        except AssetkitError as error:
            self._report(path, error)
            return None
        self.findings.extend(read.notes)
        return read

    def _find(self, film: Film, language: str, rate: Fraction, is_sdh: bool) -> tuple[FrameCue, ...]:
        key = (film.slug, language, is_sdh)
        if key not in self._known:
            self._known[key] = self._conform(film, language, rate, is_sdh)
        return self._known[key]

    def _conform(self, film: Film, language: str, rate: Fraction, is_sdh: bool) -> tuple[FrameCue, ...]:
        file = (film.sdh if is_sdh else film.subtitles).get(language)
        if file is None:
            if not is_sdh:
                self._tell_of_missing(film, language)
            return ()
        read = self.read(film, file, rate)
        if read is None:
            return ()
        check_frameless(read.cues, rate, file.path, self.findings)
        return apply_rules(conform_cues(read.cues, rate), time_rules(rate)).cues

    def _tell_of_missing(self, film: Film, language: str) -> None:
        """A film without subtitles may be meant so; one that has them in some languages only, hardly."""
        if film.subtitles:
            have = ", ".join(sorted(film.subtitles))
            self.findings.warning(
                "AK408",
                f"{film.slug} has no subtitles in {language}: its posts in {language} have no captions",
                film.place,
                remedy=f"add {language}: to its subtitles (it has {have})",
            )

    def _report(self, path: str, error: AssetkitError) -> None:
        """Report what is wrong in a subtitle file, at its line where that is known."""
        line = int(error.facts.get("line", 0))
        message = error.message.removeprefix(f"{path}:{line}: ")
        place = Place(path, line, 1) if line else Place(path)
        self.findings.error(str(error.facts.get("code", "AK403")), message, place, remedy=error.remedy)
