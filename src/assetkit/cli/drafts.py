"""`render --draft`: the same batch, small, quick and marked, beside the posts and never over them."""

from __future__ import annotations

from assetkit.delivery.publish import Publisher
from assetkit.engine.batch import Batch
from assetkit.plan.drafts import draft_deliverable

DRAFTS = "draft"
REASON = "AK405: this is a draft rendering, small, quick and marked"


def make_drafts(batch: Batch, publisher: Publisher) -> None:
    """Turn a batch into drafts: they lie below `draft/` of the output folder and say why they are none."""
    batch.deliverables = [draft_deliverable(item) for item in batch.deliverables]
    publisher.out = publisher.out / DRAFTS
    publisher.reasons = (REASON,)
