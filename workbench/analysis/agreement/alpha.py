"""Krippendorff's alpha for ratings on CC C N I II, in whole numbers and fractions.

    o_ck  = sum over cells of (pairs rated c and k) / (m - 1), m analysts rated the cell
    n_c   = sum over k of o_ck,  n = sum over c of n_c
    d_ck  = (n_c + ... + n_k  -  (n_c + n_k) / 2) squared, over the steps from c to k (ordinal)
    alpha = 1 - (n - 1) * sum o_ck d_ck / sum n_c n_k d_ck

1 is agreement throughout, 0 what chance would give, below 0 is worse than that. Where all ratings are the same
there is nothing to agree about and no alpha. NA and unrated are missing; a cell that one analyst rated pairs with
nothing. It ignores why they differ, and says nothing of who is right. From .80 on it is usually taken as firm,
from .667 on as tentative, and below that as not to be interpreted.

Source: Krippendorff, Content Analysis (2004), ch. 11.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from workbench.analysis.agreement.cells import PLACE, CellRatings
from workbench.model import Rating

FIRM, TENTATIVE = Fraction(4, 5), Fraction(2, 3)
"""From where on an alpha is usually taken as firm, and as tentative (Krippendorff 2004)."""


class Alpha(NamedTuple):
    """How far analysts agree. `value` is none where nothing is rated by two, or all ratings are the same."""

    value: Fraction | None
    cells: int
    """Cells that at least two analysts rate on CC C N I II."""
    ratings: int
    """The ratings in these."""
    neutral: int
    """How many of them are N."""
    not_applicable: int
    """Ratings NA in all cells: they count as missing."""


def of_cells(found: Sequence[CellRatings]) -> Alpha:
    """The alpha of these cells, with what it was counted from."""
    units = [[PLACE[rating] for rating in cell.ratings.values() if rating in PLACE] for cell in found]
    pairable = [unit for unit in units if len(unit) > 1]
    return Alpha(
        value=alpha(pairable),
        cells=len(pairable),
        ratings=sum(map(len, pairable)),
        neutral=sum(unit.count(PLACE[Rating.N]) for unit in pairable),
        not_applicable=sum(cell.not_applicable for cell in found),
    )


def alpha(units: Iterable[Sequence[int]]) -> Fraction | None:
    """Krippendorff's ordinal alpha of units, each the values it was given; none where it is undefined."""
    alike = Counter(tuple(sorted(unit)) for unit in units if len(unit) > 1)
    coincidences: dict[tuple[int, int], Fraction] = {}
    for unit, times in alike.items():
        counts = Counter(unit)
        for c, n in counts.items():
            for k, other in counts.items():
                pairs = n * (other - (c == k)) * times
                coincidences[c, k] = coincidences.get((c, k), Fraction()) + Fraction(pairs, len(unit) - 1)
    values = Counter[int]()
    for unit, times in alike.items():
        for value in unit:
            values[value] += times
    total = values.total()
    apart = {(c, k): _apart(values, c, k) for c in values for k in values}
    expected = sum(values[c] * values[k] * apart[c, k] for c, k in apart)
    if not expected:
        return None
    observed = sum((pairs * apart[pair] for pair, pairs in coincidences.items()), Fraction())
    return 1 - (total - 1) * observed / expected


def _apart(values: Counter[int], c: int, k: int) -> int:
    """Four times the squared ordinal distance, so that it is a whole number."""
    between = sum(n for value, n in values.items() if min(c, k) <= value <= max(c, k))
    return (2 * between - values[c] - values[k]) ** 2 if c != k else 0
