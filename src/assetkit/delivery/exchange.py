"""Swap a staged folder into place in one step."""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_THERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def exchange(staged: Path, folder: Path) -> None:
    """Give `folder` the contents of `staged`; afterwards `staged` is the earlier folder, or gone.

    Linux swaps the two atomically. Where it cannot, the earlier folder steps aside first, and for a moment
    there is none: never a half-written one. Raises OSError.
    """
    for _ in range(100):
        try:
            staged.rename(folder)  # succeeds where there is no folder, or an empty one
            return
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise
        if _swap(staged, folder):
            return
    raise OSError(errno.EBUSY, f"{folder.name} is changed by others all the time")


def _swap(staged: Path, folder: Path) -> bool:
    call = _find_call()
    if call is not None:
        done = call(_AT_FDCWD, os.fsencode(staged), _AT_FDCWD, os.fsencode(folder), _RENAME_EXCHANGE)
        code = 0 if done == 0 else ctypes.get_errno()
        if code in (0, errno.ENOENT):
            return code == 0
        if code not in _NOT_THERE:
            raise OSError(code, os.strerror(code))
    return _step_aside(staged, folder)


def _step_aside(staged: Path, folder: Path) -> bool:
    aside = staged.with_name(f"{staged.name}x")
    try:
        folder.rename(aside)
    except FileNotFoundError:
        return False
    staged.rename(folder)
    aside.rename(staged)
    return True


@functools.cache
def _find_call() -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    call: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return call
