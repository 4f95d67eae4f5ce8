"""One of the eight steps as a page: read it, work through it, and go from it to the matrix or another step."""

from __future__ import annotations

from typing import Protocol

from textual import events

from workbench.tui import words
from workbench.tui.desk import Said
from workbench.tui.leaf import Goal
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, spread
from workbench.tui.reader import Made, Page, Reader

NUMBERS = frozenset("12345678")
"""The keys of the steps."""

Hints = tuple[tuple[str, str, str], ...]
"""For the line of keys: a key, what it does, and the action of this screen that a click runs."""


class Owner(Protocol):
    """What a page needs of the screen that opened it."""

    def bar(self, number: int, width: int) -> Line:
        """The steps, with one of them marked."""

    def notice(self) -> Said:
        """What was just said."""

    def does(self, goal: Goal) -> bool:
        """Do what a goal asks for; whether there was anything to do but to go there."""

    def opens(self, goal: Goal) -> None:
        """Open the file a goal is written in."""

    def action_undo(self) -> None:
        """Undo the last change."""

    def action_redo(self) -> None:
        """Redo what was undone."""


class StepPage(Reader):
    """Shows one step. What it asks for is done by its owner, and the page stays; else it goes as a reader does.

    Args:
        number: which of the eight.
        title: what stands over it.
        made: makes the leaf for a width.
        closes: keys that close it, beside escape and q.
        hints: what else can be done here, for the line of keys.
        again: where one was when it was closed last.
    """

    def __init__(
        self,
        owner: Owner,
        number: int,
        title: str,
        made: Made,
        closes: tuple[str, ...],
        hints: Hints = (),
        again: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(title, made, closes)
        self._owner, self.number, self._hints = owner, number, hints
        self.page.leafing.again = again

    @property
    def place(self) -> tuple[int, int] | None:
        """The first line shown and the spot under the cursor; what was to be taken up where nothing was shown yet."""
        leafing = self.page.leafing
        return leafing.again or (leafing.top, leafing.at)

    def on_resize(self) -> None:
        """Make room for the steps, where there is some."""
        self.head.styles.height = 2 if self._tall else 1

    @property
    def _tall(self) -> bool:
        return self.app.size.height >= 9

    def frame(self) -> None:
        """Draw title and keys anew."""
        self.call_after_refresh(self._frame)

    def _frame(self) -> None:
        super()._frame()
        width = self.app.size.width
        if self._tall:
            self.head.show([*self.head.lines[:1], self._owner.bar(self.number, width)])
        if (said := self._owner.notice()).text:
            shown = (Piece(f" {words.plain(said.text)} ", Tone.ALARM if said.alarm else Tone.ACCENT),)
            self.foot.show([Line(fitted(spread(shown, self._others(), width), width), Ground.BAR)])

    def _keys(self) -> tuple[Piece, ...]:
        """Enter, what can be done here, back; then the rest."""
        shown: list[Piece] = []
        enter = (("enter", "goes there", "go"),) if self.page.leafing.leaf.spots and not self._says_enter else ()
        for key, does, act in (*enter, *self._hints, ("esc", "back", "leave"), ("1-8", "steps", "")):
            shown += [Piece(f" {key}", Tone.KEY, act), Piece(f" {does} ", Tone.MUTED, act)]
        return tuple(shown)

    @property
    def _says_enter(self) -> bool:
        return any(key == "enter" for key, _, _ in self._hints)

    def _others(self) -> tuple[Piece, ...]:
        return (Piece(" esc", Tone.KEY, "leave"), Piece(" back ", Tone.MUTED, "leave"))

    # ---- going and doing

    def action_go(self) -> None:
        """Do what is under the cursor, or go there."""
        spot = self.page.leafing.spot
        if spot is None or not self._owner.does(spot.goal):
            super().action_go()

    def action_open_file(self) -> None:
        """Open the file at the place under the cursor."""
        spots = self.page.leafing.leaf.spots
        spot = self.page.leafing.spot
        self._owner.opens(spot.goal if spot is not None else spots[0].goal if spots else Goal())

    def action_undo(self) -> None:
        """Undo the last change."""
        self._owner.action_undo()

    def action_step(self, number: int) -> None:
        """Go to another step."""
        self.dismiss(Goal(step=number) if number != self.number else None)

    def on_page_pressed(self, event: Page.Pressed) -> None:
        """Do what was clicked, or go there."""
        event.stop()
        event.prevent_default()
        if not self._owner.does(event.spot.goal):
            self.dismiss(event.spot.goal)

    def on_key(self, event: events.Key) -> None:
        """Undo, redo, open the file, go to another step; the rest is reading."""
        if event.key in NUMBERS:
            self.action_step(int(event.key))
        elif event.key == "e":
            self.action_open_file()
        elif event.key == "u":
            self._owner.action_undo()
        elif event.key in {"U", "ctrl+r"}:
            self._owner.action_redo()
        elif event.key == "w":
            self.action_weigh()
        else:
            return
        event.stop()
        event.prevent_default()

    def action_weigh(self) -> None:
        """Weigh the inconsistency under the cursor, where it is one."""
        spot = self.page.leafing.spot
        if spot is not None and spot.goal.act == "weigh":
            self._owner.does(spot.goal)
