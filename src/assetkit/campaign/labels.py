"""Labels that say what a post is, such as "Paid partnership", in each language, as dated data."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from assetkit.campaign.records import Texts
from assetkit.packaged import read_packaged

_FILE = "labels.yaml"


@dataclass(frozen=True)
class LabelWords:
    """How one language says a label, and who names these words; confidence is H, M or L."""

    text: str
    source: str
    as_of: str
    confidence: str


@functools.cache
def load_labels() -> dict[str, dict[str, LabelWords]]:
    """Give the packaged labels: name -> language -> words."""
    return {
        name: {language: LabelWords(**words) for language, words in told["words"].items()}
        for name, told in read_packaged("assetkit.campaign", _FILE).items()
    }


def label_words(name: str, languages: tuple[str, ...]) -> Texts:
    """Give a label in these languages; those that it is not known in are left out."""
    known = load_labels().get(name, {})
    found = {language: known.get(language) or known.get(language.split("-")[0]) for language in languages}
    return {language: words.text for language, words in found.items() if words}
