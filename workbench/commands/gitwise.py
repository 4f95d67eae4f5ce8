"""What can be said after the commands that git runs, after `ach git-setup`, and after `ach check`, whose findings can
be annotations of a pull request.
"""  # noqa: D205

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Parser = argparse.ArgumentParser

CHECKED = ("text", "json", "github", "sarif")
"""The formats of findings."""


def _check(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", type=Path, help="only what is in these files and folders")
    parser.add_argument("--format", choices=CHECKED, metavar="|".join(CHECKED), help="default: text")


def _setup(parser: Parser) -> None:
    parser.add_argument("--undo", action="store_true", help="take back what it wrote")


def _merge(parser: Parser) -> None:
    for name, meaning in (
        ("base", "the state that both sides come from"),
        ("ours", "the state to merge into; the result is written into this file"),
        ("theirs", "the state to be merged"),
    ):
        parser.add_argument(name, metavar=name.upper(), type=Path, help=meaning)
    parser.add_argument("path", metavar="PATH", help="where the file stands in the workspace")
    parser.add_argument("--marker-size", type=_size, default=7, metavar="N", help="of conflict markers; default: 7")


def _size(typed: str) -> int:
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:4]) <= 100:
        return int(typed[:4])
    raise argparse.ArgumentTypeError(f'"{typed}" is not a number from 1 to 100')


def _textconv(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a file of a workspace")


CHECK = ("every finding in the files, with its line and what to do", "ach check evidence/", _check)
"""Its summary, an example, and what it takes."""

COMMANDS: dict[str, tuple[str, str, Callable[[Parser], None]]] = {
    "git-setup": (
        "let git diff and git merge know cells, items and fields in this clone",
        "ach git-setup\n  ach git-setup --undo",
        _setup,
    ),
    "merge-file": (
        "merge three states of a file by cell, item and field (git calls it)",
        "ach merge-file base.yaml ours.yaml theirs.yaml matrices/who-paid/ann.yaml",
        _merge,
    ),
    "textconv": (
        "print a file with one line a cell or field (git diff calls it)",
        "ach textconv matrices/who-paid/ann.yaml",
        _textconv,
    ),
}
"""Each with a summary, an example, and what it takes."""
