"""One cut that holds everything which can lose a frame, and what must be seen in every frame of it.

Three clips of a numbered master, a card whose every frame carries its own number, a dissolve, and cues that
are clipped at clip edges, last a single frame, or take each other's place inside the dissolve.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from assetkit.cards.spec import CardSpec
from assetkit.diagnostics import Findings
from assetkit.engine.batch import tool_versions
from assetkit.geometry import Box, Size, crop_around
from assetkit.media.facts import MasterFacts
from assetkit.plan.build import plan_file
from assetkit.plan.tasks import FileTask
from assetkit.platforms.records import Format, Layout, Platform
from assetkit.recipe.records import Captions as CaptionSettings
from assetkit.recipe.records import CardItem, ClipItem, Cut, DissolveItem, Film, Framing, Item
from assetkit.subtitles.ass import AssEvent
from assetkit.subtitles.carry import conform_cues
from assetkit.subtitles.layout import CaptionLayout, lay_out
from assetkit.subtitles.read import read_cues
from assetkit.timecode import Duration, FrameRange
from assetkit.timeline.captions import EVERY_FRAME, carry_cues
from assetkit.timeline.conform import conform
from assetkit.timeline.records import Timeline
from support.campaigns import CAMPAIGN, HERE
from support.numbered import Region, code_box, code_box_in, draw_code

SHAPES = {
    "9:16": Size(360, 640),
    "4:5": Size(400, 500),
    "1:1": Size(400, 400),
    "16:9": Size(640, 360),
}
LANGUAGES = ("kk", "ru", "en")

FIRST, SECOND, THIRD = (31, 67), (5, 22), (70, 95)
CARD_FRAMES, CARD_NUMBER = 30, 1000
DISSOLVE = FrameRange(81, 86)
CLICK_FRAMES = (40, 62, 10, 90)  # in the order in which the cut shows them
UNSEEN_CLICKS = (2, 27, 68, 100)
MASTER_FRAMES = 110
# Master frames of each cue, and the frames of the cut on which it must be seen: counted by hand.
CUES = (
    (FrameRange(12, 22), {"kk": "Қош бол, әке", "ru": "Прощай, отец", "en": "Goodbye, father"}),
    (FrameRange(27, 38), {"kk": "Үйге қайт", "ru": "Иди домой", "en": "Go home"}),
    (FrameRange(50, 51), {"kk": "Жүр!", "ru": "Пойдём!", "en": "Come!"}),
    (FrameRange(60, 80), {"kk": "Мен осындамын", "ru": "Я уже здесь", "en": "I am here"}),
)
SEEN = ((0, 7, 1), (19, 20, 2), (29, 36, 3), (73, 83, 0), (83, 93, 3))
NUMBERS: tuple[int | None, ...] = (
    *range(31, 67),
    *range(CARD_NUMBER, CARD_NUMBER + CARD_FRAMES),
    *range(5, 20),
    *[None] * 5,
    *range(73, 95),
)


@dataclass(frozen=True)
class ExactCut:
    """The cut of one master; `offset` is the number that the master's first presented frame carries."""

    facts: MasterFacts
    timeline: Timeline
    offset: int = 0

    def plan(self, shape: str, language: str, *, captions: bool = True) -> FileTask:
        """Plan one rendition."""
        events = self.events(shape, language) if captions else ()
        return plan_file(self.timeline, events, CAMPAIGN, platform_for(shape), language, tool_versions())

    def events(self, shape: str, language: str) -> tuple[AssEvent, ...]:
        """Give its captions by the product's own way: from subtitle file to frames to layouts."""
        read = read_cues(srt(language, self.facts.rate).encode(), "film.srt")
        conformed = conform_cues(read, self.facts.rate)
        cues = carry_cues(self.timeline, {"film": conformed}, EVERY_FRAME)
        return tuple(AssEvent(cue.range, _layout(cue.text, shape, language)) for cue in cues)

    def shown(self, shape: str, language: str) -> dict[int, CaptionLayout]:
        """Give the layout that must be seen on each frame of the cut, from the table above."""
        texts = [_layout(words[language], shape, language) for _, words in CUES]
        return {frame: texts[cue] for start, stop, cue in SEEN for frame in range(start, stop)}

    def numbers(self) -> list[int | None]:
        """Give the number of each frame of the cut; None where two pictures mix."""
        return [n if n is None or n >= CARD_NUMBER else n + self.offset for n in NUMBERS]

    def region(self, shape: str, frame: int) -> Region:
        """Give where the number stands in a frame of the cut."""
        size, number = SHAPES[shape], NUMBERS[frame]
        if number is not None and number >= CARD_NUMBER:
            box = code_box(size)
            return box.x, box.y, box.width, box.height
        return code_box_in(self.facts.size, crop_around(self.facts.size, size, Framing().focus), size)


