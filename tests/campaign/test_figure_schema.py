"""The schema of statistics, quotes and requirements agrees with the reader on what is odd."""

from __future__ import annotations

import os
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assetkit.campaign.read import read_campaign
from assetkit.diagnostics import Findings, Severity
from assetkit.recipe.schema import campaign_schema
from assetkit.yaml_text import read_yaml
from support.trees import ODD, data_of, paths_of, removed, replaced
from support.workspaces import CAMPAIGN

EXAMPLES = 1000 if os.environ.get("ASSETKIT_EXAMPLES") else 60
VALIDATOR = jsonschema.Draft202012Validator(campaign_schema(), format_checker=jsonschema.FormatChecker())
# Names, translations, arithmetic, and what two keys mean together.
BEYOND = {"AK220", "AK221", "AK480", "AK481", "AK482", "AK483", "AK484", "AK489"}
FIGURES = """\
statistics:
  men: {value: 49, wording: {en: {one: man, other: men}, ru: мужчин, kk: ер}, source: {en: d, ru: d, kk: d}, as_of: 2023-01-01}
  spread:
    range: [20, 25.5]
    bound: about
    qualifier: {en: about, ru: около, kk: шамамен}
    wording: {en: men, ru: мужчин, kk: ер}
    source: {en: d, ru: d, kk: d}
    population: {en: men, ru: мужчины, kk: ер}
    as_of: 2023-01-01
    valid_until: 2027-01-01
  share:
    ratio: [men, men]
    rounding: down
    wording: {en: men, ru: мужчин, kk: ер}
    source: {en: d, ru: d, kk: d}
    as_of: 2023-01-01
quotes:
  said:
    text: {en: a, ru: a, kk: a}
    speaker: {en: a, ru: a, kk: a}
    source: {en: a, ru: a, kk: a}
    consent: {scope: posts, given_on: 2026-01-01, recorded_in: form, platforms: [x], languages: [kk]}
  unsaid: {text: {en: a, ru: a, kk: a}, anonymous: true, source: {en: a, ru: a, kk: a}}
require: {helpline: true, content_warning: [the-dress], helpline_days: 30}
"""  # noqa: E501
# JSON has no number that is none.
SHAPES = [value for value in ODD if value == value]
WHOLE = {**data_of(CAMPAIGN), **data_of(FIGURES)}


def errors(root: Path, text: str) -> set[str]:
    (root / "assetkit.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    read_campaign(root, findings)
    return {item.code for item in findings.items if item.severity is Severity.ERROR}


def test_the_whole_is_right(tmp_path: Path) -> None:
    VALIDATOR.validate(WHOLE)
    assert errors(tmp_path, yaml.safe_dump(WHOLE, allow_unicode=True, sort_keys=False)) == set()


@pytest.mark.slow
@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_they_agree_on_what_is_odd(tmp_path: Path, data: st.DataObject) -> None:
    paths = [path for path in paths_of(WHOLE) if path and path[0] in ("statistics", "quotes", "require")]
    path = data.draw(st.sampled_from(paths))
    changed = removed(WHOLE, path)
    if data.draw(st.integers(0, 4)):
        changed = replaced(WHOLE, path, data.draw(st.sampled_from(SHAPES)), data.draw(st.booleans()))
    text = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)
    document = read_yaml(text, "", Findings())
    if document is None or not document.whole:
        return
    found = errors(tmp_path, text)
    if VALIDATOR.is_valid(document.data):
        assert found <= BEYOND
    else:
        assert found
