"""Several analysts' matrices of one question compared: the value that screens and pages show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from workbench.analysis.agreement.alpha import Alpha, of_cells
from workbench.analysis.agreement.cells import CellRatings, cells
from workbench.analysis.agreement.grades import ContestedGrade, contested_grades, uneven
from workbench.analysis.agreement.members import Member, members
from workbench.analysis.agreement.orders import Orders, orders
from workbench.analysis.agreement.settling import Contested
from workbench.analysis.agreement.team import Medians, medians
from workbench.model import Case


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the analysts of a question agree. Nothing in it depends on whose matrix the case holds."""

    case: Case
    analysts: tuple[Member, ...]
    idle: tuple[str, ...]
    """Who has a matrix and has rated nothing in it."""
    rows: tuple[str, ...]
    """The items that are compared, in the order of the files."""
    cells: tuple[CellRatings, ...]
    """Every cell of these rows that somebody rated."""
    alpha: Alpha
    medians: Medians
    grades: tuple[ContestedGrade, ...]
    uneven: tuple[str, ...]
    """Rows whose relevance the analysts do not see alike."""
    orders: Orders | None
    """Nothing where not all is shown: it would give away what the rest of the rows say."""

    @property
    def contested(self) -> tuple[Contested, ...]:
        """The contested cells: those first that matter, where that may be known, else the widest spread first."""
        if self.orders:
            return self.orders.contested
        found = (Contested(cell) for cell in self.cells if cell.contested)
        return tuple(sorted(found, key=lambda one: -(one.cell.spread or 0)))

    @property
    def parked(self) -> dict[str, tuple[str, ...]]:
        """The rows that somebody parked, each with who did, in the order of the files."""
        by = {address: tuple(m.id for m in self.analysts if m.case.parked(address)) for address in self.rows}
        return {address: who for address, who in by.items() if who}

    @property
    def spreads(self) -> dict[int, int]:
        """How many cells there are of each spread, over those that two analysts rate on CC C N I II."""
        found = Counter(spread for cell in self.cells if (spread := cell.spread) is not None)
        return dict(sorted(found.items()))


def agreement(case: Case, rows: Collection[str] | None = None) -> Agreement:
    """Compare the analyst's matrix and the colleagues' of a case.

    Args:
        case: with the matrices of all analysts, whoever's it is.
        rows: the addresses that may be shown, as long as rating is blind; without them all, and who leads besides.
    """
    found, idle = members(case)
    shown = tuple(address for address in case.items if rows is None or address in rows)
    compared = tuple(cells(found, [h.id for h in case.hypotheses], shown))
    middles = medians(compared)
    return Agreement(
        case=case,
        analysts=found,
        idle=idle,
        rows=shown,
        cells=compared,
        alpha=of_cells(compared),
        medians=middles,
        grades=tuple(contested_grades(case, found, shown)),
        uneven=tuple(uneven(found, shown)),
        orders=orders(case, found, compared, middles) if rows is None and found else None,
    )
