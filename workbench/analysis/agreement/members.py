"""Members: the analysts whose matrices are compared, each with the case as that analyst sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.analysis.heuer.staleness import stale
from workbench.analysis.heuer.work import Work
from workbench.model import Case, Rating
from workbench.model.words import NOTHING


@dataclass(frozen=True, slots=True)
class Member:
    """One analyst who takes part: the id, the case with that matrix, and which of its unparked rows are stale."""

    id: str
    case: Case
    stale: frozenset[str]

    def ratings(self, address: str) -> Mapping[str, Rating]:
        """What this analyst says of an item as it now reads: nothing where the row is parked or stale."""
        if address in self.stale or self.case.parked(address):
            return NOTHING
        return self.case.matrix.row(address).ratings

    def reason(self, address: str, hypothesis: str) -> str:
        """Why this analyst rated a cell so; empty where no reason was given."""
        return self.case.matrix.note(address).because.get(hypothesis, "")


def members(case: Case) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """Those who rated an item of the question against an active hypothesis; and the ids of those who rated nothing yet.

    Both by id, whoever's matrix the case holds.
    """
    ids = {h.id for h in case.hypotheses}
    found: list[Member] = []
    idle: list[str] = []
    for analyst, matrix in sorted(({case.matrix.analyst: case.matrix} | dict(case.colleagues)).items()):
        if any(not ids.isdisjoint(row.ratings) for address, row in matrix.rows.items() if address in case.items):
            own = case.with_matrix(matrix)
            found.append(Member(analyst, own, frozenset(stale(Work(own, date.min)))))
        else:
            idle.append(analyst)
    return tuple(found), tuple(idle)
