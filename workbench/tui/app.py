"""The app: it keeps the matrix in step with its file, and opens screens. It holds no rules."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import App, SuspendNotSupported
from textual.screen import Screen

from workbench import workspace
from workbench.model import Case, Finding
from workbench.tui import clashing, starting, unread
from workbench.tui.bench import Bench
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk
from workbench.tui.framing import framing
from workbench.tui.screen import MatrixScreen
from workbench.tui.writing import Writing

if TYPE_CHECKING:
    from workbench.tui.writing import Outcome
    from workbench.workspace.authoring import Author

WATCHING = 2.0
"""Seconds between looks at whether files changed outside, and between tries to save what could not be."""

WRITING = 0.05
"""Seconds after which it is tried again to quit, where files are being written."""


class Workbench(App[None]):
    """The terminal workbench on one workspace.

    Args:
        files: the workspace as read.
        question: the question to open; `None` asks where there are several.
        analyst: who is at the keyboard.
        narrow: leaves out what is not to be shown of a case; without it all is.
        tour: whether to say at first what this is and how to begin.
        named: whether the analyst was named on purpose, and is shown nobody else's matrix, one's own not begun either.
    """

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        files: workspace.Workspace,
        question: str | None,
        analyst: str,
        narrow: Callable[[Case], Case] | None = None,
        *,
        tour: bool = False,
        named: bool = False,
    ) -> None:
        colourless = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if colourless else None)
        self.driver_class = framing(self.driver_class)
        self.animation_level = "none"
        self.files, self.analyst, self._narrow = files, analyst, narrow
        self.asked = question or (next(iter(files.questions)) if len(files.questions) == 1 else None)
        self.keeper: workspace.Keeper | None = None
        self.matrix: MatrixScreen | None = None
        self._warned = False
        self._tour, self._named = tour, named
        self._author: Author | None = None

    # ---- screens

    def get_default_screen(self) -> Screen[None]:
        """The matrix; an empty screen where the question is still to be chosen."""
        return self._opened(self.asked) if self.asked else Screen()

    def _opened(self, question: str, analyst: str = "") -> MatrixScreen:
        whose = analyst or (self.analyst if self._named else self.files.choose(question, self.analyst))
        self.keeper = workspace.Keeper(self.files, question, whose, self._narrow)
        desk = Desk(self.keeper.case, self.analyst, problems=len(self.files.findings), outside=self.keeper.open_outside)
        desk.said = unread.said(self.files, question, self.analyst)
        self.matrix = MatrixScreen(desk, self.keeper)
        self.matrix.root = self.files.root
        return self.matrix

    def on_mount(self) -> None:
        """Begin to watch the files, and ask for the question where there are several."""
        self.set_interval(WATCHING, self._watch)
        self.call_after_refresh(starting.over)
        if self.keeper is None and self.files.questions:
            self.choose_question()
        elif self.keeper is None:
            self.ask_anew()
        else:
            self.call_after_refresh(self.keeper.prepare)
            self._show_round()

    def choose_question(self) -> None:
        """Ask which question to open; leave where there is none open and none is chosen."""
        options = [Option(q.id, q.id, q.text) for q in self.files.questions.values()]
        options.append(Option("", "a new question"))

        def chosen(question: object) -> None:
            if question == "":
                self.ask_anew()
            elif question is not None:
                self.open(str(question))
            elif self.keeper is None:
                self.exit()

        self.push_screen(Chooser("Which question?", options, typed=len(options) > 9), chosen)

    def ask_anew(self) -> None:
        """Ask for a new question, write it, and open it at the first step."""
        from workbench.tui import questions  # noqa: PLC0415 - off the way to the first paint

        questions.ask(self)

    def open(self, question: str) -> MatrixScreen:
        """Open a question, with everything of the present one saved."""
        self._save()
        screen = self._opened(question)
        self._show(screen)
        return screen

    def _show(self, screen: MatrixScreen) -> None:
        """Put a screen in place of what was there: the only one beneath every list and question."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        self.push_screen(screen)
        self._show_round()

    def _show_round(self) -> None:
        """Say what this is and how to begin, the first time."""
        if self._tour and self.matrix is not None:
            self._tour = False
            self.matrix.call_after_refresh(self.matrix.action_tour)

    def on_matrix_screen_question_wanted(self, event: MatrixScreen.QuestionWanted) -> None:
        """Ask for another question, with everything of this one saved."""
        self._save()
        if event.new:
            self.ask_anew()
        else:
            self.choose_question()

    def on_bench_own_wanted(self, event: Bench.OwnWanted) -> None:
        """Open an empty matrix of the analyst's own, and make the first edits in it."""
        if self.keeper is not None and (why := self.files.unread(self.keeper.question, self.analyst)):
            self._say(f"Your own matrix is there and cannot be read; o lists why: {why.message}")
        elif self.keeper is not None:
            screen = self._opened(self.keeper.question, self.analyst)
            self._show(screen)
            screen.call_after_refresh(screen.begin, event.edits)

    # ---- saving

    def on_bench_changed(self) -> None:
        """Save a change that is on the screen."""
        self._save()

    def _save(self) -> None:
        """Write what is pending and tell what came of it."""
        if self.keeper is None or self.matrix is None or not self.keeper.pending:
            return
        match self.keeper.save(self.matrix.draw):
            case workspace.Saved(at, merged):
                self._warned = False
                self.matrix.desk.outside = self.keeper.open_outside
                self.matrix.saved(at, self.keeper.case if merged else None, len(merged))
            case workspace.Failed(message):
                self.matrix.failed(message)
            case workspace.Clash(cells):
                self._settle(cells)

    def _settle(self, cells: Sequence[workspace.Difference]) -> None:
        """Ask whose value shall stand where the same place was changed here and outside."""

        def chosen(mine: object) -> None:
            if self.keeper is not None and self.matrix is not None and mine is not None:
                self.keeper.settle(mine=bool(mine))
                self._save()
                self.matrix.take(self.keeper.case, "Settled: " + ("mine stands." if mine else "theirs stands."))

        if self.matrix is not None and not isinstance(self.screen, Chooser):
            self.matrix.failed("Changed here and outside: not saved until you choose.")
            self.push_screen(clashing.asked(cells), chosen)

    def _watch(self) -> None:
        """Take in what changed outside; try again to save what could not be saved."""
        if self.keeper is None or self.matrix is None:
            return
        if changed := self.keeper.look_outside():
            self.files = self.keeper.workspace
            self._take_in(changed)
        if self.keeper.pending and not isinstance(self.screen, Chooser):
            self._save()

    def _take_in(self, changed: workspace.Changed, said: str | None = None) -> None:
        """Show what changed, and say so; `said` instead where it is known why."""
        if self.keeper is None or self.matrix is None:
            return
        if changed.clash:
            self._settle(changed.clash.cells)
        elif changed.failed:
            self.matrix.failed(changed.failed.message)
        else:
            self.matrix.desk.problems = len(self.files.findings)
            self.matrix.desk.outside = self.keeper.open_outside
            self.matrix.take(self.keeper.case, unread.outside(self.files, changed.files) if said is None else said)

    # ---- files

    def on_writing_write_wanted(self, event: Writing.WriteWanted) -> None:
        """Write what a screen wants written."""
        self.write(event.how, event.told)

    def write(self, how: Callable[[Author], Outcome], told: Callable[[Outcome], None]) -> None:
        """Write beside the keys in the files of hypotheses and evidence, take it in, and tell what came of it."""
        self.run_worker(self._have_written(how, told))

    async def _have_written(self, how: Callable[[Author], Outcome], told: Callable[[Outcome], None]) -> None:
        self._save()
        outcome = await asyncio.get_running_loop().run_in_executor(None, self._written, how)
        if self._author is not None:
            self.files = self._author.workspace
        if self.keeper is not None and self._author is not None:
            changed = self.keeper.look_outside(self._author.workspace)
            self.files = self.keeper.workspace
            if changed:
                self._take_in(changed, "")
        told(outcome)

    def _written(self, how: Callable[[Author], Outcome]) -> Outcome:
        from workbench import checks  # noqa: PLC0415 - loads the schemas, off the way to the first paint
        from workbench.workspace.authoring import Author  # noqa: PLC0415 - off the way to the first paint

        if self._author is None:
            self._author = Author(self.files, checks.findings)
        return how(self._author)

    def on_matrix_screen_edit_wanted(self, event: MatrixScreen.EditWanted) -> None:
        """Open a file in the analyst's editor, at the line of a place in it."""
        from workbench.tui import editor  # noqa: PLC0415 - off the way to the first paint

        path = self.files.root / event.path
        try:
            command = editor.command(path, event.line or self.files.line(event.path, event.place), os.environ)
            with self.suspend():
                subprocess.run(command, check=False)
        except (editor.NoEditor, SuspendNotSupported, OSError) as problem:
            self._say(str(problem) or "The editor cannot be opened from this terminal.")
        self._watch()

    def _say(self, text: str) -> None:
        if self.matrix is not None:
            self.matrix.say(text, alarm=True)

    def on_matrix_screen_problems_wanted(self) -> None:
        """Show every finding of the files, and what is to be remarked on the answer."""
        if self.matrix is not None and self.keeper is not None:
            from workbench.tui import problems  # noqa: PLC0415 - loads the schemas, off the way to the first paint

            self.push_screen(problems.listed(self.files, self.keeper.case, self.matrix.desk), self._mend)

    def _mend(self, finding: object) -> None:
        """Open a file where there is something to mend."""
        if isinstance(finding, Finding) and self.matrix is not None:
            self.matrix.post_message(MatrixScreen.EditWanted(finding.path, finding.keys, finding.line))

    # ---- leaving

    async def action_quit(self) -> None:
        """Quit, once files are written; what is only tried is asked about before, what cannot be saved is said."""
        if self.matrix is not None and self.matrix.writing:
            self.set_timer(WRITING, self.action_quit)
            return
        if self._tried():
            return
        self._save()
        if self.keeper is None or not self.keeper.pending or self._warned:
            self.exit()
            return
        self._warned = True
        options = [
            Option(False, "Stay", "what you rated is kept here and tried again"),
            Option(True, "Quit all the same", "what is not saved is lost"),
        ]
        self.push_screen(Chooser("Not saved yet. Quit?", options), lambda leave: self.exit() if leave else None)

    def _tried(self) -> bool:
        """Ask what is to become of what is tried in what-if, and then quit; whether there was anything to ask."""
        matrix = self.matrix
        if matrix is None or matrix.desk.trial is None or self.screen is matrix.leaving:
            return False
        matrix.leave_trial(lambda: self.call_later(self.action_quit))
        return True
