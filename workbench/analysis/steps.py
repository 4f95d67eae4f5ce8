"""Steps: a grade or a relevance one step up or down.

A step of a grade moves the credibility weight of a row between low, medium and high, whichever of
its letter and digit that would take. A step of a source or of an origin moves all its graded rows
that are not at the end already. Our own thinking has no grade, and does not move with one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import sub
from typing import NamedTuple

from workbench.analysis.groups import Group, by_group, largest, origins, sources
from workbench.analysis.ledger import FOOTINGS, Added, Alike, Codes, Footing, Ledger, Shift, codes, sums
from workbench.analysis.smallest import Name, fewest
from workbench.analysis.weights import Weight
from workbench.model import Level

LEVELS = tuple(Level)
"""Low, medium, high."""


class Step(NamedTuple):
    """A weight one step up or down, and what leads then."""

    what: str
    """`grade` (the row's credibility weight), `relevance`, or `source`, `origin` (all its graded rows)."""
    id: str
    items: tuple[str, ...]
    """The rows that move, by address."""
    up: bool
    was: Level | None
    """The level of the one row before and after; none for a source or an origin."""
    now: Level | None
    leading: tuple[str, ...]


class Move(NamedTuple):
    """A step that a row could make: of its `grade` or its `relevance`, and the weight it has then."""

    what: str
    up: bool
    was: Level
    now: Level
    weight: Weight


def steps(ledger: Ledger) -> tuple[Step, ...]:
    """Every step that changes the leading set: of rows, then of sources and origins, each by id."""
    rows = [
        Step(move.what, address, (address,), move.up, move.was, move.now, leading)
        for rows, move, leading in _decisive(ledger)
        for address in map(ledger.addresses.__getitem__, rows)
    ]
    groups = group_steps(ledger, (*sources(ledger), *origins(ledger)))
    return (*sorted(rows, key=lambda step: (step.what, step.id, step.up)), *groups)


def _decisive(ledger: Ledger) -> Iterator[tuple[Sequence[int], Move, tuple[str, ...]]]:
    """Rows, the step of any one of them that changes the leading set, and what leads then."""
    for alike in ledger.alike(step_reach(ledger)):
        worth = codes(ledger.method, alike.footing.weight)
        if len({worth[rating] for rating in alike.ratings.values()}) == 1:
            continue  # a row that moves all alike moves no gap
        for move in moves(alike.footing):
            shift = step_shift(ledger, alike, move)
            if ledger.swing(shift):
                yield alike.rows, move, ledger.after(shift)


def furthest_step(ledger: Ledger) -> Step | None:
    """Of the steps of one row that change the leading set the one that does most to the gap that decides.

    Of equals the first by address, then of the relevance, then down.
    """
    tried = _added(ledger, _MOVES)
    number = len(ledger.addresses)

    def amounts(leader: str, rival: str) -> list[int]:
        return [amount for added in tried for amount in map(sub, added.to(leader), added.to(rival))]

    def name(_leader: str, _rival: str, place: int) -> Name:
        move, row = divmod(place, number)
        return (ledger.addresses[row], str(move))

    found = fewest(ledger, step_reach(ledger), amounts, name, most=1)
    if found is None:
        return None
    ((address, which),) = found.names
    row, (what, up) = ledger.addresses.index(address), _MOVES[int(which)]
    move = step_of(ledger.footings[row], what, up=up)
    leading = ledger.after({h: tried[int(which)].to(h)[row] for h in ledger.totals})
    return Step(what, address, (address,), up, move.was, move.now, leading) if move else None


_MOVES = (("relevance", False), ("relevance", True), ("grade", False), ("grade", True))
"""The steps there are of a row: of what, and whether up."""


@cache
def move_codes(method: str, what: str, *, up: bool) -> Mapping[Footing, Codes]:
    """What such a step adds to a cell of each rating, by footing: nothing where there is no such step."""
    found = {}
    for footing in FOOTINGS:
        move = step_of(footing, what, up=up)
        found[footing] = change(method, footing.weight, move.weight if move else footing.weight)
    return found


def step_of(footing: Footing, what: str, *, up: bool) -> Move | None:
    """Such a step of a row on this footing, where it can make one."""
    return next((move for move in moves(footing) if move.what == what and move.up is up), None)


def step_shift(ledger: Ledger, alike: Alike, move: Move) -> Shift:
    """What a step of one such row adds to the totals in and near the lead."""
    codes = change(ledger.method, alike.footing.weight, move.weight)
    return {h: codes[rating] for h, rating in alike.ratings.items()}


@cache
def moves(footing: Footing) -> tuple[Move, ...]:
    """The steps that a row on this footing can make."""
    (credibility, relevance), graded = footing
    found = []
    for up in (False, True):
        now = _stepped(relevance, up=up)
        found.append(Move("relevance", up, relevance, now, Weight(credibility, now)))
        now = _stepped(credibility, up=up)
        found.append(Move("grade", up, credibility, now, Weight(now, relevance)))
    return tuple(move for move in found if move.was is not move.now and (graded or move.what != "grade"))


@cache
def change(method: str, before: Weight, after: Weight) -> Codes:
    """What another weight of its row adds to a cell of each rating, as a code."""
    old, new = codes(method, before), codes(method, after)
    return {rating: new[rating] - code for rating, code in old.items()}


def _stepped(level: Level, *, up: bool) -> Level:
    place = LEVELS.index(level) + (1 if up else -1)
    return LEVELS[min(max(place, 0), len(LEVELS) - 1)]


def step_reach(ledger: Ledger) -> int:
    """The most that a step of one row can do to a gap: all cells of a row move the same way."""
    return _reach(ledger.method, ledger.weights)


@cache
def _reach(method: str, weights: frozenset[Weight]) -> int:
    possible = [(weight, move.weight) for weight in weights for move in moves(Footing(weight, graded=True))]
    return max([abs(code) for pair in possible for code in change(method, *pair).values()], default=0)


def group_steps(ledger: Ledger, groups: Sequence[Group]) -> Iterator[Step]:
    """The steps of all graded rows of a source or an origin that change the leading set."""
    near = ledger.near(step_reach(ledger) * largest(groups))
    if not near:
        return
    downward, upward = ({h: added.to(h) for h in near} for added in grade_steps(ledger))
    for group in groups:
        for up, columns in ((False, downward), (True, upward)):
            shift = sums(columns, group.rows)
            if ledger.swing(shift):
                yield _of_group(ledger, group, ledger.after(shift), up=up)


def grade_steps(ledger: Ledger) -> tuple[Added, Added]:
    """What a step of the grade of each row adds: down, and up."""
    down, up = _added(ledger, (("grade", False), ("grade", True)))
    return down, up


def furthest_group_step(ledger: Ledger, tried: tuple[Added, Added], groups: Sequence[Group]) -> Step | None:
    """Of the steps of sources or of origins that change the leading set the one that does most to the deciding gap.

    Of equals the first by id, then down. `tried` are the `grade_steps` of the ledger.
    """

    @cache
    def moved(hypothesis: str) -> list[int]:
        return [*by_group(tried[0].to(hypothesis), groups), *by_group(tried[1].to(hypothesis), groups)]

    def amounts(leader: str, rival: str) -> list[int]:
        return list(map(sub, moved(leader), moved(rival)))

    def name(_leader: str, _rival: str, place: int) -> Name:
        up, group = divmod(place, len(groups))
        return (groups[group].id, str(up))

    found = fewest(ledger, step_reach(ledger) * largest(groups), amounts, name, most=1)
    if found is None:
        return None
    ((id_, which),) = found.names
    (group,) = [group for group in groups if group.id == id_]
    up = which == "1"
    shift = sums({h: tried[up].to(h) for h in ledger.totals}, group.rows)
    return _of_group(ledger, group, ledger.after(shift), up=up)


def _added(ledger: Ledger, moves: Iterable[tuple[str, bool]]) -> list[Added]:
    return [Added(ledger, move_codes(ledger.method, what, up=up)) for what, up in moves]


def _of_group(ledger: Ledger, group: Group, leading: tuple[str, ...], *, up: bool) -> Step:
    rows = [row for row in group.rows if step_of(ledger.footings[row], "grade", up=up)]
    return Step(group.what, group.id, tuple(sorted([ledger.addresses[row] for row in rows])), up, None, None, leading)
