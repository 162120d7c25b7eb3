"""The limits that platforms can have: their names, units, and which side of the number is allowed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LimitKind:
    """What a limit of one name means.

    `side` says what is allowed: "least" (the number or more), "most" (the number or less), "near" (about
    the number). `of` is "file" where a finished file can be measured against it, "copy" where it concerns
    the words of the post, and "setting" where it concerns how a file is made.
    """

    unit: str
    side: str
    about: str
    of: str = "file"


LIMITS: dict[str, LimitKind] = {
    "shortest_seconds": LimitKind("s", "least", "length"),
    "longest_seconds": LimitKind("s", "most", "length"),
    "advised_longest_seconds": LimitKind("s", "most", "length"),
    "smallest_bytes": LimitKind("bytes", "least", "file size"),
    "largest_bytes": LimitKind("bytes", "most", "file size"),
    "advised_largest_bytes": LimitKind("bytes", "most", "file size"),
    "lowest_rate": LimitKind("frames/s", "least", "frame rate"),
    "highest_rate": LimitKind("frames/s", "most", "frame rate"),
    "least_width": LimitKind("px", "least", "width"),
    "greatest_width": LimitKind("px", "most", "width"),
    "least_height": LimitKind("px", "least", "height"),
    "greatest_height": LimitKind("px", "most", "height"),
    "narrowest_ratio": LimitKind("width/height", "least", "shape"),
    "widest_ratio": LimitKind("width/height", "most", "shape"),
    "lowest_kbps": LimitKind("kbit/s", "least", "bit rate of the picture"),
    "highest_kbps": LimitKind("kbit/s", "most", "bit rate of the picture"),
    "longest_gop_seconds": LimitKind("s", "most", "distance of key frames"),
    "greatest_channels": LimitKind("channels", "most", "sound channels"),
    "greatest_sample_rate": LimitKind("Hz", "most", "sample rate"),
    "loudness": LimitKind("LUFS", "near", "loudness"),
    "true_peak": LimitKind("dBTP", "most", "true peak"),
    "edit_lists": LimitKind("", "most", "edit lists"),
    "late_index": LimitKind("", "most", "index after the media data"),
    "open_gops": LimitKind("", "most", "open groups of pictures"),
    "variable_rate": LimitKind("", "most", "variable frame rate"),
    "interlaced": LimitKind("", "most", "interlaced coding"),
    "other_chroma": LimitKind("", "most", "chroma other than 4:2:0"),
    "other_codec": LimitKind("", "most", "codec other than H.264"),
    "other_than_h265": LimitKind("", "most", "codec other than H.265"),
    "other_sound": LimitKind("", "most", "sound other than AAC-LC"),
    "least_audio_kbps": LimitKind("kbit/s", "least", "bit rate of the sound", "setting"),
    "copy_characters": LimitKind("characters", "most", "post copy", "copy"),
    "title_characters": LimitKind("characters", "most", "title", "copy"),
    "description_characters": LimitKind("characters", "most", "description", "copy"),
    "hashtags": LimitKind("hashtags", "most", "hashtags", "copy"),
    "mentions": LimitKind("mentions", "most", "mentions", "copy"),
    "links": LimitKind("links", "most", "links", "copy"),
}
