"""What a recipe is resolved against: the campaign, the platforms, all films, and where to report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from assetkit.campaign.read import CampaignReading
from assetkit.campaign.records import Texts
from assetkit.campaign.texts import check_texts
from assetkit.diagnostics import Findings, Place
from assetkit.geometry import Focus, shape_of
from assetkit.platforms.records import Catalogue
from assetkit.recipe.models import RecipeModel
from assetkit.recipe.ranges import Position
from assetkit.recipe.records import Film
from assetkit.validation import Checked, nearest, shorten
from assetkit.yaml_text import Document, YamlPath


@dataclass(frozen=True)
class Select:
    """A named stretch of a film, with where the subject is; `place` is where its range is written."""

    start: Position
    stop: Position
    focus: Focus | None
    place: Place | None = field(default=None, compare=False)
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class FilmEntry:
    """A film that a recipe declares. `film` and selects are None where they were refused and reported."""

    film: Film | None
    selects: dict[str, Select | None]


@dataclass
class Scope:
    """One recipe file while it is resolved.

    `flawed` is set where something cannot be resolved because of a problem reported at another place, so
    that the recipe is left out although nothing new is said.
    """

    root: Path
    file: str
    document: Document
    checked: Checked[RecipeModel]
    findings: Findings
    campaign: CampaignReading
    catalogue: Catalogue
    films: dict[str, FilmEntry] = field(default_factory=dict)
    own: FilmEntry | None = None
    flawed: bool = False

    def error(self, code: str, message: str, place: Place, remedy: str = "") -> None:
        """Report an error of this recipe."""
        self.findings.error(code, message, place, remedy=remedy)

    def was_written(self, path: YamlPath) -> bool:
        """Whether the file has something at this path, refused or not."""
        return path in self.document.values

    def texts(self, texts: Texts, path: YamlPath) -> Texts:
        """Check that a text is there in all languages; what was refused before is not judged again."""
        if self.checked.was_refused(path):
            return texts
        return check_texts(texts, self.campaign.languages, self.document, path, self.findings)

    def expand(self, name: str, place: Place) -> tuple[str, ...]:
        """Give the platforms of a platform or set; an unknown name is reported and gives none."""
        try:
            return tuple(platform.name for platform in self.catalogue.expand((name,)))
        except KeyError:
            known = {*self.catalogue.platforms, *self.catalogue.sets}
            message = f"there is no platform or set {shorten(name)}"
            self.error("AK226", message, place, nearest(name, known))
            return ()

    def expand_all(self, names: Iterable[str], path: YamlPath) -> tuple[str, ...]:
        """Give the platforms of the names in the list at `path`, in order, each once."""
        found: dict[str, None] = {}
        for index, name in enumerate(names):
            found.update(dict.fromkeys(self.expand(name, self.document.place((*path, index)))))
        return tuple(found)

    def shapes(self) -> set[str]:
        """Give the shapes that platforms have."""
        return {shape_of(platform.format.size) for platform in self.catalogue.platforms.values()}
