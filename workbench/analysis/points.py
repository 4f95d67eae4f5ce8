"""Points: exact totals of weighted inconsistency.

The weights are powers of √2 between 1/2 and 2 and a contradiction is worth 1 or 2, so every total is
a/2 + b·√2/2 with whole a and b. Two such numbers are equal only where both parts are (√2 is
irrational), and they are compared by squaring: no rounding takes part, and a tie is a tie in
whatever order the rows were added. Floats are for show only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MAX_DECIMALS = 3
"""More decimals than this are never shown, even where two totals then print alike."""

_SQRT2 = math.sqrt(2)

_ROOT = (54608393, 38613965)
"""A convergent of √2 (p² - 2q² = -1): no fraction with a lesser denominator is as close to it."""


@dataclass(frozen=True, slots=True)
class Points:
    """The number a/2 + b·√2/2. Fewer is better, 0 is best; plain counts have b = 0."""

    a: int = 0
    b: int = 0

    def __add__(self, other: Points) -> Points:
        return Points(self.a + other.a, self.b + other.b)

    def __sub__(self, other: Points) -> Points:
        return Points(self.a - other.a, self.b - other.b)

    def __mul__(self, times: int) -> Points:
        return Points(self.a * times, self.b * times)

    def __abs__(self) -> Points:
        return self if _sign(self.a, self.b) >= 0 else self * -1

    def __lt__(self, other: Points) -> bool:
        return _sign(self.a - other.a, self.b - other.b) < 0

    def __le__(self, other: Points) -> bool:
        return _sign(self.a - other.a, self.b - other.b) <= 0

    def __gt__(self, other: Points) -> bool:
        return _sign(self.a - other.a, self.b - other.b) > 0

    def __ge__(self, other: Points) -> bool:
        return _sign(self.a - other.a, self.b - other.b) >= 0

    def __bool__(self) -> bool:
        return bool(self.a or self.b)

    def __float__(self) -> float:
        return (self.a + self.b * _SQRT2) / 2

    def __str__(self) -> str:
        return self.text(1)

    @property
    def code(self) -> int:
        """A whole number that adds, compares and ties as these points do, where speed matters.

        It is a·q + b·p, with p/q the convergent of √2 above. It has the sign of a + b·√2, and so
        differences of codes have the sign of differences of points, for |b| < q: were the signs
        apart, -a/b would lie between √2 and p/q, or be p/q, and no other fraction with a denominator
        up to q is so close to √2. A cell adds less than 10 to b: this holds for millions of rows.
        """
        p, q = _ROOT
        return self.a * q + self.b * p

    def text(self, decimals: int) -> str:
        """The number with so many decimals, without any where it is whole: '0', '4', '2.8'."""
        whole = self.b == 0 and self.a % 2 == 0
        return str(self.a // 2) if whole else f"{float(self):z.{decimals}f}"


ZERO = Points()


def _sign(a: int, b: int) -> int:
    """The sign of a + b·√2, from whole numbers alone: where the parts pull apart, a² against 2b²."""
    if a >= 0 and b >= 0:
        return 1 if a or b else 0
    if a <= 0 and b <= 0:
        return -1
    return 1 if (a * a > 2 * b * b) == (a > 0) else -1


def weighted(steps: int, exponent: int) -> Points:
    """`steps` · √2^exponent, for whole steps and exponents from -2 on.

    An even power of √2 is a power of 2; an odd one is such a power times √2.
    """
    if exponent % 2:
        return Points(0, steps << (exponent + 1) // 2)
    return Points(steps << exponent // 2 + 1, 0)


def decimals(totals: Iterable[Points]) -> int:
    """How many decimals keep unequal totals apart where they are shown together: 1 to 3."""
    different = set(totals)
    for places in range(1, MAX_DECIMALS):
        if len({float(total.text(places)) for total in different}) == len(different):
            return places
    return MAX_DECIMALS


def texts(totals: Mapping[str, Points]) -> dict[str, str]:
    """Totals as they are written on one page: unequal ones never look equal, up to 3 decimals."""
    places = decimals(totals.values())
    return {key: total.text(places) for key, total in totals.items()}
