"""What captions cost: one rendition with and without them, and what three languages share."""

from __future__ import annotations

import re
from pathlib import Path

from bench.context import Context, as_record
from bench.measure import Usage, assetkit, run_measured
from bench.planned import captioned_share, count_frames, read_plan
from bench.workspace import CLIPS, CUTS, LANGUAGES, RECIPE, Standard, cut_text, film_head, write_standard

CUT, PLATFORM = "teaser-15", "tiktok"


def run_captions(context: Context) -> None:
    """Render clips alone for one platform: without captions, with them, then in the other languages too.

    The first two begin with nothing in store, so that both read the film's facts and make its sound; the
    third finds what the second made, as a batch of three languages does.
    """
    cut, platform = (CUT, PLATFORM) if PLATFORM in context.batch.platforms else ("teaser-6", "x")
    batch = Standard(cuts=(cut,), platforms=(platform,), cue_share=context.batch.cue_share)
    bare = _write(context, "captions-without", batch, burn=False)
    root = _write(context, "captions-with", batch, burn=True)
    without, with_them = _render(context, bare, LANGUAGES[:1]), _render(context, root, LANGUAGES[:1])
    others = _render(context, root, LANGUAGES[1:])
    items = read_plan(root)
    counts = count_frames(items)
    record = {
        "without": as_record(without),
        "with": as_record(with_them),
        "others": as_record(others),
        "frames": items[0].file.frames,
        "spans": [len(read_plan(folder)[0].file.spans) for folder in (bare, root)],
        "captioned": captioned_share(items)[0],
        "shown_frames": sum(each.shown for each in counts),
        "distinct_frames": sum(each.distinct for each in counts),
        "planned_frames": sum(each.encoded for each in counts),
        "encoded_frames": frames_encoded(with_them) + frames_encoded(others),
    }
    context.keep("captions", record)


def frames_encoded(usage: Usage) -> int:
    """Read from the last lines how many frames were encoded; raises RuntimeError where they do not say."""
    found = re.findall(r"(\d+) frames encoded", usage.out)
    if not found:
        raise RuntimeError("The rendering did not say how many frames it encoded.")
    return int(found[-1])


def _write(context: Context, name: str, batch: Standard, *, burn: bool) -> Path:
    root = write_standard(context.folder / name, context.film, batch)
    (cut,) = batch.cuts
    told = cut_text(cut, list(CLIPS[: CUTS[cut]]), False, batch.platforms)
    captions = "" if burn else "    captions: {burn: false}\n"
    (root / "recipes" / f"{RECIPE}.yaml").write_text(film_head(batch) + told + captions, encoding="utf-8")
    return root


def _render(context: Context, root: Path, languages: tuple[str, ...]) -> Usage:
    wanted = [word for language in languages for word in ("--language", language)]
    return run_measured(assetkit("render", "--root", root, "--jobs", str(context.jobs), *wanted))
