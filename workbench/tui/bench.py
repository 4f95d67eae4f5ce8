"""Changing the matrix on the screen, and having every change saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from textual.message import Message

from workbench.analysis.answer import Answer, answer
from workbench.analysis.older import OlderOnes
from workbench.analysis.standing import Standing
from workbench.model import Case, Edit, Look, Rate, Rating
from workbench.tui import rereading
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk, Said
from workbench.tui.memory import GATHERING, WRITING, Memory
from workbench.tui.view import View

WIDE = 100
"""From this width on the saved mark also counts the changes."""

RESTING = 0.3
"""Seconds without a change after which what was put off is found out."""


class Bench(View):
    """Changes a desk.

    A rating is drawn in two steps: first the letter and the cursor, which is one or two rows; then,
    when that is on the screen, `Changed` has the change saved, and the saved mark is drawn together
    with everything else that follows from it. The mark is the promise.
    """

    class Changed(Message):
        """Something waits to be saved."""

    class OwnWanted(Message):
        """The analyst wants a matrix of their own, beginning with these edits."""

        def __init__(self, edits: Sequence[Edit]) -> None:
            super().__init__()
            self.edits = edits

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__(desk)
        self.memory = memory
        self.changes = 0
        self.root = Path()
        """The folder of the workspace."""
        self._waits = False
        self._resting: asyncio.TimerHandle | None = None

    def on_mount(self) -> None:
        """Find out what may wait until the first picture is on the screen."""
        self._rest()

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
        self._allowed([edit], lambda: self._make(edit))

    def _allowed(self, edits: Sequence[Edit], make: Callable[[], None]) -> None:
        """Make edits where that needs no question, or when it is answered; nothing where it is left."""
        if self.desk.mine:
            make()
            return
        theirs = self.desk.case.matrix.analyst
        options = [
            Option("own", f"Start my own, as {self.desk.me}", "an empty matrix; nothing of theirs is changed"),
            Option("this", f"Edit the matrix of {theirs}", "this time; asked again when you come back"),
        ]

        def decided(choice: object) -> None:
            if choice == "own":
                self.post_message(self.OwnWanted(edits))
            else:
                self.desk.shared = True
                make()

        self.ask(Chooser(f"This is the matrix of {theirs}.", options), decided)

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
            self._note(edit)
            self.desk.hurried = True
            whole = not isinstance(edit, Rate) or marks != self.desk.marks(edit.address) or self.desk.trial is not None
            self._changed(redraw=self.desk.rows is not rows, whole=whole)

    def _note(self, edit: Edit) -> None:
        if not isinstance(edit, Look):  # a look cannot be taken back
            self.noted()

    def noted(self) -> None:
        """Take note that the matrix was changed."""

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
        self.changes += self.desk.trial is None
        self.desk.searching = False
        if not self.desk.said.alarm:
            self.desk.said = Said()
        if redraw:
            self.grid.redraw()
        else:
            self.grid.follow(whole=whole)
        if not self._waits:
            self._waits = True
            wait = GATHERING if self.memory.large else 0.0 if self.is_current else WRITING
            self.call_after_refresh(self._later, wait, self._tell)

    def _tell(self) -> None:
        """Have what is on the screen by now saved."""
        self._waits = False
        self.post_message(self.Changed())

    def take(self, case: Case, text: str) -> None:
        """Take in what changed outside, and say so."""
        self.desk.take(case)
        self.desk.said = Said(text)
        self.redraw()

    def begin(self, edits: Sequence[Edit]) -> None:
        """Make the first edits of a new matrix, with the cursor where the first of them is."""
        first = edits[0]
        self.desk.show(first.address, first.hypothesis if isinstance(first, Rate) else "")
        if len(edits) == 1:
            self._make(first)
        else:
            self._make_all(edits)

    def _make_all(self, edits: Sequence[Edit]) -> None:
        """Make edits one after another, each of which can be undone, and draw what comes of all of them."""
        for edit in edits:
            self.changes += 1
            before = self.memory.case
            if self.memory.apply(edit) is not before:
                self._note(edit)
        self.desk.take(self.memory.case)
        self.redraw()
        self.post_message(self.Changed())

    def saved(self, at: datetime, case: Case | None, merged: int) -> None:
        """Draw the mark: everything made so far is in the file. `case` is given where others' changes came in."""
        self.desk.hurried = False
        counted = f" · {self.changes} change{'s' if self.changes > 1 else ''}" if self.app.size.width >= WIDE else ""
        self.desk.saved, self.desk.unsaved = f"saved {at:%H:%M:%S}{counted}", False
        if self.desk.said.alarm:
            self.desk.said = Said()
        self._rest()
        if case is not None:
            self.take(case, f"{merged} changed outside and taken in.")
        else:
            self.draw()

    def _rest(self) -> None:
        """Find out what takes longer than a frame, when the analyst stops to think."""
        if self._resting is not None:
            self._resting.cancel()
        self._resting = self._later(RESTING, self._rested)

    def _rested(self) -> None:
        self._resting = None
        if self.is_attached:
            self.desk.check_order()
            self._panels()
            self._ask_what_it_rests_on()
            self._ask_what_it_read()

    def _ask_what_it_read(self) -> None:
        """Have looked up beside the keys what stale rows were rated against; each is asked about once."""
        desk = self.desk
        if not desk.waiting and (fresh := desk.reread.fresh(desk.case, desk.stale)):
            desk.reread = desk.reread.asking(desk.case, fresh)
            rereading.look_up(self.root, desk.case, fresh, self._tell_what_it_read)

    def _tell_what_it_read(self, older: OlderOnes) -> None:
        self.desk.reread = self.desk.reread.told(older)
        if self.is_attached:
            self._panels()
            self.renew()

    def renew(self) -> None:
        """Make an open page anew: something else than the case has changed."""

    def _ask_what_it_rests_on(self) -> None:
        """Have it found beside the keys, in a large case: it takes a tenth of a second at 2,000 rows by 20."""
        standing, said = self.desk.standing, self.desk.answer
        if standing is not None and said is not None and said.separation is None:
            working = asyncio.get_running_loop().run_in_executor(None, answer, standing)
            working.add_done_callback(lambda done: self._tell_answer(standing, done))

    def _tell_answer(self, standing: Standing, done: asyncio.Future[Answer]) -> None:
        self.desk.tell(standing, done.result())
        if self.is_attached:
            self._panels()

    def _later(self, seconds: float, call: Callable[[], None]) -> asyncio.TimerHandle:
        """Call after so many seconds: what Textual's timers take a task of their own for."""
        return asyncio.get_running_loop().call_later(seconds, call)

    def failed(self, message: str) -> None:
        """Say that nothing could be written, and keep saying so until it can."""
        self.desk.unsaved = True
        self.desk.said = Said(message, alarm=True)
        self.draw()
