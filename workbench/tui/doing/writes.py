"""Writing things one after another while the next is already being typed: what waits is written in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from workbench.model.authoring import Authored

if TYPE_CHECKING:
    from workbench.tui.steps import Steps
    from workbench.workspace.authoring_outcomes import Done, Refused

SOON = 0.05
"""Seconds until it is tried again, where something else is being written."""


class Wanted(NamedTuple):
    """Something to be written, and who hears what came of it."""

    changes: tuple[Authored, ...]
    said: str
    refused: Callable[[Refused], None]
    done: Callable[[Done], None]


class Writes:
    """What is to be written, in order; each is one step of undo."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._waiting: deque[Wanted] = deque()

    def write(
        self,
        *changes: Authored,
        said: str,
        refused: Callable[[Refused], None],
        done: Callable[[Done], None] = lambda _: None,
    ) -> None:
        """Write as soon as everything before it is written; see `Doing.write`."""
        self._waiting.append(Wanted(changes, said, refused, done))
        if len(self._waiting) == 1:
            self._begin()

    def _begin(self) -> None:
        if self._steps.writing:
            self._steps.set_timer(SOON, self._begin)
            return
        first = self._waiting[0]
        self._steps.write(
            *first.changes,
            said=first.said,
            refused=lambda refusal: self._ended(lambda: first.refused(refusal)),
            done=lambda outcome: self._ended(lambda: first.done(outcome)),
        )

    def _ended(self, tell: Callable[[], None]) -> None:
        """Go on with what waits, and tell what came of the first."""
        self._waiting.popleft()
        if self._waiting:
            self._begin()
        tell()
