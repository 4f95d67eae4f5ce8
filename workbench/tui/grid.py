"""The matrix itself: head and rows in one widget, drawn line by line, with head and evidence frozen."""

from __future__ import annotations

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from workbench.analysis.standing import Standing
from workbench.tui import cells, head
from workbench.tui.desk import Desk
from workbench.tui.lined import Lined
from workbench.tui.paint import paint
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.shape import Columns, Shape, columns, scroll_mark

WHEEL = 3
"""Rows that one notch of the wheel scrolls."""


class Grid(Lined, inherit_bindings=False):
    """Draws a desk. It changes nothing on it, and tells of clicks as `Grid.Pressed`.

    It scrolls by itself: Textual's scrolling would lay out the screen anew for every change in the
    number of rows.
    """

    DEFAULT_CSS = "Grid { height: 1fr; width: 1fr; }"

    class Pressed(Message):
        """A row was clicked, and perhaps a cell of it."""

        def __init__(self, address: str, column: int | None) -> None:
            super().__init__()
            self.address, self.column = address, column

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.shape = Shape(0, 0, 0, 1, 0, rule=False)
        """How many lines the head may have."""
        self._columns = Columns(0, 0, 0, 0, 0)
        self._head: list[Line] = []
        self._figures: list[Line] = []
        self._standing: Standing | None = None
        self._known: tuple[object, ...] = ()
        self._shown: tuple[int, int] = (0, 0)
        self._measured = Size(0, 0)
        self._top = 0
        """The entry on the first line under the head."""

    @property
    def rows_seen(self) -> int:
        """How many lines of rows fit under the head."""
        return max(1, self._measured.height - len(self._head))

    def divide(self) -> None:
        """Divide anew, after the size or the hypotheses changed, and draw everything."""
        self._measure()
        self.redraw()

    def _made_head(self) -> list[Line]:
        """The head's lines; the figures are made anew only where what they tell of has changed."""
        standing = self.desk.standing
        known = (self.desk.unrated, self.desk.trial, self._columns, self.shape)
        if standing is None or standing is not self._standing or known != self._known:
            self._standing, self._known = standing, known
            self._figures = head.figures(self.desk, self._columns, self.shape)
        lines = [*head.names(self.desk, self._columns, self.shape), *self._figures]
        return lines[: max(0, self.size.height - 1)]

    def _measure(self) -> None:
        self._measured = self.size
        names = [h.short or h.id for h in self.desk.hypotheses]
        made = columns(self.size.width, names, self._columns.first)
        self._columns = made._replace(first=made.reveal(self.desk.column)) if made.seen else made

    def redraw(self) -> None:
        """Draw everything anew."""
        self._prepare()
        self.refresh()

    def _prepare(self) -> None:
        self._head = self._made_head()
        self._reveal()
        self._shown = (self.desk.at, self.desk.column)

    def follow(self, *, whole: bool = False) -> None:
        """Draw what the cursor left and where it stands now: two cells or two rows, unless that takes scrolling.

        `whole` draws the row even where the cursor stays in it.
        """
        was, left = self._shown
        self._shown = (self.desk.at, self.desk.column)
        first = self._columns.reveal(self.desk.column)
        if first != self._columns.first:
            self._columns = self._columns._replace(first=first)
            self.redraw()
            return
        if self._reveal():
            self.refresh()
            return
        if was == self.desk.at and not whole:
            self.refresh(self._between(left, self.desk.column))
            return
        self.refresh(*[Region(0, self._y(place), self.width, 1) for place in {was, self.desk.at}])

    def _between(self, one: int, other: int) -> Region:
        """The cells of the current row from one column to another: all that a move along it changes."""
        first, last = sorted((one, other))
        x = self._columns.evidence + (first - self._columns.first) * self._columns.cell
        return Region(x, self._y(self.desk.at), (last - first + 1) * self._columns.cell, 1)

    def refresh_head(self) -> None:
        """Draw the lines of the head that say something else than before."""
        before, now = self._head, self._made_head()
        if len(before) != len(now):
            self.redraw()
            return
        self._head = now
        self.refresh_lines(before, now)

    def _y(self, place: int) -> int:
        """The line of the widget on which an entry stands."""
        return len(self._head) + place - self._top

    def _reveal(self) -> bool:
        """Scroll as little as it takes to see the cursor, and the heading right above it; whether it took any."""
        entries, at, top = self.desk.rows.entries, self.desk.at, self._top
        above = at - 1 if at and entries and not entries[at - 1].address else at
        wanted = min(max(top, at - self.rows_seen + 1), above if self.rows_seen > 1 else at)
        return self._scroll(wanted)

    def _scroll(self, top: int) -> bool:
        """Put another entry on the first line, as far as there are entries; whether that is another one."""
        before, last = self._top, max(0, len(self.desk.rows.entries) - self.rows_seen)
        self._top = max(0, min(top, last))
        return self._top != before

    def render_line(self, y: int) -> Strip:
        """One line of the widget, for Textual."""
        if self._measured != self._drawn_for:
            self._measure()
            self._prepare()
        return paint(self.app).strip(self._line(y), self.width)

    def _line(self, y: int) -> Line:
        if y < len(self._head):
            return self._head[y]
        entries, place = self.desk.rows.entries, y - len(self._head) + self._top
        if place >= len(entries):
            return line()
        made = self._row(place)
        mark = scroll_mark(y - len(self._head), self._top, self.rows_seen, len(entries))
        return made._replace(pieces=(*made.pieces, Piece(mark, Tone.RULE)))

    def _row(self, place: int) -> Line:
        desk, entry = self.desk, self.desk.rows.entries[place]
        if not entry.address:
            return cells.heading(entry, self._columns)
        current = desk.column if place == desk.at else None
        return cells.row(desk, desk.case.items[entry.address], self._columns, current=current)

    def _roll(self, rows: int) -> None:
        if self._scroll(self._top + rows):
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which row and cell was clicked."""
        event.stop()
        place = event.y - len(self._head) + self._top
        column = self._columns.at(event.x)
        if event.y < len(self._head):
            self.post_message(self.Pressed(self.desk.address, column))
        elif place < len(self.desk.rows.entries) and (address := self.desk.rows.entries[place].address):
            self.post_message(self.Pressed(address, column))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the rows; the cursor stays on its cell."""
        event.stop()
        self._roll(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the rows back."""
        event.stop()
        self._roll(-WHEEL)
