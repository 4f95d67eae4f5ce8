"""Steps: a grade or a relevance one step up or down.

A step of a grade moves the credibility weight of a row between low, medium and high, whichever of
its letter and digit that would take. A step of a source or of an origin moves all its graded rows
that are not at the end already. Our own thinking has no grade, and does not move with one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from workbench.analysis.groups import Group, origins, sources
from workbench.analysis.ledger import Alike, Codes, Footing, Ledger, Shift, codes, columns, sums
from workbench.analysis.weights import Weight
from workbench.model import Level, Rating

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
        for rows, move, _, leading in decisive_steps(ledger)
        for address in map(ledger.addresses.__getitem__, rows)
    ]
    groups = (step for _, step in group_steps(ledger, (*sources(ledger), *origins(ledger))))
    return (*sorted(rows, key=lambda step: (step.what, step.id, step.up)), *groups)


def decisive_steps(ledger: Ledger) -> Iterator[tuple[Sequence[int], Move, int, tuple[str, ...]]]:
    """Rows, the step of any one of them that changes the leading set, its swing, and what leads then."""
    for alike in ledger.alike(step_reach(ledger)):
        worth = codes(ledger.method, alike.footing.weight)
        if len({worth[rating] for rating in alike.ratings.values()}) == 1:
            continue  # a row that moves all alike moves no gap
        for move in moves(alike.footing):
            shift = step_shift(ledger, alike, move)
            if swing := ledger.swing(shift):
                yield alike.rows, move, swing, ledger.after(shift)


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
    possible = ((weight, move.weight) for weight in ledger.weights for move in moves(Footing(weight, graded=True)))
    return max((abs(code) for pair in possible for code in change(ledger.method, *pair).values()), default=0)


def group_steps(ledger: Ledger, groups: Sequence[Group]) -> Iterator[tuple[int, Step]]:
    """The steps of all graded rows of a source or an origin that change the leading set, with their swings."""
    near = ledger.near(step_reach(ledger) * max((len(group.rows) for group in groups), default=0))
    if not near:
        return
    stand, turns = ledger.columns(near), {up: _turns(ledger, up=up) for up in (False, True)}
    for group in groups:
        of_group = sums(stand, group.rows)
        for up, turn in turns.items():
            if turn.may(ledger, of_group):
                shift = turn.shift(ledger, group, near)
                if swing := ledger.swing(shift):
                    rows = tuple(
                        sorted(ledger.addresses[row] for row in group.rows if turn.moves[ledger.footings[row]])
                    )
                    yield swing, Step(group.what, group.id, rows, up, None, None, ledger.after(shift))


class _Turn(NamedTuple):
    """A step of all grades one way: what it adds to the cells of a row on each footing, and where it moves."""

    up: bool
    added: Mapping[Footing, Codes]
    moves: Mapping[Footing, bool]
    share: Fraction
    """What it adds to a cell at most, as a share of what stands there."""

    def may(self, ledger: Ledger, stand: Mapping[str, int]) -> bool:
        """Whether it can change the leading set, where so much stands against each hypothesis in the group.

        Up a gap shrinks by what is added to the leader at most, down by what is taken from the rival.
        """
        part, whole = self.share.as_integer_ratio()
        if self.up:
            top = part * max([stand[leader] for leader in ledger.leading])
            return min(ledger.needs.values()) * whole <= top
        at = stand.get
        return any(need * whole <= part * at(rival, 0) for rival, need in ledger.needs.items())

    def shift(self, ledger: Ledger, group: Group, hypotheses: Sequence[str]) -> Shift:
        """What it adds to the totals."""
        rows = [(self.added[ledger.footings[row]], ledger.given[row]) for row in group.rows]
        return {h: sum(codes) for h, codes in columns(rows, hypotheses).items()}


def _turns(ledger: Ledger, *, up: bool) -> _Turn:
    added, moved, shares = {}, {}, [Fraction(0)]
    for footing in set(ledger.footings):
        weights = [move.weight for move in moves(footing) if move.what == "grade" and move.up is up]
        moved[footing] = bool(weights)
        added[footing] = change(ledger.method, footing.weight, weights[0] if weights else footing.weight)
        shares.append(Fraction(abs(added[footing][Rating.I]), codes(ledger.method, footing.weight)[Rating.I]))
    return _Turn(up, added, moved, max(shares))
