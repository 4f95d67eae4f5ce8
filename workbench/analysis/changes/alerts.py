"""Alerts: what a reviewer should look at before the numbers, each a fact that follows from both sides.

None says that a change is wrong. They say what it did without a word, and to whose advantage.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from workbench.analysis.changes import regraded, touched
from workbench.analysis.changes.comparison import Comparison
from workbench.analysis.changes.contested import Contested
from workbench.analysis.changes.effects import Effect
from workbench.analysis.changes.leads import place
from workbench.analysis.changes.values import Cell, Field, How
from workbench.model import BEARING, CONTRADICTING


class Code(StrEnum):
    """What there is to look at, in the order in which it is said."""

    AGAINST_LEADER = "against-leader"
    """What was taken away or made weaker spoke against a hypothesis that leads now."""
    SAME_REASON = "same-reason"
    """A rating changed side, and the reason beside it is the same, or there is none."""
    GRADE = "grade"
    """A grade changed, and why it is so did not, or is not said."""
    OLD_WORDING = "old-wording"
    """A text changed, and its ratings are of the old one."""
    RATINGS_LOST = "ratings-lost"
    """An item was deleted that analysts had rated."""
    CONTESTED = "contested"
    """A cell is contested now because somebody left the side of the others."""
    RESTED_ON = "rested-on"
    """The earlier answer was not separated, and the change concerns what would have changed it first."""


class Alert(NamedTuple):
    """Something to look at. What a code has no use for is empty."""

    code: Code
    about: str
    """An item's address; the id of a source or origin whose grade it is, of a hypothesis whose statement it is."""
    kind: str = "item"
    """`item`, `source`, `origin` or `hypothesis`."""
    question: str = ""
    analysts: tuple[str, ...] = ()
    """In whose matrices, by id; of a contested cell those who changed side."""
    hypotheses: tuple[str, ...] = ()
    """Those concerned; of `against-leader` those that lead now."""
    way: str = ""
    """Of `against-leader` what became of it (see `Way`); of a grade `lowered`, `raised` or `changed`."""
    was: str = ""
    """A rating or a grade before."""
    now: str = ""
    reason: str = ""
    """What stands as the reason of a rating or a grade; empty where none is given."""
    only: bool = False
    """Of `against-leader`: whether the item spoke against no other hypothesis."""
    led: bool = False
    """Of `against-leader`: whether all of them led before as well."""
    rows: int = 0
    """Of `old-wording`: how many rows of each matrix are rated so."""


def alerts(found: Comparison) -> tuple[Alert, ...]:
    """Everything there is to look at, by code; what is the same of several analysts is said once."""
    joined = _joined if len(found.before.matrices) > 1 else iter
    return (
        *joined(_against_leader(found)),
        *_same_reason(found),
        *_grades(found),
        *joined(_old_wording(found)),
        *joined(_ratings_lost(found)),
        *_contested(found),
        *joined(_rested_on(found)),
    )


def _joined(every: Iterable[Alert]) -> Iterator[Alert]:
    """Alerts that say the same of one analyst each become one."""
    same: dict[tuple[object, ...], list[Alert]] = {}
    for one in every:
        same.setdefault((*one[:4], *one[5:]), []).append(one)
    for alike in same.values():
        first, *others = alike
        yield first._replace(analysts=tuple(sorted(who for one in alike for who in one.analysts))) if others else first


def _against_leader(found: Comparison) -> Iterator[Alert]:
    for effect in found.effects:
        if effect.before is None or effect.after is None:
            continue
        leads, led = (place(state.standing).leading for state in (effect.after, effect.before))
        for row in touched.weakened(found, effect):
            if hit := tuple(h for h in row.against if h in leads):
                yield Alert(
                    Code.AGAINST_LEADER,
                    row.address,
                    question=effect.question,
                    analysts=(effect.analyst,),
                    hypotheses=hit,
                    way=row.way,
                    only=row.all_against == 1,
                    led=all(h in led for h in hit),
                )


def changes_side(cell: Cell) -> bool:
    """Whether the item spoke for the hypothesis and speaks against it now, or the other way round."""
    if cell.was is cell.now or cell.was not in BEARING or cell.now not in BEARING:
        return False
    return (cell.was in CONTRADICTING) is not (cell.now in CONTRADICTING)


