"""x264 alone: the same frames from memory, with the same settings and nothing else to do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from assetkit.plan.build import Deliverable
from assetkit.platforms.records import Format
from bench.context import Context, Record, same_format
from bench.measure import run_measured
from bench.parts import encoder_arguments
from bench.planned import count_frames
from bench.samples import raw_input, take_sample, write_raw
from bench.tool import ffmpeg, tool_env

LEAST_FRAMES = 250
_PARAMETERS = "stitchable=1:open-gop=0:cpu-independent=1"


def run_encoder(context: Context) -> None:
    """Encode a sample of footage and of cards in every format; scale by the frames that assetkit encodes.

    The sample is the longest cut in one language: the first frames of each clip, at least 250, and both
    cards; a full run takes all of its frames, in every language.
    """
    items = context.deliverables()
    rows: list[Record] = []
    for count in count_frames(items):
        chosen = _choose(items, count.format, context)
        frames, cpu = 0, 0.0
        for item in chosen:
            made, seconds = _encode(context, item, count.is_card)
            frames, cpu = frames + made, cpu + seconds
        row = {"format": same_format(count.format), "cards": count.is_card, "frames": frames, "cpu": cpu}
        rows.append(row | {"encoded": count.encoded, "scaled": cpu / frames * count.encoded})
    context.keep("encoder", {"rows": rows, "cpu": sum(row["scaled"] for row in rows)})


def _choose(items: list[Deliverable], coded: Format, context: Context) -> list[Deliverable]:
    longest = max((item for item in items), key=lambda item: item.file.frames).cut.name
    found: dict[str, Deliverable] = {}
    for item in items:
        if item.cut.name == longest and same_format(item.platform.format) == same_format(coded):
            found.setdefault(item.language, item)
    return list(found.values()) if context.full else list(found.values())[:1]


def _encode(context: Context, item: Deliverable, cards: bool) -> tuple[int, float]:
    footage = None if context.full else LEAST_FRAMES
    parts, events = take_sample(item, footage=footage, cards=cards)
    raw = write_raw(context, item, parts, events, f"alone-{item.platform.format.size}-{int(cards)}")
    coded, outs = item.platform.format, [context.raw_file(f"alone-{n}.mp4") for n in range(context.jobs)]
    settings = [*encoder_arguments(coded, threads=coded.threads), "-x264-params", _PARAMETERS]
    commands = [ffmpeg(*raw_input(item, raw), *settings, out) for out in outs]
    try:
        # As many at a time as the batch had: a core beside a busy one needs more time for the same.
        with ThreadPoolExecutor(context.jobs) as pool:
            usages = list(pool.map(lambda command: run_measured(command, env=tool_env()), commands))
    finally:
        for path in (raw, *outs):
            path.unlink(missing_ok=True)
    frames = sum(part.frames for part in parts)
    return frames, sum(usage.cpu for usage in usages) / len(usages)
