"""Moving hypotheses, and with them the columns; keys that come while a move is being written are gathered."""

from __future__ import annotations

from dataclasses import replace

from workbench.analysis.heuer.hypotheses import reordered
from workbench.model import Question, Status
from workbench.model.authoring import OrderHypotheses
from workbench.tui.doing import hypothesisform as form
from workbench.tui.doing.deed import Doing
from workbench.tui.doing.filled import BUSY


class Ordering:
    """Writes the order of the hypotheses of a question."""

    def __init__(self, doing: Doing) -> None:
        self._doing = doing
        self._wanted: tuple[str, ...] | None = None
        """The order that is being written, or is to be written after the one that is."""

    def move(self, id_: str, step: int) -> None:
        """Move a hypothesis past its neighbour: 1 for the next one, -1 for the one before."""
        moving = self._doing.steps.writing and self._wanted is not None
        order = reordered(self._question(moving=moving), id_, step)
        if order is None:
            self._doing.say(f"It is the {'last' if step > 0 else 'first'} already.")
        elif self._doing.steps.writing and not moving:
            self._doing.say(f"{BUSY}.", alarm=True)
        else:
            self._wanted = order
            if not moving:
                self._write(id_)

    def _question(self, *, moving: bool) -> Question:
        """The question with its hypotheses in the order that is wanted."""
        question = self._doing.question
        if not moving or self._wanted is None or {*self._wanted} != {*question.hypotheses}:
            return question
        return replace(question, hypotheses={name: question.hypotheses[name] for name in self._wanted})

    def _write(self, id_: str) -> None:
        order = self._wanted
        if order is None:
            return

        def done(_: object) -> None:
            form.seek(self._doing, id_)
            if self._wanted not in {order, None}:
                self._write(id_)
            else:
                self._wanted = None

        def refused(why: object) -> None:
            self._wanted = None
            self._doing.say(f"Not written: {why}", alarm=True)

        change = OrderHypotheses(self._doing.question.id, order)
        self._doing.write(change, said=self._said(id_, order), refused=refused, done=done)

    def _said(self, id_: str, order: tuple[str, ...]) -> str:
        known = self._doing.question.hypotheses
        columns = [name for name in order if name in known and known[name].status is Status.ACTIVE]
        name = form.name(known[id_])
        return (
            f"{name} is column {columns.index(id_) + 1} of {len(columns)}." if id_ in columns else f"{name} is moved."
        )
