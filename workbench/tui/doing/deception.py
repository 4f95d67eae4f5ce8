"""A suspect taken up: its checklist answered, and its rows rated again as if it wanted us to believe them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.analysis.heuer.again import Again, again, rows
from workbench.analysis.heuer.suspects import answers
from workbench.model import CHECKLIST, NO_ROW, Case, Check, Confirm, Rating, Suspect
from workbench.tui import deceptionview, words
from workbench.tui.doing.deed import Deed
from workbench.tui.leaf import Goal, Leaf
from workbench.tui.part import Taking, take_up

if TYPE_CHECKING:
    from workbench.analysis.standing import Standing
    from workbench.tui.steps import Steps

_RATINGS = {
    "c": Rating.C, "C": Rating.CC, "n": Rating.N, "N": Rating.N, "i": Rating.I, "I": Rating.II, "x": Rating.NA,
    "X": Rating.NA, "delete": None, "backspace": None,
}  # fmt: skip
"""As on the matrix."""


def take_up_checklist(steps: Steps, suspect: str) -> None:
    """Show the deception checklist of a source or an origin."""
    take_up(Checking(steps, suspect))


def take_up_rows(steps: Steps, suspect: str) -> None:
    """Show the rows of a source or an origin, to be rated again."""
    take_up(RatingAgain(steps, suspect))


class Checking(Taking):
    """The deception checklist of a source or an origin."""

    ENTER = "answers"
    DEEDS = (
        Deed("X", "its rows again", "Rate its rows again, as if it deceived us", "rows"),
        Deed("delete", "clears", "Take an answer away", "clear", brief=False),
    )

    def __init__(self, steps: Steps, suspect: str) -> None:
        super().__init__(steps)
        self.suspect = suspect
        self.title = f"Sensitivity · deception by {words.plain(suspect)}?"

    def made(self, width: int) -> Leaf:
        """The questions with their answers."""
        return deceptionview.checklist(self.case, self.suspect, width)

    def enter(self, goal: Goal) -> bool:
        """Answer a question, and go on to the next."""
        from workbench.tui.prompts import Write  # noqa: PLC0415 - off the way to the first paint

        key = _question(goal)
        if not key:
            return False
        present = answers(self.case, self.suspect).get(key, "")

        def written(answer: str | None) -> None:
            if answer is not None and answer != present:
                self.change(Check(self.suspect, key, answer))
                self.onward()

        self.steps.app.push_screen(Write(CHECKLIST[key], present, "enter saves  esc leaves it"), written)
        return True

    def rows(self, _: Goal) -> None:
        """Go to its rows."""
        take_up_rows(self.steps, self.suspect)

    def clear(self, goal: Goal) -> None:
        """Take an answer away."""
        if key := _question(goal):
            self.change(Check(self.suspect, key, ""))


def _question(goal: Goal) -> str:
    """The key of the question under the cursor."""
    return str(goal.file.place[-1]) if goal.about == deceptionview.QUESTION and goal.file else ""


class RatingAgain(Taking):
    """The rows of a source or an origin, rated again as if it wanted us to believe them."""

    DEEDS = (
        Deed("c", "C", "C: it would have us see this if the hypothesis were true", "rate"),
        Deed("C", "CC", "CC: it would surely have us see this", "rate"),
        Deed("n", "N", "N: as likely as not", "rate"),
        Deed("i", "I", "I: it would hardly have us see this", "rate"),
        Deed("I", "II", "II: that needs a special explanation", "rate"),
        Deed("x", "NA", "NA: it cannot speak to this hypothesis", "rate"),
        Deed("delete", "clears", "Clear the cell: it is not rated again", "rate"),
        Deed("a", "rest as first", "Rate the cells of the row that are left as they were rated first", "same"),
        Deed("y", "holds", "Confirm that a row rated again holds for the wording that stands now", "confirm"),
        Deed("D", "checklist", "Go through its deception checklist", "check"),
        Deed("N", "N", "N: as likely as not", "rate", brief=False),
        Deed("X", "NA", "NA: it cannot speak to this hypothesis", "rate", brief=False),
        Deed("backspace", "clears", "Clear the cell: it is not rated again", "rate", brief=False),
    )

    def __init__(self, steps: Steps, suspect: str) -> None:
        super().__init__(steps)
        self.suspect = suspect
        self.title = f"Sensitivity · if {words.plain(suspect)} deceived us"
        self._first = 0
        self._rows: tuple[Case, tuple[str, ...]] | None = None

    @property
    def standing(self) -> Standing | None:
        """Where the hypotheses stand now."""
        self.steps.desk.hurried = False
        return self.steps.desk.standing

    @property
    def open(self) -> bool:
        """Whether scores may be seen."""
        return self.standing is not None

    def made(self, width: int) -> Leaf:
        """The rows, as far as they are rated again."""
        standing = self.standing
        if standing is None:
            return Leaf(())
        return deceptionview.rated_again(standing, self._found(standing), self._first, width)

    def _found(self, standing: Standing) -> Again:
        """How far they are rated again; which rows they are is kept until items or what is parked change."""
        case, known = standing.case, self._rows
        if known is None or known[0].items is not case.items or known[0].matrix.notes is not case.matrix.notes:
            known = self._rows = case, rows(standing, self.suspect)
        return again(standing, self.suspect, known[1])

    def enter(self, goal: Goal) -> bool:
        """Turn to other rows; to the cell of a row one just goes."""
        if goal.act != deceptionview.MORE:
            return False
        self._first = int(goal.id)
        if (part := self.part) is not None:
            part.turn(self)
        return True

    def do(self, key: str, goal: Goal) -> bool:
        """Rate the cell under the cursor and go on along the row, or do what else a key stands for."""
        if key not in _RATINGS:
            return super().do(key, goal)
        self._rate(goal, _RATINGS[key])
        return True

    def rate(self, goal: Goal) -> None:
        """Clear the cell under the cursor."""
        self._rate(goal, None)

    def _rate(self, goal: Goal, rating: Rating | None) -> None:
        if goal.about != deceptionview.CELL:
            self.say("Put the cursor on a cell: rated are cells.")
            return
        self.change(Suspect(self.suspect, goal.address, goal.hypothesis, rating))
        self.onward()

    def same(self, goal: Goal) -> None:
        """Rate what is left of a row as it was rated first: there a deceiver would have us see the same."""
        held = self.case.matrix.deceptive.get(self.suspect, {}).get(goal.address, NO_ROW).ratings
        first = self.case.matrix.row(goal.address).ratings
        for hypothesis in self.case.hypotheses if goal.about == deceptionview.CELL else ():
            if hypothesis.id in first and hypothesis.id not in held:
                self.change(Suspect(self.suspect, goal.address, hypothesis.id, first[hypothesis.id]))
                if not self.steps.desk.mine:
                    return  # it is asked whose matrix this shall be

    def confirm(self, goal: Goal) -> None:
        """Say that a row rated again still holds."""
        row = self.case.matrix.deceptive.get(self.suspect, {}).get(goal.address)
        if row is not None and row.ratings and not self.case.fits(goal.address, row):
            self.change(Confirm(goal.address, self.suspect))
        else:
            self.say("Confirmed are rows that were rated again against another wording.")

    def check(self, _: Goal) -> None:
        """Go to its checklist."""
        take_up_checklist(self.steps, self.suspect)
