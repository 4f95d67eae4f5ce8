"""The screen that goes through pairs of items which may say the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events

from workbench.analysis.heuer.settling import Means, Way, ways
from workbench.tui import words
from workbench.tui.desk import Said
from workbench.tui.hinted import hinted
from workbench.tui.leaf import Draft, Leaf
from workbench.tui.merging import is_open, pairs, set_apart, view
from workbench.tui.pieces import Ground, Line, Piece, Tone, spread
from workbench.tui.reader import Page, Reader

if TYPE_CHECKING:
    from workbench.analysis.heuer.duplicates import Duplicate
    from workbench.tui.steps import Steps
    from workbench.workspace.authoring import Author
    from workbench.workspace.authoring_outcomes import Done, Refused


class PairScreen(Reader):
    """Shows one pair after the other; a number or enter settles it.

    Args:
        steps: the screen under the page: it makes edits and writes files.
        address: an item whose pairs come first.
    """

    AUTO_FOCUS = ""

    def __init__(self, steps: Steps, address: str = "") -> None:
        super().__init__("Do these say the same?", self._leaf)
        self._steps, self._address = steps, address
        self._pairs = pairs(steps, address)
        self._at, self._wrong, self._busy = 0, "", False
        self._shared: tuple[str, ...] | None = None
        self._before = steps.notice()

    def on_mount(self) -> None:
        """Look who has rated both."""
        if self._pairs:
            self._look()

    @property
    def _pair(self) -> Duplicate:
        return self._pairs[self._at]

    @property
    def _ways(self) -> tuple[Way, ...]:
        return ways(self._steps.desk.case, self._pair) if self._pairs else ()

    def _sift(self) -> None:
        """Leave out pairs that are settled, by whomever."""
        case = self._steps.desk.case
        self._pairs = [pair for pair in self._pairs if is_open(self._steps, case, pair)]
        self._at = min(self._at, max(0, len(self._pairs) - 1))

    # ---- drawing

    def _leaf(self, width: int) -> Leaf:
        self._sift()
        if not self._pairs:
            draft = Draft(width)
            draft.prose("All pairs are settled.")
            return draft.leaf
        place = f"Pair {self._at + 1} of {len(self._pairs)}"
        case = self._steps.desk.case
        return view.leaf(case, self._pair, self._ways, self._shared or (), self._wrong, place, width)

    def _draw(self) -> None:
        self.show(self._leaf)

    def _frame(self) -> None:
        """Draw the title with what was last done, and the keys."""
        super()._frame()
        said, width = self._steps.notice(), self.app.size.width
        said = Said() if said == self._before else said
        told = Piece(f" {words.cut(said.text, max(0, width - 30))} ", Tone.ALARM if said.alarm else Tone.ACCENT)
        title = Piece(" Do these say the same?", Tone.HEADING)
        self.head.show([Line(spread((title,), (told,) if said.text else (), width), Ground.BAR)])

    def _keys(self) -> tuple[Piece, ...]:
        keys = (("enter", "does it", "go"), ("1-9", "at once", ""), ("n", "next pair", "move(1)"),
                ("p", "pair before", "move(-1)"), ("esc", "leaves", "leave"))  # fmt: skip
        return hinted(keys, self.app.size.width)

    def _look(self) -> None:
        """Find the matrices that speak of both, beside the keys."""
        pair, found = self._pair, list[tuple[str, ...]]()
        self._shared = None

        def work(author: Author) -> None:
            from workbench.workspace.authoring_merging import speaking_of_both  # noqa: PLC0415 - when it is needed

            found.append(speaking_of_both(author.workspace, pair.one, pair.other))

        def told(_: object) -> None:
            if self.is_attached and found and self._pairs[self._at : self._at + 1] == [pair]:
                self._shared = found[0]
                self._draw()

        if pair.one.partition("/")[0] == pair.other.partition("/")[0]:
            self._steps.post_message(self._steps.WriteWanted(work, told))
        self._draw()

    # ---- keys

    def on_key(self, event: events.Key) -> None:
        """Settle the pair, or go to another; the rest is reading."""
        if event.key in {"n", "p"}:
            self.action_move(1 if event.key == "n" else -1)
        elif event.key.isdecimal() and 0 < int(event.key) <= len(self._ways):
            self._settle(self._ways[int(event.key) - 1])
        else:
            super().on_key(event)
            return
        event.stop()
        event.prevent_default()

    def action_move(self, step: int) -> None:
        """Go to the next pair, or the one before."""
        if not self._busy and self._pairs:
            self._at, self._wrong = (self._at + step) % len(self._pairs), ""
            self._look()

    def action_go(self) -> None:
        """Settle the pair in the way under the cursor."""
        spot = self.page.leafing.spot
        if spot is not None and spot.goal.act == view.WAY and self._pairs:
            self._settle(self._ways[int(spot.goal.id)])

    def action_leave(self) -> None:
        """Close it."""
        if not self._busy:
            self.dismiss(None)

    def on_page_pressed(self, event: Page.Pressed) -> None:
        """Settle the pair in the way that was clicked."""
        event.stop()
        event.prevent_default()
        if self._pairs:
            self._settle(self._ways[int(event.spot.goal.id)])

    # ---- settling

    def _settle(self, way: Way) -> None:
        if self._busy:
            return
        if way.means is Means.APART:
            set_apart(self._steps, self._pair)
            self._go_on()
        elif way.edit is not None:
            self._steps.change(way.edit)
            self._go_on()
        elif way.change is not None and self._steps.writing:
            self._refused("Still writing what came before; try again.")
        elif way.change is not None:
            self._busy = True
            said = f"{way.label}: written."
            self._steps.write(way.change, said=said, refused=self._refused, done=partial(self._done, self._pair, way))

    def _refused(self, why: Refused | str) -> None:
        self._busy = False
        if self.is_attached:
            self._wrong = f"Not written: {why}"
            self._draw()

    def _done(self, pair: Duplicate, way: Way, _: Done) -> None:
        self._busy = False
        if way.means is Means.ORIGIN:
            set_apart(self._steps, pair)  # they still read alike, but that is asked no more
        if self.is_attached:
            self._go_on()

    def _go_on(self) -> None:
        """Show the next pair that is left, or close."""
        self._sift()
        self._wrong = ""
        if self._pairs:
            self._look()
        else:
            self._steps.say("All pairs are settled.")
            self.dismiss(None)
