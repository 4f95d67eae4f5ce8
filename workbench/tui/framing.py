"""Frame: what is drawn in one go goes to the terminal in one piece.

Textual writes the beginning, the content and the end of a frame one by one, each through a thread of its own. Where
drawing takes a thousandth of a second, waking that thread three times takes longer.
"""

from __future__ import annotations

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

BEGINS, ENDS = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronised output: the terminal shows what stands between them at once."""


class Framing(LinuxDriver):
    """Holds a frame back until it is whole, and outlives what nobody can have typed."""

    _held: str = ""

    def write(self, data: str) -> None:
        """Write to the terminal; within a frame, when it ends."""
        if data == BEGINS or self._held:
            self._held += data
            if data != ENDS:
                return
            data, self._held = self._held, ""
        super().write(data)

    def run_input_thread(self) -> None:
        """Read what is typed; bytes that are no UTF-8 (a terminal set to Latin-1, a file pasted) are passed over."""
        while True:
            try:
                return super().run_input_thread()
            except UnicodeDecodeError:
                continue

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was found, in the middle of a frame too: nothing is held back any more."""
        held, self._held = self._held, ""
        if held:
            super().write(held + ENDS)
        super().stop_application_mode()


def framing(known: type[Driver]) -> type[Driver]:
    """The driver that writes whole frames in place of Textual's own; any other one as it is."""
    return Framing if known is LinuxDriver else known
