"""Team matrix: the median of what several analysts rated, as one matrix. Worked out, never stored: nobody rated it.

    cell       the median of the ratings of the item as it now reads (see `middle`); parked and stale rows say nothing
    relevance  the median of those who rated the row; between two levels medium
    grade      that of the file, unless more than half of the analysts give the same other one
    parked     where more than half of those who rated or parked the row parked it

Ours. It has everyone's reasons, and no judgement: likelihoods are pooled by themselves (see `pooling`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from workbench.analysis.agreement.cells import CellRatings
from workbench.analysis.agreement.members import Member
from workbench.analysis.agreement.middle import Middle, middle, midway
from workbench.model import Case, Level, Matrix, Note, OwnGrade, Row

_LEVELS = tuple(Level)
_MEDIUM = _LEVELS.index(Level.MEDIUM)

Medians = Mapping[tuple[str, str], Middle]
"""The median of each cell, by address and hypothesis."""


def medians(found: Iterable[CellRatings]) -> dict[tuple[str, str], Middle]:
    """The median of every cell that somebody rated."""
    each = ((cell, middle(cell.ratings.values())) for cell in found)
    return {(cell.address, cell.hypothesis): median for cell, median in each if median}


def called(analysts: Sequence[Member]) -> str:
    """What the team matrix is called where an analyst's id stands: it is nobody's."""
    return f"nobody: the median of {len(analysts)} analysts"


def team(case: Case, analysts: Sequence[Member], found: Sequence[CellRatings], median: Medians) -> Case:
    """The case with the team matrix.

    Args:
        case: the case of any of the analysts.
        analysts: those who take part.
        found: the cells they rated.
        median: the median of each.
    """
    rows: dict[str, dict[str, CellRatings]] = {}
    for cell in found:
        rows.setdefault(cell.address, {})[cell.hypothesis] = cell
    made: dict[str, Row] = {}
    notes: dict[str, Note] = {}
    for address in case.items:
        row = Row({h: median[address, h].rating for h in rows.get(address, ())})
        made[address] = Row(row.ratings, case.fingerprint(address, row)) if row.ratings else row
        notes[address] = _note(analysts, address, rows.get(address, {}))
    return case.with_matrix(
        Matrix(case.question.id, called(analysts), rows=made, notes=notes, grades=_grades(case, analysts))
    )


def otherwise(case: Case, median: Medians) -> Case:
    """The team's case with every median that falls between two steps taken as the other of them."""
    matrix = case.matrix
    rows = {a: Row({h: median[a, h].away for h in row.ratings}, row.wording) for a, row in matrix.rows.items()}
    return case.with_matrix(
        Matrix(matrix.question, matrix.analyst, rows=rows, notes=matrix.notes, grades=matrix.grades)
    )


def _note(analysts: Sequence[Member], address: str, found: Mapping[str, CellRatings]) -> Note:
    rating = [analyst for analyst in analysts if analyst.ratings(address)]
    parking = [analyst for analyst in analysts if analyst.case.parked(address)]
    giving = [analyst for analyst in rating if analyst.case.matrix.note(address).because]
    levels = [_LEVELS.index(analyst.case.matrix.note(address).relevance) for analyst in rating]
    parked = 2 * len(parking) > len(rating) + len(parking)
    return Note(
        relevance=_LEVELS[midway(levels, _MEDIUM)[0]] if levels else Level.MEDIUM,
        because={h: reason for h, cell in found.items() if (reason := _reasons(giving, cell))},
        parked="; ".join(f"{a.id}: {a.case.matrix.note(address).parked}" for a in parking) if parked else "",
    )


def _reasons(analysts: Sequence[Member], cell: CellRatings) -> str:
    given = ((a, a.reason(cell.address, cell.hypothesis)) for a in analysts if a.id in cell.ratings)
    return "; ".join(f"{a.id} {cell.ratings[a.id]}: {reason}" for a, reason in given if reason)


def _grades(case: Case, analysts: Sequence[Member]) -> dict[str, OwnGrade]:
    """What more than half of the analysts grade alike, and otherwise than the file does or not."""
    given: dict[str, Counter[str]] = {}
    for analyst in analysts:
        for address, own in analyst.case.matrix.grades.items():
            if address in case.items:
                given.setdefault(address, Counter())[own.credibility] += 1
    most = ((address, *counts.most_common(1)[0]) for address, counts in given.items())
    return {a: OwnGrade(grade, f"{n} of {len(analysts)} analysts") for a, grade, n in most if 2 * n > len(analysts)}
