"""Cards as picture posts: in the size and the file that each platform takes, and over what runs behind."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from support.studio import PLATFORMS, RECIPE, assetkit

PICTURES = PLATFORMS.replace(
    "layout: wide}",
    "layout: wide,\n          image: {takes: [jpg], layout: tall, largest_bytes: 40000}}",
)
ON_FOOTAGE = (
    RECIPE
    + """\
  behind:
    sequence:
      - {card: title, title: {en: Home, ru: Дом, kk: Үй}, for: 3s,
         ground: {footage: 00:00:00:00 - 00:00:03:20}}
    platforms: [tall, broad]
"""
)


@pytest.fixture
def pictured(studio: Path) -> Path:
    """The studio, with a platform that takes JPEG files in another size than its videos."""
    (studio / "platforms.yaml").write_text(PICTURES, encoding="utf-8")
    recipe = RECIPE.replace("        title: {en: Home", "        title: &home {en: Home")
    also = "  cards:\n    sequence:\n      - {card: title, title: *home}\n    platforms: [tall, broad]\n"
    (studio / "recipes/numbers.yaml").write_text(recipe + also, encoding="utf-8")
    return studio


def stills(root: Path, *words: str) -> tuple[list[Path], str]:
    done = assetkit("cards", "--stills", "-l", "en", "--root", root, "--out", root / "stills", *words)
    assert done.code == 0, done.err
    return sorted((root / "stills").iterdir()), done.out


@pytest.mark.slow
def test_each_platform_gets_its_file_and_its_size_without_metadata(pictured: Path) -> None:
    files, said = stills(pictured, "-c", "cards")
    broad, tall = files
    assert (broad.suffix, tall.suffix) == (".jpg", ".png")
    assert "how these take pictures is not known: Tall" in said
    pictures = [Image.open(path) for path in files]
    assert {picture.size for picture in pictures} == {(360, 640)}
    for picture in pictures:
        assert picture.mode == "RGB" and not picture.getexif()
        assert not {"icc_profile", "exif", "comment", "xmp", "Software"} & picture.info.keys()
    shown, exact = (np.asarray(picture).astype(int) for picture in pictures)
    assert np.abs(shown - exact).mean() < 1 and broad.stat().st_size <= 40_000
    assert broad.read_bytes() == stills(pictured, "-c", "cards")[0][0].read_bytes()


@pytest.mark.slow
def test_a_format_can_be_asked_for_and_is_told_where_it_is_not_taken(pictured: Path) -> None:
    files, said = stills(pictured, "-c", "cards", "--format", "png")
    assert {path.suffix for path in files} == {".png"} and "these take no PNG: Broad" in said
    refused = assetkit("cards", "--format", "png", "--root", pictured)
    assert refused.code == 2 and "--stills" in refused.err


@pytest.mark.slow
def test_a_picture_that_is_too_large_is_not_written(pictured: Path) -> None:
    (pictured / "platforms.yaml").write_text(PICTURES.replace("40000", "2000"), encoding="utf-8")
    done = assetkit("cards", "--stills", "-c", "cards", "--root", pictured, "--out", pictured / "stills")
    assert done.code == 1 and "Broad takes 2 000 bytes" in done.err
    assert {path.suffix for path in (pictured / "stills").iterdir()} == {".png"}


@pytest.mark.slow
def test_a_card_on_running_footage_is_shown_over_it(studio: Path) -> None:
    (studio / "recipes/numbers.yaml").write_text(ON_FOOTAGE, encoding="utf-8")
    files, _ = stills(studio, "-c", "behind", "-p", "tall")
    picture = np.asarray(Image.open(files[0])).astype(int)
    assert picture.shape == (640, 360, 3) and (picture > 220).all(axis=2).sum() > 300
    # What is behind it is the film, darkened: neither the flat ground of the brand nor a chequered one.
    below = picture[480:]
    assert len(np.unique(below.reshape(-1, 3), axis=0)) > 30 and below.max() < 160
    (studio / "films/numbers.mp4").unlink()
    done = assetkit("cards", "--stills", "-c", "behind", "--root", studio)
    assert done.code == 1


def test_a_smaller_file_is_made_in_steps_and_never_of_a_quality_that_shows() -> None:
    from assetkit.render.image_files import encode_image

    noise = np.random.default_rng(1).integers(0, 255, (64, 64, 3)).astype(np.uint8)
    best, least = encode_image(noise, ("jpg",)), encode_image(noise, ("jpg",), quality=70)
    assert best and least and len(least.content) < len(best.content)
    assert encode_image(noise, ("jpg",), len(least.content)) == least
    assert encode_image(noise, ("jpg",), len(least.content) - 1) is None
    assert encode_image(noise, ("png", "jpg"), len(best.content)) == best  # noise is no picture for PNG
    assert encode_image(noise, ("png", "jpg")) != best
