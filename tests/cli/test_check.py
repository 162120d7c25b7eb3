"""Problems for a person, for a program, and for a pull request; all from the same findings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assetkit.cli.annotations import annotate
from assetkit.cli.findings import findings_json, sort_by_place, summarise
from assetkit.diagnostics import Diagnostic, Place, Severity
from support.broken import CORPUS, Case, write_broken
from support.studio import assetkit

TWO_ERRORS = "two-rates"
FIELDS = {
    "code",
    "severity",
    "message",
    "file",
    "line",
    "column",
    "end_column",
    "measured",
    "required",
    "remedy",
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A workspace with one cut that is too long."""
    write_broken(tmp_path, Case(CORPUS / "planned" / "cut-too-long.yaml"))
    return tmp_path


def item(severity: Severity, place: Place | None = None, message: str = "wrong", **words: str) -> Diagnostic:
    return Diagnostic("AK307", severity, message, place, **words)


def test_text_ends_with_a_summary(broken: Path) -> None:
    run = assetkit("check", "--root", broken)
    assert run.code == 1
    assert run.out == "3 deliverables; 1 error\n"
    assert run.err.startswith(
        "recipes/case.yaml:6:3: error: AK307: the cut teaser is too long\n  6 |   teaser:\n"
    )
    assert run.err.endswith("More about a code: assetkit explain AK307\n")
    assert "\x1b" not in run.err


def test_json_has_every_field(broken: Path) -> None:
    run = assetkit("check", "--root", broken, "--json")
    found = json.loads(run.out)
    assert (run.code, run.err) == (1, "")
    assert found["summary"] == {"errors": 1, "drafts": 0, "warnings": 0, "notes": 0, "deliverables": 3}
    [finding] = found["findings"]
    assert finding.keys() == FIELDS
    assert (finding["file"], finding["line"], finding["column"]) == ("recipes/case.yaml", 6, 3)
    assert finding["end_column"] == 9
    assert finding["measured"] == "25.00 s (625 frames)"
    assert assetkit("check", "--root", broken, "--format", "json").out == run.out


def test_a_clean_workspace_has_empty_findings(studio: Path) -> None:
    run = assetkit("check", "--root", studio, "--json", "-c", "short")
    found = json.loads(run.out)
    assert (run.code, found["findings"], found["summary"]["deliverables"]) == (0, [], 6)
    assert assetkit("check", "--root", studio, "-c", "short").out == "6 deliverables; no problems\n"


def test_languages_that_nobody_has_signed_are_named(studio: Path) -> None:
    run = assetkit("check", "--root", studio, "-c", "short")
    (line,) = [line for line in run.err.splitlines() if line.startswith("Not reviewed by a native reader")]
    found = json.loads(assetkit("check", "--root", studio, "--json", "-c", "short").out)
    assert found["unreviewed"] and f"draft: {', '.join(found['unreviewed'])} (" in line
    campaign = (studio / "assetkit.yaml").read_text(encoding="utf-8")
    signed = ", ".join(f"{language}: true" for language in found["unreviewed"])
    (studio / "assetkit.yaml").write_text(f"{campaign}reviewed: {{{signed}}}\n", encoding="utf-8")
    assert "Not reviewed" not in assetkit("check", "--root", studio, "-c", "short").err


def test_github_annotates_the_line(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(broken.parent))
    run = assetkit("check", "--root", broken, "--format", "github")
    first, last = run.out.splitlines()
    assert run.code == 1
    assert first.startswith(
        f"::error file={broken.name}/recipes/case.yaml,line=6,col=3,endColumn=9,title=AK307%3A error"
        "::the cut teaser is too long%0Ameasured: 25.00 s (625 frames); required: at most 15s%0Aremedy: "
    )
    assert last == "3 deliverables; 1 error"


def test_github_escapes_by_its_rules(tmp_path: Path) -> None:
    found = item(Severity.WARNING, Place("a,b:c%.yaml", 1, 2), "50 %: a, b", remedy="a\r\nb")
    line = annotate(found, Path("x"))
    assert line == (
        "::warning file=x/a%2Cb%3Ac%25.yaml,line=1,col=2,endColumn=3,title=AK307%3A warning"
        "::50 %25: a, b%0Aremedy: a b"
    )


def test_github_levels() -> None:
    levels = {severity: annotate(item(severity), Path()).split(" ")[0] for severity in Severity}
    assert levels == {
        Severity.ERROR: "::error",
        Severity.DRAFT: "::notice",
        Severity.WARNING: "::warning",
        Severity.NOTE: "::notice",
    }


def test_the_order_is_by_lines_and_files_keep_theirs() -> None:
    items = [
        item(Severity.ERROR, Place(file, line, 1)) for file, line in [("b", 3), ("a", 9), ("b", 1), ("a", 2)]
    ]
    found = [str(one.place) for one in sort_by_place(items)]
    assert found == ["b:1:1", "b:3:1", "a:2:1", "a:9:1"]


def test_summaries_count() -> None:
    items = [item(Severity.ERROR), item(Severity.WARNING), item(Severity.WARNING)]
    assert summarise(items) == "1 error, 2 warnings"
    assert summarise([]) == "no problems"
    assert findings_json(items)["findings"][0]["file"] is None


def test_names_that_are_no_text_can_be_written() -> None:
    found = findings_json([item(Severity.ERROR, Place("\udcff.yaml", 1, 1))])
    json.dumps(found, ensure_ascii=False).encode("utf-8")
    annotate(item(Severity.ERROR, Place("\udcff.yaml", 1, 1)), Path()).encode("utf-8")


def test_render_that_is_stopped_says_why_in_json(broken: Path) -> None:
    run = assetkit("render", "--root", broken, "--json")
    assert run.code == 1
    assert [finding["code"] for finding in json.loads(run.out)["findings"]] == ["AK307"]


def test_publish_takes_drafts_as_errors(studio: Path) -> None:
    run = assetkit("render", "--root", studio, "--publish", "--json", "-c", "short", "-l", "kk")
    found = json.loads(run.out)
    assert (run.code, found["summary"]["errors"], found["summary"]["drafts"]) == (1, 1, 0)
    assert found["findings"][0]["code"] == "AK404"
    assert "reviewed: {kk: true}" in found["findings"][0]["remedy"]


@pytest.mark.parametrize(("more", "has_colour"), [({}, True), ({"NO_COLOR": "1"}, False)])
@pytest.mark.slow
def test_colour_on_a_terminal_only(broken: Path, more: dict[str, str], has_colour: bool) -> None:
    near, far = os.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | more
    command = [
        sys.executable,
        "-c",
        "from assetkit.cli.main import main; main()",
        "check",
        "--root",
        str(broken),
    ]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=far, env=environment, check=False)
    os.close(far)
    with os.fdopen(near, "rb", buffering=0) as terminal:
        shown = terminal.read(4096)
    assert done.returncode == 1
    assert (b"\x1b[" in shown) == has_colour
    assert b"AK307" in shown
