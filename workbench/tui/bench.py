"""The matrix on the screen: its panels, how they are drawn again, moving about, and changing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from workbench.model import Case, Edit, Rate, Rating
from workbench.tui import banner, detail
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk, Said
from workbench.tui.grid import Grid
from workbench.tui.memory import GATHERING, WRITING, Memory
from workbench.tui.panel import Panel
from workbench.tui.shape import shape

WIDE = 100
"""From this width on the saved mark also counts the changes."""


class Bench(Screen[None]):
    """Shows a desk and changes it.

    A rating is drawn in two steps: first the letter and the cursor, which is one or two rows; then,
    when that is on the screen, `Changed` has the change saved, and the saved mark is drawn together
    with everything else that follows from it. The mark is the promise.
    """

    DEFAULT_CSS = "Bench { layout: vertical; } Bench > Panel { height: 1; }"
    AUTO_FOCUS = ""
    ALLOW_SELECT = False

    class Changed(Message):
        """Something waits to be saved."""

    class OwnWanted(Message):
        """The analyst wants a matrix of their own, beginning with this edit."""

        def __init__(self, edit: Edit) -> None:
            super().__init__()
            self.edit = edit

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__()
        self.desk, self.memory = desk, memory
        self.top, self.grid = Panel(id="top"), Grid(desk)
        self.pane, self.keys_shown = Panel(id="pane"), Panel(id="keys")
        self.changes = 0
        self._divided = Size(0, 0)
        self._waits = False

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

    # ---- changing

    def action_rate(self, value: str) -> None:
        """Rate the current cell, or clear it, and move on."""
        edit = self.desk.rate(Rating(value) if value else None)
        if edit is None:
            self.say("This row is parked; p takes it back in." if self.desk.address else "There is nothing to rate.")
        else:
            self.change(edit)

    def action_undo(self) -> None:
        """Undo the last change."""
        self._rewind(self.memory.undo, "undone", "There is nothing to undo.")

    def action_redo(self) -> None:
        """Redo what was undone."""
        self._rewind(self.memory.redo, "redone", "There is nothing to redo.")

    def change(self, edit: Edit) -> None:
        """Make a change; before the first one in somebody else's matrix, ask whose it shall be."""
        if self.desk.mine:
            self._make(edit)
            return
        theirs = self.desk.case.matrix.analyst
        options = [
            Option("own", f"Start my own, as {self.desk.me}", "an empty matrix; nothing of theirs is changed"),
            Option("this", f"Edit the matrix of {theirs}", "this time; asked again when you come back"),
        ]
        ask = Chooser(f"This is the matrix of {theirs}.", options)
        self.app.push_screen(ask, lambda choice: self._decided(choice, edit))

    def _decided(self, choice: object, edit: Edit) -> None:
        if choice == "own":
            self.post_message(self.OwnWanted(edit))
        elif choice == "this":
            self.desk.shared = True
            self._make(edit)

    def _make(self, edit: Edit) -> None:
        before, rows, marks = self.memory.case, self.desk.rows, self.desk.marks(edit.address)
        case = self.memory.apply(edit)
        if case is not before:
            self.desk.take(case, edit)
        if isinstance(edit, Rate):
            self.desk.last = edit
            self.desk.onward()
        if case is before:  # rated as it was: nothing to save, and the mark still holds
            self._moved()
        else:
            self.desk.hurried = True
            whole = not isinstance(edit, Rate) or marks != self.desk.marks(edit.address)
            self._changed(redraw=self.desk.rows is not rows, whole=whole)

    def _rewind(self, step: Callable[[], Edit | None], done: str, nothing: str) -> None:
        edit = step()
        if edit is None:
            self.say(nothing)
            return
        before = self.desk.rows
        self.desk.take(self.memory.case, edit)
        self.desk.show(edit.address, edit.hypothesis if isinstance(edit, Rate) else "")
        self.desk.last = None
        self._changed(redraw=self.desk.rows is not before, whole=True)
        self.desk.said = Said(f"{type(edit).__name__} {done}: {edit.address}".rstrip(": "))

    def _changed(self, *, redraw: bool, whole: bool) -> None:
        """Draw the least there is to draw, and have the change saved when it is on the screen."""
        self.changes += 1
        self.desk.searching = False
        if not self.desk.said.alarm:
            self.desk.said = Said()
        if redraw:
            self.grid.redraw()
        else:
            self.grid.follow(whole=whole)
        if not self._waits:
            self._waits = True
            self.call_after_refresh(self.set_timer, GATHERING if self.memory.large else WRITING, self._tell)

    def _tell(self) -> None:
        """Have what is on the screen by now saved."""
        self._waits = False
        self.post_message(self.Changed())

    def take(self, case: Case, text: str) -> None:
        """Take in what changed outside, and say so."""
        self.desk.take(case)
        self.desk.said = Said(text)
        self.redraw()

    def begin(self, edit: Edit) -> None:
        """Make the first edit of a new matrix, and put the cursor there."""
        self.desk.show(edit.address, edit.hypothesis if isinstance(edit, Rate) else "")
        self._make(edit)

    def saved(self, at: datetime, case: Case | None, merged: int) -> None:
        """Draw the mark: everything made so far is in the file. `case` is given where others' changes came in."""
        self.desk.hurried = False
        counted = f" · {self.changes} change{'s' if self.changes > 1 else ''}" if self.app.size.width >= WIDE else ""
        self.desk.saved, self.desk.unsaved = f"saved {at:%H:%M:%S}{counted}", False
        if self.desk.said.alarm:
            self.desk.said = Said()
        self.desk.check_order()
        if case is not None:
            self.take(case, f"{merged} changed outside and taken in.")
        else:
            self.draw()

    def failed(self, message: str) -> None:
        """Say that nothing could be written, and keep saying so until it can."""
        self.desk.unsaved = True
        self.desk.said = Said(message, alarm=True)
        self.draw()