def _same_reason(found: Comparison) -> Iterator[Alert]:
    for matrix in found.matrices:
        for cell in matrix.cells:
            if changes_side(cell) and cell.because_was == cell.because_now and not cell.suspect:
                yield Alert(
                    Code.SAME_REASON,
                    cell.address,
                    question=matrix.question,
                    analysts=(matrix.analyst,),
                    hypotheses=(cell.hypothesis,),
                    was=str(cell.was),
                    now=str(cell.now),
                    reason=cell.because_now,
                )


def _grades(found: Comparison) -> Iterator[Alert]:
    for one in regraded.unexplained(found):
        analysts = (one.analyst,) if one.analyst else ()
        yield Alert(
            Code.GRADE,
            one.about,
            one.kind,
            one.question,
            analysts,
            way=one.way,
            was=one.was,
            now=one.now,
            reason=one.because,
        )


def _old_wording(found: Comparison) -> Iterator[Alert]:
    """By item, and by hypothesis where its statement changed."""
    stated = [t for t in found.things if t.kind == "hypothesis" and _reworded(t.field("statement"))]
    for effect in found.effects:
        own = (effect.question, (effect.analyst,))
        yield from (Alert(Code.OLD_WORDING, address, "item", *own, rows=1) for address in effect.reworded)
        for thing in stated:
            if thing.question == effect.question and (rows := _rating(effect, thing.id)):
                yield Alert(Code.OLD_WORDING, thing.id, "hypothesis", *own, rows=rows)


def _reworded(field: Field | None) -> bool:
    return field is not None and bool(field.was and field.now)


def _rating(effect: Effect, hypothesis: str) -> int:
    """How many stale rows rate a hypothesis."""
    after = effect.after
    if after is None:
        return 0
    matrix = after.standing.case.matrix
    return sum(hypothesis in matrix.row(address).ratings for address in after.stale)


def _ratings_lost(found: Comparison) -> Iterator[Alert]:
    gone = [thing.id for thing in found.things if thing.kind == "item" and thing.how is How.REMOVED]
    if not gone:
        return
    asked = {q: frozenset(addresses) for q, addresses in found.before.selected.items()}
    for (question, analyst), matrix in found.before.matrices.items():
        if (question, analyst) in found.after.matrices:
            for address in gone:
                if matrix.row(address).ratings and address in asked.get(question, ()):
                    yield Alert(Code.RATINGS_LOST, address, question=question, analysts=(analyst,))


def _contested(found: Comparison) -> Iterator[Alert]:
    if not found.contested:
        return
    rated = {
        (matrix.question, cell.address, cell.hypothesis, matrix.analyst): cell
        for matrix in found.matrices
        for cell in matrix.cells
        if not cell.suspect and changes_side(cell)
    }
    for one in found.contested:
        key = (one.question, one.address, one.hypothesis)
        moved = {who: cell for who in one.ratings if (cell := rated.get((*key, who)))}
        if left := _left(one, moved):
            yield Alert(
                Code.CONTESTED,
                one.address,
                question=one.question,
                analysts=tuple(left),
                hypotheses=(one.hypothesis,),
                was=_one({str(moved[who].was) for who in left}),
                now=_one({str(moved[who].now) for who in left}),
            )


def _left(one: Contested, moved: Mapping[str, Cell]) -> list[str]:
    """Who changed side and was on that of all who did not; nobody where the others were not of one mind."""
    sides = {rating in CONTRADICTING for who, rating in one.ratings.items() if who not in moved}
    return sorted(moved) if len(sides) == 1 and all(_was_in(cell, sides) for cell in moved.values()) else []


def _was_in(cell: Cell, sides: Collection[bool]) -> bool:
    return (cell.was in CONTRADICTING) in sides


def _one(texts: Collection[str]) -> str:
    """The one text there is; empty where there are several."""
    return next(iter(texts)) if len(texts) == 1 else ""


def _rested_on(found: Comparison) -> Iterator[Alert]:
    for effect in found.effects:
        for address in touched.tipping(effect) if effect.after else ():
            if touched.touched(found, effect, address):
                yield Alert(Code.RESTED_ON, address, question=effect.question, analysts=(effect.analyst,))
