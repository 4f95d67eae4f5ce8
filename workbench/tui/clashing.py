"""What is asked where the same place was changed here and outside."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.tui.chooser import Chooser, Option
from workbench.workspace import Difference

SHOWN = 8
"""Places that are told at most."""


def asked(cells: Sequence[Difference]) -> Chooser:
    """The question whose value shall stand; it is answered with whether mine does."""
    shown = [f"{c.address} {c.place}: mine {c.mine or 'empty'}, theirs {c.theirs or 'empty'}" for c in cells]
    options = [
        Option(True, "Mine", "write what stands on this screen", "m"),
        Option(False, "Theirs", "take what stands in the file", "t"),
    ]
    return Chooser("Changed here and outside. Which shall stand?", options, intro=shown[:SHOWN])
