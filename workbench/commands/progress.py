"""What takes its time: one line on standard error, replaced as the work goes on, where somebody watches."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from workbench.printing.printed import Printed, Setting

Tell = Callable[[str], None]

_CLEAR = "\r\x1b[2K"

_PLAIN = Setting()


def teller(args: argparse.Namespace) -> Tell:
    """Says what is done now, as 'ach: sensitivity ...'; an empty text takes the line away. Mute where none watches."""
    watching = sys.stderr is not None and not args.quiet and sys.stderr.isatty()
    return _tell if watching else lambda _: None


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


def watched(printed: Printed, tell: Tell) -> Printed:
    """The same, saying in which format it is being made while it is."""

    class Watched(Printed):
        """Printed, with somebody waiting for it."""

        def rendered(self, form: str, setting: Setting = _PLAIN) -> str:
            """As `Printed.rendered`."""
            with told(tell, f"writing {form}"):
                return Printed.rendered(self, form, setting)

        def file(self, form: str, setting: Setting = _PLAIN) -> bytes:
            """As `Printed.file`; what is heard meanwhile has a line to itself."""

            def heard(sentence: str) -> None:
                tell("")
                setting.told(sentence)

            with told(tell, f"writing {form}"):
                return Printed.file(self, form, setting._replace(told=heard))

    return Watched(*printed)
