"""What the changes did to the answer: scores and ranks, who leads and what that rests on, stale and unrated rows.

Both sides are counted as any screen or page counts them (`standing`, `answer`, `linchpins`), so the numbers are the
same. It ignores which of several changes did it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.analysis.answer import Answer, answer
from workbench.analysis.changes.side import Side
from workbench.analysis.heuer.staleness import stale
from workbench.analysis.heuer.work import Work
from workbench.analysis.ledger import ledger
from workbench.analysis.linchpins import Linchpin, linchpins
from workbench.analysis.methods import DEFAULT, SIDE_BY_SIDE
from workbench.analysis.separation import separated
from workbench.analysis.standing import Standing, standing
from workbench.analysis.weights import Weight
from workbench.model import Case, judgement_stale, matrix_fingerprint


class Verdict(StrEnum):
    """What the changes did, the most that is true of it."""

    BEGUN = "begun"
    """There was no such matrix before."""
    GONE = "gone"
    """There is no such matrix any more."""
    LEADER = "leader"
    """Another set of hypotheses has fewest points, under the default method."""
    ANSWER = "answer"
    """The same lead, but the answer says something else: what it depends on, or what is left open."""
    RESTS = "rests"
    """The answer is the same but for what it rests on."""
    POINTS = "points"
    """Points moved, and nothing else."""
    NOTHING = "nothing"
    """No score moved."""


@dataclass(frozen=True, slots=True)
class State:
    """Where the hypotheses stood on one side. `unrated` are the hypotheses not rated in a row, by address."""

    standing: Standing
    answer: Answer
    linchpins: Mapping[str, Linchpin]
    stale: tuple[str, ...]
    unrated: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, Weight]
    """Of every unparked row, by address."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What the changes did to one analyst's answer of a question. A side without the matrix has no state."""

    question: str
    analyst: str
    before: State | None
    after: State | None
    verdict: Verdict
    reweighed: Mapping[str, tuple[Weight, Weight]]
    """Rows in both that count otherwise, because of a grade or a relevance: weight before and after."""
    linchpins_new: tuple[Linchpin, ...]
    linchpins_gone: tuple[Linchpin, ...]
    stale: tuple[str, ...]
    """Rows that are stale now and were not."""
    reworded: tuple[str, ...]
    """Rows whose item has another text now, and whose ratings are of the old one: stale, or as they were, unmarked."""
    confirmed: tuple[str, ...]
    """Rows that were stale, and are there and are not now."""
    unrated: Mapping[str, tuple[str, ...]]
    """Cells unrated now that were rated, or were not there, by address."""
    judgement_stale: bool
    """Whether the judgement was made on another matrix than there is now, and is so by these changes."""
    joined: tuple[str, ...]
    """Items there on both sides that belong to the question now and did not."""
    left: tuple[str, ...]


def effect(before: Side, after: Side, question: str, analyst: str) -> Effect | None:
    """The effect on one matrix; none where nothing its case is made of has changed."""
    old, new = before.case(question, analyst), after.case(question, analyst)
    if (old is None and new is None) or (old and new and _same(old, new)):
        return None
    was, now = _state(old) if old else None, _state(new) if new else None
    rows_was, rows_now = before.selected.get(question, ()), after.selected.get(question, ())
    return Effect(
        question=question,
        analyst=analyst,
        before=was,
        after=now,
        verdict=_verdict(was, now),
        reweighed=_reweighed(was, now),
        linchpins_new=_without(now, was),
        linchpins_gone=_without(was, now),
        stale=tuple(a for a in (now.stale if now else ()) if not (was and a in was.stale)),
        reworded=_reworded(old, new, now),
        confirmed=tuple(a for a in (was.stale if was else ()) if now and a in now.weights and a not in now.stale),
        unrated=_unrated(was, now),
        judgement_stale=_judged_before(old, new),
        joined=_not_in(rows_now, rows_was, before.items) if old and new else (),
        left=_not_in(rows_was, rows_now, after.items) if old and new else (),
    )


def _judged_before(old: Case | None, new: Case | None) -> bool:
    if new is None or not judgement_stale(new):
        return False
    marks = [matrix_fingerprint(case, as_called_now=True) for case in (old, new) if case]
    return len({*marks}) == len(marks)


