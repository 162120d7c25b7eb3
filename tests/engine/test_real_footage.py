"""The main job on real footage, through the command line: five platforms, three languages, real sizes.

The pictures are compared with renderings that share nothing with the product's way: frames chosen by number
from a decode of the whole film, boxes written down by hand, another scaling, nothing encoded.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from assetkit.quality.inspect import inspect_file
from assetkit.tool.ffmpeg import find_tool, tool_environment
from support.playing import play

RECIPE = """\
assetkit: 1
film: bunny
title: {en: Bunny, ru: Кролик, kk: Қоян}
master: films/bigbuckbunny.mp4
colour: bt709
subtitles: {en: subtitles/en.srt, ru: subtitles/ru.srt, kk: subtitles/kk.srt}
cuts:
  short:
    sequence:
      - clip: 00:00:01:08 - 00:00:02:06
      - clip: 00:00:00:09 - 00:00:01:06
      - clip: 00:00:02:08 - 00:00:03:06
      - clip: 00:00:04:08 - 00:00:04:15
    platforms: [instagram-reel, instagram-feed-4x5, instagram-feed-1x1, youtube, x]
"""
CAMPAIGN = """\
assetkit: 1
campaign: proof
title: {en: Proof, ru: Проба, kk: Сынақ}
languages: [kk, ru, en]
rate: 25
as_of: 2026-11-01
brand: {name: Proof}
"""
CUE = {"kk": "Қоян үңгірінен шықты", "ru": "Кролик вышел из норы", "en": "The rabbit comes out"}
# Frames of the film, as the cut shows them: three seconds, the least that Instagram takes. The film repeats
# every 25th frame; none of these, nor one beside them, is such a one.
CLIPS = ((33, 56), (9, 31), (58, 81), (108, 115))
SHOWN = tuple(frame for start, stop in CLIPS for frame in range(start, stop))
SPOKEN = range(40, 56)  # frames of the film that carry the cue: its file's ten, longer to be read, as cut
WIDE = "x"  # this platform gets all three languages
LEAST_DECIBELS = 36.0
THIN = 2  # every second pixel of every second row is enough to tell, and four times as quick
FRAME = 1920  # samples of a frame

Lumas = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Picture:
    """What a platform shows: size, crop of the film as width:height:x:y, rows above its captions."""

    size: tuple[int, int]
    crop: str
    free_rows: int


PICTURES = {
    "instagram-reel": Picture((1080, 1920), "404:720:438:0", 948),
    "instagram-feed-4x5": Picture((1080, 1350), "576:720:352:0", 900),
    "instagram-feed-1x1": Picture((1080, 1080), "720:720:280:0", 720),
    "youtube": Picture((1920, 1080), "1280:720:0:0", 720),
    "x": Picture((1280, 720), "1280:720:0:0", 480),
}


@pytest.mark.slow
def test_the_main_job_on_real_footage(real_film: Path, tmp_path: Path) -> None:
    # One test, because the parts look at one rendering, and parallel workers would each make their own.
    write_workspace(tmp_path, real_film)
    render(tmp_path)
    found = {(platform, language) for platform, language, _ in posts(tmp_path)}
    every = {(platform, "kk") for platform in PICTURES}
    assert found == every | {(WIDE, language) for language in CUE}
    for platform, language, folder in posts(tmp_path):
        check_post(platform, language, folder)
    for platform, picture in PICTURES.items():
        lumas = {language: lumas_of(folder) for _, language, folder in posts(tmp_path, platform)}
        check_pictures(lumas["kk"], independent_lumas(real_film, picture), picture)
        check_languages(lumas, picture)
    for _, _, folder in posts(tmp_path, WIDE):
        check_sound(folder, real_film)
    before = traces(tmp_path)
    render(tmp_path)
    assert traces(tmp_path) == before, "the second run has rendered or delivered something"


def check_post(platform: str, language: str, folder: Path) -> None:
    """The post says what it is, no check has failed, and the file is what was ordered."""
    post = json.loads((folder / "post.json").read_text(encoding="utf-8"))
    assert (post["platform"], post["language"], post["frames"]) == (platform, language, len(SHOWN))
    assert (post["width"], post["height"]) == PICTURES[platform].size
    assert len(post["checks"]) > 15
    wrong = [check for check in post["checks"] if not check["passed"] and check["severity"] == "error"]
    assert wrong == []
    assert not post["publishable"]  # nobody has read the texts
    report = inspect_file(folder / post["file"], full=language == "kk")
    assert report.decoded_frames == (len(SHOWN) if language == "kk" else None)
    assert report.picture is not None
    assert (report.picture.frames, report.picture.rate) == (len(SHOWN), Fraction(25))
    assert report.sound is not None
    assert report.sound.loudness == pytest.approx(-14, abs=1)


def check_pictures(lumas: Lumas, wanted: dict[int, Lumas], picture: Picture) -> None:
    """Every frame is the film's own, and neither the one before nor the one after fits as well."""
    assert len(lumas) == len(SHOWN)
    for seen, number in zip(lumas, SHOWN, strict=True):
        rows = (picture.free_rows if number in SPOKEN else picture.size[1]) // THIN
        before, loss, after = (
            _mean_square(seen[:rows], wanted[number + shift][:rows]) for shift in (-1, 0, 1)
        )
        assert loss < min(before, after), (picture, number)
        decibels = 10 * np.log10(255**2 / loss)
        assert decibels >= LEAST_DECIBELS, (picture, number, decibels)


