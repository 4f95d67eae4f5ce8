"""Which rows of a matrix the changes touched, and in what way: what counts less, what was reworded, what tipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from workbench.analysis.changes.comparison import Comparison
from workbench.analysis.changes.effects import Effect
from workbench.analysis.changes.values import Cell, How, MatrixChange, Thing
from workbench.model import CONTRADICTING, Rating, Row


class Way(StrEnum):
    """How something that spoke against hypotheses came to speak less."""

    REMOVED = "removed"
    """The item is deleted."""
    LEFT = "left"
    """It does not belong to the question any more."""
    PARKED = "parked"
    LOWERED = "lowered"
    """Its row weighs less, by a grade or a relevance."""
    RERATED = "rerated"
    """The rating of a cell is less of an inconsistency, or none any more."""


class Weakened(NamedTuple):
    """A row that speaks less against some hypotheses than it did."""

    address: str
    way: Way
    against: tuple[str, ...]
    """The active hypotheses against which it speaks less."""
    all_against: int
    """How many active hypotheses it spoke against."""


_ENTRIES = frozenset({"relevance", "parked", "credibility"})
"""What is noted of a row that decides how it counts."""

_FIELDS = ("text", "kind", "credibility", "origin", "retells", "rests_on")
"""The fields of an item that say what it claims and how it counts."""


def change(found: Comparison, effect: Effect) -> MatrixChange:
    """What changed in the matrix that an effect is of."""
    which = (effect.question, effect.analyst)
    none = MatrixChange(*which, How.CHANGED)
    return next((m for m in found.matrices if (m.question, m.analyst) == which), none)


def weakened(found: Comparison, effect: Effect) -> Iterator[Weakened]:
    """The rows that speak less against something than before; a row once, by the most that is true."""
    if effect.before is None or effect.after is None:
        return
    was, now = effect.before, effect.after
    case, names = was.standing.case, was.standing.setting.names
    merged = {thing.id for thing in found.things if thing.how is How.MERGED}
    eased = _eased(change(found, effect).cells)
    lowered = {a for a, (old, new) in effect.reweighed.items() if new.exponent < old.exponent}
    for address in dict.fromkeys((*(a for a in was.weights if a not in now.weights), *lowered, *eased)):
        if address not in was.weights or address in merged:
            continue
        against = _against(case.matrix.row(address), names)
        way = _way(found, effect, address) if address not in now.weights else Way.LOWERED
        less = (
            against if address in lowered or address not in now.weights else [h for h in eased[address] if h in names]
        )
        if less:
            yield Weakened(address, way if less is against else Way.RERATED, tuple(less), len(against))


def _way(found: Comparison, effect: Effect, address: str) -> Way:
    if address not in found.after.items:
        return Way.REMOVED
    return Way.LEFT if address in effect.left else Way.PARKED


def _against(row: Row, names: Mapping[str, str]) -> list[str]:
    return [h for h in names if row.ratings.get(h) in CONTRADICTING]


def _eased(cells: tuple[Cell, ...]) -> dict[str, list[str]]:
    """The hypotheses whose cell is less of an inconsistency than it was, by address."""
    found: dict[str, list[str]] = {}
    for cell in cells:
        if cell.was in CONTRADICTING and not cell.suspect and _scored(cell.now) < _scored(cell.was):
            found.setdefault(cell.address, []).append(cell.hypothesis)
    return found


_SCALE = {Rating.I: 1, Rating.II: 2}
"""What an inconsistency is worth by equal weights."""


def _scored(rating: Rating | None) -> int:
    return _SCALE.get(rating, 0) if rating else 0


def tipping(effect: Effect) -> tuple[str, ...]:
    """The rows one of whose changes would have changed the lead before; empty where it was separated or not said."""
    state = effect.before
    if state is None or not state.standing.complete or not state.answer.separation:
        return ()
    cheapest = state.answer.separation
    tested = len(state.standing.bears_on) - len(state.standing.not_tested)
    alone = cheapest.what in {"relevance", "grade", "cell", "item"}
    return cheapest.items if cheapest.by == 1 and alone and tested > 1 else ()


def touched(found: Comparison, effect: Effect, address: str) -> bool:
    """Whether the changes concern what a row claims, how it is rated or how it counts."""
    changed = change(found, effect)
    return (
        any(thing.kind == "item" and thing.id == address and _matters(thing) for thing in found.things)
        or any(cell.address == address and cell.rerated and not cell.suspect for cell in changed.cells)
        or any(entry.address == address and entry.what in _ENTRIES for entry in changed.entries)
        or address in effect.reweighed
    )


def _matters(thing: Thing) -> bool:
    return thing.how in {How.REMOVED, How.MERGED} or any(thing.field(name) for name in _FIELDS)
