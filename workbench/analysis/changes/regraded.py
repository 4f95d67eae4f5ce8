"""Grades that changed while the reason that stands beside them did not, or while none is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.analysis.changes.comparison import Comparison
from workbench.analysis.changes.values import How, MatrixChange, Said, Thing

LOWERED, RAISED, CHANGED = "lowered", "raised", "changed"

_ORDERS = {"credibility": "12345", "reliability": "ABCDE"}
"""Best first. F and 6 say that it cannot be judged, which is neither better nor worse."""

_GRADED = {"item": "credibility", "source": "reliability", "origin": "reliability"}


class Regraded(NamedTuple):
    """A grade that changed without a word."""

    kind: str
    """`item`, `source` or `origin`."""
    about: str
    was: str
    now: str
    because: str
    """The reason that stands beside it, which is what it was; empty where none is given."""
    question: str = ""
    analyst: str = ""
    """Whose own grade it is; empty for that of a file of evidence."""

    @property
    def way(self) -> str:
        """`lowered`, `raised`, or `changed` where one of the two cannot be compared."""
        return turned(_GRADED[self.kind], self.was, self.now)


def turned(name: str, was: str, now: str) -> str:
    """Which way a `reliability` or a `credibility` went: `lowered`, `raised`, or `changed` where neither is so."""
    order = _ORDERS[name]
    if was == now or len(was) != 1 or len(now) != 1 or was not in order or now not in order:
        return CHANGED
    return LOWERED if order.index(now) > order.index(was) else RAISED


def unexplained(found: Comparison) -> Iterator[Regraded]:
    """Every grade that was there and is another one now, with its reason untouched; then the analysts' own grades."""
    for thing in found.things:
        if thing.how is How.CHANGED and thing.kind in _GRADED:
            yield from _of_thing(found, thing)
    for matrix in found.matrices:
        yield from _own(found, matrix)


def _of_thing(found: Comparison, thing: Thing) -> Iterator[Regraded]:
    grade = thing.field(_GRADED[thing.kind])
    if grade is None or not grade.was or thing.field("because"):
        return
    held = {"item": found.after.items, "source": found.after.sources, "origin": found.after.origins}[thing.kind]
    because = str(getattr(held[thing.id], "because", ""))
    yield Regraded(thing.kind, thing.id, _text(grade.was), _text(grade.now), because)


def _own(found: Comparison, matrix: MatrixChange) -> Iterator[Regraded]:
    """Of an analyst's own grade that is new, the one before is that of the item's file; one taken back is no news."""
    told = {entry.address for entry in matrix.entries if entry.what == "credibility-because"}
    for entry in matrix.entries:
        if entry.what == "credibility" and entry.now and entry.address not in told:
            item = found.before.items.get(entry.address)
            was = _text(entry.was) or (item.credibility if item else "")
            own = found.after.matrices[matrix.question, matrix.analyst].grades[entry.address]
            if was and was != entry.now:
                yield Regraded(
                    "item", entry.address, was, _text(entry.now), own.because, matrix.question, matrix.analyst
                )


def _text(said: Said) -> str:
    return said if isinstance(said, str) else ", ".join(said)
