"""The media tool as the benchmarks call it: the same program, and the same fonts, as the product."""

from __future__ import annotations

from pathlib import Path

from assetkit.tool.ffmpeg import find_tool, run_ffmpeg, tool_environment


def tool_path() -> str:
    """Give the path of the tool."""
    return find_tool().path


def tool_version() -> str:
    """Give what the tool calls itself."""
    return find_tool().version


def tool_env() -> dict[str, str]:
    """Give the environment in which the tool finds no font but ours."""
    return tool_environment()


def ffmpeg(*arguments: str | Path) -> list[str]:
    """Give a command line of the tool, to be measured."""
    quiet = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y"]
    return [tool_path(), *quiet, *map(str, arguments)]


def prepare(*arguments: str | Path) -> str:
    """Run the tool unmeasured and give its messages; raises assetkit's ToolError when it fails."""
    return run_ffmpeg(["-y", *map(str, arguments)], loglevel="info").err
