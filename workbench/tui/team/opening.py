"""Opening the page of several analysts, blind as the question says, and an early look that is on record before it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from workbench.model import Case
from workbench.tui import keys
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk
from workbench.tui.kept import Kept
from workbench.tui.memory import Memory
from workbench.tui.overviews import PROMPTLY
from workbench.tui.steps import Steps

if TYPE_CHECKING:
    from workbench.report.comparecontent import Compared
    from workbench.tui.leaf import Goal, Leaf
    from workbench.tui.reader import Made
    from workbench.tui.team.page import TeamPage

READER = "You have no matrix of this question, so nothing is hidden. If you will rate, rate first."


class Sight(NamedTuple):
    """Who looks at what."""

    case: Case
    rater: str
    """The analyst whose ratings are not to be steered; empty for a reader."""
    early: bool
    """Whether what is not rated yet is shown all the same."""


class Teams(Steps):
    """Opens the page, keeps it in step with the case, and has an early look written before anything is shown."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__(desk, memory)
        self._team: TeamPage | None = None
        self._team_of: Sight | None = None
        self._team_place: tuple[int, int] | None = None
        self._team_kept = Kept()
        self._team_early = False
        """Whether what is not rated yet is shown on that page."""
        self._once_saved: Callable[[], None] | None = None

    # ---- opening

    def action_team(self) -> None:
        """Show how far the analysts agree, and which contested cells matter."""
        desk = self.desk
        if desk.waiting or not desk.hypotheses or not desk.case.items:
            self.say("Still counting and sorting." if desk.waiting else "There is nothing to compare.")
        elif not desk.case.colleagues:
            where = f"matrices/{desk.case.question.id}"
            self.say(f"There is no other matrix yet: each analyst rates in a file of their own in {where}.")
        else:
            self._open_team()

    def _open_team(self) -> None:
        from workbench.tui.reader import working  # noqa: PLC0415 - off the way to the first paint
        from workbench.tui.team.page import TeamPage  # noqa: PLC0415

        self.desk.hurried = False
        self.heard()
        title = f"Several analysts · {self.desk.case.question.id}{' · what-if' if self.desk.trial else ''}"
        self._team, self._team_of = TeamPage(self, title, working, keys.of("team"), self._team_place), None
        self._show_team()
        self.app.push_screen(self._team, self._team_gone)

    def _team_gone(self, goal: Goal | None) -> None:
        if self._team is not None:
            self._team_place, self._team = self._team.place, None
        self._gone(goal)

    # ---- showing

    @property
    def _sight(self) -> Sight:
        desk = self.desk
        rater = desk.case.matrix.analyst if desk.mine and desk.trial is None else ""
        recorded = self._team_early and desk.look() is None
        return Sight(desk.case, rater, early=desk.looking or recorded)

    def _show_team(self) -> None:
        """Show the comparison as it is to be seen now: at once, or beside the keys where it takes long."""
        page, sight = self._team, self._sight
        if page is None or (self._team_of and self._team_of.case is sight.case and self._team_of[1:] == sight[1:]):
            return
        self._team_of = sight
        note = READER if not sight.rater and self.desk.trial is None else ""
        made = partial(_made, self._team_kept, sight, note, max(1, self.app.size.width - 1))
        if self.desk.cells * (len(sight.case.colleagues) + 1) <= PROMPTLY:
            page.take(*made())
        else:
            begun = partial(_work, page, made)
            page.call_after_refresh(lambda: page.work_out(begun))

    def _panels(self) -> None:
        super()._panels()
        if self._team is not None and self._team.is_attached:
            self._show_team()
            self._team.frame()

    def show_team_matrix(self) -> None:
        """Show the median of all ratings as a matrix, where it may be seen."""
        compared = self._team.compared if self._team is not None else None
        if compared is None or compared.found.orders is None:
            self.say("The median waits until every row is rated: it gives away what others say.")
            return
        from workbench.tui.reader import Reader  # noqa: PLC0415 - off the way to the first paint
        from workbench.tui.team import median  # noqa: PLC0415

        page = Reader("The team matrix · nobody's", partial(median.working, compared.found), ("M",))
        begun = partial(median.work, page, compared.found)
        self.app.push_screen(page)
        page.call_after_refresh(lambda: page.work_out(begun))

    # ---- looking early

    def look_at_team(self) -> None:
        """Show what is not rated yet, once it is on record; or hide it again."""
        sight, edit = self._sight, self.desk.look()
        if not sight.rater or not (self.desk.unrated or self.desk.outside):
            self.say("Nothing is hidden.")
        elif self.desk.looking:
            self.say("Scores are shown on the matrix, so nothing is hidden here: v there hides them again.")
        elif sight.early:
            self._look_at_team(show=False)
        elif edit is None and not self.desk.unsaved:
            self._look_at_team(show=True)
        elif edit is None:
            self.say("The early look is not on record yet, and so not given: nothing can be saved.", alarm=True)
        else:
            options = [
                Option("no", "Go on rating", "what others say stays hidden", "n"),
                Option("yes", "See it now", "recorded in your matrix before it is shown", "y"),
            ]
            number = len(edit.addresses)
            why = (
                f"{'1 row is' if number == 1 else f'{number} rows are'} not fully rated. Who sees others' ratings "
                "first rates with an eye on them; the matrix will say that you did."
            )

            def chosen(value: object) -> None:
                if value == "yes":
                    self._once_saved = partial(self._look_at_team, show=True)
                    self.change(edit)

            self.ask(Chooser("See others' ratings before your own are done?", options, intro=[why]), chosen)

    def _look_at_team(self, *, show: bool) -> None:
        self._team_early = show
        self._show_team()

    def saved(self, at: datetime, case: Case | None, merged: int) -> None:
        """Draw the mark; what waited to be on record is shown now."""
        super().saved(at, case, merged)
        if (then := self._once_saved) is not None:
            self._once_saved = None
            then()

    def failed(self, message: str) -> None:
        """Say that nothing could be written; what waited to be on record is not shown."""
        refused, self._once_saved = self._once_saved is not None, None
        super().failed(f"Not on record, and so not shown. {message}" if refused else message)


def _made(kept: Kept, sight: Sight, note: str, width: int) -> tuple[Compared, Made]:
    """The comparison, and its leaf; that of the width there is is made here, which may be beside the keys."""
    from workbench.printing import PROGRAM  # noqa: PLC0415 - off the way to the first paint
    from workbench.report.comparecontent import compare_content  # noqa: PLC0415
    from workbench.tui.team import view  # noqa: PLC0415

    case, rater, early = sight
    compared = kept.of(case, (rater, early), lambda: compare_content(case, PROGRAM, rater, early=early))

    def made(wanted: int) -> Leaf:
        return kept.of(case, (rater, early, note, wanted), partial(view.leaf, compared, wanted, note))

    made(width)
    return compared, made


async def _work(page: TeamPage, made: Callable[[], tuple[Compared, Made]]) -> None:
    page.take(*await asyncio.to_thread(made))
