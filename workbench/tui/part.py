"""A page over the page of a step: one thing of it taken up by itself, with keys of its own."""

from __future__ import annotations

from textual import events

from workbench.model import Case
from workbench.tui.doing.deed import Doing
from workbench.tui.leaf import Goal, Leaf
from workbench.tui.leafing import Leafing
from workbench.tui.steppage import StepPage


class Taking(Doing):
    """What is shown on a part, and what can be done there."""

    title: str = ""
    """What stands over it."""

    def made(self, width: int) -> Leaf:
        """The leaf, of the case as it is."""
        raise NotImplementedError

    @property
    def open(self) -> bool:
        """Whether there is still something to show."""
        return True

    @property
    def part(self) -> Part | None:
        """The part that shows it, where one does."""
        page = self.steps.page
        over = page.over if page is not None else None
        return over if isinstance(over, Part) and over.doing is self else None

    def onward(self) -> None:
        """Put the cursor on the next spot."""
        if (part := self.part) is not None:
            part.onward()


class Part(StepPage):
    """Shows what is taken up, in step with the case; escape leads back to the page below.

    Args:
        below: the page of the step that it lies over.
        taking: what is shown and done.
    """

    def __init__(self, below: StepPage, taking: Taking) -> None:
        super().__init__(taking.steps, below.number, taking.title, taking.made, taking)
        self._taking = taking
        self._case: Case | None = taking.case

    def turn(self, taking: Taking) -> None:
        """Take up something else."""
        self._taking, self.doing, self._title, self._case = taking, taking, taking.title, taking.case
        self.page.leafing = Leafing()
        self.show(taking.made)

    def renew(self) -> None:
        """Bring it up to date; close it where there is nothing to show any more."""
        if not self._taking.open:
            if self.is_current:
                self.dismiss(None)
            return
        self.frame()
        if self._case is not self._taking.case:
            self._case = self._taking.case
            self.show(self._taking.made)

    def on_screen_resume(self, event: events.ScreenResume) -> None:  # noqa: ARG002 - beside the page's own
        """What was asked over it is answered: see whether it may still be shown."""
        self.call_after_refresh(self.renew)

    def action_step(self, number: int) -> None:
        """Go to another step, past the page below."""
        self.dismiss(Goal(step=number) if number != self.number else None)

    def onward(self) -> None:
        """Put the cursor on the next spot."""
        self.page.measure()
        self.page.leafing.onward()
        self.page.refresh()


def take_up(taking: Taking) -> None:
    """Show a part over the page that is open, or in place of the part that is."""
    page = taking.steps.page
    if page is None:
        return
    if isinstance(page.over, Part):
        page.over.turn(taking)
        return
    part = page.over = Part(page, taking)

    def closed(goal: Goal | None) -> None:
        page.over = None
        if goal is None:
            taking.steps.renew()
        else:
            page.dismiss(goal)

    taking.steps.app.push_screen(part, closed)
