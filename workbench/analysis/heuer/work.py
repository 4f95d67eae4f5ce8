"""Work: a case with what several steps ask of it, worked out once."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from workbench.analysis.standing import Standing, standing
from workbench.model import Case, Item, Row


class Work:
    """A case as the steps see it.

    Args:
        case: the case; what is parked in it is passed over everywhere.
        today: the day on which what is overdue is found.
        found: the standing of this very case, where it is known; that of any other is not used.
        looking: whether the analyst looks at the scores though not everything is rated.
    """

    def __init__(self, case: Case, today: date, found: Standing | None = None, *, looking: bool = False) -> None:
        self.case = case
        self.today = today
        self.looking = looking
        self._known = found if found is not None and found.case is case else None

    @cached_property
    def rows(self) -> tuple[tuple[Item, Row], ...]:
        """Every unparked item with its row, in the order of the files."""
        return tuple(self.case.rows)

    @cached_property
    def names(self) -> dict[str, str]:
        """The active hypotheses by id, in the order of the file, each with what it is called in a sentence."""
        return {hypothesis.id: hypothesis.short or hypothesis.id for hypothesis in self.case.hypotheses}

    @cached_property
    def unrated(self) -> dict[str, int]:
        """How many cells each row has that nobody has rated, without the rows that have none."""
        if self._known and self._known.complete:
            return {}
        ids = self.names.keys()
        missing = ((item.address, row) for item, row in self.rows if not row.ratings.keys() >= ids)
        return {address: len(ids - row.ratings.keys()) for address, row in missing}

    def whole(self, address: str, row: Row) -> bool:
        """Whether exactly the active hypotheses are rated in an unparked row."""
        return len(row.ratings) == len(self.names) and address not in self.unrated

    @cached_property
    def complete(self) -> bool:
        """Whether there is a matrix and every cell of it is rated, those that a narrowed case leaves out too."""
        return bool(self.rows and self.names) and not self.unrated and not self._open_outside

    @cached_property
    def standing(self) -> Standing | None:
        """Where the hypotheses stand; nothing while rating is blind, and nothing where there is no matrix."""
        if not (self.rows and self.names) or not (self.complete or self.looking):
            return None
        return self._known or standing(self.case)

    @property
    def _open_outside(self) -> bool:
        """Whether a row that a narrowed case leaves out is not fully rated."""
        outside = self.case.narrowed.outside if self.case.narrowed else ()
        ids, matrix = self.names.keys(), self.case.matrix
        return any(not matrix.row(a).ratings.keys() >= ids for a in outside if not self.case.parked(a))
