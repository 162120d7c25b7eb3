"""A lower third over numbered footage, rendered by the command: where it stands, from its pixels."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from assetkit.cards.extents import around, part_boxes
from assetkit.engine.batch import Selection, plan_batch
from assetkit.geometry import Box, Size
from support.numbered import code_box, luma_of, read_number
from support.studio import assetkit, build_studio

RECIPE = """\
assetkit: 1
film: numbers
title: {en: Numbers, ru: Числа, kk: Сандар}
master: films/numbers.mp4
cuts:
  bare:
    sequence: [{clip: 00:00:00:00 - 00:00:02:20}]
    platforms: [broad]
  named:
    like: bare
    over:
      - lower-third: {en: A. Example, ru: А. Пример, kk: Ә. Мысал}
        role: {en: doctor, ru: врач, kk: дәрігер}
        at: 4f
        for: 63f
"""
FIRST, LAST, STANDING = 4, 66, 40
_SEEN = 24  # more than two encodings of one picture differ, but for the edges of its number

Lumas = list[npt.NDArray[np.int16]]


def lumas(path: Path) -> Lumas:
    with av.open(str(path)) as film:
        return [luma_of(frame).astype(np.int16) for frame in film.decode(video=0)]


def box_of(difference: npt.NDArray[np.int16]) -> Box | None:
    number = code_box(Size(difference.shape[1], difference.shape[0]))
    difference[number.y - 8 : number.bottom + 8, number.x - 8 : number.right + 8] = 0
    rows, columns = (np.flatnonzero((np.abs(difference) > _SEEN).any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    left, top = int(columns[0]), int(rows[0])
    return Box(left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)


@pytest.mark.slow
def test_it_stands_on_its_plate_in_three_languages_and_on_its_own_frames_alone(
    tmp_path: Path, numbered_25: Path
) -> None:
    root = build_studio(tmp_path / "studio", numbered_25)
    (root / "recipes" / "numbers.yaml").write_text(RECIPE, encoding="utf-8")
    done = assetkit("render", "--root", root, "--jobs", "2")
    assert done.code == 0, done.err
    plan = {each.language: each for each in plan_batch(root, Selection(cuts=("named",))).deliverables}
    for language in ("kk", "ru", "en"):
        shown, bare = (
            lumas(root / f"out/numbers/{cut}/broad/{language}/numbers-{cut}-broad-{language}.mp4")
            for cut in ("named", "bare")
        )
        assert len(shown) == len(bare) == 70
        seen = {number: box_of(shown[number] - bare[number]) for number in range(70)}
        assert {number for number, box in seen.items() if box} <= set(range(FIRST, LAST + 1))
        # Its first frame is as bare as its last one.
        assert all(seen[number] for number in range(FIRST + 1, LAST)) and not seen[FIRST]
        wanted = next(
            each.spec for span in plan[language].file.spans for each in span.overlays if each.frames
        )
        plate, found = around(part_boxes(wanted)), seen[STANDING]
        assert plate and found and wanted.zone.contains(plate)
        edges = zip(
            (found.x, found.y, found.right, found.bottom),
            (plate.x, plate.y, plate.right, plate.bottom),
            strict=True,
        )
        assert all(abs(one - other) <= 2 for one, other in edges), (found, plate)
        assert [read_number(each.astype(np.uint8)) for each in shown] == list(range(70))
