"""Writing hypotheses and evidence from the terminal, and one undo for that and for the matrix."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from workbench.tui.desk import Desk
from workbench.tui.memory import Memory
from workbench.tui.overviews import Overviews

if TYPE_CHECKING:
    from workbench.model.authoring import Authored
    from workbench.workspace.authoring import Author
    from workbench.workspace.authoring_outcomes import Done, Refused

    Outcome = Done | Refused | None

MATRIX, FILES = "matrix", "files"
"""Where a step of undo was made."""

TOLD = 3
"""Findings that follow from what was written and are told at most."""


class Writing(Overviews):
    """Has files written off the key path, and keeps the order in which matrix and files were changed."""

    class WriteWanted(Message):
        """Something is to be written: `how` does it, `told` hears what came of it."""

        def __init__(self, how: Callable[[Author], Outcome], told: Callable[[Outcome], None]) -> None:
            super().__init__()
            self.how, self.told = how, told

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__(desk, memory)
        self._made: list[str] = []
        self._unmade: list[str] = []
        self.writing = False
        """Whether something is being written: what comes meanwhile is refused, not lost in between."""

    # ---- writing

    def write(
        self,
        *changes: Authored,
        said: str = "",
        refused: Callable[[Refused], None] | None = None,
        done: Callable[[Done], None] | None = None,
    ) -> None:
        """Write in the files of hypotheses and evidence; see `Doing.write`."""

        def told(outcome: Outcome) -> None:
            from workbench.workspace.authoring_outcomes import Done  # noqa: PLC0415 - off the way to the first paint

            if isinstance(outcome, Done):
                self._made.append(FILES)
                self._unmade.clear()
                self.say(_follows(said or f"{named(changes)}: written.", outcome))
                if done is not None:
                    done(outcome)
            elif outcome is not None and refused is not None:
                refused(outcome)
            elif outcome is not None:
                self.say(f"Not written: {outcome}", alarm=True)

        self._have_written(lambda author: author.do(*changes), told)

    def _have_written(self, how: Callable[[Author], Outcome], told: Callable[[Outcome], None]) -> None:
        if self.desk.trial is not None:
            self.say("What-if tries the matrix alone: w ends it, then files can be written.", alarm=True)
            return
        if self.writing:
            self.say("Still writing what came before; try again.", alarm=True)
            return
        self.writing = True

        def finished(outcome: Outcome) -> None:
            self.writing = False
            told(outcome)

        self.post_message(self.WriteWanted(how, finished))

    # ---- taking back

    def noted(self) -> None:
        """Remember that the matrix was changed."""
        if self.desk.trial is None:
            self._made.append(MATRIX)
            self._unmade.clear()

    def action_undo(self) -> None:
        """Undo the last change, of the matrix or of a file."""
        self._turn(self._made, self._unmade, super().action_undo, lambda author: author.undo(), "undone")

    def action_redo(self) -> None:
        """Redo what was undone."""
        self._turn(self._unmade, self._made, super().action_redo, lambda author: author.redo(), "redone")

    def _turn(
        self,
        origin: list[str],
        target: list[str],
        of_matrix: Callable[[], None],
        of_files: Callable[[Author], Outcome],
        word: str,
    ) -> None:
        if self.desk.trial is not None or not origin:
            of_matrix()
        elif origin[-1] == MATRIX:
            target.append(origin.pop())
            of_matrix()
        else:
            self._have_written(of_files, lambda outcome: self._turned(origin, target, outcome, word))

    def _turned(self, origin: list[str], target: list[str], outcome: Outcome, word: str) -> None:
        from workbench.workspace.authoring_outcomes import Done  # noqa: PLC0415 - off the way to the first paint

        if isinstance(outcome, Done):
            target.append(origin.pop())
            self.say(_follows(f"{named(outcome.changes)}: {word}.", outcome))
        elif outcome is not None:
            self.say(f"Not {word}: {outcome}", alarm=True)


def named(changes: Sequence[Authored]) -> str:
    """Changes in a few words: 'Add hypothesis colombia', or how many there are."""
    if len(changes) != 1:
        return f"{len(changes)} changes"
    (change,) = changes
    what = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(change).__name__).capitalize()
    about = change[1] if hasattr(change, "question") and len(change) > 1 else change[0]
    of = about if isinstance(about, str) else getattr(about, "address", getattr(about, "id", ""))
    return f"{what} {of}".strip()


def _follows(said: str, done: Done) -> str:
    """What was done, and what follows from it."""
    more = len(done.found) - TOLD
    told = "; ".join(f"{finding.code} {finding.message}" for finding in done.found[:TOLD])
    return f"{said} Now: {told}{f'; and {more} more' if more > 0 else ''}." if told else said
