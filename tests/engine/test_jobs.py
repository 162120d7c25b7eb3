"""How tasks are grouped never changes an object's bytes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from assetkit.engine.batch import Selection, plan_batch
from assetkit.engine.run import Engine
from assetkit.engine.store import Store
from assetkit.errors import ToolError
from assetkit.plan.jobs import group_spans
from assetkit.plan.tasks import FootageSource, SpanTask
from assetkit.render.spans import make_spans
from support.rendering import RECIPE, make_master, make_workspace

pytestmark = pytest.mark.slow
VARIED = RECIPE.replace("00:00:06:00\n", "00:00:06:00\n        fit: blur\n")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("jobs")
    return make_workspace(folder / "workspace", make_master(folder / "numbers.mp4"), VARIED)


@pytest.fixture(scope="module")
def spans(root: Path) -> list[SpanTask]:
    """The plain footage spans of the batch, all kinds of view and both shapes."""
    batch = plan_batch(root, Selection())
    assert not batch.findings.has_errors
    found = {span.key: span for item in batch.deliverables for span in item.file.spans}
    return [
        span for span in found.values()
        if len(span.sources) == 1 and isinstance(span.sources[0], FootageSource)
    ]  # fmt: skip


def _digests(groups: list[list[SpanTask]], root: Path, folder: Path) -> dict[str, str]:
    made: dict[str, str] = {}
    for number, group in enumerate(groups):
        place = folder / str(number)
        place.mkdir(parents=True)
        for task, path in zip(group, make_spans(group, root, place), strict=True):
            made[task.key] = sha256(path.read_bytes()).hexdigest()
    return made


def test_alone_in_pairs_reversed_or_all_together_the_bytes_are_equal(
    spans: list[SpanTask], root: Path, tmp_path: Path
) -> None:
    alike = [list(job.spans) for job in group_spans(spans, 1)]
    assert max(len(group) for group in alike) >= 3
    views = [source.view for span in spans for source in span.sources if isinstance(source, FootageSource)]
    assert {view.fit for view in views} == {"crop", "blur"}
    alone = _digests([[span] for span in spans], root, tmp_path / "alone")
    assert len(set(alone.values())) == len(spans)
    together = _digests(alike, root, tmp_path / "together")
    backwards = _digests([group[::-1] for group in alike], root, tmp_path / "backwards")
    pairs = [group[at : at + 2] for group in alike for at in range(0, len(group), 2)]
    assert alone == together == backwards == _digests(pairs, root, tmp_path / "pairs")


def test_where_a_job_fails_its_spans_are_made_each_by_itself(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = plan_batch(root, Selection(platforms=("small-tall",), languages=("ru",)))
    (file,) = {item.file.key: item.file for item in batch.deliverables}.values()
    bad = file.spans[1].key
    sizes: list[int] = []

    def make(tasks: list[SpanTask], root: Path, folder: Path) -> list[Path]:
        sizes.append(len(tasks))
        if any(task.key == bad for task in tasks):
            raise ToolError("this span cannot be made")
        return make_spans(tasks, root, folder)

    monkeypatch.setattr("assetkit.engine.steps.make_spans", make)
    engine = Engine(root, Store(tmp_path / "store"), 1)
    assert engine.make([file]) == {}
    assert max(sizes) > 1
    (failure,) = engine.outcome.failures
    assert "this span cannot be made" in failure.reason and failure.files == (file.key,)
    assert file.spans[1].label == failure.label
    others = {span.key for span in file.spans} - {bad}
    assert others <= set(engine.outcome.ran)
