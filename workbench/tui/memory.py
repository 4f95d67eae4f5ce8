"""What the screen needs to know of whoever keeps its edits."""

from __future__ import annotations

from typing import Protocol

from workbench.model import Case, Edit


class Memory(Protocol):
    """Where edits go: in memory at once; somebody else writes them down."""

    @property
    def case(self) -> Case:
        """The case with every edit made."""

    def apply(self, edit: Edit) -> Case:
        """Make an edit."""

    def undo(self) -> Edit | None:
        """Take the last edit back."""

    def redo(self) -> Edit | None:
        """Do once more what was taken back last."""
