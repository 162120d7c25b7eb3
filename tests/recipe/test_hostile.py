"""Whatever stands in a file, the reader ends with findings and never with an exception."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assetkit.codes import CODES
from assetkit.diagnostics import Findings, format_text
from assetkit.engine.batch import Selection, plan_batch
from assetkit.platforms.read import read_catalogue
from assetkit.recipe.workspace import load_workspace
from support.broken import CORPUS, Case, write_broken
from support.trees import ODD, data_of, paths_of, removed, replaced
from support.workspaces import CAMPAIGN, RECIPE, write_workspace

ROOT = Path(__file__).parents[2]
PLATFORMS = """\
sound: {loudness: -14, true_peak: -1.5, audio_kbps: 128, source: here, as_of: "2026", confidence: M}
formats: {mine: {size: 1080x1920, crf: 20, gop_seconds: 2, level: "4.2"}}
layouts: {mine: {size: 1080x1920, captions: [0, 0, 10, 10], cards: [0, 0, 10, 10], covered: [[0, 0, 5, 5]]}}
platforms:
  mine:
    title: Mine
    format: mine
    layout: mine
    from: {source: here, as_of: "2026", confidence: H, strength: rejects}
    limits: {longest_seconds: 60, lowest_rate: 5/12, hashtags: {value: null}}
