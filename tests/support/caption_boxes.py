"""Where the captions of the campaign's films stand, read from pixels: what `test_caption_boxes` compares.

Every cue is laid out by the plan's own code and burnt by the real tool into plain grey, a frame each, and
not coded. To renew the golden after a wanted change, look at the captions (`assetkit preview`), then

    PYTHONPATH=tests .venv/bin/python -m support.caption_boxes
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assetkit.diagnostics import Findings
from assetkit.engine.batch import tool_versions
from assetkit.engine.reading import Subtitles, films_of, read_workspace
from assetkit.geometry import Box
from assetkit.plan.texts import TextSetter
from assetkit.platforms.records import Catalogue, Platform
from assetkit.recipe.records import Cut, Workspace
from assetkit.subtitles.ass import AssEvent, write_ass
from assetkit.subtitles.layout import CaptionLayout
from assetkit.subtitles.speakers import show_speakers
from assetkit.text.fonts import font_dir
from assetkit.timecode import FrameRange
from assetkit.tool.ffmpeg import find_tool, tool_environment

ROOT = Path(__file__).parent.parent.parent
RECORD = Path(__file__).parent.parent / "render" / "golden" / "captions.json"
LANGUAGES = ("kk", "ru", "en")
PLACES = ("bottom", "top")
RATE = Fraction(25)  # of the campaign and of its films
GROUND = 126  # luma of #808080 in limited range
# A letter is white (235), and brighter than the ground by half; its edge is black (16), and a halo is
# lighter than the ground less an eighth of its luma range.
_LETTERS, _EDGED = 190, 32
# A row holds the feet of letters where it has this share of the fullest row of its line: below the baseline
# there are descenders only.
_FEET = 0.45
_COLUMNS = "line, lines, em, x, y, width, height, baseline"

Luma = npt.NDArray[np.uint8]
Rows = dict[str, list[list[int]]]
"""By language, film and picture: rows of `Seen.as_row`."""


@dataclass(frozen=True)
class Laid:
    """A caption as it was planned: `line` is that of its times in the file."""

    line: int
    layout: CaptionLayout


@dataclass(frozen=True)
class Seen:
    """What pixels show of a caption: `box` all that differs from the ground, `edged` letters and dark edges.

    `baseline` is the first row below the feet of the last line's letters.
    """

    box: Box
    edged: Box
    baseline: int

    def as_row(self, laid: Laid) -> list[int]:
        """Give what the golden keeps: line in the file, lines, em, box, baseline."""
        box, layout = self.box, laid.layout
        return [laid.line, len(layout.lines), layout.em, box.x, box.y, box.width, box.height, self.baseline]


def read_campaign() -> Workspace:
    """Read the project's own campaign and recipes."""
    findings = Findings()
    workspace = read_workspace(ROOT, findings)
    assert workspace is not None and not findings.has_errors, findings.items
    return workspace


def distinct_pictures(catalogue: Catalogue) -> dict[str, Platform]:
    """Give one platform for each picture and layout, by their names."""
    found: dict[str, Platform] = {}
    for platform in catalogue.platforms.values():
        found.setdefault(f"{platform.format.size} {platform.layout.name}", platform)
    return found


def films_with_captions(workspace: Workspace) -> dict[str, Cut]:
    """Give each film that has subtitles, with a cut that shows it."""
    cuts = [cut for recipe in workspace.recipes.values() for cut in recipe.cuts.values()]
    shown = [(slug, film, cut) for cut in cuts for slug, film in films_of(cut).items()]
    return {slug: cut for slug, film, cut in reversed(shown) if film.subtitles}


def lay_out_film(
    workspace: Workspace,
    film: str,
    language: str,
    platform: Platform,
    backing: str = "",
    place: str = "bottom",
) -> list[Laid]:
    """Lay out every cue of a film as a plan does it, in another backing if one is named; each must fit."""
    cut, findings = films_with_captions(workspace)[film], Findings()
    style = replace(cut.captions.style, place=place)
    style = replace(style, backing=backing) if backing else style
    cut = replace(cut, captions=replace(cut.captions, style=style))
    cues = Subtitles(ROOT, findings).cues(cut, language, RATE)[film]
    setter = TextSetter(workspace.campaign.brand, findings)
    laid = [
        Laid(part.line, layout)
        for cue in show_speakers(cues, cut.captions.style.speakers)
        for part, layout in setter.caption(cue, language, platform, cut, RATE, cut.place)
    ]
    assert laid and not findings.has_errors, findings.items
    return laid


