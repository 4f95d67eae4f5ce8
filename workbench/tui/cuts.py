"""What the rows of a matrix can be divided by, and how that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from workbench.analysis.narrowing import PERIOD, values
from workbench.analysis.standing import Standing
from workbench.tui.leaf import Leaf

SLICES, TIMELINE = "slices", "timeline"


class Cut(NamedTuple):
    """A way to divide: `how` it is shown, `by` what, and how long the windows of time are."""

    how: str
    by: str
    window: str = ""
    label: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        """What stands over the page."""
        return f"Slices by {self.label}" if self.how == SLICES else self.label.capitalize()

    def made(self, standing: Standing) -> Callable[[int], Leaf]:
        """Work it out; what comes back makes a leaf for a width."""
        from workbench.analysis import slices, timeline  # noqa: PLC0415 - off the way to the first paint
        from workbench.analysis.dating import Window  # noqa: PLC0415
        from workbench.tui import slicesview, timelineview  # noqa: PLC0415

        if self.how == TIMELINE:
            return partial(timelineview.leaf, timeline.timeline(standing, self.by))
        return partial(slicesview.leaf, slices.slices(standing, self.by, Window(self.window or Window.YEAR)))


def choices(standing: Standing) -> Iterator[Cut]:
    """The cuts that tell some rows apart: tags first, then fields, windows of time, and the course of time."""
    from workbench.analysis import dating, slices  # noqa: PLC0415 - off the way to the first paint

    items = [item for item, _ in standing.case.rows]
    for by in slices.known(standing.case):
        if by == PERIOD:
            for window in dating.Window:
                yield Cut(SLICES, by, window.value, f"period, by {window.value}", "the time the rows speak of")
        else:
            number = len({value for item in items for value in values(item, by)})
            yield Cut(SLICES, by, "", by, "1 value" if number == 1 else f"{number} values")
    for clock, words in ((dating.EVENT, "it happened"), (dating.REPORTED, "it was reported")):
        yield Cut(TIMELINE, clock, "", f"timeline, by the day {words}", "points as evidence came in")
