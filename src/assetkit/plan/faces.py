"""The fonts of a campaign's captions and supers, by language; where another one is taken, it is said once."""

from __future__ import annotations

from assetkit.campaign.records import Brand
from assetkit.diagnostics import Findings, Place
from assetkit.text.faces import face_for
from assetkit.text.fonts import SUPER_FONT


class Faces:
    """Chooses the font of a text over the picture, and tells where it is not the one that was asked for."""

    def __init__(self, brand: Brand, findings: Findings) -> None:
        self.brand = brand
        self.findings = findings
        self._told: set[tuple[str, str, str]] = set()

    def caption(self, text: str, language: str, place: Place) -> str:
        """Give the font of a caption."""
        return self._choose("captions", text, language, self.brand.caption_font_for(language), place)

    def super(self, text: str, language: str, place: Place) -> str:
        """Give the font of a super."""
        return self._choose("supers", text, language, SUPER_FONT, place)

    def _choose(self, what: str, text: str, language: str, preferred: str, place: Place) -> str:
        font = face_for(text, language, preferred)
        if font != preferred and (what, language, font) not in self._told:
            self._told.add((what, language, font))
            self.findings.note(
                "AK470",
                f"{what} in {language} are drawn in {font}: {preferred} has not all of their letters",
                place,
                remedy=f"name it in assetkit.yaml: `brand: {{caption_fonts: {{{language}: {font}}}}}`"
                if what == "captions"
                else "",
            )
        return font
