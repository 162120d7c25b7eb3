"""Make the static fonts of this folder from the variable ones that their packages carry.

    python fonts/make_instances.py FOLDER [NAME...]

FOLDER holds the unpacked packages that PROVENANCE.md names; it is searched for the variable files and the
licence text beside each. Static files are needed because libass passes over variable fonts in silence, and
each gets a family name of its own because libass chooses by family: a wrong choice is then impossible.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent
INSTANCES = {
    "Montserrat-Bold": ("Montserrat", 700),
    "Montserrat-ExtraBold": ("Montserrat", 800),
    "Onest-Regular": ("Onest", 400),
    "Onest-Bold": ("Onest", 700),
    "Oswald-Bold": ("Oswald", 700),
    "NotoSansArabic-Bold": ("NotoSansArabic", 700),
    "NotoSansDevanagari-Bold": ("NotoSansDevanagari", 700),
}
KEPT_NAMES = {0, 5, 8, 9, 11, 12, 13, 14}  # copyright, version, makers, addresses, licence
WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)
REGULAR = 1 << 6
USE_TYPO_METRICS = 1 << 7


def make_instance(variable: Path, name: str, weight: int) -> TTFont:
    """Pin the axes, the width at its normal, and give the font a family name of its own, style Regular."""
    font = TTFont(variable, recalcTimestamp=False)
    pinned = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": weight}
    instantiateVariableFont(font, pinned, inplace=True)
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in KEPT_NAMES and record.platformID == 3]
    family = name.replace("-", " ")
    for number, text in ((1, family), (2, "Regular"), (3, f"assetkit;{name}"), (4, family), (6, name)):
        table.setName(text, number, *WINDOWS_UNICODE_ENGLISH)
    # Every file is the only style of its family, so it is that family's regular one: nothing that asks for
    # weight 400 or 700 is answered with a made-up, thickened version.
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = REGULAR | font["OS/2"].fsSelection & USE_TYPO_METRICS
    font["head"].macStyle = 0
    del font["STAT"]
    return font


def main(folder: Path, *only: str) -> None:
    """Write every static font and licence, or `only` those named, and print the table of PROVENANCE.md."""
    for name, (family, weight) in INSTANCES.items():
        if only and name not in only:
            continue
        (variable,) = folder.rglob(f"{family}[[]*wght].ttf")
        licence = variable.parent.parent / "LICENSE"
        target = HERE / f"{name}.ttf"
        make_instance(variable, name, weight).save(target)
        (HERE / f"OFL-{family}.txt").write_bytes(licence.read_bytes())
        print(f"| `{target.name}` | {hashlib.sha256(target.read_bytes()).hexdigest()} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
