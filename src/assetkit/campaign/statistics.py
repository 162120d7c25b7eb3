"""From statistics as they are written to records: values computed, rounded and compared with their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from assetkit.campaign.bounds import bound_in_words, load_bounds, words_for
from assetkit.campaign.figure_models import StatisticModel
from assetkit.campaign.plurals import plural_categories, plural_category
from assetkit.campaign.ratios import exact_ratio, is_ratio, round_as
from assetkit.campaign.records import Statistic, Texts
from assetkit.campaign.texts import check_texts
from assetkit.diagnostics import Findings
from assetkit.validation import Checked, nearest
from assetkit.yaml_text import Document, YamlPath

_TEXTS = ("qualifier", "source", "population", "area", "period", "label")
_KEYS = {"area": "place"}  # as they are written


@dataclass
class StatisticReader:
    """Reads the statistics of one campaign document; a ratio is computed after what it is made of."""

    models: Mapping[str, StatisticModel]
    languages: tuple[str, ...] | None
    checked: Checked[Any]
    document: Document
    findings: Findings
    _done: dict[str, Statistic | None] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)

    def read(self) -> dict[str, Statistic]:
        """Give the records without problems, by name, in the order in which they were written."""
        found = {name: self._statistic(name) for name in self.models}
        return {name: item for name, item in found.items() if item}

    def _statistic(self, name: str) -> Statistic | None:
        if name not in self._done:
            self._open.append(name)
            self._done[name] = self._resolve(name, self.models[name], ("statistics", name))
            self._open.pop()
        return self._done[name]

    def _resolve(self, name: str, model: StatisticModel, path: YamlPath) -> Statistic | None:
        before = len(self.findings.items)
        self._check_source(name, path)
        value, decimals = self._value(model, path), _decimals(model)
        texts = {each: self._texts(getattr(model, _KEYS.get(each, each)), path, each) for each in _TEXTS}
        top = value if model.range is None or value is None else Fraction(model.range[1])
        wording = self._wording(model, Fraction(0) if top is None else top, decimals, path)
        bound = self._bound(name, model, texts["qualifier"], wording, path)
        if value is None or top is None or len(self.findings.items) > before or self._is_refused(path):
            return None
        statistic = Statistic(
            name=name,
            value=value,
            decimals=decimals,
            unit=model.unit,
            wording=wording,
            url=model.url,
            as_of=model.as_of,
            primary=model.primary,
            reviewed=model.reviewed,
            place=self.document.key_place(path),
            high=top if model.range else None,
            bound=bound,
            ratio=(model.ratio[0], model.ratio[1]) if model.ratio else None,
            rounding=model.rounding,
            computed=model.ratio is not None and model.value is None,
            valid_until=model.valid_until or "",
            years=tuple(sorted((int(year), Fraction(value)) for year, value in model.years.items())),
            number=model.number,
            forms={
                language: {str(form): words for form, words in said.items()}
                for language, said in model.wording.items()
                if not isinstance(said, str)
            },
            **texts,
        )
        return statistic if self._agrees(statistic, path) else None

    def _is_refused(self, path: YamlPath) -> bool:
        return any(taken[: len(path)] == path for taken in self.checked.refused)

    def _check_source(self, name: str, path: YamlPath) -> None:
        if (*path, "source") not in self.document.values:
            self.findings.error(
                "AK236",
                f"the statistic `{name}` has no source",
                self.document.key_place(path),
                remedy="add `source:` with where the number comes from, in every language",
            )

    def _value(self, model: StatisticModel, path: YamlPath) -> Fraction | None:
        """Give the value that is shown: as written, the lower end of a range, or a ratio rounded."""
        if model.range is not None:
            return self._range(model, path)
        if model.value is not None:
            return Fraction(model.value)
        if model.ratio is not None:
            return self._ratio(model, path)
        if not self._is_refused(path):
            self.findings.error(
                "AK202",
                f"the statistic `{path[-1]}` has no number",
                self.document.key_place(path),
                remedy="add `value:`, `range:` or `ratio:`",
            )
        return None

    def _range(self, model: StatisticModel, path: YamlPath) -> Fraction | None:
        low, high = (Fraction(end) for end in model.range or ())
        if model.value is not None or model.ratio is not None:
            other = "value" if model.value is not None else "ratio"
            self._error("AK483", f"a number is a range or a {other}, not both", (*path, "range"), "keep one")
            return None
        if low >= high:
            self._error("AK483", "the range does not rise", (*path, "range"), "write the lower number first")
            return None
        return low

    def _ratio(self, model: StatisticModel, path: YamlPath) -> Fraction | None:
        parts = self._parts(model, path)
        if parts is None:
            return None
        return round_as(exact_ratio(*parts, model.unit), _decimals(model), model.rounding)

    def _parts(self, model: StatisticModel, path: YamlPath) -> tuple[Statistic, Statistic] | None:
        found: list[Statistic] = []
        for index, name in enumerate(model.ratio or ()):
            if name in self._open:
                circle = " → ".join([*self._open[self._open.index(name) :], name])
                at = (*path, "ratio", index)
                self._error("AK480", f"ratios are made of each other: {circle}", at, "give one a value")
            elif name not in self.models:
                message = f"the campaign has no statistic `{name}`"
                self._error("AK480", message, (*path, "ratio", index), nearest(name, self.models))
            else:
                part = self._statistic(name)
                found += [part] if part else []
        if len(found) == 2 and found[1].value <= 0:
            message = f"`{found[1].name}` is not above 0, so nothing can be a share of it"
            self._error("AK480", message, (*path, "ratio"), "name another statistic")
            return None
        return (found[0], found[1]) if len(found) == 2 else None

    def _agrees(self, statistic: Statistic, path: YamlPath) -> bool:
        """Whether a value that is written beside a ratio can be that ratio; reports where it cannot."""
        model = self.models[statistic.name]
        if statistic.ratio is None or model.value is None:
            return True
        parts = self._parts(model, path)
        if parts is None or is_ratio(statistic, *parts):
            return parts is not None
        exact = exact_ratio(*parts, statistic.unit)
        self.findings.error(
            "AK481",
            f"`{statistic.name}` is not `{parts[0].name}` by `{parts[1].name}`",
            self.document.place((*path, "value")),
            measured=f"{float(statistic.value):g}{statistic.unit}",
            required=f"{float(exact):.{statistic.decimals + 2}f}{statistic.unit}, before it is rounded",
            remedy="correct one of the numbers, or leave `value:` out to have it computed",
        )
        return False

    def _wording(self, model: StatisticModel, value: Fraction, decimals: int, path: YamlPath) -> Texts:
        """Give the words for the number: of those in several forms, the form for the value that is shown."""
        chosen: Texts = {}
        for language, words in model.wording.items():
            at = (*path, "wording", language)
            if isinstance(words, str):
                chosen[language] = words
                continue
            category, known = plural_category(value, decimals, language), plural_categories(language)
            for name in words:
                if name not in known:
                    remedy = f"it has {', '.join(known)}"
                    self._error("AK484", f"{language} has no plural form `{name}`", (*at, name), remedy)
            if category not in words:
                message = f"the wording lacks the form `{category}` in {language}, which the number takes"
                self._error("AK484", message, at, f"add `{category}:` with its words")
            chosen[language] = words[category] if category in words else next(iter(words.values()))
        return self._texts(chosen, path, "wording")

    def _bound(
        self, name: str, model: StatisticModel, qualifier: Texts, wording: Texts, path: YamlPath
    ) -> str:
        """Give what the qualifier means, and report words that mean something else, or nothing."""
        said = {language: bound_in_words(words, language) for language, words in qualifier.items()}
        said = {language: bound for language, bound in said.items() if bound}
        first = next(iter(said.values()), "")
        bound: str = model.bound or first
        for language, other in said.items():
            if other != bound:
                message = f"the qualifier of `{name}` says {other} in {language}, not {bound}"
                remedy = "say the same in every language" if not model.bound else "correct it, or `bound:`"
                self._error("AK482", message, (*path, "qualifier", language), remedy)
        if model.bound and model.bound not in said.values() and not _is_said(model.bound, wording):
            known = words_for(model.bound, self.languages or ())
            told = ", ".join(f"{language}: {words}" for language, words in known.items())
            message = f"no word of `{name}` says {model.bound}"
            self._error("AK482", message, (*path, "bound"), f"write `qualifier: {{{told}}}`")
        return bound

    def _texts(self, texts: Texts, path: YamlPath, key: str) -> Texts:
        at = (*path, _KEYS.get(key, key))
        if at not in self.document.values or self.checked.was_refused(at):
            return texts
        return check_texts(texts, self.languages, self.document, at, self.findings)

    def _error(self, code: str, message: str, path: YamlPath, remedy: str) -> None:
        self.findings.error(code, message, self.document.place(path), remedy=remedy)


def _is_said(bound: str, wording: Texts) -> bool:
    rule = load_bounds()[bound]
    return any(
        words in text.casefold()
        for language, text in wording.items()
        for words in rule.words.get(language, ())
    )


def _decimals(model: StatisticModel) -> int:
    if model.decimals is not None:
        return model.decimals
    return max((len(text.partition(".")[2]) for text in _written(model)), default=0)


def _written(model: StatisticModel) -> list[str]:
    return model.range or ([model.value] if model.value is not None else [])
