"""Judging: the analyst's own likelihoods, and how they compare with the computed order.

Points are no probabilities, so nothing is derived from them; only the two orders are compared. They
differ where a hypothesis is held likelier than another that has fewer points (weighted, plain). Equal
points, and equal likelihoods, differ from nothing. A hypothesis that is not tested has no place in the
computed order, and `other` has no column.

Source: Heuer (1999) ch. 8, step 5: the analyst decides and not the matrix, and who disagrees with it
puts in what is missing. That shares are scaled, each by the same factor, is the normalisation that did
best in Karvetski, Mandel and others' comparisons (read as abstracts).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from workbench.analysis.methods import DEFAULT
from workbench.analysis.standing import Standing

TOLERANCE = 0.5
"""Per cent by which shares may miss 100: three thirds are written 33, 33, 34 or 33.3 each."""


class Difference(NamedTuple):
    """A hypothesis that is held likelier than another which has fewer points."""

    likelier: str
    ahead: str
    """The one with fewer points."""


def adds_up(likelihood: Mapping[str, float]) -> bool:
    """Whether shares in per cent make the whole, to within half a per cent."""
    return abs(math.fsum(likelihood.values()) - 100) <= TOLERANCE


def to_hundred(likelihood: Mapping[str, float]) -> dict[str, float]:
    """The shares scaled to make exactly 100, in their order; to be done on request, and shown.

    In whole per cent where all were whole, else in tenths. What is lost in rounding goes to those that
    lost most by it, the first of them where that is equal.

    Raises:
        ValueError: a share is negative or no number, or all are 0, so that nothing can be scaled.
    """
    if any(not (share >= 0 and math.isfinite(share)) for share in likelihood.values()) or not any(likelihood.values()):
        raise ValueError("the likelihoods cannot be scaled: at least one must be above 0, and none below")
    parts = 1 if all(float(share).is_integer() for share in likelihood.values()) else 10
    given = {h: Fraction(str(share)) for h, share in likelihood.items()}
    exact = {h: share * 100 * parts / sum(given.values()) for h, share in given.items()}
    whole = {h: math.floor(share) for h, share in exact.items()}
    short = 100 * parts - sum(whole.values())
    for h in sorted(exact, key=lambda h: whole[h] - exact[h])[:short]:
        whole[h] += 1
    return {h: number / parts for h, number in whole.items()}


def differences(standing: Standing) -> tuple[Difference, ...]:
    """Every pair on which judgement and computed order differ: the likeliest first, against the best ahead of it."""
    judged = standing.case.matrix.judgement
    shares = judged.likelihood if judged else {}
    ranks = {h: rank for h, rank in standing.methods[DEFAULT].ranks.items() if rank is not None and h in shares}
    found = [
        Difference(one, other)
        for one, other in permutations(ranks, 2)
        if shares[one] > shares[other] and ranks[one] > ranks[other]
    ]
    return tuple(sorted(found, key=lambda pair: (-shares[pair.likelier], ranks[pair.ahead])))


def likeliest(likelihood: Mapping[str, float]) -> tuple[str, ...]:
    """Those that are held likeliest, `other` among them, in their order; none where nothing is likely at all."""
    most = max(likelihood.values(), default=0)
    return tuple(h for h, share in likelihood.items() if share == most) if most > 0 else ()


def judged_ranks(likelihood: Mapping[str, float]) -> dict[str, int]:
    """The place of each share, 1 for the largest; equal shares have the same place: 1, 1, 3."""
    return {h: 1 + sum(other > share for other in likelihood.values()) for h, share in likelihood.items()}
