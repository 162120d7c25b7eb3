"""No text breaks a check: whatever a file says, findings come with a place in it."""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.checks.captions.film import check_captions
from assetkit.diagnostics import format_text
from assetkit.subtitles.standards import load_standards
from support.captioned import Said, caption_file, film_of

_LETTERS = st.text(st.sampled_from("aсoі1230.,:%  \n\u00a0кһəŻ{}\\е́家"), min_size=1, max_size=60) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40
)


@st.composite
def cues(draw: st.DrawFn) -> list[Said]:
    """Draw cues in order, never two on a frame."""
    said: list[Said] = []
    start = 0
    for text in draw(st.lists(_LETTERS, max_size=4)):
        start += draw(st.integers(0, 40))
        stop = start + draw(st.integers(1, 200))
        said.append((start, stop, text))
        start = stop
    return said


@settings(max_examples=1000 if os.environ.get("ASSETKIT_EXAMPLES") else 40, deadline=None)
@given(st.tuples(cues(), cues(), cues()))
def test_no_text_breaks_a_check(texts: tuple[list[Said], ...]) -> None:
    files = [
        caption_file(name, *said)
        for name, said in zip(("kk", "ru", "en"), texts, strict=True)
        if said  # a file without cues is never among those that are checked
    ]
    film = film_of(*files, shots=(30, 100))
    languages = ("kk", "ru", "en")
    found = check_captions(film, load_standards(), (), languages, lambda *_: ["家"], lambda *_: "Onest-Bold")
    paths = {file.path for file in files}
    for item in found:
        assert item.place is not None and item.place.file in paths
        assert format_text(item)
