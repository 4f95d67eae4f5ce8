"""Methods: the named formulas that turn a row's ratings into points; fewer is better in all.

Each is a value that says what it is, where it comes from and what it ignores, so that every
printout can name the one it used. A further method is a further entry in `METHODS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from workbench.analysis.points import Points, weighted
from workbench.analysis.weights import Weight
from workbench.model import Level, Rating

STEPS: Mapping[Rating, int] = MappingProxyType(dict.fromkeys(Rating, 0) | {Rating.I: 1, Rating.II: 2})
"""What a rating is worth before weights: I 1, II 2, everything else nothing (PARC ACH)."""


class Method(NamedTuple):
    """A formula: `points` gives what one rated cell adds to its hypothesis, at the row's weight."""

    name: str
    title: str
    formula: str
    source: str
    ignores: str
    points: Callable[[Rating, Weight], Points]


def inconsistency_count(rating: Rating, _: Weight) -> Points:
    """I 1, II 2, at equal weights (PARC "Inconsistency Counting"; Heuer 1999: fewest minuses)."""
    return weighted(STEPS[rating], 0)


def parc_weighted(rating: Rating, weight: Weight) -> Points:
    """I 1, II 2, times credibility times relevance, each 1/√2, 1 or √2 (PARC weighted inconsistency)."""
    return weighted(STEPS[rating], weight.exponent)


_IGNORED = (
    "Support (CC, C) never counts; rows are taken as independent of one another (see the adjusted totals); "
    "how plausible a hypothesis was before the evidence, and that a rating may be a step wrong."
)

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        method.name: method
        for method in (
            Method(
                name="parc-weighted",
                title="Weighted inconsistency (PARC)",
                formula=(
                    "Sum over rows of rating × credibility × relevance: I 1, II 2, all else 0; "
                    "low 0.71 (1/√2), medium 1, high 1.41 (√2). PARC writes it with a minus sign."
                ),
                source=(
                    "PARC ACH 2.0, weighted inconsistency counting (Good, Shrager, Stefik, Pirolli, Card, Heuer); "
                    "the cell values and weights as restated by its users."
                ),
                ignores=_IGNORED,
                points=parc_weighted,
            ),
            Method(
                name="inconsistency-count",
                title="Inconsistency count (equal weights)",
                formula="Sum over rows of the rating: I 1, II 2, all else 0; every row counts alike.",
                source=(
                    "PARC ACH 2.0, inconsistency counting; after R. J. Heuer Jr., Psychology of Intelligence "
                    "Analysis (1999), ch. 8, who counts minuses."
                ),
                ignores=f"Grades and relevance. {_IGNORED}",
                points=inconsistency_count,
            ),
        )
    }
)

DEFAULT = "parc-weighted"
EQUAL_WEIGHTS = "inconsistency-count"


@cache
def scale(method: str, weight: Weight) -> Mapping[Rating, Points]:
    """What each rating adds in a row of this weight, under the named method."""
    points = METHODS[method].points
    return MappingProxyType({rating: points(rating, weight) for rating in Rating})


@cache
def strength(method: str, weight: Weight) -> Mapping[Rating, int]:
    """The order of what each rating adds at this weight among all that the method can add; 0 for nothing."""
    ratings = scale(method, weight)
    every = {points for levels in product(Level, repeat=2) for points in scale(method, Weight(*levels)).values()}
    place = {points: n for n, points in enumerate(sorted(every))}
    return MappingProxyType({rating: place[points] for rating, points in ratings.items()})
