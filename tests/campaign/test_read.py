"""The campaign file, read to records."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from assetkit.campaign.read import CampaignReading, read_campaign
from assetkit.campaign.records import Brand, Campaign, Helpline, Statistic
from assetkit.diagnostics import Findings, Place
from support.workspaces import CAMPAIGN


def read(root: Path, text: str = CAMPAIGN) -> tuple[CampaignReading, list[str]]:
    (root / "assetkit.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    reading = read_campaign(root, findings)
    return reading, [f"{item.place} {item.code} {item.message}" for item in findings.items]


def test_a_campaign_resolves(tmp_path: Path) -> None:
    reading, problems = read(tmp_path)
    assert problems == []
    source = {"kk": "презентация", "ru": "презентация", "en": "campaign deck"}
    assert reading.campaign == Campaign(
        root=str(tmp_path),
        name="he-for-she",
        title={"kk": "ХиФорШи", "ru": "ХиФорШи", "en": "HeForShe"},
        languages=("kk", "ru", "en"),
        rate=Fraction(25),
        as_of="2026-11-01",
        brand=Brand(background="#101820", accent="#EC008C", name="HeForShe"),
        statistics={
            "deaths-per-year": Statistic(
                name="deaths-per-year",
                value=Fraction(80),
                decimals=0,
                unit="",
                qualifier={"kk": "шамамен", "ru": "около", "en": "about"},
                wording={"kk": "әйел қаза табады", "ru": "женщин погибают", "en": "women die"},
                source=source,
                url="",
                as_of="2023-01-01",
                primary=False,
                reviewed=False,
                place=Place("assetkit.yaml", 11, 3),
                bound="about",
            ),
            "share": Statistic(
                name="share",
                value=Fraction(333, 10),
                decimals=1,
                unit="%",
                qualifier={},
                wording={"kk": "әйелдер", "ru": "женщин", "en": "of women"},
                source=source,
                url="https://example.org/deck",
                as_of="2023-01-01",
                primary=True,
                reviewed=True,
                place=Place("assetkit.yaml", 17, 3),
            ),
        },
        helplines={
            "helpline": Helpline(
                name="helpline",
                number="150",
                title={"kk": "Сенім телефоны", "ru": "Телефон доверия", "en": "Helpline"},
                note={},
                source="campaign deck",
                verified_on="2023-01-01",
                place=Place("assetkit.yaml", 27, 3),
            )
        },
        hashtag="#HeForShe",
        reviewed={"kk": False, "ru": False, "en": True},
    )


def test_a_statistic_without_a_source_is_left_out(tmp_path: Path) -> None:
    source = "    source: {en: campaign deck, ru: презентация, kk: презентация}\n"
    reading, problems = read(tmp_path, CAMPAIGN.replace(source, "", 1))
    assert problems == ["assetkit.yaml:11:3 AK236 the statistic `deaths-per-year` has no source"]
    assert reading.campaign is not None
    assert list(reading.campaign.statistics) == ["share"]
    assert reading.statistics == frozenset({"deaths-per-year", "share"})


def test_problems_of_a_campaign(tmp_path: Path) -> None:
    text = (
        CAMPAIGN.replace("kk, ru, en]", "kk, ru, en, ru]")
        .replace("rate: 25", "rate: 26")
        .replace("2026-11-01", "1.11.2026")
        .replace('"#101820"', "black")
        .replace("{en: true}", "{fr: true}")
        .replace("value: 80", "value: .inf")
        .replace("ru: женщин,", "")
        .replace("number: 150", "number: 1.5")
        .replace("verified_on", "verified")
    )
    reading, problems = read(tmp_path, f"{text}calendar: []\n")
    assert reading.campaign is None
    lines = sorted(problems, key=lambda problem: int(problem.split(":")[1]))
    assert [" ".join(line.split()[:2]) for line in lines] == [
        "assetkit.yaml:4:25 AK221",
        "assetkit.yaml:5:7 AK212",
        "assetkit.yaml:6:8 AK210",
        "assetkit.yaml:8:21 AK209",
        "assetkit.yaml:9:12 AK221",
        "assetkit.yaml:12:12 AK213",
        "assetkit.yaml:20:5 AK220",
        "assetkit.yaml:27:3 AK202",
        "assetkit.yaml:28:13 AK203",
        "assetkit.yaml:31:5 AK201",
        "assetkit.yaml:32:11 AK203",
    ]


def test_fonts_of_captions_by_language(tmp_path: Path) -> None:
    fonts = CAMPAIGN.replace("name: HeForShe}", "name: HeForShe, caption_fonts: {ru: Oswald-Bold}}")
    reading, problems = read(tmp_path, fonts)
    assert problems == [] and reading.campaign is not None
    brand = reading.campaign.brand
    assert [brand.caption_font_for(name) for name in ("ru", "kk")] == ["Oswald-Bold", "Onest-Bold"]
    wrong = CAMPAIGN.replace(
        "name: HeForShe}", "name: HeForShe, caption_fonts: {ru: Oswold, ar: Onest-Bold}}"
    )
    told = " ".join(read(tmp_path, wrong)[1])
    assert "AK219" in told and "Oswold" in told
