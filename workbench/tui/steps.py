"""The eight steps: counting what is left when the analyst rests, and opening a page for each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from workbench.analysis.standing import Standing
from workbench.model import Case
from workbench.tui import doing, stepbar
from workbench.tui.desk import RESTS_AT_ONCE, Desk, Said
from workbench.tui.kept import Kept
from workbench.tui.memory import Memory
from workbench.tui.overviews import PROMPTLY, Stage, work
from workbench.tui.pieces import Line
from workbench.tui.stepbar import CONCLUDE, MATRIX, REPORT, SENSITIVITY
from workbench.tui.writing import Writing

if TYPE_CHECKING:
    from workbench.analysis.heuer import StepLeft
    from workbench.tui.doing.deed import Deed, Doing
    from workbench.tui.leaf import Goal
    from workbench.tui.reader import Made, Reader
    from workbench.tui.steppage import StepPage

TELLING = frozenset({CONCLUDE, SENSITIVITY, REPORT})
"""Steps whose pages tell of the answer, so that they wait until scores may be seen."""

State = tuple[Case, bool]
"""A case, and whether it is blind: what pages and counts were made of."""

IDLE = 1.2
"""Seconds of rest after which a large case is counted: beside the keys, but that slows them for up to a second."""


def today() -> date:
    """The day on which what is overdue is found."""
    return date.today()


class Steps(Writing):
    """Opens the pages of the steps, keeps the place on each, and keeps an open one in step with the case."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__(desk, memory)
        self._opened: StepPage | None = None
        self._laid_out: StepPage | None = None  # opened first; it stays laid out, and shows the other steps too
        self._made_of: State | None = None
        self._asked: State | None = None
        self._counting: asyncio.TimerHandle | None = None
        self._places: dict[int, tuple[int, int] | None] = {}
        self._looks = Kept()
        self._doing: dict[int, Doing] = {}
        self.yardstick = ""
        """The standard whose words stand beside likelihoods, where one was chosen."""

    # ---- what is left

    def on_mount(self) -> None:
        """Count what is left in the steps once the first picture is on the screen."""
        if not self.desk.waiting:
            self.call_after_refresh(self._count_left)

    def _rested(self) -> None:
        if self.is_attached:
            self._count_left()
        super()._rested()

    @property
    def _state(self) -> State:
        return self.desk.case, self.desk.blind

    def _is_of_now(self, state: State | None) -> bool:
        return state is not None and state[0] is self.desk.case and state[1] == self.desk.blind

    def _count_left(self) -> None:
        """Count what is left, beside the keys in a large case; not while something is only tried."""
        desk, state = self.desk, self._state
        if self._is_of_now(self._asked) or desk.waiting or desk.hurried or desk.trial is not None:
            return
        self._asked = state
        count = partial(_left, desk.case, None if desk.blind else desk.standing, looking=desk.looking)
        if desk.cells <= RESTS_AT_ONCE:
            self._tell_left(state, count())
        else:
            self._counting = self._later(IDLE, partial(self._count_beside, state, count))

    def _count_beside(self, state: State, count: Callable[[], tuple[StepLeft, ...]]) -> None:
        self._counting = None
        working = asyncio.get_running_loop().run_in_executor(None, count)
        working.add_done_callback(lambda done: self._tell_left(state, done.result()))

    def _rest(self) -> None:
        """Leave off what was about to be counted: the case has changed."""
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        super()._rest()

    def _tell_left(self, state: State, left: tuple[StepLeft, ...]) -> None:
        if self._is_of_now(state):
            self.desk.left, self.desk.left_of = left, state
            if self.is_attached:
                self._panels()

    def _panels(self) -> None:
        super()._panels()
        if self._resting is None and self.desk.trial is None and self.is_attached and not self._is_of_now(self._asked):
            self._rest()
        self._renew()

    # ---- pages

    def action_step(self, number: int) -> None:
        """Go to one of the eight steps."""
        if number == MATRIX:
            self.say("This is the matrix; 1 to 8 go to the steps.")
        elif number == SENSITIVITY:
            self.action_sensitivity()
        elif number not in TELLING or self._shown(stepbar.NAMES[number - 1]) is not None:
            self._open(stepbar.NAMES[number - 1], f"step.{number}", [self._stage(number)])

    def _stage(self, number: int) -> Stage:
        from workbench.tui import stepviews  # noqa: PLC0415 - off the way to the first paint
        from workbench.tui.look import Look  # noqa: PLC0415

        desk = self.desk
        desk.hurried = False
        look = Look(desk.case, desk.standing, today(), desk.looking, reread=desk.reread)
        look = self.doing(number).seen(look._replace(yardstick=self.yardstick or look.yardstick))
        return partial(stepviews.made, self._looks, look, number, max(1, self.app.size.width - 1))

    def _reader(self, title: str, first: Made, key: str) -> Reader:
        """A page of one of the steps, else of another overview."""
        number = int(key.removeprefix("step.")) if key.startswith("step.") else SENSITIVITY * (key == "sensitivity")
        if not number:
            return super()._reader(title, first, key)
        from workbench.tui.steppage import StepPage  # noqa: PLC0415 - off the way to the first paint

        self.heard()
        again, page = self._places.get(number), self._laid_out
        if page is None:
            page = self._laid_out = StepPage(self, number, title, first, self.doing(number), again)
            self.app.install_screen(page, f"step page {id(self)}")
        else:
            if page is self._opened:
                self._places[page.number] = page.place
            page.take(number, title, first, self.doing(number), again)
        self._opened, self._made_of = page, self._state
        return page

    def on_unmount(self) -> None:
        """Let the page go with this screen, unless all ends."""
        page = self._laid_out
        if page is not None and page not in self.app.screen_stack and self.app.is_screen_installed(page):
            self.app.uninstall_screen(page)
            page.remove()

    def _gone(self, goal: Goal | None) -> None:
        """Go where the page leads: to another step, a column, or as other pages do."""
        if self._opened is not None:
            self._places[self._opened.number] = self._opened.place
            self._opened = None
        if goal is not None and goal.step:
            if goal.step != MATRIX:
                self.action_step(goal.step)
        elif goal is not None and goal.hypothesis and not goal.address and goal.filter is None:
            self.desk.go(self.desk.address, goal.hypothesis)
            self.redraw()
        else:
            super()._gone(goal)

    def _renew(self) -> None:
        """Bring an open page up to date: at once, or beside the keys in a large case."""
        page = self._opened
        if page is None or not page.is_attached:
            return
        if page.over is not None:
            page.over.renew()
            return
        page.frame()
        if self._is_of_now(self._made_of):
            return
        self.desk.hurried = False
        standing = self.desk.standing
        if page.number in TELLING and standing is None:
            if page.is_current:  # what is asked over it is not thrown away
                page.dismiss(None)
            return
        self._made_of = self._state
        if page.number == SENSITIVITY and standing is not None:
            stages = self._sensitivity_stages(standing)
        else:
            stages = [self._stage(page.number)]
        if self.desk.cells <= PROMPTLY:
            page.show(stages.pop(0)())
        if stages:
            begun = partial(work, page, stages)  # only begun where none comes after it
            page.work_out(begun)

    def renew(self) -> None:
        """Make the open page anew: something else than the case has changed."""
        self._made_of = None
        self._renew()

    # ---- for pages

    def bar(self, number: int, width: int) -> Line:
        """The steps, with one of them marked."""
        return stepbar.bar(self.desk, number, width)

    def notice(self) -> Said:
        """What was just said."""
        return self.desk.said

    def heard(self) -> None:
        """What was said has been read; an alarm stays."""
        if not self.desk.said.alarm:
            self.desk.said = Said()

    def doing(self, number: int) -> Doing:
        """What can be done on the page of a step."""
        if number not in self._doing:
            self._doing[number] = doing.of(number)(self)
        return self._doing[number]

    @property
    def page(self) -> StepPage | None:
        """The page that is open, if one is."""
        return self._opened

    def deeds(self) -> Iterator[tuple[int, Deed]]:
        """Everything that can be done on the pages that may be seen now, with the number of the step."""
        for number in doing.MODULES:
            if number not in TELLING or self.desk.standing is not None:
                yield from ((number, deed) for deed in self.doing(number).DEEDS)

    def do_on_page(self, number: int, key: str) -> None:
        """Go to a step and do what a key does there."""
        page = self._opened
        if page is None:
            self.action_step(number)
            page = self._opened
        elif page.number != number:
            self.close_page()
            self.call_later(self.do_on_page, number, key)
            return
        if page is not None:
            page.call_after_refresh(page.action_deed, key)

    def close_page(self) -> None:
        """Go back to the matrix, where a page is open."""
        page = self._opened
        if page is not None:
            if page.over is not None:
                page.over.dismiss(None)
            page.dismiss(None)

    def asks(self, action: str) -> None:
        """Run an action of this screen for the page."""
        self.call_later(self.run_action, action)

    def opens(self, goal: Goal) -> None:
        """Open the file a goal is written in; the question's where it is in none."""
        path, place = goal.file or (self.desk.case.question.path, ())
        self.open_file(path, place)

    def open_file(self, path: str, place: tuple[str | int, ...]) -> None:
        """Open a file in the analyst's editor."""
        raise NotImplementedError


def _left(case: Case, found: Standing | None, *, looking: bool) -> tuple[StepLeft, ...]:
    from workbench.analysis.heuer import steps  # noqa: PLC0415 - off the way to the first paint

    return steps(case, today(), found, looking=looking)
