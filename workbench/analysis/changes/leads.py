"""What became of a lead: kept, shared, lost or taken over, by how much, and how the others moved behind it.

By weighted points (`DEFAULT`), with those of equal weights beside it. Where fewer than two hypotheses are tested there
is nothing to compare, so nobody leads. It ignores what a lead rests on: that is said by the answer of either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from workbench.analysis.changes.effects import Effect, State
from workbench.analysis.changes.side import Side
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.analysis.points import Points
from workbench.analysis.standing import Standing, standing


class Turn(StrEnum):
    """What became of a lead, from the leading set before and the one now."""

    KEPT = "kept"
    """The same set leads, or as before nobody."""
    SHARED = "shared"
    """All who led lead still, and others with them."""
    NARROWED = "narrowed"
    """Some of those who led lead now, and nobody else."""
    TAKEN = "taken"
    """None of those who led lead now; others do."""
    MIXED = "mixed"
    """Some who led lead still, some do not, and others do."""
    FIRST = "first"
    """Nobody led, somebody does."""
    LOST = "lost"
    """Somebody led, nobody does."""


class Place(NamedTuple):
    """Who leads on one side, in file order. Empty where nobody does."""

    leading: tuple[str, ...]
    equal: tuple[str, ...]
    """Who leads by equal weights."""
    once: tuple[str, ...]
    """Who leads by weighted points with every voice counted once."""
    margin: Points | None
    """How many points the next one is behind; none where nobody leads, or no tested hypothesis is behind."""
    next: tuple[str, ...]
    """Who is next."""


class Lead(NamedTuple):
    """A lead before and now, and the ranks that changed."""

    turn: Turn
    before: Place
    after: Place
    ranks: Mapping[str, tuple[int, int]]
    """Rank before and now, by hypothesis, of those that have one on both sides and another one now."""

    @property
    def swapped(self) -> tuple[str, str] | None:
        """The two hypotheses that swapped ranks, the better one now first, where nothing else moved among the ranks."""
        if len(self.ranks) != 2:
            return None
        (one, (one_was, one_now)), (other, (other_was, other_now)) = self.ranks.items()
        if (one_was, other_was) != (other_now, one_now):
            return None
        return (one, other) if one_now < other_now else (other, one)


class Unmoved(NamedTuple):
    """A matrix that is as it was, of a question in which another one is not."""

    question: str
    analyst: str
    standing: Standing

    @property
    def leading(self) -> tuple[str, ...]:
        """Who leads by weighted points."""
        return place(self.standing).leading


NOWHERE = Place((), (), (), None, ())


def lead(effect: Effect) -> Lead:
    """What became of the lead in one matrix; a side without the matrix has nobody who leads."""
    before, after = _place(effect.before), _place(effect.after)
    return Lead(_turn(before.leading, after.leading), before, after, _ranks(effect))


def place(found: Standing) -> Place:
    """Who leads, and how far the next one is behind."""
    result = found.methods[DEFAULT]
    tested = [h for h, rank in result.ranks.items() if rank]
    if len(tested) < 2:
        return NOWHERE
    behind = [h for h in tested if h not in result.leading]
    fewest = min((result.scores[h] for h in behind), default=None)
    following = tuple(h for h in behind if result.scores[h] == fewest)
    margin = None if fewest is None else fewest - result.scores[result.leading[0]]
    return Place(result.leading, found.methods[EQUAL_WEIGHTS].leading, result.leading_adjusted, margin, following)


def unmoved(after: Side, effects: Iterable[Effect], analyst: str = "") -> tuple[Unmoved, ...]:
    """The matrices without an effect of the questions that have one, by question and analyst."""
    touched = {(one.question, one.analyst) for one in effects}
    beside = [(q, who) for q in sorted({q for q, _ in touched}) for who in after.analysts(q) if (q, who) not in touched]
    cases = ((q, who, after.case(q, who)) for q, who in beside if analyst in {"", who})
    return tuple(Unmoved(q, who, standing(case)) for q, who, case in cases if case)


def _place(state: State | None) -> Place:
    return place(state.standing) if state else NOWHERE


def _turn(before: tuple[str, ...], after: tuple[str, ...]) -> Turn:
    was, now = set(before), set(after)
    if was == now:
        return Turn.KEPT
    if not was or not now:
        return Turn.LOST if was else Turn.FIRST
    if was < now:
        return Turn.SHARED
    if now < was:
        return Turn.NARROWED
    return Turn.MIXED if was & now else Turn.TAKEN


def _ranks(effect: Effect) -> dict[str, tuple[int, int]]:
    if effect.before is None or effect.after is None:
        return {}
    was, now = (state.standing.methods[DEFAULT].ranks for state in (effect.before, effect.after))
    both = ((h, was.get(h), rank) for h, rank in now.items())
    return {h: (old, new) for h, old, new in both if old and new and old != new}
