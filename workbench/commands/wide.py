"""`--width` and `--ascii`: how wide text is laid out, and in which characters."""

from __future__ import annotations

import argparse

NARROWEST = 40
"""Cells below which no table can be read."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Let a command take both; without the first, `width` is None."""
    parser.add_argument("--width", type=_width, metavar="CELLS", help="of text; default: the terminal's, or 80")
    parser.add_argument("--ascii", action="store_true", help="text in ASCII alone; other letters as <U+00E9>")


def _width(typed: str) -> int:
    if typed.isascii() and typed.isdecimal() and int(typed[:6]) >= NARROWEST:
        return int(typed[:6])
    raise argparse.ArgumentTypeError(f'"{typed}" is not a number of terminal cells from {NARROWEST} on')
