"""What `ach` says where there is no terminal to open the workbench in."""

from __future__ import annotations

import argparse

from workbench.commands import status, where
from workbench.commands.refusal import FINE

WAYS_ON = (
    "In a terminal, `ach` opens the workbench here.",
    "Without one: `ach matrix` prints the matrix, `ach score` the points and ranks, `ach check` what is to be "
    "mended; `ach --help` lists every command.",
)


def run(args: argparse.Namespace) -> int:
    """Print the status of the workspace and how to go on."""
    found = where.read(args)
    if args.question:
        where.question(found, args.question)
    status.show(args, found, WAYS_ON)
    return FINE
