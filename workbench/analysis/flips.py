"""Flips: one cell rated otherwise.

A flip is to another worth in points: to nothing (written N), to I or to II. Steps are counted on the
scale CC C N I II; NA and unrated do not move. CC, C and N are worth the same, so that going from one
to another changes no score and is no flip. Only one cell is another; everything else stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from workbench.analysis.ledger import Codes, Ledger, codes
from workbench.analysis.weights import Weight
from workbench.model import Rating

SCALE = (Rating.CC, Rating.C, Rating.N, Rating.I, Rating.II)
"""The ratings that move, by steps."""

_FREE = SCALE.index(Rating.N)


class Flip(NamedTuple):
    """One cell rated otherwise, how many steps that is on CC C N I II, and what leads then."""

    address: str
    hypothesis: str
    was: Rating
    now: Rating
    steps: int
    leading: tuple[str, ...]


class Cells(NamedTuple):
    """Cells of one column that change alike: who leads when any one of them is rated `now`."""

    hypothesis: str
    was: Rating
    now: Rating
    rows: Sequence[int]
    leading: tuple[str, ...]

    @property
    def steps(self) -> int:
        """How many steps it is on the scale."""
        return abs(SCALE.index(self.now) - SCALE.index(self.was))


def flips(ledger: Ledger) -> tuple[Flip, ...]:
    """Every flip of one cell that changes the leading set, by steps, then address and hypothesis."""
    found = [
        Flip(ledger.addresses[row], cells.hypothesis, cells.was, cells.now, cells.steps, cells.leading)
        for cells in decisive_cells(ledger)
        for row in cells.rows
    ]
    return tuple(sorted(found, key=lambda flip: (flip.steps, flip.address, flip.hypothesis, flip.now)))


def decisive_cells(ledger: Ledger) -> Iterator[Cells]:
    """The cells that change the leading set by a flip of any one: alike ones are tried once for all."""
    for h in ledger.near(ledger.reach):
        alike: dict[tuple[Weight, Rating | None], list[int]] = defaultdict(list)
        weights = (footing.weight for footing in ledger.footings)
        for row, kind in enumerate(zip(weights, ledger.ratings(h), strict=True)):
            alike[kind].append(row)
        for (weight, was), rows in alike.items():
            if was in SCALE:
                yield from _decisive(ledger, h, weight, was, rows)


def _decisive(ledger: Ledger, hypothesis: str, weight: Weight, was: Rating, rows: Sequence[int]) -> Iterator[Cells]:
    scale = codes(ledger.method, weight)
    for now in SCALE[_FREE:]:
        shift = {hypothesis: scale[now] - scale[was]}
        if ledger.swing(shift):
            yield Cells(hypothesis, was, now, rows, ledger.after(shift))


def stepped(rating: Rating | None, *, up: bool) -> Rating | None:
    """The rating one step towards II, or towards CC; the same at the ends, and where nothing moves."""
    if rating not in SCALE:
        return rating
    place = SCALE.index(rating) + (1 if up else -1)
    return SCALE[min(max(place, 0), len(SCALE) - 1)]


@cache
def step_codes(method: str, weight: Weight, *, up: bool) -> Codes:
    """What one step up or down adds to a cell of each rating, in a row of this weight, as a code."""
    scale = codes(method, weight)
    return {rating: scale[stepped(rating, up=up)] - scale[rating] for rating in scale}
