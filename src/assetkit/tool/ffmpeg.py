"""The media tool: found once, lazily; the only place that runs it."""

from __future__ import annotations

import functools
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assetkit.errors import ToolError
from assetkit.tool.process import Feeder, Finished, run_process

NEEDED_FILTERS = ("ass", "ebur128", "xfade", "overlay", "libvmaf", "blend")
NEEDED_ENCODERS = ("libx264", "libx265", "aac")
_EMPTY_FONTCONFIG = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'


@dataclass(frozen=True)
class Tool:
    """The ffmpeg in use: where it is, and what it calls itself."""

    path: str
    version: str


@functools.cache
def find_tool() -> Tool:
    """Find ffmpeg: ASSETKIT_FFMPEG if set, else the one that imageio-ffmpeg ships.

    Raises ToolError when there is none or it does not answer.
    """
    path = os.environ.get("ASSETKIT_FFMPEG") or _shipped()
    if not shutil.which(path):
        raise ToolError(f"ffmpeg was not found at {path}.", remedy="Set ASSETKIT_FFMPEG to an ffmpeg.")
    answer = run_process([path, "-hide_banner", "-version"], env=tool_environment())
    match = re.search(rb"version (\S+)", answer.out)
    if answer.code or not match:
        raise ToolError(f"{path} does not answer as ffmpeg.", remedy="Set ASSETKIT_FFMPEG to an ffmpeg.")
    return Tool(path, match.group(1).decode())


def _shipped() -> str:
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:  # it is not there, or did not answer when it was tried
        raise ToolError(
            "The ffmpeg that is installed with assetkit does not answer.",
            remedy="Run again; if that does not help, install assetkit again, or set ASSETKIT_FFMPEG.",
        ) from error


@functools.cache
def list_abilities() -> frozenset[str]:
    """Give the names of the filters and encoders that this ffmpeg has."""
    tool = find_tool()
    names: set[str] = set()
    for what in ("-filters", "-encoders"):
        answer = run_process([tool.path, "-hide_banner", what], env=tool_environment())
        for line in answer.out.decode("utf-8", "replace").splitlines():
            parts = line.split()
            if len(parts) > 1:
                names.add(parts[1])
    return frozenset(names)


def missing_abilities() -> tuple[str, ...]:
    """Give the filters and encoders that are needed and not there."""
    return tuple(name for name in (*NEEDED_FILTERS, *NEEDED_ENCODERS) if name not in list_abilities())


def tool_environment() -> dict[str, str]:
    """Give the environment of a child: fixed language and zone, and no system font to slip in."""
    env = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH")
    }
    env |= {"LC_ALL": "C", "TZ": "UTC", "FONTCONFIG_FILE": _empty_fontconfig()}
    # Encoders take hundreds of megabytes each: in large pages that costs a third less system time.
    env["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1"
    return env


@functools.cache
def _empty_fontconfig() -> str:
    path = Path(tempfile.gettempdir()) / f"assetkit-fontconfig-{os.getuid()}.xml"
    if not path.exists() or path.read_text() != _EMPTY_FONTCONFIG:
        staged = path.with_suffix(f".{os.getpid()}")
        staged.write_text(_EMPTY_FONTCONFIG)
        staged.replace(path)
    return str(path)


def run_ffmpeg(
    arguments: Sequence[str],
    *,
    loglevel: str = "warning",
    stdin: bytes | None = None,
    feeders: Sequence[tuple[int, int, Feeder]] = (),
) -> Finished:
    """Run ffmpeg with an argument list; only local protocols are allowed.

    Raises ToolError with the end of its message when it fails. A zero exit is not proof: callers verify
    what was made.
    """
    tool = find_tool()
    command = [
        tool.path,
        "-hide_banner",
        "-nostdin",
        "-nostats",
        "-loglevel",
        f"level+{loglevel}",
        *arguments,
    ]
    if stdin is not None:
        command.remove("-nostdin")
    done = run_process(command, env=tool_environment(), stdin=stdin, feeders=feeders)
    if done.code:
        tail = "\n".join(done.err.strip().splitlines()[-6:])
        raise ToolError(f"ffmpeg ended with code {done.code}: {tail}", code=done.code, stderr=done.err)
    return done