def _reworded(old: Case | None, new: Case | None, now: State | None) -> tuple[str, ...]:
    if old is None or new is None or now is None:
        return ()
    texts = {address: item.text for address, item in old.items.items()}
    other = [a for a in now.weights if (was := texts.get(a)) and was != new.items[a].text]
    stale = frozenset(now.stale) if other else frozenset()
    rows = ((address, new.matrix.row(address)) for address in other)
    return tuple(
        address
        for address, row in rows
        if address in stale or (row.ratings and not row.wording and row == old.matrix.row(address))
    )


def _not_in(rows: Iterable[str], others: Iterable[str], items: Collection[str]) -> tuple[str, ...]:
    """Items of the one question that belong to it there, and not to it on the other side, where they are as well."""
    outside = frozenset(others)
    return tuple(address for address in rows if address not in outside and address in items)


def _same(old: Case, new: Case) -> bool:
    """Whether all that an answer is made of is the same."""
    return (
        old.question == new.question
        and old.matrix == new.matrix
        and old.items == new.items
        and old.elsewhere == new.elsewhere
        and old.sources == new.sources
        and old.origins == new.origins
    )


def _state(case: Case) -> State:
    found = standing(case)
    rows = ledger(found)
    return State(
        standing=found,
        answer=answer(found, separated(rows)),
        linchpins={pin.address: pin for pin in linchpins(rows)},
        stale=stale(Work(case, date.min, found)),  # no day: nothing is overdue here
        unrated={} if found.complete else _open(case),
        weights=dict(zip(rows.addresses, (footing.weight for footing in rows.footings), strict=True)),
    )


def _open(case: Case) -> dict[str, tuple[str, ...]]:
    """The hypotheses not rated in a row, by address."""
    ids = [h.id for h in case.hypotheses]
    cells = ((item.address, tuple(h for h in ids if h not in row.ratings)) for item, row in case.rows)
    return {address: some for address, some in cells if some}


def _verdict(was: State | None, now: State | None) -> Verdict:
    if was is None:
        return Verdict.BEGUN
    if now is None:
        return Verdict.GONE
    if was.standing.methods[DEFAULT].leading != now.standing.methods[DEFAULT].leading:
        return Verdict.LEADER
    if was.standing.headline != now.standing.headline:
        return Verdict.ANSWER
    if rests_on(was) != rests_on(now):
        return Verdict.RESTS
    if any(was.standing.methods[m] != now.standing.methods[m] for m in SIDE_BY_SIDE):
        return Verdict.POINTS
    return Verdict.NOTHING


def rests_on(state: State) -> tuple[object, ...]:
    """What the answer says that it rests on, whatever the items and hypotheses it names are called.

    Of several changes only how many it takes; empty where nothing is said, as cells are unrated or too few tested.
    """
    standing, cheapest = state.standing, state.answer.separation
    if cheapest is None or not standing.complete or len(standing.bears_on) - len(standing.not_tested) < 2:
        return ()
    if cheapest.by != 1:
        return (cheapest.what, cheapest.by)
    cells = tuple((cell.address, cell.hypothesis, cell.was, cell.now) for cell in cheapest.cells)
    up = cheapest.step.up if cheapest.step else None
    return (cheapest.what, cheapest.items, cells, cheapest.id, cheapest.leading, up)


def _reweighed(was: State | None, now: State | None) -> dict[str, tuple[Weight, Weight]]:
    if was is None or now is None:
        return {}
    both = ((address, was.weights.get(address), weight) for address, weight in now.weights.items())
    return {address: (old, new) for address, old, new in both if old is not None and old.exponent != new.exponent}


def _without(state: State | None, other: State | None) -> tuple[Linchpin, ...]:
    """The linchpins that are none on the other side, where there are two sides."""
    if state is None or other is None:
        return ()
    return tuple(pin for address, pin in state.linchpins.items() if address not in other.linchpins)


def _unrated(was: State | None, now: State | None) -> dict[str, tuple[str, ...]]:
    """Of a matrix that was there: what is open now. That a new one has open cells is no news."""
    if was is None or now is None:
        return {}
    fresh = ((a, tuple(h for h in some if h not in was.unrated.get(a, ()))) for a, some in now.unrated.items())
    return {address: some for address, some in fresh if some}
