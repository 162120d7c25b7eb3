"""From copy, links and mentions as they are written to records. What fills copy is known where it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assetkit.campaign.copy_models import CopyModel, LinkEntry, MentionModel, WordingModel
from assetkit.campaign.copy_records import Copy, Link, Mention, Wording, Wordings
from assetkit.campaign.records import Texts
from assetkit.campaign.texts import check_texts
from assetkit.diagnostics import Findings
from assetkit.validation import Checked
from assetkit.yaml_text import Document, YamlPath


@dataclass
class CopyReader:
    """Reads copy of one document: of the campaign file, or of a recipe that has its own."""

    languages: tuple[str, ...] | None
    checked: Checked[Any]
    document: Document
    findings: Findings

    def copies(self, models: Mapping[str, CopyModel]) -> dict[str, Copy]:
        """Give the copies without problems, by name."""
        read = {name: self.copy(name, model, ("copy", name)) for name, model in models.items()}
        return {name: copy for name, copy in read.items() if copy}

    def copy(self, name: str, model: CopyModel, path: YamlPath) -> Copy | None:
        """Give the copy written at a path; None where it has a problem, which is reported."""
        before = len(self.findings.items)
        others = {
            key: self._wordings(words, (*path, "for-platform", key))
            for key, words in model.for_platform.items()
        }
        words = self._wordings(model, path)
        copy = Copy(name, words, others, model.reviewed, self.document.key_place(path))
        if not words.text and not self.checked.was_refused((*path, "text")):
            message = f"the copy{f' `{name}`' if name else ''} has no words"
            self.findings.error("AK202", message, copy.place, remedy="add `text:` with its words")
        return copy if self._is_whole(path, before) else None

    def links(self, models: Mapping[str, LinkEntry]) -> dict[str, Link]:
        """Give the links without problems, by name."""
        found: dict[str, Link] = {}
        for name, entry in models.items():
            path, before = ("links", name), len(self.findings.items)
            same = {language: str(entry) for language in self.languages or ()}
            urls = self._texts(entry, path) if isinstance(entry, dict) else same
            if self._is_whole(path, before):
                found[name] = Link(name, urls, self.document.key_place(path))
        return found

    def mentions(self, models: Mapping[str, MentionModel]) -> dict[str, Mention]:
        """Give who is mentioned, without those that have problems, by name."""
        found: dict[str, Mention] = {}
        for name, model in models.items():
            path, before = ("mentions", name), len(self.findings.items)
            title = self._texts(model.title, (*path, "title"))
            if self._is_whole(path, before):
                found[name] = Mention(name, title, dict(model.handles), self.document.key_place(path))
        return found

    def _wordings(self, model: WordingModel, path: YamlPath) -> Wordings:
        text = [(model.text, (*path, "text"))] if model.text is not None else []
        title = [(model.title, (*path, "title"))] if model.title is not None else []
        text += [(words, (*path, "short", index)) for index, words in enumerate(model.short)]
        title += [(words, (*path, "short_title", index)) for index, words in enumerate(model.short_title)]
        return Wordings(self._each(text), self._each(title))

    def _each(self, written: Sequence[tuple[Texts, YamlPath]]) -> tuple[Wording, ...]:
        return tuple(
            Wording(self._texts(texts, path), {key: self.document.place((*path, key)) for key in texts})
            for texts, path in written
        )

    def _texts(self, texts: Texts, path: YamlPath) -> Texts:
        if path not in self.document.values or self.checked.was_refused(path):
            return dict(texts)
        return check_texts(texts, self.languages, self.document, path, self.findings)

    def _is_whole(self, path: YamlPath, before: int) -> bool:
        refused = any(taken[: len(path)] == path for taken in self.checked.refused)
        return not refused and len(self.findings.items) == before
