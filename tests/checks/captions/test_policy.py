"""A campaign weighs findings, a recipe waives single ones, and a waiver that fits nothing is told."""

from __future__ import annotations

from assetkit.checks.captions.policy import apply_severities, apply_waivers, condense_notes, weigh_findings
from assetkit.diagnostics import Diagnostic, Place, Severity
from assetkit.recipe.records import Film, Recipe, SubtitleFile, Waiver

PATH = "subtitles/a.en.srt"
HERE = Place("recipes/a.yaml", 4, 5)
FAST = Diagnostic(
    "AK450", Severity.WARNING, "fast", Place(PATH, 3, 1), cue="I am learning.\nFor you.", language="en"
)
LONG = Diagnostic("AK451", Severity.NOTE, "long", Place(PATH, 7, 1), cue="Home", language="en")


def recipe(*waivers: Waiver) -> Recipe:
    film = Film("a", {}, "a.mp4", {"en": SubtitleFile(PATH)}, None, HERE)
    return Recipe("a", "recipes/a.yaml", film, {}, {}, waivers)


def waiver(check: str = "AK450", language: str = "en", text: str = "learning. for") -> Waiver:
    return Waiver(check, language, text, "said so in the film", HERE)


def test_a_campaign_changes_what_a_finding_weighs() -> None:
    heavy, light = apply_severities([FAST, LONG], {"AK450": "error", "AK451": "warning"})
    assert (heavy.severity, light.severity) == (Severity.ERROR, Severity.WARNING)
    assert apply_severities([FAST, LONG], {"AK450": "off"}) == [LONG]


def test_a_waiver_takes_the_finding_that_it_names() -> None:
    kept, waived = apply_waivers([FAST, LONG], [recipe(waiver())])
    assert kept == [LONG]
    assert [(each.finding, each.waiver.reason) for each in waived] == [(FAST, "said so in the film")]


def test_a_waiver_for_all_languages_and_words() -> None:
    assert apply_waivers([FAST], [recipe(waiver(language="", text=""))])[0] == []


def test_a_waiver_that_fits_nothing_is_told() -> None:
    for idle in (waiver("AK453"), waiver(language="kk"), waiver(text="other words")):
        kept, waived = apply_waivers([FAST], [recipe(idle)])
        assert waived == []
        assert [(item.code, item.severity, item.place) for item in kept[1:]] == [
            ("AK466", Severity.NOTE, HERE)
        ]
    assert apply_waivers([], [recipe(waiver())], is_whole=False) == ([], [])


def test_a_waiver_speaks_for_its_own_film_alone() -> None:
    other = Diagnostic("AK450", Severity.WARNING, "fast", Place("subtitles/b.en.srt", 3, 1), cue=FAST.cue)
    kept, waived = apply_waivers([other], [recipe(waiver(language=""))])
    assert (kept[0], waived) == (other, [])


def test_many_notes_of_a_kind_become_a_few() -> None:
    notes = [Diagnostic("AK451", Severity.NOTE, f"{n}", Place(PATH, n, 1), cue="a") for n in range(1, 9)]
    kept = condense_notes([*notes, FAST])
    assert [item.message for item in kept] == ["1", "2", "3 (5 more of this kind follow in the file)", "fast"]
    assert condense_notes(notes[:3]) == notes[:3]


def test_a_letter_that_cannot_be_drawn_is_told_once() -> None:
    cue = Diagnostic(
        "AK401", Severity.ERROR, "no x in en: “a”", Place(PATH, 3, 1), cue="家\nb", language="en"
    )
    cut = Diagnostic("AK401", Severity.ERROR, f"the font has no x: {'家' + chr(10) + 'b'!r}", HERE)
    super_ = Diagnostic("AK401", Severity.ERROR, "the font has no x: '家 here'", HERE)
    kept, _ = weigh_findings([cut, cue, super_], {}, [], is_whole=True)
    assert kept == [cue, super_]
