"""Other ways to see the matrix: one row at a time, transposed, and two rows or hypotheses side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from workbench.model import Edit, Shuffle
from workbench.tui import keys, stepbar
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk
from workbench.tui.memory import Memory
from workbench.tui.team.opening import Teams

if TYPE_CHECKING:
    from workbench.tui.grid import Grid
    from workbench.tui.rating.mode import RatingMode

SEEDS = 10**6
"""How many seeds there are to draw from: short enough to be told to somebody."""

_WHY = (
    "What comes first colours what comes after. Rows and hypotheses in an order of your own spread that evenly; "
    "the seed is kept in the matrix, and gives the same order again."
)


def new_seed() -> str:
    """A seed that nobody chose."""
    from secrets import randbelow  # noqa: PLC0415 - off the way to the first paint

    return str(randbelow(SEEDS - 1) + 1)


class Ways(Teams):
    """Opens rating mode and pages side by side, and exchanges the grid for the transposed one."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__(desk, memory)
        self._mode: RatingMode | None = None
        self._other: Grid | None = None
        self.transposed = False
        """Whether hypotheses stand down the side, and evidence across."""

    # ---- rating mode

    def action_rating_mode(self) -> None:
        """Rate one row at a time; in somebody else's matrix it is asked first whose it shall be."""
        if self.desk.waiting or not self.desk.cells:
            self.say("Still counting and sorting." if self.desk.waiting else "There is nothing to rate.")
        elif self.desk.trial is not None:
            self._rate_rows()
        else:
            self._allowed((), self._rate_rows)

    def _rate_rows(self) -> None:
        from workbench.tui.rating.mode import RatingMode  # noqa: PLC0415 - off the way to the first paint

        if not self.desk.said.alarm:
            self.desk.said = self.desk.said._replace(text="")
        self._mode = RatingMode(self)
        self.app.push_screen(self._mode, self._rated_rows)

    def _rated_rows(self, step: int | None) -> None:
        """Back on the matrix, with the cursor where it was in rating mode; or on to another step."""
        self._mode = None
        self.redraw()
        if step and step != stepbar.MATRIX:
            self.action_step(step)

    def begin(self, edits: Sequence[Edit]) -> None:
        """Make the first edits of a new matrix; without any it was begun for rating mode."""
        if edits:
            super().begin(edits)
        else:
            self.action_rating_mode()

    def action_shuffle(self) -> None:
        """Ask in which order rating mode shows rows and hypotheses."""
        seed = self.desk.case.matrix.seed
        options = [
            Option(True, "Shuffle anew" if seed else "Shuffle", "a new seed is kept in the matrix", "s"),
            Option(False, "The order of the files", "takes the seed away" if seed else "as it is now", "f"),
        ]

        def chosen(shuffled: object) -> None:
            wanted = new_seed() if shuffled else ""
            if wanted != seed:
                self.change(Shuffle(wanted))
            if self.desk.case.matrix.seed == wanted:  # otherwise it is being asked whose matrix it shall be
                told = f"Shuffled, seed {wanted}: R rates in that order."
                self.say(told if wanted else "R rates in the order of the files.")

        now = f"Now: seed {seed}." if seed else ""
        self.ask(Chooser("In which order to rate?", options, intro=[_WHY, *filter(None, (now,))]), chosen)

    def _panels(self) -> None:
        super()._panels()
        if self._mode is not None:
            self._mode.renew()

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Call once the letter is on the screen: that of rating mode, where it stands over this one."""
        if self._mode is not None and self._mode.is_attached:
            return self._mode.call_after_refresh(callback, *args, **kwargs)
        return super().call_after_refresh(callback, *args, **kwargs)

    # ---- transposed

    def action_transpose(self) -> None:
        """Transpose the matrix, or go back; the cursor stays on its cell."""
        from workbench.tui.transposed.grid import Transposed  # noqa: PLC0415 - off the way to the first paint

        if self._other is None:
            self._other = Transposed(self.desk)
            self.mount(self._other, after=self.grid)
        self.grid, self._other = self._other, self.grid
        self.transposed = not self.transposed
        self.grid.shape, self.grid.display, self._other.display = self.shape, True, False
        self.redraw()
        self.say("Transposed: evidence across, hypotheses down. t or esc goes back." if self.transposed else "")

    def action_move(self, down: int, right: int) -> None:
        """Move on the screen: in the transposed matrix items lie across."""
        super().action_move(*((right, down) if self.transposed else (down, right)))

    def action_edge(self, direction: int) -> None:
        """To the beginning or the end of what lies across."""
        if self.transposed:
            super().action_move(direction * len(self.desk.case.items), 0)
        else:
            super().action_edge(direction)

    def action_top(self) -> None:
        """To the first of what stands down the side."""
        if self.transposed:
            super().action_edge(-1)
        else:
            super().action_top()

    def action_bottom(self) -> None:
        """To the last of what stands down the side."""
        if self.transposed:
            super().action_edge(1)
        else:
            super().action_bottom()

    def transpose_back(self) -> bool:
        """Transpose the matrix back where it is transposed and nothing else is to be left first; whether it was."""
        desk = self.desk
        back = self.transposed and not (desk.sought or desk.filter.by or desk.trial)
        if back:
            self.action_transpose()
        return back

    # ---- side by side

    def action_beside(self) -> None:
        """Ask what to lay beside the row or the hypothesis under the cursor."""
        desk = self.desk
        if desk.item is None or desk.hypothesis is None:
            self.say("There is nothing to compare.")
            return
        options = [
            Option("row", "Two rows", desk.item.text, "r"),
            Option("hypothesis", "Two hypotheses", desk.hypothesis.short or desk.hypothesis.id, "h"),
        ]
        self.ask(Chooser("What to see side by side?", options), lambda what: self._beside(str(what)))

    def _beside(self, what: str) -> None:
        desk = self.desk
        if what == "row":
            shown = dict.fromkeys((*desk.rows.addresses, *desk.case.items))
            options = [Option(a, desk.case.items[a].text, a) for a in shown if a != desk.address]
        else:
            here = desk.hypothesis
            options = [Option(h.id, h.short or h.id, h.statement) for h in desk.hypotheses if h is not here]
        if options:
            title = f"Beside which other {what}?"
            self.ask(Chooser(title, options, typed=True), lambda other: self._show_beside(what, str(other)))
        else:
            self.say(f"There is no other {what}.")

    def _show_beside(self, what: str, other: str) -> None:
        from workbench.analysis.apart import apart  # noqa: PLC0415 - off the way to the first paint
        from workbench.tui.beside import hypotheses, rows  # noqa: PLC0415
        from workbench.tui.reader import Reader  # noqa: PLC0415

        desk = self.desk
        desk.hurried = False
        if desk.item is None or desk.hypothesis is None:
            return
        if what == "row":
            title, made = "Two rows side by side", partial(rows.leaf, desk.case, (desk.address, other))
        else:
            title = "Two hypotheses side by side"
            found = apart(desk.case, (desk.hypothesis.id, other), desk.standing)
            made = partial(hypotheses.leaf, desk.case, found)
        titled = (title, desk.case.matrix.analyst, "what-if" if desk.trial else "")
        self.app.push_screen(Reader(" · ".join(filter(None, titled)), made, keys.of("beside")), self._gone)
