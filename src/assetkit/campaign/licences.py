"""From music and licences as they are written to records. Whether they cover a use is judged where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assetkit.campaign.licence_models import LicenceModel, TrackModel
from assetkit.campaign.licence_records import Licence, Track
from assetkit.campaign.texts import check_texts
from assetkit.diagnostics import Findings
from assetkit.validation import Checked
from assetkit.yaml_text import Document, YamlPath


@dataclass
class LicenceReader:
    """Reads the music and the licences of one campaign document."""

    languages: tuple[str, ...] | None
    checked: Checked[Any]
    document: Document
    findings: Findings

    def licences(self, models: Mapping[str, LicenceModel]) -> dict[str, Licence]:
        """Give the licences without problems, by name."""
        read = ((name, self._whole(name, model, ("licences", name))) for name, model in models.items())
        return {name: licence for name, licence in read if licence}

    def tracks(self, models: Mapping[str, TrackModel]) -> dict[str, Track]:
        """Give the music without problems, by name."""
        read = ((name, self._whole(name, model, ("music", name))) for name, model in models.items())
        return {
            name: Track(name, models[name].file, licence, self.document.place(("music", name, "file")))
            for name, licence in read
            if licence
        }

    def _whole(self, name: str, model: LicenceModel, path: YamlPath) -> Licence | None:
        before = len(self.findings.items)
        licence = Licence(
            name=name,
            title=model.title or "",
            author=model.author or "",
            licence=model.licence or "",
            source=model.source or "",
            territory=tuple(model.territory),
            platforms=tuple(model.platforms),
            until=model.until or "",
            credit=self._credit(model, (*path, "credit")),
            place=self.document.key_place(path),
        )
        refused = any(taken[: len(path)] == path for taken in self.checked.refused)
        return None if refused or len(self.findings.items) > before else licence

    def _credit(self, model: LicenceModel, path: YamlPath) -> dict[str, str]:
        if path not in self.document.values or self.checked.was_refused(path):
            return dict(model.credit)
        return check_texts(model.credit, self.languages, self.document, path, self.findings)
