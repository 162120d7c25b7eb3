"""Whether a text is there in every language of the campaign."""

from __future__ import annotations

from collections.abc import Iterable

from assetkit.campaign.records import Texts
from assetkit.diagnostics import Findings
from assetkit.validation import nearest, shorten
from assetkit.yaml_text import Document, YamlPath


def check_languages(
    names: Iterable[str],
    languages: tuple[str, ...] | None,
    document: Document,
    path: YamlPath,
    findings: Findings,
) -> None:
    """Report every name that is no language of the campaign; `languages` None means: not known."""
    for name in names:
        if languages is not None and name not in languages:
            message = f"{shorten(name)} is not a language of the campaign"
            place = document.key_place((*path, name))
            findings.error("AK221", message, place, remedy=nearest(name, languages))


def check_texts(
    texts: Texts, languages: tuple[str, ...] | None, document: Document, path: YamlPath, findings: Findings
) -> Texts:
    """Report missing translations and unknown languages; give the texts in the campaign's order."""
    if languages is None:
        return dict(texts)
    check_languages(texts, languages, document, path, findings)
    for language in languages:
        at = (*path, language)
        if language not in texts and at in document.values:
            continue  # it was refused for another, reported reason
        if not texts.get(language, "").strip():
            place = document.place(at) if language in texts else document.key_place(path)
            findings.error(
                "AK220",
                f"the text has no words in {language}",
                place,
                remedy=f"add `{language}:` with its words",
            )
    return {language: texts[language] for language in languages if language in texts}
