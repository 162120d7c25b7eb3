"""One ffmpeg command for each deliverable: what a careful person would write by hand."""

from __future__ import annotations

from pathlib import Path

from assetkit.plan.build import Deliverable
from bench.measure import Usage, run_measured
from bench.parts import card_film, encoder_arguments, graph_of
from bench.planned import parts_of, script_of, texts_of
from bench.tool import ffmpeg, tool_env


def write_script(item: Deliverable, folder: Path) -> Path | None:
    """Write the captions of a deliverable as ASS; None where it has none."""
    if not texts_of(item.file):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{item.name.removesuffix('.mp4')}.ass"
    path.write_text(script_of(item.file), encoding="utf-8")
    return path


def command_for(item: Deliverable, root: Path, work: Path, out: Path) -> list[str]:
    """Give the command that makes a deliverable from the film, ready-made cards and captions.

    The encoder has its settings of the format and its default threads. The sound is cut and encoded at the
    same bit rate, but not levelled: that is in the peer's favour.
    """
    script = write_script(item, work / "captions")
    coded = item.platform.format
    graph = graph_of(parts_of(item.file), coded, root, work / "cards", script)
    sound = ["-c:a", "aac", "-b:a", f"{item.platform.audio_kbps}k"]
    mapped = ["-map", graph.picture, "-map", graph.sound, "-fps_mode", "passthrough"]
    filters = ["-filter_complex", ";".join(graph.filters)]
    return ffmpeg(
        *graph.inputs, *filters, *mapped, *encoder_arguments(coded), *sound, "-movflags", "+faststart", out
    )


def run_peer(item: Deliverable, root: Path, work: Path) -> tuple[Usage, Path]:
    """Make a deliverable by one ffmpeg command; cards and captions are made before, unmeasured."""
    out = work / "ffmpeg" / item.name
    out.parent.mkdir(parents=True, exist_ok=True)
    for part in parts_of(item.file):
        if part.is_card:
            card_film(part, work / "cards")
    return run_measured(command_for(item, root, work, out), env=tool_env()), out
