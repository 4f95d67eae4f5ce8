"""What takes its time: one line on standard error, replaced as the work goes on, where somebody watches."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[str], None]

_CLEAR = "\r\x1b[2K"


def unwatched(_: str) -> None:
    """Nobody watches."""


def teller(args: argparse.Namespace) -> Tell:
    """Says what is done now, as 'ach: sensitivity ...'; an empty text takes the line away. Mute where none watches."""
    watching = sys.stderr is not None and not args.quiet and sys.stderr.isatty()
    return _tell if watching else unwatched


def _tell(what: str) -> None:
    try:
        sys.stderr.write(f"{_CLEAR}ach: {what} ..." if what else _CLEAR)
        sys.stderr.flush()
    except OSError:
        return


@contextmanager
def told(tell: Tell, what: str = "") -> Iterator[None]:
    """Say that this is done now; when it is over nothing is left on the line."""
    tell(what)
    try:
        yield
    finally:
        tell("")
