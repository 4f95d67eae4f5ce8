"""A case with what is rated, parked, stale and unconfirmed in it counted, and kept up edit by edit."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from workbench.model import Case, Edit, Hypothesis, Rate


class Counted:
    """A case and its counts. `cells` are those of the unparked rows; `rated_cells` the rated ones by hypothesis id."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.stale: set[str] = set()
        self.unconfirmed: set[str] = set()
        self.count()

    @property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """The columns."""
        return self._hypotheses

    def count(self) -> None:
        """Count the whole case."""
        self._hypotheses = self.case.hypotheses
        matrix = self.case.matrix
        self.parked = {a for a, note in matrix.notes.items() if note.parked and a in self.case.items}
        self.cells = len(self.hypotheses) * (len(self.case.items) - len(self.parked))
        rows = (matrix.row(a).ratings for a in self.case.items if a not in self.parked)
        rated = Counter(chain.from_iterable(rows))
        self.rated_cells = {h.id: rated[h.id] for h in self.hypotheses}
        self.unrated = self.cells - sum(self.rated_cells.values())

    def count_cell(self, before: Case, edit: Rate) -> None:
        """Count one cell instead of all: what keeps a rating quick in a large matrix."""
        if edit.address in self.case.items and not before.parked(edit.address):
            had = edit.hypothesis in before.matrix.row(edit.address).ratings
            has = edit.hypothesis in self.case.matrix.row(edit.address).ratings
            self.unrated += had - has
            self.rated_cells[edit.hypothesis] += has - had

    def mark(self, edit: Edit | None = None) -> None:
        """Note which rows are stale or unconfirmed: all of them, or the one that was edited."""
        if edit is None:
            self.stale = {a for a in self.case.items if self.case.stale(a)}
            self.unconfirmed = {a for a in self.case.items if self.case.unconfirmed(a)}
        elif edit.address in self.case.items:
            for marked, applies in ((self.stale, self.case.stale), (self.unconfirmed, self.case.unconfirmed)):
                (marked.add if applies(edit.address) else marked.discard)(edit.address)

    def marks(self, address: str) -> tuple[bool, bool]:
        """Whether a row is stale, and whether it is unconfirmed."""
        return address in self.stale, address in self.unconfirmed
