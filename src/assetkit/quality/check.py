"""A file's report against what was asked for: every check says what was found and what was required."""

from __future__ import annotations

from fractions import Fraction

from assetkit.diagnostics import Severity
from assetkit.quality.records import Check, Expected, FileReport, PictureReport, SoundReport
from assetkit.timecode import format_rate, seconds_to_frames

AAC_FRAME = 1024
BRANDS = {"isom", "iso2", "mp41", "mp42"}
BT709 = ("bt709", "bt709", "bt709", "tv")


def check_file(report: FileReport, expected: Expected) -> list[Check]:
    """Check a file against what it was to be, and against what every platform's player takes.

    The house standard (moov first, no edit list, closed groups, constant rate, BT.709 tags, AAC-LC of 48 kHz
    in stereo) satisfies each platform's specification at once; see the sources in `platforms/data`.
    """
    checks = _check_container(report)
    if report.picture:
        checks += _check_coding(report.picture, expected)
        checks += _check_time(report, report.picture, expected)
        checks += _check_sound(report, report.picture, expected)
    return checks


def _check(code: str, passed: bool, message: str, measured: object = "", required: object = "") -> Check:
    return Check(code, passed, Severity.ERROR, message, str(measured), str(required))


def _check_container(report: FileReport) -> list[Check]:
    streams = f"{report.pictures} picture, {report.sounds} sound, {report.others} other"
    single = report.pictures == 1 and report.sounds <= 1 and not report.others
    brands = bool(BRANDS & set(report.brands)) and report.brands[:1] != ("qt  ",)
    order = "before the media data" if report.index_first else "after the media data, or missing"
    return [
        _check(
            "AK520", not report.faults, "the file can be read", "; ".join(report.faults) or "whole", "whole"
        ),
        _check(
            "AK521", single, "one picture and at most one sound track", streams, "1 picture, 0 or 1 sound"
        ),
        _check(
            "AK522",
            brands,
            "the file type is MP4",
            ", ".join(report.brands) or "none",
            "isom, iso2, mp41 or mp42",
        ),
        _check("AK523", report.index_first, "the index comes first", order, "before the media data"),
        _check("AK524", not report.edit_lists, "no edit list", report.edit_lists, 0),
        _check("AK525", not report.metadata, "no metadata", ", ".join(report.metadata) or "none", "none"),
    ]


def _check_coding(picture: PictureReport, expected: Expected) -> list[Check]:
    coding = (picture.codec, picture.profile, picture.pixel_format, _scan(picture.interlaced))
    wanted = (expected.codec, expected.profile, "yuv420p", _scan(False))
    colours = f"{' '.join(picture.colour)} / {' '.join(picture.tag)}"
    tagged = picture.colour == picture.tag == BT709
    sets = picture.parameter_sets
    return [
        _check("AK530", picture.size == expected.size, "picture size", picture.size, expected.size),
        _check("AK531", coding == wanted, "picture coding", " ".join(coding), " ".join(wanted)),
        _check("AK532", picture.aspect == 1, "pixels are square", picture.aspect, 1),
        _check("AK533", tagged, "colour tags of stream and container", colours, " ".join(BT709)),
        _check("AK538", not picture.open_gops, "groups of pictures are closed", picture.open_gops, 0),
        _check("AK539", sets == 1, "one set of picture parameters", sets, 1),
    ]


def _scan(interlaced: bool) -> str:
    return "interlaced" if interlaced else "progressive"


def _check_time(report: FileReport, picture: PictureReport, expected: Expected) -> list[Check]:
    most = max(1, seconds_to_frames(expected.key_frame_seconds, expected.rate))
    rate = format_rate(picture.rate) if picture.rate else "varies"
    steady = picture.rate == expected.rate and picture.rate_entries == 1
    keys = picture.starts_with_key and picture.longest_gop <= most
    found = f"{picture.longest_gop} frames" + ("" if picture.starts_with_key else ", first is none")
    checks = [
        _check(
            "AK534",
            steady,
            "constant frame rate",
            f"{rate}, {picture.rate_entries} steps",
            f"{format_rate(expected.rate)}, 1 step",
        ),
        _check(
            "AK535", picture.frames == expected.frames, "number of frames", picture.frames, expected.frames
        ),
        _check("AK536", picture.start == 0, "first frame at 0", f"{float(picture.start):g} s", "0 s"),
        _check("AK537", keys, "distance of key frames", found, f"at most {most} frames"),
    ]
    if report.decoded_frames is not None:
        whole = report.decoded_frames == picture.frames
        checks.append(_check("AK540", whole, "frames decoded", report.decoded_frames, picture.frames))
    return checks


def _check_sound(report: FileReport, picture: PictureReport, expected: Expected) -> list[Check]:
    sound = report.sound
    if sound is None:
        silent = expected.loudness is None
        return [_check("AK550", silent, "sound track", "none", "none" if silent else "AAC-LC 48 kHz stereo")]
    form = (sound.codec, sound.sample_rate, sound.channels)
    # AAC comes in whole frames of 1024 samples: the last may be padding, and the encoder's delay may flush
    # one more. A gap of more than that is a fault that can be heard.
    apart = sound.duration - picture.duration
    most = Fraction(2 * AAC_FRAME, sound.sample_rate or 48000)
    checks = [
        _check(
            "AK550", form == ("aac-lc", 48000, 2), "sound coding", " ".join(map(str, form)), "aac-lc 48000 2"
        ),
        _check(
            "AK551",
            abs(apart) <= most,
            "sound ends with the picture",
            f"{float(apart) * 1000:+.1f} ms",
            f"within {float(most) * 1000:.1f} ms",
        ),
    ]
    return checks + (_check_loudness(sound, expected) if sound.measured else [])


def _check_loudness(sound: SoundReport, expected: Expected) -> list[Check]:
    found = "silence" if sound.loudness is None else f"{sound.loudness:.1f} LUFS"
    if expected.loudness is None:
        return [_check("AK552", sound.loudness is None, "silence", found, "silence")]
    wanted = f"{expected.loudness:.1f} LUFS within {expected.tolerance:.1f} LU"
    # ebur128 gives tenths: the margin keeps a difference of exactly the tolerance inside it.
    near = sound.loudness is not None and abs(sound.loudness - expected.loudness) <= expected.tolerance + 1e-6
    peak = sound.true_peak
    low = peak is None or peak <= expected.true_peak + 1e-6
    shown = "none" if peak is None else f"{peak:.1f} dBTP"
    return [
        _check("AK552", near, "integrated loudness", found, wanted),
        _check("AK553", low, "true peak", shown, f"at most {expected.true_peak:.1f} dBTP"),
    ]
