"""Whatever is seen or heard changes the keys of what shows it, and no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from assetkit.geometry import Focus, Size
from assetkit.plan.tasks import CardSource, FileTask, FootageSource, SpanTask
from assetkit.recipe.records import ClipItem, Framing
from assetkit.recipe.sound_records import ClipSound, Offset, SoundTrack
from assetkit.sound.records import MixPlan, SoundPiece
from assetkit.subtitles.cues import FrameCue
from assetkit.timecode import Duration, FrameRange
from support.campaigns import COUNT_UP_CARD
from support.scenes import (
    PLATFORMS,
    Scene,
    card_of,
    clip,
    dissolve,
    facts,
    film,
    platform,
    rich_scene,
)


def _with_clip(scene: Scene, **changes: Any) -> Scene:
    item = scene.items[0]
    assert isinstance(item, ClipItem)
    return replace(scene, items=(replace(item, **changes), *scene.items[1:]))


def _with_framing(scene: Scene, **changes: Any) -> Scene:
    return _with_clip(scene, framing=replace(Framing(), **changes))


def _with_master(scene: Scene, **changes: Any) -> Scene:
    return replace(scene, masters=scene.masters | {"first": replace(scene.masters["first"], **changes)})


def _with_cue(scene: Scene, start: int, stop: int, text: str) -> Scene:
    return replace(scene, cues={"first": (FrameCue(FrameRange(start, stop), text),)})


def _with_tool(scene: Scene, name: str) -> Scene:
    return replace(scene, tools=tuple((dict(scene.tools) | {name: "2"}).items()))


def _with_statistic(scene: Scene, **changes: Any) -> Scene:
    known = scene.campaign.statistics["deaths-per-year"]
    statistics = scene.campaign.statistics | {known.name: replace(known, **changes)}
    statistics |= {"deaths-per-year": replace(known, **changes)}
    return replace(scene, campaign=replace(scene.campaign, statistics=statistics))


def _with_zone(scene: Scene, name: str) -> Scene:
    layout = scene.platform.layout
    box = getattr(layout, name)
    changed = replace(layout, **{name: replace(box, x=box.x + 4, y=box.y - 4, width=box.width - 4)})
    return replace(scene, platform=replace(scene.platform, layout=changed))


def _at_rate(scene: Scene, rate: Fraction) -> Scene:
    masters = {slug: replace(known, rate=rate) for slug, known in scene.masters.items()}
    return replace(scene, masters=masters)


def _larger(scene: Scene) -> Scene:
    return replace(scene, platform=platform("square", Size(256, 256)))


Change = Callable[[Scene], Scene]
FIRST, MIX, CARD, CAPTION, ALL = "clip", "dissolve", "card", "caption", "all"
CHANGES: dict[str, tuple[str, Change]] = {
    "preset": (ALL, lambda s: s.with_format(preset="fast")),
    "crf": (ALL, lambda s: s.with_format(crf=21)),
    "threads": (ALL, lambda s: s.with_format(threads=1)),
    "profile": (ALL, lambda s: s.with_format(profile="main")),
    "level": (ALL, lambda s: s.with_format(level="4.0")),
    "maxrate": (ALL, lambda s: s.with_format(maxrate=11000)),
    "bufsize": (ALL, lambda s: s.with_format(bufsize=11000)),
    "key-frame distance": (ALL, lambda s: s.with_format(gop_seconds=Fraction(1))),
    "size": (ALL, _larger),
    "rate": (ALL, lambda s: _at_rate(s, Fraction(24))),
    "near rate": (ALL, lambda s: _at_rate(s, Fraction(25000, 1001))),
    "media tool": (ALL, lambda s: _with_tool(s, "ffmpeg")),
    "master": (FIRST, lambda s: _with_master(s, digest="another")),
    "matrix": (FIRST, lambda s: _with_master(s, colour=replace(s.masters["first"].colour, matrix="bt601"))),
    "range": (FIRST, lambda s: _with_master(s, colour=replace(s.masters["first"].colour, full_range=True))),
    "crop": (FIRST, lambda s: _with_framing(s, focus=Focus(0.3, 0.5))),
    "blurred ground": (FIRST, lambda s: _with_framing(s, fit="blur")),
    "black ground": (FIRST, lambda s: _with_framing(s, fit="pad")),
    "coloured ground": (FIRST, lambda s: _with_framing(s, fit="colour", ground="#112233")),
    "drawing": (CARD, lambda s: _with_tool(s, "drawing")),
    "value": (CARD, lambda s: _with_statistic(s, value=Fraction(81))),
    "wording": (CARD, lambda s: _with_statistic(s, wording={"kk": "басқа", "ru": "иное", "en": "other"})),
    "qualifier": (CARD, lambda s: _with_statistic(s, qualifier={"kk": "дәл", "ru": "", "en": ""})),
    "background": (CARD, lambda s: s.with_brand(background="#000000")),
    "foreground": (CARD, lambda s: s.with_brand(text="#EEEEEE")),
    "accent": (CARD, lambda s: s.with_brand(accent="#00FF00")),
    "headline font": (CARD, lambda s: s.with_brand(headline_font="Oswald-Bold")),
    "body font": (CARD, lambda s: s.with_brand(body_font="Onest-Bold")),
    "card zone": (CARD, lambda s: _with_zone(s, "cards")),
    "card's length": (CARD, lambda s: replace(s, items=(*s.items[:-1], card_of(COUNT_UP_CARD, 131)))),
    "language": (CARD, lambda s: replace(s, language="ru")),
    "caption's words": (CAPTION, lambda s: _with_cue(s, 60, 90, "Дом")),
    "caption's first frame": (CAPTION, lambda s: _with_cue(s, 61, 90, "Үйге")),
    "caption's last frame": (CAPTION, lambda s: _with_cue(s, 60, 91, "Үйге")),
    "caption's style": (CAPTION, lambda s: replace(s, style="box")),
    "caption's colour": (CAPTION, lambda s: replace(s, colour="#FFFF00")),
    "caption's font": (CAPTION, lambda s: replace(s, font="Onest-Regular")),
    "caption's zone": (CAPTION, lambda s: _with_zone(s, "captions")),
}


def _concerns(part: str, span: SpanTask) -> bool:
    if part == ALL:
        return True
    if part == CARD:
        return any(isinstance(source, CardSource) for source in span.sources)
    if part == CAPTION:
        return bool(span.events)
    return any(
        isinstance(source, FootageSource) and source.facts.path == "films/first.mp4"
        for source in span.sources
    )


@pytest.mark.parametrize("name", CHANGES)
def test_everything_visible_changes_the_keys_of_what_shows_it_and_no_others(name: str) -> None:
    part, change = CHANGES[name]
    scene = rich_scene()
    before, after = scene.plan(), change(scene).plan()
    touched = {span.key for span in before.spans if _concerns(part, span)}
    rest = {span.key for span in before.spans} - touched
    now = {span.key for span in after.spans}
    assert touched
    assert not touched & now
    assert rest <= now
    assert before.key != after.key


@pytest.mark.parametrize("shift", [1, 12, 48])
def test_each_master_frame_has_a_key_of_its_own(shift: int) -> None:
    scene = Scene((clip("first", 48, 96),), {"first": facts("first")}, {})
    moved = replace(scene, items=(clip("first", 48 + shift, 96 + shift),))
    assert not set(scene.span_keys()) & set(moved.span_keys())


def test_a_dissolves_length_and_partner_decide_its_key() -> None:
    scene = Scene(
        (clip("first", 48, 96), dissolve(6), clip("second", 48, 96)),
        {slug: facts(slug) for slug in ("first", "second")},
        {},
    )
    longer = replace(scene, items=(scene.items[0], dissolve(8), scene.items[2]))
    other = replace(scene, items=(*scene.items[:2], clip("second", 49, 96)))
    turned = replace(scene, items=(clip("second", 48, 96), dissolve(6), clip("first", 48, 96)))
    keys = [_mixed(each.plan()) for each in (scene, longer, other, turned)]
    assert len(set(keys)) == 4


def _mixed(plan: FileTask) -> str:
    (found,) = (span.key for span in plan.spans if len(span.sources) == 2)
    return found


def test_versions_of_steps_and_of_fonts_decide_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = rich_scene()
    before = scene.plan()
    for module in ("tasks", "sources"):
        monkeypatch.setattr(f"assetkit.plan.{module}.font_digest", lambda name: f"another {name}")
    fonts = {span.key for span in scene.plan().spans}
    for span in before.spans:
        drawn = bool(span.events) or any(isinstance(source, CardSource) for source in span.sources)
        assert (span.key in fonts) is not drawn
    monkeypatch.undo()
    monkeypatch.setattr("assetkit.plan.tasks.SPAN_VERSION", 99)
    assert not {span.key for span in before.spans} & {span.key for span in scene.plan().spans}


def test_sound_is_keyed_by_what_is_heard() -> None:
    scene = rich_scene()
    sound = scene.plan().sound.key
    assert replace(scene, language="ru", style="box", platform=PLATFORMS[3]).plan().sound.key == sound
    quieter = replace(scene.platform, loudness=Fraction(-16))
    changed = (
        replace(scene, platform=quieter),
        replace(scene, platform=replace(scene.platform, true_peak=Fraction(-2))),
        replace(scene, platform=replace(scene.platform, audio_kbps=192)),
        _with_master(scene, digest="another"),
        _with_clip(scene, start=clip("first", 49, 150).start),
        _with_tool(scene, "numpy"),
        replace(scene, items=scene.items[:1] + scene.items[2:]),
    )
    keys = [each.plan().sound.key for each in changed]
    assert len({sound, *keys}) == 1 + len(changed)


def test_what_is_said_of_sound_changes_the_sound_and_no_picture() -> None:
    scene = rich_scene()
    plan, few = scene.plan(), Duration(frames=5)
    said = (
        _with_clip(scene, sound=ClipSound(gain_db=-3.0)),
        _with_clip(scene, sound=ClipSound(mute=True)),
        _with_clip(scene, sound=ClipSound(fade_in=few)),
        _with_clip(scene, sound=ClipSound(fade_out=few)),
        _with_clip(scene, sound=ClipSound(lag=few)),
        _with_clip(scene, film=replace(film("first"), sound=SoundTrack(offset=Offset(few)))),
        _with_clip(scene, film=replace(film("first"), sound=SoundTrack(gain_db=2.0))),
    )
    plans = [each.plan() for each in said]
    assert all([span.key for span in each.spans] == [span.key for span in plan.spans] for each in plans)
    assert len({each.sound.mix.key for each in (plan, *plans)}) == 1 + len(plans)


def test_a_mix_that_asks_for_nothing_new_keeps_its_key() -> None:
    plan = MixPlan(30, (SoundPiece("a", 5, 0, 10), SoundPiece(None, 0, 10, 20, 4, 2)))
    plain = [
        {"source": "a", "source_start": 5, "start": 0, "length": 10, "cross": 0, "cross_before": None},
        {"source": None, "source_start": 0, "start": 10, "length": 20, "cross": 4, "cross_before": 2},
    ]
    assert plan.identity() == {"total": 30, "pieces": plain}