sets: {both: [mine, tiktok]}
"""
FILES = {"assetkit.yaml": CAMPAIGN, "recipes/case.yaml": RECIPE, "platforms.yaml": PLATFORMS}
EXAMPLES = [ROOT / "assetkit.yaml", *sorted((ROOT / "recipes").glob("*.yaml"))]
BYTES = [b"\0", b"\xff", b"\xef\xbb\xbf", b"\t", b"\r\n", b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\x1b", b"%"]
BYTES += [
    b"---\n",
    b"...",
    b"<<: *a",
    b"&a ",
    b"*a",
    b"!!str ",
    b"|\n",
    b">-\n",
    b"? ",
    b"- ",
    b"{",
    b"}",
    b"[",
]
BYTES += [b"]", b"'", b'"', b": ", b"#", b"\\", b"9" * 400, b"x" * 5000, b"\xed\xa0\x80", b"\xf4\x90\x80\x80"]
FEW = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(FEW, max_examples=5000)


def load(root: Path, files: dict[str, bytes]) -> Findings:
    """Read a workspace that is right but for these files."""
    write_workspace(root, {})
    for name, content in files.items():
        (root / name).write_bytes(content)
    findings = Findings()
    load_workspace(root, read_catalogue(root, findings), findings)
    return findings


def assert_told_well(findings: Findings, root: Path) -> None:
    """Every finding has a code and a place, and can be printed, whatever it quotes."""
    for item in findings.items:
        assert item.code in CODES
        assert item.place is not None
        path = root / item.place.file
        source = path.read_bytes().decode("utf-8", "replace") if path.is_file() else None
        text = format_text(item, source)
        assert not re.search(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]|<class|pydantic", text)
        text.encode("utf-8")


def draw_tree(data: st.DataObject, text: str) -> bytes:
    """Change one place of a parsed file to something odd, and write it again."""
    whole = data_of(text)
    path = data.draw(st.sampled_from(paths_of(whole)))
    if data.draw(st.integers(0, 9)) == 0:
        changed = removed(whole, path)
    else:
        changed = replaced(whole, path, data.draw(st.sampled_from(ODD)), data.draw(st.booleans()))
    written: str = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)
    return written.encode("utf-8", "surrogatepass")


def draw_bytes(data: st.DataObject, content: bytes) -> bytes:
    """Cut, double, and overwrite stretches of a file's bytes."""
    for _ in range(data.draw(st.integers(1, 3))):
        at, length = data.draw(st.integers(0, len(content))), data.draw(st.integers(0, 40))
        new = data.draw(st.sampled_from([b"", content[at : at + length] * 2, *BYTES]) | st.binary(max_size=8))
        content = content[:at] + new + content[at + length :]
    return content


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
@FEW
def test_no_odd_value_crashes(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = {key: text.encode() for key, text in FILES.items()}
    assert_told_well(load(tmp_path, whole | {name: draw_tree(data, FILES[name])}), tmp_path)


@pytest.mark.parametrize(
    "path",
    [*EXAMPLES[:2], *(pytest.param(path, marks=pytest.mark.slow) for path in EXAMPLES[2:])],
    ids=[path.name for path in EXAMPLES],
)
@given(data=st.data())
@FEW
def test_no_damaged_example_crashes(tmp_path: Path, path: Path, data: st.DataObject) -> None:
    name = path.name if path.name == "assetkit.yaml" else "recipes/case.yaml"
    whole = {key: text.encode() for key, text in FILES.items()}
    assert_told_well(load(tmp_path, whole | {name: draw_bytes(data, path.read_bytes())}), tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
@MANY
def test_no_file_of_thousands_crashes(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = {key: text.encode() for key, text in FILES.items()}
    drawn = draw_tree(data, FILES[name]) if data.draw(st.booleans()) else draw_bytes(data, whole[name])
    assert_told_well(load(tmp_path, whole | {name: drawn}), tmp_path)


PLANNED = """\
assetkit: 1
film: the-dress
title: {en: The Dress, ru: Платье, kk: Көйлек}
master: films/the-dress.mp4
subtitles: {kk: subtitles/the-dress.kk.srt}
selects: {embrace: {range: 00:00:03:00 - 00:00:05:00, focus: [0.35, 0.4]}}
cuts:
  teaser:
    length: {min: 1s, max: 15s}
    sequence:
      - {clip: embrace, for-shape: {9:16: {fit: blur}}}
      - dissolve: 12f
      - {clip: 21s - 22s, fit: colour}
      - {statistic: share, for: 4s}
      - {card: title, title: {en: A, ru: Б, kk: Ә}}
      - end: helpline
    over: [{super: hook, text: {en: Look, ru: Смотри, kk: Қара}, for: 1s}]
    platforms: [x]
"""


def plan(root: Path, recipe: bytes) -> Findings:
    """Plan a recipe by the facts of a film that is not there."""
    (root / "recipes/case.yaml").write_bytes(recipe)
    return plan_batch(root, Selection()).findings


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """A workspace with facts of a film."""
    write_broken(tmp_path, Case(CORPUS / "planned" / "cut-too-long.yaml"))
    return tmp_path


def test_the_planned_recipe_is_right(planned: Path) -> None:
    assert not plan(planned, PLANNED.encode()).has_errors


@pytest.mark.slow
@given(data=st.data())
@settings(FEW, max_examples=100)
def test_no_odd_value_crashes_the_plan(planned: Path, data: st.DataObject) -> None:
    assert_told_well(plan(planned, draw_tree(data, PLANNED)), planned)


@pytest.mark.soak
@given(data=st.data())
@settings(FEW, max_examples=2000)
def test_no_recipe_of_thousands_crashes_the_plan(planned: Path, data: st.DataObject) -> None:
    assert_told_well(plan(planned, draw_tree(data, PLANNED)), planned)


@pytest.mark.parametrize(
    "content",
    [
        b"a: " + b"[" * 100_000,
        b"- " * 100_000,
        b"&a " * 1000,
        b"{" * 5000 + b"}" * 5000,
        b"a: " + b"x" * 1_000_000,
        b"a: '" + b"\n" * 100_000,
        b"".join(b"k%d: 1\n" % number for number in range(60_000)),
        b"%YAML 1.1\n---\na: 1\n",
        b"%TAG ! tag:x,2000:\n---\n!a b\n",
        "a: 1\n".encode("utf-16"),
        "a: 1\n".encode("utf-32"),
        b"a: " + b"9" * 100_000,
    ],
    ids=[
        "brackets",
        "dashes",
        "anchors",
        "braces",
        "line",
        "lines",
        "keys",
        "1.1",
        "tag",
        "u16",
        "u32",
        "digits",
    ],
)
@pytest.mark.slow
def test_large_and_strange_files(tmp_path: Path, content: bytes) -> None:
    findings = load(tmp_path, {"recipes/case.yaml": content})
    assert findings.has_errors
    assert_told_well(findings, tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write_workspace(tmp_path, {})
    os.mkfifo(tmp_path / "recipes/case.yaml")
    (tmp_path / "recipes/folder.yaml").mkdir()
    (tmp_path / "recipes/circle.yaml").symlink_to("circle.yaml")
    (tmp_path / "recipes/gone.yaml").symlink_to("nowhere")
    found = load(tmp_path, {}).items
    assert [(item.code, str(item.place)) for item in found] == [
        ("AK102", f"recipes/{name}.yaml") for name in ("case", "circle", "folder", "gone")
    ]


def test_names_of_files_may_be_any_bytes(tmp_path: Path) -> None:
    write_workspace(tmp_path, {})
    (tmp_path / "recipes" / os.fsdecode(b"\xff\x1b[2J.yaml")).write_bytes(b"film: [")
    findings = load(tmp_path, {})
    assert findings.has_errors
    text = "".join(format_text(item) for item in findings.items)
    assert "\x1b" not in text
    text.encode("utf-8")


def values(text: str) -> Any:
    """Give the value of `a` in a file with that one key."""
    return data_of(f"a: {text}\n")["a"]


@pytest.mark.parametrize(
    "text", ["no", "on", "1:30", "2026-11-01", "1e999999999", "+7", "0123", "1_000", "=", "<<"]
)
def test_what_yaml_1_1_would_change_stays_a_word(text: str) -> None:
    assert values(text) == text
