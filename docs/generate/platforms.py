"""The page of platforms: formats, layouts, and every number with its unit, strength, source and date."""

from __future__ import annotations

from fractions import Fraction

from assetkit.cli.platforms import describe_image
from assetkit.geometry import Box, shape_of
from assetkit.platforms.limits import LIMITS
from assetkit.platforms.read import load_catalogue
from assetkit.platforms.records import Catalogue, Format, Layout, Limit, Platform
from docs.generate.markdown import anchor, code, page, table

_INTRO = (
    "What the packaged platforms ask for. A limit *rejects* only where the platform's own words say so "
    "(confidence H): a file that breaks it is not delivered. Everything else *advises*: it is noted in "
    "`post.json` and fails nothing. *unknown* means that the number was looked for and not found. Confidence "
    "is H (a first party's words were read), M (seen in use or in good secondary sources) or L (weak or old)."
)
_OWN = (
    "A workspace adds or overrides platforms, formats, layouts and sets in a file `platforms.yaml` beside "
    "`assetkit.yaml`, written as those in `src/assetkit/platforms/data/`. `assetkit platforms` shows the "
    "result."
)
_SIDES = {"least": "at least", "most": "at most", "near": "about"}
_LIMITS = ("limit", "about", "value", "unit", "strength", "source", "as of", "confidence")


def write_platforms() -> str:
    """Write the page."""
    catalogue = load_catalogue()
    parts = ["# Platforms", _INTRO, _OWN, _overview(catalogue)]
    parts += ["## Sets", _sets(catalogue), "## Formats", _formats(catalogue)]
    parts.append("## Layouts")
    parts.append(
        "Boxes are pixels from the top left. Texts stand inside of the zones for captions and cards."
    )
    for layout in catalogue.layouts.values():
        parts += _describe_layout(layout)
    parts.append("## Limits")
    for platform in catalogue.platforms.values():
        parts += _describe_platform(platform)
    return page(*parts)


def _overview(catalogue: Catalogue) -> str:
    rows = []
    for platform in catalogue.platforms.values():
        coded, layout = platform.format, platform.layout
        name = f"[{code(platform.name)}]({anchor(platform.title)})"
        shown = (f"{coded.size} ({shape_of(coded.size)})", code(coded.name), code(layout.name))
        rows.append((name, platform.title, *shown, f"{_plain(platform.loudness)} LUFS"))
    return table(("platform", "title", "picture", "format", "layout", "loudness"), rows)


def _sets(catalogue: Catalogue) -> str:
    rows = [(code(name), ", ".join(map(code, members))) for name, members in catalogue.sets.items()]
    return table(("set", "platforms"), rows)


def _formats(catalogue: Catalogue) -> str:
    headings = (
        "format",
        "picture",
        "encoder",
        "profile",
        "most, kbit/s:",
        "buffer, kbit:",
        "key frame every",
    )
    rows = [_format_row(coded) for coded in catalogue.formats.values()]
    return table((*headings, "fine step"), rows)


def _format_row(coded: Format) -> tuple[str, ...]:
    encoder = {"h264": "x264", "hevc": "x265"}[coded.codec]
    settings = f"{encoder} {coded.preset}, crf {coded.crf}, threads {coded.threads}"
    steps = (f"{_plain(coded.gop_seconds)} s", f"{_plain(coded.fine_seconds)} s")
    rates = (str(coded.maxrate), str(coded.bufsize))
    return (code(coded.name), str(coded.size), settings, f"{coded.profile} {coded.level}", *rates, *steps)


def _describe_layout(layout: Layout) -> list[str]:
    zones = [("captions", layout.captions), ("cards", layout.cards)]
    zones += [("covered", box) for box in layout.covered]
    rows = [(name, *_box(box)) for name, box in zones]
    source = f"Picture {layout.size}. Source: {layout.source}, {layout.as_of}, {layout.confidence}."
    return [f"### {layout.name}", source, table(("zone", "x:", "y:", "width:", "height:"), rows)]


def _box(box: Box) -> tuple[str, ...]:
    return str(box.x), str(box.y), str(box.width), str(box.height)


def _describe_platform(platform: Platform) -> list[str]:
    sound = f"true peak at most {_plain(platform.true_peak)} dBTP, AAC of {platform.audio_kbps} kbit/s"
    facts = f"{code(platform.name)}: {code(platform.format.name)}, {code(platform.layout.name)}, {sound}."
    sources = list(dict.fromkeys(limit.source or "none was given" for limit in platform.limits))
    rows = [_limit_row(limit, sources) for limit in platform.limits]
    listed = "\n".join(f"- [{number}] {source}" for number, source in enumerate(sources, 1))
    facts += f" Picture post: {describe_image(platform)}."
    return [f"### {platform.title}", facts, table(_LIMITS, rows), listed]


def _limit_row(limit: Limit, sources: list[str]) -> tuple[str, ...]:
    kind = LIMITS[limit.name]
    value = "unknown" if limit.value is None else _allowed(kind.side, kind.unit, limit.value)
    number = sources.index(limit.source or "none was given") + 1
    origin = (f"[{number}]", limit.as_of, limit.confidence)
    return (code(limit.name), kind.about, value, limit.unit, limit.strength, *origin)


def _allowed(side: str, unit: str, value: Fraction) -> str:
    # Without a unit it counts what must not be there.
    return "none" if value == 0 and not unit else f"{_SIDES[side]} {_plain(value)}"


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}".replace(",", " ")
    return f"{float(value):.4g}"
