"""`ach` and `ach open`: the workbench where there is a terminal, else the status and how to go on."""

from __future__ import annotations

import argparse
import importlib

from workbench.commands import output


def run(args: argparse.Namespace) -> int:
    """Open the workbench, or print what a reader without a terminal can do."""
    name = "terminal" if output.in_terminal() else "overview"
    return int(importlib.import_module(f"workbench.commands.{name}").run(args))
