"""A campaign's own caption styles: each like another, with what it has otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assetkit.campaign.captions import PRESETS, CaptionStyle
from assetkit.campaign.models import CaptionStyleModel
from assetkit.diagnostics import Findings
from assetkit.validation import Checked, nearest, shorten
from assetkit.yaml_text import Document

Looks = Mapping[str, CaptionStyle | None]
"""Styles by name, presets among them; None for one with a problem that has been reported."""

_KEY = "caption_styles"


def resolve_looks(
    models: Mapping[str, CaptionStyleModel], checked: Checked[Any], document: Document, findings: Findings
) -> dict[str, CaptionStyle | None]:
    """Give every style that was written, and the presets; every problem is reported."""
    reader = _Looks(models, checked, document, findings)
    written = document.data.get(_KEY) if isinstance(document.data, dict) else None
    names = [name for name in written if isinstance(name, str)] if isinstance(written, dict) else []
    return {**PRESETS, **{name: reader.own(name) for name in dict.fromkeys((*names, *models))}}


class _Looks:
    """Resolves styles, each once, whatever their order in the file."""

    def __init__(
        self,
        models: Mapping[str, CaptionStyleModel],
        checked: Checked[Any],
        document: Document,
        findings: Findings,
    ) -> None:
        self.models = models
        self.checked = checked
        self.document = document
        self.findings = findings
        self._known: dict[str, CaptionStyle | None] = {}
        self._open: list[str] = []

    def own(self, name: str) -> CaptionStyle | None:
        """Give the campaign's own style of this name; None where it is refused."""
        if name not in self._known:
            self._open.append(name)
            style = self._resolve(name)
            self._open.pop()
            self._known[name] = self._not_a_preset(name, style)
        return self._known[name]

    def _resolve(self, name: str) -> CaptionStyle | None:
        model = self.models.get(name)
        refused = any(path[:2] == (_KEY, name) for path in self.checked.refused)
        if model is None or self.checked.was_refused((_KEY,)):
            return None
        below = self._below(name, model.like)
        if below is None or refused:
            return None
        given = {key: getattr(model, key) for key in model.model_fields_set - {"like"}}
        if given.get("highlight") == "none":
            given["highlight"] = ""
        return replace(below, name=name, **given)

    def _below(self, name: str, like: str) -> CaptionStyle | None:
        """Give the style that another is like."""
        if like in self._open and (like != name or like not in PRESETS):
            circle = " → ".join([*self._open[self._open.index(like) :], like])
            place = self.document.place((_KEY, name, "like"))
            message = f"caption styles are like each other in a circle: {circle}"
            self.findings.error("AK247", message, place, remedy="break the circle")
            return None
        if like in PRESETS:
            return PRESETS[like]
        if like in self.models or (_KEY, like) in self.document.values:
            return self.own(like)
        place = self.document.place((_KEY, name, "like"))
        known = {*PRESETS, *self.models} - {name}
        report_unknown(like, known, self.findings, place)
        return None

    def _not_a_preset(self, name: str, style: CaptionStyle | None) -> CaptionStyle | None:
        if name not in PRESETS or style is None or style == PRESETS[name]:
            return style
        message = f"the caption style `{name}` would mean another thing than the preset of this name"
        place = self.document.key_place((_KEY, name))
        self.findings.error("AK246", message, place, remedy=f"give it another name, and say `like: {name}`")
        return None


def report_unknown(name: str, known: set[str], findings: Findings, place: Any) -> None:
    """Report a style that nobody has."""
    findings.error("AK245", f"there is no caption style {shorten(name)}", place, remedy=nearest(name, known))
