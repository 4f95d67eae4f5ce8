"""Diagnosticity: how far a row tells hypotheses apart, by several indices; none of them is the score.

Each index takes the ratings of one row, in any order and without unrated cells: nobody has said what
those mean. All are 0 where a row says the same of every hypothesis, also where it contradicts them
all. The sum of inconsistency points, which Open Source ACH (Burton) sorts by, is therefore not
diagnosticity and not among them: it would put just such a row first.

x is CC 2, C 1, N 0, I -1, II -2. L is P(E|H) by the rating, from the table of `likelihood`, which is
this workbench's own. NA has no x. Where likelihoods are wanted it has the mean of the others' in its
row, as it says nothing of its hypothesis: it tells nothing apart, and leaves the row less to tell.

All ignore a row's grade and relevance, what other rows say already, and whether the answer would
change without it, which is for sensitivity. They measure what the ratings say, right or wrong.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import mul
from types import MappingProxyType
from typing import NamedTuple

from workbench.analysis.likelihood import TABLE
from workbench.model import Rating

SCALE: Mapping[Rating, int] = MappingProxyType({Rating.CC: 2, Rating.C: 1, Rating.N: 0, Rating.I: -1, Rating.II: -2})
"""A rating as a number, from most to least expected; NA has none."""


def range_of(ratings: Iterable[Rating]) -> int:
    """Largest x less smallest x, 0 to 4.

    Source: the plain range. It ignores all but the two ends: one II among ten C is as far as five.
    """
    given = list(ratings)
    x = [x for rating, x in SCALE.items() if rating in given]
    return x[0] - x[-1] if x else 0


def deviation(ratings: Iterable[Rating]) -> float:
    """√(Σ (x - mean of x)² / n), the population standard deviation of x; 0 to 2.

    Source: Open Synthesis, which takes it over the means of several raters on a scale of 1 to 5. It
    ignores that the steps of the scale need not be of one size, and that only I and II score.
    """
    return _deviation(_numbers(ratings))


def likelihood_ratio(ratings: Iterable[Rating]) -> float:
    """ln(max L / min L): the largest |ln L(a)/L(b)| of two hypotheses, in nats; 0 to ln 9 = 2.2.

    Source: the likelihood ratio as the weight of evidence (odds form of Bayes' rule; Zlotnick 1967);
    the table is ours. It ignores all but the two ends.
    """
    given = list(ratings)
    likely = [likelihood for rating, likelihood in TABLE.items() if rating in given]
    return math.log(max(likely) / min(likely)) if likely else 0.0


def information(ratings: Iterable[Rating]) -> float:
    """H(p) - [P(E)·H(p|E) + P(not E)·H(p|not E)], in bits: mutual information of hypothesis and item.

    What the question whether the item is so tells on average, before it is answered. The prior p is
    flat over the hypotheses rated in the row, so it comes to h(mean of L) - mean of h(L), with
    h(p) = -p·log2 p - (1-p)·log2(1-p). Where q of n cells are NA it is (n-q)/n of what the others
    give. Source: Shannon's; the table is ours. It ignores what was plausible before.
    """
    return _information(_numbers(ratings))


def received(ratings: Iterable[Rating]) -> float:
    """Σ p(j|E)·log2(p(j|E)/p(j)), in bits: the divergence of the posterior from the prior.

    What the item told, being so: 0 where all L are equal. Prior and NA as for `information`; p(j|E) is
    L(j) over the sum of all L. Source: Kullback and Leibler's; the table is ours. It is of one row by
    itself, and no probability of a hypothesis after the others.
    """
    return _received(_numbers(ratings))


def apart(ratings: Mapping[str, Rating], one: str, other: str) -> int:
    """|x(one) - x(other)| between two hypotheses of a row, 0 to 4; 0 where either is NA or unrated.

    Source: ours; between the leading hypotheses it is what matters for the decision. It ignores the rest.
    """
    return range_of(ratings[h] for h in (one, other) if h in ratings)


class Index(NamedTuple):
    """An index of a row: the larger `of(ratings)`, the more the row tells apart, in `unit`."""

    name: str
    title: str
    unit: str
    formula: str
    ignores: str
    of: Callable[[Iterable[Rating]], float]


_TABLE = ", ".join(f"{rating} {likelihood:.2f}" for rating, likelihood in TABLE.items())
_OURS = f"P(E|H) by the rating: {_TABLE}, a table of our own."

INDICES: Mapping[str, Index] = MappingProxyType(
    {
        index.name: index
        for index in (
            Index(
                "information",
                "mutual information",
                "bits",
                f"h(mean L) - mean h(L) over a flat prior, h(p) = -p log2 p - (1-p) log2 (1-p); L is {_OURS}",
                "What was plausible before.",
                information,
            ),
            Index(
                "range",
                "range of the ratings",
                "steps",
                "Largest less smallest x: CC 2, C 1, N 0, I -1, II -2.",
                "All but the two ends.",
                range_of,
            ),
            Index(
                "deviation",
                "standard deviation of the ratings",
                "steps",
                "Population standard deviation of x: CC 2, C 1, N 0, I -1, II -2.",
                "That the steps of the scale need not be of one size.",
                deviation,
            ),
            Index(
                "likelihood-ratio",
                "largest log-likelihood ratio",
                "nats",
                f"ln(largest L / smallest L); L is {_OURS}",
                "All but the two ends.",
                likelihood_ratio,
            ),
            Index(
                "received",
                "information received",
                "bits",
                f"Divergence of the posterior by this row alone from a flat prior; L is {_OURS}",
                "What was plausible before, and every other row.",
                received,
            ),
        )
    }
)
"""The indices of a row that need nothing but its ratings, by name."""

Numbers = tuple[int, ...]
"""How many cells of a row have each rating, in the order of `Rating`."""

_RATINGS = tuple(Rating)
_RATED = tuple(int(rating is not Rating.NA) for rating in _RATINGS)
_X = tuple(SCALE.get(rating, 0) for rating in _RATINGS)
_SQUARES = tuple(x * x for x in _X)
_LIKELY = tuple(TABLE.get(rating, 0.0) for rating in _RATINGS)
_KEPT = 2**14
"""How many rows unlike each other are remembered: those with the same ratings are counted once."""


def _numbers(ratings: Iterable[Rating]) -> Numbers:
    given = list(ratings)
    return tuple(map(given.count, _RATINGS))


def _over(number: Numbers, values: tuple[float, ...]) -> float:
    """The sum of a value over all cells."""
    total: float = sum(map(mul, number, values))
    return total


@lru_cache(maxsize=_KEPT)
def _deviation(number: Numbers) -> float:
    """From whole numbers: the root of n·Σx² - (Σx)², over n."""
    n = _over(number, _RATED)
    total = _over(number, _X)
    return math.sqrt(n * _over(number, _SQUARES) - total * total) / n if n else 0.0


@lru_cache(maxsize=_KEPT)
def _information(number: Numbers) -> float:
    n = _over(number, _RATED)
    if not n:
        return 0.0
    told = _entropy(_over(number, _LIKELY) / n) - _over(number, _ENTROPY) / n
    return max(0.0, told) * n / sum(number)


@lru_cache(maxsize=_KEPT)
def _received(number: Numbers) -> float:
    n = _over(number, _RATED)
    if not n:
        return 0.0
    mean = _over(number, _LIKELY) / n
    told = _over(number, tuple(p / mean * math.log2(p / mean) if p else 0.0 for p in _LIKELY))
    return max(0.0, told / sum(number))


def _entropy(p: float) -> float:
    """Of yes or no, in bits, where yes has the probability `p`, above 0 and below 1."""
    return -p * math.log2(p) - (1 - p) * math.log2(1 - p)


_ENTROPY = tuple(_entropy(p) if p else 0.0 for p in _LIKELY)
