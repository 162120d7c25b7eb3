"""`assetkit platforms`: a table of all, one in depth, or all of it as JSON; every number with its source."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from assetkit.cli.findings import show_findings
from assetkit.cli.selection import unknown
from assetkit.cli.tables import show_table
from assetkit.diagnostics import Findings
from assetkit.geometry import shape_of
from assetkit.platforms.limits import LIMITS
from assetkit.platforms.read import read_catalogue
from assetkit.platforms.records import Catalogue, Layout, Limit, Platform, Sidecar, WordRules
from assetkit.posts.counting import UNITS

_REJECTS = "!"
_ENCODERS = {"h264": "x264", "hevc": "x265"}
_NOTE = (
    f"{_REJECTS} the platform rejects what is beyond, in a first party's words; the rest is advice\n"
    "the source is that of most of a platform's numbers, with the confidence in it: H, M or L\n"
    "every number of one platform, and its zones: assetkit platforms tiktok"
)


def show_platforms(root: Path, names: tuple[str, ...], as_json: bool) -> int:
    """Print the platforms that the names mean, or all; 1 where the workspace's own file has errors.

    Raises click.UsageError for a name that is neither a platform nor a set.
    """
    findings = Findings()
    catalogue = read_catalogue(root, findings)
    show_findings(findings.items, root)
    if findings.has_errors:
        return 1
    for name in names:
        if name not in catalogue.platforms and name not in catalogue.sets:
            raise click.UsageError(unknown("platform", name, {*catalogue.platforms, *catalogue.sets}))
    chosen = catalogue.expand(names or tuple(catalogue.platforms))
    if as_json:
        click.echo(json.dumps(_as_json(catalogue, chosen), indent=2, ensure_ascii=False))
    elif names:
        for number, platform in enumerate(chosen):
            click.echo("\n" if number else "", nl=False)
            _show_one(platform, catalogue)
    else:
        _show_all(chosen, catalogue)
    return 0


def _show_all(platforms: tuple[Platform, ...], catalogue: Catalogue) -> None:
    origins = [_main_origin(platform) for platform in platforms]
    sources = list(dict.fromkeys(source for source, _, _ in origins))
    headings = ("platform", "picture", "seconds", "file", "frames/s", "source:", "as of", "confidence")
    rows = []
    for platform, (source, as_of, confidence) in zip(platforms, origins, strict=True):
        limits = (
            _between(platform, "shortest_seconds", "longest_seconds"),
            _between(platform, "smallest_bytes", "largest_bytes"),
            _between(platform, "lowest_rate", "highest_rate"),
        )
        evidence = (str(sources.index(source) + 1), as_of, confidence)
        rows.append((platform.name, str(platform.format.size), *limits, *evidence))
    show_table(headings, rows)
    click.echo()
    show_table(("source", ""), [(str(number), source) for number, source in enumerate(sources, 1)])
    click.echo()
    show_table(("set", "platforms"), [(name, ", ".join(members)) for name, members in catalogue.sets.items()])
    click.echo(f"\n{_NOTE}")


def _between(platform: Platform, least: str, most: str) -> str:
    """Write two limits in one cell, each with its mark where it rejects."""
    low, high = platform.limit(least), platform.limit(most)
    lower = _amount(low) if low and low.value is not None else ""
    upper = f"to {_amount(high)}" if high and high.value is not None else ""
    if lower and not upper:
        return f"from {lower}"
    return f"{lower} {upper}".strip() or ("unknown" if low or high else "-")


def _amount(limit: Limit) -> str:
    value, unit = limit.value or Fraction(0), limit.unit
    if unit == "bytes":
        value, unit = (value / 10**9, "GB") if value >= 10**9 else (value / 10**6, "MB")
    mark = _REJECTS if limit.strength == "rejects" else ""
    words = f"{float(value):.12g}"
    return f"{words} {unit}{mark}" if limit.unit == "bytes" else f"{words}{mark}"


def _main_origin(platform: Platform) -> tuple[str, str, str]:
    """Give source, date and confidence of most limits; those of the sound are the house's own."""
    origins = [
        (limit.source or "none was given", limit.as_of, limit.confidence)
        for limit in platform.limits
        if limit.name not in ("loudness", "true_peak")
    ]
    return Counter(origins).most_common(1)[0][0] if origins else ("none was given", "", "")


