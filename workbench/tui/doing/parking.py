"""Taking a row out of the matrix with a reason, and back in."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model import Park
from workbench.tui.doing.deed import Doing

NO_REASON = "Not parked: {0} is parked with a reason, so that a reader can see why."


def park(doing: Doing, address: str) -> None:
    """Ask why a row is parked, and park it; one that is parked is taken back in."""
    if doing.case.parked(address):
        doing.change(Park(address, ""))
        doing.say("Taken back in.")
    else:
        reason(doing, "a row", lambda because: doing.change(Park(address, because)))


def reason(doing: Doing, what: str, park: Callable[[str], None]) -> None:
    """Ask why something is parked; without a reason nothing is."""
    from workbench.tui.prompts import Ask  # noqa: PLC0415 - off the way to the first paint

    def given(because: str | None) -> None:
        if because:
            park(because)
        elif because is not None:
            doing.say(NO_REASON.format(what))

    asked = f"Why is this {what.partition(' ')[2]} parked?"
    doing.steps.app.push_screen(Ask(asked, hint="enter parks  esc leaves it in"), given)
