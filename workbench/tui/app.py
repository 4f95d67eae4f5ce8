"""The app: it keeps the matrix in step with its file, and opens screens. It holds no rules."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Sequence

from textual.app import App, SuspendNotSupported
from textual.screen import Screen

from workbench import workspace
from workbench.model import Case, Finding, Matrix
from workbench.tui.bench import Bench
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk
from workbench.tui.screen import MatrixScreen

WATCHING = 2.0
"""Seconds between looks at whether files changed outside, and between tries to save what could not be."""


class Workbench(App[None]):
    """The terminal workbench on one workspace.

    Args:
        files: the workspace as read.
        question: the question to open; `None` asks where there are several.
        analyst: who is at the keyboard.
        narrow: leaves out what is not to be shown of a case; without it all is.
    """

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        files: workspace.Workspace,
        question: str | None,
        analyst: str,
        narrow: Callable[[Case], Case] | None = None,
    ) -> None:
        colourless = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if colourless else None)
        self.animation_level = "none"
        self.files, self.analyst, self._narrow = files, analyst, narrow
        self.asked = question or (next(iter(files.questions)) if len(files.questions) == 1 else None)
        self.keeper: workspace.Keeper | None = None
        self.matrix: MatrixScreen | None = None
        self._warned = False

    # ---- screens

    def get_default_screen(self) -> Screen[None]:
        """The matrix; an empty screen where the question is still to be chosen."""
        return self._opened(self.asked) if self.asked else Screen()

    def _opened(self, question: str, analyst: str = "") -> MatrixScreen:
        whose = analyst or self.files.choose(question, self.analyst)
        self.keeper = workspace.Keeper(self.files, question, whose, self._narrow)
        outside = self.keeper.open_outside
        desk = Desk(self.keeper.case, self.analyst, problems=len(self.files.findings), outside=outside)
        self.matrix = MatrixScreen(desk, self.keeper)
        return self.matrix

    def on_mount(self) -> None:
        """Begin to watch the files, and ask for the question where there are several."""
        self.set_interval(WATCHING, self._watch)
        if self.keeper is None:
            self._choose_question()
        else:
            self.call_after_refresh(self.keeper.prepare)

    def _choose_question(self) -> None:
        options = [Option(q.id, q.id, q.text) for q in self.files.questions.values()]

        def chosen(question: object) -> None:
            if question is not None:
                self._show(self._opened(str(question)))
            elif self.keeper is None:
                self.exit()

        self.push_screen(Chooser("Which question?", options, typed=len(options) > 9), chosen)

    def _show(self, screen: MatrixScreen) -> None:
        """Put a screen in place of what was there: the only one beneath every list and question."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        self.push_screen(screen)

    def on_matrix_screen_question_wanted(self) -> None:
        """Ask for another question, with everything of this one saved."""
        self._save()
        self._choose_question()

    def on_bench_own_wanted(self, event: Bench.OwnWanted) -> None:
        """Open an empty matrix of the analyst's own, and make the first edits in it."""
        if self.keeper is not None:
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
        match self.keeper.save():
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
        shown = [f"{c.address} {c.place}: mine {c.mine or 'empty'}, theirs {c.theirs or 'empty'}" for c in cells]
        options = [
            Option(True, "Mine", "write what stands on this screen", "m"),
            Option(False, "Theirs", "take what stands in the file", "t"),
        ]

        def chosen(mine: object) -> None:
            if self.keeper is not None and self.matrix is not None:
                if mine is None:
                    self.matrix.failed("Changed here and outside: not saved until you choose.")
                    return
                self.keeper.settle(mine=bool(mine))
                self._save()
                self.matrix.take(self.keeper.case, "Settled: " + ("mine stands." if mine else "theirs stands."))

        if not isinstance(self.screen, Chooser):
            self.push_screen(Chooser("Changed here and outside. Which shall stand?", options, intro=shown[:8]), chosen)

    def _watch(self) -> None:
        """Take in what changed outside; try again to save what could not be saved."""
        if self.keeper is None or self.matrix is None:
            return
        if changed := self.keeper.look_outside():
            self.files = self.keeper.workspace
            self._take_in(changed)
        if self.keeper.pending and not isinstance(self.screen, Chooser):
            self._save()

    def _take_in(self, changed: workspace.Changed) -> None:
        if self.keeper is None or self.matrix is None:
            return
        if changed.clash:
            self._settle(changed.clash.cells)
        elif changed.failed:
            self.matrix.failed(changed.failed.message)
        else:
            self.matrix.desk.problems = len(self.files.findings)
            self.matrix.desk.outside = self.keeper.open_outside
            self.matrix.take(self.keeper.case, f"Changed outside and taken in: {', '.join(changed.files[:3])}")

    # ---- files

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
        found = self._findings()
        options = [Option(f, f"{f.code} {f.message}", f"{f.path}:{f.line}") for f in found]
        said = self.matrix.desk.answer if self.matrix else None
        remarks = [said.headline, *said.remarks] if said else []
        title = f"{len(found)} to mend; enter opens the file" if found else "Nothing to mend."

        def chosen(finding: object) -> None:
            if isinstance(finding, Finding) and self.matrix is not None:
                self.matrix.post_message(MatrixScreen.EditWanted(finding.path, finding.keys, finding.line))

        self.push_screen(Chooser(title, options or [Option(None, "go back")], intro=remarks), chosen)

    def _findings(self) -> Sequence[Finding]:
        """What there is to mend; nothing that would tell of colleagues' ratings while rating is blind."""
        from workbench import checks  # noqa: PLC0415 - loads the schemas, off the way to the first paint

        found = checks.everything(self.files)
        hidden = [m.path for m in self._colleagues()] if self.matrix and self.matrix.desk.blind else []
        return [f for f in found if not f.note and f.path not in hidden]

    def _colleagues(self) -> Iterable[Matrix]:
        return self.keeper.case.colleagues.values() if self.keeper else ()

    # ---- leaving

    async def action_quit(self) -> None:
        """Quit; what is only tried is asked about before, and what cannot be saved is said."""
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
