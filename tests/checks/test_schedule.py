"""When posts come out: neighbours, ends of what they show, days gone by, and posts without a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from assetkit.checks.schedule import late_reasons
from assetkit.diagnostics import Diagnostic, Severity
from assetkit.engine.batch import Batch, Selection, plan_batch
from support.broken import CORPUS, Case, write_broken
from support.workspaces import CAMPAIGN

_WORDS = "{en: I helped and was glad, ru: Я помог и был рад, kk: Мен көмектесіп қуандым}"
_RECORDS = f"""\
calendar: {{zone: Asia/Almaty}}
licences:
  archive:
    {{title: A film, author: Somebody, licence: CC-BY-4.0, source: example.org, until: 2026-12-20}}
quotes:
  helper:
    text: {_WORDS}
    speaker: {{en: A. Example, ru: А. Пример, kk: А. Мысал}}
    source: {{en: an interview, ru: интервью, kk: сұхбат}}
    consent: {{scope: posts, given_on: 2026-01-01, recorded_in: a letter, until: 2026-12-31}}
"""


def plan(root: Path, cuts: str, *, head: str = "", calendar: str = "{zone: Asia/Almaty}") -> Batch:
    """Plan a recipe with these cuts, from a film and records that end in December 2026."""
    write_broken(root, Case(CORPUS / "planned" / "post-times.yaml"))
    (root / "recipes" / "dinner.yaml").unlink()
    campaign = CAMPAIGN.replace("    unit:", "    valid_until: 2026-12-24\n    unit:", 1) + _RECORDS
    campaign = campaign.replace("{zone: Asia/Almaty}", calendar)
    (root / "assetkit.yaml").write_text(campaign, encoding="utf-8")
    recipe = f"assetkit: 1\n{head}title: {{en: Facts, ru: Факты, kk: Деректер}}\ncuts:\n{cuts}"
    (root / "recipes" / "case.yaml").write_text(recipe, encoding="utf-8")
    return plan_batch(root, Selection())


def cut(name: str, at: str, *, sequence: str = "[{statistic: share}]", platforms: str = "[tiktok]") -> str:
    return f"  {name}: {{sequence: {sequence}, platforms: {platforms}, post: {{at: {at}}}}}\n"


def told(batch: Batch, code: str) -> list[Diagnostic]:
    return [item for item in batch.findings.items if item.code == code]


@pytest.mark.parametrize(("hour", "gap"), [("23:59", "5 h 59 min"), ("18:00", "0 min"), ("00:00", "")])
def test_neighbours(tmp_path: Path, hour: str, gap: str) -> None:
    day = "2026-11-26" if hour == "00:00" else "2026-11-25"
    cuts = cut("a", "2026-11-25 18:00") + cut("b", f"{day} {hour}", platforms="[tiktok, x]")
    found = told(plan(tmp_path, cuts, calendar="{zone: Asia/Almaty, least_gap: 6h}"), "AK870")
    assert [item.measured for item in found] == ([gap] if gap else [])
    if found:
        assert found[0].message == "case/b comes out too soon after case/a on tiktok in kk, ru, en"


def test_languages_of_one_account_are_neighbours(tmp_path: Path) -> None:
    cuts = cut("a", "2026-11-25 18:00") + cut("b", "2026-11-25 19:00, later: {kk: 2d, ru: 2d}")
    assert len(told(plan(tmp_path, cuts, calendar="{zone: Asia/Almaty, least_gap: 1h}"), "AK870")) == 0
    calendar = "{zone: Asia/Almaty, least_gap: 2h, accounts: one}"
    (found,) = told(plan(_folder(tmp_path / "one"), cuts, calendar=calendar), "AK870")
    assert found.message == "case/b comes out too soon after case/a on tiktok"


@pytest.mark.parametrize(
    ("sequence", "last", "severity"),
    [
        ("[{statistic: share}]", "2026-12-24", Severity.DRAFT),
        ("[{quote: helper}]", "2026-12-31", Severity.ERROR),
        ("[{clip: 1s - 4s}]", "2026-12-20", Severity.ERROR),
    ],
)
def test_ends(tmp_path: Path, sequence: str, last: str, severity: Severity) -> None:
    """A post on the last day may be; one in the first minute of the next day by its own clocks may not."""
    head = "film: the-dress\nmaster: films/the-dress.mp4\nlicence: archive\n"
    day, month = int(last[-2:]), "2026-12"
    after = f"{month}-{day + 1:02d}" if day < 31 else "2027-01-01"
    cuts = cut("last", f"{last} 23:59", sequence=sequence) + cut("late", f"{after} 00:00", sequence=sequence)
    batch = plan(tmp_path, cuts, head=head)
    (found,) = told(batch, "AK871")
    assert (found.severity, found.measured, found.required) == (severity, after, f"{last} or earlier")
    assert found.message.startswith("the-dress/late comes out when the ")
    if severity is Severity.DRAFT:
        assert batch.workspace
        reasons = {item.cut.name: late_reasons(item, batch.workspace.campaign) for item in batch.deliverables}
        assert reasons["last"] == ()
        assert reasons["late"] == (
            f"AK871: the statistic `share` holds until {last}, and the post is of {after}",
        )


def test_nothing_is_said_where_no_post_has_a_time(tmp_path: Path) -> None:
    batch = plan(tmp_path, "  a: {sequence: [{statistic: share}], platforms: [tiktok]}\n")
    assert [item.code for item in batch.findings.items if item.code.startswith("AK87")] == []


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
