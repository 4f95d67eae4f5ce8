"""The transposed matrix as a widget: it stands in the place of the grid, and is drawn, moved and clicked like it."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from workbench.tui.desk import Desk
from workbench.tui.grid import Grid
from workbench.tui.paint import paint
from workbench.tui.pieces import Line
from workbench.tui.rows import Rows
from workbench.tui.shape import Columns
from workbench.tui.transposed.figures import figures
from workbench.tui.transposed.lines import lines
from workbench.tui.transposed.plan import Plan, plan

FIGURES = 30
"""Per cent of the width that figures take at most."""


class Transposed(Grid, inherit_bindings=False):
    """Draws a desk with evidence across and hypotheses down. Only lines that change are drawn again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plan = Plan(Columns(0, 0, 0, 0, 0), 0, False, 0, False, 1, 0, 0)
        self._lines: list[Line] = []
        self._made_for = Size(0, 0)
        self._blocks: tuple[Rows, dict[str, str]] | None = None

    @property
    def rows_seen(self) -> int:
        """How many items are seen beside one another."""
        return max(1, self._plan.columns.seen)

    def divide(self) -> None:
        """Divide anew, and draw everything."""
        self._make()
        self.refresh()

    def redraw(self) -> None:
        """Draw everything anew."""
        self.divide()

    def follow(self, *, whole: bool = False) -> None:  # noqa: ARG002 - every line that differs is drawn anyway
        """Draw what a change or a move of the cursor made different."""
        self._renew()

    def refresh_head(self) -> None:
        """Draw the lines that say something else than before."""
        self._renew()

    def _renew(self) -> None:
        before = self._lines
        self._make()
        if len(before) == len(self._lines):
            self.refresh_lines(before, self._lines)
        else:
            self.refresh()

    def _make(self) -> None:
        self._made_for = self.size
        width, height = self.size
        told = figures(self.desk, width * FIGURES // 100)
        self._plan = plan(self.desk, width, height, sum(figure.width for figure in told), self._plan)
        self._lines = lines(self.desk, self._plan, told, self._headings(), height)

    def _headings(self) -> dict[str, str]:
        """The block each row stands in, by address; found when the rows are arranged anew."""
        rows = self.desk.rows
        if self._blocks is None or self._blocks[0] is not rows:
            found, heading = {}, ""
            for entry in rows.entries:
                heading = entry.heading or heading
                found[entry.address] = heading
            self._blocks = rows, found
        return self._blocks[1]

    def render_line(self, y: int) -> Strip:
        """One line of the widget, for Textual."""
        if self._made_for != self.size:
            self._make()
        return paint(self.app).strip(self._lines[y] if y < len(self._lines) else Line(), self.width)

    # ---- the mouse

    def on_click(self, event: events.Click) -> None:
        """Tell which item and cell was clicked."""
        event.stop()
        event.prevent_default()
        number, place = self._plan.columns.at(event.x), self._plan.hypothesis_at(event.y)
        if number is not None and number < len(self.desk.rows.addresses):
            self.post_message(self.Pressed(self.desk.rows.addresses[number], place))
        elif place is not None:
            self.post_message(self.Pressed(self.desk.address, place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll to items further on; the cursor stays on its cell."""
        self._roll_items(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self._roll_items(event, -1)

    def _roll_items(self, event: events.MouseEvent, items: int) -> None:
        event.stop()
        event.prevent_default()
        columns = self._plan.columns
        first = max(0, min(columns.first + items, columns.total - columns.seen))
        self._plan = self._plan._replace(columns=columns._replace(first=first))
        told = figures(self.desk, self.size.width * FIGURES // 100)
        self._lines = lines(self.desk, self._plan, told, self._headings(), self.size.height)
        self.refresh()
