"""`ach` and `ach open`: the workbench where there is a terminal, else the status and how to go on."""

from __future__ import annotations

import argparse
import gc
import importlib

from workbench.commands import output


def run(args: argparse.Namespace) -> int:
    """Open the workbench, or print what a reader without a terminal can do."""
    if not output.in_terminal():
        return int(importlib.import_module("workbench.commands.overview").run(args))
    gc.disable()  # until the first screen stands: `tui.starting`
    return int(importlib.import_module("workbench.commands.terminal").run(args))
