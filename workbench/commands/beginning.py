"""Where to begin when there is no workspace: start one in the present folder, or look at the shipped case."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.commands import new, output, shipped, where
from workbench.commands.refusal import Refusal

DEMO = "ach-demo"
"""The folder that the shipped case is copied into."""

ASKED = f"""\
There is no workspace in {{folder}} or around it.
  s  start one here
  d  look at the shipped case, in {DEMO}/
  q  leave
"""


def root(args: argparse.Namespace) -> Path:
    """The workspace's folder as `where.root` finds it; where there is none, the user is asked in the terminal.

    Raises:
        Refusal: there is none, and the user leaves.
    """
    try:
        return where.root(args)
    except Refusal:
        folder = args.directory or where.here()
        if args.question or not folder.is_dir():
            raise
        return _begun(folder, _answer(folder), args)


def _answer(folder: Path) -> str:
    output.data(ASKED.format(folder=folder))
    try:
        return input("? ").strip().lower()[:1]
    except EOFError:
        return ""


def _begun(folder: Path, answer: str, args: argparse.Namespace) -> Path:
    match answer:
        case "s":
            new.begin(folder)
            return folder
        case "d":
            into = folder / DEMO
            if not where.is_workspace(into):
                shipped.copy(shipped.CASE, into)
                output.note(args, f"the case is in {into}; open it again with `ach -C {into}`")
            return into
    raise Refusal(f"nothing is changed; {where.START}")
