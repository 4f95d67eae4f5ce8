"""Settling: what it would do if analysts agreed on one contested cell.

A contested cell is settled when it is taken as one of the ratings that were given for it. For each we ask which of
them change the leading set (weighted points, the default method): of the team matrix, where the cell counts as its
median, and of each analyst who rated it otherwise. All else stays, who is tested too, as in all of sensitivity, so
that the answer is exact: points are compared as whole numbers, and a cell adds to one hypothesis only.

`fewest` asks how many cells, settled together, change the leading set of the team matrix. By the law of `ledger` that
is a question about pairs: for a leader and a rival every contested cell of either shrinks the gap by what it can, and
the fewest are the largest of these until the gap is gone. Ours; ignored: adjusted totals, which do not add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workbench.analysis.agreement.cells import CellRatings
from workbench.analysis.flips import SCALE
from workbench.analysis.ledger import Ledger
from workbench.analysis.methods import scale
from workbench.analysis.points import ZERO, Points
from workbench.model import Rating
from workbench.model.words import NOTHING


class Settled(NamedTuple):
    """A rating that a cell may be settled as, and who leads then."""

    rating: Rating
    leading: tuple[str, ...]


class Contested(NamedTuple):
    """A contested cell, and who leads otherwise when it is settled; only ratings that change the leading set."""

    cell: CellRatings
    team: tuple[Settled, ...] = ()
    analysts: Mapping[str, tuple[Settled, ...]] = NOTHING
    """By the analyst whose leading set changes when that analyst takes the rating."""
    swing: Points = ZERO
    """How many points of the team matrix lie between the ratings given."""

    @property
    def matters(self) -> bool:
        """Whether settling it changes the leading set, of the team matrix or of an analyst."""
        return bool(self.team or self.analysts)


class Fewest(NamedTuple):
    """Fewest cells that, settled together, change the leading set: each as what, and who leads then."""

    cells: tuple[tuple[str, str, Rating], ...]
    leading: tuple[str, ...]


class Books:
    """The rows of one matrix, made ready for asking about single cells. Cells alike are tried once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        rows = zip(ledger.scales, ledger.given, ledger.footings, strict=True)
        self._rows = dict(zip(ledger.addresses, rows, strict=True))
        self._settled: dict[object, tuple[Settled, ...]] = {}
        self._leads: dict[tuple[str, int], tuple[str, ...]] = {}

    def settled(self, cell: CellRatings, given: tuple[Rating, ...]) -> tuple[Settled, ...]:
        """Those of these ratings that change the leading set; none where the cell is not in this matrix."""
        row = self._rows.get(cell.address)
        now = row and row[1].get(cell.hypothesis)
        if not row or not now:
            return ()
        key = cell.hypothesis, row[2].weight, now, given
        if key not in self._settled:
            found = ((rating, self._leading(cell.hypothesis, shift)) for rating, shift in self.shifts(cell, given))
            self._settled[key] = tuple(Settled(rating, leading) for rating, leading in found if leading)
        return self._settled[key]

    def shifts(self, cell: CellRatings, given: Iterable[Rating]) -> list[tuple[Rating, int]]:
        """What each of these ratings adds to the total of the hypothesis, as a code, where it adds anything."""
        row = self._rows.get(cell.address)
        now = row and row[1].get(cell.hypothesis)
        if not row or not now:
            return []
        scales = row[0]
        return [(rating, scales[rating] - scales[now]) for rating in given if scales[rating] != scales[now]]

    def swing(self, cell: CellRatings, given: Sequence[Rating]) -> Points:
        """The points between these ratings at the weight of the row."""
        if row := self._rows.get(cell.address):
            points = scale(self.ledger.method, row[2].weight)
            return max(points[rating] for rating in given) - min(points[rating] for rating in given)
        return ZERO

    def _leading(self, hypothesis: str, shift: int) -> tuple[str, ...]:
        """Who leads with so much more against a hypothesis; empty where the same do. Alike ones are tried once."""
        if (hypothesis, shift) not in self._leads:
            change = {hypothesis: shift}
            self._leads[hypothesis, shift] = self.ledger.after(change) if self.ledger.swing(change) else ()
        return self._leads[hypothesis, shift]


