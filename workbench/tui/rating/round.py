"""One round of rating: the order of rows and hypotheses, where one is in it, and what is left."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.heuer.rating import RatingOrder, rating_order
from workbench.model import Case, Hypothesis, Item, Rating
from workbench.tui.desk import Desk


class Round:
    """Where one is in rating mode. It follows a desk, and changes nothing on it but the place of its cursor.

    The rows are the unparked ones that are shown, in the order of the matrix's seed (`rating_order`). It begins at the
    first row with an open cell: one that is unrated, or of a stale row; where none is open, at the row of the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.order = RatingOrder((), ())
        self.row = 0
        self.column = 0
        self.read = 0
        """Lines of the item's text that were scrolled past."""
        self._case: Case | None = None
        self._number: dict[str, int] = {}
        self._open: set[str] = set()
        self._ids: frozenset[str] = frozenset()
        self.take()

    # ---- what is known

    @property
    def over(self) -> bool:
        """Whether there is nothing to rate."""
        return not (self.order.addresses and self.order.hypotheses)

    @property
    def address(self) -> str:
        """The row's address; empty where there is none."""
        return self.order.addresses[self.row] if not self.over else ""

    @property
    def item(self) -> Item:
        """The evidence to rate."""
        return self.desk.case.items[self.address]

    @property
    def hypotheses(self) -> Sequence[Hypothesis]:
        """The hypotheses, in the order in which they are rated."""
        known = self.desk.case.question.hypotheses
        return [known[h] for h in self.order.hypotheses]

    @property
    def hypothesis(self) -> Hypothesis:
        """The hypothesis that is asked about."""
        return self.desk.case.question.hypotheses[self.order.hypotheses[self.column]]

    @property
    def rating(self) -> Rating | None:
        """The rating of the cell that is asked about."""
        return self.desk.case.matrix.row(self.address).ratings.get(self.hypothesis.id)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.order.addresses)

    @property
    def left(self) -> int:
        """How many rows have an open cell."""
        return len(self._open)

    # ---- following the desk

    def take(self) -> None:
        """Follow the case; the place stays, or goes where it is nearest. Another seed begins a new round."""
        case, before = self.desk.case, self._case
        if case is before:
            return
        self._case = case
        if before is not None and _same_rows(before, case):
            self._recount(before, case)
        else:
            self._arrange(case)
        if before is None or before.matrix.seed != case.matrix.seed:
            self._begin()

    def _arrange(self, case: Case) -> None:
        address, hypothesis = self.address, "" if self.over else self.order.hypotheses[self.column]
        self.order = rating_order(case, case.matrix.seed)
        self._ids = frozenset(self.order.hypotheses)
        self._number = {a: n for n, a in enumerate(self.order.addresses)}
        self._open = {a for a in self.order.addresses if self._waits(a)}
        stays = address in self._number
        self.row = self._number.get(address, max(0, min(self.row, self.rows - 1)))
        self.read = self.read if stays else 0
        self._stand(self.address, hypothesis if stays else "")

    def _recount(self, before: Case, case: Case) -> None:
        """See which of the rows that changed are open: what keeps a rating quick in a large matrix."""
        was, now = before.matrix.rows, case.matrix.rows
        for address in self.order.addresses:
            if now.get(address) is not was.get(address):
                (self._open.add if self._waits(address) else self._open.discard)(address)

    def _waits(self, address: str) -> bool:
        return address in self.desk.stale or not self._ids <= self.desk.case.matrix.row(address).ratings.keys()

    def _begin(self) -> None:
        first = next((a for a in self.order.addresses if a in self._open), "")
        if first:
            self._stand(first, self._first_open(first))
        elif self.desk.hypothesis is not None:
            self._stand(self.desk.address, self.desk.hypothesis.id)

    def _first_open(self, address: str) -> str:
        return next((h for h in self.order.hypotheses if self.desk.is_open(address, h)), "")

    def _stand(self, address: str, hypothesis: str = "") -> None:
        """Stand on a cell; on the first of the row where no hypothesis is named."""
        row = self._number.get(address, self.row)
        if row != self.row:
            self.row, self.read = row, 0
        ids = self.order.hypotheses
        self.column = ids.index(hypothesis) if hypothesis in ids else 0

    # ---- moving

    def point(self) -> None:
        """Put the desk's cursor on the cell that is asked about."""
        if not self.over:
            self.desk.show(self.address, self.hypothesis.id)

    def follow(self) -> None:
        """Stand where the desk's cursor stands."""
        if self.desk.hypothesis is not None:
            self._stand(self.desk.address, self.desk.hypothesis.id)

    def onward(self) -> bool:
        """To the next hypothesis, then to the next row; whether there was any."""
        if self.column + 1 < len(self.order.hypotheses):
            self.column += 1
            return True
        return self.go(1)

    def go(self, rows: int) -> bool:
        """Go so many rows on or back, as far as there are rows; whether that is another one."""
        before = self.row
        row = max(0, min(self.rows - 1, self.row + rows))
        if row != before:
            self.row, self.column, self.read = row, 0, 0
        return row != before

    def along(self, hypotheses: int) -> None:
        """Go so many hypotheses on or back along the row."""
        self.column = max(0, min(len(self.order.hypotheses) - 1, self.column + hypotheses))

    def next_open(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) open cell, round the end; whether there is one."""
        if self.over or not self._open:
            return False
        ids = self.order.hypotheses
        rest = range(self.column + 1, len(ids)) if direction > 0 else range(self.column - 1, -1, -1)
        along = next((c for c in rest if self.desk.is_open(self.address, ids[c])), None)
        if along is not None:
            self.column = along
            return True
        steps = ((self.row + direction * step) % self.rows for step in range(1, self.rows + 1))
        row = next(r for r in steps if self.order.addresses[r] in self._open)
        address = self.order.addresses[row]
        cells = [h for h in ids if self.desk.is_open(address, h)]
        self._stand(address, cells[0 if direction > 0 else -1])
        return True


def _same_rows(before: Case, case: Case) -> bool:
    """Whether two cases put the same rows and hypotheses in the same order."""
    same = before.items is case.items and before.question is case.question and before.matrix.seed == case.matrix.seed
    return same and (before.matrix.notes is case.matrix.notes or _parked(before) == _parked(case))


def _parked(case: Case) -> set[str]:
    return {address for address, note in case.matrix.notes.items() if note.parked}
