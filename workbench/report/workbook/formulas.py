"""The live formulas of a printed matrix: each counts as `analysis.methods` does, from letters and weights beside it.

Points that tie exactly may differ in the last digits of a float, so ranks compare them rounded to nine places. A weight
is written as a power of two, `2^(k/2)`, and so is not rounded where it is a root.
"""

from __future__ import annotations

from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name

from workbench.analysis.weights import STEP, Weight
from workbench.model import BEARING, CONTRADICTING, Rating


class Cells(NamedTuple):
    """Where the rows of the matrix stand: rows from 1, columns from 0, on a sheet of this name."""

    sheet: str
    first: int
    last: int

    def of(self, column: int, *, near: bool) -> str:
        """The cells of a column; `near` on the same sheet."""
        name = f"${xl_col_to_name(column)}"
        return f"{'' if near else f'{self.sheet}!'}{name}${self.first}:{name}${self.last}"


def weight(found: Weight, relevance: str) -> str:
    """√2 to the power of credibility and relevance, which is read from its cell."""
    return f'=2^(({STEP[found.credibility]}+({relevance}="high")-({relevance}="low"))/2)'


def weighted(cells: Cells, column: int, weights: int) -> str:
    """Weighted inconsistency: I 1, II 2, times the weight of the row."""
    letters = cells.of(column, near=True)
    return f'=SUMPRODUCT({cells.of(weights, near=True)},({letters}="I")+2*({letters}="II"))'


def equal(cells: Cells, column: int) -> str:
    """Inconsistency count: I 1, II 2, each row alike."""
    letters = cells.of(column, near=True)
    return f'=SUMPRODUCT(({letters}="I")+2*({letters}="II"))'


def bears_on(cells: Cells, column: int, *, near: bool = False) -> str:
    """How many rows are rated CC, C, I or II."""
    return f"={_count(cells, column, BEARING, near=near)}"


def contradicts(cells: Cells, column: int) -> str:
    """How many rows are rated I or II."""
    return f"={_count(cells, column, CONTRADICTING)}"


def coverage(cells: Cells, bears: str, numbers: int) -> str:
    """The share of the rows that bear on a hypothesis; parked rows have no number."""
    rows = f"COUNT({cells.of(numbers, near=False)})"
    return f"=IF({rows}=0,0,{bears}/{rows})"


def rank(cells: Cells, points: str, all_points: str, column: int, bearing: str) -> str:
    """The rank among the tested: one more than how many have fewer points, `1=` where shared, `–` where not tested.

    Args:
        cells: the rows of the matrix.
        points: the cell of the hypothesis's points.
        all_points: the cells of everybody's.
        column: of the hypothesis.
        bearing: for everybody in the same order how many rows bear on them, as cells.
    """
    mine = f"ROUND({points},9)"
    fewer = f"SUMPRODUCT(({bearing}>0)*(ROUND({all_points},9)<{mine}))"
    alike = f"SUMPRODUCT(({bearing}>0)*(ROUND({all_points},9)={mine}))"
    tested = _count(cells, column, BEARING, near=True)
    return f'=IF({tested}=0,"–",(1+{fewer})&IF({alike}>1,"=",""))'


def _count(cells: Cells, column: int, ratings: frozenset[Rating], *, near: bool = False) -> str:
    letters = cells.of(column, near=near)
    every = "+".join(f'({letters}="{rating}")' for rating in Rating if rating in ratings)
    return f"SUMPRODUCT({every})"