def contested(found: Iterable[CellRatings], team: Ledger, analysts: Mapping[str, Ledger]) -> tuple[Contested, ...]:
    """What settling these contested cells does, those that matter first.

    First those that change the leading set of the team matrix; then by how many analysts' leading sets change; then by
    points between the ratings, by spread, and as the files have them.
    """
    whole, each = Books(team), {analyst: Books(ledger) for analyst, ledger in analysts.items()}
    made = [_contested(cell, whole, each) for cell in found]
    made.sort(key=lambda one: (one.swing.code, one.cell.spread or 0), reverse=True)
    return tuple(sorted(made, key=lambda one: (not one.team, -len(one.analysts))))


def _contested(cell: CellRatings, team: Books, each: Mapping[str, Books]) -> Contested:
    given = ratings_of(cell)
    changed = {a: books.settled(cell, given) for a, books in each.items() if a in cell.ratings}
    return Contested(
        cell, team.settled(cell, given), {a: some for a, some in changed.items() if some}, team.swing(cell, given)
    )


def ratings_of(cell: CellRatings) -> tuple[Rating, ...]:
    """The ratings given for a cell, each once: CC to II, then NA."""
    given = set(cell.ratings.values())
    return tuple([rating for rating in _ORDER if rating in given])


_ORDER = (*SCALE, Rating.NA)


class _Gain(NamedTuple):
    """By how much a cell, settled as a rating, shrinks the gap between a leader and a rival."""

    shrinks: int
    cell: CellRatings
    rating: Rating
    shift: int


def fewest(found: Iterable[CellRatings], team: Ledger) -> Fewest | None:
    """Fewest of these contested cells that, settled together, change the leading set of the team matrix; or none."""
    books, by_column = Books(team), dict[str, list[CellRatings]]()
    for cell in found:
        by_column.setdefault(cell.hypothesis, []).append(cell)
    raised = {h: _gains(books, cells, 1) for h, cells in by_column.items()}
    lowered = {h: _gains(books, cells, -1) for h, cells in by_column.items()}
    best: list[_Gain] | None = None
    for leader, rival in team.pairs:
        gains = sorted([*raised.get(leader, ()), *lowered.get(rival, ())], key=lambda gain: gain.shrinks, reverse=True)
        enough = _enough(gains, team.needs[rival])
        if enough is not None and (best is None or len(enough) < len(best)):
            best = enough
    return _together(team, best) if best else None


def _gains(books: Books, cells: Sequence[CellRatings], sign: int) -> list[_Gain]:
    """What each cell can at most add to its hypothesis, or (with sign -1) take from it, where it can."""
    furthest = (
        max((_Gain(sign * shift, cell, rating, shift) for rating, shift in books.shifts(cell, ratings_of(cell))),
            key=lambda gain: gain.shrinks, default=None)
        for cell in cells
    )  # fmt: skip
    return [gain for gain in furthest if gain and gain.shrinks > 0]


def _enough(gains: Sequence[_Gain], need: int) -> list[_Gain] | None:
    """The first of these that are enough together; none where all are not."""
    for number, gain in enumerate(gains, 1):
        need -= gain.shrinks
        if need <= 0:
            return list(gains[:number])
    return None


def _together(team: Ledger, gains: Sequence[_Gain]) -> Fewest:
    shift: dict[str, int] = {}
    for gain in gains:
        shift[gain.cell.hypothesis] = shift.get(gain.cell.hypothesis, 0) + gain.shift
    cells = tuple((gain.cell.address, gain.cell.hypothesis, gain.rating) for gain in gains)
    return Fewest(cells, team.after(shift))
