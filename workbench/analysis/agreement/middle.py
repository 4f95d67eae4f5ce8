"""Middle: the median of several analysts' ratings of a cell, on CC C N I II.

NA and unrated count as missing; where more than half of those who rated the cell say NA, it is NA. With an even
number of ratings the median is midway between the two in the middle: C and I make N, though nobody said N. Where
midway falls between two steps, the step nearer to N is taken: it claims no more than either half does, and a scale
read from its other end gives the same. The order is worked out both ways, and it is said where that matters.
A median is taken since the steps are an order and not numbers to be averaged; it ignores how far away the rest are.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from workbench.analysis.agreement.cells import PLACE
from workbench.analysis.flips import SCALE
from workbench.model import Rating


class Middle(NamedTuple):
    """A median. `away` is the step on the other side where it falls between two, else the same."""

    rating: Rating
    away: Rating


def middle(ratings: Collection[Rating]) -> Middle | None:
    """The median of the ratings of one cell; none where there is none."""
    places = [PLACE[rating] for rating in ratings if rating in PLACE]
    if 2 * len(places) < len(ratings):
        return Middle(Rating.NA, Rating.NA)
    if not places:
        return None
    near, away = midway(places, PLACE[Rating.N])
    return Middle(SCALE[near], SCALE[away])


def midway(places: Collection[int], centre: int) -> tuple[int, int]:
    """The median of some places, one at least; between two the one nearer to the centre first, then the other."""
    ordered = sorted(places)
    low, odd = divmod(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2], 2)
    return (low, low + odd) if low >= centre else (low + odd, low)
