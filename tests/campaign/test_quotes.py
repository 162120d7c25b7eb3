"""Quotes as records, what the campaign requires, and how old a helpline may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.campaign.care import helpline_age, load_care, oldest_helpline
from assetkit.campaign.read import CampaignReading, read_campaign
from assetkit.campaign.records import Consent, Required
from assetkit.diagnostics import Findings
from support.workspaces import CAMPAIGN

QUOTE = """\
quotes:
  said:
    text: {en: I saw it, ru: Я видел, kk: Мен көрдім}
    speaker: {en: A. B., ru: А. Б., kk: А. Б.}
    role: {en: teacher, ru: учитель, kk: мұғалім}
    source: {en: deck, ru: дек, kk: дек}
    consent:
      scope: posts
      given_on: 2026-01-01
      recorded_in: form 12
      platforms: [vk-clip]
      languages: [kk, ru]
      withdrawn: 2026-05-01
"""


def read(root: Path, more: str) -> tuple[CampaignReading, list[str]]:
    (root / "assetkit.yaml").write_text(CAMPAIGN + more, encoding="utf-8")
    findings = Findings()
    reading = read_campaign(root, findings)
    return reading, [f"{item.code} {item.message}" for item in findings.items]


def test_a_quote_has_what_its_speaker_agreed_to(tmp_path: Path) -> None:
    reading, problems = read(tmp_path, QUOTE)
    assert problems == []
    assert reading.quotes == frozenset({"said"})
    assert reading.campaign
    quote = reading.campaign.quotes["said"]
    assert quote.consent == Consent(
        "posts", "2026-01-01", "form 12", ("vk-clip",), ("kk", "ru"), withdrawn="2026-05-01"
    )
    assert (quote.speaker["kk"], quote.role["en"], quote.anonymous) == ("А. Б.", "teacher", False)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "    consent:",
            "    anonymous: true\n    consent:",
            "AK489 the quote `said` is anonymous and names its speaker",
        ),
        ("    speaker: {en: A. B., ru: А. Б., kk: А. Б.}\n", "", "AK489 nobody says the quote `said`"),
        ("    source: {en: deck, ru: дек, kk: дек}\n", "", "AK202 the quote `said` has no source"),
        (", kk: Мен көрдім", "", "AK220 the text has no words in kk"),
        ("      recorded_in: form 12\n", "", "AK202 the key `recorded_in` is missing"),
        ("2026-01-01", "yesterday", "AK210 yesterday is not a date"),
        ("[kk, ru]", "[kk, de]", "AK221 de is not a language of the campaign"),
    ],
)
def test_a_quote_with_a_problem_is_left_out(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in QUOTE
    reading, problems = read(tmp_path, QUOTE.replace(old, new))
    assert problems == [said]
    assert reading.campaign and reading.campaign.quotes == {}
    assert reading.quotes == frozenset({"said"})


def test_what_is_required(tmp_path: Path) -> None:
    more = "require: {helpline: true, content_warning: [the-dress], helpline_days: 30}\n"
    reading, problems = read(tmp_path, more)
    assert problems == []
    assert reading.campaign
    assert reading.campaign.require == Required(True, ("the-dress",), 30)
    assert oldest_helpline(reading.campaign) == 30
    line = reading.campaign.helplines["helpline"]
    assert helpline_age(line, reading.campaign) == 1400, "from 2023-01-01 to 2026-11-01"


def test_the_rules_of_care_have_sources() -> None:
    for rule in load_care().values():
        assert rule.source and rule.as_of and rule.value > 0
        assert rule.confidence in "HML"
        assert rule.strength in ("draft", "advises")
