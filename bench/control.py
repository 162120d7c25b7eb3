"""What quality control costs: the proof of every span and the checks of every file, against the batch."""

from __future__ import annotations

import os
from collections.abc import Iterable

from assetkit.delivery.judging import check_measured, check_seen
from assetkit.delivery.shown import describe_shown
from assetkit.engine.store import Store, StoredObject
from assetkit.plan.build import Deliverable
from assetkit.plan.tasks import SpanTask
from assetkit.quality.control import Asked, watch_file
from assetkit.quality.inspect import inspect_file
from assetkit.quality.records import FileReport, SoundReport
from assetkit.render.proof import prove_span
from bench.context import Context, Record, same_format
from bench.planned import pixels
from bench.table import Row, at_most

SHARE = 0.10
_STORE = ".assetkit"


def run_control(context: Context) -> None:
    """Prove every span of the batch again and check every file, as a render does; then decode some."""
    cold = context.recall("cold")
    if cold is None:
        raise RuntimeError("The cost of quality control is a share of the batch: run the part cold, too.")
    store, items = Store(context.root / _STORE), context.deliverables()
    spans = {span.key: span for item in items for span in item.file.spans}
    before = _cpu()
    _prove(spans.values(), store)
    proofs, before = _cpu() - before, _cpu()
    _check(items, store)
    checks, before = _cpu() - before, _cpu()
    watched = _watch(items, store)
    record = {"proofs": proofs, "checks": checks, "watching": _cpu() - before, "watched": watched}
    files = {item.file.key: item for item in items}.values()
    context.keep("control", record | {"shown": sum(map(_size, files)), "cold": cold["cpu"]})


def control_rows(control: Record) -> list[Row]:
    """Give the rows of what was measured of quality control."""
    note = f"proofs of spans {control['proofs']:.1f} s, checks of files {control['checks']:.1f} s"
    spent, batch = control["proofs"] + control["checks"], control["cold"]
    row = at_most("quality control, share of the batch's CPU", spent / batch, SHARE, "{:.1%}", note)
    whole = control["watching"] * control["shown"] / control["watched"]
    told = f"{whole:.0f} s, {whole / batch:.0%} of the batch's CPU more"
    return [row, Row("--check full: decode every distinct file", told)]


def _prove(spans: Iterable[SpanTask], store: Store) -> None:
    for span in spans:
        prove_span(span, _object(store, span.key).path)


def _check(items: Iterable[Deliverable], store: Store) -> None:
    """Check each distinct file once, and what each post shows, as a publisher does."""
    reports: dict[str, FileReport] = {}
    sounds: dict[str, SoundReport | None] = {}
    for item in items:
        stored = _object(store, item.file.key)
        if item.file.key not in reports:
            heard = sounds.get(item.file.sound.key)
            report = reports[item.file.key] = inspect_file(stored.path, heard=heard)
            sounds[item.file.sound.key] = report.sound
        check_measured(item, stored, reports[item.file.key])
        check_seen(item, stored, by_decoding=False, is_marked=False)


def _watch(items: Iterable[Deliverable], store: Store) -> float:
    """Decode one file of each format, the shortest, and give how many pixels that were."""
    chosen: dict[str, Deliverable] = {}
    for item in sorted(items, key=lambda item: item.file.frames):
        chosen.setdefault(same_format(item.platform.format), item)
    for item in chosen.values():
        asked = Asked(platform=item.platform, shown=describe_shown(item.file))
        path, rate = _object(store, item.file.key).path, item.file.spans[0].rate
        watch_file(path, rate, item.platform.format.size, asked)
    return float(sum(map(_size, chosen.values())))


def _object(store: Store, key: str) -> StoredObject:
    found = store.find(key)
    if found is None:
        raise RuntimeError("The batch's objects are not there any more: run the part cold, too.")
    return found


def _size(item: Deliverable) -> float:
    return float(item.file.frames * pixels(item.platform.format.size))


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
