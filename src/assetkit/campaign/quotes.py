"""From quotes as they are written to records: whose words they are, and what the speaker has agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assetkit.campaign.figure_models import ConsentModel, QuoteModel
from assetkit.campaign.records import Consent, Quote, Texts
from assetkit.campaign.texts import check_languages, check_texts
from assetkit.diagnostics import Findings
from assetkit.validation import Checked
from assetkit.yaml_text import Document, YamlPath


@dataclass
class QuoteReader:
    """Reads the quotes of one campaign document. Whether a quote may be shown is judged where it is used."""

    models: Mapping[str, QuoteModel]
    languages: tuple[str, ...] | None
    checked: Checked[Any]
    document: Document
    findings: Findings

    def read(self) -> dict[str, Quote]:
        """Give the records without problems, by name."""
        found = {name: self._quote(name, model) for name, model in self.models.items()}
        return {name: item for name, item in found.items() if item}

    def _quote(self, name: str, model: QuoteModel) -> Quote | None:
        path: YamlPath = ("quotes", name)
        before = len(self.findings.items)
        self._check_speaker(name, model, path)
        if (*path, "source") not in self.document.values:
            message, remedy = f"the quote `{name}` has no source", "add `source:` with where it was said"
            self._error("AK202", message, path, remedy)
        quote = Quote(
            name=name,
            text=self._texts(model.text, (*path, "text")),
            speaker=self._texts(model.speaker, (*path, "speaker")),
            role=self._texts(model.role, (*path, "role")),
            source=self._texts(model.source, (*path, "source")),
            anonymous=model.anonymous,
            place=self.document.key_place(path),
            consent=self._consent(model.consent, (*path, "consent")),
        )
        refused = any(taken[: len(path)] == path for taken in self.checked.refused)
        return None if refused or len(self.findings.items) > before else quote

    def _check_speaker(self, name: str, model: QuoteModel, path: YamlPath) -> None:
        is_named = (*path, "speaker") in self.document.values
        if model.anonymous and is_named:
            message = f"the quote `{name}` is anonymous and names its speaker"
            remedy = "take `speaker:` out; the file itself would give the name away"
            self._error("AK489", message, (*path, "speaker"), remedy)
        elif not model.anonymous and not is_named and not self._is_refused((*path, "anonymous")):
            message = f"nobody says the quote `{name}`"
            self._error("AK489", message, path, "add `speaker:`, or `anonymous: true`")

    def _consent(self, model: ConsentModel | None, path: YamlPath) -> Consent | None:
        if model is None:
            return None
        known, at = self.languages, (*path, "languages")
        for index, language in enumerate(model.languages):
            if known is not None and language not in known:
                check_languages([language], known, self.document, (*at, index), self.findings)
        return Consent(
            scope=model.scope,
            given_on=model.given_on,
            recorded_in=model.recorded_in,
            platforms=tuple(model.platforms),
            languages=tuple(model.languages),
            until=model.until or "",
            withdrawn=model.withdrawn or "",
        )

    def _is_refused(self, path: YamlPath) -> bool:
        return self.checked.was_refused(path)

    def _texts(self, texts: Texts, path: YamlPath) -> Texts:
        if path not in self.document.values or self._is_refused(path):
            return texts
        return check_texts(texts, self.languages, self.document, path, self.findings)

    def _error(self, code: str, message: str, path: YamlPath, remedy: str) -> None:
        place = self.document.place(path) if path[-1] == "speaker" else self.document.key_place(path)
        self.findings.error(code, message, place, remedy=remedy)
