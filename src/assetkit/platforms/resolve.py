"""From platforms as written to records: names found, zones inside their pictures, evidence in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from assetkit.diagnostics import Findings
from assetkit.geometry import Box, Size
from assetkit.platforms.coding import settle_coding
from assetkit.platforms.cover_models import CoverText
from assetkit.platforms.cover_models import fits as cover_fits
from assetkit.platforms.image_models import ImagePostText
from assetkit.platforms.limits import LIMITS
from assetkit.platforms.models import (
    CatalogueText,
    Evidence,
    FormatText,
    LayoutText,
    LimitText,
    PlatformText,
    SidecarText,
    SoundText,
    WordsText,
)
from assetkit.platforms.records import (
    Catalogue,
    CoverRule,
    Format,
    ImagePost,
    Layout,
    Limit,
    Platform,
    Sidecar,
    WordRules,
)
from assetkit.validation import nearest
from assetkit.yaml_text import Document, YamlPath


@dataclass(frozen=True)
class Resolver:
    """Resolves one document on top of `base`; everything wrong is reported, and left out.

    `refused` are the paths whose values were reported already: what is missing there is not told again.
    """

    document: Document
    base: Catalogue
    sound: SoundText | None
    findings: Findings
    refused: frozenset[YamlPath] = frozenset()

    def resolve(self, model: CatalogueText) -> Catalogue:
        """Give `base` with what the document adds and overrides."""
        formats, layouts = dict(self.base.formats), dict(self.base.layouts)
        for name, format_text in model.formats.items():
            self._keep(formats, name, self._format(name, format_text))
        for name, layout_text in model.layouts.items():
            self._keep(layouts, name, self._layout(name, layout_text))
        platforms = {
            name: replace(
                known,
                format=formats.get(known.format.name, known.format),
                layout=layouts.get(known.layout.name, known.layout),
            )
            for name, known in self.base.platforms.items()
        }
        found = Catalogue(platforms, dict(self.base.sets), formats, layouts)
        for name, platform_text in model.platforms.items():
            self._keep(platforms, name, self._platform(name, platform_text, found))
        self._match_sizes(model, found)
        self._sets(model, found)
        return found

    def _keep(self, known: dict[str, Any], name: str, value: Any) -> None:
        if value is not None:
            known[name] = value

    def _report(self, code: str, message: str, *path: str | int, **words: str) -> None:
        self.findings.error(code, message, self.document.place(path), **words)

    def _format(self, name: str, text: FormatText) -> Format | None:
        given = {key: value for key, value in dict(text).items() if value is not None}
        known = self.base.formats.get(name)
        if known:
            return settle_coding(replace(known, **given), given, self._report)
        if text.size is None:
            if ("formats", name, "size") in self.refused:
                return None
            self._report(
                "AK504", f"the new format `{name}` has no size", "formats", name, remedy="add `size:`"
            )
            return None
        return settle_coding(Format(name, **given), given, self._report)

    def _layout(self, name: str, text: LayoutText) -> Layout | None:
        boxes = [("captions", text.captions), ("cards", text.cards)]
        outside = [key for key, box in boxes if not _lies_in(box, text.size)]
        outside += ["covered" for box in text.covered if not _lies_in(box, text.size)]
        for key in dict.fromkeys(outside):
            message = f"`{key}` of the layout `{name}` is not inside its picture"
            self._report("AK503", message, "layouts", name, key, required=f"inside {text.size}")
        if outside:
            return None
        origin = (text.source, text.as_of, text.confidence)
        return Layout(name, text.size, text.captions, text.cards, tuple(text.covered), *origin)

    def _platform(self, name: str, text: PlatformText, found: Catalogue) -> Platform | None:
        known = found.platforms.get(name)
        missing = [key for key in ("title", "format", "layout") if getattr(text, key) is None]
        if known is None and missing:
            message = f"the new platform `{name}` has no {' and no '.join(missing)}"
            remedy = f"add {', '.join(f'`{key}:`' for key in missing)}"
            self._report("AK504", message, "platforms", name, remedy=remedy)
            return None
        shape = text.format and self._find("format", found.formats, name, text.format)
        layout = text.layout and self._find("layout", found.layouts, name, text.layout)
        if (text.format and not shape) or (text.layout and not layout):
            return None
        given: dict[str, Any] = {"title": text.title, "format": shape, "layout": layout}
        given |= {key: getattr(text, key) for key in ("loudness", "true_peak", "audio_kbps")}
        given["sidecar"] = text.sidecar and _sidecar(text.sidecar)
        given["image"] = text.image and self._image(name, text.image, found)
        zones = layout or (known.layout if known else None)
        given["cover"] = text.cover and self._cover(name, text.cover, zones)
        given["words"] = text.words and _words(text.words)
        given = {key: value for key, value in given.items() if value is not None}
        limits = self._limits(name, text, known)
        if known:
            return replace(known, **given, limits=limits)
        return Platform(name, limits=limits, **(self._sound_settings() | given))

    def _cover(self, platform: str, text: CoverText, layout: Layout | None) -> CoverRule:
        rule = text.resolved()
        if layout and not cover_fits(rule, layout.size):
            message = f"what is shown of a cover of `{platform}` is not inside its picture"
            path = ("platforms", platform, "cover", "shown")
            remedy = "write [x, y, width, height] in pixels of the video"
            self._report("AK842", message, *path, required=f"inside {layout.size}", remedy=remedy)
        return rule

    def _image(self, platform: str, text: ImagePostText, found: Catalogue) -> ImagePost:
        path = ("platforms", platform, "image", "layout")
        if text.layout is not None and text.layout not in found.layouts:
            remedy = nearest(text.layout, found.layouts)
            self._report("AK501", f"there is no layout `{text.layout}`", *path, remedy=remedy)
        layout = found.layouts.get(text.layout or "")
        widths = (text.least_width or 1, text.greatest_width or 1 << 16)
        if layout and not widths[0] <= layout.size.width <= widths[1]:
            message = f"pictures of `{platform}` are to be drawn in a width that it does not take"
            self._report("AK511", message, *path, measured=str(layout.size), remedy="name another layout")
        return text.resolved(layout)

    def _find(self, kind: str, known: dict[str, Any], platform: str, name: str) -> Any:
        if name not in known:
            message = f"there is no {kind} `{name}`"
            self._report("AK501", message, "platforms", platform, kind, remedy=nearest(name, known))
        return known.get(name)

    def _sound_settings(self) -> dict[str, Any]:
        sound = self.sound
        if sound is None:
            return {}
        return {"loudness": sound.loudness, "true_peak": sound.true_peak, "audio_kbps": sound.audio_kbps}

    def _limits(self, platform: str, text: PlatformText, known: Platform | None) -> tuple[Limit, ...]:
        limits = {limit.name: limit for limit in (known.limits if known else ())}
        for limit in self._sound_limits(text):
            if limit.name not in limits or getattr(text, limit.name) is not None:
                limits[limit.name] = limit
        for name, limit_text in text.limits.items():
            self._keep(limits, name, self._limit(platform, name, limit_text, text.evidence))
        return tuple(limits.values())

    def _sound_limits(self, text: PlatformText) -> tuple[Limit, ...]:
        sound = self.sound
        if sound is None:
            return ()
        values = {"loudness": text.loudness, "true_peak": text.true_peak}
        return tuple(
            Limit(
                name,
                getattr(sound, name) if value is None else value,
                LIMITS[name].unit,
                "advises",
                sound.source,
                sound.as_of,
                sound.confidence,
            )
            for name, value in values.items()
        )

    def _limit(self, platform: str, name: str, text: LimitText, common: Evidence) -> Limit | None:
        path = ("platforms", platform, "limits", name)
        if name not in LIMITS:
            message, place = f"there is no limit `{name}`", self.document.key_place(path)
            self.findings.error("AK507", message, place, remedy=nearest(name, LIMITS))
            return None
        source = text.source or common.source or ""
        as_of = text.as_of or common.as_of or ""
        confidence = text.confidence or common.confidence or "L"
        strength = text.strength or common.strength or "advises"
        if strength == "rejects" and (confidence != "H" or not source or not as_of):
            message = f"`{name}` of `{platform}` rejects without a first party's words"
            self._report("AK508", message, *path, remedy="write `strength: advises`, or add source and date")
            return None
        return Limit(name, text.value, LIMITS[name].unit, strength, source, as_of, confidence)

    def _match_sizes(self, model: CatalogueText, found: Catalogue) -> None:
        for name, platform in found.platforms.items():
            shape, layout = platform.format, platform.layout
            if shape.size != layout.size:
                path = ("platforms", name) if name in model.platforms else ("formats", shape.name)
                self._report(
                    "AK502",
                    f"the layout `{layout.name}` of `{name}` is drawn for another picture",
                    *path,
                    measured=str(layout.size),
                    required=str(shape.size),
                )

    def _sets(self, model: CatalogueText, found: Catalogue) -> None:
        for name, members in model.sets.items():
            for index, member in enumerate(members):
                if member not in found.platforms:
                    remedy = nearest(member, found.platforms)
                    self._report(
                        "AK505", f"there is no platform `{member}`", "sets", name, index, remedy=remedy
                    )
            found.sets[name] = tuple(member for member in members if member in found.platforms)
        for name in sorted(found.sets.keys() & found.platforms.keys()):
            path = ("sets", name) if name in model.sets else ("platforms", name)
            self._report("AK506", f"`{name}` is a set and a platform", *path, remedy="rename one")


def _sidecar(text: SidecarText) -> Sidecar:
    # Where a file is asked for although the platform is not known to take one, it is an SRT file.
    suffix = "vtt" if text.form == "vtt" else "srt"
    name = text.name or f"{{name}}.{{language}}.{suffix}"
    origin = (text.source, text.as_of, text.confidence)
    return Sidecar(text.form, name, text.markup, tuple(text.languages), *origin)


def _words(text: WordsText) -> WordRules:
    return WordRules(**text.model_dump(exclude={"copy_"}), copy=text.copy_)


def _lies_in(box: Box, size: Size) -> bool:
    return box.width > 0 and box.height > 0 and Box(0, 0, size.width, size.height).contains(box)
