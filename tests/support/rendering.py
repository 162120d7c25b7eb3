"""Small workspaces that render in seconds, and the command line run on them as a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from assetkit.tool.ffmpeg import find_tool, run_ffmpeg
from support.numbered import make_numbered

_CAMPAIGN = """\
assetkit: 1
campaign: small
title: {en: Small, ru: Малый}
languages: [ru, en]
rate: 25
as_of: 2026-11-01
brand: {background: "#101820", accent: "#ec008c", name: Small}
statistics:
  homes:
    value: 90
    unit: "%"
    wording: {en: at home, ru: дома}
    source: {en: deck, ru: доклад}
    as_of: 2023-01-01
"""
RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа}
master: films/numbers.mp4
subtitles: {ru: subtitles/ru.srt, en: subtitles/en.srt}
cuts:
  short:
    sequence:
      - clip: 00:00:00:10 - 00:00:02:20
      - dissolve: 6f
      - clip: 00:00:04:00 - 00:00:06:00
      - statistic: homes
        as: count-up
        for: 80f
    platforms: [small-tall, small-square]
"""
_PLATFORMS = """\
formats:
  tall: {size: 270x480, preset: veryfast, crf: 23, threads: 1, level: "4.0", maxrate: 3000, bufsize: 3000}
  square: {size: 320x320, preset: veryfast, crf: 23, threads: 1, level: "4.0", maxrate: 3000, bufsize: 3000}
layouts:
  tall: {size: 270x480, captions: [10, 300, 250, 170], cards: [20, 40, 230, 400]}
  square: {size: 320x320, captions: [10, 200, 300, 110], cards: [20, 20, 280, 280]}
platforms:
  small-tall: {title: Tall, format: tall, layout: tall}
  small-square: {title: Square, format: square, layout: square}
"""
_WORDS = {"ru": "Домой", "en": "Home"}
POSTS = [f"numbers/short/{name}/{lang}" for name in ("small-tall", "small-square") for lang in ("ru", "en")]


@dataclass(frozen=True)
class Finished:
    """How a command ended."""

    code: int
    out: str
    err: str


def make_master(path: Path) -> Path:
    """Make a master of 200 numbered frames at 25 fps with a tone that can be brought to any loudness."""
    silent = make_numbered(path.with_name(f"silent-{path.name}"), frames=200)
    tone = ["-f", "lavfi", "-i", "aevalsrc=0.2*sin(2*PI*440*t)|0.2*sin(2*PI*550*t):s=48000:d=8"]
    run_ffmpeg(["-y", "-i", str(silent), *tone, "-c:v", "copy", "-c:a", "aac", str(path)], loglevel="error")
    return path


def make_workspace(root: Path, master: Path, recipe: str = RECIPE) -> Path:
    """Write a workspace of four posts: two shapes, two languages, two clips, a dissolve, a card and a cue.

    The master has 200 frames at 25 fps.
    """
    for name in ("films", "subtitles", "recipes"):
        (root / name).mkdir(parents=True)
    shutil.copy(master, root / "films" / "numbers.mp4")
    (root / "assetkit.yaml").write_text(_CAMPAIGN, encoding="utf-8")
    (root / "platforms.yaml").write_text(_PLATFORMS, encoding="utf-8")
    (root / "recipes" / "numbers.yaml").write_text(recipe, encoding="utf-8")
    for language, words in _WORDS.items():
        cue = f"1\n00:00:01,000 --> 00:00:01,600\n{words}\n"
        (root / "subtitles" / f"{language}.srt").write_text(cue, encoding="utf-8")
    return root


def command(*arguments: str) -> list[str]:
    """Give the command line that runs assetkit in this environment."""
    return [sys.executable, "-c", "from assetkit.cli.main import main; main()", *arguments]


def start(
    root: Path, *arguments: str, env: Mapping[str, str] | None = None, before: Sequence[str] = ()
) -> subprocess.Popen[str]:
    """Start `assetkit render` on a workspace in a process group of its own; `before` runs it in its place."""
    words = [*before, *command("render", "--root", str(root), "--jobs", "2", *arguments)]
    return subprocess.Popen(
        words,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hear_interrupts,
    )


def _hear_interrupts() -> None:
    # A shell lets what it starts in the background, such as a test run, ignore them.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def finish(process: subprocess.Popen[str], seconds: float = 120) -> Finished:
    """Wait for a command."""
    out, err = process.communicate(timeout=seconds)
    return Finished(process.returncode, out, err)


def render(root: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Finished:
    """Run `assetkit render` to its end."""
    return finish(start(root, *arguments, env=env))


def delivered(root: Path) -> dict[str, str]:
    """Give the digests of all files below out/, by their paths."""
    out = root / "out"
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest() for path in files}


def half_written(root: Path) -> list[str]:
    """Look at out/ as a reader would, now: name the videos that are not what their post.json says."""
    wrong: list[str] = []
    for path in _shown_videos(root / "out"):
        try:
            inode, video = path.parent.stat().st_ino, path.read_bytes()
            post = json.loads((path.parent / "post.json").read_bytes())
            swapped = path.parent.stat().st_ino != inode
        except FileNotFoundError:
            continue  # swapped for another post between two looks
        if not swapped and sha256(video).hexdigest() != post["sha256"]:
            wrong.append(str(path))
    return wrong


def _shown_videos(out: Path) -> list[Path]:
    # Folders come and go while this looks: what has gone is passed over.
    found = []
    for folder, inner, names in os.walk(out):
        inner[:] = [name for name in inner if not name.startswith(".")]  # staged, not yet shown
        found += [Path(folder) / name for name in names if name.endswith(".mp4")]
    return found


def processes_of(root: Path) -> list[int]:
    """Give the processes whose command line or working folder names this workspace (Linux)."""
    name, found = os.fsencode(str(root)), []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes()
            place = os.fsencode((entry / "cwd").readlink())
        except OSError:
            continue  # it has ended, or is no business of ours
        if (name in words or place.startswith(name)) and int(entry.name) != os.getpid():
            found.append(int(entry.name))
    return found


def wrap_tool(folder: Path, body: str) -> dict[str, str]:
    """Write a stand-in for ffmpeg, a script in which `real(arguments)` runs it and gives its exit code.

    `arguments` holds the command line, `out` its last word. Gives the environment that puts it in use.
    """
    head = (
        f"#!{sys.executable}\n"
        "import os, pathlib, subprocess, sys\n"
        "arguments, out = sys.argv[1:], sys.argv[-1]\n"
        "def real(words):\n"
        # The pipes of cards are inherited.
        f"    return subprocess.call([{find_tool().path!r}, *words], close_fds=False)\n"
    )
    path = folder / "ffmpeg"
    path.write_text(head + body, encoding="utf-8")
    path.chmod(0o755)
    return {"ASSETKIT_FFMPEG": str(path)}
