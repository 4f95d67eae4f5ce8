"""What-if: trying changes on the matrix of which nothing is saved until they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.model import Case, Edit, Judge, matrix_fingerprint
from workbench.tui.bench import Bench
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk
from workbench.tui.memory import Memory
from workbench.tui.trial import Trial

LISTED = 8
"""Differences that the question on leaving lists at most."""


class WhatIf(Bench):
    """Exchanges the memory for one that saves nothing, and back again.

    While something is tried scores are shown whatever is cleared: the analyst has seen them. What
    changes outside meanwhile is with the real memory, and comes on the screen when what-if is left.
    """

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__(desk, memory)
        self._real = memory
        self._looking = False
        self.leaving: Chooser | None = None
        """The question on leaving, last asked."""

    def action_what_if(self) -> None:
        """Begin what-if, or ask what is to become of what was tried."""
        if self.desk.trial is None:
            self._begin_trial()
        else:
            self.leave_trial()

    def _begin_trial(self) -> None:
        self.desk.hurried = False
        standing = self.desk.standing
        if standing is None or not self.desk.cells:
            self.say(self.refusal("What-if"))
            return
        if self._waits:
            super()._tell()
        self.desk.trial = self.memory = Trial(self._real.case, standing)
        self._looking, self.desk.looking = self.desk.looking, True
        self.desk.last = None
        self.redraw()
        self.say("Try ratings, relevance, parking: nothing is saved. w or esc ends it.")

    def change(self, edit: Edit) -> None:
        """Make a change, or try it: that needs nobody's leave."""
        if self.desk.trial is None:
            super().change(edit)
        else:
            self._make(edit)

    def refusal(self, what: str) -> str:
        """Why something that tells of the answer is not to be seen."""
        if self.desk.waiting:
            return "Still counting and sorting."
        if not self.desk.cells:
            return "There is nothing to rate."
        if not self.desk.unrated:
            return f"{what} waits until the {len(self.desk.outside)} rows not shown are rated; v looks early."
        return f"{what} waits until every cell is rated, so as not to steer the ratings; v looks early."

    # ---- leaving

    def leave_trial(self, then: Callable[[], object] = lambda: None) -> None:
        """Leave what-if and go on with `then`; where something was tried, ask first what is to become of it."""
        trial = self.desk.trial
        if trial is None or not trial.changes:
            self._throw_away()
            then()
            return
        it = "the change" if trial.changes == 1 else f"the {trial.changes} changes"
        options = [
            Option("keep", "Keep", f"make {it} in the matrix; u takes back one by one", "k"),
            Option("throw", "Throw away", "the matrix stays as it was", "t"),
            Option("on", "Go on", "stay in what-if", "g"),
        ]

        def chosen(end: object) -> None:
            if end == "keep":
                self._keep(trial, then)
            elif end == "throw":
                self._throw_away()
                then()

        self.leaving = Chooser("Leave what-if?", options, intro=[*_listed(trial), *self._overtaken(trial)])
        self.ask(self.leaving, chosen)

    def _keep(self, trial: Trial, then: Callable[[], object]) -> None:
        edits = [edit for edit in trial.edits if _there(self._real.case, edit)]

        def keep() -> None:
            self._leave()
            if edits:
                self._make_all(edits)
            else:
                self.take(self._real.case, "")
            gone = len(trial.edits) - len(edits)
            self.say(f"{gone} changes are of rows no longer there." if gone else "Kept; u takes back one by one.")
            then()

        if edits:
            self._allowed(edits, keep)
        else:
            keep()

    def _throw_away(self) -> None:
        if self.desk.trial is not None:
            self._leave()
            self.take(self._real.case, "")

    def _leave(self) -> None:
        self.memory, self.desk.trial, self.desk.last = self._real, None, None
        self.desk.looking = self._looking

    def _overtaken(self, trial: Trial) -> Iterator[str]:
        """Which rows that are tried otherwise were changed outside meanwhile."""
        start, now = trial.start.matrix, self._real.case.matrix
        for part in dict.fromkeys(edit.part for edit in trial.edits):
            if start.part(part) != now.part(part):
                what = part.keys[-1] if part.keys else part.field
                yield f"{what} was changed outside meanwhile: what you keep comes after it."
        judged = any(isinstance(edit, Judge) for edit in trial.edits)
        if judged and matrix_fingerprint(trial.start) != matrix_fingerprint(self._real.case):
            yield "The matrix was changed outside meanwhile: read your judgement again."

    # ---- meanwhile

    def _tell(self) -> None:
        """Draw what follows from something tried; only what is not tried is told to be saved."""
        if self.desk.trial is None:
            super()._tell()
            return
        self._waits = False
        self.draw()
        self._rest()

    def take(self, case: Case, text: str) -> None:
        """Take in what changed outside; while something is tried, on leaving only."""
        if self.desk.trial is None:
            super().take(case, text)
        else:
            self.say("Changed outside: you see it when you leave what-if.")


def _listed(trial: Trial) -> Iterator[str]:
    """What is tried, in words; not all of it where it is much."""
    names = {h.id: h.short or h.id for h in trial.case.hypotheses}
    for address, hypothesis, what in trial.differences[:LISTED]:
        yield ", ".join(filter(None, (address, names.get(hypothesis, hypothesis), what)))
    if more := max(0, trial.changes - LISTED):
        yield f"and {more} more"


def _there(case: Case, edit: Edit) -> bool:
    """Whether what an edit is about is still in the case."""
    hypothesis = getattr(edit, "hypothesis", "")
    known = not edit.address or edit.address in case.items
    return known and (not hypothesis or hypothesis in case.question.hypotheses)
