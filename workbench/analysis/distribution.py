"""Distribution: how a column's total scatters when each of its cells may be a step wrong.

A total is a/2 + b·√2/2 with whole a and b (see `points`). What one cell can be worth moves a alone or
b alone, as its row's weight is an even or an odd power of √2. So a and b scatter independently, each
the sum of independent whole numbers, and the law of a sum is the convolution of theirs. In adjusted
totals a voice is worth its strongest cell; where its rows have weights of both sorts, what it adds
may be of either part, and is kept apart as a law over pairs.

What is less likely than 1e-20 at the ends of a distribution is cut off: that moves no probability by
1e-12, and keeps the work in proportion to the number of rows. Importing this loads numpy.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.points import Points

Value = tuple[int, int]
"""The points a/2 + b·√2/2 as a and b."""

Cell = tuple[Value, Value, Value]
"""What a cell is worth a step down, as it is rated, and a step up; past the end of the scale it stays."""

Voice = tuple[tuple[Cell, int], ...]
"""Cells of which the strongest counts, each with how many are alike; sorted, so that equals are equal."""

Column = tuple[tuple[Voice, int], ...]
"""The voices that speak to a hypothesis, each with how many are alike; sorted."""

Law = Mapping[Value, float]
"""How probable each value is."""

Floats = NDArray[np.float64]

A, B = Points(a=1).code, Points(b=1).code
"""What one step of a, and of b, adds to the code of points, by which they compare and tie exactly."""

NEGLIGIBLE = 1e-20


class Line(NamedTuple):
    """A distribution over the whole numbers from `start` on: `p[n]` belongs to `start + n`."""

    start: int
    p: Floats

    @property
    def stop(self) -> int:
        """The largest of the numbers."""
        return self.start + len(self.p) - 1


class Total(NamedTuple):
    """The law of a column's total: the sum of a part, b part, and voices that may add to either."""

    a: Line
    b: Line
    mixed: tuple[Law, ...]

    @property
    def least(self) -> Value:
        """Its smallest a and smallest b."""
        return self.a.start + _sum_of(self.mixed, min, 0), self.b.start + _sum_of(self.mixed, min, 1)

    @property
    def most(self) -> Value:
        """Its largest a and largest b."""
        return self.a.stop + _sum_of(self.mixed, max, 0), self.b.stop + _sum_of(self.mixed, max, 1)


def code(value: Value) -> int:
    """A value as one whole number, which adds, compares and ties as the value does: see `points`."""
    return value[0] * A + value[1] * B


def strongest(voice: Voice, error: float) -> dict[Value, float]:
    """The law of the strongest of independent cells: P(all ≤ v) is the product of each P(cell ≤ v).

    A cell is a step down or a step up with probability `error`/2 each.
    """
    law: dict[Value, float] = {}
    below = 0.0
    for value in sorted({value for cell, _ in voice for value in cell}, key=code):
        up_to = math.prod(_at_most(cell, value, error) ** n for cell, n in voice)
        if up_to > below:
            law[value] = up_to - below
            below = up_to
    return law


def total(column: Column, error: float) -> Total:
    """The law of the sum of a column's voices."""
    a = b = Line(0, np.ones(1))
    mixed: list[Law] = []
    for voice, n in column:
        law = strongest(voice, error)
        if not any(value[1] for value in law):
            a = _added(a, _times(_line({value[0]: p for value, p in law.items()}), n))
        elif not any(value[0] for value in law):
            b = _added(b, _times(_line({value[1]: p for value, p in law.items()}), n))
        else:
            mixed += [law] * n
    return Total(a, b, tuple(mixed))


def units(columns: Sequence[Column]) -> Value:
    """The largest steps of which every a, and every b, that can occur is a multiple."""
    values = {value for column in columns for voice, _ in column for cell, _ in voice for value in cell}
    return math.gcd(*(a for a, _ in values)) or 1, math.gcd(*(b for _, b in values)) or 1


def _at_most(cell: Cell, value: Value, error: float) -> float:
    down, stays, up = (code(worth) <= code(value) for worth in cell)
    return 1.0 if up else down * error / 2 + stays * (1 - error)


def _sum_of(laws: tuple[Law, ...], end: Callable[[Iterable[int]], int], part: int) -> int:
    return sum(end(value[part] for value in law) for law in laws)


def _line(law: Mapping[int, float]) -> Line:
    start = min(law)
    p = np.zeros(max(law) - start + 1)
    for value, probability in law.items():
        p[value - start] = probability
    return Line(start, p)


def _added(one: Line, other: Line) -> Line:
    """The law of the sum of two independent numbers, without negligible ends."""
    p = np.convolve(one.p, other.p)
    kept = np.flatnonzero(p > NEGLIGIBLE)
    return Line(one.start + other.start + int(kept[0]), p[kept[0] : kept[-1] + 1])


def _times(one: Line, n: int) -> Line:
    """The law of the sum of `n` independent numbers of one law, by doubling."""
    if n == 1:
        return one
    half = _times(one, n // 2)
    return _added(_added(half, half), one) if n % 2 else _added(half, half)
