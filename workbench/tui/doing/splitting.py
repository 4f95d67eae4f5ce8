"""Splitting a hypothesis: a form for each part, and then all of them in place of the old one, in one step."""

from __future__ import annotations

from functools import partial

from workbench.analysis.narrowing import counted
from workbench.model import Hypothesis
from workbench.model.authoring import SplitHypothesis
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing import hypothesisform as form
from workbench.tui.doing.deed import Doing
from workbench.tui.doing.filled import BUSY
from workbench.tui.forms.field import Values

FEWEST = 2
"""Parts that a hypothesis is split into at least."""


class Splitting:
    """Asks for the parts one after another; escape goes back to the part before."""

    def __init__(self, doing: Doing, hypothesis: Hypothesis) -> None:
        self._doing, self._whole = doing, hypothesis
        self._parts: list[Values] = []

    def ask(self, place: int = 0) -> None:
        """Ask for a part, as it was typed where it was asked for before."""
        from workbench.tui.forms.form import Form  # noqa: PLC0415 - off the way to the first paint

        others = form.taken(self._doing.question) | {h.id for n, h in enumerate(self._made()) if n != place}
        fields = (*form.wording(), form.id_field(others))
        if place < len(self._parts):
            fields = tuple(field._replace(value=self._parts[place][field.name]) for field in fields)
        title = f"Part {place + 1} of {self._name}"
        asked = Form(title, fields, intro=(*self._intro(), *self._so_far(place)))
        self._doing.steps.app.push_screen(asked, partial(self._filled, place))

    @property
    def _name(self) -> str:
        return form.name(self._whole)

    def _intro(self) -> tuple[str, ...]:
        rated = form.rated_in(self._doing.case, self._whole.id)
        kept = f", with its ratings of {counted(rated)}; its parts are unrated" if rated else ""
        return (f"{self._whole.statement} It is parked then{kept}.",)

    def _so_far(self, place: int) -> tuple[str, ...]:
        return tuple(f"Part {n + 1}: {h.short}" for n, h in enumerate(self._made()) if n != place)

    def _made(self) -> list[Hypothesis]:
        """The parts as hypotheses, each with an id that no other has."""
        used, made = form.taken(self._doing.question), []
        for values in self._parts:
            made.append(form.hypothesis_of(values, used))
            used.add(made[-1].id)
        return made

    def _filled(self, place: int, values: Values | None) -> None:
        if values is None:
            if place:
                self.ask(place - 1)
            return
        self._parts[place : place + 1] = [values]
        if len(self._parts) < FEWEST:
            self.ask(len(self._parts))
        else:
            self._settle()

    def _settle(self, refused: object = "") -> None:
        """Ask whether that is all; what was refused is said."""
        made = self._made()
        names = " and ".join(h.short for h in made)
        options = [
            Option("split", f"Split it into {names}", f"{self._name} is parked with that reason", "s"),
            Option("more", "One more part", "", "o"),
            *(Option(n, f"Look at {h.short} again", "", str(n + 1)) for n, h in enumerate(made[:9])),
            Option("leave", "Leave it whole", "what was typed is thrown away", "l"),
        ]
        intro = [f"Not written: {refused}"] if refused else []
        chooser = Chooser(f"Is that all of {self._name}?", options, intro=intro)
        self._doing.steps.app.push_screen(chooser, self._chosen)

    def _chosen(self, choice: object) -> None:
        match choice:
            case "split":
                self._split()
            case "more":
                self.ask(len(self._parts))
            case int(place):
                self.ask(place)
            case None:
                self.ask(len(self._parts) - 1)

    def _split(self) -> None:
        made = tuple(self._made())
        if self._doing.steps.writing:
            self._settle(BUSY)
            return
        self._doing.write(
            SplitHypothesis(self._doing.question.id, self._whole.id, made),
            said=f"{self._name} is split into {' and '.join(h.short for h in made)}.",
            refused=self._settle,
            done=lambda _: form.seek(self._doing, made[0].id),
        )
