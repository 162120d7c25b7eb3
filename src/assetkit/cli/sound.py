"""`assetkit sound`: a cut's mix as a picture and in numbers, and to listen to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from assetkit.cli.facts import refuse_missing
from assetkit.cli.findings import findings_json, show_findings
from assetkit.cli.places import output_folder, store_folder
from assetkit.cli.tables import show_table
from assetkit.engine.batch import Batch, Selection, plan_batch
from assetkit.engine.sounding import Sounds, make_sounds
from assetkit.engine.store import Store
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import SoundTask
from assetkit.sound.levels import SoundReport
from assetkit.timecode import SAMPLE_RATE


@dataclass(frozen=True)
class _Heard:
    """One mix of a cut at one level, and the posts that have it."""

    name: str
    task: SoundTask
    items: tuple[Deliverable, ...]

    @property
    def first(self) -> Deliverable:
        """A post that stands for all of them."""
        return self.items[0]

    @property
    def platforms(self) -> tuple[str, ...]:
        """The names of its platforms."""
        return tuple(dict.fromkeys(item.platform.name for item in self.items))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that share it."""
        return tuple(dict.fromkeys(item.language for item in self.items))


def show_sound(
    root: Path, selection: Selection, out: Path | None, listen: str | None, as_json: bool, jobs: int
) -> int:
    """Make the sound of the cuts, show it, and write it; 1 where something is wrong or was not made.

    With `listen`, "m4a" or "wav", files to listen to are written and no pictures.
    """
    batch = plan_batch(root, selection)
    show_findings(batch.findings.items, root)
    if batch.workspace is None or batch.findings.has_errors:
        if as_json:
            click.echo(json.dumps(findings_json(batch.findings.items), indent=2, ensure_ascii=False))
        return 1
    heard = _find_heard(batch)
    if refuse_missing(root, (), (part for each in heard for part in each.task.mix.extracts)):
        return 1
    sounds = make_sounds(root, Store(store_folder(root)), (each.task for each in heard), jobs)
    made = [each for each in heard if each.task.key in sounds.objects]
    written = dict(_write(batch, made, sounds, out or output_folder(root) / "sound", listen))
    for reason in sounds.failures:
        click.echo(f"error: a sound was not made: {reason}", err=True)
    _tell(made, sounds, written, as_json)
    return 1 if sounds.failures else 0


def _tell(made: Iterable[_Heard], sounds: Sounds, written: Mapping[str, Path], as_json: bool) -> None:
    if as_json:
        told = [_as_json(each, _report(each, sounds), written.get(each.name)) for each in made]
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    _show(made, sounds)
    for path in written.values():
        click.echo(str(path))


def _find_heard(batch: Batch) -> list[_Heard]:
    """Give every different sound of every cut; a name has no more parts than tell it from the others."""
    groups: dict[tuple[str, str, str], list[Deliverable]] = {}
    for item in batch.deliverables:
        groups.setdefault((item.recipe.slug, item.cut.name, item.file.sound.key), []).append(item)
    found: list[_Heard] = []
    for (recipe, cut, _), items in groups.items():
        others = [each for (slug, name, _), each in groups.items() if (slug, name) == (recipe, cut)]
        found.append(_Heard(f"{recipe}/{cut}{_apart(items, others)}", items[0].file.sound, tuple(items)))
    return found


def _apart(items: list[Deliverable], others: list[list[Deliverable]]) -> str:
    """Give what tells one sound of a cut from the others: its language, its platform, or both."""
    if len(others) == 1:
        return ""
    by_language = {frozenset(item.language for item in each) for each in others}
    by_platform = {frozenset(item.platform.name for item in each) for each in others}
    parts = [items[0].platform.name] if len(by_platform) > 1 else []
    parts += [items[0].language] if len(by_language) > 1 else []
    return "".join(f"-{part}" for part in parts)


def _write(
    batch: Batch, made: Iterable[_Heard], sounds: Sounds, folder: Path, listen: str | None
) -> Iterator[tuple[str, Path]]:
    """Write the picture or the sound of each; gives names and paths."""
    from assetkit.cli.preview import save_picture
    from assetkit.cli.sound_pictures import picture_of
    from assetkit.render.listening import write_listening
    from assetkit.render.sound_picture import draw_mix

    for each in made:
        if listen:
            path = folder / f"{each.name}.{listen}"
            write_listening(sounds.objects[each.task.key].path, path)
        else:
            path = folder / f"{each.name}.png"
            report = _report(each, sounds)
            save_picture(path, draw_mix(picture_of(batch, each.task, each.items, sounds, report)))
        yield each.name, path


def _report(each: _Heard, sounds: Sounds) -> SoundReport:
    return SoundReport(**sounds.objects[each.task.key].record["sound"])


def _show(made: Iterable[_Heard], sounds: Sounds) -> None:
    rows = [_row(each, platform, _report(each, sounds)) for each in made for platform in each.platforms]
    headings = (
        *("cut", "platform", "languages", "target:", "loudness:", "range:", "true peak:", "at most:"),
        *("gain:", "rounds:", ""),
    )
    show_table(headings, rows)


def _row(each: _Heard, platform: str, report: SoundReport) -> tuple[str, ...]:
    item = each.first
    languages = dict.fromkeys(other.language for other in each.items if other.platform.name == platform)
    return (
        f"{item.recipe.slug}/{item.cut.name}",
        platform,
        " ".join(languages),
        f"{each.task.target:g} LUFS",
        _number(report.integrated),
        _number(report.range),
        _number(report.true_peak),
        f"{each.task.ceiling:g} dBTP",
        f"{report.gain:+.1f} dB",
        str(report.rounds),
        report.remark or ("" if report.reached else "not reached"),
    )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _as_json(each: _Heard, report: SoundReport, path: Path | None) -> dict[str, Any]:
    item = each.first
    return {
        "recipe": item.recipe.slug,
        "cut": item.cut.name,
        "platforms": list(each.platforms),
        "languages": list(each.languages),
        "target": each.task.target,
        "ceiling": each.task.ceiling,
        "kbps": each.task.kbps,
        "seconds": each.task.mix.plan.total / SAMPLE_RATE,
        "sound": asdict(report),
        "file": str(path) if path else None,
    }
