"""One of the eight steps as a page: read it, work through it, and go from it to the matrix or another step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual import events

from workbench.tui import keys, words
from workbench.tui.desk import Said
from workbench.tui.doing.deed import Deed, Doing, hints
from workbench.tui.leaf import Goal
from workbench.tui.leafing import Leafing
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, spread
from workbench.tui.reader import Made, Page, Reader
from workbench.tui.stepbar import MATRIX

if TYPE_CHECKING:
    from workbench.tui.part import Part

NUMBERS = frozenset("12345678")
"""The keys of the steps."""

ALWAYS = (
    Deed("e", "edits the file", "Open the file at its line in $VISUAL or $EDITOR", ""),
    Deed("u", "undo", "Undo the last change, of the matrix or of a file", "undo"),
    Deed("U", "redo", "Redo what was undone; ctrl+r too", "redo", brief=False),
    Deed("o", "problems", "What there is to mend in the files, and remarks on the answer", "problems", brief=False),
    Deed("question_mark", "help", "Keys, words, and how it is scored", "help", brief=False),
    Deed("colon", "all commands", "Find every command by its name", "commands", brief=False),
)
"""The keys that every page has; `does` is an action of the screen that opened it."""

_ALSO = {"ctrl+r": "U", "f1": "question_mark", "ctrl+p": "colon", "backspace": "delete"}


class Owner(Protocol):
    """What a page needs of the screen that opened it."""

    def bar(self, number: int, width: int) -> Line:
        """The steps, with one of them marked."""

    def notice(self) -> Said:
        """What was just said."""

    def action_step(self, number: int) -> None:
        """Go to one of the eight steps."""

    def heard(self) -> None:
        """What was said has been read; an alarm stays."""

    def opens(self, goal: Goal) -> None:
        """Open the file a goal is written in."""

    def asks(self, action: str) -> None:
        """Run an action of the screen."""


class StepPage(Reader):
    """Shows one step. What its keys ask for is done by its `Doing`, and the page stays; else it goes as a reader does.

    Args:
        owner: the screen that opened it.
        number: which of the eight.
        title: what stands over it.
        made: makes the leaf for a width.
        doing: what can be done here.
        again: where one was when it was closed last.
    """

    def __init__(
        self,
        owner: Owner,
        number: int,
        title: str,
        made: Made,
        doing: Doing,
        again: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(title, made)
        self._owner, self.number, self.doing = owner, number, doing
        self.over: Part | None = None
        """The part of it that is taken up by itself, if one is."""
        self.page.leafing.again = again
        self._coloured = ""

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles it was shown with last, as long as the colours are the same: it stays laid out."""
        event.refresh_styles = self._coloured != self.app.theme
        self._coloured = self.app.theme

    def take(self, number: int, title: str, made: Made, doing: Doing, again: tuple[int, int] | None) -> None:
        """Show another step in the place of this one."""
        self.workers.cancel_node(self)
        self.number, self._title, self.doing = number, title, doing
        self.page.leafing = Leafing()
        self.page.leafing.again = again
        self.show(made)

    @property
    def place(self) -> tuple[int, int] | None:
        """The first line shown and the spot under the cursor; what was to be taken up where nothing was shown yet."""
        leafing = self.page.leafing
        return leafing.again or (leafing.top, leafing.at)

    def divide(self) -> None:
        """Make room for the steps too, where there is some."""
        super().divide()
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
        goes = bool(self.page.leafing.leaf.spots) and not self.doing.ENTER
        enter = (("enter", "goes there", "go"),) if goes else ()
        always = ((d.key, d.label, f"deed('{d.key}')") for d in ALWAYS if d.brief)
        for key, does, act in (
            *enter, *hints(self.doing), ("esc", "back", "leave"), *always, ("1-8", "steps", ""),
            ("?", "help", "deed('question_mark')"), (":", "commands", "deed('colon')"),
        ):  # fmt: skip
            shown += [Piece(f" {keys.shown(key)}", Tone.KEY, act), Piece(f" {does} ", Tone.MUTED, act)]
        return tuple(shown)

    def _others(self) -> tuple[Piece, ...]:
        return (Piece(" esc", Tone.KEY, "leave"), Piece(" back ", Tone.MUTED, "leave"))

    # ---- going and doing

    @property
    def goal(self) -> Goal:
        """What is under the cursor; an empty goal where nothing is."""
        spot = self.page.leafing.spot
        return spot.goal if spot is not None else Goal()

    def action_go(self) -> None:
        """Do what is under the cursor, or go there."""
        if self.page.leafing.spot is None or not self._done(self.goal):
            super().action_go()

    def _done(self, goal: Goal) -> bool:
        """Do what enter asks for; whether there was anything to do but to go there."""
        if self.doing.enter(goal):
            return True
        if goal.act == "file":
            self._owner.opens(goal)
        return goal.act == "file"

    def action_deed(self, key: str) -> None:
        """Do what a key stands for."""
        if self.doing.do(key, self.goal):
            return
        if key == "e":
            self._open_file()
        for deed in ALWAYS:
            if deed.key == key and deed.does:
                self._owner.asks(deed.does)

    def _open_file(self) -> None:
        """Open the file at the place under the cursor."""
        spots = self.page.leafing.leaf.spots
        self._owner.opens(self.goal if self.goal != Goal() or not spots else spots[0].goal)

    def action_step(self, number: int) -> None:
        """Go to another step; to the matrix from the step one is in."""
        if number in {self.number, MATRIX}:
            self.dismiss(None)
        else:
            self._owner.action_step(number)

    def on_page_pressed(self, event: Page.Pressed) -> None:
        """Do what was clicked, or go there."""
        event.stop()
        event.prevent_default()
        if not self._done(event.spot.goal):
            self.dismiss(event.spot.goal)

    def on_key(self, event: events.Key) -> None:
        """Do what the key stands for here, or go to another step; the rest is reading."""
        key = _ALSO.get(event.key, event.key)
        if key in NUMBERS:
            self.action_step(int(key))
        elif any(deed.key == key for deed in (*self.doing.DEEDS, *ALWAYS)):
            self.action_deed(key)
        else:
            self._owner.heard()
            self.frame()
            return
        event.stop()
        event.prevent_default()
