"""Sound as written to sound as records: of films and dubs, clips, cards and cuts."""

from __future__ import annotations

from collections.abc import Mapping

from assetkit.campaign.texts import check_languages
from assetkit.recipe.layers import Sourced
from assetkit.recipe.music import resolve_duck, resolve_music
from assetkit.recipe.paths import check_master
from assetkit.recipe.scope import Scope
from assetkit.recipe.sound_models import (
    CardSoundModel,
    ClipSoundModel,
    CutSoundModel,
    DubModel,
    FilmSoundModel,
    read_decibels,
)
from assetkit.recipe.sound_records import CardSound, ClipSound, CutSound, Offset, SoundTrack
from assetkit.timecode import Duration, parse_duration
from assetkit.yaml_text import YamlPath

_OTHERS = ("lead", "lag", "gain", "fade_in", "fade_out")


def film_sound(scope: Scope, model: FilmSoundModel | None) -> SoundTrack:
    """Give which of the master's sounds is the film's."""
    return _track(scope, model, ("sound",)) if model else SoundTrack()


def film_dubs(scope: Scope, models: Mapping[str, DubModel]) -> dict[str, SoundTrack]:
    """Give the sound of a film by language, where a language has one of its own."""
    check_languages(models, scope.campaign.languages, scope.document, ("dubs",), scope.findings)
    found: dict[str, SoundTrack] = {}
    for language, model in models.items():
        path = ("dubs", language)
        if model.file is None and model.track is None and not scope.checked.was_refused((*path, "track")):
            place = scope.document.key_place(path)
            scope.error(
                "AK709", "a dub names neither a file nor a track", place, "add `file: path of its sound`"
            )
        if model.file is not None:
            _check_file(scope, model.file, (*path, "file"))
        found[language] = _track(scope, model, path)
    return found


def clip_sound(scope: Scope, model: ClipSoundModel | None, path: YamlPath) -> ClipSound:
    """Give how a clip sounds; `path` is the clip's own."""
    if model is None:
        return ClipSound()
    path = (*path, "sound")
    place = scope.document.key_place(path)
    others = [key for key in _OTHERS if scope.was_written((*path, key))]
    if model.mute and others:
        message = f"a muted clip has no `{others[0]}:`"
        remedy = f"remove `{others[0]}:`, or `mute:`"
        scope.error("AK706", message, scope.document.key_place((*path, others[0])), remedy)
    return ClipSound(
        _length(model.lead),
        _length(model.lag),
        _gain(model.gain),
        model.mute,
        _length(model.fade_in),
        _length(model.fade_out),
        place,
    )


def card_sound(scope: Scope, entry: str | CardSoundModel | None, path: YamlPath) -> CardSound | None:
    """Give what is heard under a card, None for silence; `path` is the card's own."""
    path = (*path, "sound")
    if isinstance(entry, CardSoundModel):
        _check_file(scope, entry.file, (*path, "file"))
        fades = (_length(entry.fade_in), _length(entry.fade_out))
        place = scope.document.place((*path, "file"))
        return CardSound(entry.file, False, _gain(entry.gain), *fades, place)
    if entry == "continue":
        return CardSound(runs_on=True, place=scope.document.key_place(path))
    return None


def cut_sound(scope: Scope, sourced: Sourced | None) -> CutSound:
    """Give what is said of the sound of a whole cut."""
    model = sourced.value if sourced else None
    if not isinstance(model, CutSoundModel) or sourced is None:
        return CutSound()
    place = scope.document.key_place(sourced.path)
    music = resolve_music(scope, model.music, sourced.path_of("music"))
    duck = resolve_duck(scope, model.duck, sourced.path_of("duck"))
    return CutSound(_length(model.fade_in), _length(model.fade_out), place, music, duck)


def _track(scope: Scope, model: FilmSoundModel, path: YamlPath) -> SoundTrack:
    file = model.file if isinstance(model, DubModel) else None
    key = "track" if model.track is not None else "file"
    place = scope.document.place((*path, key)) if file or model.track else scope.document.key_place(path)
    return SoundTrack(file, model.track, _offset(model.offset), _gain(model.gain), place)


def _check_file(scope: Scope, file: str, path: YamlPath) -> None:
    check_master(scope.root, file, scope.document.place(path), scope.findings, what="sound file")


def _offset(text: str | None) -> Offset | None:
    return Offset(parse_duration(text.removeprefix("-")), text.startswith("-")) if text else None


def _gain(text: str | None) -> float:
    return read_decibels(text) if text else 0.0


def _length(text: str | None) -> Duration | None:
    return parse_duration(text) if text else None
