"""Rating mode on the screen: its keys, and how it follows the matrix that it works on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from workbench.tui import keys
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk, Said
from workbench.tui.lined import Covered
from workbench.tui.memory import Memory
from workbench.tui.modal import Modal
from workbench.tui.panel import Panel
from workbench.tui.rating import strip
from workbench.tui.rating.round import Round
from workbench.tui.rating.sheet import sheet


def bindings() -> list[BindingType]:
    """Their keys, which are put on other keys together with those of the matrix."""
    return [Binding(",".join(k.keys), k.action, k.label, show=False, tooltip=k.tip, id=k.id) for k in strip.commands()]


class Owner(Protocol):
    """What rating mode needs of the matrix that opened it."""

    desk: Desk
    memory: Memory

    def action_rate(self, value: str) -> None:
        """Rate the cell under the desk's cursor."""

    def action_undo(self) -> None:
        """Undo the last change."""

    def action_redo(self) -> None:
        """Redo what was undone."""

    async def run_action(self, action: str) -> None:
        """Run another of its actions."""


class RatingMode(Covered, Modal[int]):
    """Shows one row at a time. Every change is made by the matrix, so that saving, undo and questions are the same.

    It gives back the step to go to, 0 where it just ends.
    """

    DEFAULT_CSS = "RatingMode { background: $background; } RatingMode > Panel { height: 1fr; }"
    BINDINGS = bindings()
    AUTO_FOCUS = ""

    def __init__(self, owner: Owner) -> None:
        super().__init__()
        self._owner, self.desk = owner, owner.desk
        self.turn = Round(owner.desk)
        self._panel = Panel()
        self._page, self._beyond = 1, 0

    def compose(self) -> ComposeResult:
        """One panel with everything."""
        yield self._panel

    def on_mount(self) -> None:
        """Draw everything again when the colours change."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._panel.refresh())
        self.turn.point()

    def on_resize(self) -> None:
        """Draw for the size there is."""
        self.draw()

    def on_screen_resume(self) -> None:
        """Show what was changed by what stood over this screen."""
        self.renew()

    # ---- drawing

    def renew(self) -> None:
        """Follow the matrix: after a change made here, one from outside, and when it was saved."""
        if self.is_attached:
            self.turn.take()
            self.draw()

    def draw(self) -> None:
        """Draw the lines that say something else than before; without anything to rate, end."""
        if self.turn.over:
            self._leave()
            return
        made = sheet(self.turn, self.app.size.width, self.app.size.height)
        self._page, self._beyond = made.page, made.beyond
        self._panel.show(made.lines)

    def say(self, text: str) -> None:
        """Tell the analyst something, until the next thing happens."""
        if not self.desk.said.alarm:
            self.desk.said = Said(text)

    async def on_panel_pressed(self, event: Panel.Pressed) -> None:
        """Run the action that was clicked."""
        event.stop()
        await self.run_action(event.act)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll a text that is longer than its lines."""
        event.stop()
        self.action_page(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll it back."""
        event.stop()
        self.action_page(-1)

    # ---- moving

    def _move(self, move: Callable[[], object]) -> None:
        self.say("")
        move()
        self.turn.point()
        self.draw()

    def action_move(self, down: int, right: int) -> None:
        """Up and down among the hypotheses, left and right from row to row."""
        self._move(lambda: self.turn.along(down) if down else self.turn.go(right))

    def action_point(self, column: int) -> None:
        """Go to the hypothesis that was clicked."""
        self._move(lambda: self.turn.along(column - self.turn.column))

    def action_edge(self, direction: int) -> None:
        """To the first or the last hypothesis."""
        self._move(lambda: self.turn.along(direction * len(self.turn.order.hypotheses)))

    def action_top(self) -> None:
        """To the first row."""
        self._move(lambda: self.turn.go(-self.turn.rows))

    def action_bottom(self) -> None:
        """To the last row."""
        self._move(lambda: self.turn.go(self.turn.rows))

    def action_page(self, direction: int) -> None:
        """Scroll a text that is longer than its lines."""
        read = self.turn.read + direction * max(1, self._page - 1)
        self.turn.read = max(0, min(self._beyond, read))
        self.draw()

    def action_open_cell(self, direction: int) -> None:
        """To the next or previous cell that waits to be rated."""
        found = self.turn.next_open(direction)
        self._move(self.turn.point)
        if not found:
            self.say("Every cell is rated, and no row is stale.")
            self.draw()

    # ---- changing

    async def _do(self, action: str) -> None:
        """Have the matrix do something with the cell that is asked about."""
        self.say("")
        self.turn.point()
        await self._owner.run_action(action)
        self.renew()

    def action_rate(self, value: str) -> None:
        """Rate the cell, or clear it, and move on: to the next hypothesis, then to the next row."""
        self.turn.point()
        self._owner.action_rate(value)
        self.turn.take()
        if not self.turn.over and not self.turn.onward():
            left = self.turn.left
            self.say(f"That was the last row; tab goes on where it is open: {left} left." if left else DONE)
        self.turn.point()
        self.draw()

    async def action_reason(self) -> None:
        """Write why the cell is rated so."""
        await self._do("reason")

    async def action_enter(self) -> None:
        """Write why the cell is rated so."""
        await self._do("reason")

    async def action_relevance(self) -> None:
        """Raise the row's relevance by a step."""
        await self._do("relevance")

    async def action_park(self) -> None:
        """Park the row, with a reason."""
        await self._do("park")

    async def action_confirm(self) -> None:
        """Say that the row still holds."""
        await self._do("confirm")

    async def action_edit(self) -> None:
        """Open the item's file at its line."""
        await self._do("edit")

    async def action_shuffle(self) -> None:
        """Choose the order of rows and hypotheses."""
        await self._do("shuffle")

    def action_undo(self) -> None:
        """Undo the last change, and go where it was."""
        self._rewind(self._owner.action_undo)

    def action_redo(self) -> None:
        """Redo what was undone, and go where it was."""
        self._rewind(self._owner.action_redo)

    def _rewind(self, action: Callable[[], None]) -> None:
        self.turn.point()
        seed = self._owner.memory.case.matrix.seed
        action()
        self.turn.take()
        if self._owner.memory.case.matrix.seed == seed:
            self.turn.follow()
        self.draw()

    # ---- leaving

    async def action_help(self) -> None:
        """Explain keys, words and scoring."""
        await self._do("help")

    def action_commands(self) -> None:
        """Find a command by its name and run it; the moves, which are others here, need no name."""
        named = [k for k in strip.commands() if k.group != keys.MOVE and k.id not in {"commands", "enter", "quit"}]
        options = [Option(k.action, k.tip, keys.all_shown(k)) for k in named]

        def chosen(action: object) -> None:
            if action is not None:
                self.call_later(self.run_action, str(action))

        self.app.push_screen(Chooser("Commands", options, typed=True), chosen)

    def action_rating_mode(self) -> None:
        """End it."""
        self._leave()

    def action_leave(self) -> None:
        """End it."""
        self._leave()

    def action_quit(self) -> None:
        """End it: as on every page, leaving comes before quitting."""
        self._leave()

    def action_sensitivity(self) -> None:
        """Go to the sixth step."""
        self._leave(6)

    def action_step(self, number: int) -> None:
        """Go to one of the eight steps."""
        self._leave(number)

    def _leave(self, step: int = 0) -> None:
        if self.is_current:
            self.dismiss(step)


DONE = "Every row is rated; esc goes back to the matrix."
