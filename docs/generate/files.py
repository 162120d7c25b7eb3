"""The pages of the files that people write, and of the one that each post has; from their JSON Schemas."""

from __future__ import annotations

from assetkit.campaign.models import NOT_YET as CAMPAIGN_NOT_YET
from assetkit.delivery.manifest import manifest_schema
from assetkit.delivery.post import post_schema
from assetkit.recipe.models import NOT_YET
from assetkit.recipe.schema import campaign_schema, recipe_schema
from docs.generate.markdown import code, page, table
from docs.generate.schema import sections

_WORDS = (
    "Words by language are given in all that the campaign has: `{en: The Dress, ru: Платье, kk: Көйлек}`."
)
_RECIPE = (
    "A file `recipes/<name>.yaml`. The first key of an item in `sequence:` or `over:` says what the item is; "
    "the others belong to it. Unknown keys are errors. Lengths are written in seconds (`3s`, `2.5s`) or "
    "frames (`12f`), ranges as two timecodes (`00:00:03:00 - 00:00:08:12`, the second is the first frame left"
    " out), "
    'colours in quotes (`"#EC008C"`). Paths start at the workspace and stay inside of it.',
    "`assetkit schema recipe` prints the JSON Schema that this page is written from; editors complete from "
    "it. What is wrong in a file is said by `assetkit check`, with a [code](codes.md).",
)
_CAMPAIGN = (
    "The file `assetkit.yaml` at the root of a workspace: what all its recipes refer to. `assetkit schema "
    "campaign` prints the JSON Schema that this page is written from.",
)
_POST = (
    "The file `post.json` beside every finished video: what it is, what it was made from, what was measured, "
    "and whether it may be published. It holds no clock: equal posts are equal bytes. `assetkit schema post` "
    "prints the JSON Schema that this page is written from.",
)
_MANIFEST = (
    "The file `manifest.json` of the output folder and of every package: each post with what it was made "
    "from, what was measured, and the digest of each of its files. `assetkit verify` compares a folder with "
    "it on any machine. It holds no clock: equal deliveries are equal bytes. Its own digest is the SHA-256 "
    "of the same text without the key `sha256`, keys sorted, two spaces deep, with one line feed at its end.",
    "`assetkit schema manifest` prints the JSON Schema that this page is written from.",
)
_LATER = "The language has a place for these. They are refused by name ([`AK290`](codes.md)), never ignored."


def write_recipe() -> str:
    """Write the page of recipes."""
    rows = [(code(f"{key}:"), what) for key, what in NOT_YET.items()]
    return page("# Recipes", *_RECIPE, _WORDS, *sections(recipe_schema(), "The file"), *_later(rows))


def write_campaign() -> str:
    """Write the page of the campaign file."""
    rows = [(code(f"{key}:"), what) for key, what in CAMPAIGN_NOT_YET.items()]
    return page(
        "# The campaign file", *_CAMPAIGN, _WORDS, *sections(campaign_schema(), "The file"), *_later(rows)
    )


def write_post() -> str:
    """Write the page of `post.json`."""
    return page("# post.json", *_POST, *sections(post_schema(), "The file"))


def write_manifest() -> str:
    """Write the page of `manifest.json`."""
    return page("# manifest.json", *_MANIFEST, *sections(manifest_schema(), "The file"))


def _later(rows: list[tuple[str, str]]) -> tuple[str, ...]:
    return "## Not made yet", _LATER, table(("written", "what it is"), rows)
