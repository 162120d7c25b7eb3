"""Read what is known of the picture files of a workspace, each once; what is wrong with one is reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assetkit.campaign.pictures import PictureFacts
from assetkit.campaign.records import Campaign, Logo
from assetkit.cards.contrast import contrast
from assetkit.diagnostics import Findings, Place
from assetkit.engine.own_cards import card_items
from assetkit.errors import MediaError
from assetkit.recipe.paths import check_path
from assetkit.recipe.pictures import logos_of
from assetkit.recipe.records import ImageGround, Workspace
from assetkit.tool.image_facts import image_facts
from assetkit.tool.images import GUESSED_CMYK, GUESSED_PROFILE

_GUESSES = {
    GUESSED_CMYK: "is made of printing inks and has no colour profile, so its colours are a guess",
    GUESSED_PROFILE: "has a damaged colour profile, so its colours are taken for sRGB",
}


def read_pictures(root: Path, workspace: Workspace, findings: Findings) -> Workspace:
    """Give the workspace with the facts of its pictures; those that cannot be read are left out."""
    reader = _Reader(root, findings)
    for logo in logos_of(workspace.campaign):
        facts = reader.find(logo.image, logo.place)
        if facts:
            _check_logo(logo, facts, workspace.campaign, findings)
    for ground in _grounds(workspace):
        reader.find(ground.path, ground.place)
    known = {path: facts for path, facts in reader.known.items() if facts}
    return replace(workspace, campaign=replace(workspace.campaign, pictures=known)) if known else workspace


class _Reader:
    """Reads pictures, each once, and tells at each place what is wrong with one."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root = root
        self.findings = findings
        self.known: dict[str, PictureFacts | None] = {}
        self._errors: dict[str, MediaError] = {}

    def find(self, path: str, place: Place) -> PictureFacts | None:
        """Give the facts of a picture; None where it cannot be used."""
        if path not in self.known:
            self.known[path] = self._read(path)
        if path in self._errors:
            _tell(self._errors[path], place, self.findings)
        facts = self.known[path]
        for remark in facts.remarks if facts else ():
            remedy = "export it again as PNG in sRGB"
            self.findings.warning("AK627", f"the picture {path} {_GUESSES[remark]}", place, remedy=remedy)
        return facts

    def _read(self, path: str) -> PictureFacts | None:
        # What leads out of the workspace, or to no file, has been reported where it is written.
        if not check_path(self.root, path, Place(""), Findings()) or not (self.root / path).is_file():
            return None
        try:
            return image_facts(self.root, path, self.root / ".assetkit")
        except MediaError as error:
            self._errors[path] = error
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            self._errors[path] = MediaError(f"{path} cannot be read: {reason}.", code="AK621")
        return None


def _tell(error: MediaError, place: Place, findings: Findings) -> None:
    words = {name: str(error.facts.get(name, "")) for name in ("measured", "required")}
    message = error.message.rstrip(".")
    message = message[0].lower() + message[1:] if message.startswith(("The ", "There ")) else message
    findings.error(str(error.facts["code"]), message, place, remedy=error.remedy, **words)


def _grounds(workspace: Workspace) -> Iterator[ImageGround]:
    for recipe in workspace.recipes.values():
        for cut in recipe.cuts.values():
            for item in card_items(cut):
                if isinstance(item.ground, ImageGround):
                    yield item.ground


def _check_logo(logo: Logo, facts: PictureFacts, campaign: Campaign, findings: Findings) -> None:
    """Report a mark that has no ink, brings a ground of its own, or is made for the other ground."""
    if not facts.weight:
        message = f"the logo {logo.image} is empty: nothing of it can be seen"
        findings.error("AK631", message, logo.place, remedy="name another file, or leave it out")
        return
    if not facts.is_cut_out:
        message = f"the logo {logo.image} has no transparent ground, so its own is seen around it"
        remedy = "export it as PNG with a transparent ground"
        findings.warning("AK629", message, logo.place, remedy=remedy)
    ground = campaign.brand.background
    is_dark = contrast(ground, "#FFFFFF") > contrast(ground, "#000000")
    if logo.on and (logo.on == "dark") != is_dark:
        message = f"the logo {logo.image} is made for a {logo.on} ground, and the brand’s is not"
        findings.warning(
            "AK630",
            message,
            logo.place,
            measured=f"a ground of {ground}",
            remedy=f"name the version of it for a {'dark' if is_dark else 'light'} ground",
        )
