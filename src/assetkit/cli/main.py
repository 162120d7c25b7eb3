"""The command line: one place that turns errors into exit codes.

0 all good, 1 something is wrong with the input or a task failed, 2 wrong usage, 3 a bug of ours,
130 interrupted.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from pathlib import Path

import click

from assetkit.cli.commands import commands


def main() -> None:
    """Run a command and leave with its exit code."""
    from assetkit.errors import AssetkitError

    # A runner that cancels sends SIGTERM: the same end as ^C, with nothing left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # A plan is many values and hardly a cycle: looking for cycles after each 700 of them costs a tenth.
    gc.set_threshold(100_000, 50, 100)
    # Plugins that happen to be installed must not change how files are read; looking for them takes 50 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = commands.main(standalone_mode=False)
        gc.freeze()  # and none is looked for among what the process leaves behind
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except AssetkitError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    except (KeyboardInterrupt, click.Abort):
        from assetkit.tool.process import stop_all

        stop_all()
        click.echo("interrupted; the next run goes on from here", err=True)
        sys.exit(130)
    except Exception:
        click.echo(f"error: this is a bug of assetkit; {_keep_crash(traceback.format_exc())}", err=True)
        sys.exit(3)


def _keep_crash(details: str) -> str:
    """Write the details of a bug to a file and say where; where that cannot be, give them as they are."""
    log = Path(".assetkit") / "crash.log"
    try:
        log.parent.mkdir(exist_ok=True)
        log.write_text(details, encoding="utf-8")
    except OSError:
        return f"its details:\n{details}"
    return f"the details are in {log}"