def check_languages(lumas: dict[str, Lumas], picture: Picture) -> None:
    """Each language has a text of its own, on exactly the frames of the cue."""
    for one, other in combinations(lumas, 2):
        for place, number in enumerate(SHOWN):
            below = (lumas[language][place, picture.free_rows // THIN :] for language in (one, other))
            first, second = (part.astype(np.int16) for part in below)
            differs = float((np.abs(first - second) > 60).mean()) > 0.002
            assert differs == (number in SPOKEN), (picture, one, other, number)


def check_sound(folder: Path, film: Path) -> None:
    """The film's own sound lies under its own pictures, to 2 ms."""
    played = play(video_of(folder), thin=8)
    assert played.times == pytest.approx([n / 25 for n in range(len(SHOWN))], abs=1e-6)
    assert abs(len(played.sound) - len(SHOWN) * FRAME) <= 2 * 1024
    whole, near = _one_channel(film), 480
    at = 0
    for start, stop in CLIPS[:3]:
        # Most of the clip, without the joins; in the cut it is looked for 10 ms to each side.
        length = (stop - start - 4) * FRAME
        part = whole[(start + 2) * FRAME :][:length]
        found = played.sound[(at + 2) * FRAME - near :][: length + 2 * near]
        fit = np.correlate(found, part, "valid")
        best = int(fit.argmax())
        under = found[best : best + length]
        assert abs(best - near) <= 96, "more than 2 ms apart"
        assert (
            fit[best] / np.sqrt((part**2).sum() * (under**2).sum()) > 0.85
        )  # less than 1: it is levelled, limited and coded
        at += stop - start


def write_workspace(root: Path, film: Path) -> None:
    """Write campaign, recipe and subtitles beside the film."""
    for folder in ("films", "subtitles", "recipes"):
        (root / folder).mkdir()
    shutil.copy(film, root / "films" / "bigbuckbunny.mp4")
    (root / "assetkit.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (root / "recipes" / "bunny.yaml").write_text(RECIPE, encoding="utf-8")
    for language, words in CUE.items():
        cue = f"1\n00:00:01,600 --> 00:00:02,000\n{words}\n"
        (root / "subtitles" / f"{language}.srt").write_text(cue, encoding="utf-8")


def render(root: Path) -> None:
    """Run the real command: all platforms in Kazakh, one of them in every language."""
    command = Path(sys.executable).with_name("assetkit")
    for wanted in (["--language", "kk"], ["--platform", WIDE]):
        done = subprocess.run(
            [str(command), "render", "--root", str(root), *wanted],
            capture_output=True,
            text=True,
            check=False,
            cwd=root,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def posts(root: Path, wanted: str = "") -> Iterator[tuple[str, str, Path]]:
    """Give platform, language and folder of each post."""
    for file in sorted((root / "out" / "bunny" / "short").glob("*/*/post.json")):
        platform, language = file.parent.parent.name, file.parent.name
        if wanted in ("", platform):
            yield platform, language, file.parent


def video_of(folder: Path) -> Path:
    """Give the one video of a post."""
    (video,) = folder.glob("*.mp4")
    return video


def lumas_of(folder: Path) -> Lumas:
    """Decode a post's luma, thinned out."""
    return play(video_of(folder), thin=THIN).lumas


def traces(root: Path) -> dict[str, Any]:
    """Give what a rendering would change: every object and every video, with inode and time."""
    files = [*(root / "out").rglob("*.mp4"), *(root / "out").rglob("post.json")]
    files += [path for path in (root / ".assetkit").rglob("*") if path.suffix in (".mp4", ".aac", ".bin")]
    assert len(files) > 20
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def independent_lumas(film: Path, picture: Picture) -> dict[int, Lumas]:
    """Give the luma of the film's frames by number, cropped and scaled by one plain chain, thinned out."""
    width, height = picture.size
    first, last = min(SHOWN) - 1, max(SHOWN) + 1
    chain = f"select='between(n,{first},{last})',crop={picture.crop},scale={width}:{height}:flags=spline"
    command = [find_tool().path, "-v", "error", "-i", str(film), "-an", "-vf", chain]
    sink = ["-fps_mode", "passthrough", "-pix_fmt", "yuv420p", "-f", "rawvideo", "-"]
    done = subprocess.run([*command, *sink], capture_output=True, check=True, env=tool_environment())
    planes = np.frombuffer(done.stdout, np.uint8).reshape(-1, width * height * 3 // 2)
    assert len(planes) == last - first + 1
    lumas = planes[:, : width * height].reshape(-1, height, width)[:, ::THIN, ::THIN]
    return dict(zip(range(first, last + 1), lumas, strict=True))


def _mean_square(one: Lumas, other: Lumas) -> float:
    apart = one.astype(np.int32) - other
    return float((apart * apart).mean()) + 1e-9


def _one_channel(film: Path) -> npt.NDArray[np.float32]:
    """Mix the film's 5.1 down to one channel: centre and surrounds at -3 dB, no low effects."""
    import av

    with av.open(str(film)) as container:
        frames = list(container.decode(audio=0))
    sound = np.concatenate([frame.to_ndarray() for frame in frames], axis=1)
    names = [channel.name for channel in frames[0].layout.channels]
    gains = {"FL": 0.5, "FR": 0.5, "FC": 0.707, "BL": 0.3535, "BR": 0.3535, "SL": 0.3535, "SR": 0.3535}
    mono = sum(gains.get(name, 0.0) * sound[place] for place, name in enumerate(names))
    start = round(float(frames[0].time or 0) * 48000)
    assert start >= 0
    return np.concatenate([np.zeros(start), mono]).astype(np.float32)
