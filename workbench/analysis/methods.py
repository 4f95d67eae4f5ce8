"""Methods: the named formulas that turn ratings into a score; fewer points are better in all.

Each is a value that says what it is, where it comes from and what it ignores, so that every
printout can name the one it used. Four are additive: a cell adds points to its hypothesis, and the
sums are exact. The fifth, `log-likelihood`, is not: see `likelihood`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from workbench.analysis.points import Points, weighted
from workbench.analysis.weights import Weight
from workbench.model import Level, Rating

DEFAULT = "parc-weighted"
EQUAL_WEIGHTS = "inconsistency-count"
OPEN_ACH = "open-ach"
QUADRATIC = "quadratic"
LOG_LIKELIHOOD = "log-likelihood"

SIDE_BY_SIDE = (DEFAULT, EQUAL_WEIGHTS)
"""The methods that always stand side by side, counted with every rating; the others on request."""

STEPS: Mapping[Rating, int] = MappingProxyType(dict.fromkeys(Rating, 0) | {Rating.I: 1, Rating.II: 2})
"""What a rating is worth before weights: I 1, II 2, everything else nothing (PARC ACH)."""

SQUARES: Mapping[Rating, int] = MappingProxyType(dict.fromkeys(Rating, 0) | {Rating.I: 1, Rating.II: 4})
"""(3 - x)² where x is below 3, on the scale II 1, I 2, N 3, C 4, CC 5 (Open Synthesis)."""

HALVES: Mapping[Level, int] = MappingProxyType({Level.LOW: 1, Level.MEDIUM: 2, Level.HIGH: 4})
"""Open ACH's weight of a credibility, in halves: high 2, medium 1, low 0.5."""


class Method(NamedTuple):
    """A formula: `points` gives what one rated cell adds to its hypothesis, at the row's weight.

    `points` is none where what a cell adds depends on the other cells of its row.
    """

    name: str
    title: str
    summary: str
    """One line for a list of methods."""
    formula: str
    source: str
    ignores: str
    points: Callable[[Rating, Weight], Points] | None = None


def parc_weighted(rating: Rating, weight: Weight) -> Points:
    """I 1, II 2, times credibility times relevance, each 1/√2, 1 or √2 (PARC weighted inconsistency)."""
    return weighted(STEPS[rating], weight.exponent)


def inconsistency_count(rating: Rating, _: Weight) -> Points:
    """I 1, II 2, at equal weights (PARC "Inconsistency Counting"; Heuer 1999: fewest minuses)."""
    return weighted(STEPS[rating], 0)


def open_ach(rating: Rating, weight: Weight) -> Points:
    """I 1, II 2, times credibility, which is 0.5, 1 or 2; relevance is ignored (Open Source ACH)."""
    return Points(STEPS[rating] * HALVES[weight.credibility])


def quadratic(rating: Rating, _: Weight) -> Points:
    """I 1, II 4, at equal weights: the squared distance below the middle of the scale (Open Synthesis)."""
    return weighted(SQUARES[rating], 0)


IGNORED = (
    "Support (CC, C) never counts; rows are taken as independent of one another (see the adjusted totals); "
    "how plausible a hypothesis was before the evidence, and that a rating may be a step wrong."
)
"""What every additive method ignores."""

_TABLE = (
    Method(
        name=DEFAULT,
        title="Weighted inconsistency (PARC)",
        summary="I 1, II 2, times credibility and relevance; the default",
        formula=(
            "Sum over rows of rating × credibility × relevance: I 1, II 2, all else 0; "
            "low 0.71 (1/√2), medium 1, high 1.41 (√2). PARC writes it with a minus sign."
        ),
        source=(
            "PARC ACH 2.0, weighted inconsistency counting (Good, Shrager, Stefik, Pirolli, Card, Heuer); "
            "the cell values and weights as restated by its users."
        ),
        ignores=IGNORED,
        points=parc_weighted,
    ),
    Method(
        name=EQUAL_WEIGHTS,
        title="Inconsistency count (equal weights)",
        summary="I 1, II 2; every row counts alike",
        formula="Sum over rows of the rating: I 1, II 2, all else 0; every row counts alike.",
        source=(
            "PARC ACH 2.0, inconsistency counting; after R. J. Heuer Jr., Psychology of Intelligence "
            "Analysis (1999), ch. 8, who counts minuses."
        ),
        ignores=f"Grades and relevance. {IGNORED}",
        points=inconsistency_count,
    ),
    Method(
        name=OPEN_ACH,
        title="Open ACH (Burton)",
        summary="I 1, II 2, times credibility 2, 1 or 0.5; no relevance",
        formula="Sum over rows of rating × credibility: I 1, II 2, all else 0; low 0.5, medium 1, high 2.",
        source=(
            "Open Source ACH (Burton and Knowles, 2010), from its source code; there the analyst gives the "
            "credibility, here it follows from the grades as in every method."
        ),
        ignores=f"Relevance. {IGNORED}",
        points=open_ach,
    ),
    Method(
        name=QUADRATIC,
        title="Quadratic (Open Synthesis)",
        summary="I 1, II 4; every row counts alike",
        formula=(
            "Sum over rows of (3 - x)² where x is below 3, on the scale II 1, I 2, N 3, C 4, CC 5: "
            "I adds 1, II 4, all else 0; every row counts alike."
        ),
        source=(
            "Open Synthesis (twschiller), from its source code; there x is the mean of several analysts' "
            "ratings, here the rating of one."
        ),
        ignores=f"Grades and relevance. {IGNORED}",
        points=quadratic,
    ),
    Method(
        name=LOG_LIKELIHOOD,
        title="Log-likelihood (our own)",
        summary="minus ln likelihood, by a table of ours; support counts",
        formula=(
            "Sum over rows of -ln L', less the least sum. L' = r × L + (1 - r) × M: L is the table's P(E|H) "
            "for the rating, M the mean of L over the hypotheses rated in the row, which NA and unrated cells "
            "get as well, r the reliability of the row. With --kappa X instead: ln X × the points of parc-weighted."
        ),
        source=(
            "This workbench's own, as are the table and the reliabilities, which no study supports. It is not "
            "PARC's normalized (naive Bayes) count, whose table was not published."
        ),
        ignores=(
            "Relevance (with --kappa it counts, and support does not); rows are taken as independent of one "
            "another, save those that share a voice in the adjusted sums; how plausible a hypothesis was before "
            "the evidence, and that a rating may be a step wrong."
        ),
    ),
)

METHODS: Mapping[str, Method] = MappingProxyType({method.name: method for method in _TABLE})

ADDITIVE = tuple(method.name for method in _TABLE if method.points)
"""The methods under which every cell adds exact points of its own."""


@cache
def scale(method: str, weight: Weight) -> Mapping[Rating, Points]:
    """What each rating adds in a row of this weight, under the named additive method.

    Raises:
        ValueError: the method is not additive.
    """
    points = METHODS[method].points
    if points is None:
        raise ValueError(f"{method} is not additive")
    return MappingProxyType({rating: points(rating, weight) for rating in Rating})
