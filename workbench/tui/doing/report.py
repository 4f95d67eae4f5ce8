"""Step 7 on the screen: printing the matrix, or what it rests on, into a file of any format there is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.deed import Deed, Doing
from workbench.tui.leaf import Goal

if TYPE_CHECKING:
    from workbench.analysis.standing import Standing
    from workbench.printing.printed import Printed, Setting

ERROR = 0.1
"""Assumed share of cells that are a step wrong, for what is printed of sensitivity."""

PARTS = (
    Option("report", "The report", "the whole product: judgement, matrix, what would change it, sources", "w"),
    Option("matrix", "The matrix", "with its rows, reasons, sources and parked rows", "m"),
    Option("score", "The scores", "points, ranks and coverage of every hypothesis", "s"),
    Option("sensitivity", "Sensitivity", "what the order rests on, and what would change it", "r"),
    Option("slices", "Slices", "every hypothesis within each tag, period, source, origin or kind", "d"),
    Option("timeline", "Timeline", "every hypothesis as evidence came in", "t"),
)
"""What can be printed."""

FORMS = {
    "text": ("Plain text", "80 cells wide; `lp` prints it on paper", "t"),
    "md": ("Markdown", "for a wiki or a pull request", "m"),
    "html": ("Web page", "one file, for any browser; nothing is fetched", "w"),
    "pdf": ("PDF", "for paper, A4, with the marking on every page", "p"),
    "svg": ("Picture", "SVG, for a report or slides", "v"),
    "csv": ("CSV", "for a spreadsheet; no cell runs as a formula", "c"),
    "xlsx": ("Workbook", "XLSX, for a spreadsheet, with live formulas", "x"),
    "json": ("JSON", "for programs; its schema is in schemas/output", "j"),
}
"""Each format with what it is for, and its key."""


class Does(Doing):
    """Asks what is to be printed, in which format and into which file."""

    DEEDS = (Deed("p", "prints", "Print the report, the matrix, the scores or what they rest on into a file", "print"),)

    def print(self, _: Goal) -> None:
        """Ask what, how and where; then print."""
        from workbench.tui.team import printing  # noqa: PLC0415 - off the way to the first paint

        several = printing.OPTIONS if self.case.colleagues else ()
        self.steps.ask(Chooser("Print what?", (*PARTS, *several)), self._part)

    def _part(self, part: object) -> None:
        from workbench.tui.team import printing  # noqa: PLC0415 - off the way to the first paint

        if part == "slices":
            self._by()
        elif part in {printing.COMPARED, printing.MATRIX}:
            if (made := printing.printed(self.steps.desk, part)) is None:
                self.say("Nobody has rated anything yet, so there is no median.")
            else:
                self._print(str(part), lambda _standing: made, whose="")
        elif part == "report":
            self._print("report", self._report)
        else:
            self._print(str(part), lambda standing: _made(str(part), standing, self.steps.root))

    def _report(self, standing: Standing) -> Printed:
        """The whole product, in the words of the yardstick that was chosen in step 5."""
        from datetime import date  # noqa: PLC0415 - off the way to the first paint

        from workbench.printing import parts  # noqa: PLC0415
        from workbench.printing.edition import edition  # noqa: PLC0415
        from workbench.revisions.judging import rated_since  # noqa: PLC0415
        from workbench.revisions.older import older  # noqa: PLC0415
        from workbench.tui.team import printing  # noqa: PLC0415

        told = edition(self.steps.root).date
        return parts.report(
            standing,
            compared=printing.compared(self.steps.desk) if self.case.colleagues else None,
            words=self.steps.yardstick,
            day=date.fromisoformat(told) if told else None,
            history=partial(older, self.steps.root),
            rated_since=rated_since(self.steps.root, standing.case),
        )

    def _by(self) -> None:
        from workbench.analysis.slices import known  # noqa: PLC0415 - off the way to the first paint
        from workbench.printing import parts  # noqa: PLC0415

        options = [Option(by, by) for by in known(self.case)]
        if not options:
            self.say("There is no row to slice.")
            return

        def chosen(by: object) -> None:
            self._print(f"slices-{by}", lambda standing: parts.slices(standing, str(by)))

        self.steps.ask(Chooser("Slices by what?", options), chosen)

    def _print(self, name: str, make: Callable[[Standing], Printed], whose: str | None = None) -> None:
        """Ask for the format and the file, and write it; its name says whose matrix it is of, where it is of one."""
        standing = self.steps.desk.standing
        if standing is None:
            return
        from workbench.printing import place  # noqa: PLC0415 - off the way to the first paint

        printed = make(standing)
        options = [Option(form, *FORMS[form]) for form in printed.forms]

        def chosen(form: object) -> None:
            ending = next(ending for ending, known in place.SHORT.items() if known == form)
            analyst = self.case.matrix.analyst if whose is None else whose
            proposed = "-".join(filter(None, (self.question.id, analyst, name))) + ending
            self._into(printed, str(form), proposed)

        self.steps.ask(Chooser("In which format?", options), chosen)

    def _into(self, printed: Printed, form: str, proposed: str) -> None:
        from workbench.tui.prompts import Ask  # noqa: PLC0415 - off the way to the first paint

        def given(name: str | None) -> None:
            if name:
                self._write(printed, form, name, force=False)

        hint = "enter prints  esc leaves"
        self.steps.app.push_screen(Ask(f"Into which file? It goes to {Path.cwd()}", proposed, hint), given)

    def _setting(self, heard: list[str]) -> Setting:
        from workbench.printing.edition import edition  # noqa: PLC0415 - off the way to the first paint
        from workbench.printing.printed import Setting  # noqa: PLC0415

        told = edition(self.steps.root)
        return Setting(revision=told.revision, date=told.date, told=heard.append)

    def _write(self, printed: Printed, form: str, name: str, *, force: bool) -> None:
        """Write the file; ask before something of somebody else's is overwritten."""
        from workbench.printing import place  # noqa: PLC0415 - off the way to the first paint

        heard: list[str] = []
        try:
            content = printed.file(form, self._setting(heard))
            place.write(str(Path(name).expanduser()), content, root=self.steps.root, force=force)
        except place.AlreadyThere as there:
            options = [Option(False, "Leave it", "as it is", "l"), Option(True, "Overwrite it", "it is lost then", "o")]

            def chosen(over: object) -> None:
                if over:
                    self._write(printed, form, name, force=True)

            self.steps.ask(Chooser("Overwrite it?", options, intro=[f"{there}."]), chosen)
        except (place.NotPrinted, OSError) as problem:
            self.say(f"Not printed: {getattr(problem, 'strerror', None) or problem}", alarm=True)
        else:
            self.say(". ".join([f"{name} is written", *heard]) + ".")


def _made(part: str, standing: Standing, root: Path) -> Printed:
    """A part that needs nothing more to be said, of the workspace in a folder."""
    from workbench.analysis.dating import CLOCKS  # noqa: PLC0415 - off the way to the first paint
    from workbench.analysis.methods import DEFAULT  # noqa: PLC0415
    from workbench.printing import parts  # noqa: PLC0415

    match part:
        case "score":
            return parts.score(standing)
        case "sensitivity":
            return parts.sensitivity(standing, DEFAULT, ERROR)
        case "timeline":
            return parts.timeline(standing, CLOCKS)
        case _:
            from workbench.revisions.older import older  # noqa: PLC0415

            return parts.matrix(standing, history=partial(older, root))