def exact_cut(facts: MasterFacts, offset: int = 0) -> ExactCut:
    """Conform the cut to a master."""
    items: tuple[Item, ...] = (
        _clip(facts, *FIRST),
        CardItem("numbered", Duration(frames=CARD_FRAMES), {}, None, None, HERE),
        _clip(facts, *SECOND),
        DissolveItem(Duration(frames=len(DISSOLVE)), HERE),
        _clip(facts, *THIRD),
    )
    return ExactCut(facts, _conform(items, facts), offset)


def dissolve_sources(cut: ExactCut, shape: str) -> FileTask:
    """Plan the ten frames that the dissolve mixes, one after the other: five of each side."""
    after, before = SECOND[1] - 2, THIRD[0] - 2
    clips = (_clip(cut.facts, after, after + 5), _clip(cut.facts, before, before + 5))
    timeline = _conform(clips, cut.facts)
    return plan_file(timeline, (), CAMPAIGN, platform_for(shape), "kk", tool_versions())


def numbered_card(spec: CardSpec) -> object:
    """Make a moviepy clip whose every frame carries its own number, from CARD_NUMBER on."""
    from moviepy import VideoClip

    size = (spec.size.width, spec.size.height)

    def picture(seconds: float) -> npt.NDArray[np.uint8]:
        number = int(np.floor(seconds * float(spec.rate) + 0.5))
        return np.repeat(draw_code(CARD_NUMBER + number, size)[..., None], 3, axis=2)

    return VideoClip(picture, duration=float(spec.frames / spec.rate))


def platform_for(shape: str) -> Platform:
    """Give a small platform of a shape, its captions below the number."""
    size = SHAPES[shape]
    low = Box(8, size.height * 76 // 100, size.width - 16, size.height * 22 // 100)
    layout = Layout(shape, size, low, Box(8, 8, size.width - 16, size.height - 16))
    coded = Format(shape, size, preset="veryfast", crf=18, threads=1, maxrate=20000, bufsize=20000)
    return Platform(shape.replace(":", "x"), shape, coded, layout, ())


def srt(language: str, rate: Fraction) -> str:
    """Write the cues as a subtitle file does: in milliseconds."""

    def time(frame: int) -> str:
        thousandths = round(frame / rate * 1000)
        return f"00:00:{thousandths // 1000:02d},{thousandths % 1000:03d}"

    blocks: list[str] = []
    for number, (frames, words) in enumerate(CUES, 1):
        blocks.append(f"{number}\n{time(frames.start)} --> {time(frames.stop)}\n{words[language]}\n")
    return "\n".join(blocks)


def _layout(text: str, shape: str, language: str) -> CaptionLayout:
    platform = platform_for(shape)
    layout = lay_out(text, language, size=platform.format.size, zone=platform.layout.captions)
    assert isinstance(layout, CaptionLayout), layout
    return layout


def _clip(facts: MasterFacts, start: int, stop: int) -> ClipItem:
    film = Film("film", {}, facts.path, {}, None, HERE)
    return ClipItem(film, Duration(frames=start), Duration(frames=stop), Framing(), {}, HERE)


def _conform(items: tuple[Item, ...], facts: MasterFacts) -> Timeline:
    cut = Cut("cut", items, None, None, (), CaptionSettings(), ("small",), HERE)
    findings = Findings()
    masters: Mapping[str, MasterFacts] = {"film": facts}
    timeline = conform(cut, masters, replace(CAMPAIGN, rate=facts.rate), findings)
    assert timeline is not None, findings.items
    return timeline
