"""Step 7 on the screen: printing the matrix, or what it rests on, into a file of any format there is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.deed import Deed, Doing
from workbench.tui.leaf import Goal

if TYPE_CHECKING:
    from workbench.analysis.standing import Standing
    from workbench.printing.printed import Printed

ERROR = 0.1
"""Assumed share of cells that are a step wrong, for what is printed of sensitivity."""

PARTS = (
    Option("matrix", "The matrix", "with its rows, reasons, sources and parked rows", "m"),
    Option("score", "The scores", "points, ranks and coverage of every hypothesis", "s"),
    Option("sensitivity", "Sensitivity", "what the order rests on, and what would change it", "r"),
    Option("slices", "Slices", "every hypothesis within each tag, period, source, origin or kind", "d"),
    Option("timeline", "Timeline", "every hypothesis as evidence came in", "t"),
)
"""What can be printed."""

ENDINGS = {"text": ".txt", "md": ".md", "csv": ".csv", "json": ".json"}

FORMS = {
    "text": ("Plain text", "80 cells wide; `lp` prints it on paper", "t"),
    "md": ("Markdown", "for a wiki or a pull request", "m"),
    "csv": ("CSV", "for a spreadsheet; no cell runs as a formula", "c"),
    "json": ("JSON", "for programs; its schema is in schemas/output", "j"),
}
"""Each format with what it is for, and its key."""


class Does(Doing):
    """Asks what is to be printed, in which format and into which file."""

    DEEDS = (Deed("p", "prints", "Print the matrix, the scores or what they rest on into a file", "print"),)

    def print(self, _: Goal) -> None:
        """Ask what, how and where; then print."""
        self.steps.ask(Chooser("Print what?", PARTS), self._part)

    def _part(self, part: object) -> None:
        if part == "slices":
            self._by()
        else:
            self._print(str(part), lambda standing: _made(str(part), standing))

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

    def _print(self, name: str, make: Callable[[Standing], Printed]) -> None:
        """Ask for the format and the file, and write it."""
        standing = self.steps.desk.standing
        if standing is None:
            return
        printed = make(standing)
        options = [Option(form, *FORMS[form]) for form in printed.forms]

        def chosen(form: object) -> None:
            proposed = f"{self.question.id}-{self.case.matrix.analyst}-{name}{ENDINGS[str(form)]}"
            self._into(printed, str(form), proposed)

        self.steps.ask(Chooser("In which format?", options), chosen)

    def _into(self, printed: Printed, form: str, proposed: str) -> None:
        from workbench.tui.prompts import Ask  # noqa: PLC0415 - off the way to the first paint

        def given(name: str | None) -> None:
            if name:
                self._write(printed, form, name, force=False)

        hint = "enter prints  esc leaves"
        self.steps.app.push_screen(Ask(f"Into which file? It goes to {Path.cwd()}", proposed, hint), given)

    def _write(self, printed: Printed, form: str, name: str, *, force: bool) -> None:
        """Write the file; ask before something of somebody else's is overwritten."""
        from workbench.printing import place  # noqa: PLC0415 - off the way to the first paint

        try:
            place.write(str(Path(name).expanduser()), printed.rendered(form), root=self.steps.root, force=force)
        except place.AlreadyThere as there:
            options = [Option(False, "Leave it", "as it is", "l"), Option(True, "Overwrite it", "it is lost then", "o")]

            def chosen(over: object) -> None:
                if over:
                    self._write(printed, form, name, force=True)

            self.steps.ask(Chooser("Overwrite it?", options, intro=[f"{there}."]), chosen)
        except (place.NotPrinted, OSError) as problem:
            self.say(f"Not printed: {getattr(problem, 'strerror', None) or problem}", alarm=True)
        else:
            self.say(f"{name} is written.")


def _made(part: str, standing: Standing) -> Printed:
    """A part that needs nothing more to be said."""
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
            return parts.matrix(standing)
