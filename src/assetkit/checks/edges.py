"""Clips whose edges cut a caption, told with edges that are clean in every language, ready to paste."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from assetkit.diagnostics import Findings
from assetkit.recipe.records import ClipItem
from assetkit.timecode import FrameRange, Timecode, format_timecode
from assetkit.timeline.legality import CutClip, CutCue, Edge

Files = Mapping[str, Mapping[str, str]]
"""Subtitle files by language and film."""


def check_edges(clips: Iterable[CutClip], rate: Fraction, files: Files, findings: Findings) -> None:
    """Warn of each clip that cuts a caption in some language, where its range is written."""
    for clip in clips:
        item = clip.segment.item
        sides = (("begins", "in", clip.start), ("ends", "out", clip.stop))
        hit = [(verb, name, edge) for verb, name, edge in sides if edge.cuts]
        verbs: dict[str, list[str]] = {}
        for verb, _, edge in hit:
            verbs.setdefault(_listed(edge.cuts, files), []).append(verb)
        told = [f"{' and '.join(said)} inside a caption in {where}" for where, said in verbs.items()]
        words = dict.fromkeys(cut.carried.cue.text for _, _, edge in hit for cut in edge.cuts)
        findings.warning(
            "AK441",
            f"the clip {' and '.join(told)}",
            item.select_place or item.place,
            cue="\n".join(words),
            measured="; ".join(_measured(name, edge, item, rate) for _, name, edge in hit),
            required="; ".join(_required(name, edge, item, rate) for _, name, edge in hit),
            remedy=paste_lines(clip, rate) or "let the clip show the words from beginning to end",
        )


def paste_lines(clip: CutClip, rate: Fraction) -> str:
    """Give the lines to write instead of the clip's own, "" where there is no room for any."""
    item, now = clip.segment.item, len(clip.segment.source)
    key = "range" if item.select_place else "clip"
    lines = [
        f"`{key}: {_timecodes(area, item, rate)}` ({_change(len(area) - now)})" for area in clip.proposals()
    ]
    return f"write {', or '.join(lines)}" if lines else ""


def _change(frames: int) -> str:
    if frames == 0:
        return "as long as now"
    count = "1 frame" if abs(frames) == 1 else f"{abs(frames)} frames"
    return f"{count} {'longer' if frames > 0 else 'shorter'}"


def _listed(cuts: Iterable[CutCue], files: Files) -> str:
    """Name each language with the line of its file, where that is known."""
    told: dict[str, None] = {}
    for cut in cuts:
        path, line = files.get(cut.language, {}).get(cut.carried.film), cut.carried.cue.line
        told[f"{cut.language} ({path}:{line})" if path and line else cut.language] = None
    return ", ".join(told)


def _measured(name: str, edge: Edge, item: ClipItem, rate: Fraction) -> str:
    first = edge.cuts[0].carried
    words = " ".join(first.cue.text.split())
    inside = _timecodes(first.source, item, rate)
    return f"{name} at {_write(edge.frame, item, rate)}, inside {inside} {words!r}"


def _required(name: str, edge: Edge, item: ClipItem, rate: Fraction) -> str:
    choices = " or ".join(_write(frame, item, rate) for frame in edge.choices)
    return f"{name} at {choices}" if choices else f"{name} outside the captions of every language"


def _timecodes(area: FrameRange, item: ClipItem, rate: Fraction) -> str:
    return f"{_write(area.start, item, rate)} - {_write(area.stop, item, rate)}"


def _write(frame: int, item: ClipItem, rate: Fraction) -> str:
    """Write a timecode as the recipe does: drop-frame where its own is."""
    is_dropped = isinstance(item.start, Timecode) and item.start.drop_frame
    return format_timecode(frame, rate, drop_frame=is_dropped)
