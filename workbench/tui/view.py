"""The matrix on the screen: its panels, how they are drawn again, and moving about."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen

from workbench.tui import banner, detail
from workbench.tui.chooser import Chooser
from workbench.tui.desk import Desk, Said
from workbench.tui.grid import Grid
from workbench.tui.lined import Covered
from workbench.tui.panel import Panel
from workbench.tui.shape import shape


class View(Covered, Screen[None]):
    """Shows a desk, and moves about on it."""

    DEFAULT_CSS = "View { layout: vertical; } View > Panel { height: 1; }"
    AUTO_FOCUS = ""
    ALLOW_SELECT = False

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.top, self.grid = Panel(id="top"), Grid(desk)
        self.pane, self.keys_shown = Panel(id="pane"), Panel(id="keys")
        self._divided = Size(0, 0)

    # ---- drawing

    def compose(self) -> ComposeResult:
        """The panels, sized for the screen there is."""
        self._divide()
        yield self.top
        yield self.grid
        yield self.pane
        yield self.keys_shown

    def on_mount(self) -> None:
        """Count and sort a large case once it is shown; draw everything again when the colours change."""
        if self.desk.waiting:
            self.call_after_refresh(self._settle)
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._repaint())

    def _settle(self) -> None:
        self.desk.settle()
        self.redraw()

    def _repaint(self) -> None:
        for widget in (self.top, self.grid, self.pane, self.keys_shown):
            widget.refresh()

    def _divide(self) -> None:
        self._divided = self.app.size
        self.shape = self.grid.shape = shape(self._divided.height)
        below = self.shape.detail + 1 if self.shape.detail else 0
        for panel, height in ((self.top, self.shape.top), (self.pane, below), (self.keys_shown, self.shape.keys)):
            panel.styles.height = height
            panel.display = height > 0
        self._panels()

    def on_resize(self) -> None:
        """Divide the screen anew."""
        if self._divided != self.app.size:
            self._divide()
            self.grid.divide()

    def _panels(self) -> None:
        """Draw what stands around the rows."""
        width = self.app.size.width
        self.top.show(banner.top(self.desk, width, self.shape.top))
        rule = [banner.rule(self.desk, width)] if self.shape.detail else []
        self.pane.show([*rule, *detail.pane(self.desk, width, self.shape.detail)])
        self.keys_shown.show([banner.key_line(self.desk, width)])

    def draw(self) -> None:
        """Draw what a change may have changed outside the rows."""
        self.desk.hurried = False
        self.grid.refresh_head()
        self._panels()

    def redraw(self) -> None:
        """Draw everything."""
        self.desk.hurried = False
        self._panels()
        self.grid.divide()

    def say(self, text: str, *, alarm: bool = False) -> None:
        """Tell the analyst something, until the next thing happens."""
        self.desk.said = Said(text, alarm)
        self._panels()

    def ask(self, chooser: Chooser, then: Callable[[object], None]) -> None:
        """Show a list, and go on with what is chosen; with nothing where it is left."""

        def chosen(value: object) -> None:
            if value is not None:
                then(value)

        self.app.push_screen(chooser, chosen)

    def _moved(self) -> None:
        """Draw what follows from a move of the cursor."""
        if not self.desk.said.alarm:
            self.desk.said = Said()
        self.grid.follow()
        self.grid.refresh_head()
        self._panels()

    # ---- moving

    def action_move(self, down: int, right: int) -> None:
        """Move by rows and columns."""
        self.desk.move(down, right)
        self._moved()

    def action_page(self, direction: int) -> None:
        """Move by a screenful of rows."""
        self.desk.move(direction * max(1, self.grid.rows_seen - 1), 0)
        self._moved()

    def action_edge(self, direction: int) -> None:
        """Move to the first or the last hypothesis."""
        self.desk.move(0, direction * len(self.desk.hypotheses))
        self._moved()

    def action_top(self) -> None:
        """Move to the first row."""
        self.desk.move(-len(self.desk.case.items), 0)
        self._moved()

    def action_bottom(self) -> None:
        """Move to the last row."""
        self.desk.move(len(self.desk.case.items), 0)
        self._moved()

    def action_open_cell(self, direction: int) -> None:
        """Move to the next or previous cell that waits to be rated."""
        found = self.desk.next_open(direction)
        self._moved()
        if not found:
            self.say("Every cell is rated, and no row is stale.")

    def on_grid_pressed(self, event: Grid.Pressed) -> None:
        """Move to what was clicked; a click on the current cell offers the ratings."""
        event.stop()
        here = event.address == self.desk.address and event.column in {None, self.desk.column}
        self.desk.go(event.address)
        self.desk.column = self.desk.column if event.column is None else event.column
        self._moved()
        if here and event.column is not None:
            self.offer()

    async def on_panel_pressed(self, event: Panel.Pressed) -> None:
        """Run the action that was clicked."""
        event.stop()
        await self.run_action(event.act)

    def offer(self) -> None:
        """Offer the ratings of the current cell."""
        raise NotImplementedError
