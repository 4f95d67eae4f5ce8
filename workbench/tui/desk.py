"""What is on the desk: the case, where the cursor stands, which rows are shown and in what order.

One object holds the state of the matrix screen. It knows no terminal, no file and no colour: keys
come in as calls, views read it, and edits go out as values.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from workbench.analysis.answer import Answer, answer, plain
from workbench.analysis.standing import Standing, standing
from workbench.model import Case, Confirm, Edit, Hypothesis, Item, Level, Look, Park, Rate, Rating, Relevance
from workbench.tui import finding, rows
from workbench.tui.counted import Counted
from workbench.tui.finding import Filter
from workbench.tui.rereading import NOTHING_READ
from workbench.tui.rows import Rows
from workbench.tui.trial import Trial

if TYPE_CHECKING:
    from workbench.analysis.heuer import StepLeft

AT_ONCE = 20_000
"""Cells up to which a case is counted and sorted before it is first shown; that takes some 30 ms."""

RESTS_AT_ONCE = 1_000
"""Cells up to which what the answer rests on is found with every change; that takes some 2 ms."""

PROMPTLY = 300
"""Rows up to which it is found out after every change whether they are still in order."""


class Said(NamedTuple):
    """Something to tell the analyst, until the next thing happens."""

    text: str = ""
    alarm: bool = False


class Desk(Counted):
    """The state of the matrix screen.

    Args:
        case: the case to work on.
        me: the analyst at the keyboard, who may be looking at somebody else's matrix.
        problems: how many findings the files of the workspace have.
        outside: the rows of a narrowed case that are not shown and not fully rated: they keep it blind.
    """

    def __init__(self, case: Case, me: str, problems: int = 0, outside: Sequence[str] = ()) -> None:
        super().__init__(case)
        self.me = me
        self.problems = problems
        self.outside = outside
        self.shared = False
        """Whether the analyst chose to edit somebody else's matrix."""
        self.looking = False
        """Whether scores are shown though not everything is rated."""
        self.trial: Trial | None = None
        """What is tried in what-if; nothing where the matrix itself is edited."""
        self.sort = rows.DECIDES
        self.filter = Filter()
        self.sought = ""
        self.searching = False
        """Whether enter goes on to the next row found."""
        self.said = Said()
        self.saved = ""
        """What the mark says: empty as long as nothing was changed."""
        self.unsaved = False
        self.last: Rate | None = None
        self.column = 0
        self.moved = ""
        """Why the rows may no longer stand as sorting would put them."""
        self._standing: Standing | None = None
        self._answer: tuple[Standing, Answer] | None = None
        self._rerated: list[tuple[Case, str]] = []
        """What changed since the standing was known: it is brought up to date when it is asked for."""
        self.left: tuple[StepLeft, ...] = ()
        """What is left in each of the eight steps, as last counted when the analyst rested; empty until then."""
        self.reread = NOTHING_READ
        """What stale rows were rated against, as far as it was looked up."""
        self.left_of: tuple[Case, bool] | None = None
        """The case that was counted, and whether blind."""
        self.hurried = False
        """Whether a letter is to be on the screen before anything is counted: the standing then stays as last known."""
        self.waiting = self.cells > AT_ONCE
        """Whether a large case is still to be counted and sorted: it is shown first."""
        self._begin()

    def _begin(self) -> None:
        if not self.waiting:
            self.mark()
        self._arrange()
        self.at = self.rows.first

    def settle(self) -> None:
        """Count and sort a large case, once it has been shown."""
        self.waiting = False
        self._begin()

    # ---- what is known

    @property
    def blind(self) -> bool:
        """Whether scores, ranks, the answer and colleagues' ratings stay hidden."""
        return (self.unrated > 0 or bool(self.outside)) and not self.looking

    @property
    def standing(self) -> Standing | None:
        """The analysis of the case; nothing while rating is blind."""
        if self.blind or self.waiting or not self.hypotheses:
            return None
        if self._standing is None:
            self._standing = standing(self.case)
            self._rerated.clear()
        elif not self.hurried:
            for case, address in self._rerated:
                self._standing = self._standing.rerated(case, address)
            self._rerated.clear()
        return self._standing

    @property
    def answer(self) -> Answer | None:
        """What is said first; of a large case without what it rests on, until that was told."""
        standing = self.standing
        if standing is not None and (self._answer is None or self._answer[0] is not standing):
            self._answer = standing, answer(standing) if self.cells <= RESTS_AT_ONCE else plain(standing)
        return self._answer[1] if standing is not None and self._answer else None

    def tell(self, standing: Standing, found: Answer) -> None:
        """Take what the answer rests on, unless the case has changed meanwhile."""
        if standing is self._standing:
            self._answer = standing, found

    @property
    def address(self) -> str:
        """The address of the row under the cursor; empty where there is none."""
        return self.rows.entries[self.at].address if self.rows.addresses else ""

    @property
    def item(self) -> Item | None:
        """The evidence under the cursor."""
        return self.case.items.get(self.address)

    @property
    def hypothesis(self) -> Hypothesis | None:
        """The hypothesis under the cursor."""
        return self.hypotheses[self.column] if self.hypotheses else None

    @property
    def rating(self) -> Rating | None:
        """The rating under the cursor."""
        return self.case.matrix.row(self.address).ratings.get(self.hypothesis.id) if self.hypothesis else None

    @property
    def mine(self) -> bool:
        """Whether a change may be made without asking whose matrix this is."""
        return self.shared or self.case.matrix.analyst == self.me

    def is_open(self, address: str, hypothesis: str) -> bool:
        """Whether a cell waits for the analyst: it is unrated, or its row is stale."""
        unrated = hypothesis not in self.case.matrix.row(address).ratings
        return not self.case.parked(address) and (unrated or address in self.stale)

    # ---- moving

    def move(self, down: int, right: int) -> None:
        """Move the cursor by rows and columns, as far as there are any."""
        self.at = self.rows.step(self.at, down)
        self.column = max(0, min(len(self.hypotheses) - 1, self.column + right))

    def onward(self) -> None:
        """Where a rating leads: along the row, then to the beginning of the next."""
        if self.column + 1 < len(self.hypotheses):
            self.column += 1
        elif self.rows.step(self.at, 1) != self.at:
            self.at, self.column = self.rows.step(self.at, 1), 0

    def go(self, address: str, hypothesis: str = "") -> bool:
        """Put the cursor on a row, and on a column where one is named; whether the row is shown."""
        ids = [h.id for h in self.hypotheses]
        if hypothesis in ids:
            self.column = ids.index(hypothesis)
        found = self.rows.place(address)
        self.at = self.at if found is None else found
        return found is not None

    def show(self, address: str, hypothesis: str = "") -> None:
        """Put the cursor on a row; a filter that hides it is lifted."""
        if address in self.case.items and not self.go(address, hypothesis):
            self.filter = Filter()
            self.arrange()
            self.go(address, hypothesis)

    def next_open(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) cell that is unrated or stale; whether there is one."""
        addresses, ids = self.rows.addresses, [h.id for h in self.hypotheses]
        here = self.rows.number(self.at) * len(ids) + self.column
        for step in range(1, len(addresses) * len(ids) + 1):
            row, column = divmod((here + direction * step) % (len(addresses) * len(ids)), len(ids))
            if self.is_open(addresses[row], ids[column]):
                return self.go(addresses[row], ids[column])
        return False

    # ---- changing

    def rate(self, rating: Rating | None) -> Rate | None:
        """The edit that rates the current cell; nothing where there is none, or the row is parked."""
        if self.hypothesis is None or not self.address or self.case.parked(self.address):
            return None
        return Rate(self.address, self.hypothesis.id, rating)

    def relevance(self) -> Relevance:
        """The edit that raises the row's relevance by a step, from high back to low."""
        steps = tuple(Level)
        present = self.case.matrix.note(self.address).relevance
        return Relevance(self.address, steps[(steps.index(present) + 1) % len(steps)])

    def confirm(self) -> Confirm | None:
        """The edit that says a stale or unconfirmed row still holds; nothing where it is neither."""
        waits = self.address in self.stale or self.address in self.unconfirmed
        return Confirm(self.address) if waits else None

    def look(self) -> Look | None:
        """The edit that records an early look; nothing where all of it is on record already."""
        seen, ids = {*self.case.matrix.looked}, [h.id for h in self.hypotheses]
        shown = (i.address for i, row in self.case.rows if any(h not in row.ratings for h in ids))
        fresh = tuple(address for address in (*shown, *self.outside) if address not in seen)
        return Look(fresh) if fresh else None

    def show_early(self, show: bool) -> None:
        """Show scores before rating is done, or hide them again."""
        self.looking = show
        self.arrange()

    def take(self, case: Case, edit: Edit | None = None) -> None:
        """Take another state of the case; `edit` says what little changed, where that is known."""
        before, was_blind = self.case, self.blind
        self.case = case
        if isinstance(edit, Rate):
            self.count_cell(before, edit)
        else:
            self.count()
        if edit is None:
            self._standing = None
        else:
            self._rerated.append((case, edit.address))
        self.mark(edit)
        if was_blind != self.blind or not isinstance(edit, Rate):
            self._keep_or_arrange(was_blind, edit)

    def _keep_or_arrange(self, was_blind: bool, edit: Edit | None) -> None:
        """Rows keep their places while one works on them; they move only where they must."""
        if was_blind != self.blind or edit is None or isinstance(edit, Park):
            self.arrange()

    def arrange(self) -> None:
        """Sort the rows anew; the cursor stays on its row, or goes to the one that took its place."""
        address, number = self.address, self.rows.number(self.at)
        self.moved = ""
        self._arrange()
        if not self.go(address):
            self.at = self.rows.at_number(number)
        self.column = max(0, min(self.column, len(self.hypotheses) - 1))

    def _arrange(self) -> None:
        kept = finding.matching(self.case, self.filter, self.standing)
        self.rows: Rows = rows.arranged(self.case, self.standing, self.sort, kept)

    def check_order(self) -> None:
        """See whether the rows still stand as sorting would put them."""
        if len(self.rows.addresses) > PROMPTLY:
            self.moved = "sorted before your changes, s sorts again"
            return
        sorted_now = rows.arranged(self.case, self.standing, self.sort, set(self.rows.addresses))
        self.moved = "no longer in order, s sorts" if sorted_now.addresses != self.rows.addresses else ""

    # ---- searching

    def find(self, direction: int) -> int:
        """Go to the next (1) or previous (-1) row that has the sought words; how many rows have them."""
        hits = [i for i, a in enumerate(self.rows.addresses) if finding.has(self.case.items[a], self.sought)]
        if hits:
            here = self.rows.number(self.at)
            after = [i for i in hits if (i > here if direction > 0 else i < here)]
            chosen = (after or hits)[0 if direction > 0 else -1]
            self.go(self.rows.addresses[chosen])
        return len(hits)
