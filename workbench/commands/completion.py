"""`ach completion`: a script that lets a shell complete commands and options."""

from __future__ import annotations

import argparse

import shtab

from workbench.commands import arguments, output
from workbench.commands.refusal import FINE

_PATHS = {"directory": shtab.DIRECTORY, "folder": shtab.DIRECTORY, "output": shtab.FILE, "paths": shtab.FILE}


def run(args: argparse.Namespace) -> int:
    """Print the script for one shell."""
    parser = arguments.parser()
    _complete_paths(parser)
    output.data(shtab.complete(parser, shell=args.shell))
    return FINE


def _complete_paths(parser: argparse.ArgumentParser) -> None:
    """Let the shell complete files and folders where they are asked for."""
    for action in parser._actions:
        if action.dest in _PATHS:
            action.complete = _PATHS[action.dest]  # type: ignore[attr-defined]
        if isinstance(action, argparse._SubParsersAction):
            for sub in action.choices.values():
                _complete_paths(sub)
