"""Our own assumptions and arguments taken up: how well founded each is, and what follows if it is wrong."""

from __future__ import annotations

from workbench.model.authoring import SetItem
from workbench.tui import assumptionsview
from workbench.tui.doing import gaps, itemfields, parking
from workbench.tui.doing.deed import Deed
from workbench.tui.doing.filled import fill
from workbench.tui.forms.field import Field, Shape, Values, changed
from workbench.tui.leaf import Goal, Leaf
from workbench.tui.part import Taking


class Assuming(Taking):
    """The assumptions check."""

    title = "Sensitivity · our own assumptions and arguments"
    ENTER = "says how founded"
    DEEDS = (
        Deed("m", "matrix", "Go to its row on the matrix", "go"),
        Deed("p", "parks", "Park the row with a reason, or take a parked one back in", "park"),
        Deed("n", "gap", "Take down as a gap what would support it", "gap"),
    )

    @property
    def open(self) -> bool:
        """Whether scores may be seen."""
        return self.steps.desk.standing is not None

    def made(self, width: int) -> Leaf:
        """All of them, those with something unsaid first."""
        self.steps.desk.hurried = False
        standing = self.steps.desk.standing
        return assumptionsview.leaf(standing, width) if standing is not None else Leaf(())

    def enter(self, goal: Goal) -> bool:
        """Ask how well founded it is, and what follows if it is wrong."""
        item = self.case.items.get(goal.address)
        if item is None:
            return False
        fields = [
            Field("standing", "standing", item.standing, Shape.CHOICE, "How well founded is it?", itemfields.STANDINGS),
            Field("if_wrong", "if wrong", item.if_wrong, Shape.TEXT, "What would follow if it were wrong?"),
        ]

        def changes(values: Values) -> tuple[SetItem, ...]:
            given = changed(fields, values)
            return (SetItem(item.address, given),) if given else ()

        fill(self, "How well founded is it?", fields, changes, intro=[item.text])
        return True

    def go(self, goal: Goal) -> None:
        """Go to the row."""
        if (part := self.part) is not None and goal.address:
            part.dismiss(goal)

    def park(self, goal: Goal) -> None:
        """Park the row, or take it back in."""
        if goal.address in self.case.items:
            parking.park(self, goal.address)

    def gap(self, goal: Goal) -> None:
        """Take down what is not known."""
        if goal.address in self.case.items:
            text = self.case.items[goal.address].text
            gaps.add_gap(self, "", f"What would support this, and who could find out? {text}")
