"""Step 1 on the screen: the question, its hypotheses and their order, what overlaps, and what is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from workbench.model import Hypothesis
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing import gaps, questionform, setaside, wording
from workbench.tui.doing.deed import Deed, Doing
from workbench.tui.doing.ordering import Ordering
from workbench.tui.doing.overlap import Pairs
from workbench.tui.doing.splitting import Splitting
from workbench.tui.leaf import Goal

if TYPE_CHECKING:
    from workbench.tui.steps import Steps


class Does(Doing):
    """Asks for what is written in the question's file but for its indicators."""

    ENTER = "edits"
    DEEDS = (
        Deed("a", "adds", "Add a hypothesis", "add"),
        Deed("p", "parks", "Park a hypothesis with a reason, or take it back", "park"),
        Deed("s", "splits", "Split a hypothesis in two or more", "split"),
        Deed("v", "pairs", "Go through the pairs: exclusive, overlapping, or one a part of the other", "overlaps"),
        Deed("n", "gap", "Note a gap: what we do not know and would most like to", "gap"),
        Deed("t", "question", "Edit the question, its scope, marking and cut-off, and which items belong", "ask"),
        Deed("M", "merges", "Merge a hypothesis into another", "merge", brief=False),
        Deed("x", "rejects", "Reject a hypothesis, with the reason", "reject", brief=False),
        Deed("J", "moves on", "Move a hypothesis down, which is to the right on the matrix", "later", brief=False),
        Deed("K", "moves up", "Move a hypothesis up, which is to the left on the matrix", "earlier", brief=False),
        Deed("i", "id", "Give a hypothesis another id; the old one stays known", "rename", brief=False),
        Deed("c", "column", "Go to the column of a hypothesis on the matrix", "column", brief=False),
        Deed("delete", "removes", "Remove a gap", "remove", brief=False),
    )

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self._pairs = Pairs(self)
        self._order = Ordering(self)

    def enter(self, goal: Goal) -> bool:
        """Ask for what the spot under the cursor is about."""
        match goal.act:
            case "question":
                self.ask(goal)
            case "reword" | "expectations" if goal.hypothesis not in self.question.hypotheses:
                self.say("It is gone from the file.")
            case "reword":
                wording.reword(self, self.question.hypotheses[goal.hypothesis])
            case "expectations":
                wording.expectations(self, self.question.hypotheses[goal.hypothesis])
            case "add":
                self.add(goal)
            case "role":
                wording.add(self, goal.id)
            case "fewer":
                self.say("M merges the hypothesis under the cursor into another one, p parks it with a reason.")
            case "pair":
                self._pairs.one(goal.hypothesis, goal.id)
            case "overlaps":
                self.overlaps(goal)
            case "gap":
                gaps.edit_gap(self, goal.id)
            case _:
                return False
        return True

    # ---- the keys

    def add(self, _: Goal) -> None:
        """Ask for a new hypothesis."""
        wording.add(self)

    def park(self, goal: Goal) -> None:
        """Ask for the reason to park a hypothesis; one that is set aside is taken back."""
        self._about(goal, "Park or take back which?", lambda hypothesis: setaside.park(self, hypothesis))

    def split(self, goal: Goal) -> None:
        """Ask for the parts of a hypothesis."""
        self._about(goal, "Split which?", lambda h: Splitting(self, h).ask(), self.question.active)

    def merge(self, goal: Goal) -> None:
        """Ask which hypothesis another one is merged into, and why."""
        self._about(goal, "Merge which?", lambda hypothesis: setaside.merge(self, hypothesis))

    def reject(self, goal: Goal) -> None:
        """Ask for the reason to reject a hypothesis."""
        self._about(goal, "Reject which?", lambda hypothesis: setaside.reject(self, hypothesis))

    def overlaps(self, _: Goal) -> None:
        """Go through the pairs."""
        if self._may_write():
            self._pairs.begin()

    def gap(self, _: Goal) -> None:
        """Ask for a new gap."""
        gaps.add_gap(self, "", "", lambda id_: self.seek(lambda goal: goal.act == "gap" and goal.id == id_))

    def ask(self, _: Goal) -> None:
        """Ask for the question itself."""
        questionform.ask(self)

    def later(self, goal: Goal) -> None:
        """Move a hypothesis down."""
        self._about(goal, "Move which one down?", lambda hypothesis: self._order.move(hypothesis.id, 1))

    def earlier(self, goal: Goal) -> None:
        """Move a hypothesis up."""
        self._about(goal, "Move which one up?", lambda hypothesis: self._order.move(hypothesis.id, -1))

    def rename(self, goal: Goal) -> None:
        """Ask for another id."""
        self._about(goal, "Give which one another id?", lambda hypothesis: wording.rename(self, hypothesis))

    def column(self, goal: Goal) -> None:
        """Go to a column."""

        def chosen(hypothesis: Hypothesis) -> None:
            if self.steps.page is not None:
                self.steps.page.dismiss(Goal(hypothesis=hypothesis.id))

        self._which(goal, "Go to which column?", chosen, self.question.active)

    def remove(self, goal: Goal) -> None:
        """Ask whether a gap is none any more."""
        if goal.act == "gap":
            self._remove_gap(goal.id)
        else:
            self.say("Gaps are removed. Hypotheses are parked (p), merged (M) or rejected (x), and stay in the file.")

    # ---- what they do

    def _may_write(self) -> bool:
        """Whether files can be written; said where they cannot."""
        trial = self.steps.desk.trial is not None
        if trial:
            self.say("What-if tries the matrix alone: w ends it, then files can be written.", alarm=True)
        return not trial

    def _about(
        self,
        goal: Goal,
        asked: str,
        then: Callable[[Hypothesis], object],
        among: Iterable[Hypothesis] | None = None,
    ) -> None:
        """Go on with the hypothesis under the cursor, or with one that is asked for, where files can be written."""
        if self._may_write():
            self._which(goal, asked, then, self.question.hypotheses.values() if among is None else among)

    def _which(self, goal: Goal, asked: str, then: Callable[[Hypothesis], object], among: Iterable[Hypothesis]) -> None:
        """Go on with the hypothesis under the cursor; ask which where there is none, or where it is none of these."""
        every = tuple(among)
        here = self.question.hypotheses.get(goal.hypothesis) if goal.act in {"reword", "expectations"} else None
        if here is not None and here in every:
            then(here)
        elif every:

            def chosen(hypothesis: object) -> None:
                if isinstance(hypothesis, Hypothesis):
                    then(hypothesis)

            options = [Option(h, h.short or h.id, h.statement) for h in every]
            self.steps.ask(Chooser(asked, options, typed=True), chosen)
        else:
            self.say("There is no such hypothesis yet: a adds one.")

    def _remove_gap(self, id_: str) -> None:
        """Ask whether a gap is none any more."""
        options = [
            Option(False, "Keep it", "", "k"),
            Option(True, "Remove it", "it leaves the file; u brings it back", "r"),
        ]
        asked = [gap.statement for gap in self.question.gaps.values() if gap.id == id_]
        chooser = Chooser("Is this no gap any more?", options, intro=asked)
        self.steps.ask(chooser, lambda gone: gaps.drop_gap(self, id_) if gone else None)
