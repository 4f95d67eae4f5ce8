"""Variations of small cases by brute force: counted from the rows, or from an edited case, and compared as `Points`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from tests.matrices import with_note
from workbench.analysis import standing
from workbench.analysis.methods import scale
from workbench.analysis.points import ZERO, Points
from workbench.analysis.scoring import scored
from workbench.analysis.weights import Weight, weight
from workbench.model import Case, Rating, Row

SCALE = [Rating.CC, Rating.C, Rating.N, Rating.I, Rating.II]
Leaders = tuple[str, ...]
Cell = tuple[str, str]


@dataclass(frozen=True)
class Grid:
    """Ratings and weights of the unparked rows, and which hypotheses are tested; that stays as it was."""

    method: str
    ratings: Mapping[str, Mapping[str, Rating]]
    weights: Mapping[str, Weight]
    tested: Leaders

    def leading(self) -> Leaders:
        sums = {h: self.total(h) for h in self.tested}
        return tuple(h for h in sums if sums[h] == min(sums.values()))

    def total(self, hypothesis: str) -> Points:
        cells = ((row[hypothesis], self.weights[a]) for a, row in self.ratings.items() if hypothesis in row)
        return sum((scale(self.method, own)[rating] for rating, own in cells), ZERO)

    def without(self, addresses: Iterable[str]) -> "Grid":
        lost = set(addresses)
        return replace(self, ratings={a: row for a, row in self.ratings.items() if a not in lost})

    def rated(self, changes: Mapping[Cell, Rating]) -> "Grid":
        rows = {a: dict(row) for a, row in self.ratings.items()}
        for (address, hypothesis), rating in changes.items():
            rows[address][hypothesis] = rating
        return replace(self, ratings=rows)

    def weighing(self, weights: Mapping[str, Weight]) -> "Grid":
        return replace(self, weights={**self.weights, **weights})


def grid(case: Case, method: str) -> Grid:
    rows = {item.address: row.ratings for item, row in case.rows}
    now = standing(case)
    tested = tuple(h.id for h in case.hypotheses if h.id not in now.not_tested)
    return Grid(method, rows, {a: weight(case, case.items[a]) for a in rows}, tested)


def adjusted_without(case: Case, method: str, addresses: Iterable[str]) -> Leaders:
    """Who leads by the adjusted totals of the case with these rows parked, of those tested before."""
    tested = grid(case, method).tested
    matrix = case.matrix
    for address in addresses:
        matrix = with_note(matrix, address, matrix.note(address)._replace(parked="lost"))
    totals: dict[str, Any] = dict(scored(standing(case.with_matrix(matrix)), method).adjusted)
    return tuple(h for h in tested if totals[h] == min(totals[other] for other in tested))


def steps(rating: Rating) -> list[Rating]:
    """The ratings one step away."""
    if rating not in SCALE:
        return []
    place = SCALE.index(rating)
    return [SCALE[n] for n in (place - 1, place + 1) if 0 <= n < len(SCALE)]


def cell_steps(now: Grid) -> list[tuple[Cell, Rating]]:
    return [((a, h), to) for a, row in now.ratings.items() for h, was in row.items() for to in steps(was)]


def fewest(now: Grid, most: int, changes: list[Any], changed: Any) -> int | None:
    """How few of some changes make another leading set, up to `most`; `changed` applies some of them."""
    before = now.leading()
    for number in range(1, min(most, len(changes)) + 1):
        if any(changed(some).leading() != before for some in combinations(changes, number)):
            return number
    return None


def changed_cells(now: Grid, some: Iterable[tuple[Cell, Rating]]) -> Grid:
    """With these cells changed; no cell may be twice among them, then nothing is changed."""
    cells = list(some)
    return now.rated(dict(cells)) if len(dict(cells)) == len(cells) else now


def smaller(case: Case, rows: int) -> Case:
    """The case with its first rows only."""
    return replace(case, items=dict(list(case.items.items())[:rows]))


@st.composite
def dense_cases(draw: st.DrawFn, cases: st.SearchStrategy[Case], rows: int) -> Case:
    """A small case in which most cells are rated and contradictions are frequent, so that races are close."""
    case = smaller(draw(cases), rows)
    ratings = st.sampled_from([None, Rating.NA, Rating.CC, Rating.C, Rating.N, Rating.I, Rating.I, Rating.II])
    made = {a: {h.id: draw(ratings) for h in case.hypotheses} for a in case.items}
    filled = {a: Row({h: rating for h, rating in row.items() if rating}) for a, row in made.items()}
    return case.with_matrix(replace(case.matrix, rows=filled))
