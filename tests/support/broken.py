"""The corpus of broken files below tests/recipe/broken: each case, and the whole of what is said about it.

A case is a file `name.yaml` beside `name.txt`. It stands as the only recipe of a workspace that is otherwise
right, or, by its folder, as that workspace's campaign file (`campaign/`) or file of platforms (`platforms/`).
In `planned/` the whole batch is planned too, from the facts of a film that is not there: 750 frames at 25
frames per second.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np

from assetkit.diagnostics import Findings, format_text
from assetkit.engine.batch import Selection, plan_batch
from assetkit.geometry import Size
from assetkit.media.facts import Colour, MasterFacts
from assetkit.platforms.read import read_catalogue
from assetkit.recipe.workspace import load_workspace
from assetkit.tool.masters import write_lock
from support.pictures import png_header, png_of
from support.workspaces import CAMPAIGN, RECIPE, catalogue, write_workspace

CORPUS = Path(__file__).parents[1] / "recipe" / "broken"
_PLACES = {"": "recipes/case.yaml", "campaign": "assetkit.yaml", "platforms": "platforms.yaml"}
_GOOD_CUE = "1\n00:00:01,000 --> 00:00:03,000\nText\n"
_HOSTILE = {
    "films/list.m3u8": "#EXTM3U\n#EXTINF:1,\n/etc/passwd\n",
    "films/list.ffconcat": "ffconcat version 1.0\nfile /etc/passwd\n",
    "films/session.sdp": "v=0\nc=IN IP4 127.0.0.1\nm=video 1234 RTP/AVP 96\n",
    "films/manifest.mpd": '<?xml version="1.0"?><MPD/>\n',
    "films/disguised.mp4": "#EXTM3U\n#EXTINF:1,\n/etc/passwd\n",
    "films/joined.mov": "ffconcat version 1.0\nfile other.mov\n",
    "films/noise.mp4": "this is no film\n",
    "subtitles/no-times.srt": "Text that nobody says\n",
    "subtitles/damaged.srt": "1\n00:00:01,000 --> 00:00:xx\nText\n",
    "subtitles/null.srt": "1\n00:00:01,000 --> 00:00:02,000\nA\0B\n",
}


@dataclass(frozen=True)
class Case:
    """One broken file; `folder` says what kind of file it is."""

    path: Path

    @property
    def name(self) -> str:
        """Its path in the corpus, without its suffix."""
        return str(self.path.relative_to(CORPUS).with_suffix(""))

    @property
    def folder(self) -> str:
        """The folder of the corpus: "", "campaign", "platforms" or "planned"."""
        return self.name.rpartition("/")[0]

    @property
    def expected(self) -> str:
        """The whole message."""
        return self.path.with_suffix(".txt").read_text(encoding="utf-8")


def cases() -> list[Case]:
    """Give every case, in the order of names."""
    return [Case(path) for path in sorted(CORPUS.rglob("*.yaml"))]


def messages(root: Path, case: Case) -> str:
    """Put the case into a workspace at `root` and give all that is said about it."""
    findings = find(root, case)
    source = (root / _place(case)).read_text(encoding="utf-8", errors="replace")
    return "".join(
        f"{format_text(item, source if item.place and item.place.file == _place(case) else None)}\n"
        for item in findings.items
    )


def find(root: Path, case: Case) -> Findings:
    """Read the workspace of a case, and plan its batch where it belongs to the planned ones."""
    write_broken(root, case)
    if case.folder == "planned":
        return plan_batch(root, Selection()).findings
    findings = Findings()
    own = read_catalogue(root, findings) if case.folder == "platforms" else catalogue()
    load_workspace(root, own, findings)
    return findings


def write_broken(root: Path, case: Case) -> None:
    """Write the workspace of a case: good files, what a recipe must not name, and the case in its place."""
    recipes = {"good.yaml": RECIPE} if case.folder == "campaign" else {}
    if case.folder == "platforms":
        recipes = {"good.yaml": GOOD_CARDS}
    if case.folder == "planned":
        recipes = {"dinner.yaml": DINNER}
    write_workspace(root, recipes)
    for name in ("kk", "ru", "en"):
        (root / f"subtitles/the-dress.{name}.srt").write_text(_GOOD_CUE, encoding="utf-8")
    (root / "films").mkdir()
    for name, text in _HOSTILE.items():
        (root / name).write_text(text, encoding="utf-8")
    with (root / "subtitles/huge.srt").open("wb") as stream:
        stream.truncate(11 << 20)
    (root / "films/outside").symlink_to("/etc")
    (root / "films/circle").symlink_to("circle")
    (root / "films/folder.mp4").mkdir()
    for name in ("the-dress", "dinner"):
        write_lock(root, _facts(f"films/{name}.mp4", Fraction(25 if name == "the-dress" else 30)))
    _write_pictures(root / "pictures")
    shutil.copyfile(case.path, root / _place(case))


def _write_pictures(folder: Path) -> None:
    """Write pictures that are fine, and what is none."""
    folder.mkdir()
    for name, content in _pictures().items():
        (folder / name).write_bytes(content)


@cache
def _pictures() -> dict[str, bytes]:
    flat = {"dark": (20, 900), "bright": (250, 900), "small": (20, 90)}
    made = {name: png_of(np.full((edge, edge, 3), level, np.uint8)) for name, (level, edge) in flat.items()}
    return {
        **{f"{name}.png": content for name, content in made.items()},
        "cut-short.png": made["small"][: len(made["small"]) // 2],
        "bomb.png": png_header(60_000, 60_000),
        "words.png": b"this is no picture\n",
        "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }


def _place(case: Case) -> str:
    return _PLACES.get(case.folder, _PLACES[""])


def _facts(path: str, rate: Fraction) -> MasterFacts:
    return MasterFacts(
        path=path,
        digest="0" * 64,
        codec="h264",
        size=Size(1280, 720),
        pixel_format="yuv420p",
        rate=rate,
        time_base=1 / rate,
        first_pts=0,
        frame_count=750,
        key_frames=(0,),
        container_start=Fraction(0),
        colour=Colour("bt709", "bt709", "bt709", False),
        sounds=(),
    )


DINNER = """\
assetkit: 1
film: dinner
title: {en: The Dinner, ru: Ужин, kk: Кешкі ас}
master: films/dinner.mp4
selects: {table: {range: 1s - 4s}}
cuts:
  teaser: {sequence: [{clip: table}], platforms: [youtube]}
"""
GOOD_CARDS = """\
assetkit: 1
title: {en: Facts, ru: Факты, kk: Деректер}
cuts:
  facts:
    sequence: [{statistic: share}]
    platforms: [tiktok]
"""

__all__ = ["CAMPAIGN", "CORPUS", "Case", "cases", "find", "messages", "write_broken"]
