"""Pages about the whole answer, worked out beside the keys: what it rests on, slices, time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.analysis.standing import Standing
from workbench.tui import keys
from workbench.tui.chooser import Chooser, Option
from workbench.tui.cuts import Cut, choices
from workbench.tui.desk import Desk
from workbench.tui.kept import Kept
from workbench.tui.memory import Memory
from workbench.tui.whatif import WhatIf

if TYPE_CHECKING:
    from workbench.tui.leaf import Goal
    from workbench.tui.reader import Made, Reader

PROMPTLY = 2_000
"""Cells up to which the first part of a page is worked out before it is shown; that takes some 50 ms."""

Stage = Callable[[], "Made"]
"""Works something out and says how it is shown."""


class Overviews(WhatIf):
    """Opens pages; what was worked out for one state of the case is kept until that changes."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__(desk, memory)
        self._kept = Kept()

    def action_sensitivity(self) -> None:
        """Show what the lead rests on."""
        if (standing := self._shown("Sensitivity")) is not None:
            self._open("Sensitivity", "sensitivity", self._sensitivity_stages(standing))

    def _sensitivity_stages(self, standing: Standing) -> list[Stage]:
        return [partial(_sensitivity, self._kept, standing), partial(_noise, self._kept, standing)]

    def action_slices(self) -> None:
        """Ask what to cut the rows by, and show who leads in each slice, or over time."""
        if (standing := self._shown("Slices")) is not None:
            options = [Option(cut, cut.label, cut.note) for cut in choices(standing)]
            self.ask(Chooser("Slice the rows by", options, typed=True), lambda cut: self._cut(standing, cut))

    def _cut(self, standing: Standing, cut: object) -> None:
        if isinstance(cut, Cut):
            self._open(cut.title, "slices", [partial(_slices, self._kept, standing, cut)])

    def _shown(self, what: str) -> Standing | None:
        """The standing, where the answer may be seen; else it is said why not."""
        self.desk.hurried = False
        standing = self.desk.standing if self.desk.cells else None
        if standing is None:
            self.say(self.refusal(what))
        return standing

    def _open(self, title: str, key: str, stages: Sequence[Stage]) -> None:
        """Open a page at once; its stages follow one after another as they are worked out."""
        from workbench.tui.reader import working  # noqa: PLC0415 - off the way to the first paint

        waiting = list(stages)
        first = waiting.pop(0)() if self.desk.cells <= PROMPTLY else working
        titled = " · ".join(filter(None, (title, self.desk.case.matrix.analyst, "what-if" if self.desk.trial else "")))
        page = self._reader(titled, first, key)
        if page is not self.app.screen:  # a page that is open already shows another step
            self.app.push_screen(page, self._gone)
        if waiting:
            begun = partial(work, page, waiting)
            page.call_after_refresh(lambda: page.work_out(begun))

    def _reader(self, title: str, first: Made, key: str) -> Reader:
        """A page, and the keys that close it: those of the command that opened it."""
        from workbench.tui.reader import Reader  # noqa: PLC0415 - off the way to the first paint

        return Reader(title, first, keys.of(key))

    def _gone(self, goal: Goal | None) -> None:
        """Go where the page leads, with the rows shown that it speaks of."""
        if goal is None:
            return
        address = goal.address
        if goal.filter is not None:
            self.desk.filter = goal.filter
            self.desk.arrange()
            address = next(iter(self.desk.rows.addresses), "")
        self.desk.show(address, goal.hypothesis)
        self.redraw()


async def work(page: Reader, stages: Sequence[Stage]) -> None:
    """Show the stages of a page one after another, as they are worked out in another thread."""
    for stage in stages:
        page.show(await asyncio.to_thread(stage))


def _sensitivity(kept: Kept, standing: Standing) -> Made:
    from workbench.tui import sensitivityview  # noqa: PLC0415 - off the way to the first paint

    found = kept.of(standing, "sensitivity", partial(sensitivityview.found, standing))
    return lambda width: kept.of(standing, ("leaf", width), partial(sensitivityview.leaf, found, None, width))


def _slices(kept: Kept, standing: Standing, cut: Cut) -> Made:
    return kept.of(standing, cut, partial(cut.made, standing))


def _noise(kept: Kept, standing: Standing) -> Made:
    from workbench.analysis.noise import noise  # noqa: PLC0415
    from workbench.tui import sensitivityview  # noqa: PLC0415

    found = kept.of(standing, "sensitivity", partial(sensitivityview.found, standing))
    steady = kept.of(standing, "noise", partial(noise, standing))
    return lambda width: kept.of(standing, ("steady leaf", width), partial(sensitivityview.leaf, found, steady, width))