def burn_each(layouts: Sequence[CaptionLayout]) -> Iterator[Luma]:
    """Burn every layout into a frame of its own; gives each one's luma, as an encoder would be given it."""
    size, frames = layouts[0].size, len(layouts)
    events = [
        AssEvent(FrameRange(number, number + 1), layout, layout.style.colour)
        for number, layout in enumerate(layouts)
    ]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "captions.ass"
        script.write_text(write_ass(events, size, RATE), encoding="utf-8")
        steady = f"format=yuv420p,settb={RATE.denominator}/{RATE.numerator},setpts=N"
        graph = f"{steady},ass=filename={script}:fontsdir={font_dir()},extractplanes=y"
        source = ["-f", "lavfi", "-i", f"color=gray:s={size}:r={RATE}", "-frames:v", str(frames)]
        command = [find_tool().path, "-v", "fatal", *source, "-vf", graph, "-f", "rawvideo", "-"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=tool_environment()) as child:
            assert child.stdout is not None
            for _ in range(frames):
                luma = np.frombuffer(child.stdout.read(size.width * size.height), np.uint8)
                yield luma.reshape(size.height, size.width)
        assert child.returncode == 0


def look_at(luma: Luma) -> Seen:
    """Read a caption's boxes and its baseline from a picture."""
    differs = np.abs(luma.astype(np.int16) - GROUND)
    return Seen(_box_of(differs > 0), _box_of(differs >= _EDGED), _baseline_of(luma))


def measure_film(
    workspace: Workspace, film: str, language: str, platform: Platform, place: str = "bottom"
) -> list[tuple[Laid, Seen]]:
    """Give every caption of a film in a language, as it was planned and as its pixels show it."""
    laid = lay_out_film(workspace, film, language, platform, place=place)
    pictures = burn_each([each.layout for each in laid])
    return [(each, look_at(luma)) for each, luma in zip(laid, pictures, strict=True)]


def compare_rows(old: list[list[int]], new: list[list[int]], slack: int) -> list[str]:
    """Name the captions that stand elsewhere by more than `slack` pixels, or are others."""
    if [row[:3] for row in old] != [row[:3] for row in new]:
        return [f"other captions: {[row[:3] for row in new]} and not {[row[:3] for row in old]}"]
    return [
        f"line {now[0]}: {now[3:]} and not {then[3:]}"
        for then, now in zip(old, new, strict=True)
        if max(abs(a - b) for a, b in zip(then[3:], now[3:], strict=True)) > slack
    ]


def read_record() -> tuple[Rows, int]:
    """Give what was recorded, and by how many pixels it may be missed.

    None with the same tools; one with others, whose curves and edges may be rounded otherwise.
    """
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    return record["rows"], 0 if record["tools"] == _tools() else 1


def record_rows() -> None:
    """Measure all and write the golden."""
    workspace = read_campaign()
    rows = {
        name_of(film, language, picture, place): [
            seen.as_row(laid) for laid, seen in measure_film(workspace, film, language, platform, place)
        ]
        for place in PLACES
        for picture, platform in distinct_pictures(workspace.catalogue).items()
        for film in sorted(films_with_captions(workspace))
        for language in LANGUAGES
    }
    text = json.dumps({"tools": _tools(), "columns": _COLUMNS, "rows": rows}, indent=1)
    # A caption on each line: a change can be read.
    text = re.sub(r"\[\s+(-?\d[^\]]*?)\s+\]", lambda row: f"[{' '.join(row[1].split())}]", text)
    RECORD.write_text(text + "\n", encoding="utf-8")


def name_of(film: str, language: str, picture: str, place: str = "bottom") -> str:
    """Name a film's captions in the golden."""
    return f"{film} {language} {picture} {place}"


def _tools() -> str:
    return tool_versions()["ffmpeg"]


def _box_of(mask: npt.NDArray[np.bool_]) -> Box:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    assert rows.size, "nothing was drawn"
    x, y = int(columns[0]), int(rows[0])
    return Box(x, y, int(columns[-1]) + 1 - x, int(rows[-1]) + 1 - y)


def _baseline_of(luma: Luma) -> int:
    """Find the feet of the last line: the lowest row that is nearly as full of letters as any near it."""
    filled = (luma >= _LETTERS).sum(axis=1)
    lowest = int(np.flatnonzero(filled)[-1]) + 1
    # Half the height of a caption's line is less than half an em, and more than a descender.
    short_edge: int = min(luma.shape)
    first = lowest - round(short_edge / 40)
    line = filled[first:lowest]
    return first + int(np.flatnonzero(line >= _FEET * line.max())[-1]) + 1


if __name__ == "__main__":
    record_rows()
    sys.exit(0)
