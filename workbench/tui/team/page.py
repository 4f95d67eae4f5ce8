"""The page of several analysts, and the contested cells that open over it."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from textual import events

from workbench.report.comparecontent import Compared
from workbench.tui import keys, words
from workbench.tui.desk import Said
from workbench.tui.leaf import Goal
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, spread
from workbench.tui.reader import Made, Page, Reader
from workbench.tui.team import cell, deeds
from workbench.tui.team.contested import CELL


class Owner(Protocol):
    """What the page needs of the screen that opened it."""

    def notice(self) -> Said:
        """What was just said."""

    def heard(self) -> None:
        """What was said has been read; an alarm stays."""

    def look_at_team(self) -> None:
        """Show what is not rated yet, once that is on record; or hide it again."""

    def show_team_matrix(self) -> None:
        """Show the median of all ratings as a matrix."""


class TeamPage(Reader):
    """Shows the comparison, and opens its cells. It closes with the goal that was gone to.

    Args:
        owner: the screen that opened it.
        title: what stands over it.
        made: makes the leaf for a width.
        closes: the keys that close it, beside escape.
        again: where one was when it was closed last.
    """

    def __init__(
        self, owner: Owner, title: str, made: Made, closes: tuple[str, ...], again: tuple[int, int] | None = None
    ) -> None:
        super().__init__(title, made, closes)
        self._owner = owner
        self.compared: Compared | None = None
        """What is shown; none while it is worked out."""
        self.page.leafing.again = again

    def take(self, compared: Compared, made: Made) -> None:
        """Show a comparison."""
        self.compared = compared
        self.show(made)

    @property
    def place(self) -> tuple[int, int] | None:
        """The first line shown and the spot under the cursor."""
        leafing = self.page.leafing
        return leafing.again or (leafing.top, leafing.at)

    def frame(self) -> None:
        """Draw title and keys anew."""
        self.call_after_refresh(self._frame)

    def _frame(self) -> None:
        super()._frame()
        width = self.app.size.width
        if (said := self._owner.notice()).text:
            shown = (Piece(f" {words.plain(said.text)} ", Tone.ALARM if said.alarm else Tone.ACCENT),)
            back = (Piece(" esc", Tone.KEY, "leave"), Piece(" back ", Tone.MUTED, "leave"))
            self.foot.show([Line(fitted(spread(shown, back, width), width), Ground.BAR)])

    def _keys(self) -> tuple[Piece, ...]:
        found = self.compared.found if self.compared else None
        offered = [deeds.MATRIX] if found and found.orders else []
        if self.compared and (self.compared.hidden or self.compared.looked):
            offered.append(deeds.LOOK if self.compared.hidden else deeds.HIDE)
        enter = _hint("enter", "opens", "go") if self.page.leafing.leaf.spots else ()
        shown = (piece for deed in offered for piece in _hint(deed.key, deed.label, deed.does))
        return (*enter, *shown, *_hint("esc", "back", "leave"), *_MOVING)

    def action_look(self) -> None:
        """Look early, or no more."""
        self._owner.look_at_team()

    def action_matrix(self) -> None:
        """Show the team matrix."""
        self._owner.show_team_matrix()

    def action_go(self) -> None:
        """Open the cell under the cursor, or go to the row."""
        spot = self.page.leafing.spot
        if spot is None or not self._opened(spot.goal):
            super().action_go()

    def on_page_pressed(self, event: Page.Pressed) -> None:
        """Open the cell that was clicked, or go to the row."""
        event.prevent_default()
        event.stop()
        if not self._opened(event.spot.goal):
            self.dismiss(event.spot.goal)

    def _opened(self, goal: Goal) -> bool:
        """Open a contested cell; whether there is one."""
        compared = self.compared
        if compared is None or goal.act != CELL:
            return False
        cells = [(one.cell.address, one.cell.hypothesis) for one in compared.found.contested]
        number = cells.index((goal.address, goal.hypothesis))
        self.app.push_screen(CellPage(compared, number), self._back)
        return True

    def _back(self, goal: Goal | None) -> None:
        """A cell was closed: go on to the matrix, where that was wanted."""
        if goal is not None:
            self.dismiss(goal)

    def on_key(self, event: events.Key) -> None:
        """Do what a key of this page stands for; the rest is reading."""
        if event.key == deeds.LOOK.key:
            self.action_look()
        elif event.key == deeds.MATRIX.key:
            self.action_matrix()
        else:
            self._owner.heard()
            self.frame()
            return
        event.stop()
        event.prevent_default()


class CellPage(Reader):
    """Shows one contested cell; it closes with the goal that leads to its row.

    Args:
        compared: what it is one of.
        number: which of the contested cells, from 0 on.
    """

    def __init__(self, compared: Compared, number: int) -> None:
        self._compared, self._number = compared, number
        super().__init__(self._called, self._cell)

    @property
    def _called(self) -> str:
        return f"Contested cell {self._number + 1} of {len(self._compared.found.contested)}"

    @property
    def _cell(self) -> Made:
        found = self._compared.found
        return partial(cell.leaf, found, found.contested[self._number])

    def _keys(self) -> tuple[Piece, ...]:
        shown = (piece for deed in deeds.OF_CELL for piece in _hint(deed.key, deed.label, deed.does))
        return (*shown, *_hint("esc", "to the list", "leave"), *_MOVING)

    def action_row(self) -> None:
        """Go to the row on the matrix."""
        one = self._compared.found.contested[self._number].cell
        self.dismiss(Goal(one.address, one.hypothesis))

    def action_turn(self, by: int) -> None:
        """Show another contested cell, if there is one."""
        number = self._number + by
        if 0 <= number < len(self._compared.found.contested):
            self._number = number
            self._title = self._called
            self.page.leafing.edge(-1)
            self.show(self._cell)

    def action_go(self) -> None:
        """Go to the row, wherever the page is scrolled to."""
        self.action_row()

    def on_key(self, event: events.Key) -> None:
        """Do what a key of this page stands for; the rest is reading."""
        if event.key == deeds.ROW.key:
            self.action_row()
        elif event.key in {deeds.NEXT.key, deeds.BACK.key}:
            self.action_turn(1 if event.key == deeds.NEXT.key else -1)
        else:
            return
        event.stop()
        event.prevent_default()


def _hint(key: str, does: str, act: str) -> tuple[Piece, ...]:
    return Piece(f" {keys.shown(key)}", Tone.KEY, act), Piece(f" {does} ", Tone.MUTED, act)


_MOVING = (
    Piece(" ↑ ↓", Tone.KEY), Piece(" move ", Tone.MUTED), Piece(" page up  page down  g  G", Tone.KEY),
)  # fmt: skip
"""What moves on the page."""
