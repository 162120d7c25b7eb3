"""Music and licences of a campaign: read as records, and every problem at its place."""

from __future__ import annotations

from pathlib import Path

from assetkit.campaign.licence_records import Licence
from assetkit.campaign.read import read_campaign
from assetkit.campaign.records import Campaign
from assetkit.diagnostics import Findings
from support.workspaces import CAMPAIGN, write_workspace

MUSIC = """\
music:
  theme:
    file: assets/music/theme.wav
    title: Quiet Room
    author: A. Composer
    licence: CC-BY-4.0
    source: https://example.org/17
    territory: [KZ, KG]
    platforms: [vertical]
    until: 2027-01-31
    credit: {en: "Music: Quiet Room", ru: "Музыка: Quiet Room", kk: "Музыка: Quiet Room"}
licences:
  archive: {title: Street, author: B. Film}
territory: [KZ]
"""


def read(root: Path, text: str) -> tuple[Campaign | None, list[str]]:
    write_workspace(root, {}, CAMPAIGN + text)
    findings = Findings()
    campaign = read_campaign(root, findings).campaign
    return campaign, [f"{item.place}: {item.code}" for item in findings.items]


def test_music_and_licences_are_records(tmp_path: Path) -> None:
    campaign, problems = read(tmp_path, MUSIC)
    assert problems == []
    assert campaign is not None
    theme = campaign.music["theme"]
    assert theme.file == "assets/music/theme.wav"
    assert theme.licence.missing == ()
    assert theme.licence.leaves_out(["KZ", "DE"]) == ("DE",)
    assert theme.licence.until == "2027-01-31"
    assert campaign.licences["archive"].missing == ("licence", "source")
    assert not campaign.licences["archive"].is_limited
    assert campaign.territory == ("KZ",)


def test_the_world_is_everywhere() -> None:
    assert Licence("theme", territory=("world",)).leaves_out(["KZ", "DE"]) == ()


def test_a_record_with_problems_is_left_out_and_the_rest_stays(tmp_path: Path) -> None:
    text = MUSIC.replace("[KZ, KG]", "[kz]").replace('ru: "Музыка: Quiet Room", ', "")
    campaign, problems = read(tmp_path, text)
    first = CAMPAIGN.count("\n")
    assert problems == [f"assetkit.yaml:{first + 8}:17: AK733", f"assetkit.yaml:{first + 11}:5: AK220"]
    assert campaign is not None
    assert campaign.music == {}
    assert list(campaign.licences) == ["archive"]
