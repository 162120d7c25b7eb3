"""The parts of the benchmarks that reckon: a wrong sum would look like a good result."""

from __future__ import annotations

import re
import resource
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.subtitles.carry import conform_cues
from assetkit.subtitles.read import read_cues
from bench.budgets import rows_of
from bench.captions import frames_encoded
from bench.film import ARCHIVE, fetch_film
from bench.measure import Usage, run_measured
from bench.scaling import Rate, interpolate_rates
from bench.table import Row, at_least, at_most, print_rows
from bench.texts import write_cues
from bench.workspace import CLIPS, CUTS, FILM_SECONDS, Standard


def test_rates_lie_on_the_line_between_sizes_and_in_proportion_beyond() -> None:
    rate_of = interpolate_rates([Rate(300, 5.0), Rate(100, 1.0)])
    assert [rate_of(pixels) for pixels in (100, 200, 300, 600, 50)] == [1.0, 3.0, 5.0, 10.0, 0.5]
    with pytest.raises(ValueError, match="Nothing"):
        interpolate_rates([])


def test_an_aim_is_met_up_to_and_including_itself() -> None:
    assert [at_most("", number, 1.2, "{:.1f}").met for number in (1.1, 1.2, 1.3)] == [True, True, False]
    assert [at_least("", number, 0.87, "{:.2f}").met for number in (0.86, 0.87, 1.0)] == [False, True, True]


def test_the_table_shows_what_was_missed() -> None:
    table = print_rows([Row("a", "1"), Row("bbb", "2", "at most 1", False), Row("c", "3", "x", True)])
    lines = table.splitlines()
    assert [line.split("|")[4].strip() for line in lines[2:]] == ["-", "NO", "yes"]
    assert len({len(line) for line in lines}) == 1


@pytest.mark.slow
def test_what_a_child_costs_counts_its_own_children() -> None:
    burn = "import time\nwhile time.process_time() < 0.3: pass"
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}]); print('done')"
    usage = run_measured([sys.executable, "-c", nested])
    assert 0.3 <= usage.cpu < 3
    assert usage.wall > 0.3 and usage.out == "done\n"
    held = run_measured([sys.executable, "-c", "import time; held = bytearray(80_000_000); time.sleep(0.3)"])
    # Until it becomes another program, a child counts as large as the process that started it.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    assert 80e6 < held.process_bytes < max(200e6, 1.2 * own)
    assert 80e6 < held.tree_bytes < max(200e6, 1.2 * own)


