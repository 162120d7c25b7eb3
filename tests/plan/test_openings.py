"""Openings of a cut: posts that begin otherwise share every span that follows."""

from __future__ import annotations

from dataclasses import replace

from support.scenes import Scene, clip, dissolve, rich_scene


def test_what_follows_an_opening_is_the_very_same() -> None:
    scene = rich_scene()
    follows = scene.items
    openings = ((), (clip("second", 10, 41),), (clip("first", 300, 366), clip("second", 7, 30)))
    keys = [replace(scene, items=(*opening, *follows)).span_keys() for opening in openings]
    plain = keys[0]
    assert len(plain) > 3
    for opened, opening in zip(keys[1:], openings[1:], strict=True):
        assert opened[-len(plain) :] == plain
        assert len(opened) >= len(plain) + len(opening)
    assert not {*keys[1][: -len(plain)]} & {*keys[2][: -len(plain)]}


def test_an_opening_that_dissolves_into_the_cut_shares_all_but_the_dissolve() -> None:
    scene = rich_scene()
    plain = scene.span_keys()
    opened = replace(scene, items=(clip("second", 10, 60), dissolve(8), *scene.items)).span_keys()
    # The dissolve takes the first frames of the first clip, and what is left before the lattice joins on.
    assert opened[-len(plain) + 2 :] == plain[2:]


def test_the_mix_is_made_for_each_opening() -> None:
    scene = rich_scene()
    sounds = {_scene.plan().sound.mix.key for _scene in (scene, _opened(scene))}
    assert len(sounds) == 2


def _opened(scene: Scene) -> Scene:
    return replace(scene, items=(clip("second", 10, 41), *scene.items))
