"""What the screen needs to know of whoever keeps its edits."""

from __future__ import annotations

from typing import Protocol

from workbench.model import Case, Edit

WRITING = 0.001
"""Seconds that a screen above the matrix gets to draw a letter before its saving keeps the processor busy."""

GATHERING = 0.25
"""Seconds that changes of a large matrix are gathered before they are written together: the latest state wins."""


class Memory(Protocol):
    """Where edits go: in memory at once; somebody else writes them down."""

    @property
    def case(self) -> Case:
        """The case with every edit made."""

    @property
    def large(self) -> bool:
        """Whether writing takes so long that keys must not wait for it."""

    def apply(self, edit: Edit) -> Case:
        """Make an edit."""

    def undo(self) -> Edit | None:
        """Take the last edit back."""

    def redo(self) -> Edit | None:
        """Do once more what was taken back last."""