def test_a_failed_child_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match=r"ended with 3: no such thing"):
        run_measured([sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"])


@pytest.mark.parametrize("batch", [Standard(), Standard().dense()])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_cues_cover_the_share_that_was_asked_for(batch: Standard, language: str) -> None:
    text = write_cues(language, FILM_SECONDS, 2.4 / batch.cue_share, first=batch.first_cue)
    cues = conform_cues(read_cues(text.encode(), "film.srt"), Fraction(24))
    held = {number for cue in cues for number in range(cue.range.start, cue.range.stop)}
    whole = len(held) / (FILM_SECONDS * 24)
    shown = [
        number for start, frames in CLIPS for number in range(round(start * 24), round(start * 24) + frames)
    ]
    assert whole == pytest.approx(batch.cue_share, abs=0.01)
    assert sum(number in held for number in shown) / len(shown) == pytest.approx(batch.cue_share, abs=0.015)


def test_cuts_are_nested_and_as_long_as_they_say() -> None:
    for name, clips in CUTS.items():
        assert sum(frames for _, frames in CLIPS[:clips]) == 24 * int(name.removeprefix("teaser-"))


def test_a_peer_that_lost_a_frame_is_not_equal() -> None:
    row = {"frames": 144, "expected": 144, "psnr": 45.0}
    peers = {"cpu": 40.0, "wall": 20.0, "bytes": 1e6, "sample": 2, "rows": [row, dict(row)]}
    cold = _cold()
    assert _verdict(rows_of({"cold": cold, "peers": peers}, full=False), "ffmpeg made") is True
    peers["rows"] = [row, row | {"frames": 143}]
    assert _verdict(rows_of({"cold": cold, "peers": peers}, full=False), "ffmpeg made") is False
    peers["rows"] = [row, row | {"psnr": 30.0}]
    assert _verdict(rows_of({"cold": cold, "peers": peers}, full=False), "ffmpeg made") is False


def test_the_ceiling_is_of_pixels_and_the_share_of_cpu() -> None:
    row = {"frames": 1, "expected": 1, "psnr": 45.0}
    peers = {"cpu": 36.0, "wall": 20.0, "bytes": 1e6, "sample": 1, "rows": [row]}
    rows = rows_of({"cold": _cold(), "peers": peers}, full=False)
    share = next(row for row in rows if row.what.endswith("share of the ceiling"))
    assert re.match(r"0\.90 \(3\.60 times", share.measured) and share.met is True


def test_captions_may_cost_a_twentieth_and_nothing_is_encoded_twice() -> None:
    costs = {"without": {"cpu": 20.0}, "with": {"cpu": 21.0}, "others": {"cpu": 30.0}}
    frames = {"shown_frames": 900, "distinct_frames": 500, "planned_frames": 600, "encoded_frames": 600}
    captions = {**costs, **frames, "captioned": 0.5}
    rows = rows_of({"captions": captions}, full=False)
    assert re.match(r"1\.05 \(21\.0 s against 20\.0 s; on 50%", rows[0].measured)
    assert [row.met for row in rows] == [True, True, None]
    dearer = captions | {"with": {"cpu": 21.3}, "encoded_frames": 601}
    assert [row.met for row in rows_of({"captions": dearer}, full=False)] == [False, False, None]


def test_sound_is_a_share_of_the_batch_and_flat_in_length() -> None:
    spent = {"extracts": 1.0, "mixes": 0.2, "levelled": 1.6}
    sound = {"spent": spent, "cold": 100.0, "seconds": 60.0}
    sound |= {"short": {"tree_bytes": 100e6}, "long": {"tree_bytes": 109e6}}
    rows = rows_of({"sound": sound}, full=False)
    assert rows[0].measured == "2.8% (extracts 1.0, mixes 0.2, levelled 1.6 s for 60 s of sound)"
    assert [row.met for row in rows] == [True, True]
    worse = sound | {"cold": 90.0, "long": {"tree_bytes": 111e6}}
    assert [row.met for row in rows_of({"sound": worse}, full=False)] == [False, False]


@pytest.mark.parametrize(
    "said", ["3 tasks ran, 144 frames encoded, 0 current", "1 frames encoded\n144 frames encoded"]
)
def test_frames_are_read_from_what_a_rendering_says(said: str) -> None:
    assert frames_encoded(Usage(1.0, 1.0, 1, 1, said)) == 144
    with pytest.raises(RuntimeError, match="how many frames"):
        frames_encoded(Usage(1.0, 1.0, 1, 1, "done"))


def _cold() -> dict[str, float]:
    pixels = {"shown_pixels": 4e9, "distinct_pixels": 1e9, "encoded_pixels": 1.2e9}
    frames = {"shown_frames": 4, "distinct_frames": 1, "encoded_frames": 1}
    sizes = {"bytes": 1e6, "tree_bytes": 1e9, "process_bytes": 5e8, "jobs": 2}
    made = {"deliverables": 2, "delivered": 2, "files": 2, "captioned": 0.5, "captioned_on_lattice": 0.6}
    return {"cpu": 10.0, "wall": 5.0} | pixels | frames | sizes | made


def _verdict(rows: list[Row], words: str) -> bool | None:
    return next(row.met for row in rows if words in row.what)


def test_another_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / ARCHIVE).write_bytes(b"not what was published")
    with pytest.raises(RuntimeError, match="not the known one"):
        fetch_film(tmp_path)
    assert not (tmp_path / "bbb.mp4").exists()
