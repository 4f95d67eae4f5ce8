"""`ach demo`: a copy of the shipped case, opened."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.commands import opening, output, shipped
from workbench.commands.refusal import Refusal


def run(args: argparse.Namespace) -> int:
    """Copy the case into a new folder and open it there.

    Raises:
        Refusal: the folder holds something already; nothing is overwritten.
    """
    into: Path = (args.directory or Path()) / args.folder
    if into.exists() and not into.is_dir():
        raise Refusal(f"{into} is a file; name a new folder: `ach demo DIR`")
    if into.is_dir() and any(into.iterdir()):
        raise Refusal(f"{into} holds something already; open it with `ach -C {into}`, or name a new folder")
    shipped.copy(shipped.CASE, into)
    output.note(args, f"the case is in {into}; open it again with `ach -C {into}`")
    return opening.run(argparse.Namespace(**{**vars(args), "directory": into, "question": None}))
