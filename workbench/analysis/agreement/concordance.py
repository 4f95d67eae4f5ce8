"""Concordance: how far analysts put the hypotheses in the same order.

    W = 12 S / (m^2 (n^3 - n) - m * sum T),  S = sum of (R_i - mean R)^2,  T = sum of t^3 - t over an analyst's ties

for m analysts and n hypotheses, R_i the sum of a hypothesis's ranks, ties at their mean rank: 1 is the same order
from all, 0 none at all (Kendall and Babington Smith 1939, with the correction for ties). For two analysts
Spearman's rho: the correlation of their ranks, from -1 to 1. Neither is defined where nobody tells the hypotheses
apart. It ignores by how many points they differ; with few hypotheses high values come about by chance.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from workbench.analysis.methods import DEFAULT
from workbench.analysis.points import Points
from workbench.analysis.standing import Standing

MANY = 3
"""From so many analysts on it is Kendall's W."""


class Measure(StrEnum):
    """Which measure it is; the value is its name in data."""

    KENDALL = "kendall-w"
    SPEARMAN = "spearman"


class Concordance(NamedTuple):
    """How far orders agree. `value` is none where it is undefined: fewer than two orders, or no variation."""

    measure: Measure
    value: float | None
    analysts: tuple[str, ...]
    """Whose orders are compared: those whose matrix is complete."""
    hypotheses: tuple[str, ...]
    """Those that all of them tested."""


def concordance(standings: Mapping[str, Standing]) -> Concordance:
    """The agreement of the orders by weighted points, of those whose matrix is complete."""
    whole = {analyst: standing for analyst, standing in standings.items() if standing.complete}
    first = next(iter(whole.values()), None)
    shared = [h for h in first.bears_on if all(s.bears_on[h] for s in whole.values())] if first else []
    ranked = [midranks([s.methods[DEFAULT].scores[h] for h in shared]) for s in whole.values()]
    if len(ranked) >= MANY:
        w = kendall(ranked)
        return Concordance(Measure.KENDALL, None if w is None else float(w), tuple(whole), tuple(shared))
    rho = spearman(*ranked) if len(ranked) == 2 else None
    return Concordance(Measure.SPEARMAN, rho, tuple(whole), tuple(shared))


def midranks(scores: Sequence[Points]) -> list[Fraction]:
    """The rank of each, fewest points first; ties share the mean of their ranks."""
    codes = [points.code for points in scores]
    return [Fraction(2 * sum(other < own for other in codes) + codes.count(own) + 1, 2) for own in codes]


def kendall(rankings: Sequence[Sequence[Fraction | float]]) -> Fraction | None:
    """Kendall's W of several rankings of the same things; none where it is undefined.

    Args:
        rankings: the ranks each gives, ties at their mean rank.
    """
    m, n = len(rankings), len(rankings[0]) if rankings else 0
    exact = [[Fraction(rank) for rank in ranking] for ranking in rankings]
    ties = sum(t**3 - t for ranking in exact for t in Counter(ranking).values())
    most = m * m * (n**3 - n) - m * ties
    if m < 2 or not most:
        return None
    sums = [sum(column, Fraction()) for column in zip(*exact, strict=True)]
    mean = sum(sums, Fraction()) / n
    return Fraction(12 * sum((total - mean) ** 2 for total in sums)) / most


def spearman(one: Sequence[Fraction | float], other: Sequence[Fraction | float]) -> float | None:
    """Spearman's rho of two rankings, ties at their mean rank; none where one of them has no variation."""
    if not one:
        return None
    x, y = _apart(one), _apart(other)
    square = sum(a * a for a in x) * sum(b * b for b in y)
    if not square:
        return None
    together = sum((a * b for a, b in zip(x, y, strict=True)), Fraction())
    return math.copysign(math.sqrt(together * together / square), together) if together else 0.0


def _apart(ranks: Sequence[Fraction | float]) -> list[Fraction]:
    """How far each rank is from their mean."""
    exact = [Fraction(rank) for rank in ranks]
    mean = sum(exact, Fraction()) / len(exact)
    return [rank - mean for rank in exact]
