"""Arrangement: the rows in their blocks, and in an order within each; made on request.

The default order of the rows that decide:

    1. largest difference of weighted points between any two hypotheses
    2. largest difference between the leader and its nearest rivals; among leaders, where they tie
    3. order of the files

Unrated cells take no part in a difference. This is what a row does to the points now; it ignores
what its loss would change, which is for sensitivity. Rows of the other blocks stay in file order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from types import MappingProxyType
from typing import Any, NamedTuple

from workbench.analysis.blocks import Block, block
from workbench.analysis.diagnosticity import INDICES, Index, apart, range_of
from workbench.analysis.methods import DEFAULT, scale
from workbench.analysis.points import ZERO, Points
from workbench.analysis.standing import Standing
from workbench.analysis.weights import CREDIBILITY, OWN, RELIABILITY, STEP, Weight
from workbench.model import Rating

Pairs = Sequence[tuple[str, str]]


class Sort(NamedTuple):
    """An order of rows: `key` gives each address what it is sorted by; file order where keys are equal.

    `by_ratings` says that it depends on them, so that it must not order rows while rating is blind.
    """

    name: str
    title: str
    key: Callable[[Standing, str], Any]
    by_ratings: bool = False


def in_file_order(_standing: Standing, _address: str) -> int:
    """The order in which the files hold them."""
    return 0


def by_grade(standing: Standing, address: str) -> tuple[int, int, int]:
    """Weight level first, high to low; then letter and digit, best first; our own after the graded."""
    grade = standing.setting.grades[address]
    if grade is OWN:
        return (-STEP[grade.level], len(RELIABILITY), 0)
    return (-STEP[grade.level], _LETTERS.index(grade.reliability), _DIGITS.index(grade.credibility))


def by_source(standing: Standing, address: str) -> str:
    """The id of the source; within one, file order."""
    return standing.case.items[address].source


def by_date(standing: Standing, address: str) -> tuple[bool, str]:
    """The time an item speaks of, as written (dates in ISO order sort as text); undated ones last."""
    when = standing.case.items[address].when
    return (True, "") if when in ("", "unknown") else (False, when)


def by_address(_standing: Standing, address: str) -> str:
    """The address, by code points."""
    return address


def by_leaders(standing: Standing, address: str) -> int:
    """How far the leaders' ratings lie apart; of one leader, how far from the next best. Most first."""
    ratings = standing.setting.ratings(standing.case, address)
    best = standing.methods[DEFAULT]
    if len(best.leading) != 1:
        return -range_of(ratings[h] for h in best.leading if h in ratings)
    rivals = (h for h, rank in best.ranks.items() if rank == 2)
    return -max((apart(ratings, best.leading[0], rival) for rival in rivals), default=0)


def _by_index(index: Index) -> Sort:
    """Largest first. Values are rounded, as rows that tell alike differ in the last digits of a float."""

    def key(standing: Standing, address: str) -> float:
        return -round(index.of(standing.setting.ratings(standing.case, address).values()), 12)

    return Sort(index.name, f"{index.title}, most first", key, by_ratings=True)


SORTS: Mapping[str, Sort] = MappingProxyType(
    {
        sort.name: sort
        for sort in (
            Sort("file", "order of the files", in_file_order),
            Sort("grade", "grade, best first", by_grade),
            Sort("source", "source", by_source),
            Sort("date", "the time it speaks of", by_date),
            Sort("address", "address", by_address),
            *map(_by_index, (INDICES[name] for name in ("information", "range", "deviation", "likelihood-ratio"))),
            Sort("leaders", "what parts the leaders, or leader and next best", by_leaders, by_ratings=True),
        )
    }
)
"""The orders beside the default, by name."""

DEFAULT_SORT = "decides"

_LETTERS = tuple(RELIABILITY)
_DIGITS = tuple(CREDIBILITY)


def arranged(standing: Standing, sort: str = DEFAULT_SORT) -> dict[Block, tuple[str, ...]]:
    """Addresses of all unparked rows by block, each block in order; a block may be empty.

    Args:
        standing: of the case whose rows are wanted.
        sort: `decides`, or a name in `SORTS`.
    """
    blocks: dict[Block, list[str]] = {kind: [] for kind in Block}
    for address in standing.case.items:
        if not standing.case.parked(address):
            blocks[block(standing.setting.ratings(standing.case, address).values())].append(address)
    if sort == DEFAULT_SORT:
        blocks[Block.DECIDES] = _by_difference(standing, blocks[Block.DECIDES])
        return {kind: tuple(rows) for kind, rows in blocks.items()}
    key = SORTS[sort].key
    return {kind: tuple(sorted(rows, key=lambda a: key(standing, a))) for kind, rows in blocks.items()}


def contenders(standing: Standing) -> Pairs:
    """The pairs that matter most: the leaders among themselves, or the one leader with each next best."""
    result = standing.methods[DEFAULT]
    if len(result.leading) != 1:
        return tuple(combinations(result.leading, 2))
    second = [h for h, rank in result.ranks.items() if rank == 2]
    return tuple(product(result.leading, second))


def difference(standing: Standing, address: str, pairs: Pairs) -> tuple[Points, Points]:
    """How far a row's weighted points differ: between any hypotheses, and at most within the pairs."""
    ratings = standing.setting.ratings(standing.case, address)
    weight = standing.setting.weight(standing.case, address)
    rated = [frozenset((ratings[a], ratings[b])) for a, b in pairs if a in ratings and b in ratings]
    within = max((_spread(weight, pair) for pair in set(rated)), default=ZERO)
    return _spread(weight, frozenset(ratings.values())), within


@cache
def _spread(weight: Weight, ratings: frozenset[Rating]) -> Points:
    scores = scale(DEFAULT, weight)
    given = [scores[rating] for rating in ratings]
    return max(given, default=ZERO) - min(given, default=ZERO)


def _by_difference(standing: Standing, rows: Sequence[str]) -> list[str]:
    pairs = contenders(standing)
    keys = {address: difference(standing, address, pairs) for address in rows}
    place = {key: n for n, key in enumerate(sorted(set(keys.values()), reverse=True))}
    return sorted(rows, key=lambda address: place[keys[address]])
