"""Copies: how often each of several independent totals is the least, over all copies or over drawn ones.

    P(T is first) = Σ over v of P(T = v) · Π over the others of P(T' ≥ v)

Values are compared exactly, by their codes: the whole numbers a·q + b·p with p/q close to √2 (see
`points`). Codes hold while b is below q = 38,613,965, and a is as large at most: they stay below
4·10¹⁵, so 64 bits hold them. Totals of one law are given once, with how many hypotheses have it, so
that all of these come out exactly alike. Importing this loads numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.distribution import A, B, Floats, Law, Line, Total, Value, code

Wholes = NDArray[np.int64]


class Grid(NamedTuple):
    """The values that some totals can have: a and b from `low` to `high`, in steps of `unit`."""

    low: Value
    high: Value
    unit: Value

    @property
    def shape(self) -> tuple[int, int]:
        """How many values of a, and of b."""
        return (self.high[0] - self.low[0]) // self.unit[0] + 1, (self.high[1] - self.low[1]) // self.unit[1] + 1

    @property
    def size(self) -> int:
        """How many values."""
        return self.shape[0] * self.shape[1]

    @property
    def codes(self) -> Wholes:
        """Every value as one whole number; a down, b across."""
        a, b = (np.arange(n, dtype=np.int64) for n in self.shape)
        return (a * self.unit[0] + self.low[0])[:, None] * A + (b * self.unit[1] + self.low[1]) * B


def grid(totals: Sequence[Total], unit: Value) -> Grid:
    """The least grid on which all these totals lie."""
    low, high = [total.least for total in totals], [total.most for total in totals]
    return Grid(
        (min(a for a, _ in low), min(b for _, b in low)), (max(a for a, _ in high), max(b for _, b in high)), unit
    )


def contenders(totals: Sequence[Total]) -> list[int]:
    """The places of those that can be first at all: whose least is not above another's most."""
    bar = min(code(total.most) for total in totals)
    return [place for place, total in enumerate(totals) if code(total.least) <= bar]


def exactly(totals: Sequence[Total], times: Sequence[int], values: Grid) -> list[float]:
    """The probability of each total to be least, ties included; `times`: how many have that law."""
    order = np.argsort(values.codes, axis=None)
    at = [_spread(total, values).ravel()[order] for total in totals]
    from_on = [np.cumsum(p[::-1])[::-1] for p in at]
    none_below = np.prod([p**n for p, n in zip(from_on, times, strict=True)], axis=0)
    return [_first(p, beyond, none_below) for p, beyond in zip(at, from_on, strict=True)]


def _first(at: Floats, beyond: Floats, none_below: Floats) -> float:
    """Σ P(T = v) · Π over the others: the product over all, with one factor taken out again."""
    possible = at > 0
    return float(np.sum(at[possible] * none_below[possible] / beyond[possible]))


def _spread(total: Total, values: Grid) -> Floats:
    """The probability of every value of a grid."""
    start, plane = _plane(total.mixed, values.unit)
    down, across = total.a.p[:: values.unit[0]], total.b.p[:: values.unit[1]]
    summed = _convolving(down, plane.shape[0]) @ plane @ _convolving(across, plane.shape[1]).T
    row = (total.a.start + start[0] - values.low[0]) // values.unit[0]
    column = (total.b.start + start[1] - values.low[1]) // values.unit[1]
    placed = np.zeros(values.shape)
    placed[row : row + summed.shape[0], column : column + summed.shape[1]] = summed
    return placed


def _plane(laws: Sequence[Law], unit: Value) -> tuple[Value, Floats]:
    """The law of the sum of pairs: the least a and b, and the probabilities from there on in steps."""
    low, plane = (0, 0), np.ones((1, 1))
    for law in laws:
        least = min(a for a, _ in law), min(b for _, b in law)
        steps = {((a - least[0]) // unit[0], (b - least[1]) // unit[1]): p for (a, b), p in law.items()}
        rows, columns = plane.shape
        wider = np.zeros((rows + max(a for a, _ in steps), columns + max(b for _, b in steps)))
        for (a, b), p in steps.items():
            wider[a : a + rows, b : b + columns] += p * plane
        low, plane = (low[0] + least[0], low[1] + least[1]), wider
    return low, plane


def _convolving(p: Floats, length: int) -> Floats:
    """The matrix that convolves a vector of that length with `p`: `p` in each column, one lower in each."""
    matrix = np.zeros((length, len(p) + length))
    matrix[:, : len(p)] = p
    return matrix.ravel()[: length * (len(p) + length - 1)].reshape(length, -1).T


def drawn(totals: Sequence[Total], times: Sequence[int], copies: int, seed: int) -> list[float]:
    """The share of so many drawn copies in which each total is least, ties included; the mean over those alike.

    Columns of one law are drawn apart, since they compete, and each has their mean: they are
    equal in law, and the mean is nearer to what all of them are expected to come to.
    """
    random = np.random.default_rng(seed)
    codes = np.stack([_draw(total, copies, random) for total, n in zip(totals, times, strict=True) for _ in range(n)])
    counts = (codes == codes.min(axis=0)).sum(axis=1)
    ends = np.cumsum(times)
    return [float(counts[end - n : end].mean()) / copies for end, n in zip(ends, times, strict=True)]


def _draw(total: Total, copies: int, random: np.random.Generator) -> Wholes:
    codes = _draw_line(total.a, copies, random) * A + _draw_line(total.b, copies, random) * B
    for law in total.mixed:
        worth = np.array([code(value) for value in law], dtype=np.int64)
        codes += worth[_places(np.array(list(law.values())), copies, random)]
    return codes


def _draw_line(line: Line, copies: int, random: np.random.Generator) -> Wholes:
    return _places(line.p, copies, random) + line.start


def _places(p: Floats, copies: int, random: np.random.Generator) -> Wholes:
    """So many places of `p`, each drawn with its probability."""
    up_to = np.cumsum(p)
    places: Wholes = np.searchsorted(up_to[:-1], random.random(copies) * up_to[-1], side="right")
    return places
