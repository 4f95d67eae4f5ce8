"""Ranking: the order of the hypotheses by points, with ties shown as ties.

Ranks are 1, 1, 3 ("standard competition" ranks): equal points share the better rank. Only tested
hypotheses have one. The order ignores how close two totals are: what it would take to change the
leading set is a question for sensitivity, not for a rank.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple, TypeVar

from workbench.analysis.points import Points

Number = TypeVar("Number", Points, float, Points | float)
"""Exact points; or floats, in which ties were made equal. Never both in one mapping."""

NO_RANK = "–"
"""Stands where a hypothesis is not tested and so has no rank."""


class Result(NamedTuple):
    """What one method makes of a matrix, keyed by hypothesis id in file order.

    `adjusted` are the points when every voice is counted once (see `dependence`); never more than
    `scores`. Hypotheses that are not tested have points but the rank `None`.
    """

    scores: Mapping[str, Points]
    ranks: Mapping[str, int | None]
    leading: tuple[str, ...]
    adjusted: Mapping[str, Points]
    ranks_adjusted: Mapping[str, int | None]
    leading_adjusted: tuple[str, ...]


def result(scores: Mapping[str, Points], adjusted: Mapping[str, Points], tested: Collection[str]) -> Result:
    """Plain and adjusted points with their ranks and leading sets."""
    plain, once = ranks(scores, tested), ranks(adjusted, tested)
    return Result(scores, plain, _first(plain), adjusted, once, _first(once))


def ranks(scores: Mapping[str, Number], tested: Collection[str]) -> dict[str, int | None]:
    """Each hypothesis's rank among the tested: one more than how many have fewer points."""
    sums = {h: points.code if isinstance(points, Points) else points for h, points in scores.items() if h in tested}
    ordered = sorted(sums.values(), reverse=True)
    first = dict(zip(ordered, range(len(ordered), 0, -1), strict=True))
    return {h: first[sums[h]] if h in sums else None for h in scores}


def _first(ranks: Mapping[str, int | None]) -> tuple[str, ...]:
    return tuple([h for h, rank in ranks.items() if rank == 1])


def leading(scores: Mapping[str, Number], among: Collection[str]) -> tuple[str, ...]:
    """All of those given that have the fewest points, in file order; empty where none is given."""
    fewest = min((scores[h] for h in scores if h in among), default=None)
    return tuple(h for h, points in scores.items() if h in among and points == fewest)


def foremost(ranks: Mapping[str, int | None], among: Collection[str]) -> tuple[str, ...]:
    """All of those given, each of which has a rank, that have the best rank among them, in file order."""
    best = min([rank for h, rank in ranks.items() if rank and h in among], default=None)
    return tuple([h for h, rank in ranks.items() if rank == best and h in among])


def label(ranks: Mapping[str, int | None], hypothesis: str) -> str:
    """The rank as it is shown: '1', '1=' where shared, '–' where not tested."""
    rank = ranks[hypothesis]
    if rank is None:
        return NO_RANK
    return f"{rank}=" if list(ranks.values()).count(rank) > 1 else str(rank)