def _show_one(platform: Platform, catalogue: Catalogue) -> None:
    coded, layout = platform.format, platform.layout
    sets = [name for name, members in catalogue.sets.items() if platform.name in members]
    click.echo(f"{platform.name}: {platform.title}")
    click.echo(f"sets: {', '.join(sets) or 'none'}")
    click.echo(
        f"format {coded.name}: {coded.size} ({shape_of(coded.size)}), "
        f"{_ENCODERS[coded.codec]} {coded.preset}, crf {coded.crf}, {coded.profile} {coded.level}, "
        f"at most {coded.maxrate} kbit/s, buffer {coded.bufsize} kbit, "
        f"a key frame every {float(coded.gop_seconds):g} s"
    )
    click.echo(
        f"sound: {float(platform.loudness):g} LUFS, at most {float(platform.true_peak):g} dBTP, "
        f"AAC of {platform.audio_kbps} kbit/s"
    )
    click.echo(f"picture post: {describe_image(platform)}")
    click.echo(f"subtitle file: {_describe_sidecar(platform.sidecar)}")
    click.echo(f"words: {_describe_words(platform.words)}\n")
    show_table(
        ("limit", "value:", "unit", "strength", "source", "as of", "confidence"), _limit_rows(platform)
    )
    click.echo()
    _show_layout(layout)


def _describe_sidecar(sidecar: Sidecar) -> str:
    origin = ", ".join(filter(None, (sidecar.source, sidecar.as_of, sidecar.confidence)))
    if not sidecar.is_taken:
        words = "none is taken" if sidecar.form == "none" else "unknown whether one is taken"
    else:
        markup = "with markup" if sidecar.markup else "without markup"
        only = f", in {', '.join(sidecar.languages)} alone" if sidecar.languages else ""
        words = f"{sidecar.form}, {markup}, named {sidecar.name}{only}"
    return f"{words} ({origin or 'no source was given'})"


def _describe_words(rules: WordRules) -> str:
    taken = {"taken": "", "none": "no ", "unknown": "perhaps "}
    copy = f"{taken[rules.copy]}copy" + (f" in {UNITS[rules.count]}" if rules.copy == "taken" else "")
    parts = [copy, f"{taken[rules.title]}title"]
    alt = {"all": "of videos and pictures", "images": "of pictures alone", "none": "of nothing"}
    parts.append(f"descriptions {alt.get(rules.alt, 'perhaps')}")
    parts += [f"without {' '.join(rules.refused)}"] if rules.refused else []
    origin = ", ".join(filter(None, (rules.source, rules.as_of, rules.confidence)))
    return f"{', '.join(parts)} ({origin or 'no source was given'})"


def describe_image(platform: Platform) -> str:
    """Say how a platform takes a picture as a post, and where that comes from."""
    image = platform.image
    origin = ", ".join(filter(None, (image.source, image.as_of, image.confidence)))
    if not image.forms:
        words = "none is taken" if image.is_known else "unknown how one is taken"
    else:
        most = f", at most {image.largest_bytes / 10**6:g} MB" if image.largest_bytes else ""
        ends = (("from", image.least_width), ("to", image.greatest_width))
        widths = " ".join(f"{word} {pixels} px" for word, pixels in ends if pixels)
        wide = f", {widths} wide" if widths else ""
        words = f"{' or '.join(image.forms)} of {(image.layout or platform.layout).size}{most}{wide}"
    return f"{words} ({origin or 'no source was given'})"


def _limit_rows(platform: Platform) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for limit in platform.limits:
        side = {"least": "at least", "most": "at most", "near": "about"}[LIMITS[limit.name].side]
        value = "unknown" if limit.value is None else f"{side} {_write(limit.value)}"
        row = (limit.name, value, limit.unit, limit.strength, limit.source, limit.as_of, limit.confidence)
        rows.append(row)
    return rows


def _write(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}".replace(",", " ")
    return f"{float(value):.4g}"


def _show_layout(layout: Layout) -> None:
    zones = [("captions", layout.captions), ("cards", layout.cards)]
    zones += [("covered", box) for box in layout.covered]
    rows = [(name, *map(str, (box.x, box.y, box.width, box.height))) for name, box in zones]
    title = f"layout {layout.name}, pixels of {layout.size} from the top left"
    show_table(("zone", "x:", "y:", "width:", "height:"), rows, title)
    origin = ", ".join(filter(None, (layout.source, layout.as_of, layout.confidence)))
    click.echo(f"source of the zones: {origin or 'none was given'}")


def _as_json(catalogue: Catalogue, platforms: tuple[Platform, ...]) -> dict[str, Any]:
    return {
        "platforms": [_plain(asdict(platform)) for platform in platforms],
        "sets": {name: list(members) for name, members in catalogue.sets.items()},
    }


def _plain(value: Any) -> Any:
    """Turn records into what JSON knows: whole numbers stay whole, and units and sources stand beside."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
