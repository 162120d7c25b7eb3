"""Music as written for a cut to music as records: a track of the campaign, and how speech stays clear."""

from __future__ import annotations

from contextlib import suppress

from assetkit.diagnostics import Findings
from assetkit.recipe.decibels import read_decibels
from assetkit.recipe.music_models import NO_MUSIC, DuckModel, MusicUseModel, depth_of
from assetkit.recipe.music_records import Ducking, Music
from assetkit.recipe.paths import check_master
from assetkit.recipe.ranges import is_backwards, parse_range
from assetkit.recipe.scope import Scope
from assetkit.timecode import Duration, parse_duration
from assetkit.validation import nearest, shorten
from assetkit.yaml_text import YamlPath


def resolve_music(scope: Scope, model: str | MusicUseModel | None, path: YamlPath) -> Music | None:
    """Give the music written at `path`; None where there is none, or what is wrong has been reported."""
    if model is None or model == NO_MUSIC:
        return None
    use = MusicUseModel(track=model) if isinstance(model, str) else model
    at = path if isinstance(model, str) else (*path, "track")
    return Music(
        track=use.track,
        file=_file(scope, use.track, at),
        start=_duration(use.in_),
        gain_db=read_decibels(use.gain) if use.gain else 0.0,
        loop=_loop(scope, use.loop, (*path, "loop")),
        fade_in=_duration(use.fade_in),
        fade_out=_duration(use.fade_out),
        until_card=use.until == "end-card",
        place=scope.document.place(at),
    )


def resolve_duck(scope: Scope, model: str | DuckModel | None, path: YamlPath) -> Ducking | None:
    """Give how music goes down under speech, as it is written at `path`; None where it does not."""
    if model is None:
        return None
    told = model if isinstance(model, DuckModel) else DuckModel()
    return Ducking(
        depth_db=depth_of(model),
        attack=parse_duration(told.attack),
        release=parse_duration(told.release),
        under=told.under or "",
        gate_db=read_decibels(told.threshold),
        place=scope.document.key_place(path),
    )


def _file(scope: Scope, name: str, path: YamlPath) -> str:
    """Give the file of a track. One that nobody wrote is reported; one that was refused flaws the cut."""
    known, read = scope.campaign.music, scope.campaign.campaign
    if known is not None and name not in known:
        remedy = nearest(name, known) or "add it under `music:` of assetkit.yaml, with its licence"
        scope.error("AK721", f"the campaign has no music {shorten(name)}", scope.document.place(path), remedy)
    elif read is None or name not in read.music:
        scope.flawed = True
    else:
        track = read.music[name]
        # What is wrong with its path has been reported, at the track.
        scope.flawed |= not check_master(scope.root, track.file, track.place, Findings(), what="music")
        return track.file
    return ""


def _duration(text: str | None) -> Duration | None:
    return parse_duration(text) if text else None


def _loop(scope: Scope, value: bool | str, path: YamlPath) -> bool | tuple[Duration, Duration]:
    if isinstance(value, bool):
        return value
    with suppress(ValueError):
        start, stop = parse_range(value)
        if isinstance(start, Duration) and isinstance(stop, Duration) and not is_backwards(start, stop):
            return start, stop
    remedy = "write true, or two lengths from the music's beginning: 4s - 20s"
    scope.error("AK735", f"{shorten(value)} is no loop", scope.document.place(path), remedy)
    return False
