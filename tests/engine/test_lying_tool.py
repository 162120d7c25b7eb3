"""A tool that says all is well, and it is not: what depends on it fails, the rest is finished."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.disturbed import Whole, assert_goes_on
from support.rendering import (
    POSTS,
    RECIPE,
    delivered,
    half_written,
    make_workspace,
    render,
    wrap_tool,
)

pytestmark = pytest.mark.slow
# Captions on one of the two shapes only: a fault of their drawing must leave the other one alone.
PARTLY_WORDED = RECIPE.replace(
    "    platforms:", "    captions: {burn: {small-square: false}}\n    platforms:"
)

_LIES = {
    "no text": (
        """
import re
sys.exit(real([re.sub(r"ass=filename[^[;]*", "null", word) for word in arguments]))
""",
        "was not drawn",
    ),
    "a short span": (
        """
words = []
for word in arguments:
    if word.endswith("object.mp4") and "libx264" in arguments and any("270:480" in w for w in arguments):
        words += ["-frames:v", "3"]
    words.append(word)
sys.exit(real(words))
""",
        "3 frames of",
    ),
    "an empty span": (
        """
code = real(arguments)
if "libx264" in arguments and any("270:480" in word for word in arguments):
    for word in arguments:
        if word.endswith("object.mp4"):
            pathlib.Path(word).write_bytes(b"")
sys.exit(code)
""",
        "object.mp4 cannot be read",
    ),
    "no span at all": (
        """
code = real(arguments)
if "libx264" in arguments and any("270:480" in word for word in arguments):
    for word in arguments:
        if word.endswith("object.mp4"):
            pathlib.Path(word).unlink()
sys.exit(code)
""",
        "object.mp4 cannot be read",
    ),
}
# What follows spoils what all four posts need, or all joined files.
_LIES_ABOUT_ALL = {
    "a short joined file": """
words = arguments[:-1] + ["-frames:v", "100", out] if "concat" in arguments else arguments
sys.exit(real(words))
""",
    "a joined file without its last frame": """
words = arguments[:-1] + ["-frames:v", "178", out] if "concat" in arguments else arguments
sys.exit(real(words))
""",
    "an empty joined file": """
code = real(arguments)
if "concat" in arguments:
    pathlib.Path(out).write_bytes(b"")
sys.exit(code)
""",
    "joined spans in which bytes were lost": """
code = real(arguments)
if "concat" in arguments:
    data = bytearray(pathlib.Path(out).read_bytes())
    middle = len(data) // 2
    data[middle:middle + 400] = bytes(400)
    pathlib.Path(out).write_bytes(bytes(data))
sys.exit(code)
""",
    "half of a master's sound": """
code = real(arguments)
if out.endswith(".f32"):
    os.truncate(out, os.path.getsize(out) // 16 * 8)
sys.exit(code)
""",
    "an empty sound": """
code = real(arguments)
if out.endswith(".aac"):
    pathlib.Path(out).write_bytes(b"")
sys.exit(code)
""",
    "half of the coded sound": """
code = real(arguments)
if out.endswith(".aac"):
    os.truncate(out, os.path.getsize(out) // 2)
sys.exit(code)
""",
}


@pytest.mark.parametrize(
    "lie", ["no text", *(pytest.param(lie, marks=pytest.mark.soak) for lie in list(_LIES)[1:])]
)
def test_a_tool_that_lies_about_spans_fails_what_depends_on_them(
    lie: str, toned_master: Path, tmp_path: Path, whole: Whole
) -> None:
    root = make_workspace(tmp_path / "workspace", toned_master, PARTLY_WORDED)
    body, reason = _LIES[lie]
    done = render(root, env=wrap_tool(tmp_path, body))
    assert done.code == 1, done.err
    assert reason in done.err
    assert "Traceback" not in done.err
    for language in ("ru", "en"):
        assert f"not made: numbers/short/small-tall/{language}" in done.err
        assert re.search(rf"needed by: .*numbers/short/small-tall/{language}", done.err)
        assert not (root / "out/numbers/short/small-tall" / language).exists()
        assert (root / f"out/numbers/short/small-square/{language}/post.json").exists()
    assert half_written(root) == []
    again = render(root)
    assert again.code == 0, again.err
    assert {name: digest for name, digest in delivered(root).items() if "small-tall" in name} == {
        name: digest for name, digest in whole.files.items() if "small-tall" in name
    }


def _marks(lie: str) -> list[pytest.MarkDecorator]:
    return [] if lie == "a joined file without its last frame" else [pytest.mark.soak]


@pytest.mark.parametrize("lie", [pytest.param(lie, marks=_marks(lie)) for lie in _LIES_ABOUT_ALL])
def test_a_tool_that_lies_about_sound_or_files_delivers_nothing(
    lie: str, root: Path, tmp_path: Path, whole: Whole
) -> None:
    done = render(root, env=wrap_tool(tmp_path, _LIES_ABOUT_ALL[lie]))
    assert done.code == 1, done.out + done.err
    assert "Traceback" not in done.err
    assert delivered(root) == {}
    for post in POSTS:
        assert re.search(rf"(not made|refused): {post}\b", done.err)
    assert_goes_on(root, whole)
