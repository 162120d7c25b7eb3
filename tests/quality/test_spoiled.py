"""Every planted fault is found, by code that did not make the file; a clean file passes everything."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from assetkit.codes import CODES
from assetkit.geometry import Box, Size
from assetkit.platforms.read import load_catalogue
from assetkit.quality.check import check_file
from assetkit.quality.control import Asked, Control, control
from assetkit.quality.inspect import inspect_file
from assetkit.quality.private import check_private
from support.finished import AMPLITUDE, TAGS
from support.spoiled import (
    BUTTONS,
    EXPECTED,
    SCENE,
    WORDS,
    Spoiled,
    cut_short,
    make_spoiled,
    shown_in,
    small_platform,
    text_of,
    with_box,
)

pytestmark = pytest.mark.slow

ASKED = Asked(small_platform(), EXPECTED, shown_in("kk"), {"ru": shown_in("ru")})
XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
UNDER = Box(16, 270, 184, 60)
Studied = Callable[[str], tuple[Path, Control]]
EXACT = ("-fflags", "+bitexact")
NO_LIST = ("-movflags", "+faststart+negative_cts_offsets", "-use_editlist", "0")


@dataclass(frozen=True)
class Fault:
    """How a file is spoiled, and the codes of the errors that this must give, all of them and no others."""

    made: Spoiled
    codes: frozenset[str]
    compared: bool = False
    asked: dict[str, object] = field(default_factory=dict)


def fault(
    *codes: str, compared: bool = False, asked: dict[str, object] | None = None, **made: object
) -> Fault:
    return Fault(Spoiled(**made), frozenset(codes), compared, asked or {})  # type: ignore[arg-type]


ANEW = "setpts=N/(25*TB)"
STILL = f"loop=30:1:30,select='not(between(n,61,90))',{ANEW}"
DOUBLED = f"loop=1:1:32,select='not(eq(n,34))',{ANEW},loop=1:1:64,select='not(eq(n,66))',{ANEW}"
DIMMED = f"lutyuv=y='16+(val-16)*0.75':u=val:v=val:enable='{SCENE}'"
GAMMA = f"lutyuv=y='16+219*pow(max(val-16,0)/219,0.9)':u=val:v=val:enable='{SCENE}'"
FLASH = "drawbox=c={}:t=fill:enable='between(n,12,60)*lt(mod(n,4),2)'"
FAULTS = {
    "wrong size": fault("AK530", "AK910", size=Size(216, 400)),
    "variable rate": fault(
        "AK534", "AK535", "AK560", filters="select='not(eq(n,60))'", coding=("-fps_mode", "vfr")
    ),
    "open groups": fault("AK538", x264="open-gop=1:bframes=3:b-adapt=0"),
    "index last": fault("AK523", mux=("-movflags", "+negative_cts_offsets", "-use_editlist", "0", *EXACT)),
    "edit list": fault("AK524", "AK536", mux=("-movflags", "+faststart", *EXACT)),
    "no tags": fault(
        "AK533", tags="setparams=range=tv:color_primaries=unknown:color_trc=unknown:colorspace=unknown"
    ),
    "wrong tags": fault("AK533", tags=TAGS.replace("bt709", "smpte170m")),
    "loud": fault("AK552", "AK553", "AK905", sound="clip(2*sin(2*PI*97*t),-1,1)"),
    "silent": fault("AK552", sound="0"),
    "a silent stretch": fault("AK904", sound=f"{AMPLITUDE}*sin(2*PI*997*t)*lt(t,1.5)"),
    "sound cut short": fault("AK551", sound_seconds=2.5),
    "black": fault("AK900", "AK901", late="drawbox=c=black:t=fill:enable='between(n,45,70)'"),
    "frozen": fault("AK901", filters=STILL),
    "dimmed scene": fault("AK907", "AK909", compared=True, late=DIMMED),
    "a scene with another gamma": fault("AK907", compared=True, late=GAMMA),
    "wrong matrix": fault(
        "AK908", "AK909", compared=True, late="scale=in_color_matrix=bt709:out_color_matrix=bt601"
    ),
    "text missing": fault("AK910", texts=()),
    "text of another language": fault("AK911", texts=(text_of("ru"),)),
    "text under a button": fault(
        "AK912", texts=(text_of("kk", UNDER),), asked={"shown": shown_in("kk", UNDER)}
    ),
    "flashing": fault("AK914", filters=FLASH.format("white")),
    "red flashes": fault("AK914", "AK915", filters=FLASH.format("red")),
    "place": fault("AK525", "AK917", coding=("-metadata", "location=+43.2389+076.8897/")),
    "two frames doubled": fault("AK902", filters=DOUBLED),
    "two frames doubled beside a reference": fault("AK902", "AK906", compared=True, filters=DOUBLED),
}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_spoiled(tmp_path_factory.mktemp("clean") / "clean.mp4", Spoiled())


@pytest.fixture(scope="module")
def studied(clean: Path, tmp_path_factory: pytest.TempPathFactory) -> Studied:
    """Make each spoiled file once, and look at it once."""
    folder = tmp_path_factory.mktemp("spoiled")

    @functools.cache
    def study(name: str) -> tuple[Path, Control]:
        planted = FAULTS[name]
        asked = replace(ASKED, **planted.asked)  # type: ignore[arg-type]
        path = make_spoiled(folder / f"{name}.mp4", planted.made)
        return path, control(path, replace(asked, reference=clean) if planted.compared else asked)

    return study


def errors(result: Control) -> set[str]:
    assert {check.code for check in result.checks} <= CODES.keys()
    assert all(check.measured and check.required for check in result.checks)
    return {check.code for check in result.checks if check.failed}


def test_a_clean_file_passes_everything(clean: Path) -> None:
    result = control(clean, replace(ASKED, reference=clean))
    assert [check for check in result.checks if check.found] == []
    looked_for = {check.code for check in result.checks}
    wanted = {"AK900", "AK901", "AK902", "AK904", "AK905", "AK906", "AK907", "AK908", "AK909", "AK910"}
    assert looked_for >= wanted | {"AK540", "AK912", "AK914", "AK915", "AK917", "AK918"}


# What tests/quality/test_check.py plants too is planted here with everything that looks at pictures.
ALSO_THERE = {
    "wrong size",
    "variable rate",
    "open groups",
    "index last",
    "no tags",
    "silent",
    "sound cut short",
}
# What another fault here, or the boxes below, show as well.
ALSO_HERE = {"wrong tags", "place", "red flashes", "two frames doubled", "frozen", "a silent stretch"}


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.soak if name in ALSO_THERE | ALSO_HERE else ()) for name in FAULTS],
)
def test_a_planted_fault_is_found(name: str, studied: Studied) -> None:
    assert errors(studied(name)[1]) == FAULTS[name].codes


def test_a_fault_tells_when_and_where_it_is(studied: Studied) -> None:
    (found,) = [check for check in studied("black")[1].checks if check.code == "AK900"]
    assert (found.start, found.stop, found.measured) == (1.8, 2.84, "frames 45 to 70")
    (found,) = [check for check in studied("text of another language")[1].checks if check.code == "AK911"]
    assert found.box == text_of("kk").layout.box and found.start == pytest.approx(0.96)
    assert WORDS["kk"] in found.required and WORDS["ru"] in found.measured and "ru" in found.measured


def test_a_truncated_file_and_one_over_its_size_are_found(clean: Path, tmp_path: Path) -> None:
    assert "AK520" in errors(control(cut_short(clean, tmp_path / "short.mp4"), ASKED))
    platform = small_platform("whatsapp-status")
    limits = tuple(
        replace(limit, value=Fraction(9000)) if limit.name == "largest_bytes" else limit
        for limit in platform.limits
    )
    assert errors(control(clean, replace(ASKED, platform=replace(platform, limits=limits)))) == {"AK560"}


@pytest.mark.parametrize(
    ("box", "codes"),
    [
        (("udta", b"", ("\xa9xyz", b"\x00\x12\x15\xc7+43.2389+076.8897/")), {"AK525", "AK917"}),
        (("udta", b"", ("loci", bytes(6) + b"Home\x00" + bytes(14))), {"AK525", "AK917"}),
        (("udta", b"", ("XMP_", b"<x:xmpmeta><exif:GPSLatitude>43,14N</x:xmpmeta>")), {"AK525", "AK917"}),
        (("uuid", XMP + b"<x:xmpmeta exif:GPSLongitude='76,53E'/>"), {"AK917"}),
        (("uuid", XMP + b"<x:xmpmeta xmp:CreatorTool='x'/>"), set()),
    ],
    ids=["udta", "3GPP", "XMP in udta", "XMP of its own", "XMP without a place"],
)
def test_a_place_is_found_wherever_it_is_written(
    box: tuple[Any, ...], codes: set[str], clean: Path, tmp_path: Path
) -> None:
    marked = tmp_path / "marked.mp4"
    marked.write_bytes(with_box(clean.read_bytes(), *box))
    report = inspect_file(marked)
    checks = [*check_file(report, EXPECTED), *check_private(report.metadata, marked)]
    assert {check.code for check in checks if check.failed} == codes
    found = {check.code for check in checks if check.found}
    assert found == codes or found == codes | {"AK918"}


def test_damage_inside_the_picture_is_found(clean: Path, tmp_path: Path) -> None:
    data = bytearray(clean.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 2000] = bytes(2000)
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(data)
    assert errors(control(damaged, ASKED)) & {"AK520", "AK540"}


def test_a_foreign_file_is_advised_and_its_marks_are_noted(studied: Studied, tmp_path: Path) -> None:
    listed, _ = studied("edit list")
    foreign = Asked(small_platform("telegram"))
    result = control(listed, foreign)
    assert errors(result) == set()
    assert {"AK524"} <= {check.code for check in result.checks if check.found}
    assert "AK524" in errors(control(listed, replace(foreign, strict=True)))
    assert "AK561" in errors(control(listed, Asked(small_platform("instagram-reel"))))
    still = "loop=99:1:0,trim=end_frame=75,setpts=N/(25*TB)"
    marked = make_spoiled(
        tmp_path / "marked.mp4", Spoiled(filters=f"{still},gblur=20", texts=(text_of("kk", UNDER),))
    )
    (note,) = [check for check in control(marked, foreign).checks if check.code == "AK913"]
    assert note.found and not note.failed and note.box and note.box.y >= BUTTONS.y


def test_what_a_person_has_accepted_is_a_note(studied: Studied) -> None:
    frozen, _ = studied("frozen")
    result = control(frozen, replace(ASKED, accepted=frozenset({"AK901"})))
    assert errors(result) == set()
    assert any(check.code == "AK901" and check.found for check in result.checks)


@pytest.mark.parametrize("name", sorted(load_catalogue().platforms))
@pytest.mark.soak
def test_a_clean_file_passes_every_platform(name: str, tmp_path: Path) -> None:
    platform = load_catalogue().platforms[name]
    size, codec = platform.format.size, platform.format.codec
    made = Spoiled(size=size, texts=(), seconds=6, sound_seconds=6, codec=codec)
    path = make_spoiled(tmp_path / "file.mp4", made)
    coded = {"codec": codec, "profile": "main"} if codec != "h264" else {}
    expected = replace(EXPECTED, size=size, frames=150, true_peak=float(platform.true_peak), **coded)  # type: ignore[arg-type]
    result = control(path, Asked(platform, expected))
    assert errors(result) == set(), [check for check in result.checks if check.failed]
