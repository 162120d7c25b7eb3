"""Problems of models as diagnostics at their places, and the rest read all the same."""

from __future__ import annotations

from pydantic import Field

from assetkit.diagnostics import Findings
from assetkit.validation import Checked, Strict, check, nearest, shorten
from assetkit.yaml_text import read_yaml


class Inner(Strict):
    number: int = Field(ge=0, le=9)
    flag: bool = False


class Outer(Strict):
    name: str
    inner: dict[str, Inner] = Field(default_factory=dict, alias="in-side")
    names: list[str] = Field(default_factory=list)


def run(text: str) -> tuple[Checked[Outer], list[str]]:
    findings = Findings()
    document = read_yaml(text, "a.yaml", findings)
    assert document is not None
    checked = check(Outer, document, findings, {"later": "what comes later"}, fillers={"name": "none"})
    return checked, [
        f"{item.place} {item.code} {item.message} {item.remedy}".strip() for item in findings.items
    ]


def test_a_sound_document_is_whole() -> None:
    checked, problems = run("{name: a, in-side: {b: {number: 1}}}")
    assert (checked.whole, problems) == (True, [])


def test_every_problem_is_reported_and_the_rest_is_read() -> None:
    checked, problems = run(
        "in-side: {a: {numbr: 1}, b: {number: true}, c: {number: 12}, d: {number: 3, flag: 1}}\n"
        "names: [x, 3]\nlater: 1\n<so>: 2"
    )
    assert problems == [
        "a.yaml:1:1 AK202 the key `name` is missing add `name:`",
        "a.yaml:1:11 AK202 the key `number` is missing add `number:`",
        "a.yaml:1:15 AK201 the key `numbr` is not known here did you mean `number`?",
        "a.yaml:1:38 AK203 this must be a whole number write a whole number, without quotes",
        "a.yaml:1:57 AK203 this must be at most 9 correct the value",
        "a.yaml:1:83 AK203 this must be true or false write true or false, without quotes",
        "a.yaml:2:12 AK203 this must be a text put it in quotes",
        "a.yaml:3:1 AK290 `later:` (what comes later) is not yet made remove `later:`",
        "a.yaml:4:1 AK201 the key `<so>` is not known here known here: in-side, name, names",
    ]
    assert checked.model is not None
    assert list(checked.model.inner) == ["d"]
    assert not checked.whole
    assert checked.was_refused(("in-side", "a", "number"))
    assert not checked.was_refused(("in-side", "d", "number"))


def test_a_document_of_another_kind_leaves_nothing() -> None:
    checked, problems = run("[1]")
    assert checked.model is None
    assert problems == ["a.yaml:1:1 AK203 this must be a mapping write {key: value}"]


def test_a_repeated_key_leaves_the_document_unwhole() -> None:
    checked, _ = run("{name: a, name: b}")
    assert checked.model is not None
    assert not checked.whole


def test_words_for_messages() -> None:
    assert nearest("vertcal", {"vertical", "x"}) == "did you mean `vertical`?"
    assert nearest("q", []) == ""
    assert shorten("a\nb" * 40).startswith("a\N{REPLACEMENT CHARACTER}b")
    assert len(shorten("x" * 99)) == 48
