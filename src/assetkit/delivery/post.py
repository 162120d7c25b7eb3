"""One post as a value, and the file that describes it: `post.json`, the same bytes every time."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

from assetkit.campaign.records import Quote, Statistic
from assetkit.delivery.heard import PostSound
from assetkit.geometry import Size
from assetkit.quality.records import Check
from assetkit.quality.shown import Shown, write_shown
from assetkit.recipe.licences import Work

SCHEMA_VERSION = 1
POST_FILE = "post.json"


@dataclass(frozen=True)
class PostSubtitles:
    """What is said in a post of its captions: burnt into the picture, beside it in a file, or both.

    `file` and `sha256` are "" where there is no file. `set` is "translation" or "sdh".
    """

    language: str
    set: str
    burnt_in: bool
    cues: int
    file: str = ""
    sha256: str = ""

    def as_json(self) -> dict[str, Any]:
        """Give the value in `post.json`."""
        return {
            "language": self.language,
            "set": self.set,
            "burnt_in": self.burnt_in,
            "cues": self.cues,
            "file": self.file or None,
            "sha256": self.sha256 or None,
        }


@dataclass(frozen=True)
class PostFile:
    """A file beside the video; `role` is "subtitles", "copy", "alt-text", "cover" and the like."""

    name: str
    role: str
    sha256: str
    bytes: int


@dataclass(frozen=True)
class Post:
    """A finished video for one platform and language, with all that is known of how it came to be.

    `sources` and `tools` are name -> digest and name -> version; source names are paths from the workspace.
    `statistics` are the records that are shown. `reasons` say why this is a draft: empty means publishable,
    unless a check has failed. `spans` counts the pieces it was stitched from, `object_key` names the object.
    `subtitles` are its captions, burnt in or in a file beside it; `files` is all that lies beside the video,
    but for `post.json`. `shown` is what is seen when, `works` are those of others that it uses. `loudness`
    (LUFS) and `true_peak` (dBTP) are of the finished file, None for silence; `sound` says how it got there.
    """

    campaign: str
    recipe: str
    film: str | None
    cut: str
    platform: str
    language: str
    file: str
    sha256: str
    bytes: int
    frames: int
    rate: Fraction
    size: Size
    loudness: float | None
    true_peak: float | None
    sources: dict[str, str]
    tools: dict[str, str]
    statistics: tuple[Statistic, ...]
    checks: tuple[Check, ...]
    reasons: tuple[str, ...]
    spans: int
    object_key: str
    subtitles: tuple[PostSubtitles, ...] = ()
    files: tuple[PostFile, ...] = ()
    shown: Shown = field(default_factory=Shown)
    works: tuple[Work, ...] = ()
    sound: PostSound | None = None
    quotes: tuple[Quote, ...] = ()
    schedule: dict[str, str] | None = None  # when it comes out, as `PostDate.as_json` gives it
    code: str = ""  # the trade's, such as Ad-ID
    words: dict[str, Any] | None = None  # copy, title and description, as `PostWords.as_json` gives them
    cover: dict[str, Any] | None = None  # the picture that stands for it, as `Covers.described` gives it
    opening: tuple[str, str] = ("", "")  # the cut of which this is one opening, and that opening's code
    pictures: tuple[dict[str, Any], ...] = ()  # of a picture post: its files and what they show

    @property
    def kind(self) -> str:
        """What it is: "video", or a picture post, "image" or "carousel"."""
        return "video" if not self.pictures else "image" if len(self.pictures) == 1 else "carousel"

    @property
    def all_reasons(self) -> tuple[str, ...]:
        """Why this is not publishable: what is missing, then the checks that failed."""
        failed = [f"{check.code}: {check.message}" for check in self.checks if check.failed]
        return tuple(dict.fromkeys([*self.reasons, *failed]))

    def as_json(self) -> dict[str, Any]:
        """Give the value of `post.json`; it follows `post_schema()`."""
        reasons = list(self.all_reasons)
        return {
            "schema": SCHEMA_VERSION,
            "kind": self.kind,
            "campaign": self.campaign,
            "recipe": self.recipe,
            "film": self.film,
            "cut": self.cut,
            "variant": {"of": self.opening[0], "code": self.opening[1]} if self.opening[1] else None,
            "platform": self.platform,
            "language": self.language,
            "code": self.code or None,
            "schedule": self.schedule,
            "file": self.file,
            "sha256": self.sha256,
            "bytes": self.bytes,
            **self._length(),
            "width": self.size.width,
            "height": self.size.height,
            "loudness": self.loudness,
            "true_peak": self.true_peak,
            "sound": self.sound.as_json() if self.sound else None,
            "sources": dict(self.sources),
            "tools": dict(self.tools),
            "subtitles": [subtitles.as_json() for subtitles in self.subtitles],
            "files": [asdict(file) for file in self.files],
            "statistics": [_describe(statistic, self.language) for statistic in self.statistics],
            "quotes": [describe_quote(quote, self.language) for quote in self.quotes],
            "licences": [_describe_work(work, self.language) for work in self.works],
            "copy": self.words,
            "cover": self.cover,
            "pictures": list(self.pictures),
            **write_shown(self.shown),
            "checks": [check.as_json() for check in self.checks],
            "publishable": not reasons,
            "reasons": reasons,
            "made_from": {"spans": self.spans, "object": self.object_key},
        }

    def _length(self) -> dict[str, Any]:
        if self.pictures:
            return {"frames": None, "rate": None, "seconds": None}
        seconds = round(float(self.frames / self.rate), 6)
        return {"frames": self.frames, "rate": str(self.rate), "seconds": seconds}


def write_post(post: dict[str, Any]) -> str:
    """Write a post as text: sorted keys, no clock, so that equal posts are equal bytes."""
    return json.dumps(post, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False) + "\n"


def post_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of `post.json`."""
    text = (files("assetkit.delivery") / "post.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def digest_file(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _describe_work(work: Work, language: str) -> dict[str, Any]:
    licence = work.licence
    return {
        "kind": work.kind,
        "name": licence.name,
        "title": licence.title,
        "author": licence.author,
        "licence": licence.licence,
        "source": licence.source,
        "territory": list(licence.territory),
        "platforms": list(licence.platforms),
        "until": licence.until or None,
        "credit": licence.credit.get(language, ""),
    }


def describe_quote(quote: Quote, language: str) -> dict[str, Any]:
    """Give what a post says of a quote that it shows."""
    consent = quote.consent
    return {
        "name": quote.name,
        "text": quote.text.get(language, ""),
        "speaker": "" if quote.anonymous else quote.speaker.get(language, ""),
        "anonymous": quote.anonymous,
        "consent_until": (consent.until or None) if consent else None,
    }


def _describe(statistic: Statistic, language: str) -> dict[str, Any]:
    return {
        "name": statistic.name,
        "value": f"{float(statistic.value):.{statistic.decimals}f}",
        "unit": statistic.unit,
        "wording": statistic.wording.get(language, ""),
        "source": statistic.source.get(language, ""),
        "url": statistic.url,
        "as_of": statistic.as_of,
        "primary": statistic.primary,
        "reviewed": statistic.reviewed,
    }
