"""Ledger: the rows of a standing as whole numbers, for what asks about thousands of variations.

Points are written as their `code`, which adds and compares exactly. Only tested hypotheses take
part: the others never lead, whatever else is varied.

The leading set L changes exactly where, for some leader l and some other tested hypothesis j, the
gap T(j) - T(l) becomes 0 or less (j does not lead now) or less than 0 (j leads now too). For say
the set is M afterwards. If some j of M is not in L, no leader has fewer points than it: its gap is 0
or less. Otherwise M is L without some l, and any j of M now has fewer points than that l. And where
no gap is so far gone, nobody joins the leaders and none of them falls behind another. So each
question about the leading set is one about pairs. `needs` says by how much the gap of a rival must
shrink: by all of it, or where it is 0 by 1, which is the least there is in codes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product, repeat
from operator import getitem, itemgetter, methodcaller
from typing import NamedTuple

from workbench.analysis.methods import DEFAULT, scale
from workbench.analysis.standing import Standing
from workbench.analysis.weights import OWN, Weight
from workbench.model import NO_NOTE, NO_ROW, Case, Level, Rating

Codes = Mapping[Rating | None, int]
"""What each rating adds in a row, as a code; `None` is an unrated cell and adds nothing."""

Shift = Mapping[str, int]
"""What is added to the totals, by hypothesis id; those that are absent stay as they are."""


class Footing(NamedTuple):
    """How a row counts: its weight, and whether it has a grade at all (our own thinking has none)."""

    weight: Weight
    graded: bool


FOOTINGS = tuple(Footing(Weight(*levels), graded) for levels in product(Level, Level) for graded in (True, False))
"""All that there are."""


class Alike(NamedTuple):
    """Rows of the same footing, with the same ratings of the hypotheses in or near the lead."""

    footing: Footing
    ratings: Mapping[str, Rating | None]
    rows: Sequence[int]


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """The unparked rows under one method, in file order; a row goes by its place in that order.

    `totals` are the codes of the tested hypotheses, in file order; `needs` by how much the gap
    between a leader and a rival must shrink. Columns are made when they are first asked for.
    """

    standing: Standing = field(repr=False)
    method: str
    addresses: tuple[str, ...]
    weights: frozenset[Weight]
    """Those that rows have."""
    footings: Sequence[Footing] = field(repr=False)
    scales: Sequence[Codes] = field(repr=False)
    given: Sequence[Mapping[str, Rating]] = field(repr=False)
    _ratings: dict[str, Sequence[Rating | None]] = field(default_factory=dict, init=False, repr=False)
    _codes: dict[str, Sequence[int]] = field(default_factory=dict, init=False, repr=False)
    _alike: dict[tuple[str, ...], tuple[Alike, ...]] = field(default_factory=dict, init=False, repr=False)
    totals: Mapping[str, int] = field(init=False)
    leading: tuple[str, ...] = field(init=False)
    needs: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        totals = {h: self._total(h) for h, bearing in self.standing.bears_on.items() if bearing}
        first = leading(totals)
        needs = {h: total - totals[first[0]] or 1 for h, total in totals.items() if (h,) != first}
        object.__setattr__(self, "totals", totals)
        object.__setattr__(self, "leading", first)
        object.__setattr__(self, "needs", needs)

    @property
    def case(self) -> Case:
        """The case whose rows these are."""
        return self.standing.case

    @property
    def reach(self) -> int:
        """The most that the loss of one row, or another rating of one cell, can do to a gap."""
        return _reach(self.method, self.weights)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Every leader with each of its rivals, those with the least need first, then by id."""
        needs = self.needs.items()
        ordered = sorted([(need, leader, rival) for rival, need in needs for leader in self.leading if leader != rival])
        return [(leader, rival) for _, leader, rival in ordered]

    def ratings(self, hypothesis: str) -> Sequence[Rating | None]:
        """A column of ratings, by row."""
        if hypothesis not in self._ratings:
            self._ratings[hypothesis] = list(map(methodcaller("get", hypothesis), self.given))
        return self._ratings[hypothesis]

    def codes(self, hypothesis: str) -> Sequence[int]:
        """A column of codes, by row."""
        return self.columns((hypothesis,))[hypothesis]

    def columns(self, hypotheses: Iterable[str]) -> dict[str, Sequence[int]]:
        """Columns of codes by hypothesis id; many at once cost far less than one by one."""
        wanted = tuple(hypotheses)
        new = [h for h in wanted if h not in self._codes]
        if new:
            self._codes.update(columns(zip(self.scales, self.given, strict=True), new))
        return {h: self._codes[h] for h in wanted}

    def after(self, shift: Shift) -> tuple[str, ...]:
        """What leads when this is added to the totals, in file order."""
        return leading({h: total + shift.get(h, 0) for h, total in self.totals.items()})

    def swing(self, shift: Shift) -> int:
        """The furthest that a gap shrinks among those that change the leading set; 0 where none does."""
        at, far = shift.get, 0
        top = max([at(leader, 0) for leader in self.leading], default=0)
        for rival, need in self.needs.items():  # asked hundreds of times after every rating
            shrinks = top - at(rival, 0)
            if shrinks >= need and shrinks > far:
                far = shrinks
        return far

    def near(self, reach: int) -> tuple[str, ...]:
        """The leaders and the rivals with needs up to `reach`; none at all where no rival is so near.

        What shrinks no gap by more than `reach` can change the leading set by these columns only.
        """
        rivals = {h for h, need in self.needs.items() if need <= reach}
        return tuple(h for h in self.totals if rivals and (h in rivals or h in self.leading))

    def alike(self, reach: int) -> tuple[Alike, ...]:
        """The rows by their footing and their ratings in the columns `near` the lead."""
        near = self.near(reach)
        if near and near not in self._alike:
            alike: dict[tuple[Footing, tuple[Rating | None, ...]], list[int]] = defaultdict(list)
            columns = zip(*map(self.ratings, near), strict=True)
            for row, key in enumerate(zip(self.footings, columns, strict=True)):
                alike[key].append(row)
            self._alike[near] = tuple(
                Alike(footing, dict(zip(near, ratings, strict=True)), rows)
                for (footing, ratings), rows in alike.items()
            )
        return self._alike[near] if near else ()

    def _total(self, hypothesis: str) -> int:
        live = self.standing.methods.get(self.method)
        return live.scores[hypothesis].code if live else sum(self.codes(hypothesis))


