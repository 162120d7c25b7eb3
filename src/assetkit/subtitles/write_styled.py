"""Write the formats that have looks and speakers of their own: TTML, ASS and MicroDVD."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from assetkit.subtitles.cues import FrameCue
from assetkit.subtitles.guard import guard_ass, guard_microdvd, guard_xml
from assetkit.subtitles.writing import hundredths, pieces, rising, thousandths
from assetkit.timecode import RATES

_ASS_HEAD = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Italic, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,20,&H00FFFFFF,0,0,2,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
_TTML_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling"
    xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="" xml:space="preserve">
"""


def write_ass(cues: Sequence[FrameCue], rate: Fraction) -> str:
    """Give an ASS file in its default style; a comma in a speaker's name, which it cannot hold, is lost."""
    lines = []
    for cue in cues:
        times = f"{_ass_clock(cue.range.start, rate)},{_ass_clock(cue.range.stop, rate)}"
        speaker = " ".join(cue.speaker.replace(",", " ").split())
        lines.append(f"Dialogue: 0,{times},Default,{speaker},0,0,0,,{_ass_text(cue, rate)}\n")
    return _ASS_HEAD + "".join(lines)


def _ass_text(cue: FrameCue, rate: Fraction) -> str:
    frames = [frame for frame, _ in rising(cue)]
    lasts = dict(zip(frames, [*frames[1:], cue.range.stop], strict=False))
    written: list[str] = []
    look = (False, False)
    pause = hundredths(frames[0], rate) - hundredths(cue.range.start, rate) if frames else 0
    if pause > 0:
        written.append(f"{{\\k{pause}}}")
    for text, italic, bold, frame in pieces(cue):
        codes = "" if frame is None else f"\\k{hundredths(lasts[frame], rate) - hundredths(frame, rate)}"
        codes += "" if italic == look[0] else f"\\i{int(italic)}"
        codes += "" if bold == look[1] else f"\\b{int(bold)}"
        look = (italic, bold)
        written.append((f"{{{codes}}}" if codes else "") + ("\\N" if text == "\n" else guard_ass(text)))
    return "".join(written)


def _ass_clock(frame: int, rate: Fraction) -> str:
    seconds, rest = divmod(hundredths(frame, rate), 100)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:02d}"


def write_ttml(cues: Sequence[FrameCue], rate: Fraction) -> str:
    """Give a TTML file; who speaks stands in its metadata, and each word's time at a span of its own."""
    speakers = dict.fromkeys(cue.speaker for cue in cues if cue.speaker)
    names = {speaker: f"speaker{number}" for number, speaker in enumerate(speakers, 1)}
    lines = "".join(f"      {_ttml_cue(cue, names, rate)}\n" for cue in cues)
    return f"{_TTML_HEAD}{_ttml_agents(names)}  <body>\n    <div>\n{lines}    </div>\n  </body>\n</tt>\n"


def _ttml_agents(names: dict[str, str]) -> str:
    agents = "".join(
        f'      <ttm:agent xml:id="{key}" type="person"><ttm:name type="full">{guard_xml(name)}</ttm:name>'
        "</ttm:agent>\n"
        for name, key in names.items()
    )
    return f"  <head>\n    <metadata>\n{agents}    </metadata>\n  </head>\n" if agents else ""


def _ttml_cue(cue: FrameCue, names: dict[str, str], rate: Fraction) -> str:
    agent = f' ttm:agent="{names[cue.speaker]}"' if cue.speaker else ""
    start, stop = _ttml_clock(cue.range.start, rate), _ttml_clock(cue.range.stop, rate)
    return f'<p begin="{start}" end="{stop}"{agent}>{"".join(_ttml_spans(cue, rate))}</p>'


def _ttml_spans(cue: FrameCue, rate: Fraction) -> Iterable[str]:
    start = thousandths(cue.range.start, rate)
    for text, italic, bold, frame in pieces(cue):
        given = "" if frame is None else f' begin="{thousandths(frame, rate) - start}ms"'
        given += ' tts:fontStyle="italic"' if italic else ""
        given += ' tts:fontWeight="bold"' if bold else ""
        words = "<br/>" if text == "\n" else guard_xml(text)
        yield f"<span{given}>{words}</span>" if given else words


def _ttml_clock(frame: int, rate: Fraction) -> str:
    seconds, rest = divmod(thousandths(frame, rate), 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"


def write_microdvd(cues: Sequence[FrameCue], rate: Fraction) -> str:
    """Give a MicroDVD file that says its rate; a look that does not hold for a whole line is left out."""
    named = next((name for name, value in RATES.items() if value == rate), f"{float(rate):.3f}")
    lines = [f"{{{cue.range.start}}}{{{cue.range.stop}}}{_microdvd_text(cue)}\n" for cue in cues]
    return f"{{1}}{{1}}{named}\n" + "".join(lines)


def _microdvd_text(cue: FrameCue) -> str:
    lines: list[str] = [""]
    looks: list[set[tuple[bool, bool]]] = [set()]
    for text, italic, bold, _ in pieces(cue):
        if text == "\n":
            lines.append("")
            looks.append(set())
        else:
            lines[-1] += text
            looks[-1].add((italic, bold))
    return "|".join(map(_microdvd_line, lines, looks))


def _microdvd_line(line: str, looks: set[tuple[bool, bool]]) -> str:
    names = [name for place, name in enumerate("ib") if looks and all(look[place] for look in looks)]
    return (f"{{y:{','.join(names)}}}" if names else "") + guard_microdvd(line)