def ledger(standing: Standing, method: str = DEFAULT) -> Ledger:
    """The ledger of a standing under an additive method.

    Raises:
        KeyError: there is no such method.
        ValueError: the method is not additive.
    """
    scale(method, Weight(Level.MEDIUM, Level.MEDIUM))  # raises; there may be no row to do so
    matrix, grades = standing.case.matrix, standing.setting.grades
    notes, rows = matrix.notes, matrix.rows
    parked = {address for address, note in notes.items() if note.parked}
    addresses = [address for address in standing.case.items if address not in parked]
    noted = map(notes.get, addresses, repeat(NO_NOTE))
    kinds = [(grades[address], note.relevance) for address, note in zip(addresses, noted, strict=True)]
    known = {
        (grade, relevance): Footing(Weight(grade.level, relevance), grade is not OWN) for grade, relevance in set(kinds)
    }
    footings = [known[kind] for kind in kinds]
    scales = {footing: codes(method, footing.weight) for footing in known.values()}
    weights = frozenset([footing.weight for footing in scales])
    given = [row.ratings for row in map(rows.get, addresses, repeat(NO_ROW))]
    return Ledger(standing, method, tuple(addresses), weights, footings, [scales[f] for f in footings], given)


@cache
def codes(method: str, weight: Weight) -> Codes:
    """What each rating adds in a row of this weight, as a code."""
    return {None: 0} | {rating: points.code for rating, points in scale(method, weight).items()}


@cache
def _reach(method: str, weights: frozenset[Weight]) -> int:
    return max([max(codes(method, weight).values()) for weight in weights], default=0)


class Added:
    """What a change of one row, or of one cell of it, adds to a hypothesis: columns of codes by row.

    Args:
        ledger: whose rows change.
        codes: what the change adds to a cell of each rating, by footing.
    """

    def __init__(self, ledger: Ledger, codes: Mapping[Footing, Codes]) -> None:
        self._ledger = ledger
        self._codes = [codes[footing] for footing in ledger.footings]
        self._made: dict[str, Sequence[int]] = {}

    def to(self, hypothesis: str) -> Sequence[int]:
        """The column of a hypothesis, made when it is first asked for."""
        if hypothesis not in self._made:
            self._made[hypothesis] = list(map(getitem, self._codes, self._ledger.ratings(hypothesis)))
        return self._made[hypothesis]


def columns(rows: Iterable[tuple[Codes, Mapping[str, Rating]]], hypotheses: Sequence[str]) -> dict[str, Sequence[int]]:
    """What each row adds against these hypotheses.

    Many are read row by row and turned over, as a row's ratings are then in the processor's cache.
    """
    made = list(rows)
    if len(hypotheses) < _MANY or not made:
        return {h: [codes[given.get(h)] for codes, given in made] for h in hypotheses}
    cells = [[codes[rating] for rating in map(given.get, hypotheses)] for codes, given in made]
    return dict(zip(hypotheses, zip(*cells, strict=True), strict=True))


_MANY = 6


def sums(columns: Mapping[str, Sequence[int]], places: Sequence[int]) -> dict[str, int]:
    """What stands at these places of each column together, by hypothesis id."""
    if len(places) < 2:
        return {h: sum(codes[place] for place in places) for h, codes in columns.items()}
    own = itemgetter(*places)
    return {h: sum(own(codes)) for h, codes in columns.items()}


def leading(totals: Mapping[str, int]) -> tuple[str, ...]:
    """All that have the least, in the order given."""
    least = min(totals.values(), default=0)
    return tuple([h for h, total in totals.items() if total == least])
